"""Plan: priorities, actions, measures, milestones and actuals; each change is one step that can be undone."""

from __future__ import annotations

from dataclasses import replace

from areasef.domain.change import NOTHING, Change
from areasef.domain.dependency import waits_for, without
from areasef.domain.evidence import Evidence
from areasef.domain.identity import new_id
from areasef.domain.plan import Action, ActionStep, ActionUpdate, Actual, Delivery, Measure, Milestone, Priority
from areasef.domain.progress import can_be_done, held_ids
from areasef.services.session import Session, now
from areasef.words.faults import AppError

PlanThing = Priority | Action | Measure | Milestone | Actual | ActionUpdate | ActionStep


def priorities(session: Session) -> tuple[Priority, ...]:
    """Return the priorities in their order."""
    return session.store.all(Priority)


def actions(session: Session, priority_id: str | None = None) -> tuple[Action, ...]:
    """Return the actions, or those of one priority, in their order."""
    if priority_id is None:
        return session.store.all(Action)
    return session.store.all(Action, priority_id=priority_id)


def add_priority(session: Session, title: str, statement_ids: tuple[str, ...] = ()) -> Priority:
    """Add a priority after the others."""
    last = max((each.position for each in priorities(session)), default=0.0)
    new = Priority(new_id(), title, position=last + 1.0, statement_ids=statement_ids)
    keep(session, new, "Add a priority")
    return new


def add_action(session: Session, priority_id: str, title: str, statement_ids: tuple[str, ...] = ()) -> Action:
    """Add an action at the end of a priority."""
    last = max((each.position for each in actions(session, priority_id)), default=0.0)
    new = Action(new_id(), priority_id, title, position=last + 1.0, statement_ids=statement_ids)
    keep(session, new, "Add an action")
    return new


def add_measure(session: Session, action_id: str, title: str) -> Measure:
    """Add a measure to an action."""
    last = max((each.position for each in session.store.all(Measure, action_id=action_id)), default=0.0)
    new = Measure(new_id(), action_id, title, position=last + 1.0)
    keep(session, new, "Add a measure")
    return new


def new_step(session: Session, action_id: str) -> ActionStep:
    """Return a step after the others of an action, to be filled in; it is not kept yet."""
    last = max((each.position for each in session.store.all(ActionStep, action_id=action_id)), default=0.0)
    return ActionStep(new_id(), action_id, "New step", position=last + 1.0)


def move_step_up(session: Session, step_id: str) -> Change:
    """Let a step change places with the one before it."""
    kept = session.store.get(ActionStep, step_id)
    row = list(session.store.all(ActionStep, action_id=kept.action_id)) if kept else []
    at = next((number for number, each in enumerate(row) if each.id == step_id), 0)
    if at == 0:
        return NOTHING
    row[at - 1], row[at] = row[at], row[at - 1]
    with session.store.write("Move a step") as batch:
        for position, step in enumerate(row, 1):
            batch.put(replace(step, position=float(position)))
    return batch.change


def report_on(session: Session, action_id: str, text: str = "") -> Change:
    """Add an update on an action, dated today, in the name of whoever writes."""
    return keep(session, ActionUpdate(new_id(), action_id, now().date(), session.author, text), "Add an update")


def keep(session: Session, thing: PlanThing, label: str = "Change the plan") -> Change:
    """Keep a part of the plan as it now stands.

    Raises AppError where an action that is done would lose what shows or explains it, or would wait for itself.
    """
    if isinstance(thing, Action) and not _explained_before(session, thing):
        ask_delivery(session, thing, thing.delivery)
    if isinstance(thing, Action) and thing.depends_on_ids:
        ask_order(session, thing)
    with session.store.write(label) as batch:
        batch.put(thing)
    return batch.change


def _explained_before(session: Session, action: Action) -> bool:
    """Say whether nothing is lost: the action was done before, with as little to show for it as now."""
    kept = session.store.get(Action, action.id)
    return kept is not None and kept.delivery is Delivery.DONE and not _is_explained(session, kept)


