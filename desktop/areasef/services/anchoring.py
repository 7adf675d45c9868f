"""Where a citation's words stand in the newest file of its item, and how it is anchored anew, as one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from areasef.domain.change import Change
from areasef.domain.citation import (
    Anchor,
    AnyCitation,
    Citation,
    FindingCitation,
    Locator,
    LocatorKind,
    anchored,
    kind_of,
    words_on,
)
from areasef.domain.evidence import PageText, Revision
from areasef.services.session import Session
from areasef.words.faults import AppError

PagesOf = Callable[[str], Sequence[PageText]]


@dataclass(frozen=True, slots=True)
class Selection:
    """What a person chose on a page: code points of the stored text, or nothing but the page itself."""

    revision_id: str
    page: int
    start: int = 0
    end: int = 0
    kind: LocatorKind | None = None
    boxes: tuple[tuple[float, float, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a citation's words stand in the newest file: its revision, page and place; page 0 where they are not in it.

    ``anchor`` says so in a word: FOUND where the newest file is the one cited and they stand on the page cited.
    """

    anchor: Anchor
    revision: Revision | None
    page: int = 0
    start: int = 0
    end: int = 0

    @property
    def is_newer(self) -> bool:
        """Whether a file has come since the one that is cited."""
        return self.anchor in (Anchor.NEWER, Anchor.SHIFTED, Anchor.DROPPED)


def find_again(session: Session, citation: AnyCitation, pages_of: PagesOf | None = None) -> Standing:
    """Look for a citation's words in the newest file of its item: on the page cited, then on those nearest to it.

    Only where they are not on the page cited are all pages read; ``pages_of`` gives those of a revision, so that whoever
    asks about many citations can read them once.
    """
    key = session.store.newest_revisions([citation.evidence_id]).get(citation.evidence_id, "")
    revision, locator = session.store.get(Revision, key) if key else None, citation.locator
    newer = revision is not None and revision.id != citation.revision_id
    as_ever = Anchor.NEWER if newer else Anchor.FOUND
    if revision is None or not locator.quote:
        return Standing(as_ever, revision, locator.page)
    here = session.store.page(revision.id, locator.page)
    if here is not None and (at := words_on(locator.quote, here.text)) is not None:
        return Standing(as_ever, revision, here.page, *at)
    pages = (pages_of or session.store.pages)(revision.id)
    for page in sorted(pages, key=lambda each: abs(each.page - locator.page)):
        if (at := words_on(locator.quote, page.text)) is not None:
            return Standing(Anchor.SHIFTED if newer else Anchor.MOVED, revision, page.page, *at)
    if newer and not pages:
        return Standing(as_ever, revision)  # it has no text, or is not read yet: nothing is known of the words
    return Standing(Anchor.DROPPED if newer else Anchor.LOST, revision)


def at_page(locator: Locator, page: int) -> Locator:
    """Return a place on another page of the same kind; its label, where it has one, is of the page it had."""
    return locator if page == locator.page else replace(locator, page=page, label="")


def anchor_anew(session: Session, citation_id: str) -> Change:
    """Let a citation point to where its words stand now, in the newest file. Raises AppError where they are not in it."""
    citation = _citation(session, citation_id)
    now = find_again(session, citation)
    if now.revision is None or not now.page or (citation.locator.quote and now.end <= now.start):
        raise AppError("citing.not_there")
    return anchor_to(session, citation_id, Selection(now.revision.id, now.page, now.start, now.end))


def anchor_to(session: Session, citation_id: str, selection: Selection) -> Change:
    """Let a citation point to other words; its statement, its stance and its place in the text stay as they are."""
    citation = _citation(session, citation_id)
    revision = session.store.get(Revision, selection.revision_id)
    if revision is None:
        raise AppError("citing.gone")
    kind = selection.kind or kind_of(revision.media_type, revision.page_count)
    locator = locator_of(session, revision, replace(selection, kind=kind))
    with session.store.write("Anchor a citation anew") as batch:
        batch.put(
            replace(
                citation,
                evidence_id=revision.evidence_id,
                revision_id=revision.id,
                sha256=revision.sha256,
                locator=locator,
            )
        )
    return batch.change


def locator_of(session: Session, revision: Revision, selection: Selection) -> Locator:
    """Return the place of a selection: its words with what stands around them, or the page or the item as a whole."""
    page = session.store.page(revision.id, selection.page)
    kind = selection.kind or (LocatorKind.PAGE if selection.page else LocatorKind.WHOLE)
    if page is None or selection.end <= selection.start:
        label = page.label if page else ""
        return Locator(kind, selection.page, label, boxes=selection.boxes, extractor=revision.extractor)
    found = anchored(
        kind, page.page, page.label, page.text, selection.start, selection.end, page.text_hash, revision.extractor
    )
    return replace(found, boxes=selection.boxes)


def _citation(session: Session, citation_id: str) -> AnyCitation:
    found = session.store.get(Citation, citation_id) or session.store.get(FindingCitation, citation_id)
    if found is None:
        raise AppError("citing.gone")
    return found
