"""A published area SEND inspection report as it was read: what it says, and where on its pages it says so.

The outcome and every item are the report's own words; nothing here is computed or graded by the product.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from areasef.words.faults import Fault

Box = tuple[float, float, float, float]


class InspectionOutcome(StrEnum):
    """The three outcomes that a published report can state."""

    POSITIVE = "positive"
    INCONSISTENT = "inconsistent"
    SYSTEMIC_FAILINGS = "systemic_failings"


class PlanAsked(StrEnum):
    """The document that a report asks the partnership for."""

    STRATEGIC_PLAN = "strategic_plan"
    PRIORITY_ACTION_PLAN = "priority_action_plan"


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: a page counted from 1 and boxes (left, bottom, right, top) in unrotated PDF points."""

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One thing a report says. Pages are 0 in a text; ``uncertain`` marks a start or end that a person should check.

    ``body`` holds the responsible bodies as printed, for areas of priority action only.
    """

    text: str
    page: int = 0
    end_page: int = 0
    places: tuple[Place, ...] = ()
    uncertain: bool = False
    body: str = ""
    sub_points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportBody:
    """A body of the partnership and its officer, as the details table prints them."""

    kind: str
    name: str
    officer: str = ""
    website: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class InspectionReport:
    """Everything a published report says that the product uses; ``faults`` is what could not be read."""

    area: str
    start: date | None
    end: date | None
    outcome: InspectionOutcome
    previous_start: date | None = None
    previous_end: date | None = None
    inspection_dates_text: str = ""
    previous_text: str = ""
    outcome_text: str = ""
    next_full_years: int | None = None
    monitoring_months: int | None = None
    asked: PlanAsked | None = None
    information: tuple[ReportItem, ...] = ()
    experience: tuple[ReportItem, ...] = ()
    effective: tuple[ReportItem, ...] = ()
    better: tuple[ReportItem, ...] = ()
    priority_action: tuple[ReportItem, ...] = ()
    improvement: tuple[ReportItem, ...] = ()
    bodies: tuple[ReportBody, ...] = ()
    team: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    page_count: int = 0

    @property
    def key(self) -> tuple[str, date | None]:
        """Return what tells two reports apart: the area and the first day, since an area is inspected again."""
        return (self.area, self.start)
