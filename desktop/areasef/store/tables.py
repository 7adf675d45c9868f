"""Rows and the dataclasses they are: read, compare, write only what differs, bin and restore."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, TypeVar

from sqlite_utils import Database

from areasef.store.kinds import Kind, kind_of

T = TypeVar("T")


def get(db: Database, kind: type[T], thing_id: str) -> T | None:
    """Return a thing that is not in the bin, or None."""
    found = _select(db, kind_of(kind), "id = ? AND binned_at IS NULL", (thing_id,))
    return found[0] if found else None


def select(db: Database, kind: type[T], equals: dict[str, object]) -> tuple[T, ...]:
    """Return things that are not in the bin and whose columns equal what is given, in their order.

    A frozenset gives a choice: its columns equal one of the values.
    """
    how = kind_of(kind)
    columns = {column.name: column for column in how.columns}
    where, values = ["binned_at IS NULL"], []
    for name, value in equals.items():
        column = columns[name]
        if isinstance(value, frozenset):
            where.append(f'"{column.name}" IN ({", ".join("?" * len(value))})')
            values += [column.into(each) for each in value]
        else:
            where.append(f'"{column.name}" IS ?')
            values.append(column.into(value))
    return tuple(_select(db, how, " AND ".join(where), tuple(values)))


def put(db: Database, thing: Any) -> None:
    """Insert a thing, or write the fields in which it differs from the row that is there."""
    how = kind_of(type(thing))
    fresh = {column.name: column.into(getattr(thing, column.name)) for column in how.columns}
    names = ", ".join(f'"{name}"' for name in fresh)
    row = db.conn.execute(f'SELECT {names} FROM "{how.table}" WHERE id = ?', (thing.id,)).fetchone()
    if row is None:
        marks = ", ".join("?" * len(fresh))
        db.conn.execute(f'INSERT INTO "{how.table}" ({names}) VALUES ({marks})', tuple(fresh.values()))
    else:
        held = dict(zip(fresh, row, strict=True))
        changed = {name: value for name, value in fresh.items() if held[name] != value}
        set_fields(db, how.table, thing.id, changed)
    for field, table, other in how.links:
        _put_links(db, table, f"{how.table}_id", other, thing.id, getattr(thing, field))


def set_fields(db: Database, table: str, thing_id: str, values: dict[str, Any]) -> None:
    """Write fields of a row as they are stored."""
    if values:
        cells = ", ".join(f'"{name}" = ?' for name in values)
        db.conn.execute(f'UPDATE "{table}" SET {cells} WHERE id = ?', (*values.values(), thing_id))


def _select(db: Database, how: Kind, where: str, values: tuple[object, ...]) -> list[Any]:
    names = ", ".join(f'"{column.name}"' for column in how.columns)
    sql = f'SELECT {names} FROM "{how.table}" WHERE {where} ORDER BY {how.order}'
    rows = db.conn.execute(sql, values).fetchall()
    linked = [_links(db, how, table, other, rows) for _, table, other in how.links]
    things = []
    for row in rows:
        given = {column.name: column.out(value) for column, value in zip(how.columns, row, strict=True)}
        for (field, _, _), found in zip(how.links, linked, strict=True):
            given[field] = tuple(found[row[0]])
        things.append(how.type(**given))
    return things


def _links(db: Database, how: Kind, table: str, other: str, rows: list[Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    if not rows:
        return found
    mine = f"{how.table}_id"
    sql = f"SELECT {mine}, {other} FROM {table}"
    parameters: tuple[object, ...] = ()
    if len(rows) == 1:
        sql, parameters = f"{sql} WHERE {mine} = ?", (rows[0][0],)
    for key, value in db.conn.execute(f"{sql} ORDER BY place, n", parameters):
        found[key].append(value)
    return found


def _put_links(db: Database, table: str, mine: str, other: str, thing_id: str, wanted: tuple[str, ...]) -> None:
    wanted = tuple(dict.fromkeys(wanted))
    rows = db.conn.execute(f"SELECT {other}, place FROM {table} WHERE {mine} = ?", (thing_id,))
    held = dict(rows.fetchall())
    if held == {value: place for place, value in enumerate(wanted)}:
        return
    for value in held.keys() - set(wanted):
        db.conn.execute(f"DELETE FROM {table} WHERE id = ?", (f"{thing_id}:{value}",))
    for place, value in enumerate(wanted):
        key = f"{thing_id}:{value}"
        if value not in held:
            db.conn.execute(
                f"INSERT INTO {table} (id, {mine}, {other}, place) VALUES (?, ?, ?, ?)", (key, thing_id, value, place)
            )
        elif held[value] != place:
            db.conn.execute(f"UPDATE {table} SET place = ? WHERE id = ?", (place, key))
