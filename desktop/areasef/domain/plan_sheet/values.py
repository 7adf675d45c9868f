"""Dates, numbers and words as people type them into plans, and the fault of each that cannot be understood."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from areasef.domain.days import NotADate, Period, full_words, read_period
from areasef.domain.funding import FundingState
from areasef.domain.plan import Delivery
from areasef.domain.progress import MONTHS
from areasef.domain.workbook import Cell
from areasef.words.faults import Fault

NOTHING: Final = frozenset(("-", "–", "—", "none", "n/a", "na", "nil", "not applicable", "n/k"))
"""What people type into a cell that holds nothing."""
_VAGUE: Final = frozenset(
    "ongoing on-going on going|continuous continual continuously|tbc tba tbd|asap|immediate immediately|monthly weekly"
    " quarterly annually annual termly half-termly yearly|bau|rolling|throughout|in progress|complete completed done".replace(
        "|", " "
    ).split()
) | {"to be confirmed", "to be agreed", "business as usual", "as required", "in progress", "on going", "as and when"}
_SERIAL: Final = (20_000.0, 80_000.0)  # 1954 to 2119
_TYPED_SERIAL: Final = re.compile(r"\d{5}(?:\.\d+)?")  # a day of Excel's in a cell that was made one of text
_YEARS_TAKEN: Final = (1900, 2199)
_EPOCH: Final = date(1899, 12, 30)
_BEFORE: Final = re.compile(
    r"^(?:by the end of|by end of|by end|end of|end|by|from|due|before|until|early|mid|late|w/?c|week commencing|"
    r"mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[\s:,\-]+"
)
_QUARTER: Final = re.compile(
    r"(?:q|qtr|quarter)\s*([1-4])[\s,:]*(?:of\s+)?(?:fy|ay)?\s*(\d{2,4})(?:\s*[/\-–]\s*(\d{2,4}))?"
)
_YEARS: Final = re.compile(r"(fy|ay|academic year|financial year)?\s*(\d{4})\s*[/\-–]\s*(\d{2}|\d{4})")
_TERM: Final = re.compile(
    r"(autumn|spring|summer|winter)(?:\s+term)?(?:\s*[12])?[\s,]*(\d{4})(?:\s*[/\-–]\s*(\d{2}|\d{4}))?"
)
_TIME: Final = re.compile(r"(?:\s+|(?<=\d)t)\d\d:\d\d(?::\d\d(?:\.\d+)?)?z?$")
_OF: Final = re.compile(r"^(\d{1,2}(?:st|nd|rd|th)?) of ")
_MONTH_FIRST: Final = re.compile(r"^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$")
_MONTH_NUMBER: Final = re.compile(r"^(0?[1-9]|1[0-2])/(\d{4})$")
_PART_OF_A_YEAR: Final = re.compile(r"(?:by |from )?(?:early|mid|middle of|beginning of|start of)[\s\-]+\d{4}")
_WAS: Final = re.compile(r"^(.+?)[\s,;(:\-–]*\b(?:was|originally|previously)\b[\s:]*(.+?)\)?$")
_SHORT_YEAR: Final = re.compile(r"(?<=[a-z] )'(?=\d{2}$)")
_SHORT_MONTH: Final = re.compile(r"([a-z]{3,9})[\s.'’/\-–]+(\d{2})")
_MOVED: Final = re.compile(
    r"^(.*?)[\s,;(:\-–]*\b(?:revised(?: date)?(?: to)?|now|moved to|extended to|new date|slipped to)\b[\s:]*(.+?)\)?$"
)
_NUMBER: Final = re.compile(r"(?:£\s*)?(-?\d[\d,]*(?:\.\d+)?)\s*(%|per ?cent|[a-z][a-z ]{0,24})?(?:\s*\(.*\))?", re.I)


class NotUnderstood(Exception):  # noqa: N818 - says what the words are
    """Words of a cell that cannot be taken; ``fault`` says why, without its place."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Days:
    """What a cell says of time: first and last day, and the day it was moved to, if it says so."""

    start: date
    end: date
    moved: date | None = None
    span: bool = False


def read_days(cell: Cell) -> Days | None:
    """Return what a cell says of time; None for a cell that says there is none. Raises NotUnderstood."""
    words = cell.text
    text = " ".join(words.casefold().split()).strip(" .;,")
    if text in NOTHING:
        return None
    try:
        found = _days(cell, words, text)
    except (ValueError, OverflowError) as error:  # a year that no calendar has
        raise NotUnderstood(Fault("sheet.no_date", params={"words": words})) from error
    ends = (found.start, found.end, *((found.moved,) if found.moved else ()))
    if not all(_YEARS_TAKEN[0] <= day.year <= _YEARS_TAKEN[1] for day in ends):
        raise NotUnderstood(Fault("sheet.no_date", params={"words": words}))
    return found


