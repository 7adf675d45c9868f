"""Days as people type them: ``7 March 2026``, ``Sep 2026``, ``07/03/2026``; day before month, as in the UK."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from areasef.domain.progress import MONTHS

_DAY_WORDS: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s\-]+([a-z]{3,9})\.?,?[\s\-]+(\d{4}|\d{2})")
_MONTH_WORDS: Final = re.compile(r"([a-z]{3,9})\.?[\s,\-]+(\d{4})")
_NUMBERS: Final = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_YEAR: Final = re.compile(r"\d{4}")
EXAMPLE: Final = "Type a date, like 7 March 2026"


@dataclass(frozen=True, slots=True)
class Period:
    """What was typed: its first and last day, the same where a day was typed, a month's or a year's ends else."""

    start: date
    end: date


class NotADate(ValueError):  # noqa: N818 - says what the words are
    """Words that are no date; the message says why in plain words. ``nearest`` is the day that may have been meant."""

    def __init__(self, words: str, nearest: date | None = None) -> None:
        super().__init__(words)
        self.nearest = nearest


def full_words(day: date) -> str:
    """Return a day in full, such as ``23 November 2026``. Never the system's names of months."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def read_period(words: str) -> Period:
    """Return the day, month or year that somebody typed; day before month, as in the UK. Raises NotADate."""
    text = " ".join(words.casefold().split())
    if match := _ISO.fullmatch(text):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if match := _NUMBERS.fullmatch(text):
        return _day(int(match[1]), int(match[2]), _year(match[3]))
    if match := _DAY_WORDS.fullmatch(text):
        return _day(int(match[1]), _month(match[2]), _year(match[3]))
    if match := _MONTH_WORDS.fullmatch(text):
        month, year = _month(match[1]), _year(match[2])
        return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    if _YEAR.fullmatch(text):
        year = _year(text)
        return Period(date(year, 1, 1), date(year, 12, 31))
    raise NotADate(EXAMPLE)


def read_day(words: str) -> date:
    """Return the one day that somebody typed. Raises NotADate where it is a month, a year or nothing of the kind."""
    period = read_period(words)
    if period.start != period.end:
        raise NotADate(f"Type the day as well, like {full_words(period.start)}")
    return period.start


def first_day(words: str) -> date:
    """Return the day somebody typed, or the first of a month or year. Raises NotADate."""
    return read_period(words).start


def last_day(words: str) -> date:
    """Return the day somebody typed, or the last of a month or year. Raises NotADate."""
    return read_period(words).end


def _day(day: int, month: int, year: int) -> Period:
    if not 1 <= month <= 12:
        raise NotADate(f"There is no month {month}. {EXAMPLE}")
    if not 1 <= day <= monthrange(year, month)[1]:
        last = date(year, month, monthrange(year, month)[1])
        raise NotADate(f"There is no {day} {MONTHS[month - 1]} {year}. {EXAMPLE}", last)
    one = date(year, month, day)
    return Period(one, one)


def _month(word: str) -> int:
    word = "sep" if word == "sept" else word
    for number, month in enumerate(MONTHS, 1):
        if month.casefold().startswith(word):
            return number
    raise NotADate(f"“{word.capitalize()}” is not a month. {EXAMPLE}")


def _year(digits: str) -> int:
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    if not 1900 <= year <= 2199:
        raise NotADate(f"The year {year} cannot be right. {EXAMPLE}")
    return year
