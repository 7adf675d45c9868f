"""The editor beside the table: the form of the priority or action at hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from areasef.domain.dossier import Dossier
from areasef.domain.plan import Action, Priority
from areasef.services.session import Session
from areasef.ui import metrics
from areasef.ui.pages.plan.action_form import ActionForm
from areasef.ui.pages.plan.forms import Do, PriorityForm
from areasef.ui.widgets.stack import Stack


class Editor(Stack):
    """Holds the editor of the thing at hand, if any."""

    closed = Signal()
    jumped = Signal(object)

    def __init__(self, session: Session, do: Do, *, at_once: bool) -> None:
        super().__init__()
        self._at_once = at_once
        self._session = session
        self._do = do
        self.form: PriorityForm | ActionForm | None = None

    def open(self, dossier: Dossier, thing: Priority | Action, field: str = "") -> None:
        """Open the editor of a thing, at a field."""
        if self.thing_id != thing.id:
            self.close_form()
            made = (
                ActionForm(self._session, self._do, dossier, thing, at_once=self._at_once)
                if isinstance(thing, Action)
                else PriorityForm(self._session, self._do, dossier, thing)
            )
            made.closed.connect(self.closed)
            made.jumped.connect(self.jumped)
            self.addWidget(made)
            self.setCurrentWidget(made)
            self.form = made
            self._come_to_rest(made)
            made.fill(partial(self._show_whole, made))
        if self.form is not None:
            self.form.focus_field(field)

    def _come_to_rest(self, form: PriorityForm | ActionForm) -> None:
        metrics.rescale(form)
        if self._session.read_only:
            form.set_read_only()

    def _show_whole(self, form: PriorityForm | ActionForm) -> None:
        self._come_to_rest(form)
        form.bring_back()

    @property
    def thing_id(self) -> str:
        """The id of what is being edited, or nothing."""
        return self.form.thing_id if self.form is not None else ""

    def refresh(self, dossier: Dossier) -> bool:
        """Show what is kept now; say whether the thing is still there."""
        if isinstance(self.form, ActionForm):
            action = next((each for each in dossier.actions if each.id == self.thing_id), None)
            if action is not None:
                self.form.show_action(dossier, action)
            return action is not None
        if isinstance(self.form, PriorityForm):
            priority = next((each for each in dossier.priorities if each.id == self.thing_id), None)
            if priority is not None:
                self.form.show_priority(dossier, priority)
            return priority is not None
        return True

    def settle(self) -> None:
        """Keep what is being typed."""
        if self.form is not None:
            self.form.settle()

    def close_form(self) -> None:
        """Keep what is being typed and let the editor go."""
        if self.form is not None:
            form = self.form
            form.settle()
            form.leave_words()
            self.form = None
            self.removeWidget(form)
            form.deleteLater()
