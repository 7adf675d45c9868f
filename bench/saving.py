"""One statement reworded, until it is on the disk, against a bare SQLite commit of the same text, flushed as well."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from areasef.services import writing
from bench.filling import new_session, room
from bench.measure import Row, bench, timed

TIMES = 300
TEXT = "Children get help sooner than a year ago, and families in the north wait longest. " * 6


def bare(folder: Path) -> sqlite3.Connection:
    """Open a table of one row that is flushed at each commit."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE statement (id INTEGER PRIMARY KEY, body TEXT)")
    connection.execute("INSERT INTO statement VALUES (1, '')")
    return connection


@bench("saving")
def saving() -> Iterator[Row]:
    """Time a statement reworded (its row, the log with its hash, search, undo) and what is typed kept as a draft."""
    with room() as folder:
        connection = bare(folder)
        sql = "UPDATE statement SET body = ? WHERE id = 1"
        peer = timed(lambda number: connection.execute(sql, (f"{TEXT}{number}",)), TIMES)
        connection.close()
        session = new_session(folder)
        statement = writing.add_statement(session, "i3", "impact", TEXT)
        ours = timed(lambda number: writing.reword(session, statement.id, f"{TEXT}{number}"), TIMES)
        draft = timed(lambda number: writing.keep_typing(session, statement.id, f"{TEXT}{number}"), TIMES)
        session.close()
    said = f"{TIMES} times, {len(TEXT)} characters; least {ours.least:.2f}, most {ours.most:.1f}"
    yield Row("statement saved, median", ours.median, "ms", "bare commit", peer.median, said)
    yield Row("statement saved, p95", ours.p95, "ms", "bare commit", peer.p95, "")
    yield Row("typing kept as draft, median", draft.median, "ms", "bare commit", peer.median, f"most {draft.most:.1f}")
