"""Cite a page: anchor the words, place the citation in its sentence, and find the words again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from areasef.domain.change import NOTHING, Change
from areasef.domain.citation import (
    Anchor,
    AnyCitation,
    Citation,
    FindingCitation,
    Place,
    Stance,
    locate,
)
from areasef.domain.evidence import Evidence, PageText, Revision
from areasef.domain.identity import new_id
from areasef.domain.statement import Statement, marker, sentences
from areasef.services.anchoring import Selection as Selection
from areasef.services.anchoring import find_again, locator_of
from areasef.services.session import Session
from areasef.words.faults import AppError


@dataclass(frozen=True, slots=True)
class Opened:
    """A citation with all that is needed to show it: its item, its revision, its page's text and its place there."""

    citation: Citation
    evidence: Evidence
    revision: Revision
    page: PageText | None
    place: Place


def cite(
    session: Session,
    statement_id: str,
    selection: Selection,
    stance: Stance,
    at: int | None = None,
    says: str = "",
) -> Citation:
    """Cite a selection for a statement and place its marker in the text at ``at`` (the end of that sentence).

    ``at`` counts in the body with its markers; None means the last sentence. Raises AppError where the statement
    or the revision is gone.
    """
    statement = session.store.get(Statement, statement_id)
    revision = session.store.get(Revision, selection.revision_id)
    if statement is None or revision is None:
        raise AppError("citing.gone")
    new = Citation(
        id=new_id(),
        statement_id=statement.id,
        evidence_id=revision.evidence_id,
        revision_id=revision.id,
        sha256=revision.sha256,
        stance=stance,
        locator=locator_of(session, revision, selection),
        says=says,
    )
    verb = "Cite as support" if stance is Stance.SUPPORTS else "Cite as challenge"
    with session.store.write(verb) as batch:
        batch.put(new)
        batch.put(replace(statement, body=_placed(statement.body, new.id, at)))
        item = session.store.get(Evidence, revision.evidence_id)
        if item is not None and statement.strand_id not in item.strand_ids:
            batch.put(replace(item, strand_ids=(*item.strand_ids, statement.strand_id)))
    session.store.drop_draft(statement.id, "body")
    return new


def change_citation(session: Session, citation: Citation) -> Change:
    """Keep a citation's stance or what it says."""
    with session.store.write("Change a citation") as batch:
        batch.put(citation)
    return batch.change


def place_citation(session: Session, citation_id: str, at: int | None = None) -> Change:
    """Put the marker of an unplaced citation into its statement's text."""
    citation = session.store.get(Citation, citation_id)
    statement = session.store.get(Statement, citation.statement_id) if citation else None
    if citation is None or statement is None or marker(citation.id) in statement.body:
        return NOTHING
    with session.store.write("Place a citation") as batch:
        batch.put(replace(statement, body=_placed(statement.body, citation.id, at)))
    return batch.change


def unplace_citation(session: Session, citation_id: str) -> Change:
    """Take the marker of a citation out of its statement's text; the citation itself stays."""
    citation = session.store.get(Citation, citation_id)
    statement = session.store.get(Statement, citation.statement_id) if citation else None
    if citation is None or statement is None or marker(citation.id) not in statement.body:
        return NOTHING
    with session.store.write("Take a citation out of the text") as batch:
        batch.put(replace(statement, body=statement.body.replace(marker(citation.id), "")))
    return batch.change


def remove_citation(session: Session, citation_id: str) -> Change:
    """Put a citation in the bin and take its marker out of the text, as one step that can be undone."""
    citation = session.store.get(Citation, citation_id)
    if citation is None:
        return NOTHING
    statement = session.store.get(Statement, citation.statement_id)
    with session.store.write("Remove a citation") as batch:
        if statement is not None:
            batch.put(replace(statement, body=statement.body.replace(marker(citation.id), "")))
        batch.bin(Citation, citation.id)
    return batch.change


def citations_of(session: Session, statement_id: str) -> tuple[Citation, ...]:
    """Return the citations of a statement, placed or not."""
    return session.store.all(Citation, statement_id=statement_id)


def open_citation(session: Session, citation_id: str) -> Opened:
    """Find a citation's page and words again. Raises AppError where the citation or its item is gone."""
    citation = session.store.get(Citation, citation_id)
    evidence = session.store.get(Evidence, citation.evidence_id) if citation else None
    revision = session.store.get(Revision, citation.revision_id) if citation else None
    if citation is None or evidence is None or revision is None:
        raise AppError("citing.gone")
    page = session.store.page(revision.id, citation.locator.page) if citation.locator.page else None
    return Opened(citation, evidence, revision, page, _found(session, citation, page))


def cited_on(session: Session, revision_id: str, page: PageText) -> tuple[tuple[AnyCitation, Place], ...]:
    """Return the citations of a page with the places of their words on it; those whose words are lost are left out."""
    found: list[AnyCitation] = list(session.store.all(Citation, revision_id=revision_id))
    found += session.store.all(FindingCitation, revision_id=revision_id)
    here = [each for each in found if each.locator.page == page.page and each.locator.quote]
    places = [(each, locate(each.locator, page.text, page.text_hash)) for each in here]
    return tuple((each, place) for each, place in places if place.end > place.start)


def anchors(session: Session, citations: tuple[AnyCitation, ...]) -> dict[str, Anchor]:
    """Return for each citation whether its words still stand where it says."""
    states: dict[str, Anchor] = {}
    newest = session.store.newest_revisions({each.evidence_id for each in citations if each.revision_id})
    pages: dict[tuple[str, int], PageText | None] = {}
    held = {sha256: session.store.has_blob(sha256) for sha256 in {each.sha256 for each in citations if each.sha256}}
    pages_of = cache(session.store.pages)
    for citation in citations:
        if not held.get(citation.sha256, True):
            states[citation.id] = Anchor.FILE_MISSING
            continue
        key = (citation.revision_id or "", citation.locator.page)
        if key not in pages:
            pages[key] = session.store.page(*key)
        state = _place(citation, pages[key]).anchor
        now = newest.get(citation.evidence_id, citation.revision_id)
        is_older = state is Anchor.FOUND and bool(citation.revision_id) and now != citation.revision_id
        states[citation.id] = find_again(session, citation, pages_of).anchor if is_older else state
    return states


def _found(session: Session, citation: Citation, page: PageText | None) -> Place:
    if citation.sha256 and not session.store.has_blob(citation.sha256):
        return Place(Anchor.FILE_MISSING)
    return _place(citation, page)


def _place(citation: AnyCitation, page: PageText | None) -> Place:
    if not citation.locator.quote:
        return Place(Anchor.FOUND)
    return locate(citation.locator, page.text if page else "", page.text_hash if page else "")


def _placed(body: str, citation_id: str, at: int | None) -> str:
    spans = sentences(body)
    if not spans:
        return body + marker(citation_id)
    where = next((span for span in spans if at is not None and at <= span.end), spans[-1])
    return body[: where.end] + marker(citation_id) + body[where.end :]
