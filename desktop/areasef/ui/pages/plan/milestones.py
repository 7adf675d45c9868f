"""The milestones of an action: what, by when, and the day it was reached."""

from __future__ import annotations

from functools import partial

from areasef.domain.dossier import Dossier
from areasef.domain.identity import new_id
from areasef.domain.numbering import measures_of, milestones_of
from areasef.domain.plan import Action, Milestone
from areasef.services import planning
from areasef.services.session import Session
from areasef.ui.pages.plan.parts import Part, PartsBox
from areasef.ui.pages.plan.view import Do
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, LineEntry, NumberEntry


class MilestonesBox(PartsBox[Milestone]):
    """The points on the way of an action."""

    def __init__(self, session: Session, do: Do) -> None:
        super().__init__(session, do, "Milestones", "a milestone")
        self._measures: tuple[tuple[str, str], ...] = ()

    def show_action(self, dossier: Dossier, action: Action) -> None:
        """Show the milestones of an action."""
        measures = tuple((each.id, each.title) for each in measures_of(dossier, action.id))
        anew, self._measures = measures != self._measures, measures
        self.show_things(action, milestones_of(dossier, action.id), self._part, anew=anew)

    def add(self) -> None:
        """Add a milestone and stand in it."""
        if self._action is not None:
            new = Milestone(new_id(), self._action.id, None, "New milestone", due=self._action.due)
            self._do(partial(planning.keep, self._session, new, "Add a milestone"))
            self.focus_words(new.id)

    def _part(self, milestone: Milestone) -> Part:
        part = Part(milestone.id)
        key = milestone.id
        part.add_line(
            ("Remove this milestone", partial(self.remove, key)),
            title=LineEntry("Milestone", self.keeper(key, "title")),
        )
        part.add_line(
            due=DayEntry("Due", self.keeper(key, "due")),
            reached=DayEntry("Reached on", self.keeper(key, "reached")),
        )
        if self._measures:
            part.add_line(
                measure_id=ChoiceEntry("Of a measure", self._measures, self.keeper(key, "measure_id"), "None"),
                value=NumberEntry("Its value by then", self.keeper(key, "value")),
            )
        return part
