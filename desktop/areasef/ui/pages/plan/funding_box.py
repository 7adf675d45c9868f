"""The money of an action: each sum with its state and the way to it, and the button that writes one more down."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from areasef.domain.dossier import Dossier
from areasef.domain.funding import FUNDING_WORDS, Funding, funding_of, pounds
from areasef.domain.plan import Action
from areasef.services import remembering
from areasef.services.session import Session
from areasef.ui import accessible, metrics
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.forms import Do
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import divider, label


class FundingBox(QFrame):
    """``asked`` hands on the jump to a sum; what it is, is said beside the risks and decisions."""

    asked = Signal(object)

    def __init__(self, session: Session, do: Do) -> None:
        super().__init__()
        self._session = session
        self._do = do
        self._action: Action | None = None
        self._shown: tuple[Funding, ...] | None = None
        column = metrics.column(self, spacing=10)
        column.addWidget(divider())
        column.addWidget(label("Funding", "section"))
        self.none = label("None yet", "table", "muted")
        column.addWidget(self.none)
        self._where = metrics.column(spacing=6)
        column.addLayout(self._where)
        self.rows: list[Button] = []
        self.add_button = Button("Add funding", self._add, icon="plus", small=True)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_action(self, dossier: Dossier, action: Action) -> None:
        """Show the money of an action."""
        found = funding_of(dossier.funding, action.id)
        self._action = action
        if found == self._shown:
            return
        self._shown = found
        for row in self.rows:
            self._where.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(each) for each in found]
        for row in self.rows:
            self._where.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)
        self.none.setVisible(not found)
        metrics.rescale(self)

    def _row(self, funding: Funding) -> Button:
        amount = pounds(funding.amount) or "Amount not named"
        words = f"{amount}, {FUNDING_WORDS[funding.state].lower()}: {funding.title}"
        jump = partial(self.asked.emit, Target("plan", "funding", funding.id, "title"))
        button = Button(words, jump, kind="quiet", small=True)
        accessible.named(button, f"Open funding. {words}")
        return button

    def _add(self) -> None:
        if self._action is None:
            return
        made = remembering.new_funding(self._action.id)
        if self._do(partial(remembering.keep, self._session, made, "Add funding")):
            self.asked.emit(Target("plan", "funding", made.id, "title"))
