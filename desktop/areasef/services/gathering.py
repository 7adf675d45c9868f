"""Read the whole evaluation as one value, and what follows from it: the checks and the search."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from areasef.domain.change import Change
from areasef.domain.check import Check, run_checks
from areasef.domain.citation import Citation, FindingCitation
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Agreement, Response, SelfView
from areasef.domain.evidence import Evidence, Revision
from areasef.domain.funding import Funding
from areasef.domain.partner import Partner, Person, RoleHolding
from areasef.domain.plan import Action, ActionStep, ActionUpdate, Actual, Measure, Milestone, Priority
from areasef.domain.record import Decision, Finding, Request, Risk
from areasef.domain.statement import Statement
from areasef.domain.summary import Summary, summarise
from areasef.services.citing import anchors
from areasef.services.following_report import chosen_report
from areasef.services.session import Session, now
from areasef.store.search import Hit

TYPING_LIMIT = 40


def _moment() -> datetime:
    """Return when the evaluation is read: SOURCE_DATE_EPOCH (seconds) where it is set, so that bytes can be compared."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else now()


def gather(session: Session) -> Dossier:
    """Return the evaluation with everything it rests on, as it stands now."""
    store, evaluation = session.store, session.evaluation
    statements = store.all(Statement, evaluation_id=evaluation.id)
    ids = {statement.id for statement in statements}
    citations = tuple(each for each in store.all(Citation) if each.statement_id in ids)
    shown = _for_findings(session)
    return Dossier(
        framework=session.framework,
        area=session.area,
        evaluation=evaluation,
        read_at=_moment(),
        content_hash=store.content_hash(),
        partners=store.all(Partner),
        people=store.all(Person),
        role_holdings=store.all(RoleHolding),
        self_views=store.all(SelfView, evaluation_id=evaluation.id),
        responses=store.all(Response, evaluation_id=evaluation.id),
        agreements=store.all(Agreement),
        statements=statements,
        citations=citations,
        evidence=store.all(Evidence),
        revisions=store.all(Revision),
        priorities=store.all(Priority),
        actions=store.all(Action),
        measures=store.all(Measure),
        milestones=store.all(Milestone),
        actuals=store.all(Actual),
        updates=store.all(ActionUpdate),
        steps=store.all(ActionStep),
        findings=store.all(Finding),
        finding_citations=shown,
        requests=store.all(Request),
        decisions=store.all(Decision),
        risks=store.all(Risk),
        funding=store.all(Funding),
        anchors=anchors(session, (*citations, *shown)),
        chosen_report=chosen_report(session),
    )


def gather_strand(session: Session, strand_id: str) -> Dossier:
    """Return what one strand rests on as a dossier of that strand alone: a few queries, so a page may wait for it."""
    store, evaluation = session.store, session.evaluation
    statements = store.all(Statement, evaluation_id=evaluation.id, strand_id=strand_id)
    ids = frozenset(statement.id for statement in statements)
    citations = store.all(Citation, statement_id=ids)
    return Dossier(
        framework=session.framework,
        area=session.area,
        evaluation=evaluation,
        read_at=now(),
        partners=store.all(Partner),
        self_views=store.all(SelfView, evaluation_id=evaluation.id, strand_id=strand_id),
        responses=store.all(Response, evaluation_id=evaluation.id, subject_id=ids | {strand_id}),
        agreements=store.all(Agreement, subject_kind="statement", subject_id=ids),
        statements=statements,
        citations=citations,
        evidence=store.all(Evidence, id=frozenset(each.evidence_id for each in citations)),
        anchors=anchors(session, citations),
    )


def gather_plan(session: Session) -> Dossier:
    """Return the plan with its risks, decisions and money as a dossier of its own: a few queries, so a page may wait for it."""
    store = session.store
    return Dossier(
        framework=session.framework,
        area=session.area,
        evaluation=session.evaluation,
        read_at=now(),
        partners=store.all(Partner),
        people=store.all(Person),
        priorities=store.all(Priority),
        actions=store.all(Action),
        measures=store.all(Measure),
        milestones=store.all(Milestone),
        actuals=store.all(Actual),
        updates=store.all(ActionUpdate),
        steps=store.all(ActionStep),
        decisions=store.all(Decision),
        risks=store.all(Risk),
        funding=store.all(Funding),
    )


def gather_sight(session: Session) -> Dossier:
    """Return the plan with findings, statements and what shows impact: all that a line of sight passes through."""
    store, evaluation, plan = session.store, session.evaluation, gather_plan(session)
    cited = _for_findings(session)
    shown = frozenset(key for action in plan.actions for key in action.evidence_ids)
    shown |= {each.evidence_id for each in cited}
    return replace(
        plan,
        self_views=store.all(SelfView, evaluation_id=evaluation.id),
        evidence=store.all(Evidence, id=shown),
        findings=store.all(Finding),
        finding_citations=cited,
        statements=store.all(Statement, evaluation_id=evaluation.id),
        chosen_report=chosen_report(session),
    )


