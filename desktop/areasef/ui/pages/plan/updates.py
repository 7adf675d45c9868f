"""What was reported about an action, each update with its day and its author; what was said before stays."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from areasef.domain.dossier import Dossier
from areasef.domain.numbering import updates_of
from areasef.domain.plan import Action, ActionUpdate
from areasef.services import planning
from areasef.services.session import Session
from areasef.ui.pages.plan.parts import Part, PartsBox
from areasef.ui.pages.plan.view import Do
from areasef.ui.widgets.entries import DayEntry, LineEntry, TextEntry


class UpdatesBox(PartsBox[ActionUpdate]):
    """The updates of an action, the newest first."""

    def __init__(self, session: Session, do: Do) -> None:
        super().__init__(session, do, "Updates", "an update")

    def show_action(self, dossier: Dossier, action: Action) -> None:
        """Show the updates of an action."""
        self.show_things(action, updates_of(dossier, action.id), self._part)

    def keeper(self, thing_id: str, field: str) -> Callable[[object], None]:
        """Return what keeps a field of an update; one without a day is none, and stays as it was."""
        keep = super().keeper(thing_id, field)
        return lambda value: keep(value) if value is not None else None

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
            ("Remove this update", partial(self.remove, key)),
            on=DayEntry("On", self.keeper(key, "on")),
            author=LineEntry("By", self.keeper(key, "author")),
        )
        part.add_line(text=TextEntry("What is there to report?", self.keeper(key, "text"), height=56))
        return part
