"""What changed in the plan since a day: each thing that moved with before and after, and the way to it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt

from areasef.services.what_changed import NAMES, PlanChange, changed_since
from areasef.ui import metrics
from areasef.ui.context import Context
from areasef.ui.dates import day_words
from areasef.ui.errors import BannerPlace
from areasef.ui.models.entry_rows import EntryRow
from areasef.ui.models.file_words import counted
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.view import Do, PlanView
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.empty import EmptyState
from areasef.ui.widgets.entries import DayEntry
from areasef.ui.widgets.entry_list import EntryList
from areasef.ui.widgets.label import divider, label
from areasef.ui.widgets.stack import Stack

_PARTS = {"Measure": "measures", "Value": "measures", "Step": "steps"}
_BACK = timedelta(days=28)  # about the time between two boards
_FAR = timedelta(days=365)


class ChangesView(PlanView):
    """The list; Enter or a double click opens what changed, in its action where it belongs to one."""

    title = "What changed"
    sentence = "What moved in the plan since a day you choose, such as the last board, with before and after."
    kinds = frozenset(name.lower() for name in NAMES.values()) | {"actual", "action_update", "action_step"}
    targets = frozenset({"changes"})

    def __init__(self, context: Context, do: Do, place: BannerPlace) -> None:
        super().__init__(context, do, place)
        self.since = date.today() - _BACK
        self._found: tuple[PlanChange, ...] = ()
        self.day = DayEntry("Since the beginning of", self._keep_day)
        self.says = label("", "table", "muted", wrap=True)
        self.list = EntryList("What changed in the plan", lead=72, after=150)
        head = metrics.row(margins=(20, 8, 20, 12), spacing=20)
        head.addWidget(metrics.sized(self.day.field, min_width=200, max_width=240))
        beside = metrics.column(margins=(0, 0, 0, 6))
        beside.addWidget(self.says, 1, Qt.AlignmentFlag.AlignBottom)
        head.addLayout(beside, 1)
        self._further = Button("Look a year back", self._look_back, icon="history")
        words = "What moves in the plan comes here, with what it was before and what it is now."
        self._stack = Stack()
        self._stack.addWidget(self.list)
        self._stack.addWidget(EmptyState("history", "Nothing changed since then", words, (), (self._further,)))
        column = metrics.column(self, spacing=0)
        column.addLayout(head)
        column.addWidget(divider())
        column.addWidget(self._stack, 1)
        self.list.opened.connect(self._open)

    def refresh(self) -> None:
        """Show what changed since the day that is chosen."""
        self.day.show_value(self.since)
        found = self._found = changed_since(self.session, self.since)
        self.list.show_rows([_row(each) for each in found])
        self._stack.setCurrentIndex(0 if found else 1)
        self._further.setVisible(self.since > date.today() - _FAR)
        self.says.setText(said_of(found, self.since))

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

    def _look_back(self) -> None:
        self.since = date.today() - _FAR
        self.refresh()
        self.focus_first()

    def _open(self, key: str) -> None:
        change = next((each for each in self._found if _key(each) == key), None)
        if change is not None and change.fate != "Removed":
            self.context.go(target_of(change))


def said_of(found: tuple[PlanChange, ...], since: date) -> str:
    """Return in words how many things of each kind changed."""
    if not found:
        return f"Nothing in the plan changed since {day_words(since)}."
    kinds = [each.kind for each in found]
    parts = [_counted(name, kinds.count(name)) for name in NAMES.values() if name in kinds]
    return f"{counted(len(found), 'change')} since {day_words(since)}: {', '.join(parts)}."


def target_of(change: PlanChange) -> Target:
    """Return where a change is looked at."""
    if change.action_id:
        return Target("plan", "action", change.action_id, _PARTS.get(change.kind, "title"))
    return Target("plan", change.kind.lower(), change.id)


def _counted(name: str, count: int) -> str:
    if name == "Funding":
        return counted(count, "sum") + " of money"
    return f"{count} priorities" if (name, count > 1) == ("Priority", True) else counted(count, name.lower())


def _key(change: PlanChange) -> str:
    return f"{change.kind}/{change.id}"


def _row(change: PlanChange) -> EntryRow:
    moved = "; ".join(f"{each.what}: {each.before}, now {each.after}" for each in change.moved)
    lead = change.ref if change.ref not in NAMES.values() else ""
    words = [change.fate, change.kind] if change.fate else [change.kind, ""]
    return EntryRow(_key(change), change.title, f"{moved}." if moved else "", lead, word=words[0], under_word=words[1])
