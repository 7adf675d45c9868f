"""Suggest pages for a statement: the pages that share most of its uncommon words, the strand's own items first."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from areasef.domain.evidence import Evidence, Holding
from areasef.domain.resemblance import COMMON_WORDS
from areasef.domain.statement import plain, sentences
from areasef.services.session import Session

_WORD: Final = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d|\d")
_COMMON: Final = COMMON_WORDS | {"start", "still", "using"}
_WORDS_TRIED: Final = 8
_HITS_EACH: Final = 60


@dataclass(frozen=True, slots=True)
class Suggested:
    """An item worth looking at: the page that shares most words with the text, and how many it shares."""

    evidence: Evidence
    page: int
    shared: int


def suggest_evidence(session: Session, strand_id: str, body: str, limit: int = 8) -> tuple[Suggested, ...]:
    """Return items whose pages speak of what a statement says; without words, the strand's newest items."""
    held = {item.id: item for item in session.store.all(Evidence) if item.holding is Holding.HELD}
    wanted = _telling_words(body)
    pages = _pages_by_shared_words(session, wanted, held)
    found = [Suggested(held[evidence_id], page, count) for evidence_id, (page, count) in pages.items() if count > 1]
    found.sort(key=lambda each: (-each.shared - (strand_id in each.evidence.strand_ids), each.evidence.ref))
    named = {each.evidence.id for each in found}
    rest = [item for item in held.values() if strand_id in item.strand_ids and item.id not in named]
    rest.sort(key=lambda item: str(item.covers_to or item.covers_from or ""), reverse=True)
    return tuple([*found, *(Suggested(item, 1, 0) for item in rest)][:limit])


def find_pages(session: Session, text: str, limit: int = 40) -> tuple[Suggested, ...]:
    """Return the items whose title or pages hold these words, each with its first page found (0 for the title)."""
    if len(text.strip()) < 2:
        return ()
    held = {item.id: item for item in session.store.all(Evidence) if item.holding is Holding.HELD}
    found: dict[str, Suggested] = {}
    for hit in session.store.search(text, limit * 5, ranked=True):
        known = found.get(hit.id)
        if hit.kind == "evidence" and hit.id in held and (known is None or not known.page):
            found[hit.id] = Suggested(held[hit.id], hit.page, 1)
    return tuple(found.values())[:limit]


def evidence_of(session: Session, strand_id: str) -> tuple[Evidence, ...]:
    """Return the items held for a strand, by their reference."""
    return tuple(
        item for item in session.store.all(Evidence) if strand_id in item.strand_ids and item.holding is Holding.HELD
    )


def _telling_words(body: str) -> list[str]:
    uncited = " ".join(each.words for each in sentences(body) if not each.citation_ids)
    text = (uncited or plain(body)).casefold()
    words = [word for word in _WORD.findall(text) if word not in _COMMON]
    return sorted(dict.fromkeys(words), key=len, reverse=True)[:_WORDS_TRIED]


def _pages_by_shared_words(
    session: Session, wanted: list[str], held: dict[str, Evidence]
) -> dict[str, tuple[int, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for word in wanted:
        if len(word) < 2:
            continue
        hits = session.store.search(word, _HITS_EACH, ranked=True)
        counts.update({(hit.id, hit.page) for hit in hits if hit.kind == "evidence" and hit.id in held and hit.page})
    best: dict[str, tuple[int, int]] = {}
    for (evidence_id, page), count in counts.items():
        if count > best.get(evidence_id, (0, 0))[1]:
            best[evidence_id] = (page, count)
    return best
