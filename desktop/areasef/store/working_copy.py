"""The working copy in this person's profile: where work happens, and what it remembers of its document.

What a copy knows about itself (its replica id, the state of the document it saw last) stands in a small file beside
it and is never published.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

import platformdirs

from areasef.domain.identity import new_id
from areasef.store.document import Face, face_of
from areasef.store.engine import Error, connect, is_full, said_plainly, use_wal
from areasef.words.faults import AppError

PRIVATE: Final = 0o700  # what is copied here is about children; others with an account on this computer do not read it


@dataclass(frozen=True, slots=True)
class Memory:
    """What a working copy remembers: its replica, the token seen in the document last, the one being put there, and
    how many edits were in the file."""

    replica: str
    token: str
    pending: str
    edits: int
    document: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """A working copy ready to be opened; ``kept_aside`` is an older copy whose unpublished work was set aside."""

    database: Path
    memory: Memory
    kept_aside: Path | None = None


def profile_folder(profile: Path | None = None) -> Path:
    """Return the folder of working copies: given, else AREASEF_PROFILE, else the local profile of this person."""
    given = profile or (Path(os.environ["AREASEF_PROFILE"]) if os.environ.get("AREASEF_PROFILE") else None)
    return given or platformdirs.user_data_path("areasef", appauthor=False, roaming=False)


def folder_of(document: Path, workspace_id: str, profile: Path) -> Path:
    """Return the folder of the working copy of a workspace at a path."""
    key = hashlib.sha256(f"{workspace_id}\n{document.resolve()}".encode()).hexdigest()[:24]
    return profile / "working" / key


def adopt(document: Path, face: Face, profile: Path) -> Adopted:
    """Return the working copy to go on with: the one that is there where it belongs to this state of the document.

    A copy with work that never reached the document is gone on with (as after a crash), unless somebody else has
    replaced the document meanwhile: then the copy is set aside whole and the document is taken.
    """
    folder = folder_of(document, face.workspace_id, profile)
    database, memory = folder / "working.db", read_memory(folder)
    if not database.exists():
        return _take(document, folder)
    held = _face_of_file(database)
    if held is None:
        aside = _move_aside(folder)
    elif memory is not None and face.token in (memory.token, memory.pending):
        return Adopted(database, replace(memory, token=face.token, pending=""))
    elif held.token == face.token:  # what it remembers is lost or older than the copy itself
        return Adopted(database, Memory(new_id(), face.token, "", face.edits, str(document.resolve())))
    elif memory is not None and held.edits == memory.edits:
        return _take(document, folder)
    else:
        aside = _set_aside(folder, document)
    return replace(_take(document, folder), kept_aside=aside)


def start(database: Path, document: Path, token: str) -> Memory:
    """Remember a working copy that was just made for a new document."""
    memory = Memory(new_id(), token, "", 0, str(document.resolve()))
    write_memory(database.parent, memory)
    return memory


def read_memory(folder: Path) -> Memory | None:
    """Return what a working copy remembers, or None where nothing can be read."""
    try:
        return Memory(**json.loads((folder / "memory.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_memory(folder: Path, memory: Memory) -> None:
    """Remember, whole or not at all, and through a loss of power."""
    beside = folder / "memory.new"
    with beside.open("w", encoding="utf-8") as file:
        json.dump(asdict(memory), file)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / "memory.json")


def _take(document: Path, folder: Path) -> Adopted:
    """Copy the document into the profile. Raises AppError where it cannot be read whole or there is no room for it."""
    database, beside = folder / "working.db", folder / "arriving.db"
    made(folder)
    try:
        if shutil.disk_usage(folder).free < document.stat().st_size * 2:
            raise AppError("store.no_room_to_open", name=document.name)
        shutil.copyfile(document, beside)
        with said_plainly():
            face = _arrived(beside)
        for stale in folder.glob("working.db*"):
            stale.unlink()
        beside.replace(database)
        fresh = Memory(new_id(), face.token, "", face.edits, str(document.resolve()))
        write_memory(folder, fresh)
    except OSError as error:
        raise AppError("store.no_room_to_open" if is_full(error) else "store.unreadable", name=document.name) from error
    return Adopted(database, fresh)


def made(folder: Path) -> None:
    """Make a folder of the profile, for its owner alone. Raises AppError where the profile cannot be written."""
    try:
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    except OSError as error:
        raise AppError("store.full" if is_full(error) else "store.folder_read_only", folder=str(folder)) from error


def _arrived(beside: Path) -> Face:
    for stale in beside.parent.glob(f"{beside.name}-*"):
        stale.unlink()
    db = connect(beside)
    try:
        use_wal(db)
        return face_of(db)
    finally:
        db.conn.close()


def _move_aside(folder: Path) -> Path:
    """Move a working copy that cannot be read to a folder of its own: somebody may yet get something out of it."""
    target = folder.with_name(f"{folder.name} unreadable {datetime.now():%Y-%m-%d %H.%M.%S}")
    target.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    for part in folder.glob("working.db*"):
        part.replace(target / part.name)
    return target


def _set_aside(folder: Path, document: Path) -> Path:
    stamp = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
    target = document.with_name(f"{document.stem} (kept {stamp}){document.suffix}")
    with said_plainly():
        db = connect(folder / "working.db")
        try:
            db.conn.execute("VACUUM INTO ?", (str(target),))
        finally:
            db.conn.close()
    return target


def _face_of_file(database: Path) -> Face | None:
    """Return the face of a working copy, or None where it is damaged. Raises AppError where the disk or a lock is at fault."""
    try:
        with said_plainly():
            db = connect(database)
            try:
                return face_of(db)
            finally:
                db.conn.close()
    except (Error, KeyError, ValueError):
        return None
    except AppError as error:
        if error.code == "store.damaged_now":
            return None
        raise
