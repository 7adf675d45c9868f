"""The title page: area, dates, outcome and what follows it, by stems of its sentences and not by whole ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from areasef.domain.report import InspectionOutcome, PlanAsked
from areasef.intake.reports.dates import NONE, Span, span

_AREA: Final = re.compile(
    r"inspection\s+of\s+(?:the\s+)?(?P<area>.{2,90}?)[\s,]+(?:local\s+area\s+partnership|area\s+partnership)\b", re.I
)
_AREA_ALONE: Final = re.compile(r"inspection\s+of\s+(?:the\s+)?(?P<area>.{2,60}?)\s+inspection\s+dates?\b", re.I)
_DATES: Final = re.compile(
    r"inspection\s+dates?\s*:?\s*(?P<text>.*?)(?=dates?\s+of\s+(?:the\s+)?(?:last|previous)|$)", re.I
)
_PREVIOUS: Final = re.compile(r"dates?\s+of\s+(?:the\s+)?(?:last|previous)\s+inspections?\s*:?\s*(?P<text>.*)$", re.I)
_STEMS: Final = {
    InspectionOutcome.POSITIVE: re.compile(r"\bpositive experiences?\b"),
    InspectionOutcome.INCONSISTENT: re.compile(r"\binconsistent experiences?\b"),
    InspectionOutcome.SYSTEMIC_FAILINGS: re.compile(r"\bwidespread\W+(?:and\W+)?(?:or\W+)?systemic failing"),
}
_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NUMBERS_MONTHS: Final = _NUMBERS | {"twelve": 12, "eighteen": 18, "twenty-four": 24}
_NEXT: Final = re.compile(
    r"next (?:full )?(?:area send )?(?:full )?(?:re-?)?inspection\b[^.]{0,200}?"
    rf"\b(?P<years>[1-9]|{'|'.join(_NUMBERS)})[\s-]+years?\b"
)
_AGAIN: Final = re.compile(
    r"(?<!monitoring )(?:re-?)?inspect(?:ion|ed)\b[^.]{0,160}?\bwithin[^.]{0,40}?"
    rf"\b(?P<years>[1-9]|{'|'.join(_NUMBERS)})[\s-]+years?\b"
)
_MONITORING: Final = re.compile(r"monitoring inspection\b(?:.{0,80}?\b(?P<months>\d{1,2}|[a-z-]+) months)?")
_PLANS: Final = {
    PlanAsked.PRIORITY_ACTION_PLAN: re.compile(r"\bpriority action plan"),
    PlanAsked.STRATEGIC_PLAN: re.compile(r"\bstrategic plan"),
}


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above the outcome: the area and its dates, as text and as days."""

    area: str
    dates_text: str
    dates: Span
    previous_text: str
    previous: Span


@dataclass(frozen=True, slots=True)
class Follow:
    """What a report says comes next."""

    years: int | None
    months: int | None
    asked: PlanAsked | None


def opening(title: str) -> Opening:
    """Read the joined lines of the title."""
    title = " ".join(title.split())
    area = _AREA.search(title) or _AREA_ALONE.search(title)
    dates, previous = _DATES.search(title), _PREVIOUS.search(title)
    dates_text = dates["text"].strip() if dates else ""
    previous_text = previous["text"].strip() if previous else ""
    return Opening(
        area["area"].strip(" ,") if area else "",
        dates_text,
        span(dates_text),
        previous_text,
        span(previous_text) if previous else NONE,
    )


def outcomes(text: str) -> tuple[InspectionOutcome, ...]:
    """Return every outcome whose stem a text holds; a report's own section holds exactly one."""
    plain = " ".join(text.casefold().split())
    return tuple(outcome for outcome, stem in _STEMS.items() if stem.search(plain))


def follow(text: str) -> Follow:
    """Read what comes next out of the outcome's section."""
    plain = " ".join(text.casefold().split())
    after, watched = _NEXT.search(plain) or _AGAIN.search(plain), _MONITORING.search(plain)
    months = None
    if watched:
        months = _value(watched["months"] or "") or 18
    asked = next((plan for plan, stem in _PLANS.items() if stem.search(plain)), None)
    return Follow(_value(after["years"]) if after else None, months, asked)


def _value(text: str) -> int | None:
    return int(text) if text.isdigit() else _NUMBERS_MONTHS.get(text)