def _days(cell: Cell, words: str, text: str) -> Days:
    value = float(text) if _TYPED_SERIAL.fullmatch(text) else cell.value
    if isinstance(value, date):
        return Days(value, value)
    if isinstance(value, float) and not isinstance(value, bool) and _SERIAL[0] <= value <= _SERIAL[1]:
        day = _EPOCH + timedelta(days=int(value))
        return Days(day, day)
    if text in _VAGUE:
        raise NotUnderstood(Fault("sheet.no_day_named", params={"words": words}))
    if moved := _MOVED.match(text):
        return _moved(words, moved[1], moved[2])
    if was := _WAS.match(text):
        return _moved(words, was[2], was[1])
    return _span(words, text)


def _moved(words: str, first: str, then: str) -> Days:
    later = _period(words, then)
    if not first.strip():
        return Days(later.start, later.end)
    found = _span(words, first.strip(" (,;"))
    return Days(found.start, found.end, later.end, found.span)


def _span(words: str, text: str) -> Days:
    for between in (" to ", " until ", " – ", " - ", "–"):
        left, found, right = text.partition(between)
        if not found:
            continue
        try:
            last = _period(words, right)
            first = _first_of_span(words, left, last)
        except NotUnderstood:
            continue
        if first.start > last.end:
            raise NotUnderstood(Fault("sheet.no_date", params={"words": words}))
        return Days(first.start, last.end, span=True)
    found_one = _period(words, text)
    return Days(found_one.start, found_one.end)


def _first_of_span(words: str, left: str, last: Period) -> Period:
    """Return where a span begins; a beginning without a year has that of the end, or the one before."""
    try:
        return _period(words, left)
    except NotUnderstood:
        first = _period(words, f"{left} {last.end.year}")
        return first if first.start <= last.end else _period(words, f"{left} {last.end.year - 1}")


def _period(words: str, text: str) -> Period:
    text = text.strip(" .,;()")
    if _PART_OF_A_YEAR.fullmatch(text):
        raise NotUnderstood(Fault("sheet.no_date", params={"words": words}))
    for _ in range(3):
        text = _BEFORE.sub("", text)
    text = _TIME.sub("", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    text = _SHORT_YEAR.sub("", text)
    text = _MONTH_FIRST.sub(r"\2 \1 \3", _OF.sub(r"\1 ", text))
    text = _MONTH_NUMBER.sub(lambda found: f"{MONTHS[int(found[1]) - 1].casefold()} {found[2]}", text)
    for read in (_quarter, _years, _term):
        if found := read(words, text):
            return found
    if match := _SHORT_MONTH.fullmatch(text):
        text = f"{match[1]} 20{match[2]}"
    try:
        return read_period(text.replace("sept ", "sep "))
    except NotADate as error:
        if error.nearest is not None:
            about: dict[str, object] = {"words": words, "nearest": full_words(error.nearest)}
            raise NotUnderstood(Fault("sheet.no_such_day", params=about)) from error
        code = "sheet.no_year" if _has_month_alone(text) else "sheet.no_date"
        raise NotUnderstood(Fault(code, params={"words": words})) from error


def _has_month_alone(text: str) -> bool:
    try:
        read_period(f"{text} 2024")
    except NotADate:
        return False
    return not re.search(r"\d{4}", text)


def _quarter(words: str, text: str) -> Period | None:
    match = _QUARTER.fullmatch(text)
    if match is None:
        return None
    number, year = int(match[1]), _full_year(match[2])
    if match[3] is None and "fy" not in text:
        about: dict[str, object] = {"words": words, "number": number, "year": year, "next": f"{(year + 1) % 100:02}"}
        raise NotUnderstood(Fault("sheet.which_quarter", params=about))
    first = date(year, 1 + 3 * number, 1) if number < 4 else date(year + 1, 1, 1)
    return Period(first, _end_of_month(first.year, first.month + 2))


def _years(_words: str, text: str) -> Period | None:
    match = _YEARS.fullmatch(text)
    if match is None:
        return None
    year = int(match[2])
    if int(match[3]) % 100 != (year + 1) % 100:
        return None
    academic = match[1] in ("ay", "academic year")
    return (
        Period(date(year, 9, 1), date(year + 1, 8, 31)) if academic else Period(date(year, 4, 1), date(year + 1, 3, 31))
    )


def _term(_words: str, text: str) -> Period | None:
    match = _TERM.fullmatch(text)
    if match is None:
        return None
    year = int(match[2]) + (1 if match[3] and match[1] in ("spring", "summer") else 0)
    first, last = {"autumn": (9, 12), "winter": (12, 12), "spring": (1, 3), "summer": (4, 7)}[match[1]]
    return Period(date(year, first, 1), _end_of_month(year, last))


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits[-2:])


