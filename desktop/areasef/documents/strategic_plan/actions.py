"""The actions of a priority: who does what by when, whether it is done, and whether children notice."""

from __future__ import annotations

from areasef.documents.model import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Paragraph,
    RowGroup,
    Run,
    Runs,
    Sign,
    Table,
    runs,
)
from areasef.documents.parts.phrases import listed, month_short
from areasef.documents.strategic_plan.book import (
    Book,
    delivery_runs,
    impact_runs,
    quiet,
    span_lines,
)
from areasef.documents.strategic_plan.details import answering, described, grounds, progress
from areasef.domain.numbering import measures_of, milestones_of
from areasef.domain.plan import Action, Delivery, Milestone
from areasef.domain.progress import DELIVERY_WORDS, MONTHS, SHAPE_OF, amount_words

_COLUMNS = (
    Column("Ref", 4),
    Column("What we will do", 24),
    Column("Lead and partners", 17),
    Column("Start and due", 13.5),
    Column("Milestones", 21),
    Column("Measure", 7),
    Column("Delivery", 9),
    Column("Impact", 8.5),
)


def action_blocks(book: Book, actions: tuple[Action, ...]) -> list[Block]:
    """Return the table of actions with the key of its shapes; in large print one list of facts for each action."""
    if book.wide:
        return [block for each in actions for block in _large(book, each)]
    rows = tuple(_row(book, each) for each in actions)
    return [Table(_COLUMNS, (RowGroup(rows),), "Actions, who leads them, by when, and both ratings"), _key(book)]


def milestone_lines(book: Book, action: Action) -> tuple[Runs, ...]:
    """Return the milestones of an action by date, each behind its state: done, late, or its month."""
    return tuple(
        runs(Run(f"{milestone_state(book, each)} ", bold=True), milestone_words(book, each))
        for each in milestones_of(book.dossier, action.id)
    )


def milestone_state(book: Book, milestone: Milestone) -> str:
    """Return whether a milestone is done or late, else the month it is due."""
    if milestone.reached:
        return "Done"
    if milestone.due is None:
        return "No date"
    if milestone.due < book.as_at:
        return "Late"
    return MONTHS[milestone.due.month - 1][:3] if milestone.due.year == book.as_at.year else month_short(milestone.due)


def milestone_words(book: Book, milestone: Milestone) -> str:
    """Return what a milestone is, its number where it has one, and its day where it is late."""
    said = milestone.title.strip()
    measure = next((each for each in book.dossier.measures if each.id == milestone.measure_id), None)
    if milestone.value is not None and measure is not None:
        amount = f"{book.numbers.measures.get(measure.id, '')} {amount_words(milestone.value, measure.unit)}".strip()
        said = f"{said} ({amount})" if said else amount
    late = milestone.due is not None and not milestone.reached and milestone.due < book.as_at
    return f"{said} (was {month_short(milestone.due)})" if late and milestone.due else said


def _row(book: Book, action: Action) -> tuple[Cell, ...]:
    refs = [book.numbers.measures.get(each.id, "") for each in measures_of(book.dossier, action.id)]
    return (
        _ref(book, action),
        Cell((runs(action.title.strip() or "Untitled action"),)),
        Cell(_lead_lines(book, action)),
        Cell(span_lines(action)),
        Cell(milestone_lines(book, action) or (quiet("None yet"),)),
        Cell((runs(", ".join(filter(None, refs))) if any(refs) else quiet("None yet"),)),
        Cell((delivery_runs(action),)),
        Cell((impact_runs(book, action),)),
    )


def _ref(book: Book, action: Action) -> Cell:
    return Cell((runs(Run(book.ref(action), bold=True)),), scope="row", header=True, anchor=f"action-{action.id}")


def _lead_lines(book: Book, action: Action) -> tuple[Runs, ...]:
    lead = book.bodies((action.lead_partner_id,)) if action.lead_partner_id else ""
    others = book.bodies(book.others(action))
    lines = [runs(lead) if lead else quiet("No lead yet")]
    if others:
        lines.append(runs(f"with {others}"))
    return tuple(lines)


def _large(book: Book, action: Action) -> list[Block]:
    """Return an action as facts, since eight columns have no room in large print."""
    refs = listed(book.numbers.measures.get(each.id, "") for each in measures_of(book.dossier, action.id))
    rows: list[tuple[str, Runs]] = [
        ("Lead", _joined(_lead_lines(book, action))),
        ("Dates", _joined(span_lines(action))),
        ("Milestones", _joined(milestone_lines(book, action) or (quiet("None yet"),), "; ")),
        ("Measure", runs(refs) if refs else quiet("None yet")),
        ("Delivery", delivery_runs(action)),
        ("Impact", impact_runs(book, action)),
        ("Detail", _joined(described(book, action))),
        ("Who", _joined(answering(book, action), "; ")),
        ("Progress", _joined(progress(book, action), "; ")),
        ("Rests on", _joined(grounds(book, action), "; ")),
    ]
    title = action.title.strip() or "Untitled action"
    head = Heading(2, title, code=book.ref(action), anchor=f"action-{action.id}", listed=False)
    return [head, Facts(tuple(rows), f"Action {book.ref(action)}")]


def _joined(lines: tuple[Runs, ...], between: str = ", ") -> Runs:
    found: list[Run] = []
    for line in lines:
        found += [Run(between)] if found else []
        found += line
    return tuple(found)


def _key(book: Book) -> Paragraph:
    """Return the line that says what the shapes and the boxes stand for."""
    marks: list[Run | str] = [Run("Delivery\u00a0\u00a0\u00a0 ", bold=True)]
    order = (Delivery.DONE, Delivery.ON_TRACK, Delivery.SLIPPING, Delivery.OFF_TRACK, Delivery.NOT_DUE)
    for each in order:
        word = DELIVERY_WORDS[each].replace(" ", "\u00a0")
        marks += [Run(word, mark=Sign("delivery", SHAPE_OF[each])), "\u00a0\u00a0\u00a0 "]
    stages = ", ".join(each.title.lower() for each in book.dossier.framework.impact_stages)
    if stages:
        marks += [Run("Impact ", bold=True), stages]
    return Paragraph(runs(*marks), "meta")
