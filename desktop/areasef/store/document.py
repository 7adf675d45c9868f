"""The document as it lies on the disk: is it ours, is it whole, which generation is it, and how it is replaced."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from areasef.domain.identity import new_id
from areasef.store.engine import APPLICATION_ID, FORMAT, Error, connect, one
from areasef.words.faults import AppError

_MAGIC: Final = b"SQLite format 3\x00"
_TEMPORARY: Final = ".areasef-publish-"
_LONGEST_NAME: Final = 220
"""Bytes; most systems take 255, and the lock and the backup beside it have longer names."""
_LONGEST_PATH: Final = 420
"""Bytes; SQLite opens 512, and a publish writes to a longer name beside it."""


@dataclass(frozen=True, slots=True)
class Face:
    """What tells one state of a document from another: workspace, generation, and the token of its publishing."""

    workspace_id: str
    generation: int
    token: str
    edits: int


def inspect(document: Path) -> Face:
    """Look at a document without changing it. Raises AppError that says what it is where it is not ours or not whole."""
    look(document)
    try:
        db = connect(document, read_only=True, immutable=True)
        try:
            if not _is_whole(db):
                raise AppError("store.damaged", name=document.name)
            if int(one(db, "SELECT value FROM about WHERE key = 'reader'") or 1) > FORMAT:
                raise AppError("store.newer", name=document.name)
            return face_of(db)
        finally:
            db.conn.close()
    except (Error, KeyError, ValueError) as error:
        raise AppError("store.damaged", name=document.name) from error


def face_of(db: Database) -> Face:
    """Return the face of an open database."""
    rows = dict(db.conn.execute("SELECT key, value FROM about").fetchall())
    return Face(rows["workspace"], int(rows["generation"]), rows["token"], int(rows["edits"]))


def replace_document(db: Database, document: Path) -> None:
    """Write the database to a temporary file beside the document, check it, and put it in the document's place.

    The document that stood there is kept as ``.bak``; at every moment a whole one stands under its name.
    """
    refuse_long(document)
    sweep(document)
    fresh = temporary_of(document)
    try:
        db.conn.execute("VACUUM INTO ?", (str(fresh),))
        _check(fresh)
        _flush(fresh)
        if document.exists():
            shutil.copymode(document, fresh)  # who may read it stays as somebody chose
            _keep_backup(document)
        fresh.replace(document)
        _flush(document.parent)
    finally:
        fresh.unlink(missing_ok=True)


def backup_of(document: Path) -> Path:
    """Return where the state before the last publish is kept."""
    return document.with_name(f"{document.stem}.bak{document.suffix}")


def sweep(document: Path) -> None:
    """Remove what publishes of this document left when they were cut short; another document's may be under way."""
    for stale in document.parent.glob(f"{_temporary(document)}*"):
        stale.unlink(missing_ok=True)


def temporary_of(document: Path) -> Path:
    """Return where a publish of this document is written before it takes the document's place."""
    return document.with_name(_temporary(document) + new_id())


def _temporary(document: Path) -> str:
    return f"{_TEMPORARY}{hashlib.sha256(document.name.encode()).hexdigest()[:12]}-"


def refuse_long(document: Path) -> None:
    """Raise AppError for a name or a path that the system or SQLite cannot take: neither says so in so many words."""
    path = os.fsencode(document.absolute())
    if len(os.fsencode(document.name)) > _LONGEST_NAME or len(path) > _LONGEST_PATH:
        short = document.name if len(document.name) < 60 else f"{document.name[:57]}…"
        raise AppError("store.path_too_long", name=short)


def look(document: Path) -> None:
    """Look at the first bytes alone. Raises AppError where the file cannot be read or is not ours."""
    try:
        with document.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as error:
        raise AppError("store.not_there", name=document.name, folder=str(document.parent)) from error
    except OSError as error:
        raise AppError("store.unreadable", name=document.name) from error
    if not head:
        raise AppError("store.empty", name=document.name)
    if not head.startswith(_MAGIC):
        raise AppError("store.not_a_workspace", name=document.name)
    if len(head) < 100 or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise AppError("store.foreign", name=document.name)


def _is_whole(db: Database) -> bool:
    """Check the structure of every table. The search indexes' own sums are left out: they take most of the time, and
    they are made anew from the rows.
    """
    tables = db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    return all(one(db, f'PRAGMA quick_check("{name}")') == "ok" for (name,) in tables.fetchall())


def _check(fresh: Path) -> None:
    db = connect(fresh, read_only=True, immutable=True)
    try:
        if not _is_whole(db):
            raise AppError("store.publish_failed", name=fresh.name)
    finally:
        db.conn.close()


def _keep_backup(document: Path) -> None:
    backup = backup_of(document)
    beside = backup.with_name(f"{_temporary(document)}backup")
    try:
        os.link(document, beside)
    except OSError:
        shutil.copyfile(document, beside)
    beside.replace(backup)


def _flush(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
