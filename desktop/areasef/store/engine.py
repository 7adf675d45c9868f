"""The one place that opens a database: which library, which settings, and what its errors mean to a person.

Plain and (later) protected workspaces go through the same SQLite library, so that no file is ever opened by two.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any, Final
from urllib.parse import quote

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

from sqlite_utils import Database  # noqa: E402 - it must find the library chosen above

from areasef.words.faults import AppError  # noqa: E402

APPLICATION_ID: Final = 0x41534546  # "ASEF"
FORMAT: Final = 1
BUSY_MS: Final = 10_000
Error: Final = dbapi2.Error

PIECE: Final = 1 << 20


def connect(path: Path, *, read_only: bool = False, immutable: bool = False) -> Database:
    """Open a database with foreign keys on and full durability; nothing is created where there is no file."""
    mode = "ro" if read_only else "rw"
    query = f"{uri_of(path.absolute())}?mode={mode}" + ("&immutable=1" if immutable else "")
    connection = dbapi2.connect(query, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA recursive_triggers=ON")
    if read_only:
        connection.execute("PRAGMA query_only=ON")
    else:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON")
    return Database(connection, execute_plugins=False)


def uri_of(path: PurePath) -> str:
    """Return the URI by which SQLite opens a file; it refuses a server's name as authority, so that goes into the path."""
    words = path.as_posix()
    return "file://" + quote(words if words.startswith("/") else f"/{words}", safe="/:")


def make(path: Path) -> Database:
    """Make an empty database file of this application's kind. Raises FileExistsError where one stands."""
    path.touch(exist_ok=False)
    db = connect(path)
    db.conn.execute("PRAGMA page_size=16384")
    db.conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
    return db


def use_wal(db: Database) -> None:
    """Let readers go on while something is written; only ever for the local working copy."""
    db.conn.execute("PRAGMA journal_mode=WAL")


def one(db: Database, sql: str, parameters: tuple[object, ...] = ()) -> Any:
    """Return the first value of the first row, or None."""
    row = db.conn.execute(sql, parameters).fetchone()
    return row[0] if row else None


@contextmanager
def immediate(db: Database) -> Iterator[None]:
    """A transaction that takes the write lock at once, and is rolled back whole where anything fails."""
    with said_plainly():
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.conn.execute("COMMIT")  # a full disk may show only here, with the transaction still open
        except BaseException:
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")
            raise


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn the library's errors about disk, lock and damage into errors that a person can read."""
    try:
        yield
    except Error as error:
        code = _code_of(str(error).lower())
        if code is None:
            raise
        raise AppError(code) from error


@contextmanager
def allowed_to_copy(db: Database) -> Iterator[None]:
    """Let a reader's connection write a copy of what it reads, and nothing else."""
    reads_only = one(db, "PRAGMA query_only")
    db.conn.execute("PRAGMA query_only=OFF")
    try:
        yield
    finally:
        db.conn.execute(f"PRAGMA query_only={reads_only}")


def is_full(error: OSError) -> bool:
    """Say whether the system refused a write for want of room: the disk, the quota or the largest file allowed."""
    return error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", -1), errno.EFBIG)


def _code_of(words: str) -> str | None:
    if "full" in words:
        return "store.full"
    if "locked" in words or "busy" in words:
        return "store.busy"
    if "malformed" in words or "not a database" in words:
        return "store.damaged_now"
    if "readonly" in words or "read-only" in words:
        return "store.read_only"
    return "store.disk" if "disk i/o" in words or "unable to open" in words else None
