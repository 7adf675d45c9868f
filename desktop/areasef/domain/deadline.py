"""Deadlines: which days are worked, and the calendar that follows from the day a report was received.

Every interval is the pack's, unless the workspace has its own; nothing here knows a rule of the regime by itself.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from areasef.domain.framework import Framework, Interval

PLAN: Final = "plan"
"""What an interval counts from where it counts from the day the outcome's document is due."""
EVENTS: Final = {
    "receipt": ("received", "the final report was received"),
    "draft_report": ("draft_received", "the draft report was received"),
    "inspection": ("inspected", "the last day on site"),
}
_SATURDAY: Final = 5
_UNITS: Final = {"working_days": "working day", "months": "month", "years": "year"}


@dataclass(frozen=True, slots=True)
class ReportClock:
    """What the calendar of one inspection counts from. ``closure`` leaves out the days between Christmas and New Year."""

    id: str
    outcome_id: str = ""
    received: date | None = None
    draft_received: date | None = None
    inspected: date | None = None
    closure: bool = False


@dataclass(frozen=True, slots=True)
class OwnInterval:
    """A workspace's own amount for an interval of the pack, in the pack's unit."""

    id: str
    interval_id: str
    amount: int


@dataclass(frozen=True, slots=True)
class ClockDay:
    """A day of one calendar: ``on`` where it is fixed by hand (a letter, a meeting), ``done_on`` once it is done."""

    id: str
    report_clock_id: str
    interval_id: str
    on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The days that count: Monday to Friday without bank holidays and, with ``closure``, without 25 December to 1 January."""

    bank_holidays: frozenset[date]
    closure: bool = False

    def works(self, day: date) -> bool:
        """Say whether a day counts."""
        closed = self.closure and ((day.month == 12 and day.day >= 25) or (day.month, day.day) == (1, 1))
        return day.weekday() < _SATURDAY and day not in self.bank_holidays and not closed

    def between(self, start: date, end: date) -> int:
        """Return how many days count after one day up to another; none where the other is not later."""
        days = (start + timedelta(days=step) for step in range(1, (end - start).days + 1))
        return sum(1 for day in days if self.works(day))

    def step(self, day: date, amount: int) -> date:
        """Return the day so many working days later, or earlier where the amount is negative."""
        forward = timedelta(days=1 if amount >= 0 else -1)
        left = abs(amount)
        while left:
            day += forward
            left -= self.works(day)
        return day


@dataclass(frozen=True, slots=True)
class Deadline:
    """One day of the calendar and how it came about; ``day`` is None while what it counts from is not known.

    ``worked_out`` is the day by the rule, also where ``own_day`` fixes another.
    """

    interval: Interval
    amount: int
    start: date | None
    worked_out: date | None
    own_day: date | None = None
    done_on: date | None = None
    counts_from: str = ""

    @property
    def day(self) -> date | None:
        """The day that holds: the one fixed by hand, else the one worked out."""
        return self.own_day or self.worked_out

    @property
    def own_amount(self) -> bool:
        """Whether the workspace set the amount itself."""
        return self.amount != self.interval.amount

    @property
    def verified(self) -> bool:
        """Whether the rule was checked against its published page; an amount of one's own was not."""
        return self.interval.source.verified and not self.own_amount

    @property
    def too_late(self) -> bool:
        """Whether the day fixed by hand comes after the last day that leaves room for what follows."""
        before = self.interval.counts == "before"
        return bool(before and self.own_day and self.worked_out and self.own_day > self.worked_out)

    @property
    def why(self) -> str:
        """How the day is counted, in words: ``35 working days after the final report was received``."""
        return f"{amount_words(self.amount, self.interval.unit)} {self.interval.counts} {self.counts_from}"


@dataclass
class _Counting:
    """One pass through the intervals: each day is worked out once, whatever order the pack has them in."""

    framework: Framework
    clock: ReportClock
    amounts: Mapping[str, int]
    kept: Mapping[str, ClockDay]
    working: WorkingDays
    found: dict[str, Deadline | None] = field(default_factory=dict)

    def deadline(self, interval: Interval) -> Deadline | None:
        """Return an interval's day; None where it does not belong to this calendar, or counts from itself."""
        if interval.id not in self.found:
            self.found[interval.id] = None  # whoever comes round to it again finds nothing
            self.found[interval.id] = self._worked_out(interval)
        return self.found[interval.id]

    def _worked_out(self, interval: Interval) -> Deadline | None:
        if interval.outcomes and self.clock.outcome_id not in interval.outcomes:
            return None
        if interval.after in EVENTS:
            name, said = EVENTS[interval.after]
            start: date | None = getattr(self.clock, name)
        else:
            before = self._before(interval)
            if before is None:
                return None
            start, said = before.day, f"“{before.interval.title}”"
        amount = self.amounts.get(interval.id, interval.amount)
        kept = self.kept.get(interval.id)
        signed = -amount if interval.counts == "before" else amount
        day = stepped(start, signed, interval.unit, self.working) if start else None
        return Deadline(interval, amount, start, day, kept.on if kept else None, kept.done_on if kept else None, said)

    def _before(self, interval: Interval) -> Deadline | None:
        wanted = interval.after
        if wanted == PLAN:
            outcomes = self.framework.outcomes
            wanted = next((each.document_due for each in outcomes if each.id == self.clock.outcome_id), "")
        other = next((each for each in self.framework.intervals if each.id == wanted), None)
        return self.deadline(other) if other else None


def calendar(
    framework: Framework,
    clock: ReportClock,
    amounts: Mapping[str, int],
    kept: Mapping[str, ClockDay],
    working: WorkingDays,
) -> tuple[Deadline, ...]:
    """Return every day that follows from a clock, the earliest first, those without a day last.

    ``amounts`` and ``kept`` are the workspace's own, by the id of the pack's interval.
    """
    counting = _Counting(framework, clock, amounts, kept, working)
    found = [made for each in framework.intervals if (made := counting.deadline(each)) is not None]
    return tuple(sorted(found, key=lambda each: each.day or date.max))


def stepped(day: date, amount: int, unit: str, working: WorkingDays) -> date:
    """Return the day so many working days, months or years away."""
    if unit == "working_days":
        return working.step(day, amount)
    months = amount * (12 if unit == "years" else 1) + day.year * 12 + day.month - 1
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def amount_words(amount: int, unit: str) -> str:
    """Return an amount in words: ``35 working days``."""
    return f"{amount} {_UNITS[unit]}{'' if amount == 1 else 's'}"
