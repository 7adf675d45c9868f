"""The months of a timeline, on screen and on paper: which are shown, and where a day stands among them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from areasef.domain.progress import MONTHS

LEAST_MONTHS: Final = 12
MOST_MONTHS: Final = 120


@dataclass(frozen=True, slots=True)
class Months:
    """Months from a first one on."""

    first: date
    count: int = LEAST_MONTHS

    def month(self, at: int) -> date:
        """Return the first day of a month."""
        years, month = divmod(self.first.month - 1 + at, 12)
        return date(self.first.year + years, month + 1, 1)

    def words(self, at: int) -> str:
        """Return the head of a month: ``Sep 26`` for the first and each January, ``Oct`` else."""
        month = self.month(at)
        short = MONTHS[month.month - 1][:3]
        return f"{short} {month.year % 100:02d}" if at == 0 or month.month == 1 else short

    def place(self, day: date, *, end: bool = False) -> float:
        """Return where a day stands, in months from the left; ``end`` is the end of that day."""
        months = (day.year - self.first.year) * 12 + day.month - self.first.month
        return months + (day.day - (0 if end else 1)) / monthrange(day.year, day.month)[1]


def months_for(days: Iterable[date], as_at: date, least: int = LEAST_MONTHS) -> Months:
    """Return the months that hold all days and the as-at date: ``least`` at least (a year), ten years at most."""
    known = [as_at, *days]
    first, last = min(known), max(known)
    spread = (last.year - first.year) * 12 + last.month - first.month + 1
    if spread > MOST_MONTHS:
        first = max(first, date(as_at.year - 3, as_at.month, 1))
        spread = min((last.year - first.year) * 12 + last.month - first.month + 1, MOST_MONTHS)
    return Months(date(first.year, first.month, 1), max(spread, least))
