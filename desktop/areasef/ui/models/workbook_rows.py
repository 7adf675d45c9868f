"""What a workbook means, as rows to look through: a table of each sheet, the cells of one row, and every fault."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from areasef.domain.plan_sheet.columns import Column
from areasef.domain.plan_sheet.meaning import CellMeaning, Happens, RowMeaning, Understanding
from areasef.ui.models.entry_rows import EntryRow
from areasef.words.faults import Fault, sentence

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
CELL: Final = Qt.ItemDataRole.UserRole + 1
SHOWN: Final = 100
LEADS: Final = ("Row", "Becomes")
BECOMES: Final = {
    Happens.NEW: "New",
    Happens.CHANGED: "Changed",
    Happens.SAME: "As it is",
    Happens.LEFT_OUT: "Left out",
    Happens.HEADING: "Heading",
}


class WorkbookModel(QAbstractTableModel):
    """The rows of one sheet as they are understood, under the columns that are read."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[RowMeaning, ...] = ()
        self.columns: tuple[Column, ...] = ()

    def show_rows(self, rows: tuple[RowMeaning, ...], columns: tuple[Column, ...]) -> None:
        """Show other rows; one that stood in the same place stays in it."""
        same = columns == self.columns and [row.key for row in rows] == [row.key for row in self.rows]
        if same:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.rows, self.columns = rows, columns
        self.endResetModel()

    def find(self, key: str) -> int:
        """Return where a row stands, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(LEADS) + len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return LEADS[section] if section < len(LEADS) else self.columns[section - len(LEADS)].head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words, what is said of it aloud, or the row and cell themselves."""
        if not index.isValid():
            return None
        row, at = self.rows[index.row()], index.column()
        cell = self.cell(row, at)
        if role == ROW:
            return row
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, at)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_row(row) if at < len(LEADS) else spoken_cell(cell, self.columns[at - len(LEADS)].head)
        return None

    def cell(self, row: RowMeaning, at: int) -> CellMeaning | None:
        """Return what a cell of the table means; None for the leading columns and where nothing stands."""
        return row.cell(self.columns[at - len(LEADS)].key) if at >= len(LEADS) else None

    def words(self, row: RowMeaning, at: int) -> str:
        """Return the words of a cell: how it is understood, or what is typed where it is not."""
        if row.happens is Happens.HEADING:
            return row.title if at == 1 else str(row.number) if at == 0 else ""
        if at < len(LEADS):
            return str(row.number) if at == 0 else BECOMES[row.happens]
        cell = self.cell(row, at)
        if cell is not None:
            return cell.words or (cell.typed if cell.faults else "")
        return row.ref if self.columns[at - len(LEADS)].key == "ref" else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every row can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def spoken_row(row: RowMeaning) -> str:
    """Return what a listener hears of a whole row."""
    if row.happens is Happens.HEADING:
        return f"Row {row.number}, heading: {row.title}."
    count = len(row.faults)
    faults = f" {count} fault{'' if count == 1 else 's'}." if count else ""
    moves = f" {row.moves}" if row.moves else ""
    return f"Row {row.number}: {row.title}. {BECOMES[row.happens]}.{moves}{faults}"


def spoken_cell(cell: CellMeaning | None, head: str) -> str:
    """Return what a listener hears of one cell."""
    if cell is None:
        return f"{head}: empty"
    said = [f"{head}: {cell.words or 'not taken'}"]
    if cell.before:
        said.append(f"Now {cell.before}")
    return ". ".join([*said, *(_without_place(fault) for fault in cell.faults)])


def cell_rows(row: RowMeaning) -> tuple[EntryRow, ...]:
    """Return the cells of a row: where each stands, how it is understood, what is typed and what is kept now."""
    own = [_fault_row(f"own{at}", fault, "") for at, fault in enumerate(row.own_faults)]
    cells = [cell for cell in row.cells if cell.typed or cell.words or cell.faults]
    if row.happens is Happens.CHANGED:  # what differs is what one came for
        cells.sort(key=lambda cell: not (cell.changes or cell.faults))
    return (*own, *(_cell_row(row, cell) for cell in cells))


