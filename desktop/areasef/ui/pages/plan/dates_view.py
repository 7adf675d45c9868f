"""Dates: the calendar that follows from an inspection report, as a list, with the date at hand beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame

from areasef.domain.deadline import Deadline
from areasef.services import scheduling
from areasef.services.scheduling import MISSING_WORDS, Schedule, missing, schedule
from areasef.ui import accessible, metrics
from areasef.ui.context import Context
from areasef.ui.errors import BannerPlace
from areasef.ui.jobs import Ticket
from areasef.ui.models.date_rows import date_rows
from areasef.ui.models.file_words import counted
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.date_form import DateForm
from areasef.ui.pages.plan.view import Do, PlanView
from areasef.ui.pages.plan.view_head import ViewHead
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.entry_list import EntryList
from areasef.ui.widgets.label import divider
from areasef.ui.widgets.loading import Loading
from areasef.ui.widgets.panes import Pane, Panes
from areasef.ui.widgets.stack import Stack
from areasef.words.faults import AppError

_LIST, _FORM = range(2)


class DatesView(PlanView):
    """The list of dates; fields on its right."""

    title = "Dates"
    sentence = "What falls due after an inspection report, counted in working days from the days you give."
    alone = True
    kinds = frozenset({"report_clock", "clock_day", "own_interval"})
    targets = frozenset({"date", "dates"})

    def __init__(self, context: Context, do: Do, place: BannerPlace) -> None:
        super().__init__(context, do, place)
        self.found: Schedule | None = None
        self._wanted = ""
        self.list = EntryList("Dates that follow from the report", lead=104, after=132)
        self.form = DateForm(self.session, do)
        panes = (Pane("Dates", self._middle(), 0, 320), Pane("Details", self.form, 404, 320, wide=560))
        self.panes = Panes("plan-dates", panes, context.preferences)
        self.loading = Loading()
        self._stack = Stack()
        for each in (self.loading, self.panes):
            self._stack.addWidget(each)
        metrics.column(self, spacing=0).addWidget(self._stack)
        self.list.picked.connect(lambda _: self._show_current())
        self.list.opened.connect(lambda _: self._edit())

    def refresh(self) -> None:
        """Read the calendar beside the window: bank holidays of many years are reckoned."""
        if self.found is None:
            self.loading.begin("Reckoning the dates")
        self.context.jobs.run(self._read, self._show, self._not_read)

    def _not_read(self, error: Exception) -> None:
        self.loading.end()
        self.context.errors.show(error, self.place)

    def focus_first(self) -> None:
        """Stand in the list; in the day of receipt while that is not known."""
        if self.found is not None and self.found.clock.received is None:
            self.panes.show_pane(_FORM)
            self.form.focus_receipt()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, target: Target) -> None:
        """Stand on a date."""
        self._wanted = target.id
        if self.found is not None and self.list.stand_on(target.id):
            self._wanted = ""
        self.panes.show_pane(_LIST)
        self.focus_first() if not target.id else self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Keep what is being typed."""
        self.form.settle()

    def set_low(self, low: bool) -> None:
        """Give up the sentence over the list where the window is very low."""
        self.head.says.setVisible(not low)

    def export(self) -> None:
        """Write a calendar file where somebody wants it."""
        self.settle()
        start = self.session.document.parent / f"{self.session.area.name} inspection dates.ics"
        name = self.ask_where(str(start))
        if not name:
            return
        target = Path(name) if name.lower().endswith(".ics") else Path(f"{name}.ics")
        try:
            count = scheduling.export_calendar(self.session, target)
        except AppError as error:
            self.context.errors.show(error, self.place)
        else:
            self.context.toast(f"{counted(count, 'date')} written to {target.name}", None)

    def ask_where(self, start: str) -> str:
        """Return the file that somebody chose, or nothing."""
        found, _ = QFileDialog.getSaveFileName(self, "Export the dates to", start, "Calendar (*.ics)")
        return found

    def _middle(self) -> QFrame:
        frame = QFrame()
        self.export_button = Button("Export to a calendar", self.export, icon="calendar")
        self.again_button = Button("Another report", self._start_again, kind="quiet")
        shown = (self.export_button,) if self.session.read_only else (self.again_button, self.export_button)
        self.head = ViewHead(*shown)
        column = metrics.column(frame, spacing=0)
        column.addWidget(self.head)
        column.addWidget(divider())
        column.addWidget(self.list, 1)
        return frame

    def _read(self, _ticket: Ticket) -> Schedule:
        with self.session.beside() as beside:
            return schedule(beside)

    def _show(self, found: Schedule) -> None:
        self.found = found
        self.loading.end()
        self._stack.setCurrentWidget(self.panes)
        self.list.show_rows(date_rows(found), self._wanted)
        self._wanted = ""
        self.head.says.setText(_summary(found))
        accessible.named(self.list, "Dates that follow from the report", self.head.says.text())
        self.form.show_schedule(found)
        self._show_current()

    def _show_current(self) -> None:
        self.form.show_deadline(self._current())

    def _current(self) -> Deadline | None:
        here = self.list.current
        deadlines = self.found.deadlines if self.found else ()
        return next((each for each in deadlines if each.interval.id == here), None)

    def _edit(self) -> None:
        self.panes.show_pane(_FORM)
        self.form.own_day.field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_again(self) -> None:
        self.settle()
        if self.do(lambda: scheduling.start_again(self.session)):
            self.context.toast("The dates of the report before stay in the file", None)
            self.form.focus_receipt()


def _summary(found: Schedule) -> str:
    absent = [MISSING_WORDS[name] for name in missing(found)]
    unverified = sum(1 for each in found.dated if not each.verified and not each.own_day)
    words = (
        f"{counted(len(found.dated), 'date')}, {unverified} of them by a rule that is unverified: check your letter."
    )
    if not found.dated:
        words = "No dates yet."
    return f"{words} Still to say: {'; '.join(absent)}." if absent else words
