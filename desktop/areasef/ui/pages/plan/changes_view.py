"""What changed: the actions whose dates, delivery or impact moved since a day, each with before and after."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt

from areasef.services.what_changed import ActionChange, changed_since
from areasef.ui import metrics
from areasef.ui.context import Context
from areasef.ui.dates import day_words
from areasef.ui.errors import BannerPlace
from areasef.ui.models.entry_rows import EntryRow
from areasef.ui.models.file_words import counted
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.view import Do, PlanView
from areasef.ui.widgets.entries import DayEntry
from areasef.ui.widgets.entry_list import EntryList
from areasef.ui.widgets.label import divider, label

_BACK = timedelta(days=28)  # about the time between two boards


class ChangesView(PlanView):
    """The list; Enter or a double click opens the action."""

    title = "What changed"
    kinds = frozenset({"action", "priority"})
    targets = frozenset({"changes"})

    def __init__(self, context: Context, do: Do, place: BannerPlace) -> None:
        super().__init__(context, do, place)
        self.since = date.today() - _BACK
        self.day = DayEntry("Since the beginning of", self._keep_day)
        self.says = label("", "table", "muted", wrap=True)
        self.list = EntryList("What changed in the plan", lead=64, after=120)
        head = metrics.column(margins=(16, 8, 16, 10), spacing=6)
        head.addWidget(metrics.sized(self.day.field, max_width=320))
        head.addWidget(self.says)
        column = metrics.column(self, spacing=0)
        column.addLayout(head)
        column.addWidget(divider())
        column.addWidget(self.list, 1)
        self.list.opened.connect(self._open)

    def refresh(self) -> None:
        """Show what changed since the day that is chosen."""
        self.day.show_value(self.since)
        found = changed_since(self.session, self.since)
        self.list.show_rows([_row(each) for each in found])
        said = f"{counted(len(found), 'action')} changed in dates, delivery or impact since {day_words(self.since)}."
        self.says.setText(
            said if found else f"No action changed in dates, delivery or impact since {day_words(self.since)}."
        )

    def focus_first(self) -> None:
        """Stand in the list; in the day where nothing changed since."""
        first = self.list if self.list.entries.rows else self.day.field.control
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_low(self, low: bool) -> None:
        """Give up the sentence over the list where the window is very low."""
        self.says.setVisible(not low)

    def _keep_day(self, value: object) -> None:
        if isinstance(value, date):
            self.since = value
            self.refresh()

    def _open(self, key: str) -> None:
        if key and any(row.key == key and row.word != "Removed" for row in self.list.entries.rows):
            self.context.go(Target("plan", "action", key))


def _row(change: ActionChange) -> EntryRow:
    moved = "; ".join(f"{each.what}: {each.before}, now {each.after}" for each in change.moved)
    return EntryRow(change.action_id, change.title, f"{moved}." if moved else "", change.ref, word=change.fate)
