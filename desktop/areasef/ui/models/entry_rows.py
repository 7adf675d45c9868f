"""Rows of a list whose entries say when, what and how it stands; each is spoken as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry: what it is called and what is said of it; a lead before it; a shape (family, key) with its word after."""

    key: str
    title: str
    detail: str = ""
    lead: str = ""
    under_lead: str = ""
    shape: tuple[str, str] | None = None
    word: str = ""
    under_word: str = ""

    @property
    def spoken(self) -> str:
        """What a listener hears of the row."""
        said = (self.lead, self.under_lead, self.title, self.detail, self.word, self.under_word)
        return ". ".join(each.rstrip(".") for each in said if each) + "."


class EntryModel(QAbstractListModel):
    """Entries in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[EntryRow, ...] = ()

    def show_rows(self, rows: Sequence[EntryRow]) -> bool:
        """Show other rows; say whether they are others than before and the choice is lost."""
        anew = [row.key for row in rows] != [row.key for row in self.rows]
        if anew:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()
        else:
            self.rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        return anew

    def find(self, key: str) -> int:
        """Return where an entry stands, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's words, what is said of it aloud, or the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == Qt.ItemDataRole.UserRole else None
