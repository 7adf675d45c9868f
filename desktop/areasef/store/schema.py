"""The tables of a workspace and its named migrations: plain SQL, one transaction each.

The first migration makes the tables of the kinds as they stand; ``growing`` brings an older file's tables up to them.
A stored file of the first version, which must always open, keeps this honest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from sqlite_utils import Database

from areasef.store.engine import immediate, one
from areasef.store.kinds import TABLES, Kind, kind_of

_FURNITURE: Final = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE pack_file (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE draft (subject_id TEXT NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (subject_id, field)) WITHOUT ROWID;
CREATE TABLE batch (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, who TEXT NOT NULL,
    at TEXT NOT NULL, replica TEXT NOT NULL, session TEXT NOT NULL, role TEXT NOT NULL, undoes TEXT);
CREATE INDEX batch_role ON batch (role, n);
CREATE TABLE writing (one INTEGER PRIMARY KEY CHECK (one = 1), batch TEXT NOT NULL);
CREATE TABLE change_log (n INTEGER PRIMARY KEY, batch TEXT NOT NULL, clock TEXT, who TEXT, replica TEXT,
    tbl TEXT NOT NULL, row_id TEXT NOT NULL, op TEXT NOT NULL, changes TEXT, salt TEXT, digest TEXT, chain TEXT);
CREATE INDEX change_log_batch ON change_log (batch);
CREATE INDEX change_log_row ON change_log (tbl, row_id);
CREATE TABLE blob (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, complete INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE blob_piece (n INTEGER PRIMARY KEY, sha256 TEXT NOT NULL REFERENCES blob (sha256) ON DELETE CASCADE,
    seq INTEGER NOT NULL, data BLOB NOT NULL, UNIQUE (sha256, seq));
CREATE TABLE page_text (n INTEGER PRIMARY KEY, revision_id TEXT NOT NULL, page INTEGER NOT NULL, label TEXT NOT NULL,
    text TEXT NOT NULL, text_hash TEXT NOT NULL, UNIQUE (revision_id, page));
CREATE TABLE typed (n INTEGER PRIMARY KEY, kind TEXT NOT NULL, thing_id TEXT NOT NULL, title TEXT NOT NULL,
    text TEXT NOT NULL, UNIQUE (kind, thing_id));
CREATE VIEW searchable AS SELECT n * 2 AS n, text FROM typed UNION ALL SELECT n * 2 + 1, text FROM page_text;
CREATE VIRTUAL TABLE found_typing USING fts5(text, content='searchable', content_rowid='n',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE found_whole USING fts5(text, content='searchable', content_rowid='n',
    tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO found_typing (found_typing, rank) VALUES ('secure-delete', 1);
INSERT INTO found_whole (found_whole, rank) VALUES ('secure-delete', 1);
"""
_UNLOGGED: Final = {"n", "id"}


def _first(db: Database) -> None:
    run_script(db, _FURNITURE)
    for kind in TABLES:
        run_script(db, "\n".join(tables_of(kind_of(kind))))
    for table, columns in logged_tables().items():
        for statement in triggers(table, columns).values():
            db.conn.execute(statement)


MIGRATIONS: Final[tuple[tuple[str, Callable[[Database], None]], ...]] = (("0001 first tables", _first),)


def migrate(db: Database) -> list[str]:
    """Bring a database to this version, one transaction for each migration, and return the names of those applied."""
    done: list[str] = []
    for number, (name, step) in enumerate(MIGRATIONS, 1):
        if one(db, "PRAGMA user_version") < number:
            with immediate(db):
                step(db)
                db.conn.execute(f"PRAGMA user_version={number}")
            done.append(name)
    return done


def run_script(db: Database, script: str) -> None:
    """Run statements one by one inside the transaction that is open; ``executescript`` would commit it."""
    for statement in script.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)


def tables_of(kind: Kind) -> Iterator[str]:
    """Yield the statements that make a kind's table, its link tables and their indexes."""
    parts = ["n INTEGER PRIMARY KEY"]
    for column in kind.columns:
        reference = f" REFERENCES {column.points_to} (id)" if column.points_to else ""
        unique = " UNIQUE" if column.name == "id" else ""
        parts.append(f"{_quoted(column.name)} {column.sql}{unique}{reference}")
    parts.append("binned_at TEXT, binned_by TEXT")
    yield f"CREATE TABLE {_quoted(kind.table)} ({', '.join(parts)});\n"
    for column in kind.columns:
        if column.name.endswith("_id") or column.name == "sha256":
            yield f"CREATE INDEX {kind.table}_{column.name} ON {_quoted(kind.table)} ({_quoted(column.name)});\n"
    for _, table, other in kind.links:
        mine = f"{kind.table}_id"
        yield (
            f"CREATE TABLE {table} (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
            f" {mine} TEXT NOT NULL REFERENCES {_quoted(kind.table)} (id),"
            f" {other} TEXT NOT NULL REFERENCES {_quoted(other[:-3])} (id), place INTEGER NOT NULL);\n"
        )
        yield f"CREATE INDEX {table}_mine ON {table} ({mine});\n"


def logged_tables() -> dict[str, tuple[str, ...]]:
    """Return every table whose changes are logged, with the columns that are."""
    found: dict[str, tuple[str, ...]] = {}
    for type_ in TABLES:
        kind = kind_of(type_)
        names = tuple(column.name for column in kind.columns if column.name not in _UNLOGGED)
        found[kind.table] = (*names, "binned_at", "binned_by")
        for _, table, other in kind.links:
            found[table] = (f"{kind.table}_id", other, "place")
    return found


def triggers(table: str, columns: tuple[str, ...]) -> dict[str, str]:
    """Return the triggers that log a table, by name: JSON of each changed field as [before, after]."""
    new = ", ".join(f"'{name}', json_array(NULL, NEW.{_quoted(name)})" for name in columns)
    old = ", ".join(f"'{name}', json_array(OLD.{_quoted(name)}, NULL)" for name in columns)
    changed = _flat_changes(columns)
    head = "INSERT INTO change_log (batch, tbl, row_id, op, changes) SELECT coalesce((SELECT batch FROM writing), ''),"
    quoted = _quoted(table)
    return {
        f"log_{table}_insert": f"CREATE TRIGGER log_{table}_insert AFTER INSERT ON {quoted} BEGIN {head}"
        f" '{table}', NEW.id, 'insert', json_object({new}); END",
        f"log_{table}_update": f"CREATE TRIGGER log_{table}_update AFTER UPDATE ON {quoted} BEGIN {head}"
        f" '{table}', NEW.id, 'update', {changed}; END",
        f"log_{table}_delete": f"CREATE TRIGGER log_{table}_delete AFTER DELETE ON {quoted} BEGIN {head}"
        f" '{table}', OLD.id, 'delete', json_object({old}); END",
    }


def _flat_changes(columns: tuple[str, ...]) -> str:
    rows = " UNION ALL ".join(
        f"SELECT '{name}' AS field, OLD.{_quoted(name)} AS old, NEW.{_quoted(name)} AS new" for name in columns
    )
    return f"(SELECT json_group_object(field, json_array(old, new)) FROM ({rows}) WHERE old IS NOT new)"


def missing_triggers(db: Database) -> list[str]:
    """Return the names of log triggers that the database should have and has not."""
    held = {row[0] for row in db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    wanted = (name for table, columns in logged_tables().items() for name in triggers(table, columns))
    return [name for name in wanted if name not in held]


def _quoted(name: str) -> str:
    return f'"{name}"'
