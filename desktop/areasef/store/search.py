"""Search over everything typed and every page: one index for typing (prefixes), one for whole words (stems)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from sqlite_utils import Database

from areasef.domain.statement import plain
from areasef.store.kinds import SEARCHED

RANKED_AT_MOST: Final = 3000
_WORD: Final = re.compile(r"\w+", re.UNICODE)
_LOOKED_AT: Final = 200
_RUN: Final = 12
_INDEXES: Final = ("found_typing", "found_whole")


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: a kind of thing and its id, its title, the page (0 where typed), and the words around.

    ``marks`` are the ranges of ``snippet`` that matched; ``revision_id`` is the one whose page it is, and
    ``first`` the mark where most of what was looked for stands together.
    """

    kind: str
    id: str
    title: str
    page: int
    snippet: str
    marks: tuple[tuple[int, int], ...]
    revision_id: str = ""
    first: int = 0


def index_typed(db: Database, table: str, thing_id: str) -> None:
    """Index what is typed in a thing again; a thing in the bin is not found."""
    columns = SEARCHED.get(table)
    if columns is None:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    row = db.conn.execute(f'SELECT {names} FROM "{table}" WHERE id = ? AND binned_at IS NULL', (thing_id,)).fetchone()
    _forget_typed(db, table, thing_id)
    words = [plain(cell) for cell in row if cell] if row else []
    if not words:
        return
    title = words[1] if table == "evidence" and len(words) > 1 else words[0]
    text = "\n".join(words)
    cursor = db.conn.execute(
        "INSERT INTO typed (kind, thing_id, title, text) VALUES (?, ?, ?, ?)", (table, thing_id, title[:200], text)
    )
    _add(db, cursor.lastrowid * 2, text)


def index_page(db: Database, n: int, text: str) -> None:
    """Index the text of a page that was just stored as row ``n``."""
    _add(db, n * 2 + 1, text)


def forget_page(db: Database, n: int, text: str) -> None:
    """Take a page out of the index before its row is deleted."""
    _drop(db, n * 2 + 1, text)


def search(db: Database, text: str, limit: int, ranked: bool = True) -> tuple[Hit, ...]:
    """Find words: the last as a prefix, all of them required; whole words also by their stem."""
    words = _WORD.findall(text)
    if not words or (len(words) == 1 and len(words[0]) < 2):
        return ()
    quoted = [f'"{word}"' for word in words]
    found = _ids(db, "found_typing", " ".join([*quoted[:-1], quoted[-1] + "*"]), limit, ranked)
    if len(found) < limit:
        stems = _ids(db, "found_whole", " ".join(quoted), limit, ranked)
        found = list(dict.fromkeys([*found, *stems]))[:limit]
    return tuple(hit for hit in (_hit(db, n, words) for n in found) if hit is not None)


def _ids(db: Database, table: str, query: str, limit: int, ranked: bool) -> list[int]:
    sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
    if ranked:
        count = db.conn.execute(f"SELECT count(*) FROM ({sql} LIMIT {RANKED_AT_MOST + 1})", (query,)).fetchone()[0]
        if count <= RANKED_AT_MOST:
            sql += " ORDER BY rank"
    return [row[0] for row in db.conn.execute(f"{sql} LIMIT ?", (query, limit))]


def _hit(db: Database, n: int, words: list[str]) -> Hit | None:
    if n % 2:
        row = db.conn.execute(
            "SELECT 'evidence', evidence.id, evidence.title, page_text.page, page_text.text, revision.id FROM page_text"
            " JOIN revision ON revision.id = page_text.revision_id JOIN evidence ON evidence.id = revision.evidence_id"
            " WHERE page_text.n = ? AND evidence.binned_at IS NULL",
            (n // 2,),
        ).fetchone()
    else:
        row = db.conn.execute("SELECT kind, thing_id, title, 0, text, '' FROM typed WHERE n = ?", (n // 2,)).fetchone()
    if row is None:
        return None
    snippet, marks, first = _snippet(row[4], words)
    return Hit(row[0], row[1], row[2], row[3], snippet, marks, row[5], first)


def _snippet(text: str, words: Iterable[str], around: int = 60) -> tuple[str, tuple[tuple[int, int], ...], int]:
    """Return the words around the place where most of what is looked for stands closest, its marks, and the first there."""
    pattern = re.compile(r"\b(?:" + "|".join(f"({re.escape(word)})" for word in words) + r")\w*", re.IGNORECASE)
    matches = list(islice(pattern.finditer(text), _LOOKED_AT))
    at = _densest([(match.start(), match.end(), match.lastindex or 0) for match in matches], 2 * around)
    start = max(0, text.rfind(" ", 0, max(0, at - around)) + 1)
    end = min(len(text), at + 2 * around)
    snippet = text[start:end].replace("\n", " ")
    marks = tuple(match.span() for match in pattern.finditer(snippet))
    first = next((index for index, mark in enumerate(marks) if mark[0] >= at - start), 0)
    return snippet, marks, first


def _densest(found: list[tuple[int, int, int]], wide: int) -> int:
    """Return where most different words stand together, the closest of such places; 0 where none stands at all."""
    best, at = (0, 0), 0
    for index, (start, _, _) in enumerate(found):
        seen: set[int] = set()
        last = start
        for _, end, word in found[index : index + _RUN]:
            if end > start + wide:
                break
            if word not in seen:
                seen.add(word)
                last = end
        if (len(seen), start - last) > best:
            best, at = (len(seen), start - last), start
    return at


def _forget_typed(db: Database, table: str, thing_id: str) -> None:
    row: Any = db.conn.execute(
        "SELECT n, text FROM typed WHERE kind = ? AND thing_id = ?", (table, thing_id)
    ).fetchone()
    if row is not None:
        _drop(db, row[0] * 2, row[1])
        db.conn.execute("DELETE FROM typed WHERE n = ?", (row[0],))


def _add(db: Database, n: int, text: str) -> None:
    for index in _INDEXES:
        db.conn.execute(f"INSERT INTO {index} (rowid, text) VALUES (?, ?)", (n, text))


def _drop(db: Database, n: int, text: str) -> None:
    for index in _INDEXES:
        db.conn.execute(f"INSERT INTO {index} ({index}, rowid, text) VALUES ('delete', ?, ?)", (n, text))
