"""The bin: deletions are tombstones that can be taken back; nothing in it is counted, printed or found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlite_utils import Database

from areasef.store.engine import one
from areasef.store.kinds import SEARCHED, TABLES, kind_of
from areasef.store.tables import set_fields

UNDONE: Final = "\N{BULLET}undone"
_TITLES: Final = {"response": "words", "citation": "says", "finding_citation": "says"}


@dataclass(frozen=True, slots=True)
class BinEntry:
    """A thing in the bin: its kind (a dataclass), id, what it was called, when and by whom it was put there."""

    kind: type
    id: str
    title: str
    at: str
    by: str


def put_in_bin(db: Database, kind: type, thing_id: str, at: str, by: str) -> None:
    """Make a thing a tombstone."""
    set_fields(db, kind_of(kind).table, thing_id, {"binned_at": at, "binned_by": by})


def take_out(db: Database, kind: type, thing_id: str) -> None:
    """Take a thing out of the bin; one that is not in it stays as it is, and nothing is logged."""
    table = kind_of(kind).table
    if one(db, f'SELECT 1 FROM "{table}" WHERE id = ? AND binned_at IS NOT NULL', (thing_id,)):
        set_fields(db, table, thing_id, {"binned_at": None, "binned_by": None})


def entries(db: Database) -> tuple[BinEntry, ...]:
    """Return what lies in the bin, the newest first; what was only undone does not."""
    found: list[BinEntry] = []
    for kind, table in TABLES.items():
        columns = SEARCHED.get(table)
        if not columns:
            continue
        title = _TITLES.get(table) or next(
            (name for name in ("title", "name", "body", "text") if name in columns), "id"
        )
        sql = (
            f'SELECT id, "{title}", binned_at, binned_by FROM "{table}" WHERE binned_at IS NOT NULL AND binned_by <> ?'
        )
        found += [BinEntry(kind, *row) for row in db.conn.execute(sql, (UNDONE,))]
    return tuple(sorted(found, key=lambda entry: entry.at, reverse=True))
