"""Statements: one evaluative claim each, with citations that stand in its text as ``{c:id}`` markers."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MARKER: Final = re.compile(r"\{c:([0-9a-f-]{36})\}")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'’”)\]]*(?=(?:\{c:[0-9a-f-]{36}\})*(?:\s|$))")
_TRAILING: Final = re.compile(r"(?:\s*\{c:[0-9a-f-]{36}\})+")


class State(StrEnum):
    """Where a statement stands. *Agreed* is rows of agreement, this says what the card shows."""

    DRAFT = "draft"
    AGREED = "agreed"


class Confidence(StrEnum):
    """How sure the partnership is of a statement."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim under a strand: a single paragraph in one of the pack's sections.

    ``partner_ids`` are those who stand behind it; ``for_review`` marks it to come back to, with a note.
    """

    id: str
    evaluation_id: str
    strand_id: str
    section_id: str
    body: str = ""
    position: float = 0.0
    state: State = State.DRAFT
    impact_stage_id: str | None = None
    confidence: Confidence | None = None
    confidence_reason: str = ""
    partner_ids: tuple[str, ...] = ()
    age_ids: tuple[str, ...] = ()
    cohort_ids: tuple[str, ...] = ()
    plan_status_ids: tuple[str, ...] = ()
    prompt_id: str | None = None
    for_review: bool = False
    review_note: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a body: where it stands in the body, its words without markers, and what it cites."""

    start: int
    end: int
    words: str
    citation_ids: tuple[str, ...]


def marker(citation_id: str) -> str:
    """Return the marker that places a citation in a text."""
    return f"{{c:{citation_id}}}"


def plain(body: str) -> str:
    """Return a body without its markers, as it is searched, compared and counted."""
    return MARKER.sub("", body)


def placed(body: str) -> tuple[str, ...]:
    """Return the ids of the citations in a body, in order, each once."""
    return tuple(dict.fromkeys(MARKER.findall(body)))


def word_count(body: str) -> int:
    """Return how many words a body has, markers not counted."""
    return len(plain(body).split())


def text_hash(body: str) -> str:
    """Return the SHA-256 of what was agreed: the words and the citations as they stand."""
    return hashlib.sha256(body.encode()).hexdigest()


def sentences(body: str) -> tuple[Sentence, ...]:
    """Split a body into sentences; a marker straight after the full stop belongs to the sentence before it."""
    found: list[Sentence] = []
    start = 0
    for match in _SENTENCE_END.finditer(body):
        trailing = _TRAILING.match(body, match.end())
        end = trailing.end() if trailing else match.end()
        _keep(found, body, start, end)
        start = end
    _keep(found, body, start, len(body))
    return tuple(found)


def _keep(found: list[Sentence], body: str, start: int, end: int) -> None:
    while start < end and body[start].isspace():
        start += 1
    if start < end:
        text = body[start:end]
        found.append(Sentence(start, end, plain(text).strip(), placed(text)))
