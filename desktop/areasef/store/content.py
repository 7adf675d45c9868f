"""The content of a workspace as one hash: the same for the same content, on any computer."""

from __future__ import annotations

import hashlib
from typing import Final

from sqlite_utils import Database

from areasef.store.kinds import TABLES, kind_of

_NOT_CONTENT: Final = ("export", "snapshot", "hand_over")


def content_hash(db: Database) -> str:
    """Return the SHA-256 of the canonical rows that are not in the bin."""
    digest = hashlib.sha256()
    for type_ in TABLES:
        kind = kind_of(type_)
        if kind.table in _NOT_CONTENT:
            continue
        names = ", ".join(f'"{column.name}"' for column in kind.columns)
        for row in db.conn.execute(f'SELECT {names} FROM "{kind.table}" WHERE binned_at IS NULL ORDER BY id'):
            digest.update(repr((kind.table, row)).encode())
        for _, linked, other in kind.links:
            for row in db.conn.execute(f"SELECT {kind.table}_id, {other}, place FROM {linked} ORDER BY id"):
                digest.update(repr((linked, row)).encode())
    return digest.hexdigest()
