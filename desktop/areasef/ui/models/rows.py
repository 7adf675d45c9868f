"""A list model over a tuple of rows: what every list of the window shares."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
CHOSEN: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class Row(Protocol):
    """What stands in one line of a list."""

    @property
    def spoken(self) -> str:
        """What a listener hears of it."""


R = TypeVar("R", bound=Row)


class RowModel(QAbstractListModel, Generic[R]):
    """Rows in the order they were given. A list says what its rows are known by and what stands in them."""

    heading_flags = Qt.ItemFlag.NoItemFlags
    """What can be done with a heading."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[R, ...] = ()

    def key(self, row: R) -> object:
        """Return what tells a row from others: rows with the same keys are changed in place, and the choice stays."""
        return row

    def words(self, row: R) -> str:
        """Return what stands in a row."""
        return row.spoken

    def hint(self, row: R) -> str | None:
        """Return the hint over a row, as rich text, or None."""
        return None

    def is_heading(self, row: R) -> bool:
        """Return whether a row only names those below it, and cannot be chosen."""
        return False

    def show_rows(self, rows: Iterable[R]) -> bool:
        """Show other rows; return whether the list was laid anew, and the choice is lost."""
        fresh = tuple(rows)
        if [self.key(row) for row in fresh] != [self.key(row) for row in self.rows]:
            self.beginResetModel()
            self.rows = fresh
            self.endResetModel()
            return True
        self.rows = fresh
        if fresh:
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
        return False

    def find(self, key: object) -> int:
        """Return where a row that can be chosen stands, or -1."""
        found = (at for at, row in enumerate(self.rows) if self.key(row) == key and not self.is_heading(row))
        return next(found, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's words, what is said of it aloud, its hint, or the row itself."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.hint(row)
        return row if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows can be chosen and headings cannot."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return self.heading_flags if self.is_heading(self.rows[index.row()]) else CHOSEN
