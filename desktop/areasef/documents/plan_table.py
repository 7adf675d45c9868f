"""The plan as a table: each priority with its actions, who leads, by when, and both ratings."""

from __future__ import annotations

from areasef.documents.model import (
    Block,
    Cell,
    Chapter,
    Column,
    Document,
    DocumentOptions,
    Heading,
    Paragraph,
    RowGroup,
    Run,
    Runs,
    Sign,
    Steps,
    Table,
    runs,
)
from areasef.domain.dossier import Dossier
from areasef.domain.plan import Action, Delivery
from areasef.domain.progress import DELIVERY_WORDS, MONTHS, latest, measure_words, span_words

_SIGNS = {Delivery.OFF_TRACK: "late"}
_COLUMNS = (
    Column("Ref", 5),
    Column("Action", 28),
    Column("Lead", 14),
    Column("Dates", 17),
    Column("Delivery", 12),
    Column("Impact", 15),
    Column("Measure", 20),
)


def build(dossier: Dossier, options: DocumentOptions) -> Document:
    """Make the document from an evaluation."""
    day = dossier.evaluation.as_at
    said = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    count = f"{len(dossier.actions)} actions under {len(dossier.priorities)} priorities."
    blocks: list[Block] = [Heading(1, "Plan as a table", anchor="plan"), Paragraph(runs(count), "lead")]
    for at, priority in enumerate(dossier.priorities, 1):
        blocks.append(Heading(2, priority.title, code=f"Priority {at}"))
        if priority.outcome:
            blocks.append(Paragraph(runs(Run("What should change: ", bold=True), priority.outcome)))
        rows = tuple(
            _row(dossier, action, f"{at}.{step}")
            for step, action in enumerate((each for each in dossier.actions if each.priority_id == priority.id), 1)
        )
        if rows:
            blocks.append(Table(_COLUMNS, (RowGroup(rows),), f"Actions of priority {at}"))
    version = f"Version {dossier.evaluation.version}, {dossier.content_hash[:8]}"
    return Document(
        title=f"{dossier.area.name}: plan as a table",
        owner=dossier.area.name,
        chapters=(Chapter("Plan", tuple(blocks), landscape=True),),
        footer=(f"{dossier.area.name} plan", version, f"As at {said}"),
        made_at=dossier.read_at,
        marking=options.marking,
        draft=options.draft,
        subject="Priorities and actions",
    )


def _row(dossier: Dossier, action: Action, ref: str) -> tuple[Cell, ...]:
    lead = dossier.partner_by_id.get(action.lead_partner_id or "")
    stages = dossier.framework.impact_stages
    at = next((index for index, stage in enumerate(stages) if stage.id == action.impact_stage_id), -1)
    sign = Sign("delivery", _SIGNS.get(action.delivery, str(action.delivery)))
    impact = stages[at].title if at >= 0 else "Not said"
    measures = [
        runs(f"{each.title}: {measure_words(each, latest(each, dossier.actuals, dossier.evaluation.as_at))}")
        for each in dossier.measures
        if each.action_id == action.id
    ]
    return (
        Cell((runs(ref),), scope="row", header=True),
        Cell(tuple(runs(each) for each in (action.title, action.detail) if each)),
        _cell(runs(lead.label if lead else "No lead yet")),
        _cell(runs(span_words(action, dossier.evaluation.as_at))),
        _cell(runs(Run(DELIVERY_WORDS[action.delivery], mark=sign))),
        _cell(runs(Run(impact, mark=Steps(at + 1, len(stages))))),
        Cell(tuple(measures) or (runs("No measure yet"),)),
    )


def _cell(content: Runs) -> Cell:
    return Cell((content,))
