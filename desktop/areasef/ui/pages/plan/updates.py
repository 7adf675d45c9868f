"""What was reported about an action, each update with its day and its author; what was said before stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from areasef.domain.dossier import Dossier
from areasef.domain.numbering import updates_of
from areasef.domain.plan import Action, ActionUpdate
from areasef.services import planning
from areasef.services.session import Session
from areasef.ui.pages.plan.parts import Part, PartsBox
from areasef.ui.pages.plan.view import Do
from areasef.ui.widgets.entries import DayEntry, LineEntry, TextEntry


class UpdatesBox(PartsBox):
    """The updates of an action, the newest first."""

    def __init__(self, session: Session, do: Do) -> None:
        super().__init__("Updates", "Add an update")
        self._session = session
        self._do = do
        self._action: Action | None = None
        self._kept: dict[str, ActionUpdate] = {}

    def show_action(self, dossier: Dossier, action: Action) -> None:
        """Show the updates of an action."""
        found = updates_of(dossier, action.id)
        self._action = action
        self._kept = {each.id: each for each in found}
        if [part.thing_id for part in self.parts] != [each.id for each in found]:
            self.lay([self._part(each) for each in found])
        for part in self.parts:
            for name, entry in part.entries.items():
                entry.show_value(getattr(self._kept[part.thing_id], name))

    def add(self) -> None:
        """Add an update, dated today and signed, and stand in its words."""
        if self._action is None:
            return
        before = set(self._kept)
        action_id = self._action.id
        self._do(lambda: planning.report_on(self._session, action_id))
        part = next((each for each in self.parts if each.thing_id not in before), None)
        if part is not None:
            part.entries["text"].field.control.setFocus()

    def _part(self, update: ActionUpdate) -> Part:
        part, key = Part(update.id), update.id
        part.add_line(
            ("Remove this update", lambda: self._remove(key)),
            on=DayEntry("On", self._keeper(key, "on")),
            author=LineEntry("By", self._keeper(key, "author")),
        )
        part.add_line(text=TextEntry("What is there to report?", self._keeper(key, "text"), height=56))
        return part

    def _keeper(self, thing_id: str, field: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            if thing_id not in self._kept or value is None:
                return
            changes: dict[str, Any] = {field: value}
            self._kept[thing_id] = replace(self._kept[thing_id], **changes)
            self._do(partial(planning.keep, self._session, self._kept[thing_id], "Change an update"))

        return keep

    def _remove(self, thing_id: str) -> None:
        self._do(partial(planning.remove, self._session, self._kept[thing_id]))
        self.add_button.setFocus()
