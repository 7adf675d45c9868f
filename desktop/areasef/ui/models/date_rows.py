"""The dates that follow from a report, as rows: when, what, why, and whether it is done."""

from __future__ import annotations

from areasef.domain.deadline import Deadline
from areasef.domain.progress import WEEKDAYS
from areasef.services.scheduling import Schedule
from areasef.ui.dates import day_words
from areasef.ui.models.entry_rows import EntryRow
from areasef.ui.models.file_words import counted


def date_rows(found: Schedule) -> list[EntryRow]:
    """Return a row for each date, in their order."""
    return [_row(found, each) for each in found.deadlines]


def reason_words(deadline: Deadline) -> str:
    """Return how a date came about, with the day it counts from."""
    start = f", {day_words(deadline.start)}" if deadline.start else ""
    said = f"{deadline.why[:1].upper()}{deadline.why[1:]}{start}"
    if deadline.own_day:
        last = "The last day by the rule" if deadline.interval.counts == "before" else "By the rule"
        by_rule = f" {last}: {day_words(deadline.worked_out)}." if deadline.worked_out else ""
        return f"Fixed by hand.{by_rule}"
    return f"{said}."


def source_words(deadline: Deadline) -> str:
    """Return where the rule stands, and whether that was checked."""
    source = deadline.interval.source
    where = ", ".join(filter(None, (source.document, source.paragraph)))
    if deadline.own_amount:
        return f"Your own interval. The pack says {deadline.interval.amount}, from: {where}."
    return f"Source: {where}." if source.verified else f"Source: {where}. Unverified: it was not checked against it."


def left_words(found: Schedule, deadline: Deadline) -> str:
    """Return how far off a date is, in working days from the as-at date."""
    day = deadline.day
    if day is None:
        return ""
    if day == found.as_at:
        return "Today"
    if day > found.as_at:
        return f"{counted(found.working.between(found.as_at, day), 'working day')} left"
    return f"{counted(found.working.between(day, found.as_at), 'working day')} ago"


def _row(found: Schedule, each: Deadline) -> EntryRow:
    lead, under = "No date yet", ""
    if each.day:
        lead, under = day_words(each.day, short=True), WEEKDAYS[each.day.weekday()]
    shape, word = _standing(found, each)
    return EntryRow(
        key=each.interval.id,
        title=each.interval.title,
        detail=f"{reason_words(each)}{'' if each.verified or each.own_day else ' Unverified.'}",
        lead=lead,
        under_lead=under,
        shape=shape,
        word=word,
        under_word="" if each.done_on else left_words(found, each),
    )


def _standing(found: Schedule, each: Deadline) -> tuple[tuple[str, str], str]:
    if each.done_on:
        return ("delivery", "done"), f"Done {day_words(each.done_on, short=True).rsplit(' ', 1)[0]}"
    if each.day is None:
        return ("check", "note"), "Waits"
    if each.too_late:
        return ("check", "look"), "Too late"
    if each.interval.expected:
        return ("delivery", "not_due"), "Expected"
    if each not in found.still_to_come:
        return ("delivery", "done"), "Settled"
    return (("check", "look"), "Past") if each.day < found.as_at else (("delivery", "going"), "To do")
