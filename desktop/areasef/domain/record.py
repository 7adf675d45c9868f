"""Other things a workspace remembers: findings, requests, decisions, risks, indicators' values, snapshots and hand-overs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from areasef.domain.evidence import Holding


class FindingKind(StrEnum):
    """What kind of thing an inspection report said."""

    EFFECTIVE = "effective"
    BETTER = "better"
    IMPROVEMENT = "improvement"
    PRIORITY_ACTION = "priority_action"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing said by an inspection report, and what was done about it since."""

    id: str
    kind: FindingKind
    text: str
    number: str = ""
    report: str = ""
    report_date: date | None = None
    bodies: str = ""
    page: int = 0
    evidence_id: str | None = None
    strand_ids: tuple[str, ...] = ()
    done: str = ""
    impact: str = ""
    left: str = ""
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Request:
    """Something asked of a partner, with a date; ``evidence_id`` once it came."""

    id: str
    title: str
    partner_id: str | None = None
    asked_on: date | None = None
    due: date | None = None
    state: Holding = Holding.REQUESTED
    strand_ids: tuple[str, ...] = ()
    request_item_id: str | None = None
    evidence_id: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a board decided: who owns it, what it costs, when, and what came of it."""

    id: str
    title: str
    board: str = ""
    on: date | None = None
    owner: str = ""
    cost: str = ""
    came_of_it: str = ""
    action_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Risk:
    """What may go wrong: likelihood and effect from 1 (low) to 5 (high), who owns it and the response."""

    id: str
    title: str
    likelihood: int | None = None
    effect: int | None = None
    owner: str = ""
    response: str = ""
    action_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One value of an indicator: the area's own, England's, the region's or the statistical neighbours'."""

    id: str
    indicator_id: str
    period: str
    place: str
    value: float | None
    source: str = ""
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The workspace as it stood when something was signed off or published, by the hash of its canonical rows."""

    id: str
    title: str
    at: datetime
    content_hash: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """A document that was made: which, when, of which content, and the SHA-256 of the file."""

    id: str
    document: str
    at: datetime
    name: str
    sha256: str
    content_hash: str
    state: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """What was given to inspectors: which revision or export, when, to whom."""

    id: str
    title: str
    at: datetime
    to: str
    sha256: str
    revision_id: str | None = None
    export_id: str | None = None
    note: str = ""
