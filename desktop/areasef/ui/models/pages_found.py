"""Items of evidence with the page that matters, for a list beside the writing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from areasef.domain.evidence import Evidence, Freshness
from areasef.domain.framework import Framework, title_of
from areasef.ui.models.rows import RowModel

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class PageFound:
    """A row: an item, its page (0 for none in particular), what it is, and how fresh; ``citation_id`` where it is cited."""

    evidence_id: str
    ref: str
    title: str
    page: int
    detail: str
    freshness: Freshness
    covers: str
    citation_id: str = ""
    stance: str = ""

    @property
    def spoken(self) -> str:
        """What a listener hears of the row."""
        place = f", page {self.page}" if self.page else ""
        stance = {"supports": "Supports. ", "challenges": "Challenges. "}.get(self.stance, "")
        return f"{stance}{self.ref}, {self.title}{place}. {self.detail}. {self.covers or 'No date'}."


def page_found(
    item: Evidence, framework: Framework, freshness: Freshness, page: int = 0, citation_id: str = "", stance: str = ""
) -> PageFound:
    """Return the row of an item."""
    kind = framework.source_type(item.source_type_id)
    detail = kind_words(kind.title if kind else "", title_of(framework.agencies, item.agency_id))
    return PageFound(
        item.id, item.ref, item.title, page, detail, freshness, covers_words(item, freshness), citation_id, stance
    )


def kind_words(kind: str, agency: str) -> str:
    """Return what an item is and where it comes from; once where both say the same."""
    words = (kind, "" if agency.casefold() == kind.casefold() else agency.lower())
    return ", ".join(filter(None, words)) or "Not described yet"


def covers_words(item: Evidence, freshness: Freshness) -> str:
    """Return the month an item covers and, where it is not current, how fresh it is: ``Mar 2026, ageing``."""
    day = item.covers_to or item.covers_from
    if day is None:
        return "No date"
    words = month_words(day)
    return words if freshness is Freshness.CURRENT else f"{words}, {freshness}"


def month_words(day: date) -> str:
    """Return a month as it is written in rows: ``Sep 2026``."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


class PagesFoundModel(RowModel[PageFound]):
    """Rows of items and pages."""

    def words(self, row: PageFound) -> str:
        """Return the reference and the title."""
        return f"{row.ref} {row.title}"
