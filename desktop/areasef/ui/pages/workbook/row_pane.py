"""The row at hand: what becomes of it, each of its cells, and the way to leave it out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from areasef.domain.plan_sheet.meaning import Happens, RowMeaning
from areasef.ui import accessible, metrics
from areasef.ui.models.workbook_rows import BECOMES, cell_rows
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.entry_list import EntryList
from areasef.ui.widgets.label import divider, label


class RowPane(QFrame):
    """``out_asked`` says that the row should be left out, or taken again."""

    out_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.shown: RowMeaning | None = None
        self.heading = label("", "section", wrap=True)
        self.says = label("", "table", "muted", wrap=True)
        self.out = Button("Leave this row out", self.out_asked.emit)
        self.cells = EntryList("Cells of the row", lead=40, after=84)
        metrics.sized(self.cells, min_height=24)
        head = QFrame()
        column = metrics.column(head, margins=(16, 10, 16, 10), spacing=6)
        column.addWidget(self.heading)
        column.addWidget(self.says)
        line = metrics.row(spacing=8)
        line.addWidget(self.out)
        line.addStretch(1)
        column.addLayout(line)
        whole = metrics.column(self, spacing=0)
        whole.addWidget(head)
        whole.addWidget(divider())
        whole.addWidget(self.cells, 1)

    @property
    def can_be_left_out(self) -> bool:
        """Whether the row at hand can be left out, or taken again: no heading, and nothing that cannot be taken anyway."""
        row = self.shown
        return row is not None and (row.by_hand or row.happens not in (Happens.HEADING, Happens.LEFT_OUT))

    def set_low(self, low: bool) -> None:
        """Give up what the list of cells says too where the window is very low."""
        self.says.setVisible(not low)

    def show_row(self, row: RowMeaning | None) -> None:
        """Show a row; none is said as such."""
        self.shown = row
        self.cells.setVisible(row is not None)
        self.out.setVisible(self.can_be_left_out)
        if row is None:
            self.heading.setText("No row at hand")
            self.says.setText("Choose a row in the table.")
            return
        self.heading.setText(row.title)
        self.says.setText(_said(row))
        self.out.say("Take this row" if row.by_hand else "Leave this row out")
        self.cells.show_rows(cell_rows(row))
        accessible.named(self.cells, f"Cells of row {row.number}", _said(row))


def _said(row: RowMeaning) -> str:
    if row.happens is Happens.HEADING:
        return f"Row {row.number} of {row.sheet}: a heading. The rows under it stand under this priority."
    said = f"Row {row.number} of {row.sheet}. {BECOMES[row.happens]}"
    changed = [cell.head.lower() for cell in row.cells if cell.changes]
    if row.happens is Happens.CHANGED and changed:
        said += f": {', '.join(changed)}"
    moves = f" {row.moves}" if row.moves else ""
    return f"{said}{', as you said' if row.by_hand else ''}.{moves}"
