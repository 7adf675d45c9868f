"""The plan counted through: which action stands under which priority, and the references that people say aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from areasef.domain.dossier import Dossier
from areasef.domain.plan import Action, ActionStep, ActionUpdate, Measure, Milestone, Priority
from areasef.domain.record import Finding


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
    return dossier.actions_by_priority.get(priority_id, ())


def measures_of(dossier: Dossier, action_id: str) -> tuple[Measure, ...]:
    """Return the measures of an action in their order."""
    return dossier.measures_by_action.get(action_id, ())


def milestones_of(dossier: Dossier, action_id: str) -> tuple[Milestone, ...]:
    """Return the milestones of an action and of its measures, by date."""
    found = (each for each in dossier.milestones if each.action_id == action_id)
    return tuple(sorted(found, key=lambda each: (each.due or date.max, each.title)))


def steps_of(dossier: Dossier, action_id: str) -> tuple[ActionStep, ...]:
    """Return the steps of an action in their order."""
    found = (each for each in dossier.steps if each.action_id == action_id)
    return tuple(sorted(found, key=lambda each: (each.position, each.id)))


def updates_of(dossier: Dossier, action_id: str) -> tuple[ActionUpdate, ...]:
    """Return what was reported about an action, the newest first."""
    found = (each for each in dossier.updates if each.action_id == action_id)
    return tuple(sorted(found, key=lambda each: (each.on, each.id), reverse=True))


def findings_of(dossier: Dossier, priority: Priority) -> tuple[Finding, ...]:
    """Return the findings that a priority answers."""
    return tuple(each for each in dossier.findings if each.id in priority.finding_ids)


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


def numbers_in_words(numbers: list[str]) -> str:
    """Return numbers as a sentence lists them: ``1, 2 and 4``."""
    return " and ".join(filter(None, (", ".join(numbers[:-1]), *numbers[-1:])))
