"""The milestones of an action: what, by when, and the day it was reached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from areasef.domain.change import Change
from areasef.domain.dossier import Dossier
from areasef.domain.identity import new_id
from areasef.domain.numbering import measures_of, milestones_of
from areasef.domain.plan import Action, Milestone
from areasef.services import planning
from areasef.services.session import Session
from areasef.ui.pages.plan.parts import Part, PartsBox
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, LineEntry, NumberEntry

Do = Callable[[Callable[[], Change]], bool]


class MilestonesBox(PartsBox):
    """The points on the way of an action."""

    def __init__(self, session: Session, do: Do) -> None:
        super().__init__("Milestones", "Add a milestone")
        self._session = session
        self._do = do
        self._action: Action | None = None
        self._kept: dict[str, Milestone] = {}
        self._measures: tuple[tuple[str, str], ...] = ()

    def show_action(self, dossier: Dossier, action: Action) -> None:
        """Show the milestones of an action."""
        found = milestones_of(dossier, action.id)
        measures = tuple((each.id, each.title) for each in measures_of(dossier, action.id))
        same = self._action is not None and [part.thing_id for part in self.parts] == [each.id for each in found]
        self._action = action
        self._kept = {each.id: each for each in found}
        if not same or measures != self._measures:
            self._measures = measures
            self.lay([self._part(each) for each in found])
        for part in self.parts:
            for name, entry in part.entries.items():
                entry.show_value(getattr(self._kept[part.thing_id], name))

    def add(self) -> None:
        """Add a milestone and stand in it."""
        if self._action is not None:
            new = Milestone(new_id(), self._action.id, None, "New milestone", due=self._action.due)
            self._do(partial(planning.keep, self._session, new, "Add a milestone"))
            self.focus_part(new.id)

    def focus_part(self, thing_id: str) -> None:
        """Put the focus on a milestone's words, all of them marked."""
        part = next((each for each in self.parts if each.thing_id == thing_id), None)
        entry = part.entries["title"] if part is not None else None
        if isinstance(entry, LineEntry):
            entry.edit.setFocus()
            entry.edit.selectAll()

    def _part(self, milestone: Milestone) -> Part:
        part = Part(milestone.id)
        key = milestone.id
        part.add_line(
            ("Remove this milestone", lambda: self._remove(key)),
            title=LineEntry("Milestone", self._keeper(key, "title")),
        )
        part.add_line(
            due=DayEntry("Due", self._keeper(key, "due")),
            reached=DayEntry("Reached on", self._keeper(key, "reached")),
        )
        if self._measures:
            part.add_line(
                measure_id=ChoiceEntry("Of a measure", self._measures, self._keeper(key, "measure_id"), "None"),
                value=NumberEntry("Its value by then", self._keeper(key, "value")),
            )
        return part

    def _keeper(self, thing_id: str, field: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            if thing_id in self._kept:
                changes: dict[str, Any] = {field: value}
                self._kept[thing_id] = replace(self._kept[thing_id], **changes)
                self._do(partial(planning.keep, self._session, self._kept[thing_id], "Change a milestone"))

        return keep

    def _remove(self, thing_id: str) -> None:
        self._do(partial(planning.remove, self._session, self._kept[thing_id]))
        self.add_button.setFocus()
