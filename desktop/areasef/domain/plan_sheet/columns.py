"""The columns of the plan in a workbook: what each is called in ours, and what others call the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Kind(StrEnum):
    """What the rows of a sheet are."""

    ACTIONS = "actions"
    MEASURES = "measures"
    VALUES = "values"
    MILESTONES = "milestones"
    UPDATES = "updates"
    RISKS = "risks"
    DECISIONS = "decisions"
    FUNDING = "funding"


class Reads(StrEnum):
    """How a cell of a column is understood."""

    TEXT = "text"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    DELIVERY = "delivery"
    STAGE = "stage"
    NUMBER = "number"
    STEP = "step"
    ANYBODY = "anybody"
    BODY = "body"
    BODIES = "bodies"
    PERSON = "person"
    WORDS = "words"
    STRANDS = "strands"
    EVIDENCE = "evidence"
    REFS = "refs"
    POUNDS = "pounds"
    FUNDING = "funding"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its head in our workbook, how it is read, its width there in characters, and its other names.

    One with ``ours`` off is understood where others have it, and is not written.
    """

    key: str
    head: str
    reads: Reads = Reads.TEXT
    wide: int = 20
    also: tuple[str, ...] = ()
    ours: bool = True


KEY: Final = Column("key", "Area SEF key", wide=38)
_ACTION_REF: Final = Column("action_ref", "Action ref", wide=11, also=("ref of action", "action no", "action number"))
_ACTION: Final = Column("action", "Action", wide=44, also=("actions", "linked action"))


def _names(words: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in words.split(",") if each.strip())


