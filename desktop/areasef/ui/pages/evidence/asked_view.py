"""What was asked of partners: a list with dates and days over, and the request at hand with the way to fulfil it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame

from areasef.domain.record import Request
from areasef.services.library import Library
from areasef.services.session import Session
from areasef.ui import accessible, metrics
from areasef.ui.context import Context
from areasef.ui.models.library import strand_codes
from areasef.ui.models.requests import RequestModel, RequestRow, in_order, is_open, request_row
from areasef.ui.pages.evidence import choices
from areasef.ui.pages.evidence.details import Do
from areasef.ui.pages.evidence.request_form import RequestForm
from areasef.ui.pages.evidence.request_rows import RequestList, request_heads
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.chooser import Chooser
from areasef.ui.widgets.column_head import ColumnHead
from areasef.ui.widgets.empty import EmptyState
from areasef.ui.widgets.panes import Pane, Panes
from areasef.ui.widgets.selecting import stand_on_selected
from areasef.ui.widgets.stack import Stack

_NOBODY: Final = "nobody"


class AskedView(QFrame):
    """``attach_asked`` wants a file for a request, ``item_asked`` to see the item, ``ask_asked`` to ask for something."""

    attach_asked = Signal(object)
    item_asked = Signal(str)
    delete_asked = Signal(object)
    ask_asked = Signal()

    def __init__(self, context: Context, do: Do) -> None:
        super().__init__()
        self._session: Session = context.session
        self._rows: tuple[RequestRow, ...] = ()
        self.model = RequestModel()
        self.body = metrics.sized(Chooser(), max_width=320)
        accessible.named(self.body, "Asked of")
        self.list = RequestList(self.model)
        self.form = RequestForm(self._session, do)
        ask = Button("Ask a partner", self.ask_asked.emit, kind="primary", icon="send")
        facts = (
            ("calendar", "Each request has a date, and says when it is past."),
            ("upload", "When it comes, attach the file: the item in the library fills itself."),
        )
        words = "Here stands what you asked partners for, until it comes."
        empty = EmptyState("send", "Nothing is asked for yet", words, facts, (ask,))
        self._stack = Stack()
        panes = (Pane("List", self._middle(), 0, 320), Pane("Request", self.form, 404, 320, wide=640))
        self.panes = Panes("evidence-asked", panes, context.preferences)
        self._stack.addWidget(self.panes)
        self._stack.addWidget(empty)
        metrics.column(self, spacing=0).addWidget(self._stack)
        stand_on_selected(self.list)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.list.delete_asked.connect(self._delete)
        self.body.currentIndexChanged.connect(self._choose_body)
        self.form.attach_button.clicked.connect(lambda: self.attach_asked.emit(self.current))
        self.form.item_button.clicked.connect(self._see_item)
        self.form.delete_button.clicked.connect(self._delete)

    @property
    def current(self) -> Request | None:
        """The request at hand."""
        at = self.list.currentIndex().row()
        return self.model.rows[at].request if 0 <= at < len(self.model.rows) else None

    def show_requests(self, library: Library) -> int:
        """Show the requests as they stand now, and return how many are still to come."""
        partners = dict(choices.partners(self._session))
        framework, today = self._session.framework, library.as_at
        rows = [
            request_row(each, partners.get(each.partner_id or "", ""), strand_codes(each.strand_ids, framework), today)
            for each in library.requests
        ]
        self._rows = in_order(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._offer_bodies()
        self._show_rows()
        return sum(1 for each in library.requests if is_open(each))

    def _offer_bodies(self) -> None:
        """Offer the bodies that were asked for something; one that was chosen stays chosen while it is there."""
        bodies = sorted({(row.partner, row.request.partner_id or "") for row in self._rows})
        chosen = self.body.currentData()
        with QSignalBlocker(self.body):
            self.body.clear()
            self.body.addItem("Asked of: all", "")
            for name, key in bodies:
                self.body.addItem(name or "Nobody yet", key or _NOBODY)
            self.body.setCurrentIndex(max(0, self.body.findData(chosen)))
        self._choice.setVisible(len(bodies) > 1)

    def _show_rows(self) -> None:
        """Show what was asked of the body that is chosen; the request at hand stays at hand."""
        chosen = self.body.currentData() or ""
        rows = [row for row in self._rows if not chosen or chosen == (row.request.partner_id or _NOBODY)]
        here, at = self.current, self.list.currentIndex().row()
        self.model.show_rows(rows)
        found = self.model.find(here.id) if here else 0
        if rows:
            self.list.setCurrentIndex(self.model.index(found if found >= 0 else min(max(at, 0), len(rows) - 1)))
        self._show_current()

    def sentence(self) -> str:
        """Say in a sentence what is still to come, and what to do when it comes."""
        rows = [row for row in self._rows if is_open(row.request)]
        if not rows:
            return "What partners were asked for, until it comes."
        late = sum(1 for row in rows if row.over > 0)
        past = f", {late} past {'its' if late == 1 else 'their'} day" if late else ""
        return f"{len(rows):,} still to come{past}. When one comes, attach its file."

    def open_request(self, request_id: str) -> None:
        """Stand on a request, whichever body was chosen."""
        if self.model.find(request_id) < 0:
            self.body.setCurrentIndex(0)
        at = self.model.find(request_id)
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Keep what is being typed."""
        self.form.settle()

    def _middle(self) -> QFrame:
        frame = QFrame()
        column = metrics.column(frame, spacing=0)
        self._choice = QFrame()
        line = metrics.row(self._choice, margins=(20, 8, 16, 8))
        line.addWidget(self.body, 1)
        line.addStretch(1)
        column.addWidget(self._choice)
        column.addWidget(ColumnHead(self.list, request_heads))
        column.addWidget(self.list, 1)
        return frame

    def _show_current(self) -> None:
        request = self.current
        if request is not None:
            self.form.show_request(request, today=self._session.evaluation.as_at)

    def _choose_body(self, _at: int) -> None:
        self._show_rows()
        accessible.announce(self, f"{self.model.rowCount()} of {len(self._rows)}")

    def _see_item(self) -> None:
        if self.current is not None and self.current.evidence_id:
            self.item_asked.emit(self.current.evidence_id)

    def _delete(self) -> None:
        if self.current is not None:
            self.delete_asked.emit(self.current)
