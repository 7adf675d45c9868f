"""Add evidence: files many at once, links, notes and new revisions; originals are kept byte for byte, text is read apart."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from areasef.domain.change import NOTHING, Change, merged
from areasef.domain.evidence import (
    Evidence,
    Holding,
    PageText,
    Revision,
    RevisionKind,
    Sensitivity,
    TextState,
)
from areasef.domain.identity import new_id
from areasef.domain.page import page_text_hash
from areasef.domain.record import Request
from areasef.services.session import Session, now
from areasef.store.blobs import BlobInfo
from areasef.words.faults import AppError, Fault

Progress = Callable[[int, int, str], bool]
"""Told how many are done, of how many, and the name at hand; answers False to stop."""
Stopping = Callable[[], bool]
"""Says whether somebody wants to stop; asked from another thread."""
_WORD: Final = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class SharedFields:
    """What a person says once for many files. ``ref`` is a reference from an older register, where one item is added."""

    source_type_id: str = ""
    agency_id: str = ""
    partner_id: str | None = None
    covers_from: date | None = None
    covers_to: date | None = None
    owner: str = ""
    sensitivity: Sensitivity = Sensitivity.OFFICIAL
    strand_ids: tuple[str, ...] = ()
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Twin:
    """A file that the library already holds: the new name and the item that holds the same bytes."""

    name: str
    evidence_id: str
    ref: str
    title: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: the item it is now in (or was in before, for a twin), its length, and what is wrong with it.

    ``revision`` is None where nothing was kept; ``words`` counts the words of its text; ``fault`` is a sentence.
    """

    path: Path
    evidence: Evidence | None = None
    revision: Revision | None = None
    words: int = 0
    fault: str = ""
    is_twin: bool = False


@dataclass
class AddReport:
    """What came of adding: ids of new items, twins that were not added again, faults by file, and whether it was stopped.

    ``outcomes`` say the same file by file, in their order.
    """

    added: list[str] = field(default_factory=list)
    twins: list[Twin] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    stopped: bool = False
    changes: list[Change] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def change(self) -> Change:
        """Everything that was written."""
        return merged(self.changes, "Add evidence") if self.changes else NOTHING


def add_files(
    session: Session,
    paths: Iterable[Path],
    shared: SharedFields = SharedFields(),
    progress: Progress | None = None,
    keep_twins: bool = False,
    stopping: Stopping | None = None,
) -> AddReport:
    """Add files as evidence: keep each original, then read its text in the worker.

    A bad file is a fault of the report and the rest goes on. A file already held is reported as a twin, and added
    again only where ``keep_twins`` says so. ``stopping`` is asked while a file is read, so that a slow one can be
    left; it stays kept and waits to be read. Runs off the GUI thread, on a session made by ``beside``.
    """
    report = AddReport()
    files = list(paths)
    for number, path in enumerate(files):
        if progress is not None and not progress(number, len(files), path.name):
            report.stopped = True
            break
        try:
            _add_one(session, path, shared, keep_twins, report, stopping)
        except AppError as error:
            report.faults.append(Fault(error.code, _sayable(path.name), error.params))
            report.outcomes.append(Outcome(path, fault=str(error)))
    if progress is not None and not report.stopped:
        progress(len(files), len(files), "")
    return report


def add_revision(session: Session, evidence_id: str, path: Path) -> Change:
    """Add a new revision of an item from a file; the old one and what cites it stay as they are."""
    item = session.store.get(Evidence, evidence_id)
    if item is None:
        raise AppError("evidence.gone")
    blob = keep_original(session, path)
    revision = _revision_of(session, item.id, path.name, blob.sha256, blob.size)
    with session.store.write("Add a new revision") as batch:
        batch.put(revision)
        batch.put(replace(item, holding=Holding.HELD))
        for request in session.store.all(Request, evidence_id=item.id):
            batch.put(replace(request, state=Holding.HELD))
    return merged([batch.change, read_revision(session, revision.id)], "Add a new revision")


