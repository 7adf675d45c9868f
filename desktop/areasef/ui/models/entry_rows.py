"""Rows of a list whose entries say when, what and how it stands; each is spoken as a whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from areasef.ui.models.rows import RowModel

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry: what it is called and what is said of it; a lead before it; a shape (family, key) with its word after.

    ``as_above`` is an entry of the same thing as the one above it: its lead and title are heard, and seen once.
    """

    key: str
    title: str
    detail: str = ""
    lead: str = ""
    under_lead: str = ""
    shape: tuple[str, str] | None = None
    word: str = ""
    under_word: str = ""
    as_above: bool = False

    @property
    def seen(self) -> EntryRow:
        """Return what is painted of it."""
        return replace(self, lead="", under_lead="", title="") if self.as_above and self.detail else self

    @property
    def spoken(self) -> str:
        """What a listener hears of the row."""
        said = (self.lead, self.under_lead, self.title, self.detail, self.word, self.under_word)
        return ". ".join(each.rstrip(".") for each in said if each) + "."


class EntryModel(RowModel[EntryRow]):
    """Entries in their order."""

    def key(self, row: EntryRow) -> str:
        """Return what it is known by."""
        return row.key

    def words(self, row: EntryRow) -> str:
        """Return what is read first."""
        return row.title
