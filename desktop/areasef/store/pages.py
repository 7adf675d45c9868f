"""The stored text of pages: what citations count their offsets in, and what search looks through."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlite_utils import Database

from areasef.domain.evidence import PageText
from areasef.store.search import forget_page, index_page

_COLUMNS = "revision_id, page, label, text, text_hash"


def keep(db: Database, revision_id: str, texts: Iterable[PageText]) -> None:
    """Replace the pages of a revision."""
    for n, text in db.conn.execute("SELECT n, text FROM page_text WHERE revision_id = ?", (revision_id,)).fetchall():
        forget_page(db, n, text)
    db.conn.execute("DELETE FROM page_text WHERE revision_id = ?", (revision_id,))
    for each in texts:
        row = (revision_id, each.page, each.label, each.text, each.text_hash)
        cursor = db.conn.execute(f"INSERT INTO page_text ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)", row)
        index_page(db, cursor.lastrowid, each.text)


def of_revision(db: Database, revision_id: str) -> tuple[PageText, ...]:
    """Return the pages of a revision in order."""
    rows = db.conn.execute(f"SELECT {_COLUMNS} FROM page_text WHERE revision_id = ? ORDER BY page", (revision_id,))
    return tuple(PageText(*row) for row in rows)


def newest_of(db: Database, evidence_ids: Iterable[str]) -> dict[str, str]:
    """Return the newest revision of each of these items that has one: its id by the id of the item."""
    sql = """SELECT evidence_id, id, max(number) FROM revision
        WHERE binned_at IS NULL AND evidence_id IN (SELECT value FROM json_each(?)) GROUP BY evidence_id"""
    return {row[0]: row[1] for row in db.conn.execute(sql, (json.dumps(list(evidence_ids)),))}


def one_page(db: Database, revision_id: str, number: int) -> PageText | None:
    """Return a page, or None where nothing was read."""
    sql = f"SELECT {_COLUMNS} FROM page_text WHERE revision_id = ? AND page = ?"
    row = db.conn.execute(sql, (revision_id, number)).fetchone()
    return PageText(*row) if row else None
