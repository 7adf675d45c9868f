"""The plan as rows of cells: what our workbook holds, and what an import compares a cell with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, Protocol

from areasef.domain.days import full_words
from areasef.domain.dossier import Dossier
from areasef.domain.funding import FUNDING_WORDS, Funding
from areasef.domain.numbering import Numbering, actions_of, measures_of, milestones_of, numbering, steps_of, updates_of
from areasef.domain.plan import Action, ActionStep, ActionUpdate, Actual, Measure, Milestone, Priority
from areasef.domain.plan_sheet.columns import Kind
from areasef.domain.progress import DELIVERY_WORDS, latest
from areasef.domain.record import Decision, Risk
from areasef.domain.workbook import CellValue

Row = dict[str, CellValue]
BETWEEN: Final = "; "


class RowsOf(Protocol):
    """Makes the rows of one sheet."""

    def __call__(self, dossier: Dossier, numbers: Numbering) -> Iterable[Row]:
        """Yield them in their order."""


def rows_of(dossier: Dossier, kind: Kind) -> tuple[Row, ...]:
    """Return the rows of a sheet, each a value for the keys of its columns."""
    return tuple(_ROWS[kind](dossier, numbering(dossier)))


def action_row(
    dossier: Dossier, action: Action, ref: str, priority: Priority | None, numbers: Numbering | None = None
) -> Row:
    """Return the cells of an action."""
    people, partners = dossier.person_by_id, dossier.partner_by_id
    newest = next(iter(updates_of(dossier, action.id)), None)
    stage = (each.title for each in dossier.framework.impact_stages if each.id == action.impact_stage_id)
    items = (dossier.evidence_by_id[key].ref for key in action.evidence_ids if key in dossier.evidence_by_id)
    return {
        "ref": ref,
        "priority": priority.title if priority else "",
        "outcome": priority.outcome if priority else "",
        "title": action.title,
        "detail": action.detail,
        "steps": "\n".join(step_words(each) for each in steps_of(dossier, action.id)),
        "lead_partner": partners[action.lead_partner_id].name if action.lead_partner_id in partners else "",
        "partners": BETWEEN.join(partners[key].name for key in action.partner_ids if key in partners),
        "accountable": people[action.accountable_id].name if action.accountable_id in people else "",
        "lead_person": people[action.lead_id].name if action.lead_id in people else "",
        "starts": action.starts,
        "due": action.due,
        "new_due": action.new_due,
        "delivery": DELIVERY_WORDS[action.delivery],
        "impact": next(stage, ""),
        "progress": action.progress,
        "evidence": BETWEEN.join(items),
        "closing_reason": action.closing_reason,
        "made_with_partners": BETWEEN.join(partners[key].name for key in action.made_with_ids if key in partners),
        "made_with": action.made_with,
        "depends_on_refs": _refs(numbers or numbering(dossier), action.depends_on_ids) if action.depends_on_ids else "",
        "depends_on": action.depends_on,
        "strands": BETWEEN.join(each.code for each in dossier.framework.strands if each.id in action.strand_ids),
        "tags": BETWEEN.join(action.tags),
        "update": update_words(newest) if newest else "",
        "key": action.id,
    }


def step_words(step: ActionStep) -> str:
    """Return a step in a line of a cell: a box, its words, and its day: ``[x] Write to parents (31 March 2027)``."""
    day = f" ({full_words(step.due)})" if step.due else ""
    return f"[{'x' if step.done else ' '}] {' '.join(step.title.split())}{day}"


def update_words(update: ActionUpdate) -> str:
    """Return an update in a cell: when, who, what."""
    by = f", {update.author}" if update.author else ""
    return f"{full_words(update.on)}{by}: {update.text}"


def measure_row(dossier: Dossier, measure: Measure, numbers: Numbering, action: Action | None) -> Row:
    """Return the cells of a measure, with its newest value."""
    newest = newest_value(dossier, measure)
    return {
        "ref": numbers.measures.get(measure.id, ""),
        "action_ref": numbers.actions.get(measure.action_id, ""),
        "action": action.title if action else "",
        "title": measure.title,
        "unit": measure.unit,
        "baseline": measure.baseline,
        "baseline_on": measure.baseline_on,
        "target": measure.target,
        "target_on": measure.target_on,
        "value": newest.value if newest else None,
        "value_on": newest.on if newest else None,
        "source": measure.source,
        "key": measure.id,
    }


def newest_value(dossier: Dossier, measure: Measure) -> Actual | None:
    """Return the newest value of a measure, whatever the as-at date."""
    days = [each.on for each in dossier.actuals if each.measure_id == measure.id]
    return latest(measure, dossier.actuals, max(days)) if days else None


def milestone_row(milestone: Milestone, numbers: Numbering, action: Action | None) -> Row:
    """Return the cells of a milestone."""
    return {
        "action_ref": numbers.actions.get(milestone.action_id, ""),
        "action": action.title if action else "",
        "measure_ref": numbers.measures.get(milestone.measure_id or "", ""),
        "title": milestone.title,
        "due": milestone.due,
        "value": milestone.value,
        "reached": milestone.reached,
        "key": milestone.id,
    }


def risk_row(risk: Risk, numbers: Numbering) -> Row:
    """Return the cells of a risk."""
    return {
        "title": risk.title,
        "likelihood": None if risk.likelihood is None else float(risk.likelihood),
        "effect": None if risk.effect is None else float(risk.effect),
        "owner": risk.owner,
        "response": risk.response,
        "action_refs": _refs(numbers, risk.action_ids),
        "key": risk.id,
    }


def decision_row(decision: Decision, numbers: Numbering) -> Row:
    """Return the cells of a decision."""
    return {
        "title": decision.title,
        "board": decision.board,
        "on": decision.on,
        "owner": decision.owner,
        "cost": decision.cost,
        "came_of_it": decision.came_of_it,
        "action_refs": _refs(numbers, decision.action_ids),
        "key": decision.id,
    }


def funding_row(dossier: Dossier, funding: Funding, numbers: Numbering) -> Row:
    """Return the cells of a sum of money."""
    body = dossier.partner_by_id.get(funding.partner_id or "")
    return {
        "title": funding.title,
        "amount": None if funding.amount is None else float(funding.amount),
        "body": body.name if body else "",
        "source": funding.source,
        "period": funding.period,
        "state": FUNDING_WORDS[funding.state],
        "note": funding.note,
        "action_refs": _refs(numbers, funding.action_ids),
        "key": funding.id,
    }


def _refs(numbers: Numbering, ids: Iterable[str]) -> str:
    return BETWEEN.join(numbers.actions[key] for key in ids if key in numbers.actions)


def _in_order(dossier: Dossier) -> Iterator[Action]:
    for priority in dossier.priorities:
        yield from actions_of(dossier, priority.id)


def _actions(dossier: Dossier, numbers: Numbering) -> Iterator[Row]:
    for priority in dossier.priorities:
        under = actions_of(dossier, priority.id)
        for action in under:
            yield action_row(dossier, action, numbers.actions[action.id], priority, numbers)
        if not under:
            yield {"priority": priority.title, "outcome": priority.outcome}


def _measures(dossier: Dossier, numbers: Numbering) -> Iterator[Row]:
    for action in _in_order(dossier):
        for measure in measures_of(dossier, action.id):
            yield measure_row(dossier, measure, numbers, action)


def _values(dossier: Dossier, numbers: Numbering) -> Iterator[Row]:
    for action in _in_order(dossier):
        for measure in measures_of(dossier, action.id):
            for each in sorted((a for a in dossier.actuals if a.measure_id == measure.id), key=lambda a: a.on):
                about: Row = {"measure_ref": numbers.measures[measure.id], "measure": measure.title}
                yield about | {"on": each.on, "value": each.value, "note": each.note, "key": each.id}


def _milestones(dossier: Dossier, numbers: Numbering) -> Iterator[Row]:
    for action in _in_order(dossier):
        for milestone in milestones_of(dossier, action.id):
            yield milestone_row(milestone, numbers, action)


def _updates(dossier: Dossier, numbers: Numbering) -> Iterator[Row]:
    for action in _in_order(dossier):
        about: Row = {"action_ref": numbers.actions[action.id], "action": action.title}
        for each in updates_of(dossier, action.id):
            yield about | {"on": each.on, "author": each.author, "text": each.text, "key": each.id}


def _risks(dossier: Dossier, numbers: Numbering) -> Iterator[Row]:
    return (risk_row(each, numbers) for each in dossier.risks)


def _decisions(dossier: Dossier, numbers: Numbering) -> Iterator[Row]:
    return (decision_row(each, numbers) for each in dossier.decisions)


def _funding(dossier: Dossier, numbers: Numbering) -> Iterator[Row]:
    return (funding_row(dossier, each, numbers) for each in dossier.funding)


_ROWS: Final[Mapping[Kind, RowsOf]] = MappingProxyType(
    {
        Kind.ACTIONS: _actions,
        Kind.MEASURES: _measures,
        Kind.VALUES: _values,
        Kind.MILESTONES: _milestones,
        Kind.UPDATES: _updates,
        Kind.RISKS: _risks,
        Kind.DECISIONS: _decisions,
        Kind.FUNDING: _funding,
    }
)
