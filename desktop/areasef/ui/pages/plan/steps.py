"""The steps of an action, in their order: what is to be done, by when if that is said, and whether it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker

from areasef.domain.change import Change
from areasef.domain.dossier import Dossier
from areasef.domain.numbering import steps_of
from areasef.domain.plan import Action, ActionStep
from areasef.services import planning
from areasef.services.session import Session
from areasef.ui.pages.plan.parts import Part, PartsBox
from areasef.ui.widgets.entries import DayEntry, LineEntry
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.tick_box import TickBox

Do = Callable[[Callable[[], Change]], bool]


class DoneEntry:
    """A tick; it is kept when it is made, by hand or by a screen reader."""

    def __init__(self, keep: Callable[[object], object]) -> None:
        self.box = TickBox("Done")
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


class StepsBox(PartsBox):
    """The steps of an action."""

    def __init__(self, session: Session, do: Do) -> None:
        super().__init__("Steps", "Add a step")
        self._session = session
        self._do = do
        self._action: Action | None = None
        self._kept: dict[str, ActionStep] = {}

    def show_action(self, dossier: Dossier, action: Action) -> None:
        """Show the steps of an action."""
        found = steps_of(dossier, action.id)
        self._action = action
        self._kept = {each.id: each for each in found}
        if [part.thing_id for part in self.parts] != [each.id for each in found]:
            self.lay([self._part(each, first=at == 0) for at, each in enumerate(found)])
        for part in self.parts:
            for name, entry in part.entries.items():
                entry.show_value(getattr(self._kept[part.thing_id], name))

    def add(self) -> None:
        """Add a step after the others and stand in its words, all of them marked."""
        if self._action is not None:
            new = planning.new_step(self._session, self._action.id)
            self._do(partial(planning.keep, self._session, new, "Add a step"))
            self._focus(new.id)

    def _focus(self, step_id: str) -> None:
        part = next((each for each in self.parts if each.thing_id == step_id), None)
        entry = part.entries["title"] if part is not None else None
        if isinstance(entry, LineEntry):
            entry.edit.setFocus()
            entry.edit.selectAll()

    def _part(self, step: ActionStep, *, first: bool) -> Part:
        part, key = Part(step.id), step.id
        up = () if first else (("chevron-up", "Move this step up", partial(self._move_up, key)),)
        part.add_line(
            ("Remove this step", partial(self._remove, key)), up, title=LineEntry("Step", self._keeper(key, "title"))
        )
        part.add_line(
            due=DayEntry("By, if a day is set", self._keeper(key, "due")), done=DoneEntry(self._keeper(key, "done"))
        )
        return part

    def _keeper(self, step_id: str, field: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            if step_id in self._kept:
                changes: dict[str, Any] = {field: value}
                self._kept[step_id] = replace(self._kept[step_id], **changes)
                self._do(partial(planning.keep, self._session, self._kept[step_id], "Change a step"))

        return keep

    def _move_up(self, step_id: str) -> None:
        self.settle()
        if self._do(partial(planning.move_step_up, self._session, step_id)):
            self._focus(step_id)

    def _remove(self, step_id: str) -> None:
        self._do(partial(planning.remove, self._session, self._kept[step_id]))
        self.add_button.setFocus()
