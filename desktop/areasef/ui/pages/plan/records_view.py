"""Risks, decisions and money: a list of all, and the form of the one at hand beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from areasef.domain.dossier import Dossier
from areasef.domain.funding import Funding, totals_words
from areasef.domain.record import Decision
from areasef.services import remembering
from areasef.services.gathering import gather_plan
from areasef.services.remembering import PlanRecord
from areasef.ui import metrics
from areasef.ui.context import Context
from areasef.ui.errors import BannerPlace
from areasef.ui.models.file_words import counted
from areasef.ui.models.record_rows import record_rows
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.record_forms import RecordForm
from areasef.ui.pages.plan.view import Do, PlanView
from areasef.ui.pages.plan.view_head import ViewHead
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.empty import EmptyState
from areasef.ui.widgets.entries import LineEntry
from areasef.ui.widgets.entry_list import EntryList
from areasef.ui.widgets.label import divider
from areasef.ui.widgets.panes import Pane, Panes
from areasef.ui.widgets.stack import Stack

_LIST, _FORM = range(2)


class RecordsView(PlanView):
    """What may go wrong, what boards decided, and what it costs."""

    title = "Risks, decisions, funding"
    sentence = (
        "What may go wrong with the plan and what is done about it; what boards decided; what it costs and who pays."
    )
    kinds = frozenset({"risk", "decision", "funding", "action", "priority", "partner"})
    targets = frozenset({"risk", "decision", "funding"})

    def __init__(self, context: Context, do: Do, place: BannerPlace) -> None:
        super().__init__(context, do, place)
        self._dossier: Dossier | None = None
        self.form: RecordForm | None = None
        self.list = EntryList("Risks, decisions and funding", lead=72, after=190)
        made = (remembering.new_risk(), remembering.new_decision(), remembering.new_funding())
        self.forms = {type(each): RecordForm(self.session, do, each) for each in made}
        self._host = Stack()
        for form in self.forms.values():
            form.closed.connect(self._done)
            self._host.addWidget(form)
        details = QFrame()  # the panes say whether it is seen, the view says whether there is anything in it
        metrics.column(details, spacing=0).addWidget(self._host)
        panes = (Pane("List", self._middle(), 0, 320), Pane("Details", details, 404, 320, wide=560))
        self.panes = Panes("plan-records", panes, context.preferences)
        self._stack = Stack()
        self._stack.addWidget(self.panes)
        self._stack.addWidget(self._empty())
        metrics.column(self, spacing=0).addWidget(self._stack)
        self.list.picked.connect(lambda _: self._show_current())
        self.list.opened.connect(lambda _: self._edit())
        self.list.delete_asked.connect(self.delete)

    def refresh(self) -> None:
        """Show what is kept now."""
        self._dossier = gather_plan(self.session)
        rows = record_rows(self._dossier)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.list.show_rows(rows)
        risks, decisions = len(self._dossier.risks), len(self._dossier.decisions)
        money = totals_words(self._dossier.funding)
        said = (
            f"{counted(risks, 'risk')}, {counted(decisions, 'decision')}, {counted(len(self._dossier.funding), 'sum')}"
        )
        self.head.says.setText(" ".join(filter(None, (f"{said} of money. The strategic plan prints them.", money))))
        self._show_current()

    def focus_first(self) -> None:
        """Stand in the list, or on the first button where there is nothing."""
        first = self.list if self.list.entries.rows else self._first
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, target: Target) -> None:
        """Stand on a risk, a decision or money; in its form where a field is named."""
        self.panes.show_pane(_LIST)
        self.list.stand_on(target.id)
        self.focus_first()
        if target.field and self.form is not None and self.form.thing.id == target.id:
            self._edit()

    def settle(self) -> None:
        """Keep what is being typed."""
        if self.form is not None:
            self.form.settle()

    def set_low(self, low: bool) -> None:
        """Give up the sentence over the list where the window is very low."""
        self.head.says.setVisible(not low)

    def new(self) -> None:
        """Write down one more of what is at hand; a risk where nothing is."""
        here = self._current()
        adds = {Decision: self._add_decision, Funding: self._add_funding}
        adds.get(type(here), self._add_risk)()

    def delete(self) -> None:
        """Put what is at hand in the bin; the toast brings it back."""
        thing = self._current()
        if thing is not None and self.do(partial(remembering.remove, self.session, thing)):
            self.context.toast(f"{thing.title} is in the bin", self.context.undo)
            self.focus_first()

    def _middle(self) -> QFrame:
        frame = QFrame()
        decision = Button("Add a decision", self._add_decision, icon="plus")
        funding = Button("Add funding", self._add_funding, icon="plus")
        risk = Button("Add a risk", self._add_risk, icon="plus", keys="Ctrl N")
        delete = Button("Delete", self.delete, kind="quiet", keys="Delete")
        self.head = ViewHead(*(() if self.session.read_only else (delete, funding, decision, risk)))
        column = metrics.column(frame, spacing=0)
        column.addWidget(self.head)
        column.addWidget(divider())
        column.addWidget(self.list, 1)
        return frame

    def _empty(self) -> EmptyState:
        self._first = Button("Add a risk", self._add_risk, kind="primary", icon="plus")
        decision = Button("Add a decision", self._add_decision, icon="plus")
        funding = Button("Add funding", self._add_funding, icon="plus")
        facts = (
            ("shield", "A risk has a likelihood, an effect, an owner and what is done about it."),
            ("list-checks", "A decision says who decided, what it costs and what came of it."),
            ("library", "Funding says how much, who gives it, and whether it is agreed, sought or a gap."),
        )
        words = "Here stands what may go wrong with the plan, what boards decided, and what it costs."
        return EmptyState("shield", "No risk, decision or funding yet", words, facts, (self._first, decision, funding))

    def _current(self) -> PlanRecord | None:
        if self._dossier is None:
            return None
        found: tuple[PlanRecord, ...] = (*self._dossier.risks, *self._dossier.decisions, *self._dossier.funding)
        return next((each for each in found if each.id == self.list.current), None)

    def _show_current(self) -> None:
        thing = self._current()
        shown = None
        if thing is not None and self._dossier is not None:
            shown = self.forms[type(thing)]
            if self.form is not None and self.form is not shown:
                self.form.settle()
            shown.show_thing(self._dossier, thing)
        self.form = shown
        self._host.setVisible(shown is not None)
        if shown is not None:
            self._host.setCurrentWidget(shown)

    def _edit(self) -> None:
        self.panes.show_pane(_FORM)
        if self.form is not None:
            self.form.focus_field("title")

    def _done(self) -> None:
        self.panes.show_pane(_LIST)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_risk(self) -> None:
        self._add(remembering.new_risk(), "Add a risk")

    def _add_decision(self) -> None:
        self._add(remembering.new_decision(), "Add a decision")

    def _add_funding(self) -> None:
        self._add(remembering.new_funding(), "Add funding")

    def _add(self, made: PlanRecord, words: str) -> None:
        self.settle()
        if not self.do(partial(remembering.keep, self.session, made, words)):
            return
        self.refresh()
        self.list.stand_on(made.id)
        self._edit()
        entry = self.form.entries["title"] if self.form is not None else None
        if isinstance(entry, LineEntry):
            entry.edit.selectAll()
