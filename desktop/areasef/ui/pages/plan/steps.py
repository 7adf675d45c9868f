"""The steps of an action, in their order: what is to be done, by when if that is said, and whether it is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker

from areasef import tokens
from areasef.domain.dossier import Dossier
from areasef.domain.numbering import steps_of
from areasef.domain.plan import Action, ActionStep
from areasef.services import planning
from areasef.services.session import Session
from areasef.ui import metrics
from areasef.ui.pages.plan.parts import Part, PartsBox
from areasef.ui.pages.plan.view import Do
from areasef.ui.widgets.entries import DayEntry, LineEntry
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.tick_box import TickBox


class DoneEntry:
    """A tick; it is kept when it is made, by hand or by a screen reader."""

    def __init__(self, keep: Callable[[object], object]) -> None:
        self.box = metrics.sized(
            TickBox("Done"), min_height=tokens.SIZE["control"]
        )  # in the middle of the field beside it
        self.field = Field("Is it done?", self.box)
        self.box.toggled.connect(keep)

    def show_value(self, value: object) -> None:
        """Show whether it is done."""
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))

    def settle(self) -> None:
        """Hand over nothing: a tick is kept when it is made."""

    def typed(self) -> object:
        """Return whether it is ticked."""
        return self.box.typed()

    def retype(self, typed: object) -> None:
        """Tick it again, or not."""
        self.box.retype(typed)


class StepsBox(PartsBox[ActionStep]):
    """The steps of an action."""

    def __init__(self, session: Session, do: Do) -> None:
        super().__init__(session, do, "Steps", "a step")

    def show_action(self, dossier: Dossier, action: Action) -> None:
        """Show the steps of an action."""
        found = steps_of(dossier, action.id)
        self.show_things(action, found, lambda each: self._part(each, first=each is found[0]))

    def add(self) -> None:
        """Add a step after the others and stand in its words, all of them marked."""
        if self._action is not None:
            new = planning.new_step(self._session, self._action.id)
            self._do(partial(planning.keep, self._session, new, "Add a step"))
            self.focus_words(new.id)

    def _part(self, step: ActionStep, *, first: bool) -> Part:
        part, key, keep = Part(step.id), step.id, self.keeper
        up = () if first else (("chevron-up", "Move this step up", partial(self._move_up, key)),)
        part.add_line(("Remove this step", partial(self.remove, key)), up, title=LineEntry("Step", keep(key, "title")))
        part.add_line(due=DayEntry("By, if a day is set", keep(key, "due")), done=DoneEntry(keep(key, "done")))
        return part

    def _move_up(self, step_id: str) -> None:
        self.settle()
        if self._do(partial(planning.move_step_up, self._session, step_id)):
            self.focus_words(step_id)
