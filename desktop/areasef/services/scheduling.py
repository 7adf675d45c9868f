"""The dates that follow from an inspection report: what they count from, this workspace's own intervals, what is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import holidays

from areasef.documents.calendar_file import calendar_text
from areasef.documents.whole import write_whole
from areasef.domain.change import NOTHING, Change
from areasef.domain.deadline import EVENTS, ClockDay, Deadline, OwnInterval, ReportClock, WorkingDays, calendar
from areasef.domain.evidence import Evidence
from areasef.domain.followed import key_of, newest_report
from areasef.domain.identity import new_id
from areasef.domain.progress import WEEKDAYS
from areasef.domain.record import Finding
from areasef.services.publishing import not_written
from areasef.services.session import Session, now
from areasef.words.faults import AppError

MOST: Final = 1000
MISSING_WORDS: Final = {
    "outcome_id": "the outcome that the report states",
    "received": "the day the final report was received",
    "draft_received": "the day the draft report was received",
    "inspected": "the last day inspectors were on site",
}
_AROUND: Final = (2, 12)  # years before and after what is counted from that an interval may reach into


@dataclass(frozen=True, slots=True)
class Schedule:
    """The calendar of the newest inspection, as it stands now."""

    clock: ReportClock
    deadlines: tuple[Deadline, ...]
    working: WorkingDays
    as_at: date

    @property
    def dated(self) -> tuple[Deadline, ...]:
        """The entries whose day is known."""
        return tuple(each for each in self.deadlines if each.day)

    @property
    def still_to_come(self) -> tuple[Deadline, ...]:
        """What is not done, late or not; without what the final report settled, and what was expected and went by."""
        return tuple(each for each in self.dated if not self._settled(each))

    def _settled(self, each: Deadline) -> bool:
        gone = bool(each.day and each.day < self.as_at)
        answered = each.interval.after == "draft_report" and self.clock.received is not None
        return each.done_on is not None or answered or (each.interval.expected and gone)


def schedule(session: Session) -> Schedule:
    """Return the calendar; where nothing was said yet, one that counts from what a kept report tells."""
    clock, as_at = current_clock(session), session.evaluation.as_at
    kept = {each.interval_id: each for each in session.store.all(ClockDay, report_clock_id=clock.id)}
    events = [day for name, _ in EVENTS.values() if (day := getattr(clock, name))]
    days = [*events, *(each.on for each in kept.values() if each.on), as_at]
    working = working_calendar(min(days).year - _AROUND[0], max(days).year + _AROUND[1], clock.closure)
    amounts = {each.interval_id: each.amount for each in session.store.all(OwnInterval)}
    return Schedule(clock, calendar(session.framework, clock, amounts, kept, working), working, as_at)


def current_clock(session: Session) -> ReportClock:
    """Return what the calendar counts from: the newest that is kept, else a new one that is not kept yet."""
    found = session.store.all(ReportClock)
    return found[-1] if found else ReportClock(new_id(), inspected=_last_day_on_site(session))


def clock_of_report(session: Session, outcome_id: str, inspected: date | None) -> ReportClock:
    """Return what counts from a report that is being kept: the clock begun for it, where there is one, with its outcome."""
    here = current_clock(session)
    begun = here.inspected is None or here.inspected == inspected
    return replace(
        here if begun else ReportClock(new_id(), closure=here.closure), outcome_id=outcome_id, inspected=inspected
    )


def keep_clock(session: Session, clock: ReportClock) -> Change:
    """Keep what the calendar counts from."""
    with session.store.write("Change what dates count from") as batch:
        batch.put(clock)
    return batch.change


def start_again(session: Session) -> Change:
    """Begin the calendar of another report; the one before stays in the file with its ticks."""
    return keep_clock(session, ReportClock(new_id(), closure=current_clock(session).closure))


def set_amount(session: Session, interval_id: str, amount: int | None) -> Change:
    """Keep this workspace's own amount for an interval; None goes back to the pack's. Raises AppError out of range."""
    if amount is not None and not 0 <= amount <= MOST:
        raise AppError("scheduling.amount", most=MOST)
    kept = next(iter(session.store.all(OwnInterval, interval_id=interval_id)), None)
    packs = next((each.amount for each in session.framework.intervals if each.id == interval_id), None)
    with session.store.write("Change an interval") as batch:
        if amount is None or amount == packs:
            if kept is not None:
                batch.bin(OwnInterval, kept.id)
        else:
            batch.put(replace(kept, amount=amount) if kept else OwnInterval(new_id(), interval_id, amount))
    return batch.change


def set_day(session: Session, clock: ReportClock, interval_id: str, on: date | None) -> Change:
    """Fix a day by hand, as a letter or a committee timetable gives it; None goes back to the day worked out."""
    return _keep_day(session, clock, replace(_day_of(session, clock, interval_id), on=on), "Fix a date")


def set_done(session: Session, clock: ReportClock, interval_id: str, done: bool, on: date | None = None) -> Change:
    """Tick a date as done today, or on the day that is given, or take the tick away."""
    day = (on or now().date()) if done else None
    return _keep_day(session, clock, replace(_day_of(session, clock, interval_id), done_on=day), "Tick a date")


def working_days(start: date, end: date) -> int:
    """Return how many working days of England lie after one day up to another: no weekends, no bank holidays."""
    return working_calendar(start.year, max(start, end).year).between(start, end)


def working_calendar(first: int, last: int, closure: bool = False) -> WorkingDays:
    """Return the working days of England over years, both ends included."""
    return WorkingDays(_bank_holidays(first, last), closure)


def export_calendar(session: Session, target: Path) -> int:
    """Write the days of the calendar that are not done as an iCalendar file, and return how many.

    Raises AppError ``scheduling.nothing`` where no day is known, and ``publish.cannot_write``.
    """
    found = schedule(session)
    still = found.still_to_come
    if not still:
        raise AppError("scheduling.nothing")
    text = calendar_text(still, session.area.name, found.clock.id, now())
    try:
        write_whole(target, text.encode())
    except OSError as error:
        raise not_written(target, error) from error
    return len(still)


def as_data(found: Schedule) -> dict[str, object]:
    """Return the calendar as plain values, for ``dates --json``."""
    return {
        "outcome": found.clock.outcome_id,
        **{name: _iso(getattr(found.clock, name)) for name, _ in EVENTS.values()},
        "closure": found.clock.closure,
        "as_at": found.as_at.isoformat(),
        "dates": [_row(found, each) for each in found.deadlines],
    }


def missing(found: Schedule) -> tuple[str, ...]:
    """Return what is not said yet and the calendar needs: the outcome, and the days of its entries."""
    wanted = [] if found.clock.outcome_id else ["outcome_id"]
    waiting = {EVENTS[each.interval.after][0] for each in found.deadlines if _waits(each)}
    return (*wanted, *(name for name, _ in EVENTS.values() if name in waiting))


def _waits(deadline: Deadline) -> bool:
    return deadline.start is None and deadline.interval.after in EVENTS


def _row(found: Schedule, each: Deadline) -> dict[str, object]:
    left = found.working.between(found.as_at, each.day) if each.day and each.day >= found.as_at else None
    return {
        "id": each.interval.id,
        "title": each.interval.title,
        "date": _iso(each.day),
        "weekday": WEEKDAYS[each.day.weekday()] if each.day else None,
        "worked_out": _iso(each.worked_out),
        "working_days_left": left,
        "why": each.why,
        "source": each.interval.source.document,
        "verified": each.verified,
        "own_amount": each.own_amount,
        "done_on": _iso(each.done_on),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day_of(session: Session, clock: ReportClock, interval_id: str) -> ClockDay:
    found = session.store.all(ClockDay, report_clock_id=clock.id, interval_id=interval_id)
    return found[0] if found else ClockDay(new_id(), clock.id, interval_id)


def _keep_day(session: Session, clock: ReportClock, day: ClockDay, label: str) -> Change:
    empty = day.on is None and day.done_on is None
    held = session.store.get(ClockDay, day.id)
    if empty and held is None:
        return NOTHING
    with session.store.write(label) as batch:
        batch.put(clock)
        batch.put(day)
    return batch.change


def _last_day_on_site(session: Session) -> date | None:
    """Return the last day that the newest kept report of the area covers."""
    found = session.store.all(Finding)
    key = newest_report(found, session.area.name)
    held = next((each.evidence_id for each in found if key_of(each) == key and each.evidence_id), None)
    item = session.store.get(Evidence, held) if held else None
    return item.covers_to if item else None


@cache
def _bank_holidays(first: int, last: int) -> frozenset[date]:
    years: Iterable[int] = range(first, last + 1)
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=years))
