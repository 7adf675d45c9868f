"""The change log: who, when, what, before and after, chained so that a missing or altered entry is found.

Triggers write the entries; at the end of each batch they are given their clock (a hybrid logical clock), writer and
replica, and a place in the replica's chain: each link is a hash over the one before and a salted digest of the
values, so that values can later be erased without breaking the chain.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlite_utils import Database

from areasef.store.engine import one

_ENTRY: Final = "SELECT n, tbl, row_id, op, changes FROM change_log WHERE batch = ? AND chain IS NULL ORDER BY n"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One change of one field: when, who, the field, and its value before and after."""

    at: str
    who: str
    label: str
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that a batch changed, as the log tells it."""

    table: str
    row_id: str
    op: str
    changes: dict[str, Any]


class Clock:
    """A hybrid logical clock: milliseconds, a counter where they stand still, and the replica's id."""

    def __init__(self, replica: str, last: str = "") -> None:
        self._replica = replica
        self._moment: datetime | None = None
        self._told = 0
        stamp, _, rest = last.partition("-")
        self._last = (int(stamp), int(rest.partition("-")[0])) if last else (0, 0)

    @contextmanager
    def at(self, moment: datetime) -> Iterator[None]:
        """Read a moment meanwhile: for a demonstration, whose story is told afterwards."""
        self._moment = moment
        try:
            yield
        finally:
            self._moment = None

    def now(self) -> datetime:
        """Return the time to the second, with its zone."""
        return self._moment or datetime.now().astimezone().replace(microsecond=0)

    def tick(self) -> str:
        """Return the next reading: later than every one before, even if the computer's clock went back.

        A moment that is told afterwards is taken as it is.
        """
        if self._moment is not None:
            self._told += 1
            return f"{round(self._moment.timestamp() * 1000):013d}-{self._told:06d}-{self._replica}"
        wall = time.time_ns() // 1_000_000
        stamp, count = self._last
        self._last = (wall, 0) if wall > stamp else (stamp, count + 1)
        return f"{self._last[0]:013d}-{self._last[1]:06d}-{self._replica}"


def last_reading(db: Database) -> str:
    """Return the latest clock reading in the log of any replica."""
    return one(db, "SELECT max(clock) FROM change_log") or ""


def seal(db: Database, batch: str, clock: Clock, who: str, replica: str) -> tuple[Touched, ...]:
    """Complete the entries of a batch and return the rows they touched, in order."""
    touched: list[Touched] = []
    link = one(db, "SELECT chain FROM change_log WHERE replica = ? ORDER BY n DESC LIMIT 1", (replica,)) or ""
    for n, table, row_id, op, changes in db.conn.execute(_ENTRY, (batch,)).fetchall():
        reading, salt = clock.tick(), secrets.token_hex(8)
        digest = digest_of(salt, changes)
        link = chained(link, reading, table, row_id, op, digest)
        db.conn.execute(
            "UPDATE change_log SET clock = ?, who = ?, replica = ?, salt = ?, digest = ?, chain = ? WHERE n = ?",
            (reading, who, replica, salt, digest, link, n),
        )
        touched.append(Touched(table, row_id, op, json.loads(changes)))
    return tuple(touched)


def digest_of(salt: str, changes: str) -> str:
    """Return the salted digest of an entry's values."""
    return hashlib.sha256(f"{salt}\n{changes}".encode()).hexdigest()


def chained(before: str, reading: str, table: str, row_id: str, op: str, digest: str) -> str:
    """Return the link of an entry: a hash over the link before it and everything but the values themselves."""
    return hashlib.sha256("\n".join((before, reading, table, row_id, op, digest)).encode()).hexdigest()


def entries_of(db: Database, batch: str) -> tuple[Touched, ...]:
    """Return what a batch did, in order."""
    rows = db.conn.execute("SELECT tbl, row_id, op, changes FROM change_log WHERE batch = ? ORDER BY n", (batch,))
    return tuple(Touched(table, row_id, op, json.loads(changes)) for table, row_id, op, changes in rows)


def history_of(db: Database, table: str, row_id: str) -> tuple[LogEntry, ...]:
    """Return every change of a thing, the newest first."""
    rows = db.conn.execute(
        "SELECT batch.at, change_log.who, batch.label, change_log.changes FROM change_log"
        " JOIN batch ON batch.id = change_log.batch WHERE tbl = ? AND row_id = ? ORDER BY change_log.n DESC",
        (table, row_id),
    )
    return tuple(
        LogEntry(at, who, label, field, before, after)
        for at, who, label, changes in rows
        for field, (before, after) in json.loads(changes).items()
    )


def changed_since(db: Database, table: str, moment: datetime) -> dict[str, dict[str, tuple[Any, Any]]]:
    """Return, for each row touched since a moment, what each field was then and what it is now; those that came back are left out.

    What was erased from the log is not told. Values are as they are stored.
    """
    found: dict[str, dict[str, tuple[Any, Any]]] = defaultdict(dict)
    reading = f"{round(moment.timestamp() * 1000):013d}"
    sql = "SELECT row_id, changes FROM change_log WHERE tbl = ? AND clock >= ? AND changes IS NOT NULL ORDER BY clock"
    for row_id, changes in db.conn.execute(sql, (table, reading)):
        for field, (before, after) in json.loads(changes).items():
            first = found[row_id].get(field, (before, after))[0]
            found[row_id][field] = (first, after)
    kept = {key: {name: pair for name, pair in row.items() if pair[0] != pair[1]} for key, row in found.items()}
    return {key: row for key, row in kept.items() if row}


def last_written(db: Database) -> dict[str, dict[str, dict[str, Any]]]:
    """Return, for each table and row, the value that the log says was written last to each of its fields.

    A row that was deleted is not there; what was written before values were erased from the log is not compared.
    """
    found: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for table, row_id, op, changes in db.conn.execute("SELECT tbl, row_id, op, changes FROM change_log ORDER BY n"):
        if op == "delete":
            found[table].pop(row_id, None)
            continue
        row = found[table].setdefault(row_id, {})
        if changes is None:
            row.clear()
        else:
            row.update({name: after for name, (_, after) in json.loads(changes).items()})
    return found


def broken_links(db: Database) -> list[int]:
    """Return the numbers of log entries that do not agree with their hash, or stand outside any chain."""
    broken: list[int] = []
    last: dict[str, str] = {}
    rows = db.conn.execute(
        "SELECT n, replica, clock, tbl, row_id, op, changes, salt, digest, chain FROM change_log ORDER BY n"
    )
    for n, replica, reading, table, row_id, op, changes, salt, digest, chain in rows:
        if chain is None:
            broken.append(n)
            continue
        erased = changes is None
        whole = erased or digest_of(salt, changes) == digest
        if not whole or chained(last.get(replica, ""), reading, table, row_id, op, digest) != chain:
            broken.append(n)
        last[replica] = chain
    return broken
