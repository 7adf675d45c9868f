"""Prove a workspace: its structure, its links, its log, its rows against the log, its pages and its originals."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from areasef.domain.page import page_text_hash
from areasef.store import blobs, changelog
from areasef.store.engine import one
from areasef.store.schema import logged_tables, missing_triggers
from areasef.words.faults import AppError, Fault

_NAMED_AT_MOST = 20


def verify(db: Database, progress: blobs.Progress | None = None) -> tuple[Fault, ...]:
    """Return what does not agree, with its place. ``progress`` hears each step and stops it by returning False."""
    steps = (_structure, _keys, _triggers, _log, _rows, _pages, _originals)
    faults: list[Fault] = []
    for done, step in enumerate(steps, 1):
        faults += step(db)
        if progress is not None and not progress(done, len(steps)):
            raise AppError("store.verify_stopped")
    return tuple(faults)


def _structure(db: Database) -> list[Fault]:
    return [] if one(db, "PRAGMA integrity_check") == "ok" else [Fault("store.verify_structure")]


def _keys(db: Database) -> list[Fault]:
    return [Fault("store.verify_keys", row[0]) for row in db.conn.execute("PRAGMA foreign_key_check")]


def _triggers(db: Database) -> list[Fault]:
    return [Fault("store.verify_trigger", name) for name in missing_triggers(db)]


def _log(db: Database) -> list[Fault]:
    return [Fault("store.verify_log", f"entry {n}") for n in changelog.broken_links(db)[:_NAMED_AT_MOST]]


def _rows(db: Database) -> list[Fault]:
    """Compare each row with what the log says was last written: SQLite itself does not notice a bit that flipped."""
    wanted = changelog.last_written(db)
    wrong: list[Fault] = []
    for table, columns in logged_tables().items():
        names = ", ".join(f'"{name}"' for name in columns)
        held = {row[0]: row[1:] for row in db.conn.execute(f'SELECT id, {names} FROM "{table}"')}
        for row_id in sorted(held.keys() | wanted[table].keys()):
            row = dict(zip(columns, held.get(row_id, ()), strict=False))
            if not _agrees(row, wanted[table].get(row_id)):
                wrong.append(Fault("store.verify_row", f"{table} {row_id}"))
    return wrong[:_NAMED_AT_MOST]


def _agrees(row: dict[str, Any], wanted: dict[str, Any] | None) -> bool:
    if wanted is None:
        return not row
    return bool(row) and all(row[name] == value for name, value in wanted.items() if name in row)


def _pages(db: Database) -> list[Fault]:
    rows = db.conn.execute("SELECT revision_id, page, text, text_hash FROM page_text")
    wrong = [f"{revision_id} {page}" for revision_id, page, text, kept in rows if page_text_hash(text) != kept]
    return [Fault("store.verify_page", place) for place in wrong[:_NAMED_AT_MOST]]


def _originals(db: Database) -> list[Fault]:
    gone = [Fault("store.verify_absent", f"{name} {sha256[:12]}") for name, sha256 in blobs.absent(db)[:_NAMED_AT_MOST]]
    return [Fault("store.verify_original", sha256[:12]) for sha256 in blobs.damaged(db)] + gone
