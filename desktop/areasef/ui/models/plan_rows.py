"""The rows of the plan: priorities or partners as groups, and the actions under them, ready to be drawn and spoken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasef.domain.dossier import Dossier
from areasef.domain.numbering import (
    Numbering,
    actions_of,
    findings_of,
    involved,
    measures_of,
    milestones_of,
    numbering,
    partners_words,
)
from areasef.domain.plan import Action, Milestone, Priority
from areasef.domain.progress import DELIVERY_WORDS, latest, measure_words, span_words


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
        parts = (f"{self.ref} {self.title}", self.who, self.bar.rstrip("."), f"Impact: {self.impact}", self.measure)
        return ". ".join(filter(None, parts)) + "."


def rows_by_priority(dossier: Dossier) -> tuple[PlanRow, ...]:
    """Return the plan under its priorities."""
    return tuple(_by_priority(dossier, numbering(dossier)))


def rows_by_partner(dossier: Dossier) -> tuple[PlanRow, ...]:
    """Return the plan under the partners who lead or take part; an action stands under each of them."""
    return tuple(_by_partner(dossier, numbering(dossier)))


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
        bar=f"{span_words(action, as_at)}. {delivery}.{_points_words(points)}{_first_words(action, numbers)}",
        milestones=points,
    )


def _measure_line(dossier: Dossier, action: Action, as_at: date) -> str:
    found = measures_of(dossier, action.id)
    if not found:
        return "No measure yet"
    words = measure_words(found[0], latest(found[0], dossier.actuals, as_at))
    words = f"{words[:1].upper()}{words[1:]}"
    return words if len(found) == 1 else f"{words} (and {len(found) - 1} more)"


def _first_words(action: Action, numbers: Numbering) -> str:
    refs = [numbers.actions[key] for key in action.depends_on_ids if key in numbers.actions]
    return f" Depends on {', '.join(refs)}." if refs else ""


def _points_words(points: tuple[Milestone, ...]) -> str:
    if not points:
        return ""
    reached = sum(1 for each in points if each.reached)
    return f" {reached} of {len(points)} milestones reached." if len(points) > 1 else " 1 milestone."
