"""The evidence library: every item with its counts, what has been asked of partners, and where an item is cited."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from areasef.domain.change import Change
from areasef.domain.citation import Anchor, AnyCitation, Citation, FindingCitation
from areasef.domain.evidence import Evidence, Holding, Revision
from areasef.domain.library import LibraryItem, PageHit, library_items, with_items
from areasef.domain.numbering import actions_of, numbering
from areasef.domain.plan import Action
from areasef.domain.record import Finding, Request
from areasef.domain.statement import Statement
from areasef.services.citing import anchors
from areasef.services.gathering import gather_plan
from areasef.services.session import Session

FEW = 60
HITS = 500


@dataclass(frozen=True, slots=True)
class Library:
    """Every item, every request, and the day they are looked at from."""

    items: tuple[LibraryItem, ...]
    requests: tuple[Request, ...]
    as_at: date


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A statement that cites an item: the citation, the statement, and whether the words still stand there."""

    citation: Citation
    statement: Statement
    anchor: Anchor


def library(session: Session) -> Library:
    """Return the whole library as it stands now. Runs off the GUI thread."""
    store, as_at = session.store, session.evaluation.as_at
    items = library_items(store.all(Evidence), _live_citations(session), session.framework, as_at)
    return Library(items, store.all(Request), as_at)


def refreshed(session: Session, held: Library, change: Change) -> Library | None:
    """Return the library with the few items that a change touched; None where it must be read again as a whole."""
    known = {each.id for each in held.items}
    ids = change.ids & known
    if (
        not change.kinds <= {"evidence", "request", "revision"}
        or len(ids) > FEW
        or held.as_at != session.evaluation.as_at
    ):
        return None
    if change.touches("evidence") and not ids:
        return None
    now = [item for each in ids if (item := session.store.get(Evidence, each)) is not None]
    live = [one for each in ids for one in _live_citations(session, each)]
    fresh = library_items(now, live, session.framework, held.as_at)
    requests = session.store.all(Request) if change.touches("request", "evidence") else held.requests
    return Library(with_items(held.items, fresh, frozenset(ids)), requests, held.as_at)


def found_pages(session: Session, text: str) -> dict[str, tuple[PageHit, ...]]:
    """Return what is found for words in titles and pages, item by item, its pages in order. Runs off the GUI thread."""
    if len(text.strip()) < 2:
        return {}
    hits = [hit for hit in session.store.search(text.strip(), HITS, ranked=True) if hit.kind == "evidence"]
    newest = {
        key: max(_numbers(session, key), default=("", 0), key=lambda each: each[1])[0] for key in {h.id for h in hits}
    }
    found: dict[str, list[PageHit]] = defaultdict(list)
    for hit in hits:
        older = bool(hit.revision_id) and hit.revision_id != newest[hit.id]
        found[hit.id].append(PageHit(hit.id, hit.page, hit.snippet, hit.marks, hit.revision_id, older, hit.first))
    return {key: tuple(sorted(pages, key=lambda each: (each.older, each.page))) for key, pages in found.items()}


def cited_places(session: Session, evidence_id: str) -> tuple[CitedPlace, ...]:
    """Return where an item is cited, strand by strand in the order of the framework."""
    citations = session.store.all(Citation, evidence_id=evidence_id)
    states = anchors(session, citations)
    places = []
    for citation in citations:
        statement = session.store.get(Statement, citation.statement_id)
        if statement is not None:
            places.append(CitedPlace(citation, statement, states[citation.id]))
    order = {strand.id: at for at, strand in enumerate(session.framework.strands)}
    return tuple(sorted(places, key=lambda each: (order.get(each.statement.strand_id, 99), each.statement.position)))


def shows_effect_of(session: Session, evidence_id: str) -> tuple[tuple[Action, str], ...]:
    """Return the actions whose effect an item shows, each with its number, in the order of the plan."""
    plan = gather_plan(session)
    numbers = numbering(plan).actions
    return tuple(
        (action, numbers[action.id])
        for priority in plan.priorities
        for action in actions_of(plan, priority.id)
        if evidence_id in action.evidence_ids
    )


def waiting_to_be_filed(session: Session) -> int:
    """Return how many items lie in the inbox. Runs off the GUI thread."""
    held, store = Holding.HELD, session.store
    untyped = {item.id for item in store.all(Evidence, holding=held, source_type_id="")}
    return len(untyped.union(item.id for item in store.all(Evidence, holding=held, strand_ids=())))


def _live_citations(session: Session, evidence_id: str = "") -> list[AnyCitation]:
    """Return the citations of statements and of findings that are here; of one item where one is named."""
    store, about = session.store, {"evidence_id": evidence_id} if evidence_id else {}
    live = {each.id for each in store.all(Statement)} | {each.id for each in store.all(Finding)}
    found: list[AnyCitation] = [each for each in store.all(Citation, **about) if each.statement_id in live]
    return [*found, *(each for each in store.all(FindingCitation, **about) if each.finding_id in live)]


def _numbers(session: Session, evidence_id: str) -> list[tuple[str, int]]:
    return [(each.id, each.number) for each in session.store.all(Revision, evidence_id=evidence_id)]
