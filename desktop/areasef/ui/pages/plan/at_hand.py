"""What is at hand in the plan: a priority or an action by its key, and the priority that a new action goes under."""

from __future__ import annotations

from areasef.domain.dossier import Dossier
from areasef.domain.plan import Action, ActionStep, ActionUpdate, Measure, Milestone, Priority
from areasef.ui.models.plan_rows import PlanRow


def thing_of(dossier: Dossier | None, key: str) -> Priority | Action | None:
    """Return an action or a priority, or the action that a part of it hangs on; None where it is gone or nothing is read yet."""
    things: tuple[Priority | Action, ...] = (*dossier.actions, *dossier.priorities) if dossier else ()
    parts: tuple[Measure | Milestone | ActionStep | ActionUpdate, ...] = ()
    if dossier is not None:
        parts = (*dossier.measures, *dossier.milestones, *dossier.steps, *dossier.updates)
    wanted = next((each.action_id for each in parts if each.id == key), key)
    return next((each for each in things if each.id == wanted), None)


def priority_for(dossier: Dossier, row: PlanRow | None, statement_id: str) -> str:
    """Return the priority that answers a statement, else the one at hand, else the last; nothing where there is none."""
    answering = [each.id for each in dossier.priorities if statement_id in each.statement_ids]
    if answering:
        return answering[0]
    if row is not None and row.action is not None:
        return row.action.priority_id
    if row is not None and row.priority is not None:
        return row.priority.id
    return dossier.priorities[-1].id if dossier.priorities else ""
