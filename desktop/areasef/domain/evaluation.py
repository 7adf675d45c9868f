"""One year's evaluation: its as-at date, the partnership's own views, and what each body says to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A self-evaluation of one period against one copy of a pack. ``as_at`` is the day freshness is counted from."""

    id: str
    title: str
    framework_id: str
    framework_edition: str
    as_at: date
    version: str = "0.1"
    summary: str = ""
    context: str = ""
    vision: str = ""
    governance: str = ""
    coproduction: str = ""
    monitoring: str = ""
    publication_note: str = ""
    officers_statement: str = ""
    resources: str = ""
    levels_shown: bool = True


@dataclass(frozen=True, slots=True)
class Area:
    """The area a workspace is about. One for each workspace.

    ``followed_report`` and ``followed_day`` name the report that somebody chose to follow; empty, the newest is followed.
    """

    id: str
    name: str
    last_inspection: date | None = None
    marking: str = "OFFICIAL-SENSITIVE"
    note: str = ""
    followed_report: str = ""
    followed_day: date | None = None


@dataclass(frozen=True, slots=True)
class SelfView:
    """How the partnership sees a strand: a level of the pack or none, and why, in words; never a prediction."""

    id: str
    evaluation_id: str
    strand_id: str
    level_id: str | None = None
    reason: str = ""
    not_known: str = ""
    since: date | None = None


class Answer(StrEnum):
    """What a body says to a statement, a strand or the whole."""

    CONTRIBUTED = "contributed"
    ENDORSES = "endorses"
    DIFFERS = "differs"
    DECLINED = "declined"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Response:
    """A body's answer, in its own words where it sees things differently; printed beside ours where it asks."""

    id: str
    evaluation_id: str
    subject_kind: str
    subject_id: str
    partner_id: str
    answer: Answer = Answer.NOT_ASKED
    words: str = ""
    printed: bool = True
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """That a partner's person agreed a text at a time; ``text_hash`` tells whether it was changed since."""

    id: str
    subject_kind: str
    subject_id: str
    partner_id: str
    person_id: str | None
    at: datetime
    text_hash: str


def newest_agreement(rows: Iterable[Agreement]) -> Agreement | None:
    """Return the agreement that was given last, or None where nobody agreed."""
    return max(rows, key=lambda row: row.at, default=None)
