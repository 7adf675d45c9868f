"""Publish: choose a document, see its pages, see what stands in the way, export it, and remember what was made."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from areasef.documents.catalogue import DOCUMENTS, DocumentOptions
from areasef.documents.pdf.writing import PdfReceipt, write_pdf
from areasef.documents.selfcheck import check_pdf
from areasef.domain.check import Check, run_checks
from areasef.domain.dossier import Dossier
from areasef.domain.identity import new_id
from areasef.domain.record import Export
from areasef.services.gathering import gather
from areasef.services.session import Session, now
from areasef.services.writing import settle_drafts
from areasef.words.faults import AppError, Fault


@dataclass(frozen=True, slots=True)
class Exported:
    """A document that was written: where, what was checked in the file itself, and the record of it."""

    path: Path
    receipt: PdfReceipt
    faults: tuple[Fault, ...]
    record: Export | None


@dataclass(frozen=True, slots=True)
class Preflight:
    """What stands in the way of a final document: checks that must be fixed, those to look at, and how many rules passed."""

    must: tuple[Check, ...]
    look: tuple[Check, ...]
    passed: int


def preflight(session: Session) -> Preflight:
    """Run the checks that matter before a document leaves the building."""
    dossier = gather(session)
    found = run_checks(dossier)
    codes = {check.code.split(".")[0] for check in found}
    return Preflight(
        must=tuple(check for check in found if check.severity == "must"),
        look=tuple(check for check in found if check.severity != "must"),
        passed=len(dossier.framework.check_rules) - len(codes),
    )


def preview(session: Session, document_id: str, options: DocumentOptions) -> Exported:
    """Write a document into the session's private folder, to be looked at. Runs off the GUI thread."""
    dossier = gather(session)
    target = session.cache / f"preview-{document_id}.pdf"
    receipt = _write(dossier, document_id, options, target)
    return Exported(target, receipt, (), None)


def export(session: Session, document_id: str, target: Path, options: DocumentOptions) -> Exported:
    """Write a document to ``target``, check the file itself, and remember the export.

    What is being typed is settled first. The file appears whole or not at all. Raises AppError where it cannot
    be written.
    """
    if not session.read_only:
        settle_drafts(session)
    dossier = gather(session)
    receipt = _write(dossier, document_id, options, target)
    faults = check_pdf(target)
    return Exported(target, receipt, faults, _remember(session, document_id, target, dossier, options))


def exports(session: Session) -> tuple[Export, ...]:
    """Return every export, the newest first."""
    return tuple(sorted(session.store.all(Export), key=lambda each: each.at, reverse=True))


def file_name(session: Session, document_id: str, day: date) -> str:
    """Return the name a document is offered under, such as ``Alderbrook-SEF-2026-11-23.pdf``."""
    stem = "-".join(f"{session.area.name} {DOCUMENTS[document_id].file_stem}".split())
    safe = "".join(sign for sign in stem if sign.isalnum() or sign in "-_")
    return f"{safe}-{day.isoformat()}.pdf"


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(dossier: Dossier, document_id: str, options: DocumentOptions, target: Path) -> PdfReceipt:
    kind = DOCUMENTS.get(document_id)
    if kind is None:
        raise AppError("publish.unknown_document", name=document_id, known=", ".join(sorted(DOCUMENTS)))
    try:
        handle, name = tempfile.mkstemp(prefix=".areasef-", suffix=".pdf", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise AppError("publish.cannot_write", name=target.name, folder=str(target.parent)) from error
    beside = Path(name)
    try:
        receipt = write_pdf(kind.build(dossier, options), beside, options)
        beside.replace(target)
    except OSError as error:
        raise AppError("publish.cannot_write", name=target.name, folder=str(target.parent)) from error
    finally:
        beside.unlink(missing_ok=True)
    return receipt


def _remember(
    session: Session, document_id: str, target: Path, dossier: Dossier, options: DocumentOptions
) -> Export | None:
    if session.read_only:
        return None
    record = Export(
        id=new_id(),
        document=document_id,
        at=now(),
        name=target.name,
        sha256=sha256_of(target),
        content_hash=dossier.content_hash,
        state="draft" if options.draft else "final",
        by=session.author,
    )
    with session.store.write("Export a document") as batch:
        batch.put(record)
    return record
