"""Keep the evidence library: change items, ask partners, bin and restore, and hand originals out again, identical."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from areasef.domain.change import Change
from areasef.domain.evidence import Evidence, Holding, PageText, Revision, RevisionKind
from areasef.domain.identity import new_id
from areasef.domain.page import PageGeometry, PagePicture
from areasef.domain.record import Request
from areasef.services.session import Session, now
from areasef.words.faults import AppError

_DOCUMENTS: Final = "pdf doc docx odt rtf txt md csv xls xlsx ods ppt pptx odp eml msg"
_PICTURES_AND_SOUND: Final = "png jpg jpeg gif tif tiff bmp webp heic mp3 m4a wav ogg mp4 mov webm"
OPENED_ELSEWHERE: Final = frozenset(f".{each}" for each in f"{_DOCUMENTS} {_PICTURES_AND_SOUND}".split())


def change_evidence(session: Session, item: Evidence) -> Change:
    """Keep an item as it now stands; what was asked for it takes the same state."""
    with session.store.write("Change evidence") as batch:
        batch.put(item)
        for request in session.store.all(Request, evidence_id=item.id):
            batch.put(replace(request, state=item.holding))
    return batch.change


def revisions(session: Session, evidence_id: str) -> tuple[Revision, ...]:
    """Return the revisions of an item, the newest last."""
    return session.store.all(Revision, evidence_id=evidence_id)


def newest_revision(session: Session, evidence_id: str) -> Revision | None:
    """Return the newest revision of an item, or None where it has none yet."""
    found = revisions(session, evidence_id)
    return found[-1] if found else None


def bin_evidence(session: Session, evidence_id: str) -> Change:
    """Put an item in the bin; its originals stay in the workspace and its citations say that the file is missing."""
    with session.store.write("Bin evidence") as batch:
        batch.bin(Evidence, evidence_id)
    return batch.change


def ask_partner(
    session: Session,
    title: str,
    partner_id: str | None,
    due: date | None,
    strand_ids: tuple[str, ...] = (),
    source_type_id: str = "",
    agency_id: str = "",
    note: str = "",
) -> Request:
    """Ask a partner for something: a request with a date, and an item of evidence that is *requested*."""
    with session.store.write("Ask a partner") as batch:
        item = Evidence(
            id=new_id(),
            ref=session.store.next_ref(),
            title=title,
            source_type_id=source_type_id,
            agency_id=agency_id,
            partner_id=partner_id,
            holding=Holding.REQUESTED,
            strand_ids=strand_ids,
            added_at=now(),
        )
        new = Request(
            new_id(), title, partner_id, now().date(), due, strand_ids=strand_ids, evidence_id=item.id, note=note
        )
        batch.put(item)
        batch.put(new)
    return new


def change_request(session: Session, request: Request) -> Change:
    """Keep a request as it now stands; its item of evidence takes the same state."""
    with session.store.write("Change a request") as batch:
        batch.put(request)
        item = session.store.get(Evidence, request.evidence_id) if request.evidence_id else None
        if item is not None:
            batch.put(replace(item, holding=request.state))
    return batch.change


def bin_request(session: Session, request: Request) -> Change:
    """Put a request in the bin, and its item of evidence with it while nothing has come."""
    with session.store.write("Bin a request") as batch:
        batch.bin(Request, request.id)
        if request.evidence_id and not revisions(session, request.evidence_id):
            batch.bin(Evidence, request.evidence_id)
    return batch.change


def export_original(session: Session, revision_id: str, target: Path) -> Path:
    """Write a revision's original file to ``target``, byte for byte, checked against its SHA-256."""
    revision = session.store.get(Revision, revision_id)
    if revision is None or revision.kind is not RevisionKind.FILE:
        raise AppError("evidence.no_original")
    session.store.export_blob(revision.sha256, target)
    return target


def reading_copy(session: Session, revision: Revision) -> Path:
    """Return a copy of an original under its own name, to be read in another program; it goes with the session.

    Nothing that is changed in it comes back, so it is not writable. Raises AppError ``evidence.might_run`` for a file that
    is not a document by its ending: a workspace comes from other people, and a program in it must never be started.
    """
    folder = session.cache / revision.sha256[:16]
    folder.mkdir(exist_ok=True)
    target = folder / plain_name(revision.name)
    if target.suffix.lower() not in OPENED_ELSEWHERE:
        raise AppError("evidence.might_run", name=revision.name)
    if not target.exists():
        session.store.export_blob(revision.sha256, target)
        target.chmod(0o444)
    return target


def plain_name(name: str) -> str:
    """Return the last part of a name, without what a path, a stream or a reserved character would mean to any system."""
    last = re.split(r"[/\\]", name)[-1]
    return re.sub(r'[<>:"|?*\x00-\x1f]', "_", last).strip(". ") or "file"


def page(session: Session, revision_id: str, number: int) -> PageText | None:
    """Return the stored text of a page."""
    return session.store.page(revision_id, number)


def pages(session: Session, revision_id: str) -> tuple[PageText, ...]:
    """Return the stored text of every page of a revision."""
    return session.store.pages(revision_id)


def picture(session: Session, revision: Revision, number: int, scale: float) -> PagePicture:
    """Draw a page in the worker at ``scale`` pixels per point. Runs off the GUI thread."""
    return session.drawer.picture(session.original(revision.sha256, revision.name), number, scale)


def geometry(session: Session, revision: Revision, number: int) -> PageGeometry:
    """Return where each character of a page stands. Runs off the GUI thread."""
    return session.drawer.geometry(session.original(revision.sha256, revision.name), number)