def _for_findings(session: Session) -> tuple[FindingCitation, ...]:
    """Return what shows the progress on findings that are not in the bin."""
    here = {finding.id for finding in session.store.all(Finding)}
    return tuple(each for each in session.store.all(FindingCitation) if each.finding_id in here)


def gather_again(session: Session, dossier: Dossier, change: Change) -> Dossier:
    """Return a dossier with only what changed read again; its ``content_hash`` is left empty.

    Reading thousands of items of evidence takes too long for the GUI thread, and few changes touch them.
    """
    if not rereads(change):
        return gather(session)
    fresh = {name: read(session) for kind, (name, read) in _PARTS.items() if kind in change.kinds}
    return replace(dossier, read_at=now(), content_hash="", **fresh)


def rereads(change: Change) -> bool:
    """Say whether ``gather_again`` needs no evidence and so takes no time that anybody notices."""
    return change.kinds <= _PARTS.keys()


_PARTS: Final[Mapping[str, tuple[str, Callable[[Session], Any]]]] = {
    "area": ("area", lambda session: session.area),
    "evaluation": ("evaluation", lambda session: session.evaluation),
    "partner": ("partners", lambda session: session.store.all(Partner)),
    "person": ("people", lambda session: session.store.all(Person)),
    "role_holding": ("role_holdings", lambda session: session.store.all(RoleHolding)),
    "priority": ("priorities", lambda session: session.store.all(Priority)),
    "action": ("actions", lambda session: session.store.all(Action)),
    "measure": ("measures", lambda session: session.store.all(Measure)),
    "milestone": ("milestones", lambda session: session.store.all(Milestone)),
    "actual": ("actuals", lambda session: session.store.all(Actual)),
    "action_step": ("steps", lambda session: session.store.all(ActionStep)),
    "action_update": ("updates", lambda session: session.store.all(ActionUpdate)),
    "finding": ("findings", lambda session: session.store.all(Finding)),
    "request": ("requests", lambda session: session.store.all(Request)),
    "decision": ("decisions", lambda session: session.store.all(Decision)),
    "risk": ("risks", lambda session: session.store.all(Risk)),
    "funding": ("funding", lambda session: session.store.all(Funding)),
}


def checks(session: Session) -> tuple[Check, ...]:
    """Run every check of the pack over the evaluation as it stands now."""
    return run_checks(gather(session))


def search(session: Session, text: str, typing: bool = True) -> tuple[Hit, ...]:
    """Find words in everything typed and every page; never on fewer than two letters."""
    wanted = text.strip()
    if len(wanted) < 2:
        return ()
    return session.store.search(wanted, TYPING_LIMIT if typing else 500, ranked=True)


def standing(session: Session, hit: Hit) -> str:
    """Return where something found stands, as people say it: a strand and its section, a reference and its page."""
    framework, store = session.framework, session.store
    if hit.kind == "statement" and (statement := store.get(Statement, hit.id)):
        section = next((each.short_title for each in framework.sections if each.id == statement.section_id), "")
        return ", ".join(filter(None, (_code(session, statement.strand_id), section)))
    if hit.kind == "evidence" and (item := store.get(Evidence, hit.id)):
        return f"{item.ref}, page {hit.page}" if hit.page else item.ref
    if hit.kind == "self_view" and (view := store.get(SelfView, hit.id)):
        return f"{_code(session, view.strand_id)}, how we see it"
    return _NAMES.get(hit.kind, hit.title[:60])


def _code(session: Session, strand_id: str) -> str:
    return next((each.code for each in session.framework.strands if each.id == strand_id), "")


_NAMES: Final = {
    "priority": "Priority",
    "action": "Action",
    "action_update": "Update on an action",
    "action_step": "Step of an action",
    "measure": "Measure",
    "milestone": "Milestone",
    "request": "Asked for",
    "partner": "Partner",
    "person": "Person",
    "response": "What a body says",
    "citation": "Citation",
    "finding": "Finding",
    "finding_citation": "Evidence for a finding",
    "decision": "Decision",
    "risk": "Risk",
    "funding": "Funding",
    "evaluation": "Opening texts",
    "area": "The area",
}


def at_a_glance(session: Session) -> Summary:
    """Return the evaluation at a glance, as it stands now. Runs off the GUI thread."""
    dossier = gather(session)
    return summarise(dossier, run_checks(dossier))
