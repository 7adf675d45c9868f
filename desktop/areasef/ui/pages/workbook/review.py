"""A workbook looked through: how it is read, its rows as they are understood, its faults, and the row at hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from areasef.domain.dossier import Dossier
from areasef.domain.plan_sheet.columns import COLUMNS, Column
from areasef.domain.plan_sheet.mapping import Mapping
from areasef.domain.plan_sheet.meaning import Happens, RowMeaning, Understanding
from areasef.domain.workbook import Workbook
from areasef.services.importing_plan import meaning
from areasef.ui import accessible, metrics
from areasef.ui.context import Context
from areasef.ui.jobs import Ticket
from areasef.ui.models.workbook_rows import change_rows, fault_rows, row_of_fault
from areasef.ui.pages.workbook.reading_pane import ReadingPane
from areasef.ui.pages.workbook.row_pane import RowPane
from areasef.ui.pages.workbook.table import WorkbookTable
from areasef.ui.widgets.entry_list import EntryList
from areasef.ui.widgets.panes import Pane, Panes
from areasef.ui.widgets.stack import Stack
from areasef.ui.widgets.tabs import Tabs

ROWS, CHANGES, FAULTS = range(3)
_READING, _MIDDLE, _ROW = range(3)


class WorkbookReview(QFrame):
    """``changed`` says that it is understood anew; what somebody decides is understood in a job."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.book = Workbook(())
        self.mapping = Mapping(())
        self.found: Understanding | None = None
        self._dossier: Dossier | None = None
        self._before: list[Mapping] = []
        self._asked = 0
        self._stepped = False
        self.reading = ReadingPane()
        self.table = WorkbookTable()
        self.changes = EntryList("What would be kept, changed and left out", lead=84, after=84)
        self.faults = EntryList("Faults by cell", lead=84, after=0)
        self.row = RowPane()
        self.tabs = Tabs("What was read", indent=6)
        self.tabs.set_tabs(["Rows", "Changes", "Faults"])
        panes = (
            Pane("How it is read", self.reading, 284, 250, wide=340),
            Pane("Rows and faults", self._middle(), 0, 320),
            Pane("Row at hand", self.row, 306, 270, wide=420),
        )
        self.panes = Panes("workbook", panes, context.preferences)
        metrics.column(self, spacing=0).addWidget(self.panes)
        self._bind()

    def open(self, book: Workbook, mapping: Mapping, found: Understanding, dossier: Dossier) -> None:
        """Begin to look through a workbook."""
        self.book, self._before, self._dossier = book, [], dossier
        self.reading.open(book, mapping)
        again = found.count(Happens.SAME) + found.count(Happens.CHANGED) > 0
        self.tabs.open(
            CHANGES if again and found.things else ROWS
        )  # what comes back is looked through for what differs
        self._show(mapping, found)
        self.panes.show_pane(_MIDDLE)

    def compare_with(self, dossier: Dossier, found: Understanding) -> None:
        """Show what it means for a plan that changed meanwhile."""
        self._dossier = dossier
        self._show(self.mapping, found)

    def decide(self, mapping: Mapping) -> None:
        """Read the workbook otherwise; the step can be taken back."""
        if mapping != self.mapping:
            self._before.append(self.mapping)
            self._understand(mapping)

    def take_back(self) -> bool:
        """Take the last decision back; say whether there was one."""
        if not self._before:
            return False
        self._understand(self._before.pop())
        return True

    def step_fault(self, by: int) -> None:
        """Go to the next fault, round the ends: its row in the table, its words aloud."""
        rows = self.faults.entries.rows
        if not rows:
            return
        at = (self.faults.currentIndex().row() + by) % len(rows) if self.faults.current and self._stepped else 0
        self._stepped = True
        self.faults.stand_on(rows[at].key)
        self._show_fault(rows[at].key)
        accessible.announce(self.table, rows[at].spoken)

    def leave_out(self) -> None:
        """Leave the row at hand out, or take it again."""
        row = self.row.shown
        if row is not None and self.row.can_be_left_out:
            self.decide(self.mapping.leaving_out(row.key, not row.by_hand))

    def focus_first(self) -> None:
        """Stand in what is in front: the table, or the list of changes or faults."""
        self.panes.show_pane(_MIDDLE)
        front = self._stack.currentWidget() or self.table
        front.setFocus(Qt.FocusReason.OtherFocusReason)

    def _middle(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("surface")
        self._stack = Stack()
        for widget in (self.table, self.changes, self.faults):
            self._stack.addWidget(widget)
        column = metrics.column(frame, spacing=0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        return frame

    def _bind(self) -> None:
        self.tabs.opened.connect(self._open_tab)
        self.reading.mapped.connect(self.decide)
        self.reading.sheet_chosen.connect(lambda _: self._show_sheet())
        self.table.picked.connect(lambda _: self._show_row())
        self.table.opened.connect(self._open_row)
        self.table.out_asked.connect(self.leave_out)
        self.row.out_asked.connect(self.leave_out)
        self.changes.picked.connect(self._show_row_with)
        self.changes.opened.connect(lambda key: self._stand_on(key, ""))
        self.changes.delete_asked.connect(self.leave_out)
        self.faults.picked.connect(self._show_row_of)
        self.faults.opened.connect(self._show_fault)

    def _understand(self, mapping: Mapping) -> None:
        """Understand the workbook beside the window; only the newest question is answered."""
        self._asked += 1
        asked, book, dossier = self._asked, self.book, self._dossier
        assert dossier is not None
        self.mapping = mapping

        def work(_ticket: Ticket) -> Understanding:
            return meaning(book, mapping, dossier)

        def done(found: Understanding) -> None:
            if asked == self._asked:
                self._show(mapping, found)

        self._context.jobs.run(work, done, self._context.errors.show)

    def _show(self, mapping: Mapping, found: Understanding) -> None:
        assert self._dossier is not None
        self.mapping, self.found = mapping, found
        self.reading.show_meaning(mapping, found, self._dossier)
        self.changes.show_rows(change_rows(found))
        self.faults.show_rows(fault_rows(found))
        count = len(found.faults)
        differs = sum(found.count(each) for each in (Happens.NEW, Happens.CHANGED, Happens.LEFT_OUT))
        self.tabs.set_words(CHANGES, f"Changes  {differs}" if differs else "No changes")
        words = f"Faults  {count}" if count else "No faults"
        self.tabs.set_words(FAULTS, words, ("check", "look") if count else ("check", "pass"))
        self._show_sheet()
        self.changed.emit()

    def _show_sheet(self) -> None:
        held = self.mapping.sheets[self.reading.at] if self.mapping.sheets else None
        columns: tuple[Column, ...] = ()
        if held is not None and held.kind is not None:
            by_key = {each.key: each for each in COLUMNS[held.kind]}
            order = [key for _, key in sorted(held.columns.items()) if key != "key"]
            columns = tuple(by_key[key] for key in order)
        self.table.show_rows(self._rows(), columns)
        self.tabs.set_words(ROWS, f"Rows  {len(self._rows())}")
        self._show_row()

    def _show_row(self) -> None:
        """Show the row at hand in what is in front, standing on the cell that is at hand in the table."""
        front = self.tabs.current()
        if front == CHANGES:
            self._show_row_with(self.changes.current)
        elif front == FAULTS:
            self._show_row_of(self.faults.current)
        else:
            self.row.show_row(self.table.current_row())
            self.row.cells.stand_on(self.table.current_key())

    def _open_tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._show_row()

    def _rows(self) -> tuple[RowMeaning, ...]:
        name = f"{self.reading.at}:"
        return tuple(row for row in self.found.rows if row.key.startswith(name)) if self.found else ()

    def _open_row(self) -> None:
        self.panes.show_pane(_ROW)
        self.row.cells.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_row_of(self, key: str) -> None:
        """Show the row of a fault beside the list of faults."""
        if self.found is not None:
            self._show_row_with(row_of_fault(self.found, key))

    def _show_row_with(self, key: str) -> None:
        if self.found is not None:
            self.row.show_row(next((row for row in self.found.rows if row.key == key), None))

    def _show_fault(self, key: str) -> None:
        """Stand on the very cell of a fault in the table."""
        fault = next((row for row in self.faults.entries.rows if row.key == key), None)
        held = row_of_fault(self.found, key) if self.found is not None else ""
        if held and fault is not None:
            self._stand_on(held, fault.lead)
        else:
            self.tabs.open(FAULTS)

    def _stand_on(self, key: str, cell: str) -> None:
        """Stand on a row, and on a cell of it, in the table of its sheet."""
        at, found, _ = key.partition(":")
        if not found:
            return
        if int(at) != self.reading.at:
            self.reading.stand_on_sheet(int(at))
            self._show_sheet()
        self.tabs.open(ROWS)
        self.panes.show_pane(_MIDDLE)
        self.table.stand_on(key, cell)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
