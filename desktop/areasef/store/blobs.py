"""Originals, byte for byte: pieces of one mebibyte, each file once, known by its SHA-256."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from areasef.domain.evidence import Original
from areasef.domain.identity import new_id
from areasef.store.engine import PIECE, immediate, is_full, one, said_plainly
from areasef.words.faults import AppError

LARGEST: Final = 250 * 1024 * 1024
_ROOM_LEFT: Final = 64 * 1024 * 1024
Progress = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class BlobInfo:
    """What is known of an original: its SHA-256 and its size in bytes."""

    sha256: str
    size: int


def add(db: Database, source: Path, folder: Path, progress: Progress | None = None) -> BlobInfo:
    """Keep a file's bytes; what is held but damaged is mended by them. Raises AppError where it is empty, too large, unreadable, or there is no room for it."""
    try:
        size = source.stat().st_size
        _refuse(source, size, folder)
        with source.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        if has(db, sha256):
            if state(db, sha256) is Original.WHOLE:
                return BlobInfo(sha256, size)
            _let_go(db, sha256)  # the same bytes came again: they take the place of the damaged ones
        _keep(db, source, sha256, size, progress)
    except OSError as error:
        raise AppError("store.unreadable_file", name=source.name) from error
    return BlobInfo(sha256, size)


def has(db: Database, sha256: str) -> bool:
    """Say whether an original is held whole."""
    return bool(one(db, "SELECT 1 FROM blob WHERE sha256 = ? AND complete = 1", (sha256,)))


def state(db: Database, sha256: str) -> Original:
    """Say whether an original is held as it was added, by reading all of it."""
    if not has(db, sha256):
        return Original.MISSING
    digest = hashlib.sha256()
    try:
        with said_plainly():
            pieces = 0
            for piece in read(db, sha256):
                digest.update(piece)
                pieces += 1
    except AppError as error:
        if error.code != "store.damaged_now":
            raise
        return Original.DAMAGED  # SQLite itself cannot follow its pages any more
    if digest.hexdigest() == sha256:
        return Original.WHOLE
    return Original.DAMAGED if pieces else Original.MISSING


def read(db: Database, sha256: str) -> Iterator[bytes]:
    """Yield the bytes of an original, piece by piece."""
    kept = db.conn.execute("SELECT seq FROM blob_piece WHERE sha256 = ? ORDER BY seq", (sha256,)).fetchall()
    for (seq,) in kept:  # as bytes, also where damage made a text of them
        yield one(db, "SELECT CAST(data AS BLOB) FROM blob_piece WHERE sha256 = ? AND seq = ?", (sha256, seq)) or b""


def export(db: Database, sha256: str, target: Path) -> None:
    """Write an original to a file that appears whole or not at all, checked against its SHA-256."""
    if not has(db, sha256):
        raise AppError("store.no_original")
    digest = hashlib.sha256()
    beside = target.with_name(f".areasef-{new_id()}")
    try:
        with beside.open("xb") as file:
            for piece in read(db, sha256):
                digest.update(piece)
                file.write(piece)
        if digest.hexdigest() != sha256:
            raise AppError("store.original_damaged", name=target.name)
        beside.replace(target)
    except OSError as error:
        code = "store.full" if is_full(error) else "store.cannot_write"
        raise AppError(code, name=target.name, folder=str(target.parent)) from error
    finally:
        beside.unlink(missing_ok=True)


def damaged(db: Database) -> list[str]:
    """Return the SHA-256 of every original whose bytes no longer agree with it."""
    kept = db.conn.execute("SELECT sha256 FROM blob WHERE complete = 1").fetchall()
    return [sha256 for (sha256,) in kept if state(db, sha256) is not Original.WHOLE]


def absent(db: Database) -> list[tuple[str, str]]:
    """Return the name and the SHA-256 of every file of evidence whose bytes are not held at all."""
    sql = """SELECT name, sha256 FROM revision WHERE sha256 != '' AND binned_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM blob WHERE blob.sha256 = revision.sha256 AND complete = 1)"""
    return [(name, sha256) for name, sha256 in db.conn.execute(sql)]


def sweep(db: Database) -> None:
    """Remove the pieces of files whose adding was cut short."""
    if one(db, "SELECT 1 FROM blob WHERE complete = 0"):
        with immediate(db):
            db.conn.execute("DELETE FROM blob WHERE complete = 0")


def _let_go(db: Database, sha256: str) -> None:
    with immediate(db):
        db.conn.execute("UPDATE blob SET complete = 0 WHERE sha256 = ?", (sha256,))


def _discard(db: Database, sha256: str) -> None:
    with immediate(db):
        db.conn.execute("DELETE FROM blob WHERE sha256 = ? AND complete = 0", (sha256,))


def _refuse(source: Path, size: int, folder: Path) -> None:
    if size == 0:
        raise AppError("store.empty_file", name=source.name)
    if size > LARGEST:
        raise AppError("store.file_too_large", name=source.name, size=size // 2**20, limit=LARGEST // 2**20)
    if shutil.disk_usage(folder).free < size * 2 + _ROOM_LEFT:
        raise AppError("store.no_room", name=source.name, size=max(1, size // 2**20))


def _keep(db: Database, source: Path, sha256: str, size: int, progress: Progress | None) -> None:
    with immediate(db):
        db.conn.execute("DELETE FROM blob WHERE sha256 = ? AND complete = 0", (sha256,))
        db.conn.execute(
            "DELETE FROM blob_piece WHERE sha256 = ?", (sha256,)
        )  # pieces without their row, where it was lost
        db.conn.execute("INSERT INTO blob VALUES (?, ?, 0)", (sha256, size))
    try:
        if _pieces(db, source, sha256, size, progress) != (sha256, size):
            raise AppError("store.file_changed", name=source.name)
        with immediate(db):
            db.conn.execute("UPDATE blob SET complete = 1 WHERE sha256 = ?", (sha256,))
    except BaseException:
        with suppress(AppError):  # on a full disk even this may fail; the next opening sweeps it then
            _discard(db, sha256)
        raise


def _pieces(db: Database, source: Path, sha256: str, size: int, progress: Progress | None) -> tuple[str, int]:
    """Keep a file's pieces and return the hash and the size of what was read."""
    digest, read_so_far = hashlib.sha256(), 0
    with source.open("rb") as file:
        for seq, piece in enumerate(iter(lambda: file.read(PIECE), b"")):
            digest.update(piece)
            read_so_far += len(piece)
            with immediate(db):
                db.conn.execute("INSERT INTO blob_piece (sha256, seq, data) VALUES (?, ?, ?)", (sha256, seq, piece))
            if progress is not None and not progress(read_so_far, size):
                raise AppError("store.stopped", name=source.name)
    return digest.hexdigest(), read_so_far
