"""The lists beside the writing, worked out off the GUI thread: what is suggested, what is cited here, what there is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from areasef.domain.citation import Citation
from areasef.domain.dossier import Dossier
from areasef.domain.evidence import Evidence, freshness
from areasef.services.session import Session
from areasef.services.suggesting import evidence_of, find_pages, suggest_evidence
from areasef.ui.models.pages_found import PageFound, page_found
from areasef.ui.pages.evaluate.views import in_order, told_apart

Rows = tuple[PageFound, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the lists are about: a strand, the words at hand, and what is searched for."""

    strand_id: str
    body: str
    search: str = ""


@dataclass(frozen=True, slots=True)
class Lists:
    """The rows of each tab, and those that were searched for."""

    suggested: Rows
    everything: Rows
    searched: Rows


def look_for(session: Session, wanted: Wanted) -> Lists:
    """Return what the lists show. Runs off the GUI thread, on a session made by ``beside``."""
    if wanted.search.strip():
        hits = find_pages(session, wanted.search)
        return Lists((), (), tuple(_row(session, each.evidence, each.page) for each in hits))
    suggested = suggest_evidence(session, wanted.strand_id, wanted.body)
    return Lists(
        tuple(_row(session, each.evidence, each.page) for each in suggested),
        tuple(_row(session, each, 0) for each in evidence_of(session, wanted.strand_id)),
        (),
    )


def cited_rows(dossier: Dossier, statement_id: str) -> Rows:
    """Return the pages that a statement cites, as they stand in its text."""
    statement = dossier.statement_by_id.get(statement_id)
    if statement is None:
        return ()
    citations = dossier.citations_of(statement_id)
    told = told_apart(citations)
    rows = [_cited(dossier, each, told.get(each.id, "")) for each in in_order(statement, citations)]
    return tuple(row for row in rows if row is not None)


def _cited(dossier: Dossier, citation: Citation, told: str) -> PageFound | None:
    item = dossier.evidence_by_id.get(citation.evidence_id)
    if item is None:
        return None
    fresh = dossier.freshness_of(item)
    row = page_found(item, dossier.framework, fresh, citation.locator.page, citation.id, str(citation.stance))
    return replace(row, detail=told) if told else row


def _row(session: Session, item: Evidence, page: int) -> PageFound:
    framework = session.framework
    fresh = freshness(item, session.evaluation.as_at, framework.source_type(item.source_type_id))
    return page_found(item, framework, fresh, page)
