"""The plan of the demonstration, and what hangs on it: findings, requests, decisions, money and risks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from areasef.domain.citation import FindingCitation
from areasef.domain.evidence import Holding
from areasef.domain.funding import Funding, FundingState
from areasef.domain.identity import new_id
from areasef.domain.plan import Action, ActionStep, ActionUpdate, Actual, Delivery, Milestone
from areasef.domain.record import Decision, Finding, FindingKind, Risk
from areasef.services import citing_findings, keeping, planning, remembering, scheduling
from areasef.services.demo_evaluation import Keys, words_on_page
from areasef.services.demo_evidence import Items
from areasef.services.demo_partnership import Names
from areasef.services.demo_story import Story
from areasef.services.sample import Sample, Table
from areasef.services.session import Session


@dataclass(frozen=True, slots=True)
class _Known:
    """Ids of everything that the plan points to, by the names that the sample uses."""

    names: Names
    items: Items
    statements: Keys
    findings: dict[str, str]


def write_plan(session: Session, content: Sample, names: Names, items: Items, statements: Keys) -> int:
    """Write findings, priorities with their actions, requests, decisions and risks; return how many actions."""
    as_at: date = content.area["as_at"]
    written: date = content.plan.get("written") or as_at
    story = Story(session, written, as_at)
    count = story.begin(lambda: _write(story, content, names, items, statements))
    story.go_on()
    return count


def _write(story: Story, content: Sample, names: Names, items: Items, statements: Keys) -> int:
    session, plan = story.session, content.plan
    if "dates" in plan:
        _dates(session, plan["dates"])
    findings = {
        row["number"]: _finding(session, row, plan["report"], items, at) for at, row in _numbered(plan, "findings")
    }
    known = _Known(names, items, statements, findings)
    actions: dict[str, str] = {}
    for priority_number, row in _numbered(plan, "priorities"):
        kept = planning.add_priority(session, row["title"], _ids(statements, row, "statements"))
        fields = {"outcome": row["outcome"], "finding_ids": _ids(findings, row, "findings")}
        planning.keep(
            session, replace(kept, strand_ids=tuple(row.get("strands", [])), **fields), "Say what will be felt"
        )
        for number, action in enumerate(row["actions"], 1):
            actions[f"{priority_number}.{number}"] = _action(story, kept.id, action, known)
    _say_what_comes_first(session, plan, actions)
    for row in plan["requests"]:
        _request(session, row, known)
    for row in plan["decisions"]:
        about = {key: row[key] for key in ("title", "board", "on", "owner", "cost", "came_of_it") if key in row}
        made = Decision(new_id(), action_ids=_ids(actions, row, "actions"), **about)
        story.on(row["on"], partial(remembering.keep, session, made, "Keep a decision"))
    for row in plan.get("funding", []):
        about = {key: row[key] for key in ("title", "amount", "source", "period", "note") if key in row}
        body = names.partners[row["from"]] if "from" in row else None
        money = Funding(new_id(), partner_id=body, state=FundingState(row["state"]), **about)
        remembering.keep(session, replace(money, action_ids=_ids(actions, row, "actions")), "Add funding")
    for row in plan["risks"]:
        about = {key: row[key] for key in ("title", "likelihood", "effect", "owner", "response")}
        remembering.keep(session, Risk(new_id(), action_ids=_ids(actions, row, "actions"), **about), "Keep a risk")
    return len(actions)


def _say_what_comes_first(session: Session, plan: Table, actions: dict[str, str]) -> None:
    """Tie actions to those that must be done before them, once all are there."""
    for priority_number, priority in _numbered(plan, "priorities"):
        for number, row in enumerate(priority["actions"], 1):
            kept = session.store.get(Action, actions[f"{priority_number}.{number}"])
            if kept is not None and "depends_on_actions" in row:
                first = _ids(actions, row, "depends_on_actions")
                planning.keep(session, replace(kept, depends_on_ids=first), "Say what must happen first")


def _numbered(plan: Table, name: str) -> list[tuple[int, Table]]:
    return list(enumerate(plan[name], 1))


def _dates(session: Session, row: Table) -> None:
    """Say what the calendar counts from, and tick what was done then."""
    about = {key: row[key] for key in ("inspected", "draft_received", "received", "closure")}
    clock = replace(scheduling.current_clock(session), outcome_id=row["outcome"], **about)
    scheduling.keep_clock(session, clock)
    for done in row["done"]:
        scheduling.set_done(session, clock, done["id"], True, done["on"])


def _ids(known: dict[str, str], row: Table, name: str) -> tuple[str, ...]:
    return tuple(known[key] for key in row.get(name, []))


def _finding(session: Session, row: Table, report: Table, items: Items, position: int) -> str:
    found = Finding(
        id=new_id(),
        kind=FindingKind(row["kind"]),
        text=row["text"],
        number=row["number"],
        report=report["title"],
        report_date=report["on"],
        bodies=row.get("bodies", ""),
        page=row["page"],
        evidence_id=items[report["ref"]],
        strand_ids=tuple(row["strands"]),
        done=row.get("done", ""),
        impact=row.get("impact", ""),
        left=row.get("left", ""),
        position=float(position),
    )
    remembering.keep(session, found, "Keep a finding")
    for ref, *words in row.get("shown_by", []):
        cited = FindingCitation(new_id(), found.id, items[ref], says=words[1] if len(words) > 1 else "")
        citing_findings.keep(session, cited)
        if words and words[0]:
            citing_findings.cite_place(session, cited.id, words_on_page(session, items[ref], words[0]))
    return found.id


def _action(story: Story, priority_id: str, row: Table, known: _Known) -> str:
    """Write an action as it was planned, and what became of it on the days on which it did."""
    session, names = story.session, known.names
    made = planning.add_action(session, priority_id, row["title"], _ids(known.statements, row, "statements"))
    planned = replace(
        made,
        detail=row.get("detail", ""),
        partner_ids=names.of(row["partners"]),
        lead_partner_id=names.partners[row["partners"][0]],
        accountable_id=names.people[row["accountable"]],
        lead_id=names.people.get(row.get("lead", "")),
        starts=row["starts"],
        due=row["due"],
        made_with=row.get("made_with", ""),
        made_with_ids=names.of(row.get("made_with_partners", [])),
        depends_on=row.get("depends_on", ""),
        tags=tuple(row.get("tags", [])),
        strand_ids=tuple(row.get("strands", [])),
    )
    planning.keep(session, planned, "Say who does what by when")
    if row["delivery"] != Delivery.NOT_DUE:
        story.on(row["starts"], partial(_become, session, made.id, "Change delivery", delivery=Delivery.ON_TRACK))
    days = [row["starts"], *_measure(story, planned, row)]
    for said in row.get("updates", []):
        update = ActionUpdate(new_id(), made.id, said["on"], said["by"], said["text"])
        story.on(said["on"], partial(planning.keep, session, update, "Add an update"))
        days.append(said["on"])
    last = max((day for day in days if day <= story.last), default=story.first)
    _steps(story, made.id, row, last)
    now = {
        "new_due": row.get("new_due"),
        "impact_stage_id": row["stage"],
        "progress": row.get("progress", ""),
        "closing_reason": row.get("closed_because", ""),
        "evidence_ids": _ids(known.items, row, "shown_by"),
        "delivery": Delivery(row["delivery"]),
    }
    story.on(last, partial(_become, session, made.id, "Say how it goes", **now))
    return made.id


def _become(session: Session, action_id: str, label: str, **fields: Any) -> None:
    """Change an action as it stands by then."""
    kept = session.store.get(Action, action_id)
    assert kept is not None
    planning.keep(session, replace(kept, **fields), label)


def _steps(story: Story, action_id: str, row: Table, last: date) -> None:
    for at, (title, done, *due) in enumerate(row.get("steps", []), 1):
        step = ActionStep(new_id(), action_id, title, due[0] if due else None, False, float(at))
        planning.keep(story.session, step, "Add a step")
        if done:
            story.on(last, partial(planning.keep, story.session, replace(step, done=True), "Take a step"))


def _measure(story: Story, action: Action, row: Table) -> list[date]:
    """Add an action's measure with its values, and the milestones of the action; return the days on which they came."""
    session, about = story.session, row["measure"]
    made = planning.add_measure(session, action.id, about["title"])
    fields: dict[str, Any] = {key: about[key] for key in ("unit", "baseline_on", "target_on", "source") if key in about}
    fields |= {key: float(about[key]) for key in ("baseline", "target")}
    planning.keep(session, replace(made, **fields), "Say how we will know")
    days: list[date] = []
    for day, value, *note in about.get("actuals", []):
        actual = Actual(new_id(), made.id, day, float(value), note[0] if note else "")
        story.on(day, partial(planning.keep, session, actual, "Keep an actual"))
        days.append(day)
    for each in row.get("milestones", []):
        milestone = Milestone(new_id(), action.id, None, each["title"], each["due"])
        planning.keep(session, milestone, "Keep a milestone")
        if "reached" in each:
            met = replace(milestone, reached=each["reached"])
            story.on(each["reached"], partial(planning.keep, session, met, "Reach a milestone"))
            days.append(each["reached"])
    return days


def _request(session: Session, row: Table, known: _Known) -> None:
    asked = keeping.ask_partner(
        session,
        row["title"],
        known.names.partners[row["of"]],
        row["due"],
        tuple(row["strands"]),
        row["source"],
        row["agency"],
        row.get("note", ""),
    )
    state = Holding(row.get("state", "requested"))
    keeping.change_request(session, replace(asked, asked_on=row["asked_on"], state=state))
