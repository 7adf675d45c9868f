"""Dates as reports print them: a range with years or months left out, a single day, or none."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_CALENDAR: Final = "january february march april may june july august september october november december"
_MONTHS: Final = tuple(_CALENDAR.split())
_NAMES: Final = "|".join((*_MONTHS, *(name[:3] for name in _MONTHS), "sept"))
_DAY: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?0?(?P<d{0}>\d{{1,2}})(?:\s*(?:st|nd|rd|th)\b)?(?:\s+of)?"
)
_MONTH: Final = rf"(?P<m{{0}}>{_NAMES})\b\.?,?"
_RANGE: Final = re.compile(
    rf"\b{_DAY.format(1)}(?:\s*{_MONTH.format(1)})?(?:\s*(?P<y1>\d{{4}}))?\s*(?:\bto\b|\buntil\b|\band\b|[-–—])\s*"
    rf"{_DAY.format(2)}\s*{_MONTH.format(2)}(?:\s*(?P<y2>\d{{4}}))?",
    re.IGNORECASE,
)
_NUMERIC: Final = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_SINGLE: Final = re.compile(rf"\b{_DAY.format(1)}\s*{_MONTH.format(1)}\s*(?P<y1>\d{{4}})", re.IGNORECASE)

Span = tuple[date | None, date | None]
NONE: Final[Span] = (None, None)


def span(text: str) -> Span:
    """Return the first and last day of the first date in a text; a single day is both. (None, None) without one."""
    text = _NUMERIC.sub(_in_words, " ".join(text.split()))
    ranged, single = _RANGE.search(text), _SINGLE.search(text)
    dated = ranged and (ranged["y1"] or ranged["y2"])
    if ranged and dated and (single is None or ranged.start() <= single.start()):
        return _range(ranged)
    if single:
        day = _date(single["y1"], single["m1"], single["d1"])
        return day, day
    return NONE


def _in_words(found: re.Match[str]) -> str:
    month = int(found[2])
    return f"{found[1]} {_MONTHS[month - 1]} {found[3]}" if 1 <= month <= 12 else found[0]


def _range(found: re.Match[str]) -> Span:
    last = _date(found["y2"] or found["y1"], found["m2"], found["d2"])
    month = found["m1"] or found["m2"]
    first = _date(found["y1"] or found["y2"], month, found["d1"])
    if first and last and first > last and not found["y1"]:
        first = _date(str(last.year - 1), month, found["d1"])
    return first, last


def _date(year: str, month: str, day: str) -> date | None:
    short = month.casefold()[:3]
    number = next(index for index, name in enumerate(_MONTHS, 1) if name.startswith(short))
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
