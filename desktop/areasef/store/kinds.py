"""How each kind of thing is stored: its table, its columns, and the links it holds to other things.

Tuples of ids of rows are link tables with foreign keys; tuples of pack ids, dates and places of citations are text, and
so is a second tie between the same two kinds: what an action depends on, and the partners it was made with.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from areasef.domain import deadline, evaluation, evidence, funding, partner, plan, record
from areasef.domain.citation import Citation, FindingCitation, Locator, LocatorKind
from areasef.domain.statement import Statement

LINKS: Final[dict[type, dict[str, str]]] = {
    Statement: {"partner_ids": "partner"},
    plan.Priority: {"statement_ids": "statement", "finding_ids": "finding"},
    plan.Action: {"partner_ids": "partner", "statement_ids": "statement", "evidence_ids": "evidence"},
    record.Decision: {"action_ids": "action"},
    record.Risk: {"action_ids": "action"},
    funding.Funding: {"action_ids": "action"},
}
TABLES: Final[dict[type, str]] = {
    evaluation.Area: "area",
    evaluation.Evaluation: "evaluation",
    partner.Partner: "partner",
    partner.Person: "person",
    partner.RoleHolding: "role_holding",
    evaluation.SelfView: "self_view",
    evaluation.Response: "response",
    evaluation.Agreement: "agreement",
    Statement: "statement",
    evidence.Evidence: "evidence",
    evidence.Revision: "revision",
    Citation: "citation",
    record.Finding: "finding",
    FindingCitation: "finding_citation",
    plan.Priority: "priority",
    plan.Action: "action",
    plan.Measure: "measure",
    plan.Milestone: "milestone",
    plan.Actual: "actual",
    record.Request: "request",
    record.Decision: "decision",
    record.Risk: "risk",
    funding.Funding: "funding",
    record.IndicatorValue: "indicator_value",
    record.Snapshot: "snapshot",
    record.Export: "export",
    record.HandOver: "hand_over",
    deadline.ReportClock: "report_clock",
    deadline.OwnInterval: "own_interval",
    deadline.ClockDay: "clock_day",
    plan.ActionUpdate: "action_update",
    plan.ActionStep: "action_step",
}
SEARCHED: Final[dict[str, tuple[str, ...]]] = {
    "area": ("name", "note"),
    "evaluation": (
        "title",
        "summary",
        "context",
        "vision",
        "governance",
        "coproduction",
        "monitoring",
        "publication_note",
        "officers_statement",
        "resources",
    ),
    "partner": ("name", "short_name", "note"),
    "person": ("name", "note"),
    "self_view": ("reason", "not_known"),
    "response": ("words",),
    "statement": ("body", "confidence_reason", "review_note"),
    "evidence": ("ref", "title", "owner", "note"),
    "citation": ("says",),
    "finding_citation": ("says",),
    "finding": ("number", "text", "done", "impact", "left"),
    "priority": ("title", "outcome"),
    "action": ("title", "detail", "progress", "closing_reason", "made_with", "depends_on"),
    "action_update": ("text",),
    "action_step": ("title",),
    "measure": ("title", "source"),
    "milestone": ("title",),
    "request": ("title", "note"),
    "decision": ("title", "board", "came_of_it"),
    "risk": ("title", "response"),
    "funding": ("title", "source", "period", "note"),
}


@dataclass(frozen=True)
class Column:
    """A column: its name, SQL type, how a value goes in and comes out, and the table it points to."""

    name: str
    sql: str
    into: Callable[[Any], Any]
    out: Callable[[Any], Any]
    points_to: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of thing with its table, plain columns and links (field, link table, column of the other thing)."""

    type: type
    table: str
    columns: tuple[Column, ...]
    links: tuple[tuple[str, str, str], ...]

    @property
    def order(self) -> str:
        """The columns that a list is ordered by."""
        names = {column.name for column in self.columns}
        return next((f"{name}, n" for name in ("position", "number") if name in names and self.table != "finding"), "n")


def kind_of(kind: type) -> Kind:
    """Return how a dataclass is stored. Raises KeyError for one that is not."""
    return _described(TABLES[kind])


@cache
def _described(table: str) -> Kind:
    kind = next(each for each, name in TABLES.items() if name == table)
    hints = get_type_hints(kind)
    linked = LINKS.get(kind, {})
    columns = tuple(_column(each.name, hints[each.name]) for each in fields(kind) if each.name not in linked)
    links = tuple((name, f"{table}_{other}", f"{other}_id") for name, other in linked.items())
    return Kind(kind, table, columns, links)


@cache
def kind_of_table(table: str) -> Kind | None:
    """Return the kind that a table holds; None for a link table."""
    return _described(table) if table in TABLES.values() else None


def _column(name: str, hint: Any) -> Column:
    plain = _without_none(hint)
    sql, into, out = _codec(plain)
    target = name[:-3] if name.endswith("_id") else ""
    target = {"accountable": "person", "lead": "person", "lead_partner": "partner"}.get(target, target)
    points_to = target if target in TABLES.values() else ""
    if plain is not hint:
        return Column(name, sql, _maybe(into), _maybe(out), points_to)
    return Column(name, f"{sql} NOT NULL", into, out, points_to)


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(arm for arm in get_args(hint) if arm is not type(None))
    return hint


def _codec(hint: Any) -> tuple[str, Callable[[Any], Any], Callable[[Any], Any]]:
    if get_origin(hint) is tuple:
        return "TEXT", lambda value: json.dumps(value, ensure_ascii=False), lambda text: tuple(json.loads(text))
    if hint is Locator:
        return "TEXT", _locator_text, _locator
    if hint is bool:
        return "INTEGER", int, bool
    if hint is int:
        return "INTEGER", int, int
    if hint is float:
        return "REAL", float, float
    if hint is datetime:
        return "TEXT", datetime.isoformat, datetime.fromisoformat
    if hint is date:
        return "TEXT", date.isoformat, date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "TEXT", str, hint
    return "TEXT", str, str


def _maybe(codec: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else codec(value)


def _locator_text(value: Locator) -> str:
    return json.dumps(asdict(value), ensure_ascii=False)


def _locator(text: str) -> Locator:
    kept = json.loads(text)
    boxes = tuple(tuple(box) for box in kept.pop("boxes", ()))
    return Locator(**{**kept, "kind": LocatorKind(kept["kind"]), "boxes": boxes})
