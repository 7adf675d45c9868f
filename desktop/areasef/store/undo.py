"""Undo and redo from the change log: a batch is taken back field by field, each step itself a batch in the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from areasef.store.bin import UNDONE
from areasef.store.changelog import Touched, entries_of
from areasef.store.kinds import kind_of_table
from areasef.store.tables import set_fields

_LAST_DONE = "SELECT id, label FROM batch WHERE role = 'done' AND session = ? ORDER BY n DESC LIMIT 1"
_LAST_UNDONE = (
    "SELECT batch.id, batch.label FROM batch JOIN batch AS by_undo ON by_undo.undoes = batch.id AND by_undo.role = 'undo'"
    " WHERE batch.role = 'undone' AND batch.session = ? ORDER BY by_undo.n DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Step:
    """A batch that can be undone or redone, and what it was called."""

    batch: str
    label: str


def to_undo(db: Database, session: str) -> Step | None:
    """Return the last thing done in this sitting that can be taken back."""
    row = db.conn.execute(_LAST_DONE, (session,)).fetchone()
    return Step(*row) if row else None


def to_redo(db: Database, session: str) -> Step | None:
    """Return the thing that was taken back last, unless something else was done since."""
    row = db.conn.execute(_LAST_UNDONE, (session,)).fetchone()
    return Step(*row) if row else None


def forget_redo(db: Database, session: str) -> None:
    """Something new was done: what was taken back before it can no longer be done again."""
    db.conn.execute("UPDATE batch SET role = 'gone' WHERE role = 'undone' AND session = ?", (session,))


def take_back(db: Database, step: Step, at: str) -> None:
    """Undo a batch, last change first. A field that was changed since keeps its newer value."""
    for entry in reversed(entries_of(db, step.batch)):
        _reverse(db, entry, at)
    db.conn.execute("UPDATE batch SET role = 'undone' WHERE id = ?", (step.batch,))


def do_again(db: Database, step: Step) -> None:
    """Redo a batch that was taken back."""
    for entry in entries_of(db, step.batch):
        _repeat(db, entry)
    db.conn.execute("UPDATE batch SET role = 'done' WHERE id = ?", (step.batch,))


def _reverse(db: Database, entry: Touched, at: str) -> None:
    if entry.op == "update":
        _swap(db, entry, have=1, want=0)
    elif kind_of_table(entry.table) is not None:
        set_fields(db, entry.table, entry.row_id, {"binned_at": at, "binned_by": UNDONE})
    elif entry.op == "insert":
        db.conn.execute(f"DELETE FROM {entry.table} WHERE id = ?", (entry.row_id,))
    else:
        _insert_link(db, entry, which=0)


def _repeat(db: Database, entry: Touched) -> None:
    if entry.op == "update":
        _swap(db, entry, have=0, want=1)
    elif kind_of_table(entry.table) is not None:
        set_fields(db, entry.table, entry.row_id, {"binned_at": None, "binned_by": None})
    elif entry.op == "delete":
        db.conn.execute(f"DELETE FROM {entry.table} WHERE id = ?", (entry.row_id,))
    else:
        _insert_link(db, entry, which=1)


def _swap(db: Database, entry: Touched, have: int, want: int) -> None:
    names = ", ".join(f'"{name}"' for name in entry.changes)
    row = db.conn.execute(f'SELECT {names} FROM "{entry.table}" WHERE id = ?', (entry.row_id,)).fetchone()
    if row is None:
        return
    held = dict(zip(entry.changes, row, strict=True))
    wanted: dict[str, Any] = {}
    for name, pair in entry.changes.items():
        if held[name] == pair[have]:
            wanted[name] = pair[want]
    set_fields(db, entry.table, entry.row_id, wanted)


def _insert_link(db: Database, entry: Touched, which: int) -> None:
    values = {name: pair[which] for name, pair in entry.changes.items()}
    names = ", ".join(("id", *values))
    marks = ", ".join("?" * (len(values) + 1))
    db.conn.execute(f"INSERT OR IGNORE INTO {entry.table} ({names}) VALUES ({marks})", (entry.row_id, *values.values()))
