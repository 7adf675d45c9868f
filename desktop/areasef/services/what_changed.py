"""What changed in the plan since a day, from the change log: dates, delivery and impact of actions, before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from areasef.domain.numbering import numbering
from areasef.domain.plan import Action, Delivery
from areasef.domain.progress import DELIVERY_WORDS, MONTHS
from areasef.services.gathering import gather_plan
from areasef.services.session import Session

_FIELDS: Final = {
    "starts": "Start",
    "due": "Due",
    "new_due": "New date",
    "delivery": "Delivery",
    "impact_stage_id": "Impact",
}


@dataclass(frozen=True, slots=True)
class Moved:
    """One thing that moved in an action: which, what it was and what it is now, in words."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ActionChange:
    """An action that changed; ``fate`` is *New* or *Removed* where it came or went. ``ref`` is its number now."""

    action_id: str
    ref: str
    title: str
    moved: tuple[Moved, ...] = ()
    fate: str = ""


def changed_since(session: Session, day: date) -> tuple[ActionChange, ...]:
    """Return the actions that changed since the beginning of a day, in the order of the plan, those that went last."""
    logged = session.store.changed_since(Action, datetime.combine(day, time()).astimezone())
    dossier = gather_plan(session)
    numbers = numbering(dossier).actions
    stages = {term.id: term.title for term in session.framework.impact_stages}
    here = {each.id: each for each in dossier.actions}
    found = []
    for key in sorted(numbers, key=list(numbers).index):
        row = logged.get(key, {})
        new = "id" not in row and row.get("title", ("", ""))[0] is None
        moved = () if new else tuple(_moved(row, stages))
        if new or moved:
            found.append(ActionChange(key, numbers[key], here[key].title, moved, "New" if new else ""))
    gone = [(key, row) for key, row in logged.items() if key not in numbers and row.get("binned_at", (None, None))[1]]
    found += [ActionChange(key, "", _title(session, key), (), "Removed") for key, row in gone if "title" not in row]
    return tuple(found)


def _moved(row: dict[str, tuple[Any, Any]], stages: dict[str, str]) -> Iterator[Moved]:
    for field, name in _FIELDS.items():
        if field in row:
            before, after = row[field]
            yield Moved(name, _said(field, before, stages), _said(field, after, stages))


def _said(field: str, value: Any, stages: dict[str, str]) -> str:
    if not value:
        return "none"
    if field == "delivery":
        return DELIVERY_WORDS[Delivery(value)]
    if field == "impact_stage_id":
        return stages.get(str(value), str(value))
    day = date.fromisoformat(str(value))
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _title(session: Session, action_id: str) -> str:
    history = session.store.history(Action, action_id)
    return next((str(entry.after) for entry in history if entry.field == "title" and entry.after), "An action")
