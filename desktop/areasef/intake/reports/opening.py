"""The title page: area, dates, outcome and what follows it, by stems of its sentences and not by whole ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from areasef.domain.report import InspectionOutcome, PlanAsked
from areasef.intake.reports.dates import NONE, Span, parted, span

_PARTNERSHIP: Final = r"(?:(?:send\s+)?local\s+area(?:\s+send)?(?:\s+partnerships?)?|area\s+partnerships?|(?:send\s+)?partnership|local\s+authority)"
_AREA: Final = re.compile(
    rf"inspection\s*(?:\bof|\bin|\bfor|[:–—])\s*(?:the\s+)?(?P<area>.{{2,90}}?)[\s,]+{_PARTNERSHIP}\b", re.I
)
_LABEL: Final = (
    r"(?:(?<!previous\s)(?<!last\s)inspection\s+dates?|dates?\s+of\s+(?:the\s+|this\s+)?inspection)(?:\(s\))?"
)
_AREA_ALONE: Final = re.compile(rf"inspection\s+of\s+(?:the\s+)?(?P<area>.{{2,60}}?)\s+{_LABEL}", re.I)
_AREA_FIRST: Final = re.compile(rf"(?:^|\breport\s+)(?P<area>(?!area\b|local\b).{{2,60}}?)[\s,]+{_PARTNERSHIP}\b", re.I)
_BEFORE: Final = (
    r"(?:dates?(?:\(s\))?\s+of\s+(?:the\s+)?(?:last|previous|most\s+recent)"
    r"|\b(?:last|previous)(?=(?:\s+\w+){0,5}?\s+(?:re-?)?(?:inspection|visit)))"
)
_DATES: Final = re.compile(
    rf"(?:{_LABEL}|\binspected\s+(?:on|between|from)\b)\s*:?\s*(?P<text>.*?)(?={_BEFORE}|$)", re.I
)
_PREVIOUS: Final = re.compile(
    rf"{_BEFORE}\s+(?:[\w/-]+\s+){{0,6}}?(?:re-?)?(?:inspection|visit)s?(?:\(s\))?(?:\s+dates?(?:\(s\))?)?\s*:?\s*(?P<text>.*)$",
    re.I,
)
_STEMS: Final = {
    InspectionOutcome.POSITIVE: re.compile(r"\b(?:leads?|led) to (?:\w+ )?positive experiences?\b"),
    InspectionOutcome.INCONSISTENT: re.compile(r"\b(?:leads?|led) to (?:\w+ )?inconsistent experiences?\b"),
    InspectionOutcome.SYSTEMIC_FAILINGS: re.compile(r"\bwidespread\W+(?:and\W+)?(?:or\W+)?systemic failing"),
}
# Under its own heading an outcome is known by less, since nothing else stands there.
_WORDED: Final = {
    InspectionOutcome.POSITIVE: re.compile(r"\bpositive\W+(?:\w+\W+)?(?:experience|outcome)"),
    InspectionOutcome.INCONSISTENT: re.compile(
        r"\binconsistent(?:ly)?\W+(?:\w+\W+)?(?:experience|outcome)|\binconsist(?:enc|anc)\w*\W+(?:\w+\W+){1,4}?(?:experience|outcome)"
        r"|\binconsistences\b"
    ),
    InspectionOutcome.SYSTEMIC_FAILINGS: re.compile(
        r"\b(?:widespread|system(?:at)?ic)\W+(?:(?:and|or|widespread|system(?:at)?ic)\W+)*fail(?:ing|ure)"
    ),
}
_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NUMBERS_MONTHS: Final = _NUMBERS | {"twelve": 12, "eighteen": 18, "twenty-four": 24}
USUAL_MONITORING: Final = 18  # months, where a report names a monitoring inspection and no time
_COUNT: Final = rf"\b(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS_MONTHS)})(?:\s*\(\w+\))?[\s-]+(?P<unit>years?|months?)\b"
_NEXT: Final = re.compile(rf"next (?:full )?(?:area send )?(?:full )?(?:re-?)?inspection\b[^.]{{0,200}}?{_COUNT}")
_AGAIN: Final = re.compile(rf"(?<!monitoring )(?:re-?)?inspect(?:ion|ed)\b[^.]{{0,160}}?\bwithin[^.]{{0,40}}?{_COUNT}")
_MONITORING: Final = re.compile(rf"monitoring inspections?\b(?:[^.]{{0,120}}?{_COUNT})?")
_NOT: Final = re.compile(r"\b(?:no|not|without)\b")
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
    area = _AREA.search(title) or _AREA_ALONE.search(title) or _AREA_FIRST.search(title)
    dates, previous = _DATES.search(title), _PREVIOUS.search(title)
    dates_text = dates["text"].strip() if dates else ""
    previous_text = previous["text"].strip() if previous else ""
    if dates and previous and not dates_text:  # an extractor gave both labels first, and then what stands beside them
        _, dates_text, previous_text = parted(previous_text)
    days, before = span(dates_text), span(previous_text) if previous else NONE
    if days[0] and before[0] and before[0] >= days[0]:
        before = NONE  # the day on which a report was revised, where none stands before it
    return Opening(area["area"].strip(" ,") if area else "", dates_text, days, previous_text, before)


def outcomes(text: str) -> tuple[InspectionOutcome, ...]:
    """Return every outcome whose stem a text holds; a report's own section holds exactly one."""
    return _found(text, _STEMS)


def worded(text: str) -> tuple[InspectionOutcome, ...]:
    """Return the outcomes that the section of the outcome names, in the usual words or else in others."""
    return _found(text, _STEMS) or _found(text, _WORDED)


def _found(text: str, stems: Mapping[InspectionOutcome, re.Pattern[str]]) -> tuple[InspectionOutcome, ...]:
    plain = re.sub(r"(?<=[a-z])-\s?(?=[a-z])", "", " ".join(text.casefold().split()))
    return tuple(outcome for outcome, stem in stems.items() if stem.search(plain))


def follow(text: str) -> Follow:
    """Read what comes next out of the outcome's section."""
    plain = " ".join(text.casefold().split())
    after = _NEXT.search(plain) or _AGAIN.search(plain)
    watched = next((found for said in _affirmed(plain) if (found := _MONITORING.search(said))), None)
    months = None
    if watched:
        months = _months(watched) or USUAL_MONITORING
    asked = next((plan for plan, stem in _PLANS.items() if any(map(stem.search, _affirmed(plain)))), None)
    return Follow(_months(after) // 12 or None if after else None, months, asked)


def _affirmed(text: str) -> list[str]:
    """Return the sentences of a text that deny nothing."""
    return [said for said in re.split(r"(?<=\.)\s", text) if not _NOT.search(said)]


def _months(found: re.Match[str]) -> int:
    """Return a length of time in months; 0 where none is said."""
    text = found["count"] or ""
    count = int(text) if text.isdigit() else _NUMBERS_MONTHS.get(text, 0)
    return count * 12 if (found["unit"] or "").startswith("year") else count