def attach(session: Session, request_id: str, path: Path) -> Change:
    """Attach a file to a request: it becomes the file of the item that was asked for, and both are *held*.

    Raises AppError where the request is gone or the file cannot be kept.
    """
    request = session.store.get(Request, request_id)
    if request is None:
        raise AppError("evidence.request_gone")
    if request.evidence_id and session.store.get(Evidence, request.evidence_id) is not None:
        return add_revision(session, request.evidence_id, path)
    blob = keep_original(session, path)
    item = _item(session, request.title, SharedFields(partner_id=request.partner_id, strand_ids=request.strand_ids))
    revision = _revision_of(session, item.id, path.name, blob.sha256, blob.size)
    with session.store.write("Attach what was asked for") as batch:
        batch.put(item)
        batch.put(revision)
        batch.put(replace(request, state=Holding.HELD, evidence_id=item.id))
    return merged([batch.change, read_revision(session, revision.id)], "Attach what was asked for")


def add_link(session: Session, title: str, link: str, shared: SharedFields = SharedFields()) -> Evidence:
    """Add a link as evidence; nothing is fetched, ever."""
    return _add_words(session, title, RevisionKind.LINK, link, shared)


def add_note(session: Session, title: str, note: str, shared: SharedFields = SharedFields()) -> Evidence:
    """Add a note typed here as evidence, with its text as a page that can be cited."""
    return _add_words(session, title, RevisionKind.NOTE, note, shared)


def read_revision(session: Session, revision_id: str, stopping: Stopping | None = None) -> Change:
    """Read a revision's pages in the worker and keep them; what cannot be read is said in its ``fault``.

    One whose reading was stopped goes on waiting, and ``read_waiting`` reads it.
    """
    revision = session.store.get(Revision, revision_id)
    if revision is None or revision.kind is not RevisionKind.FILE:
        return NOTHING
    try:
        reading = session.reader.read(session.original(revision.sha256, revision.name), cancelled=stopping)
    except AppError as error:
        if error.code == "intake.stopped":
            return NOTHING
        return _keep_reading(session, replace(revision, text_state=TextState.UNREADABLE, fault=str(error)), ())
    pages = tuple(
        PageText(revision.id, page.number, page.label, page.text, page_text_hash(page.text)) for page in reading.pages
    )
    has_text = any(page.text.strip() for page in pages)
    read = replace(
        revision,
        media_type=reading.media_type,
        extractor=reading.extractor,
        page_count=reading.page_count,
        text_state=TextState.READ if has_text else TextState.NO_TEXT,
        fault=" ".join(str(fault) for fault in reading.faults),
    )
    return _keep_reading(session, read, pages)


def read_waiting(session: Session, progress: Progress | None = None) -> Change:
    """Read every revision that still waits, as after a crash while files were being added."""
    waiting = list(session.store.all(Revision, text_state=TextState.WAITING))
    waiting = [each for each in waiting if each.kind is RevisionKind.FILE]
    changes: list[Change] = []
    for number, revision in enumerate(waiting):
        if progress is not None and not progress(number, len(waiting), revision.name):
            break
        changes.append(read_revision(session, revision.id))
    return merged(changes, "Read files") if changes else NOTHING


def word_count(session: Session, revision_id: str) -> int:
    """Return how many words the text of a revision has."""
    return sum(len(_WORD.findall(page.text)) for page in session.store.pages(revision_id))


def twin_of(session: Session, sha256: str) -> Evidence | None:
    """Return the item that already holds these bytes, or None."""
    for revision in session.store.all(Revision, sha256=sha256):
        item = session.store.get(Evidence, revision.evidence_id)
        if item is not None:
            return item
    return None


