"""The rows of the plan: priorities or partners as groups, and the actions under them, ready to be drawn and spoken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasef.domain.dossier import Dossier
from areasef.domain.plan import Action, Delivery, Measure, Milestone, Priority
from areasef.domain.progress import DELIVERY_WORDS, latest, measure_words, span_words
from areasef.domain.record import Finding

SHAPE_OF = {
    Delivery.NOT_DUE: "not_due",
    Delivery.ON_TRACK: "on_track",
    Delivery.SLIPPING: "slipping",
    Delivery.OFF_TRACK: "late",
    Delivery.DONE: "done",
}


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row: a group's title and who, or an action with everything that is said of it."""

    key: str
    ref: str
    title: str
    who: str = ""
    note: str = ""
    action: Action | None = None
    priority: Priority | None = None
    delivery: str = ""
    steps: int = 0
    of_steps: int = 5
    impact: str = ""
    measure: str = ""
    dates: str = ""
    bar: str = ""
    milestones: tuple[Milestone, ...] = ()

    @property
    def is_group(self) -> bool:
        """Whether this is a heading row."""
        return self.action is None

    @property
    def spoken(self) -> str:
        """What a listener hears of the whole row."""
        if self.action is None:
            return ". ".join(filter(None, (f"{self.ref}, {self.title}", self.who, self.note))) + "."
        parts = (f"{self.ref} {self.title}", self.who, self.delivery, f"Impact: {self.impact}", self.measure)
        return ". ".join(filter(None, parts)) + f". {self.bar}"


@dataclass(frozen=True, slots=True)
class Numbering:
    """The references of the plan: priority 1, action 1.1, measure M1, in their order."""

    priorities: dict[str, str]
    actions: dict[str, str]
    measures: dict[str, str]


def numbering(dossier: Dossier) -> Numbering:
    """Count the plan through."""
    priorities: dict[str, str] = {}
    actions: dict[str, str] = {}
    measures: dict[str, str] = {}
    for at, priority in enumerate(dossier.priorities, 1):
        priorities[priority.id] = str(at)
        for step, action in enumerate(actions_of(dossier, priority.id), 1):
            actions[action.id] = f"{at}.{step}"
            for measure in measures_of(dossier, action.id):
                measures[measure.id] = f"M{len(measures) + 1}"
    return Numbering(priorities, actions, measures)


def actions_of(dossier: Dossier, priority_id: str) -> tuple[Action, ...]:
    """Return the actions of a priority in their order."""
    return tuple(each for each in dossier.actions if each.priority_id == priority_id)


def measures_of(dossier: Dossier, action_id: str) -> tuple[Measure, ...]:
    """Return the measures of an action in their order."""
    return tuple(each for each in dossier.measures if each.action_id == action_id)


def milestones_of(dossier: Dossier, action_id: str) -> tuple[Milestone, ...]:
    """Return the milestones of an action and of its measures, by date."""
    found = (each for each in dossier.milestones if each.action_id == action_id)
    return tuple(sorted(found, key=lambda each: (each.due or date.max, each.title)))


def findings_of(dossier: Dossier, priority: Priority) -> tuple[Finding, ...]:
    """Return the findings that a priority answers."""
    return tuple(each for each in dossier.findings if each.id in priority.finding_ids)


def rows_by_priority(dossier: Dossier) -> tuple[PlanRow, ...]:
    """Return the plan under its priorities."""
    return tuple(_by_priority(dossier, numbering(dossier)))


def rows_by_partner(dossier: Dossier) -> tuple[PlanRow, ...]:
    """Return the plan under the partners who lead or take part; an action stands under each of them."""
    return tuple(_by_partner(dossier, numbering(dossier)))


def partners_words(dossier: Dossier, ids: tuple[str, ...]) -> str:
    """Return partners in a line: ``ICB and council``; everybody is *All partners*."""
    if ids and set(ids) >= set(dossier.partner_by_id) and len(ids) > 2:
        return "All partners"
    labels = [dossier.partner_by_id[key].label for key in ids if key in dossier.partner_by_id]
    return labels[0] if len(labels) == 1 else " and ".join(filter(None, (", ".join(labels[:-1]), *labels[-1:])))


def involved(action: Action) -> tuple[str, ...]:
    """Return who takes part in an action, the lead partner first."""
    lead = (action.lead_partner_id,) if action.lead_partner_id else ()
    return tuple(dict.fromkeys((*lead, *action.partner_ids)))


def _by_priority(dossier: Dossier, numbers: Numbering) -> Iterator[PlanRow]:
    for priority in dossier.priorities:
        under = actions_of(dossier, priority.id)
        leads = tuple(dict.fromkeys(each.lead_partner_id for each in under if each.lead_partner_id))
        answers = ", ".join(each.number or "without a number" for each in findings_of(dossier, priority))
        yield PlanRow(
            priority.id,
            f"Priority {numbers.priorities[priority.id]}",
            priority.title,
            partners_words(dossier, leads),
            f"Answers finding {answers}" if answers else "",
            priority=priority,
        )
        for action in under:
            yield action_row(dossier, action, numbers)


def _by_partner(dossier: Dossier, numbers: Numbering) -> Iterator[PlanRow]:
    order = {action_id: at for at, action_id in enumerate(numbers.actions)}
    actions = sorted(dossier.actions, key=lambda each: order.get(each.id, 0))
    for partner in dossier.partners:
        part = [each for each in actions if partner.id in involved(each)]
        leads = sum(1 for each in part if each.lead_partner_id == partner.id)
        if part:
            said = f"Leads {leads} of {len(part)}"
            yield PlanRow(partner.id, partner.label, partner.name if partner.name != partner.label else "", said)
            for action in part:
                yield action_row(dossier, action, numbers)
    nobody = [each for each in actions if not involved(each)]
    if nobody:
        yield PlanRow("", "Nobody yet", "Actions that no partner leads or shares")
        for action in nobody:
            yield action_row(dossier, action, numbers)


def action_row(dossier: Dossier, action: Action, numbers: Numbering) -> PlanRow:
    """Return the row of one action."""
    stages = dossier.framework.impact_stages
    at = next((index for index, stage in enumerate(stages) if stage.id == action.impact_stage_id), -1)
    delivery = DELIVERY_WORDS[action.delivery]
    points = milestones_of(dossier, action.id)
    as_at = dossier.evaluation.as_at
    return PlanRow(
        action.id,
        numbers.actions.get(action.id, ""),
        action.title or "Untitled action",
        partners_words(dossier, (action.lead_partner_id,) if action.lead_partner_id else ()) or "No lead yet",
        action=action,
        delivery=delivery,
        steps=at + 1,
        of_steps=len(stages),
        impact=stages[at].title if at >= 0 else "Not said",
        measure=_measure_line(dossier, action, as_at),
        dates=span_words(action, as_at),
        bar=f"{span_words(action, as_at)}. {delivery}.{_points_words(points)}",
        milestones=points,
    )


def _measure_line(dossier: Dossier, action: Action, as_at: date) -> str:
    found = measures_of(dossier, action.id)
    if not found:
        return "No measure yet"
    words = measure_words(found[0], latest(found[0], dossier.actuals, as_at))
    return words if len(found) == 1 else f"{words} (and {len(found) - 1} more)"


def _points_words(points: tuple[Milestone, ...]) -> str:
    if not points:
        return ""
    reached = sum(1 for each in points if each.reached)
    return f" {reached} of {len(points)} milestones reached." if len(points) > 1 else " 1 milestone."