def _cell_row(row: RowMeaning, cell: CellMeaning) -> EntryRow:
    detail = []
    if cell.typed and " ".join(cell.typed.split()) != " ".join(cell.words.split()):
        detail.append(f"Typed: {cell.typed}")
    if cell.before:
        detail.append(f"Now: {cell.before}")
    detail += [_without_place(fault) for fault in cell.faults]
    fresh = cell.changes and row.happens is not Happens.NEW
    word = "Fault" if cell.faults else "Changes" if fresh else ""
    shape = ("check", "look") if cell.faults else None
    lead = cell.place if not cell.place.startswith("row") else ""
    title = f"{cell.head}: {cell.words or 'not taken' if cell.faults or not cell.words else cell.words}"
    return EntryRow(cell.key, title, "\n".join(detail), lead, shape=shape, word=word)


def change_rows(found: Understanding) -> tuple[EntryRow, ...]:
    """Return the rows that would be new, changed or left out, each with what differs; of very many the first 100."""
    telling = [row for row in found.rows if row.happens in (Happens.NEW, Happens.CHANGED, Happens.LEFT_OUT)]
    rows = [
        EntryRow(
            row.key, row.title or "No words", _differs(row), f"Row {row.number}", row.sheet, word=BECOMES[row.happens]
        )
        for row in telling[:SHOWN]
    ]
    more = len(telling) - len(rows)
    return (
        (*rows, EntryRow("more", f"{more:,} more rows", "They stand under Rows.", "And")) if more > 0 else tuple(rows)
    )


def _differs(row: RowMeaning) -> str:
    if row.happens is Happens.LEFT_OUT:
        return "As you said" if row.by_hand else " ".join(_without_place(fault) for fault in row.own_faults)
    if row.happens is Happens.NEW:
        return ""
    said = [str(row.moves)] if row.moves else []
    said += [
        f"{cell.head}: {_short(cell.words) or 'empty'}{f', was {_short(cell.before)}' if cell.before else ''}"
        for cell in row.cells
        if cell.changes and not (row.moves and cell.before == row.moves.before)
    ]
    return "\n".join(said)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 90 else f"{line[:89].rstrip()}…"


def fault_rows(found: Understanding) -> tuple[EntryRow, ...]:
    """Return the faults: each its cell, what is wrong and what to do, and the row it is about.

    Of very many the first 100, and how many more there are: a list of them all would take seconds to lay out.
    """
    rows = [_fault_row(key, fault, title) for key, fault, title in islice(_faults(found), SHOWN)]
    more = len(found.faults) - len(rows)
    if more > 0:
        said = "They are listed once these are mended, or their column is read as another."
        rows.append(EntryRow("more", f"{more:,} more faults", said, "And"))
    return tuple(rows)


def row_of_fault(found: Understanding, key: str) -> str:
    """Return the key of the row that a fault is about; nothing for one of the file."""
    held = key.rpartition("/")[0]
    return held if any(row.key == held for row in found.rows) else ""


def _faults(found: Understanding) -> Iterator[tuple[str, Fault, str]]:
    for at, fault in enumerate(found.file_faults):
        yield f"file/{at}", fault, ""
    for row in found.rows:
        for at, fault in enumerate(row.faults):
            yield f"{row.key}/{at}", fault, row.title


def _fault_row(key: str, fault: Fault, title: str) -> EntryRow:
    sheet, _, cell = fault.place.rpartition("!")
    return EntryRow(key, _without_place(fault), title, cell or "File", sheet)


def _without_place(fault: Fault) -> str:
    said = sentence(fault.code, fault.params)
    return " ".join(part for part in (said.message, said.remedy) if part)
