"""Prove a workspace: its structure, its links, its log and the bytes of its originals."""

from __future__ import annotations

from sqlite_utils import Database

from areasef.store import blobs, changelog
from areasef.store.engine import one
from areasef.store.schema import missing_triggers
from areasef.words.faults import AppError, Fault

_NAMED_AT_MOST = 20


def verify(db: Database, progress: blobs.Progress | None = None) -> tuple[Fault, ...]:
    """Return what does not agree, with its place. ``progress`` hears each step and stops it by returning False."""
    steps = (_structure, _keys, _triggers, _log, _originals)
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


def _originals(db: Database) -> list[Fault]:
    return [Fault("store.verify_original", sha256[:12]) for sha256 in blobs.damaged(db)]
