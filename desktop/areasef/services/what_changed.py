"""What changed in the plan since a day, from the change log: each thing with what it was and what it is now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final

from areasef.domain.dossier import Dossier
from areasef.domain.funding import FUNDING_WORDS, Funding, FundingState
from areasef.domain.numbering import Numbering, actions_of, measures_of, milestones_of, numbering, steps_of, updates_of
from areasef.domain.plan import Action, ActionStep, ActionUpdate, Actual, Delivery, Measure, Milestone, Priority
from areasef.domain.progress import DELIVERY_WORDS, MONTHS, amount_words, number_words
from areasef.domain.record import Decision, Risk
from areasef.services.gathering import gather_plan
from areasef.services.session import Session

_FIELDS: Final[Mapping[type, Mapping[str, str]]] = {
    Priority: {"title": "Name", "outcome": "What should change"},
    Action: {
        "title": "Name",
        "starts": "Start",
        "due": "Due",
        "new_due": "New date",
        "lead_partner_id": "Led by",
        "delivery": "Delivery",
        "impact_stage_id": "Impact",
        "made_with": "Made with",
        "depends_on": "Depends on",
        "made_with_ids": "Made with partners",
        "depends_on_ids": "Depends on actions",
    },
    Measure: {
        "title": "Name",
        "unit": "Counted in",
        "baseline": "At the start",
        "baseline_on": "Counted on",
        "target": "Aim",
        "target_on": "By",
    },
    Milestone: {"title": "Name", "due": "Due", "value": "Value", "reached": "Reached"},
    Actual: {"value": "Value", "on": "On"},
    ActionStep: {"title": "Name", "due": "By", "done": "Done"},
    ActionUpdate: {"text": "Words"},
    Risk: {"title": "Name", "likelihood": "Likelihood", "effect": "Effect", "owner": "Owner", "response": "Response"},
    Funding: {
        "title": "Name",
        "amount": "Pounds",
        "source": "Source",
        "partner_id": "From",
        "period": "Period",
        "state": "State",
        "note": "Note",
    },
    Decision: {
        "title": "Name",
        "board": "Board",
        "on": "On",
        "owner": "Owner",
        "cost": "Cost",
        "came_of_it": "What came of it",
    },
}
NAMES: Final[Mapping[type, str]] = {
    Priority: "Priority",
    Action: "Action",
    Measure: "Measure",
    Milestone: "Milestone",
    Actual: "Value",
    ActionStep: "Step",
    ActionUpdate: "Update",
    Risk: "Risk",
    Decision: "Decision",
    Funding: "Funding",
}
_DAYS: Final = frozenset({"starts", "due", "new_due", "baseline_on", "target_on", "reached", "on"})


@dataclass(frozen=True, slots=True)
class Moved:
    """One thing that moved: which, what it was and what it is now, in words."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A thing of the plan that changed; ``fate`` is *New* or *Removed* where it came or went.

    ``kind`` is one of ``NAMES``; ``action_id`` is the action that it belongs to, where it belongs to one; ``ref`` is
    its number now, or that of its action.
    """

    kind: str
    id: str
    ref: str
    title: str
    action_id: str = ""
    moved: tuple[Moved, ...] = ()
    fate: str = ""


def changed_since(session: Session, day: date) -> tuple[PlanChange, ...]:
    """Return what changed since the beginning of a day, in the order of the plan, then risks, decisions and money, then what went."""
    look = _Look(session, datetime.combine(day, time()).astimezone())
    here = [found for thing, action_id, ref in look.things() if (found := look.change(thing, action_id, ref))]
    return (*here, *look.gone())


@dataclass
class _Look:
    """One look into the log: what is here now, what each field was, and what names mean."""

    session: Session
    since: datetime
    logged: dict[type, dict[str, dict[str, tuple[Any, Any]]]] = field(init=False)
    dossier: Dossier = field(init=False)
    numbers: Numbering = field(init=False)
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.logged = {kind: self.session.store.changed_since(kind, self.since) for kind in NAMES}
        self.dossier = gather_plan(self.session)
        self.numbers = numbering(self.dossier)

    def things(self) -> Iterator[tuple[Any, str, str]]:
        """Yield everything of the plan with the action it belongs to and its reference."""
        dossier, numbers = self.dossier, self.numbers
        for priority in dossier.priorities:
            yield priority, "", f"Priority {numbers.priorities[priority.id]}"
            for action in actions_of(dossier, priority.id):
                ref = numbers.actions[action.id]
                yield action, action.id, ref
                for measure in measures_of(dossier, action.id):
                    yield measure, action.id, numbers.measures[measure.id]
                    values = sorted((each for each in dossier.actuals if each.measure_id == measure.id), key=_day)
                    yield from ((each, action.id, numbers.measures[measure.id]) for each in values)
                yield from ((each, action.id, ref) for each in milestones_of(dossier, action.id))
                yield from ((each, action.id, ref) for each in steps_of(dossier, action.id))
                yield from ((each, action.id, ref) for each in updates_of(dossier, action.id))
        yield from ((each, "", "Risk") for each in dossier.risks)
        yield from ((each, "", "Decision") for each in dossier.decisions)
        yield from ((each, "", "Funding") for each in dossier.funding)

    def change(self, thing: Any, action_id: str, ref: str) -> PlanChange | None:
        """Return what changed in a thing, or None where nothing did that a board would ask about."""
        kind = type(thing)
        self.seen.add(thing.id)
        row = self.logged[kind].get(thing.id, {})
        new = row.get(_named(kind), ("", ""))[0] is None
        moved = () if new else tuple(self._moved(kind, row))
        if not new and not moved:
            return None
        return PlanChange(NAMES[kind], thing.id, ref, self._title(thing), action_id, moved, "New" if new else "")

    def gone(self) -> Iterator[PlanChange]:
        """Yield what was there then and is in the bin now; what came and went since is not told."""
        for kind, rows in self.logged.items():
            for key, row in rows.items():
                binned = key not in self.seen and row.get("binned_at", (None, None))[1]
                if binned and _named(kind) not in row:
                    yield PlanChange(NAMES[kind], key, "", self._last_title(kind, key), fate="Removed")

    def _moved(self, kind: type, row: Mapping[str, tuple[Any, Any]]) -> Iterator[Moved]:
        for name, words in _FIELDS[kind].items():
            if name in row:
                before, after = row[name]
                yield Moved(words, self._said(name, before), self._said(name, after))

    def _said(self, name: str, value: Any) -> str:
        if value in (None, "", "[]"):
            return "none"
        if name in ("made_with_ids", "depends_on_ids"):
            return ", ".join(self._called(name, key) for key in json.loads(value))
        if name == "delivery":
            return DELIVERY_WORDS[Delivery(value)]
        if name == "impact_stage_id":
            stages = {term.id: term.title for term in self.session.framework.impact_stages}
            return stages.get(str(value), str(value))
        if name == "done":
            return "yes" if value else "no"
        if name == "state":
            return FUNDING_WORDS[FundingState(value)]
        if name in ("lead_partner_id", "partner_id"):
            partner = self.dossier.partner_by_id.get(str(value))
            return partner.label if partner else "a partner who is gone"
        if name in _DAYS:
            return _day_words(date.fromisoformat(str(value)))
        return number_words(value) if isinstance(value, int | float) else f"“{_short(str(value))}”"

    def _called(self, name: str, key: str) -> str:
        if name == "depends_on_ids":
            return self.numbers.actions.get(key, "an action that is gone")
        return self._said("partner_id", key)

    def _title(self, thing: Any) -> str:
        if isinstance(thing, Actual):
            measure = next((each for each in self.dossier.measures if each.id == thing.measure_id), None)
            name, unit = (measure.title, measure.unit) if measure else ("", "")
            return f"{name}: {amount_words(thing.value, unit)} on {_day_words(thing.on)}"
        if isinstance(thing, ActionUpdate):
            return f"{_day_words(thing.on)}, {thing.author}: {_short(thing.text) or 'nothing written yet'}"
        return thing.title or "Untitled"

    def _last_title(self, kind: type, key: str) -> str:
        history = self.session.store.history(kind, key)
        name = _named(kind)
        said = next((str(entry.after) for entry in history if entry.field == name and entry.after is not None), "")
        return _short(said) or NAMES[kind]


def _named(kind: type) -> str:
    """Return the field that a thing is known by."""
    return {Actual: "value", ActionUpdate: "text"}.get(kind, "title")


def _day(actual: Actual) -> date:
    return actual.on


def _day_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _short(text: str, most: int = 120) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1].rsplit(' ', 1)[0]}…"
