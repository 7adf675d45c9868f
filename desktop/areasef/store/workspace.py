"""The facade of the store: one open workspace, one connection; a job off the GUI thread takes ``another``.

Writes happen in batches that are logged, sealed and indexed in the same transaction; ``publish`` brings the working
copy into the document, and never over a stranger.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from areasef.domain.change import NOTHING, Change
from areasef.domain.evidence import Original, PageText
from areasef.domain.identity import new_id
from areasef.store import bin as bins
from areasef.store import blobs, changelog, pages, search, tables, undo
from areasef.store.content import content_hash
from areasef.store.document import Face, backup_of, replace_document
from areasef.store.engine import allowed_to_copy, connect, immediate, is_full, one, said_plainly
from areasef.store.growing import grow
from areasef.store.kinds import TABLES, kind_of
from areasef.store.publishing import publish_plainly
from areasef.store.schema import migrate, missing_triggers
from areasef.store.sitting import Batch, Draft, SavedState, Sitting, now
from areasef.store.verifying import verify
from areasef.words.faults import AppError, Fault

T = TypeVar("T")
_FIRST_REF: Final = 101


class Workspace:
    """An open workspace. Not for two threads at once: take ``another`` for a second one."""

    def __init__(
        self, document: Path, database: Path, author: str, shared: Sitting, *, read_only: bool, first: bool = True
    ) -> None:
        self.document = document
        self.author = author
        self.read_only = read_only
        self.kept_aside: Path | None = None
        self._database = database
        self._shared = shared
        self._first = first
        immutable = read_only and database == document
        self._db = connect(database, read_only=read_only, immutable=immutable)
        self._batch: tuple[str, Batch] | None = None
        self._closed = False
        if shared.clock is None:
            shared.clock = changelog.Clock(shared.memory.replica, changelog.last_reading(self._db))
        self.clock = shared.clock

    # -- reading
    @property
    def workspace_id(self) -> str:
        """The id of the workspace, the same in every copy of it."""
        return self._about("workspace")

    @property
    def saved(self) -> SavedState:
        """When the work was kept, and when it was last in the file."""
        return self._shared.saved

    def get(self, kind: type[T], thing_id: str) -> T | None:
        """Return a thing that is not in the bin, or None."""
        return tables.get(self._db, kind, thing_id)

    def all(self, kind: type[T], **equals: object) -> tuple[T, ...]:
        """Return the things of a kind, in their order, that equal what is given and are not in the bin."""
        return tables.select(self._db, kind, equals)

    def binned(self) -> tuple[bins.BinEntry, ...]:
        """Return what lies in the bin."""
        return bins.entries(self._db)

    def history(self, kind: type, thing_id: str) -> tuple[changelog.LogEntry, ...]:
        """Return every change of a thing, the newest first."""
        return changelog.history_of(self._db, kind_of(kind).table, thing_id)

    def changed_since(self, kind: type, moment: datetime) -> dict[str, dict[str, tuple[Any, Any]]]:
        """Return what was changed in things of a kind since a moment: by id and field, what it was then and is now."""
        return changelog.changed_since(self._db, kind_of(kind).table, moment)

    def search(self, text: str, limit: int, ranked: bool = True) -> tuple[search.Hit, ...]:
        """Find words in everything typed and every page."""
        return search.search(self._db, text, limit, ranked)

    def content_hash(self) -> str:
        """Return the SHA-256 of the canonical rows: the same for the same content, on any computer."""
        return content_hash(self._db)

    # -- writing
    @contextmanager
    def write(self, label: str, *, undoable: bool = True) -> Iterator[Batch]:
        """One step: all of its writes or none, logged under ``label``. A step inside a step joins it."""
        if self.read_only:
            raise AppError("store.read_only")
        if self._batch is not None:
            yield self._batch[1]
            return
        with self._step(label, "done" if undoable else "quiet") as batch:
            if undoable:
                undo.forget_redo(self._db, self._shared.session)
            yield batch

    def undo(self) -> Change | None:
        """Take the last step of this sitting back; None where there is none."""
        step = undo.to_undo(self._db, self._shared.session)
        if step is None:
            return None
        with self._step(step.label, "undo", step.batch) as batch:
            undo.take_back(self._db, step, now().isoformat())
        return batch.change

    def redo(self) -> Change | None:
        """Do the step again that was taken back last; None where there is none."""
        step = undo.to_redo(self._db, self._shared.session)
        if step is None:
            return None
        with self._step(step.label, "redo", step.batch) as batch:
            undo.do_again(self._db, step)
        return batch.change

    @property
    def undo_label(self) -> str | None:
        """What ``undo`` would take back."""
        step = undo.to_undo(self._db, self._shared.session)
        return step.label if step else None

    @property
    def redo_label(self) -> str | None:
        """What ``redo`` would do again."""
        step = undo.to_redo(self._db, self._shared.session)
        return step.label if step else None

    def next_ref(self) -> str:
        """Give the next reference, said aloud as E-101: once for each workspace, never again."""
        with self._quietly():
            number = int(self._about("next_ref") or _FIRST_REF)
            self._tell("next_ref", str(number + 1))
        return f"E-{number}"

    def reserve_ref(self, ref: str) -> None:
        """Make sure that a reference given by hand is never given again."""
        number = int(ref.partition("-")[2].partition("-")[0])
        with self._quietly():
            if number >= int(self._about("next_ref") or _FIRST_REF):
                self._tell("next_ref", str(number + 1))

    def keep_draft(self, subject_id: str, field_name: str, text: str) -> None:
        """Keep what is being typed, outside the log."""
        with self._quietly():
            row = (subject_id, field_name, text, now().isoformat())
            self._db.conn.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)", row)

    def drafts(self) -> tuple[Draft, ...]:
        """Return what was being typed and not settled."""
        rows = self._db.conn.execute("SELECT subject_id, field, text, at FROM draft ORDER BY at")
        return tuple(Draft(*row) for row in rows)

    def drop_draft(self, subject_id: str, field_name: str) -> None:
        """Forget a draft that was settled."""
        key = (subject_id, field_name)
        if one(self._db, "SELECT 1 FROM draft WHERE subject_id = ? AND field = ?", key):
            with self._quietly():
                self._db.conn.execute("DELETE FROM draft WHERE subject_id = ? AND field = ?", key)

    def keep_pages(self, revision_id: str, texts: Iterable[PageText]) -> None:
        """Keep the text of a revision's pages in place of any kept before, and make it searchable."""
        with self._quietly():
            pages.keep(self._db, revision_id, texts)

    def pages(self, revision_id: str) -> tuple[PageText, ...]:
        """Return the text of every page of a revision."""
        return pages.of_revision(self._db, revision_id)

    def newest_revisions(self, evidence_ids: Iterable[str]) -> dict[str, str]:
        """Return the id of the newest revision of each of these items that has one."""
        return pages.newest_of(self._db, evidence_ids)

    def page(self, revision_id: str, number: int) -> PageText | None:
        """Return the text of one page."""
        return pages.one_page(self._db, revision_id, number)

    def pack_files(self) -> dict[str, str]:
        """Return the workspace's own copy of its pack, as files."""
        return dict(self._db.conn.execute("SELECT name, text FROM pack_file ORDER BY name").fetchall())

    def setting(self, key: str) -> str | None:
        """Return a setting of the workspace."""
        found = one(self._db, "SELECT value FROM setting WHERE key = ?", (key,))
        return None if found is None else str(found)

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting of the workspace."""
        with self._quietly():
            self._db.conn.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))

    # -- originals
    def add_blob(self, source: Path, progress: blobs.Progress | None = None) -> blobs.BlobInfo:
        """Keep a file's bytes, in pieces of one mebibyte, once however often they are added."""
        self._writable()
        with self._shared.adding:  # the same file from two jobs must not sweep away its own pieces
            info = blobs.add(self._db, source, self._database.parent, progress)
        with self._quietly():
            pass
        return info

    def has_blob(self, sha256: str) -> bool:
        """Say whether an original is held."""
        return blobs.has(self._db, sha256)

    def blob_state(self, sha256: str) -> Original:
        """Say whether an original is held as it was added; all of it is read."""
        return blobs.state(self._db, sha256)

    def read_blob(self, sha256: str) -> Iterator[bytes]:
        """Yield the bytes of an original."""
        return blobs.read(self._db, sha256)

    def export_blob(self, sha256: str, target: Path) -> None:
        """Write an original to a file, verified on the way."""
        blobs.export(self._db, sha256, target)

    # -- the file
    def another(self) -> Workspace:
        """Return this workspace over a connection of its own, for a job in another thread."""
        return Workspace(
            self.document, self._database, self.author, self._shared, read_only=self.read_only, first=False
        )

    def publish(self) -> SavedState:
        """Bring the document up to date. Raises AppError where it moved on meanwhile or cannot be written.

        The work is safe in the working copy either way; ``saved`` tells the problem until it is mended.
        """
        self._writable()
        with self._shared.publishing:
            try:
                folder = self._database.parent
                self._shared.memory = publish_plainly(self._db, self.document, folder, self._shared.memory)
                self._note(published=True)
            except AppError as problem:
                self._shared.remember(self._database.parent)
                self._note(problem=problem)
                raise
        return self.saved

    def ask_again(self) -> None:
        """Take back that an edit could not be kept: what still cannot be is going to say so again."""
        self._shared.ask_again()

    def save_copy(self, target: Path) -> None:
        """Write the workspace as it stands to another file; this one stays the one that is open."""
        if target.resolve() == self.document.resolve():
            raise AppError("store.same_file", name=target.name)
        try:
            with said_plainly(), allowed_to_copy(self._db):
                replace_document(self._db, target)
        except OSError as error:
            code = "store.full" if is_full(error) else "store.cannot_write"
            raise AppError(code, name=target.name, folder=str(target.parent)) from error

    def private_folder(self) -> Path | None:
        """Return an empty folder for private copies of originals, or None for a reader.

        It stands beside the working copy, so that what a crash left there is swept on the next opening.
        """
        if self.read_only:
            return None
        folder = self._database.parent / "originals"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(exist_ok=True)
        return folder

    def verify(self, progress: blobs.Progress | None = None) -> tuple[Fault, ...]:
        """Prove the workspace; what does not agree comes back as faults with their place."""
        return verify(self._db, progress)

    @property
    def backup(self) -> Path | None:
        """The state of the file before it was last written, where there is one."""
        kept = backup_of(self.document)
        return kept if kept.exists() else None

    def close(self, *, publish: bool = True) -> None:
        """Publish what is not in the file yet, give the lock back and close; only the first connection does so."""
        if self._closed:
            return
        self._closed = True
        try:
            if publish and self._first and not self.read_only and self._waiting():
                self.publish()
        finally:
            self._db.conn.close()
            if self._first and self._shared.lock is not None:
                self._shared.lock.give_back()

    def abandon(self) -> None:
        """Close without publishing, for a workspace whose file could not be made."""
        self._closed = True
        self._db.conn.close()

    def make_current(self, face: Face) -> None:
        """Bring an older file's tables to this version (its document is the backup), and sweep what a crash left."""
        with said_plainly():
            migrate(self._db)
            grow(self._db)
            blobs.sweep(self._db)
            missing = missing_triggers(self._db)
        if missing:
            raise AppError("store.damaged", name=self.document.name)
        waiting = self._waiting()
        self._shared.saved = SavedState(kept_at=now() if waiting else None, in_file_at=None, waiting=waiting)
        assert face.workspace_id == self.workspace_id

    # -- insides
    @contextmanager
    def _step(self, label: str, role: str, undoes: str | None = None) -> Iterator[Batch]:
        batch_id, batch = new_id(), Batch(self._db, self.author)
        shared = self._shared
        with self._shared.told(), immediate(self._db):
            replica, session = shared.memory.replica, shared.session
            row = (batch_id, label, self.author, self.clock.now().isoformat(), replica, session, role, undoes)
            self._db.conn.execute(
                "INSERT INTO batch (id, label, who, at, replica, session, role, undoes) VALUES (?,?,?,?,?,?,?,?)", row
            )
            self._db.conn.execute("INSERT OR REPLACE INTO writing VALUES (1, ?)", (batch_id,))
            self._batch = (batch_id, batch)
            try:
                yield batch
                batch.change = self._seal(batch_id, label)
            finally:
                self._batch = None
        if batch.change is not NOTHING:
            self._note(kept=True)

    def _seal(self, batch_id: str, label: str) -> Change:
        self._db.conn.execute("DELETE FROM writing")
        found = changelog.seal(self._db, batch_id, self.clock, self.author, self._shared.memory.replica)
        for table, row_id in dict.fromkeys((each.table, each.row_id) for each in found):
            search.index_typed(self._db, table, row_id)
        if not found:
            self._db.conn.execute("DELETE FROM batch WHERE id = ?", (batch_id,))
            return NOTHING
        self._count_edit()
        ids = frozenset(each.row_id.partition(":")[0] for each in found)
        kinds = frozenset(_table_of(each.table) for each in found)
        return Change(kinds, ids, label)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        self._writable()
        if self._batch is not None:
            yield
            return
        with self._shared.told(), immediate(self._db):
            yield
            self._count_edit()
        self._note(kept=True)

    def _writable(self) -> None:
        if self.read_only:
            raise AppError("store.read_only")

    def _about(self, key: str) -> str:
        return str(one(self._db, "SELECT value FROM about WHERE key = ?", (key,)) or "")

    def _tell(self, key: str, value: str) -> None:
        self._db.conn.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))

    def _count_edit(self) -> None:
        self._db.conn.execute("UPDATE about SET value = CAST(value AS INTEGER) + 1 WHERE key = 'edits'")

    def _waiting(self) -> bool:
        return int(self._about("edits") or 0) != self._shared.memory.edits or not self.document.exists()

    def _note(self, *, kept: bool = False, published: bool = False, problem: AppError | None = None) -> None:
        with self._shared.guard:
            held = self._shared.saved
            if kept:
                held = replace(held, kept_at=now(), waiting=True, unkept=None)
            if published:
                held = replace(held, in_file_at=now(), waiting=self._waiting(), problem=None)
            self._shared.saved = replace(held, problem=problem) if problem else held


def _table_of(table: str) -> str:
    return table if table in _KIND_TABLES else next((t for t in _KIND_TABLES if table.startswith(f"{t}_")), table)


_KIND_TABLES: Final = frozenset(TABLES.values())
