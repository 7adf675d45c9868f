"""The plan as a table: one model under the table and the timeline, so that both always say the same."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from areasef.ui.models.plan_rows import PlanRow

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
HEADS: Final = ("Ref", "Priority and action", "Lead", "Delivery", "Impact", "Measure", "Timeline")
REF, TITLE, LEAD, DELIVERY, IMPACT, MEASURE, TIMELINE = range(7)


class PlanModel(QAbstractTableModel):
    """Groups and actions in their order; every cell has words."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PlanRow, ...] = ()

    def show_rows(self, rows: tuple[PlanRow, ...]) -> bool:
        """Show other rows; say whether the table was laid anew (rows came, went or moved)."""
        if [(row.key, row.is_group) for row in rows] == [(row.key, row.is_group) for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, TIMELINE))
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def row_at(self, row: int) -> PlanRow | None:
        """Return a row, or None past the ends."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def find(self, key: str) -> int:
        """Return where a priority or an action stands first, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the head of a column, and for a listener what a row is about."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(HEADS):
            if role == Qt.ItemDataRole.DisplayRole:
                return HEADS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        elif role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self.rows):
            row = self.rows[section]
            return "" if row.is_group else f"{row.ref} {row.title}"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words, what is said of it aloud, or the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _group_words(row, index.column()) if row.is_group else _words(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if row.is_group:
                return row.spoken if index.column() in (REF, TIMELINE) else ""
            return row.spoken if index.column() == TITLE else f"{_words(row, index.column())}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every row can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _words(row: PlanRow, column: int) -> str:
    return (row.ref, row.title, row.who, row.delivery, row.impact, row.measure, row.bar)[column]


def _group_words(row: PlanRow, column: int) -> str:
    return {REF: row.ref, TITLE: row.title, MEASURE: row.who}.get(column, "")
