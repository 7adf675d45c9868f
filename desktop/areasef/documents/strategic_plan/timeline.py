"""The timeline chapter: one sentence, the picture on as many pages as it needs, and a table that says the same."""

from __future__ import annotations

from areasef.documents.model import (
    Block,
    Break,
    Cell,
    Chapter,
    Column,
    Figure,
    Heading,
    Paragraph,
    RowGroup,
    Run,
    Table,
    runs,
)
from areasef.documents.parts.phrases import counted, day_words, listed
from areasef.documents.strategic_plan.actions import milestone_state, milestone_words
from areasef.documents.strategic_plan.book import Book, delivery_runs, full_month, quiet
from areasef.documents.strategic_plan.gantt import Gantt, Row, days_of
from areasef.documents.strategic_plan.opening import delivery_words
from areasef.domain.months import months_for
from areasef.domain.numbering import milestones_of
from areasef.domain.plan import Action

FIRST_HEIGHT = 360.0
LATER_HEIGHT = 440.0
"""Points of a landscape page that the picture may take: under the chapter's title, and on a page of its own."""

LEAST_MONTHS = 3
_KEY = (
    "A bar is the planned time, solid as far as it is gone, dashed where work is not due; the dashed part behind it "
    "is time added since. A diamond is a milestone, hollow where its day passed without it."
)
_TITLES = ("Ref", "Action", "Starts", "Due", "Now due", "Milestones", "Delivery")
_COLUMNS = tuple(map(Column, _TITLES, (5, 24, 12.5, 12.5, 12.5, 25, 10)))
_LARGE = tuple(map(Column, _TITLES, (6, 22, 13, 13, 13, 18, 15)))


def timeline(book: Book) -> list[Chapter]:
    """Make the picture and its table; where no action has a date it says so and draws nothing."""
    rows = tuple(_rows(book))
    days = [day for row in rows for day in days_of(row)]
    head = Heading(1, "When it happens", anchor="timeline")
    if not days:
        said = "No action has a date yet, so there is no timeline." if rows else "There are no actions yet."
        wide = bool(rows) and not book.wide
        return [Chapter("Timeline", (head, Paragraph(quiet(said))), landscape=wide, follows=True)]
    gantt = Gantt(months_for(days, book.as_at, LEAST_MONTHS), book.as_at, 1.75 if book.wide else 1.0)
    blocks: list[Block] = [head, Paragraph(runs(_sentence(book, gantt)), "lead"), Paragraph(quiet(_KEY), "meta")]
    pages = gantt.pages(rows, FIRST_HEIGHT - (150 if book.wide else 0), LATER_HEIGHT - (50 if book.wide else 0))
    for at, page in enumerate(pages):
        blocks += [Break()] if at else []
        words = _page_words(gantt, page, at + 1, len(pages))
        blocks.append(Figure(gantt.picture(page), words, quiet(words)))
    table = (Heading(2, "The same timeline as a table", listed=False), _table(book))
    return [
        Chapter("Timeline", tuple(blocks), landscape=True),
        Chapter("Timeline", table, landscape=not book.wide, follows=True),
    ]


def _rows(book: Book) -> list[Row]:
    found: list[Row] = []
    for priority in book.dossier.priorities:
        actions = book.actions_of(priority)
        if actions:
            found.append(Row(book.code(priority), priority.title))
            found += [_row(book, each) for each in actions]
    if book.loose:
        found.append(Row("", "Actions without a priority"))
        found += [_row(book, each) for each in book.loose]
    return found


def _row(book: Book, action: Action) -> Row:
    title = action.title.strip() or "Untitled action"
    return Row(book.ref(action), title, action, milestones_of(book.dossier, action.id))


def _sentence(book: Book, gantt: Gantt) -> str:
    actions = book.dossier.actions
    last = gantt.months.month(gantt.months.count - 1)
    said = f"{counted(len(actions), 'action')} between {full_month(gantt.months.first)} and {full_month(last)}."
    said = f"{said[:1].upper()}{said[1:]} On {day_words(book.as_at)}: {delivery_words(actions)}."
    moved = sum(1 for each in actions if each.new_due)
    undated = sum(1 for each in actions if not (each.starts or each.due or each.new_due))
    if moved:
        said += f" {counted(moved, 'date')} {'has' if moved == 1 else 'have'} moved."
    if undated:
        said += f" {counted(undated, 'action')} {'has' if undated == 1 else 'have'} no dates yet."
    return said


def _page_words(gantt: Gantt, page: list[Row], number: int, of: int) -> str:
    refs = [row.ref for row in page if row.action]
    shown = f"Actions {refs[0]} to {refs[-1]}" if len(refs) > 1 else f"Action {refs[0] if refs else ''}"
    last = gantt.months.month(gantt.months.count - 1)
    part = f", part {number} of {of}" if of > 1 else ""
    return f"{shown}, {full_month(gantt.months.first)} to {full_month(last)}{part}. The table says the same."


def _table(book: Book) -> Table:
    groups = [
        RowGroup(tuple(_cells(book, each) for each in book.actions_of(priority)), book.priority_title(priority))
        for priority in book.dossier.priorities
        if book.actions_of(priority)
    ]
    if book.loose:
        groups.append(RowGroup(tuple(_cells(book, each) for each in book.loose), "Actions without a priority"))
    return Table(
        _LARGE if book.wide else _COLUMNS, tuple(groups), "Every action with its dates, milestones and delivery"
    )


def _cells(book: Book, action: Action) -> tuple[Cell, ...]:
    points = tuple(
        runs(Run(f"{milestone_state(book, each)} ", bold=True), milestone_words(book, each))
        for each in milestones_of(book.dossier, action.id)
    )
    refs = [book.numbers.actions[key] for key in action.depends_on_ids if key in book.numbers.actions]
    first = (quiet(f"Depends on {listed(refs)}"),) if refs else ()
    return (
        Cell((runs(Run(book.ref(action), bold=True)),), scope="row", header=True),
        Cell((runs(action.title.strip() or "Untitled action"), *first)),
        Cell((runs(day_words(action.starts) or "–"),)),
        Cell((runs(day_words(action.due) or "–"),)),
        Cell((runs(day_words(action.new_due) or "–"),)),
        Cell(points or (runs("–"),)),
        Cell((delivery_runs(action),)),
    )
