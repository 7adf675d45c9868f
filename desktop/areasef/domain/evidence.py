"""Evidence: items that show something, their revisions kept byte for byte, and how fresh they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from areasef.domain.framework import SourceType


class Holding(StrEnum):
    """Whether the partnership has an item."""

    HELD = "held"
    REQUESTED = "requested"
    MISSING = "missing"
    REFUSED = "refused"


class Sensitivity(StrEnum):
    """How carefully an item is to be handled; its words are those of the government's classification."""

    OPEN = "open"
    OFFICIAL = "official"
    SENSITIVE = "sensitive"


class RevisionKind(StrEnum):
    """What a revision is: a file kept byte for byte, a link, or a note typed here."""

    FILE = "file"
    LINK = "link"
    NOTE = "note"


class TextState(StrEnum):
    """What is known of a revision's text."""

    WAITING = "waiting"
    READ = "read"
    NO_TEXT = "no_text"
    UNREADABLE = "unreadable"


class Original(StrEnum):
    """Whether the bytes of a file are what was added: all there, not there, or others than their SHA-256 says."""

    WHOLE = "whole"
    MISSING = "missing"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Evidence:
    """An item that shows something. ``covers_from`` and ``covers_to`` are the dates it represents (*Covers* on screen)."""

    id: str
    ref: str
    title: str
    source_type_id: str = ""
    agency_id: str = ""
    partner_id: str | None = None
    covers_from: date | None = None
    covers_to: date | None = None
    review_by: date | None = None
    owner: str = ""
    sensitivity: Sensitivity = Sensitivity.OFFICIAL
    holding: Holding = Holding.HELD
    note: str = ""
    strand_ids: tuple[str, ...] = ()
    added_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of an item. ``sha256`` and ``size`` (bytes) are of the original file; ``fault`` says why it could not be read."""

    id: str
    evidence_id: str
    number: int
    kind: RevisionKind
    name: str = ""
    media_type: str = ""
    sha256: str = ""
    size: int = 0
    link: str = ""
    note: str = ""
    page_count: int = 0
    text_state: TextState = TextState.WAITING
    fault: str = ""
    extractor: str = ""
    added_at: datetime | None = None
    added_by: str = ""


@dataclass(frozen=True, slots=True)
class PageText:
    """The stored text of a page (or slide, sheet, mail part): what offsets of citations count in."""

    revision_id: str
    page: int
    label: str
    text: str
    text_hash: str


class Freshness(StrEnum):
    """How old an item is on the as-at date, by the limits of its source type."""

    CURRENT = "current"
    AGEING = "ageing"
    STALE = "stale"
    UNDATED = "undated"


def months_between(earlier: date, later: date) -> int:
    """Return the whole months from one day to a later one; negative where it is earlier."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - 1 if later.day < earlier.day else months


def freshness(item: Evidence, as_at: date, kind: SourceType | None) -> Freshness:
    """Return how fresh an item is: by default current to 6 months, ageing to 12, then stale (design guide, section 6)."""
    newest = item.covers_to or item.covers_from
    if newest is None:
        return Freshness.UNDATED
    age = months_between(newest, as_at)
    if age < (kind.current_months if kind else 6):
        return Freshness.CURRENT
    return Freshness.AGEING if age < (kind.ageing_months if kind else 12) else Freshness.STALE
