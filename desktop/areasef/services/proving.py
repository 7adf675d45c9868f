"""Prove the originals of evidence: which are missing or damaged, and how one is mended by putting its file there again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from areasef.domain.change import Change
from areasef.domain.evidence import Evidence, Original, Revision, RevisionKind, TextState
from areasef.services import adding
from areasef.services.session import Session
from areasef.words.faults import AppError

Step = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Broken:
    """A revision whose bytes are not what was added. ``newest`` says whether it is the one that is used now."""

    revision: Revision
    original: Original
    newest: bool = True


@dataclass(frozen=True, slots=True)
class PutAgain:
    """What came of putting a file there again: ``mended`` where its bytes were the very same, else a new revision came."""

    change: Change
    mended: bool


def broken(session: Session, evidence_ids: tuple[str, ...] = (), step: Step | None = None) -> dict[str, Broken]:
    """Return what is broken by the id of its item, of these items or of all; the newest of several revisions.

    Every byte is read: it runs off the GUI thread, on a session made by ``beside``. ``step`` may raise to stop it.
    """
    live = {each.id for each in session.store.all(Evidence)}
    live = live.intersection(evidence_ids) if evidence_ids else live
    files = [each for each in session.store.all(Revision) if each.sha256 and each.evidence_id in live]
    newest = session.store.newest_revisions({each.evidence_id for each in files})
    states: dict[str, Original] = {}
    found: dict[str, Broken] = {}
    for done, revision in enumerate(files):
        if step is not None:
            step(done, len(files))
        key = revision.sha256
        if key not in states:
            states[key] = session.store.blob_state(key)
        if states[key] is not Original.WHOLE:
            is_newest = newest.get(revision.evidence_id) == revision.id
            found[revision.evidence_id] = Broken(revision, states[key], is_newest)
    return found


def put_again(session: Session, revision_id: str, path: Path) -> PutAgain:
    """Put the file of a revision there again: the same bytes mend it, others become a new revision of its item.

    Raises AppError where the revision is gone or the file cannot be kept.
    """
    revision = session.store.get(Revision, revision_id)
    if revision is None or revision.kind is not RevisionKind.FILE:
        raise AppError("evidence.gone")
    blob = adding.keep_original(session, path)
    if blob.sha256 != revision.sha256:
        return PutAgain(adding.add_revision(session, revision.evidence_id, path), mended=False)
    change = Change(frozenset({"evidence", "revision"}), frozenset({revision.evidence_id, revision.id}), "Mend a file")
    if revision.text_state in (TextState.WAITING, TextState.UNREADABLE):
        adding.read_revision(session, revision.id)
    return PutAgain(change, mended=True)
