"""The plan: priorities answer findings and statements; actions, measures and milestones; delivery and impact apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Delivery(StrEnum):
    """Whether an action is being done. Apart from whether children notice."""

    NOT_DUE = "not_due"
    ON_TRACK = "on_track"
    SLIPPING = "slipping"
    OFF_TRACK = "off_track"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Priority:
    """What the partnership will put right, and the outcome for children in plain words."""

    id: str
    title: str
    outcome: str = ""
    position: float = 0.0
    statement_ids: tuple[str, ...] = ()
    finding_ids: tuple[str, ...] = ()
    strand_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be done under a priority by many partners. ``new_due`` is set where the date moved.

    ``made_with`` names the families and young people who helped to shape it, ``made_with_ids`` the partners who did;
    ``depends_on`` says in words what must happen first, ``depends_on_ids`` which other actions.
    """

    id: str
    priority_id: str
    title: str
    detail: str = ""
    position: float = 0.0
    partner_ids: tuple[str, ...] = ()
    accountable_id: str | None = None
    lead_id: str | None = None
    lead_partner_id: str | None = None
    starts: date | None = None
    due: date | None = None
    new_due: date | None = None
    delivery: Delivery = Delivery.NOT_DUE
    impact_stage_id: str | None = None
    progress: str = ""
    closing_reason: str = ""
    tags: tuple[str, ...] = ()
    strand_ids: tuple[str, ...] = ()
    statement_ids: tuple[str, ...] = ()
    evidence_ids: tuple[str, ...] = ()
    made_with: str = ""
    depends_on: str = ""
    made_with_ids: tuple[str, ...] = ()
    depends_on_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionStep:
    """One step of an action, in the order they are taken; a day only where one is set."""

    id: str
    action_id: str
    title: str
    due: date | None = None
    done: bool = False
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Measure:
    """How we will know: a number with its unit, where it started, what it aims for and by when."""

    id: str
    action_id: str
    title: str
    unit: str = ""
    baseline: float | None = None
    baseline_on: date | None = None
    target: float | None = None
    target_on: date | None = None
    source: str = ""
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point on the way: of an action, or of one of its measures where it has a number."""

    id: str
    action_id: str
    measure_id: str | None
    title: str
    due: date | None = None
    value: float | None = None
    reached: date | None = None


@dataclass(frozen=True, slots=True)
class Actual:
    """A measure's value on a day."""

    id: str
    measure_id: str
    on: date
    value: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActionUpdate:
    """What somebody reported about an action on a day; nothing reported before is written over."""

    id: str
    action_id: str
    on: date
    author: str
    text: str