def set_delivery(session: Session, action: Action, delivery: Delivery) -> Change:
    """Keep how an action is going. Raises AppError where it is called done and nothing shows or explains it."""
    ask_delivery(session, action, delivery)
    return keep(session, replace(action, delivery=delivery), "Change delivery")


def ask_delivery(session: Session, action: Action, delivery: Delivery) -> None:
    """Raise AppError where an action would be called done and nothing shows or explains it."""
    if delivery is Delivery.DONE and not _is_explained(session, action):
        raise AppError("plan.done_without_effect", name=action.title)


def _is_explained(session: Session, action: Action) -> bool:
    items = (session.store.get(Evidence, key) for key in action.evidence_ids)
    return can_be_done(action, held_ids(item for item in items if item is not None))


def ask_order(session: Session, action: Action) -> None:
    """Raise AppError where an action depends on one that waits for it."""
    waiting = waits_for(actions(session), action)
    if waiting is not None:
        raise AppError("plan.waits_for_itself", name=action.title, other=waiting.title)


def move_to(session: Session, action: Action, priority_id: str) -> Change:
    """Put an action at the end of another priority."""
    last = max((each.position for each in actions(session, priority_id)), default=0.0)
    return keep(session, replace(action, priority_id=priority_id, position=last + 1.0), "Move an action")


def move_priority(session: Session, priority_id: str, steps: int) -> Change:
    """Move a priority up (negative) or down, with its actions."""
    kept = session.store.get(Priority, priority_id)
    if kept is None:
        return NOTHING
    row = [each for each in priorities(session) if each.id != kept.id]
    here = sum(1 for each in row if each.position < kept.position)
    there = max(0, min(len(row), here + steps))
    if there == here:
        return NOTHING
    row.insert(there, kept)
    with session.store.write("Move a priority") as batch:
        for position, priority in enumerate(row, 1):
            batch.put(replace(priority, position=float(position)))
    return batch.change


def remove(session: Session, thing: PlanThing) -> Change:
    """Put a part of the plan in the bin; what hangs on it goes with it and comes back with it.

    No action goes on depending on one that is gone.
    """
    below = _below(session, thing)
    gone = frozenset(each.id for each in (*below, thing) if isinstance(each, Action))
    with session.store.write("Remove from the plan") as batch:
        for action in actions(session) if gone else ():
            if action.id not in gone and gone & set(action.depends_on_ids):
                batch.put(replace(action, depends_on_ids=without(action, gone)))
        for each in reversed(below):
            batch.bin(type(each), each.id)
        batch.bin(type(thing), thing.id)
    return batch.change


def move_action(session: Session, action_id: str, steps: int) -> Change:
    """Move an action up (negative) or down among those of its priority."""
    kept = session.store.get(Action, action_id)
    if kept is None:
        return NOTHING
    row = [each for each in actions(session, kept.priority_id) if each.id != kept.id]
    here = sum(1 for each in row if each.position < kept.position)
    there = max(0, min(len(row), here + steps))
    if there == here:
        return NOTHING
    row.insert(there, kept)
    with session.store.write("Move an action") as batch:
        for position, action in enumerate(row, 1):
            batch.put(replace(action, position=float(position)))
    return batch.change


def _below(session: Session, thing: PlanThing) -> list[PlanThing]:
    found: list[PlanThing] = []
    if isinstance(thing, Priority):
        for action in actions(session, thing.id):
            found += [action, *_below(session, action)]
    elif isinstance(thing, Action):
        found += session.store.all(Milestone, action_id=thing.id)
        found += session.store.all(ActionUpdate, action_id=thing.id)
        found += session.store.all(ActionStep, action_id=thing.id)
        for measure in session.store.all(Measure, action_id=thing.id):
            found += [measure, *_below(session, measure)]
    elif isinstance(thing, Measure):
        found += session.store.all(Actual, measure_id=thing.id)
    return found