def _add_one(
    session: Session,
    path: Path,
    shared: SharedFields,
    keep_twins: bool,
    report: AddReport,
    stopping: Stopping | None = None,
) -> None:
    blob = keep_original(session, path)
    twin = twin_of(session, blob.sha256)
    if twin is not None and not keep_twins:
        report.twins.append(Twin(_sayable(path.name), twin.id, twin.ref, twin.title))
        report.outcomes.append(Outcome(path, twin, is_twin=True))
        return
    with session.store.write("Add evidence") as batch:
        item = _item(session, _title(path), shared)
        revision = _revision_of(session, item.id, path.name, blob.sha256, blob.size)
        batch.put(item)
        batch.put(revision)
    report.changes.append(batch.change)
    report.added.append(item.id)
    report.changes.append(read_revision(session, revision.id, stopping))
    kept = session.store.get(Revision, revision.id) or revision
    report.outcomes.append(Outcome(path, item, kept, word_count(session, kept.id), kept.fault))
    if kept.fault:
        report.faults.append(Fault("evidence.kept_with_fault", _sayable(path.name), {"fault": kept.fault}))


def keep_original(session: Session, path: Path) -> BlobInfo:
    """Keep a file's bytes; what is no file but a folder, a pipe or a device is never opened."""
    if path.exists() and not path.is_file():
        raise AppError("evidence.not_a_file", name=path.name)
    return session.store.add_blob(path)


def _sayable(name: str) -> str:
    """Return a file's name as text; bytes that are no text (as on an old Linux disk) show as a question mark in a box."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _add_words(session: Session, title: str, kind: RevisionKind, words: str, shared: SharedFields) -> Evidence:
    with session.store.write("Add evidence") as batch:
        item = _item(session, title, shared)
        is_link = kind is RevisionKind.LINK
        revision = Revision(
            id=new_id(),
            evidence_id=item.id,
            number=1,
            kind=kind,
            name=title,
            link=words if is_link else "",
            note="" if is_link else words,
            page_count=0 if is_link else 1,
            text_state=TextState.NO_TEXT if is_link else TextState.READ,
            added_at=now(),
            added_by=session.author,
        )
        batch.put(item)
        batch.put(revision)
    if not is_link:
        session.store.keep_pages(revision.id, [PageText(revision.id, 1, "Note", words, page_text_hash(words))])
    return item


def _item(session: Session, title: str, shared: SharedFields) -> Evidence:
    return Evidence(
        id=new_id(),
        ref=_ref(session, shared.ref),
        title=title,
        source_type_id=shared.source_type_id,
        agency_id=shared.agency_id,
        partner_id=shared.partner_id,
        covers_from=shared.covers_from,
        covers_to=shared.covers_to,
        owner=shared.owner,
        sensitivity=shared.sensitivity,
        strand_ids=shared.strand_ids,
        added_at=now(),
    )


def _ref(session: Session, given: str) -> str:
    if not given:
        return session.store.next_ref()
    session.store.reserve_ref(given)
    return given


def _revision_of(session: Session, evidence_id: str, name: str, sha256: str, size: int) -> Revision:
    earlier = session.store.all(Revision, evidence_id=evidence_id)
    return Revision(
        id=new_id(),
        evidence_id=evidence_id,
        number=max((each.number for each in earlier), default=0) + 1,
        kind=RevisionKind.FILE,
        name=_sayable(name),
        media_type=mimetypes.guess_type(name)[0] or "",
        sha256=sha256,
        size=size,
        added_at=now(),
        added_by=session.author,
    )


def _keep_reading(session: Session, revision: Revision, pages: tuple[PageText, ...]) -> Change:
    if pages:
        session.store.keep_pages(revision.id, pages)
    with session.store.write("Read a file", undoable=False) as batch:
        batch.put(revision)
    return batch.change


def _title(path: Path) -> str:
    words = _sayable(path.stem).replace("_", " ").replace("-", " ").split()
    title = " ".join(words) or _sayable(path.name)
    return title[:1].upper() + title[1:]
