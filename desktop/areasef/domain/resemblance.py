"""Which strands a text speaks about, by the words that the pack itself uses for each: offline, the same every time."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from math import log
from typing import Final

from areasef.domain.framework import Framework, Strand

_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORTEST: Final = 4
# Words that every strand and every report uses, so that they tell nothing apart.
COMMON_WORDS: Final = frozenset(
    [
        "about",
        "across",
        "after",
        "also",
        "area",
        "areas",
        "been",
        "before",
        "being",
        "better",
        "both",
        "child",
        "children",
        "could",
        "each",
        "education",
        "effective",
        "every",
        "from",
        "have",
        "help",
        "into",
        "lead",
        "leaders",
        "local",
        "made",
        "make",
        "many",
        "more",
        "most",
        "much",
        "must",
        "need",
        "needs",
        "only",
        "other",
        "over",
        "partners",
        "partnership",
        "people",
        "person",
        "quality",
        "send",
        "services",
        "should",
        "some",
        "such",
        "support",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "under",
        "very",
        "well",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "will",
        "with",
        "within",
        "work",
        "working",
        "would",
        "young",
        "your",
    ]
)
_ENDINGS: Final = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "er", "ly", "y", "s", "e")
_TITLE, _LISTED, _SAID = 2.0, 3.0, 1.0
_LEAST: Final = 3.0  # below this, words are shared by chance
_CLOSE: Final = 0.55  # of the best: further down the list is noise


def strands_like(framework: Framework, text: str, limit: int = 3) -> tuple[str, ...]:
    """Return the ids of the strands whose own words a text shares most, the closest first; none where it shares few."""
    said = _stems(text)
    if not said:
        return ()
    scores = {
        strand_id: sum(weights.get(stem, 0.0) for stem in said) for strand_id, weights in _weights(framework.strands)
    }
    ranked = sorted(scores, key=lambda strand_id: -scores[strand_id])
    best = scores[ranked[0]] if ranked else 0.0
    return tuple(each for each in ranked[:limit] if scores[each] >= max(_LEAST, _CLOSE * best))


@lru_cache(maxsize=8)
def _weights(strands: tuple[Strand, ...]) -> tuple[tuple[str, dict[str, float]], ...]:
    """Return what each stem says for each strand: more where fewer strands use it, and where its title does."""
    vocabularies = [(strand.id, _vocabulary(strand)) for strand in strands]
    used = Counter(stem for _, words in vocabularies for stem in words)
    return tuple(
        (strand_id, {stem: weight * log(1 + len(strands) / used[stem]) for stem, weight in words.items()})
        for strand_id, words in vocabularies
    )


def _vocabulary(strand: Strand) -> dict[str, float]:
    said = " ".join(
        [strand.about]
        + [f"{prompt.text} {prompt.opening}" for prompt in strand.prompts]
        + [typical.text for typical in strand.typical_evidence]
        + [note.text for note in strand.report_notes]
    )
    words = dict.fromkeys(_stems(said), _SAID)
    words |= dict.fromkeys(_stems(f"{strand.title} {strand.short_title}"), _TITLE)
    return words | dict.fromkeys(_stems(" ".join(strand.words)), _LISTED)


def _stems(text: str) -> frozenset[str]:
    words = (word for word in _WORD.findall(text.casefold()) if word not in COMMON_WORDS)
    return frozenset(_stem(word) for word in words if len(word) >= _SHORTEST or word in ("ehc", "ap", "tribunal"))


def _stem(word: str) -> str:
    """Return a word without its ending, so that *assessed* and *assessments* are the same."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