def read_number(cell: Cell) -> tuple[float, str] | None:
    """Return a number and the unit it is typed with; None for a cell that says there is none. Raises NotUnderstood."""
    value = cell.value
    if isinstance(value, float) and not isinstance(value, bool):
        return (round(value * 100, 10), "%") if cell.percent else (value, cell.unit)
    words = cell.text
    if words.casefold() in NOTHING:
        return None
    match = _NUMBER.fullmatch(words.strip())
    if match is None:
        raise NotUnderstood(Fault("sheet.no_number", params={"words": words}))
    unit = (match[2] or "").strip().casefold()
    unit = "%" if unit in ("%", "per cent", "percent") else unit
    return float(match[1].replace(",", "")), "£" if words.strip().startswith("£") else unit


_FUNDING_WORDS: Final = {
    FundingState.AGREED: "agreed|secured|confirmed|approved|in place|funded|allocated|committed|yes",
    FundingState.SOUGHT: "sought|bid|applied|applied for|requested|proposed|pending|to be agreed|in progress|tbc",
    FundingState.GAP: "gap|unfunded|not funded|shortfall|pressure|none|no",
}


def funding_state(words: str) -> FundingState | None:
    """Return whether money is there by what a word stands for; None for one that is not known."""
    said = " ".join(words.casefold().split())
    return next((state for state, known in _FUNDING_WORDS.items() if said in known.split("|")), None)


def read_step(cell: Cell) -> int | None:
    """Return a step from 1 to 5. Raises NotUnderstood."""
    named = {"very low": 1, "low": 2, "medium": 3, "high": 4, "very high": 5}
    words = cell.text
    if words.casefold() in NOTHING:
        return None
    if words.casefold() in named:
        return named[words.casefold()]
    if re.fullmatch(r"[1-5](?:\.0)?", words):
        return int(words[0])
    raise NotUnderstood(Fault("sheet.no_step", params={"words": words}))


_DELIVERY_WORDS: Final = {
    Delivery.NOT_DUE: "not due|not yet due|not started|not yet started|planned|future|to start|grey|gray|white|not begun|n|pending",
    Delivery.ON_TRACK: "on track|on target|in progress|underway|under way|started|green|g|progressing|on schedule|ongoing",
    Delivery.SLIPPING: "slipping|delayed|some delay|at risk|behind|behind schedule|amber|a|yellow|minor delay|needs attention",
    Delivery.OFF_TRACK: "off track|overdue|late|red|r|significant delay|stalled|not achieved|missed|off target|major delay",
    Delivery.DONE: "done|complete|completed|closed|achieved|finished|blue|b|delivered|implemented|c",
}
_DELIVERY: Final = {word: key for key, words in _DELIVERY_WORDS.items() for word in words.split("|")}
_STAGES: Final = {
    "agreed": "planned",
    "implemented": "in_place",
    "too early": "in_place",
    "too early to say": "in_place",
    "emerging": "early_signs",
    "early impact": "early_signs",
    "evident": "evidenced",
    "impact evident": "evidenced",
    "impact evidenced": "evidenced",
    "embedded": "sustained",
}


def guess_delivery(words: str) -> str:
    """Return the delivery that a word of others most likely stands for, or nothing where that is open."""
    text = _plain(words)
    if text in _DELIVERY:
        return str(_DELIVERY[text])
    parts = [part.strip() for part in re.split(r"[-–:/(),]| = ", words.casefold()) if part.strip()]
    found = {_DELIVERY[_plain(part)] for part in parts if _plain(part) in _DELIVERY}
    return str(found.pop()) if len(found) == 1 else ""


def guess_stage(words: str, titles: dict[str, str]) -> str:
    """Return the id of the impact stage that a word stands for, by its title or a common other name; else nothing."""
    text = _plain(words)
    by_title = {_plain(title): key for key, title in titles.items()}
    other = _STAGES.get(text, "")
    return by_title.get(text, other if other in titles else "")


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", words.casefold()).split())


def colour_word(fill: str) -> str:
    """Return the word for a cell's colour that a rating is given by: Red, Amber, Green, Blue or Grey; else nothing."""
    if not re.fullmatch(r"[0-9A-F]{6}", fill):
        return ""
    red, green, blue = (int(fill[at : at + 2], 16) for at in (0, 2, 4))
    most, least = max(red, green, blue), min(red, green, blue)
    if most - least < 30:
        return "Grey" if 90 <= most <= 235 else ""
    if most == blue:
        return "Blue"
    if red >= green and green > 0.4 * red and blue < 0.75 * green and red - green < 0.62 * red:
        return "Amber"
    return "Red" if most == red else "Green"
