"""Search over 20,000 pages while somebody types, and of whole words, against SQLite's LIKE over the same pages."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bench.filling import WORDS, fill_evidence, new_session, room
from bench.measure import Row, bench, timed

ITEMS, PAGES, TIMES, LIMIT = 5000, 4, 200, 30


def questions() -> list[str]:
    """Return what is searched for: beginnings of words, words, and two words together; frequent and rare."""
    chance = random.Random(2)
    words = [chance.choice(WORDS) for _ in range(TIMES)]
    return [(word[:3], word, f"{word} {chance.choice(WORDS)}")[number % 3] for number, word in enumerate(words)]


def like(database: Path) -> sqlite3.Connection:
    """Open what was published with SQLite alone."""
    return sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)


@bench("searching")
def searching() -> Iterator[Row]:
    """Time both kinds of search; the peer looks for the same words without ranking them."""
    with room() as folder:
        session = new_session(folder)
        fill_evidence(session, ITEMS, PAGES)
        asked = questions()
        typed = timed(lambda number: session.store.search(asked[number], LIMIT, ranked=False), TIMES)
        ranked = timed(lambda number: session.store.search(asked[number], LIMIT), TIMES)
        session.close()
        connection = like(session.document)

        def scan(number: int) -> list[object]:
            words = asked[number].split()
            where = " AND ".join("text LIKE ?" for _ in words)
            sql = f"SELECT revision_id, page FROM page_text WHERE {where} LIMIT {LIMIT}"
            return connection.execute(sql, [f"%{word}%" for word in words]).fetchall()

        peer = timed(scan, TIMES)
        connection.close()
    said = f"{ITEMS * PAGES:,} pages of 200 words, {TIMES} searches, {LIMIT} hits"
    yield Row("search while typing, p50", typed.median, "ms", "LIKE", peer.median, said)
    yield Row("search while typing, p95", typed.p95, "ms", "LIKE", peer.p95, f"most {typed.most:.1f}")
    yield Row("search ranked, p50", ranked.median, "ms", "LIKE", peer.median, "the peer does not rank")
    yield Row("search ranked, p95", ranked.p95, "ms", "LIKE", peer.p95, f"most {ranked.most:.1f}")
