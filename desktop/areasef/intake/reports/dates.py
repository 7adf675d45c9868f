"""Dates as reports print them: a range with years or months left out, several days, a single one, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from typing import Final

_CALENDAR: Final = "january february march april may june july august september october november december"
_MONTHS: Final = tuple(_CALENDAR.split())
_NAMES: Final = "|".join((*_MONTHS, *(name[:3] for name in _MONTHS), "sept"))
_DAY: Final = re.compile(
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?<!\d)0?(?P<day>\d{1,2})(?!\d)(?:\s*(?:st|nd|rd|th)\b)?"
    rf"(?:\s+of\b)?(?:\s*(?P<month>{_NAMES})\b\.?,?)?(?:\s*(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(r"\s*(?:to|until|[-–—])\s*", re.IGNORECASE)
_AND: Final = re.compile(r"\s*(?:to|until|and|&|,\s*and|[-–—,;])\s*", re.IGNORECASE)
_NUMERIC: Final = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b")
_TECHNICAL: Final = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_UNSEEN: Final = re.compile(r"[\u00ad\u200b\ufeff]|(?<=[a-z])-\s?(?=[a-z])", re.IGNORECASE)
LONGEST: Final = 31  # days between two days of one inspection that "and" joins

Span = tuple[date | None, date | None]
NONE: Final[Span] = (None, None)


def span(text: str) -> Span:
    """Return the first and last day of the first date in a text; a single day is both. (None, None) without one."""
    return parted(text)[0]


def parted(text: str) -> tuple[Span, str, str]:
    """Return the first and last day of the first date in a text, the text up to its end, and what stands after it."""
    text = " ".join(_UNSEEN.sub("", text).split())
    text = _TECHNICAL.sub(r"\3/\2/\1", text)
    text = _NUMERIC.sub(_in_words, text)
    found: list[re.Match[str]] = []
    days = list(_DAY.finditer(text))
    for day, following in zip_longest(days, days[1:]):
        if found and not _goes_on(text, found, day, following):
            if _is_dated(found):
                break
            found = []
        found.append(day)
    end = found[-1].end() if _is_dated(found) else 0
    return (_ends(found) if end else NONE), text[:end].strip(), text[end:].strip()


def _in_words(found: re.Match[str]) -> str:
    month = int(found[2])
    year = found[3] if len(found[3]) == 4 else f"20{found[3]}"
    return f"{found[1]} {_MONTHS[month - 1]} {year}" if 1 <= month <= 12 else found[0]


def _is_dated(days: Sequence[re.Match[str]]) -> bool:
    return any(day["year"] for day in days) and any(day["month"] for day in days)


def _goes_on(text: str, found: Sequence[re.Match[str]], day: re.Match[str], following: re.Match[str] | None) -> bool:
    """Say whether a day belongs to the dates before it; after a year, "and" may begin another inspection."""
    between = text[found[-1].end() : day.start()]
    if not found[-1]["year"] or _UNTIL.fullmatch(between):
        return bool(_AND.fullmatch(between))
    last, first = _date(found[-1], found[-1]["month"], found[-1]["year"]), _whole(text, day, following)
    near = last is not None and first is not None and 0 <= (first - last).days <= LONGEST
    return bool(near and _AND.fullmatch(between) and between.strip().casefold().endswith("and"))


def _whole(text: str, day: re.Match[str], following: re.Match[str] | None) -> date | None:
    """Return a day whose month and year may stand after the last day of its range alone."""
    later = following if following and _UNTIL.fullmatch(text[day.end() : following.start()]) else None
    month, year = ((day[name] or (later[name] if later else None)) for name in ("month", "year"))
    return _date(day, month, year)


def _ends(days: Sequence[re.Match[str]]) -> Span:
    """Return the first and the last of several days: what one leaves out, the next one says."""
    years = [day["year"] for day in days if day["year"]]
    months = [day["month"] for day in days if day["month"]]
    last = _date(days[-1], days[-1]["month"] or months[-1], days[-1]["year"] or years[-1])
    first = _date(days[0], days[0]["month"] or months[0], days[0]["year"] or years[0])
    if first and last and first > last and not days[0]["year"]:
        first = _date(days[0], days[0]["month"] or months[0], str(last.year - 1))
    return first, last


def _date(day: re.Match[str], month: str | None, year: str | None) -> date | None:
    if not month or not year:
        return None
    short = month.casefold()[:3]
    number = next(index for index, name in enumerate(_MONTHS, 1) if name.startswith(short))
    try:
        return date(int(year), number, int(day["day"]))
    except ValueError:
        return None
