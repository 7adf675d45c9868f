"""Days as the screen says them, and as people type them there."""

from __future__ import annotations

from datetime import date

from areasef.domain.days import EXAMPLE, NotADate, Period, first_day, full_words, last_day, read_day, read_period
from areasef.domain.progress import MONTHS

__all__ = [
    "EXAMPLE",
    "NotADate",
    "Period",
    "age_words",
    "day_words",
    "first_day",
    "last_day",
    "read_day",
    "read_period",
]


def day_words(day: date, *, short: bool = False) -> str:
    """Return a day as it is written on screen: ``23 November 2026``, or ``23 Nov 2026``. Never the system's names."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if short else full_words(day)


def age_words(day: date, as_at: date) -> str:
    """Return how old something is in words: days at first, then weeks, then months, then years."""
    days = (as_at - day).days
    if days < 1:
        return "Today" if days == 0 else "After this day"
    if days < 14:
        return _counted(days, "day")
    if days < 63:
        return _counted(days // 7, "week")
    months = (as_at.year - day.year) * 12 + as_at.month - day.month - (as_at.day < day.day)
    return _counted(months, "month") if months < 24 else _counted(months // 12, "year")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
