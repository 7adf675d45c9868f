"""What the dates count from, and the date at hand: its interval, a day fixed by hand, and whether it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from areasef.domain.deadline import Deadline
from areasef.services import scheduling
from areasef.services.scheduling import Schedule
from areasef.services.session import Session
from areasef.ui import metrics
from areasef.ui.dates import day_words
from areasef.ui.dialogs.left_words import turning
from areasef.ui.models.date_rows import reason_words, source_words
from areasef.ui.pages.plan.view import Do
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, Entry, NumberEntry, put_beside
from areasef.ui.widgets.fields_lock import lock_fields
from areasef.ui.widgets.label import divider, label
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.tick_box import TickBox

_UNITS = {"working_days": "working days", "months": "months", "years": "years"}


class DateForm(Scroll):
    """Fields on the right of the dates, each kept when it is left."""

    def __init__(self, session: Session, do: Do) -> None:
        super().__init__("Fields of the dates", margins=(16, 12, 16, 20), spacing=12)
        self._session = session
        self._do = do
        self._found: Schedule | None = None
        self._deadline: Deadline | None = None
        self.clock_entries: dict[str, Entry] = {}
        self._build_clock()
        self.column.addWidget(divider())
        self._build_date()
        self.column.addStretch(1)

    def show_schedule(self, found: Schedule) -> None:
        """Show what the dates count from."""
        self._found = found
        for name, entry in self.clock_entries.items():
            entry.show_value(getattr(found.clock, name))
        self.closure.setChecked(found.clock.closure)

    def show_deadline(self, deadline: Deadline | None) -> None:
        """Show the date at hand."""
        before = self._deadline.interval.id if self._deadline else ""
        after = deadline.interval.id if deadline else ""
        if before and after and before != after:
            self._settle_date()
        with turning(self, {"amount": self.amount, "own_day": self.own_day}, before, after):
            self._deadline = deadline
            for widget in self._date_widgets:
                widget.setVisible(deadline is not None)
            if deadline is not None:
                self._show_date(deadline)

    def _show_date(self, deadline: Deadline) -> None:
        interval = deadline.interval
        self.heading.setText(interval.title)
        words = [reason_words(deadline), interval.note, source_words(deadline)]
        self.reason.setText("\n".join(filter(None, words)))
        self.amount.field.rename(f"How many {_UNITS[interval.unit]}")
        self.amount.show_value(deadline.amount)
        self.own_day.show_value(deadline.own_day)
        last = day_words(deadline.worked_out) if deadline.too_late and deadline.worked_out else ""
        self.own_day.field.set_error(f"After the last day, {last}" if last else "")
        self.done.setChecked(deadline.done_on is not None)
        self.done.setVisible(not interval.expected)
        self.back.setVisible(deadline.own_amount and not self._session.read_only)

    def settle(self) -> None:
        """Keep what is being typed."""
        for entry in self.clock_entries.values():
            entry.settle()
        self._settle_date()

    def focus_receipt(self) -> None:
        """Stand in the day of receipt, or in the outcome where that is known."""
        self.clock_entries["received"].field.control.setFocus()

    def _settle_date(self) -> None:
        self.amount.settle()
        self.own_day.settle()

    def _build_clock(self) -> None:
        self.column.addWidget(label("What the dates count from", "section"))
        outcomes = tuple((each.id, each.title) for each in self._session.framework.outcomes)
        keep = self._keeper("outcome_id")
        self._add_clock(outcome_id=ChoiceEntry("Outcome, as the report states it", outcomes, keep, "Not said yet"))
        self._add_clock(received=DayEntry("Final report received", self._keeper("received")))
        self._add_clock(
            draft_received=DayEntry("Draft report received", self._keeper("draft_received")),
            inspected=DayEntry("Last day on site", self._keeper("inspected")),
        )
        self.closure = TickBox("Leave out Christmas closure, 25 December to 1 January")
        self.closure.clicked.connect(lambda: self._keeper("closure")(self.closure.isChecked()))
        self.column.addWidget(self.closure)

    def _build_date(self) -> None:
        self.heading = label("", "section", wrap=True)
        self.reason = label("", "table", "muted", wrap=True)
        self.amount = NumberEntry("Interval", self._keep_amount)
        self.own_day = DayEntry("Use this day instead", self._keep_day)
        self.done = TickBox("Done")
        self.done.clicked.connect(self._keep_done)
        self.back = Button("Use the pack’s interval", self._reset, kind="quiet", small=True)
        self._date_widgets = (self.heading, self.done, self.amount.field, self.own_day.field, self.back, self.reason)
        pair = metrics.row(spacing=12)
        for widget in (self.amount.field, self.own_day.field):
            pair.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(pair)
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.reason)
        if self._session.read_only:
            lock_fields(self)

    def _add_clock(self, **entries: Entry) -> None:
        put_beside(self.column, self.clock_entries, **entries)

    def _keeper(self, name: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            if self._found is None:
                return
            changes: dict[str, Any] = {name: value or ("" if name == "outcome_id" else value)}
            clock = replace(self._found.clock, **changes)
            if self._do(partial(scheduling.keep_clock, self._session, clock)):
                self._found = replace(self._found, clock=clock)

        return keep

    def _keep_amount(self, value: object) -> None:
        if self._deadline is None:
            return
        if value is not None and not (
            isinstance(value, float) and value.is_integer() and 0 <= value <= scheduling.MOST
        ):
            self.amount.field.set_error(f"Type a whole number from 0 to {scheduling.MOST}")
            return
        amount = None if value is None else int(str(value).partition(".")[0])
        self._do(partial(scheduling.set_amount, self._session, self._deadline.interval.id, amount))

    def _keep_day(self, value: object) -> None:
        if self._deadline is not None and self._found is not None:
            day = value if isinstance(value, date) else None
            self._do(partial(scheduling.set_day, self._session, self._found.clock, self._deadline.interval.id, day))

    def _keep_done(self) -> None:
        if self._deadline is not None and self._found is not None:
            wanted, key = self.done.isChecked(), self._deadline.interval.id
            self._do(partial(scheduling.set_done, self._session, self._found.clock, key, wanted))

    def _reset(self) -> None:
        if self._deadline is not None:
            self._do(partial(scheduling.set_amount, self._session, self._deadline.interval.id, None))