_MONEY: Final = (
    "funding source, funding required, funding needed, funding and resources, budget, cost, costs, estimated cost,"
    "resources, resource, resources required, resource implications, finance, cost and funding, cost implications"
)
_ACTIONS: Final = (
    Column(
        "ref", "Ref", wide=8, also=_names("ref no, reference, no, number, id, action ref, action no, item, action id")
    ),
    Column(
        "priority",
        "Priority",
        wide=32,
        also=_names(
            "priority area, theme, area for improvement, area for priority action, afi, apa, workstream, work stream,"
            "objective, strategic priority, priority title, recommendation, aim, concern, priority name, strategic objective"
        ),
    ),
    Column(
        "outcome",
        "What children will notice",
        wide=34,
        also=_names(
            "outcome, outcomes, intended outcome, outcome for children, desired outcome, expected impact, intended impact,"
            "what we will see, the difference this will make, difference, impact for children, what will be different,"
            "what success looks like, planned outcome, what we want"
        ),
    ),
    Column(
        "title",
        "Action",
        wide=44,
        also=_names(
            "actions, what we will do, task, activity, action required, key actions, what will we do, step, key action,"
            "action description, actions to be taken, what are we going to do, action title, improvement action"
        ),
    ),
    Column(
        "detail",
        "In detail",
        wide=44,
        also=_names("detail, details, description, how, key tasks, sub actions, how we will do it"),
    ),
    Column(
        "lead_partner",
        "Lead partner",
        Reads.BODY,
        24,
        _names(
            "lead body, lead agency, lead organisation, organisation, agency, responsible body, lead service, service"
        ),
    ),
    Column(
        "partners",
        "Partners who take part",
        Reads.BODIES,
        30,
        _names(
            "partners, responsible bodies, supporting partners, agencies, other partners, supported by, key partners, bodies,"
            "co producers, partners involved, who else, support, partner organisations"
        ),
    ),
    Column(
        "accountable",
        "Accountable executive",
        Reads.PERSON,
        20,
        _names(
            "sro, senior responsible officer, accountable officer, accountable, executive lead, executive sponsor, sponsor,"
            "accountable lead, strategic lead, accountable person, senior responsible owner, exec lead, director"
        ),
    ),
    Column(
        "lead_person", "Lead person", Reads.PERSON, 20, _names("operational lead, named lead, lead name, named person")
    ),
    Column(
        "lead",
        "Lead: a person or a body",
        Reads.ANYBODY,
        24,
        _names(
            "lead, leads, lead officer, lead officers, owner, responsible, responsible officer, who, action owner, by whom,"
            "responsible person, delivery lead, assigned to, lead s, who is responsible, responsibility, person responsible,"
            "action lead, lead professional, owners"
        ),
        ours=False,
    ),
    Column(
        "starts",
        "Starts",
        Reads.FIRST_DAY,
        13,
        _names("start, start date, from, begin, begins, planned start, commencement, date started, started"),
    ),
    Column(
        "due",
        "Due",
        Reads.LAST_DAY,
        13,
        _names(
            "due date, deadline, by when, end, end date, finish, completion date, target date, timescale, timescales, timeframe,"
            "when, date due, planned end, completion, target completion date, complete by, timeline, time scale, finish date,"
            "to be completed by, due by, target completion, implementation date"
        ),
    ),
    Column(
        "new_due",
        "New date",
        Reads.LAST_DAY,
        13,
        _names(
            "revised date, revised due, revised deadline, new due date, revised due date, revised completion date, moved to, revised timescale, extended to, new deadline, new date if it moved"
        ),
    ),
    Column(
        "delivery",
        "Delivery",
        Reads.DELIVERY,
        13,
        _names(
            "status, rag, brag, rag status, brag status, rag rating, brag rating, delivery rag, progress rag, action status,"
            "current status, delivery status, delivery rating, rag delivery, progress status, current rag, did we do it"
        ),
    ),
    Column(
        "impact",
        "Impact",
        Reads.STAGE,
        14,
        _names("impact stage, impact rating, impact rag, impact status, did children notice"),
    ),
    Column(
        "progress",
        "Progress so far",
        wide=44,
        also=_names(
            "progress, progress to date, comments, comment, commentary, notes, narrative, current position, progress notes, progress made, what we have done"
        ),
    ),
    Column(
        "evidence",
        "Evidence of its effect",
        Reads.EVIDENCE,
        22,
        _names(
            "evidence, evidence of impact, evidence of effect, impact evidence, evidence of delivery, evidence and impact"
        ),
    ),
    Column(
        "closing_reason",
        "Why it is closed",
        wide=32,
        also=_names("why closed, reason closed, closure reason, reason for closure, closure note, closed because"),
    ),
    Column("made_with_partners", "Made with partners", Reads.BODIES, 26, _names("co-producing partners")),
    Column(
        "made_with",
        "Made with",
        wide=26,
        also=_names(
            "co-produced with, coproduced with, co-production, coproduction, co-producers, co-production partners"
        ),
    ),
    Column("depends_on_refs", "Depends on actions", Reads.REFS, 12, _names("predecessors, preceding actions")),
    Column(
        "depends_on",
        "Depends on",
        wide=24,
        also=_names(
            "dependency, dependencies, interdependencies, interdependency, depends, dependent on, dependant on"
        ),
    ),
    Column("steps", "Steps", wide=40, also=_names("sub points, sub point, action steps, sub tasks")),
    Column("funding", "Funding", wide=26, also=_names(_MONEY), ours=False),
    Column("strands", "Strands", Reads.STRANDS, 12, _names("strand, framework strand")),
    Column("tags", "Tags", Reads.WORDS, 22, _names("tag, plan, plans, source, linked plan, linked plans, which plan")),
    Column(
        "measure",
        "Measure",
        wide=36,
        also=_names(
            "success measure, success measures, measure of success, measures of success, success criteria, kpi, kpis, measures,"
            "how we will know, how will we know, how will you know, key indicators of success, performance measure, outcome measure, indicator,"
            "success indicator, metric, performance indicator, success criterion, how will we know we have succeeded, target measure"
        ),
        ours=False,
    ),
    Column("unit", "Unit", wide=12, also=_names("units, measured in"), ours=False),
    Column(
        "baseline",
        "Baseline",
        Reads.NUMBER,
        12,
        _names("base line, starting point, start value, baseline data, where we are now, baseline figure"),
        ours=False,
    ),
    Column("target", "Target", Reads.NUMBER, 12, _names("target value, aim for, target figure, goal"), ours=False),
    Column(
        "value",
        "Latest value",
        Reads.NUMBER,
        12,
        _names("actual, current, current value, latest, latest figure, current performance, latest actual"),
        ours=False,
    ),
    Column(
        "milestones", "Milestones", wide=36, also=_names("milestone, key milestones, interim milestones"), ours=False
    ),
    Column(
        "update",
        "Latest update",
        wide=50,
        also=_names(
            "update, updates, progress update, monthly update, latest position, update since last meeting, latest progress, progress updates"
        ),
    ),
    KEY,
)
_MEASURES: Final = (
    Column("ref", "Ref", wide=8, also=_names("measure ref, kpi ref, no, number, id")),
    _ACTION_REF,
    _ACTION,
    Column(
        "title",
        "Measure",
        wide=44,
        also=_names(
            "success measure, kpi, indicator, metric, measure title, performance measure, outcome measure, kpis"
        ),
    ),
    Column("unit", "Unit", wide=14, also=_names("units, measured in")),
    Column("baseline", "Baseline", Reads.NUMBER, 12, _names("base line, starting point, start value, baseline data")),
    Column("baseline_on", "Baseline on", Reads.LAST_DAY, 14, _names("baseline date, date of baseline")),
    Column("target", "Target", Reads.NUMBER, 12, _names("target value, aim for, goal")),
    Column("target_on", "Target by", Reads.LAST_DAY, 14, _names("target date, by when, date of target")),
    Column("value", "Latest value", Reads.NUMBER, 12, _names("actual, current, current value, latest, latest figure")),
    Column("value_on", "Latest on", Reads.LAST_DAY, 14, _names("date of latest, actual date, latest date, as at")),
    Column("source", "Where the figures come from", wide=32, also=_names("source, data source")),
    KEY,
)
_VALUES: Final = (
    Column("measure_ref", "Measure ref", wide=12, also=_names("ref of measure")),
    Column("measure", "Measure", wide=44),
    Column("on", "On", Reads.LAST_DAY, 14, _names("date, as at")),
    Column("value", "Value", Reads.NUMBER, 12, _names("actual, figure")),
    Column("note", "Note", wide=44, also=_names("notes, comment")),
    KEY,
)
_MILESTONES: Final = (
    _ACTION_REF,
    _ACTION,
    Column("measure_ref", "Measure ref", wide=12),
    Column("title", "Milestone", wide=44, also=_names("milestones, key milestone, milestone title")),
    Column("due", "Due", Reads.LAST_DAY, 14, _names("due date, date, by when, deadline, target date")),
    Column("value", "Value", Reads.NUMBER, 12, _names("milestone value, figure")),
    Column("reached", "Reached on", Reads.LAST_DAY, 14, _names("reached, date reached, completed on, completed")),
    KEY,
)
_UPDATES: Final = (
    _ACTION_REF,
    _ACTION,
    Column("on", "On", Reads.LAST_DAY, 14, _names("date")),
    Column("author", "Author", wide=22, also=_names("by, who, name")),
    Column("text", "Update", wide=70, also=_names("text, progress, comment, commentary")),
    KEY,
)
_RISKS: Final = (
    Column("title", "Risk", wide=48, also=_names("risk description, description, risks, risk title")),
    Column("likelihood", "Likelihood, 1 to 5", Reads.STEP, 12, _names("likelihood, probability")),
    Column("effect", "Effect, 1 to 5", Reads.STEP, 12, _names("effect, impact, severity, consequence")),
    Column("owner", "Owner", wide=24, also=_names("risk owner, lead, who")),
    Column(
        "response",
        "Response",
        wide=48,
        also=_names("mitigation, mitigations, mitigating actions, controls, mitigating action, risk response"),
    ),
    Column("action_refs", "Actions", Reads.REFS, 14, _names("action refs, linked actions, action ref")),
    KEY,
)
_DECISIONS: Final = (
    Column("title", "Decision", wide=48, also=_names("decision made, decisions, decision taken, what was decided")),
    Column("board", "Board", wide=24, also=_names("decided by, meeting, group, who decided")),
    Column("on", "On", Reads.LAST_DAY, 14, _names("date, decided on, date of decision")),
    Column("owner", "Owner", wide=24, also=_names("lead, who")),
    Column("cost", "Cost", wide=18, also=_names("costs, funding, budget")),
    Column("came_of_it", "What came of it", wide=48, also=_names("outcome, result, what happened")),
    Column("action_refs", "Actions", Reads.REFS, 14, _names("action refs, linked actions, action ref")),
    KEY,
)
_FUNDING: Final = (
    Column("title", "What it pays for", wide=44, also=_names("purpose, item, description, funding, budget line")),
    Column("amount", "Amount in pounds", Reads.POUNDS, 16, _names("amount, cost, value, budget, total, sum")),
    Column("body", "Body that gives it", Reads.BODY, 26, _names("funder, funded by, body, organisation, provided by")),
    Column("source", "Source", wide=28, also=_names("budget source, funding source, grant, fund")),
    Column("period", "Year or period", wide=16, also=_names("year, period, financial year")),
    Column("state", "State", Reads.FUNDING, 12, _names("status, funding status, secured, agreed")),
    Column("note", "Note", wide=44, also=_names("notes, comment, comments")),
    Column("action_refs", "Actions", Reads.REFS, 14, _names("action refs, linked actions, action ref")),
    KEY,
)
COLUMNS: Final[Mapping[Kind, tuple[Column, ...]]] = MappingProxyType(
    {
        Kind.ACTIONS: _ACTIONS,
        Kind.MEASURES: _MEASURES,
        Kind.VALUES: _VALUES,
        Kind.MILESTONES: _MILESTONES,
        Kind.UPDATES: _UPDATES,
        Kind.RISKS: _RISKS,
        Kind.DECISIONS: _DECISIONS,
        Kind.FUNDING: _FUNDING,
    }
)
SHEET_NAMES: Final[Mapping[Kind, str]] = MappingProxyType(
    {kind: kind.value.capitalize() for kind in Kind} | {Kind.VALUES: "Values of measures"}
)
NEEDED: Final[Mapping[Kind, str]] = MappingProxyType(
    {Kind.VALUES: "value", Kind.UPDATES: "text"}
    | {kind: "title" for kind in Kind if kind not in (Kind.VALUES, Kind.UPDATES)}
)
"""The column without which a row is nothing."""


def column_of(kind: Kind, key: str) -> Column:
    """Return a column by its key. Raises StopIteration for one that a kind does not have."""
    return next(each for each in COLUMNS[kind] if each.key == key)


def written(kind: Kind) -> tuple[Column, ...]:
    """Return the columns that our own workbook has."""
    return tuple(each for each in COLUMNS[kind] if each.ours)
