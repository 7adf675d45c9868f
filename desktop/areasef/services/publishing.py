"""Publish: choose a document, see its pages, see what stands in the way, export it, and remember what was made."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import Document, DocumentOptions
from areasef.documents.pdf.writer import PdfReceipt, write_pdf
from areasef.documents.selfcheck import check_pdf
from areasef.documents.spoken import listed_headings
from areasef.domain.check import Check, run_checks
from areasef.domain.dossier import Dossier
from areasef.domain.identity import new_id
from areasef.domain.record import Export
from areasef.domain.telling import Tell, nobody
from areasef.services.gathering import gather
from areasef.services.session import Session, now
from areasef.services.writing import settle_drafts
from areasef.store.engine import is_full
from areasef.words.faults import AppError

SIGNS_NAMED = 12
LONGEST_STEM = 90
"""Signs of a file's name: a disk takes 255 bytes, a path on Windows 260 signs."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A document that was written: where, what the check of the file itself found, and the record of it."""

    path: Path
    receipt: PdfReceipt
    faults: tuple[str, ...]
    record: Export | None
    headings: tuple[tuple[str, int], ...] = ()

    @property
    def undrawn(self) -> str:
        """Return in words which signs no font here has; nothing where every sign was drawn."""
        signs = self.receipt.missing
        if not signs:
            return ""
        more = f" and {len(signs) - SIGNS_NAMED:,} more" if len(signs) > SIGNS_NAMED else ""
        return f"Names or squares stand for signs that no font here has: {' '.join(signs[:SIGNS_NAMED])}{more}."


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


def preview(session: Session, document_id: str, options: DocumentOptions, tell: Tell = nobody) -> Exported:
    """Write a document into the session's private folder, to be looked at. Runs off the GUI thread; ``tell`` may end it."""
    tell(0, 0, "Reading the evaluation")
    dossier = gather(session)
    tell(0, 0, "Putting the document together")
    document = _build(dossier, document_id, options)
    target = session.cache / f"preview-{document_id}-{new_id()}.pdf"
    receipt = _write(document, options, target, tell)
    return Exported(target, receipt, (), None, _headings(document, receipt))


def export(
    session: Session,
    document_id: str,
    target: Path,
    options: DocumentOptions,
    tell: Tell = nobody,
) -> Exported:
    """Write a document to ``target``, check the file itself, and remember the export.

    What is being typed is settled first. The file appears whole or not at all. Raises AppError where it cannot
    be written. ``tell`` hears how far it is, and can end it as long as the file is not there.
    """
    if not session.read_only:
        settle_drafts(session)
    tell(0, 0, "Reading the evaluation")
    dossier = gather(session)
    tell(0, 0, "Putting the document together")
    document = _build(dossier, document_id, options)
    receipt = _write(document, options, target, tell)
    found = check_pdf(target, document)
    record = _remember(session, document_id, target, dossier, options)
    return Exported(target, receipt, found.faults, record, _headings(document, receipt))


def exports(session: Session) -> tuple[Export, ...]:
    """Return every export, the newest first."""
    return tuple(sorted(session.store.all(Export), key=lambda each: each.at, reverse=True))


def file_name(session: Session, document_id: str, day: date, *, large: bool = False) -> str:
    """Return the name a document is offered under, such as ``Alderbrook-SEF-2026-11-23.pdf``; editions never share one."""
    edition = "-large-print" if large else ""
    return f"{safe_stem(session, DOCUMENTS[document_id].file_stem)}-{day.isoformat()}{edition}.pdf"


def safe_stem(session: Session, what: str) -> str:
    """Return the area and what a file is, in letters that any disk takes."""
    stem = "-".join(f"{session.area.name} {what}".split())
    kept = "".join(sign for sign in stem if sign.isalnum() or sign in "-_")
    return kept if len(kept) <= LONGEST_STEM else f"{kept[: LONGEST_STEM - len(what) - 1]}-{'-'.join(what.split())}"


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _build(dossier: Dossier, document_id: str, options: DocumentOptions) -> Document:
    kind = DOCUMENTS.get(document_id)
    if kind is None:
        raise AppError("publish.unknown_document", name=document_id, known=", ".join(sorted(DOCUMENTS)))
    return kind.build(dossier, options)


def _write(document: Document, options: DocumentOptions, target: Path, tell: Tell) -> PdfReceipt:
    try:
        return write_pdf(document, target, options, tell)
    except OSError as error:
        raise not_written(target, error) from error


def not_written(target: Path, error: OSError) -> AppError:
    """Return what a person reads where a file could not be written; what stood there before is untouched."""
    code = "publish.cannot_write"
    if is_full(error):
        code = "publish.full"
    elif isinstance(error, (FileNotFoundError, NotADirectoryError)):
        code = "publish.no_folder"
    elif isinstance(error, (PermissionError, IsADirectoryError)) and target.exists():
        code = "publish.held"
    return AppError(code, name=target.name, folder=str(target.parent))


def _headings(document: Document, receipt: PdfReceipt) -> tuple[tuple[str, int], ...]:
    """Return the headings of the contents with the pages they stand on, for the list beside a preview."""
    pages = dict(receipt.page_of)
    found = listed_headings(document.chapters)
    return tuple((each.spoken, pages[each.anchor]) for each in found if each.anchor in pages)


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
