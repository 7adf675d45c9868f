"""Keep what else a workspace remembers: findings of inspections, decisions of boards, risks, and money."""

from __future__ import annotations

from areasef.domain.change import Change
from areasef.domain.funding import Funding
from areasef.domain.identity import new_id
from areasef.domain.record import Decision, Finding, Risk
from areasef.services.session import Session, now

PlanRecord = Decision | Risk | Funding


def findings(session: Session) -> tuple[Finding, ...]:
    """Return what inspections found, in their order."""
    return session.store.all(Finding)


def decisions(session: Session) -> tuple[Decision, ...]:
    """Return what boards decided."""
    return session.store.all(Decision)


def risks(session: Session) -> tuple[Risk, ...]:
    """Return what may go wrong."""
    return session.store.all(Risk)


def new_risk() -> Risk:
    """Return a risk to be filled in; it is not kept yet."""
    return Risk(new_id(), "New risk")


def new_decision() -> Decision:
    """Return a decision, dated today, to be filled in; it is not kept yet."""
    return Decision(new_id(), "New decision", on=now().date())


def new_funding(*action_ids: str) -> Funding:
    """Return money for actions, to be filled in; it is not kept yet."""
    return Funding(new_id(), "New funding", action_ids=action_ids)


def remove(session: Session, thing: PlanRecord) -> Change:
    """Put a decision, a risk or money in the bin."""
    with session.store.write("Remove from the plan") as batch:
        batch.bin(type(thing), thing.id)
    return batch.change


def keep(session: Session, thing: Finding | PlanRecord, label: str) -> Change:
    """Keep a finding, a decision, a risk or money as it now stands."""
    with session.store.write(label) as batch:
        batch.put(thing)
    return batch.change
