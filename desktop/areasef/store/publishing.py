"""Publish: bring the working copy into its document, and never over a stranger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from areasef.domain.identity import new_id
from areasef.store.document import Face, face_of, inspect, replace_document
from areasef.store.engine import Error, immediate, is_full, said_plainly
from areasef.store.working_copy import Memory, write_memory
from areasef.words.faults import AppError


def publish_plainly(db: Database, document: Path, folder: Path, memory: Memory) -> Memory:
    """Publish; whatever the disk refuses is an AppError too."""
    try:
        with said_plainly():
            return publish(db, document, folder, memory)
    except (OSError, Error) as error:
        full = isinstance(error, OSError) and is_full(error)
        raise AppError("store.full") if full else AppError("store.publish_failed", name=document.name) from error


def publish(db: Database, document: Path, folder: Path, memory: Memory) -> Memory:
    """Replace the document by what the working copy holds, and return what to remember of it.

    What is about to be put there is remembered first, so that a crash in between is understood on the next opening.
    Raises AppError ``store.folder_gone`` where its folder is not there, ``store.moved_on`` where the document is no longer the one that was seen last.
    """
    if not document.parent.is_dir():
        raise AppError("store.folder_gone", folder=str(document.parent))
    before = face_of(db)
    memory = refuse_stranger(document, before.workspace_id, memory)
    token = new_id()
    write_memory(folder, replace(memory, pending=token))
    with immediate(db):
        values = (("token", token), ("generation", str(before.generation + 1)))
        db.conn.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", values)
    edits = face_of(db).edits
    replace_document(db, document)
    fresh = replace(memory, token=token, pending="", edits=edits)
    write_memory(folder, fresh)
    return fresh


def refuse_stranger(document: Path, workspace_id: str, memory: Memory) -> Memory:
    """Raise AppError where another file, or another state of this one, stands in the document's place.

    Returns what to remember: a publish that failed after it had replaced the document is settled here.
    """
    if not document.exists():
        return memory
    try:
        face: Face | None = inspect(document)
    except AppError:
        face = None
    if face is None or face.workspace_id != workspace_id:
        raise AppError("store.other_file_there", name=document.name)
    if face.token not in (memory.token, memory.pending):
        raise AppError("store.moved_on", name=document.name)
    return replace(memory, token=face.token)
