"""How far a plan has come, in words that the screen, the page and a listener share."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date

from areasef.domain.evidence import Evidence, Holding
from areasef.domain.plan import Action, Actual, Delivery, Measure

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DELIVERY_WORDS = {
    Delivery.NOT_DUE: "Not due",
    Delivery.ON_TRACK: "On track",
    Delivery.SLIPPING: "Slipping",
    Delivery.OFF_TRACK: "Off track",
    Delivery.DONE: "Done",
}
BEHIND = (Delivery.SLIPPING, Delivery.OFF_TRACK)
SHAPE_OF = {
    Delivery.NOT_DUE: "not_due",
    Delivery.ON_TRACK: "on_track",
    Delivery.SLIPPING: "slipping",
    Delivery.OFF_TRACK: "late",
    Delivery.DONE: "done",
}
"""The shape of the tokens that stands before each word."""


def latest(measure: Measure, actuals: Iterable[Actual], day: date) -> Actual | None:
    """Return the newest value of a measure that was known on a day."""
    known = [each for each in actuals if each.measure_id == measure.id and each.on <= day]
    return max(known, key=lambda each: each.on, default=None)


def number_words(value: float) -> str:
    """Return a number as it is written: whole where it is whole, with commas between thousands."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.10g}"


def amount_words(value: float, unit: str) -> str:
    """Return a number with its unit: ``26 weeks``, ``95%``, ``£1,200``."""
    if unit.startswith("%"):
        return f"{number_words(value)}{unit}"
    return f"£{number_words(value)}" if unit == "£" else f"{number_words(value)} {unit}".strip()


def measure_words(measure: Measure, actual: Actual | None) -> str:
    """Return a measure in one line: where it stands and what it aims for: ``38, aim 26 weeks``, or ``from 11, aim 60 schools``."""
    unit = measure.unit
    aim = f"aim {amount_words(measure.target, unit)}" if measure.target is not None else "no aim yet"
    short = unit if unit.startswith(("%", "£")) else ""
    if actual is not None:
        return f"{amount_words(actual.value, short)}, {aim}"
    if measure.baseline is not None:
        return f"from {amount_words(measure.baseline, short)}, {aim}"
    return f"No value yet, {aim}"


def can_be_done(action: Action, held: Container[str]) -> bool:
    """Say whether an action may be called done: evidence that is ``held`` shows its effect, or a reason in words says why not."""
    return any(key in held for key in action.evidence_ids) or any(sign.isalnum() for sign in action.closing_reason)


def held_ids(items: Iterable[Evidence]) -> frozenset[str]:
    """Return the ids of the evidence that is there: what is only asked for, missing or refused shows nothing."""
    return frozenset(each.id for each in items if each.holding is Holding.HELD)


def span_words(action: Action, as_at: date) -> str:
    """Return an action's dates as a listener hears them: ``October to January, now March``."""
    if action.starts and action.due:
        words = f"{month_words(action.starts, as_at)} to {month_words(action.due, as_at)}"
        words = month_words(action.due, as_at) if words.split(" to ")[0] == words.split(" to ")[1] else words
    elif action.due:
        words = f"Due {month_words(action.due, as_at)}"
    elif action.starts:
        words = f"From {month_words(action.starts, as_at)}, no end date"
    else:
        words = "No dates yet"
    return f"{words}, now {month_words(action.new_due, as_at)}" if action.new_due else words


def month_words(day: date, as_at: date) -> str:
    """Return a month; with its year where the month alone could mean another."""
    apart = abs((day.year - as_at.year) * 12 + day.month - as_at.month)
    return MONTHS[day.month - 1] if apart < 12 else f"{MONTHS[day.month - 1]} {day.year}"
