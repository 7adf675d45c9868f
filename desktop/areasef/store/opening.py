"""Make a workspace file, and open one: with the lock, the working copy it belongs to, and whatever a crash left behind."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from areasef.domain.identity import new_id
from areasef.store.document import Face, inspect, look, refuse_long
from areasef.store.engine import FORMAT, allowed_to_copy, connect, immediate, is_full, make, one, said_plainly, use_wal
from areasef.store.growing import behind, grow
from areasef.store.lock import DocumentLock
from areasef.store.schema import migrate
from areasef.store.sitting import Sitting
from areasef.store.working_copy import PRIVATE, Memory, adopt, folder_of, made, profile_folder, read_memory, start
from areasef.store.workspace import Workspace
from areasef.words.faults import AppError


def create(
    document: Path,
    author: str,
    pack_files: dict[str, str],
    profile: Path | None = None,
    furnish: Callable[[Workspace], object] | None = None,
) -> Workspace:
    """Make a workspace file with its own copy of a pack, and open it. Never over a file that is there.

    What ``furnish`` writes is in the file from the start: whoever reads it meanwhile, or its backup, finds a whole.
    """
    refuse_long(document)
    if document.exists() or document.is_symlink():
        raise AppError("store.exists", name=document.name)
    if not document.parent.is_dir():
        raise AppError("store.no_folder", folder=str(document.parent))
    lock = DocumentLock(document)
    lock.take(author)
    try:
        return _create(document, author, pack_files, profile_folder(profile), lock, furnish)
    except BaseException:
        lock.give_back()
        raise


def _create(
    document: Path,
    author: str,
    pack_files: dict[str, str],
    profile: Path,
    lock: DocumentLock,
    furnish: Callable[[Workspace], object] | None,
) -> Workspace:
    workspace_id, token = new_id(), new_id()
    folder = folder_of(document, workspace_id, profile)
    made(folder)
    database = folder / "working.db"
    about = {"workspace": workspace_id, "token": token, "generation": "0", "edits": "1", "reader": str(FORMAT)}
    try:
        with said_plainly():
            _lay(database, about, pack_files)
        memory = start(database, document, token)
    except OSError as error:
        raise AppError("store.full" if is_full(error) else "store.folder_read_only", folder=str(folder)) from error
    workspace = Workspace(document, database, author, Sitting(lock, memory), read_only=False)
    try:
        if furnish is not None:
            furnish(workspace)
        workspace.publish()
    except BaseException:
        workspace.abandon()
        raise
    return workspace


def _lay(database: Path, about: dict[str, str], pack_files: dict[str, str]) -> None:
    db = make(database)
    try:
        migrate(db)
        with immediate(db):
            db.conn.executemany("INSERT INTO about VALUES (?, ?)", about.items())
            db.conn.executemany("INSERT INTO pack_file VALUES (?, ?)", pack_files.items())
        use_wal(db)
    finally:
        db.conn.close()


def open_workspace(
    document: Path, author: str, read_only: bool = False, profile: Path | None = None, take_over: bool = False
) -> Workspace:
    """Open a workspace file. Raises AppError that says what is wrong with it, or who has it.

    Work that a crash kept from reaching the file is gone on with. Read only takes no lock and changes nothing.
    """
    refuse_long(document)
    document = itself(document)
    where = profile_folder(profile)
    if read_only:
        return _open_read_only(document, author, inspect(document), where)
    look(document)
    if not os.access(document, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise AppError("store.file_read_only", name=document.name)
    lock = DocumentLock(document)
    lock.take(author, take_over)
    try:
        face = inspect(document)
        adopted = adopt(document, face, where)
        workspace = Workspace(document, adopted.database, author, Sitting(lock, adopted.memory), read_only=False)
        workspace.kept_aside = adopted.kept_aside
        workspace.make_current(face)
    except BaseException:
        lock.give_back()
        raise
    return workspace


def itself(document: Path) -> Path:
    """Return the file that a link points to: replacing the link would leave the file behind, old."""
    return document.resolve() if document.is_symlink() else document


def _open_read_only(document: Path, author: str, face: Face, profile: Path) -> Workspace:
    folder = folder_of(document, face.workspace_id, profile)
    memory, database = read_memory(folder), folder / "working.db"
    ahead = memory is not None and database.exists() and face.token in (memory.token, memory.pending)
    database = _made_readable(database if ahead else document, folder)
    shared = Sitting(None, memory or Memory("reader", face.token, "", face.edits, str(document)))
    return Workspace(document, database, author, shared, read_only=True)


def _made_readable(source: Path, folder: Path) -> Path:
    """Return the file to read: where it is of an older shape, a copy in the profile that was brought up to this one."""
    db = connect(source, read_only=True, immutable=not source.name.startswith("working"))
    old = one(db, "PRAGMA user_version") < FORMAT or behind(db)
    db.conn.close()
    if not old:
        return source
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    copy = folder / "reading.db"
    for stale in folder.glob("reading.db*"):
        stale.unlink()
    reading = connect(source, read_only=True, immutable=not source.name.startswith("working"))
    with allowed_to_copy(reading):
        reading.conn.execute("VACUUM INTO ?", (str(copy),))
    reading.conn.close()
    db = connect(copy)
    migrate(db)
    grow(db)
    db.conn.close()
    return copy


def sign(workspace: Workspace, author: str) -> None:
    """Let what is written from now on bear another name, as well as the note that the file is in use."""
    workspace.author = author
    if workspace._shared.lock is not None:
        workspace._shared.lock.say_who(author)
