"""An older file's tables gain what the kinds gained since: new columns with their defaults, new tables, new links.

A field with a default may be added to a kind without a migration of its own. Anything else (a name that changes, a
value that means something new) is a named migration in ``schema``.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any

from sqlite_utils import Database

from areasef.store.engine import immediate
from areasef.store.kinds import TABLES, Column, Kind, kind_of
from areasef.store.schema import logged_tables, tables_of, triggers


def grow(db: Database) -> tuple[str, ...]:
    """Add what is missing, in one transaction, and return the tables that grew."""
    if not behind(db):
        return ()
    grown: list[str] = []
    with immediate(db):
        for type_ in TABLES:
            grown += _grow_kind(db, kind_of(type_))
        for table in grown:
            for name, statement in triggers(table, logged_tables()[table]).items():
                db.conn.execute(f"DROP TRIGGER IF EXISTS {name}")
                db.conn.execute(statement)
    return tuple(grown)


def behind(db: Database) -> bool:
    """Say whether the kinds have a table or a column that the database has not."""
    wanted = logged_tables()
    return any(set(columns) - _columns(db, table) for table, columns in wanted.items())


def _grow_kind(db: Database, kind: Kind) -> list[str]:
    held = _columns(db, kind.table)
    tables = [kind.table, *(table for _, table, _ in kind.links)]
    missing = [table for table in tables if not _columns(db, table)]
    for statement in tables_of(kind):
        if any(statement.startswith((f'CREATE TABLE "{table}" ', f"CREATE TABLE {table} ")) for table in missing):
            db.conn.execute(statement)
    added = [column for column in kind.columns if held and column.name not in held]
    for column in added:
        db.conn.execute(f'ALTER TABLE "{kind.table}" ADD COLUMN {_definition(kind, column)}')
    for statement in tables_of(kind):
        if (missing or added) and statement.startswith("CREATE INDEX"):
            db.conn.execute(statement.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS", 1))
    return [kind.table, *missing] if added and kind.table not in missing else missing


def _definition(kind: Kind, column: Column) -> str:
    value = _default(kind, column)
    if value is None:
        reference = f" REFERENCES {column.points_to} (id)" if column.points_to else ""
        return f'"{column.name}" {column.sql}{reference}'
    literal = "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)
    return f'"{column.name}" {column.sql} DEFAULT {literal}'


def _default(kind: Kind, column: Column) -> Any:
    field = next(each for each in fields(kind.type) if each.name == column.name)
    if field.default is not MISSING:
        return column.into(field.default)
    if field.default_factory is not MISSING:
        return column.into(field.default_factory())
    raise TypeError(f"{kind.table}.{column.name} was added without a default; write a migration")


def _columns(db: Database, table: str) -> set[str]:
    return {row[1] for row in db.conn.execute(f'PRAGMA table_info("{table}")')}
