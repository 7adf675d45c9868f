"""Citations: a statement's pointer to the words on a page, anchored so that it survives a restart and a new extractor."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

CONTEXT: Final = 32


class Stance(StrEnum):
    """Whether a page backs a statement or speaks against it."""

    SUPPORTS = "supports"
    CHALLENGES = "challenges"


class LocatorKind(StrEnum):
    """What kind of place a citation points to."""

    PAGE = "page"
    SLIDE = "slide"
    SHEET = "sheet"
    PARAGRAPH = "paragraph"
    MAIL = "mail"
    IMAGE = "image"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a revision. ``page`` counts from 1; ``start`` and ``end`` are code points of the stored page text.

    ``boxes`` are (left, bottom, right, top) in unrotated PDF points and only a cache of where the words stand.
    """

    kind: LocatorKind = LocatorKind.WHOLE
    page: int = 0
    label: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""
    start: int = 0
    end: int = 0
    text_hash: str = ""
    extractor: str = ""
    boxes: tuple[tuple[float, float, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement's pointer into a revision. ``says`` is our own reading where there are no words to quote."""

    id: str
    statement_id: str
    evidence_id: str
    revision_id: str
    sha256: str
    stance: Stance
    locator: Locator
    says: str = ""


@dataclass(frozen=True, slots=True)
class FindingCitation:
    """What shows the progress on a finding: an item as a whole, or a place in a revision with its words, as statements cite it."""

    id: str
    finding_id: str
    evidence_id: str
    revision_id: str | None = None
    sha256: str = ""
    locator: Locator = field(default_factory=Locator)
    says: str = ""

    @property
    def stance(self) -> Stance:
        """It backs what is said of the finding: what speaks against it is said in what is left."""
        return Stance.SUPPORTS


AnyCitation = Citation | FindingCitation


class Anchor(StrEnum):
    """Whether the words of a citation still stand where it says.

    The last three are of a citation of an older file whose words stand there as ever: in the newest file they stand on
    the same page (NEWER), on another (SHIFTED), or nowhere (DROPPED).
    """

    FOUND = "found"
    MOVED = "moved"
    LOST = "lost"
    FILE_MISSING = "file_missing"
    NEWER = "newer"
    SHIFTED = "shifted"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a citation's words were found: the state of the anchor and code points of today's page text."""

    anchor: Anchor
    start: int = 0
    end: int = 0


_KINDS: Final = (
    ("image/", LocatorKind.IMAGE),
    ("presentation", LocatorKind.SLIDE),
    ("sheet", LocatorKind.SHEET),
    ("excel", LocatorKind.SHEET),
    ("rfc822", LocatorKind.MAIL),
    ("outlook", LocatorKind.MAIL),
    ("pdf", LocatorKind.PAGE),
)


def kind_of(media_type: str, pages: int) -> LocatorKind:
    """Return what the parts of a file of a media type are; one without parts is cited as a whole."""
    if not pages:
        return LocatorKind.WHOLE
    return next((kind for part, kind in _KINDS if part in media_type), LocatorKind.PARAGRAPH)


_NOUNS: Final = {
    LocatorKind.PAGE: "page",
    LocatorKind.SLIDE: "slide",
    LocatorKind.SHEET: "sheet",
    LocatorKind.PARAGRAPH: "part",
    LocatorKind.MAIL: "mail",
    LocatorKind.IMAGE: "picture",
    LocatorKind.WHOLE: "",
}


def place_words(locator: Locator) -> str:
    """Return a place in words, such as ``page 6`` or ``sheet Waits``; nothing for a whole item."""
    noun = _NOUNS[locator.kind]
    if locator.kind in (LocatorKind.WHOLE, LocatorKind.IMAGE, LocatorKind.MAIL):
        return noun
    label = locator.label if locator.kind in (LocatorKind.SHEET, LocatorKind.PARAGRAPH) else str(locator.page)
    return f"{noun} {label or locator.page}"


def locate(locator: Locator, text: str | None, text_hash: str) -> Place:
    """Find a citation's words: by offsets while the page's text is unchanged, else by quote and context.

    ``text`` is None where the file is missing. Words found elsewhere on the page are MOVED; not at all, LOST.
    """
    if text is None:
        return Place(Anchor.FILE_MISSING)
    if not locator.quote:
        return Place(Anchor.FOUND)
    if text_hash == locator.text_hash and text[locator.start : locator.end] == locator.quote:
        return Place(Anchor.FOUND, locator.start, locator.end)
    spots = _occurrences(text, locator.quote)
    if not spots:
        return Place(Anchor.LOST)
    best = max(spots, key=lambda at: (_context_score(locator, text, at), -abs(at - locator.start)))
    anchor = Anchor.FOUND if _context_score(locator, text, best) == _full(locator) else Anchor.MOVED
    return Place(anchor, best, best + len(locator.quote))


def words_on(quote: str, text: str) -> tuple[int, int] | None:
    """Return where words stand in a text, however its lines are broken; the first place where there are several."""
    parts = [re.escape(word) for word in quote.split()]
    found = re.search(r"\s+".join(parts), text) if parts else None
    return found.span() if found else None


def anchored(
    kind: LocatorKind, page: int, label: str, text: str, start: int, end: int, text_hash: str, extractor: str
) -> Locator:
    """Build the locator of a selection: its quote and the characters either side, from the stored page text."""
    return Locator(
        kind=kind,
        page=page,
        label=label,
        quote=text[start:end],
        before=text[max(0, start - CONTEXT) : start],
        after=text[end : end + CONTEXT],
        start=start,
        end=end,
        text_hash=text_hash,
        extractor=extractor,
    )


def _occurrences(text: str, quote: str) -> list[int]:
    spots: list[int] = []
    at = text.find(quote)
    while at >= 0:
        spots.append(at)
        at = text.find(quote, at + 1)
    return spots


def _context_score(locator: Locator, text: str, at: int) -> int:
    end = at + len(locator.quote)
    before = text[max(0, at - CONTEXT) : at]
    after = text[end : end + CONTEXT]
    return _shared_suffix(before, locator.before) + _shared_prefix(after, locator.after)


def _full(locator: Locator) -> int:
    return len(locator.before) + len(locator.after)


def _shared_prefix(one: str, other: str) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _shared_suffix(one: str, other: str) -> int:
    return _shared_prefix(one[::-1], other[::-1])
