"""Show the progress on a finding: choose items of evidence, point to a page and its words, and say what it shows."""

from __future__ import annotations

from dataclasses import replace

from areasef.domain.change import NOTHING, Change
from areasef.domain.citation import FindingCitation, Locator
from areasef.domain.evidence import Evidence, Revision
from areasef.domain.identity import new_id
from areasef.domain.record import Finding
from areasef.services.anchoring import Selection, locator_of
from areasef.services.session import Session
from areasef.words.faults import AppError


def cited_for(session: Session, finding_id: str) -> tuple[tuple[FindingCitation, Evidence], ...]:
    """Return what shows the progress on a finding, with its items; what is in the bin is left out."""
    found = session.store.all(FindingCitation, finding_id=finding_id)
    items = {each.id: each for each in session.store.all(Evidence, id=frozenset(one.evidence_id for one in found))}
    return tuple((each, items[each.evidence_id]) for each in found if each.evidence_id in items)


def choose_items(session: Session, finding_id: str, evidence_ids: tuple[str, ...]) -> Change:
    """Let these items, and no others, show the progress on a finding; the places of those that stay are kept."""
    held = session.store.all(FindingCitation, finding_id=finding_id)
    gone = [each for each in held if each.evidence_id not in evidence_ids]
    fresh = [key for key in evidence_ids if all(each.evidence_id != key for each in held)]
    if not gone and not fresh:
        return NOTHING
    with session.store.write("Choose evidence for a finding") as batch:
        for each in gone:
            batch.bin(FindingCitation, each.id)
        for key in fresh:
            batch.put(FindingCitation(new_id(), finding_id, key))
    return batch.change


def cite_place(session: Session, citation_id: str, selection: Selection) -> Change:
    """Point to a page and its words, as a statement does. Raises AppError where the item is gone."""
    kept = session.store.get(FindingCitation, citation_id)
    revision = session.store.get(Revision, selection.revision_id)
    if kept is None or revision is None:
        raise AppError("citing.gone")
    place = locator_of(session, revision, selection)
    changed = replace(kept, revision_id=revision.id, sha256=revision.sha256, locator=place)
    return keep(session, changed, "Cite a page for a finding")


def cite_whole(session: Session, citation_id: str) -> Change:
    """Point to the item as a whole again. Raises AppError where it is gone."""
    kept = session.store.get(FindingCitation, citation_id)
    if kept is None:
        raise AppError("citing.gone")
    return keep(session, replace(kept, revision_id=None, sha256="", locator=Locator()), "Cite the whole item")


def keep(session: Session, citation: FindingCitation, label: str = "Say what evidence shows") -> Change:
    """Keep a citation as it now stands."""
    with session.store.write(label) as batch:
        batch.put(citation)
    return batch.change


def remove(session: Session, citation_id: str) -> Change:
    """Put a citation in the bin; the item stays in the library."""
    with session.store.write("Remove evidence from a finding") as batch:
        batch.bin(FindingCitation, citation_id)
    return batch.change


def findings_shown_by(session: Session, evidence_id: str) -> tuple[tuple[FindingCitation, Finding], ...]:
    """Return the findings whose progress an item shows, in the order of their reports."""
    found = {each.id: each for each in session.store.all(Finding)}
    held = session.store.all(FindingCitation, evidence_id=evidence_id)
    pairs = [(each, found[each.finding_id]) for each in held if each.finding_id in found]
    return tuple(sorted(pairs, key=lambda pair: (str(pair[1].report_date or ""), pair[1].position)))
