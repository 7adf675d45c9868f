"""How a partnership will know: each measure from where it started to what it aims for, in numbers and as a line."""

from __future__ import annotations

from datetime import date

from areasef.documents.model import Block, Cell, Column, Facts, Heading, Paragraph, RowGroup, Run, Runs, Table, runs
from areasef.documents.parts.phrases import day_words, listed, month_short
from areasef.documents.strategic_plan.book import Book, cell_text, quiet
from areasef.documents.strategic_plan.measure_line import line_words, measure_line
from areasef.domain.numbering import measures_of
from areasef.domain.plan import Action, Actual, Measure
from areasef.domain.progress import amount_words, latest

_COLUMNS = (
    Column("Ref", 4),
    Column("Measure", 37),
    Column("Actions", 6),
    Column("Start", 11.5, "right"),
    Column("Now", 11.5, "right"),
    Column("Target", 11.5, "right"),
    Column("Start, now, and target (bar)", 19),
)
_SO_FAR = (Column("Ref", 7), Column("On", 22), Column("Value", 12, "right"), Column("Note", 59))


def measure_blocks(book: Book, actions: tuple[Action, ...]) -> list[Block]:
    """Return the measures of actions as a table with a line for each."""
    pairs = [(action, measure) for action in actions for measure in measures_of(book.dossier, action.id)]
    head = Heading(2, "How we will know", listed=False, drawn_as=3)
    if not pairs:
        return [head, Paragraph(quiet("No measure yet."))]
    if book.wide:
        shown = [block for action, measure in pairs for block in _large(book, action, measure)]
        return [head, *shown, *so_far(book, actions)]
    rows = tuple(_row(book, action, measure) for action, measure in pairs)
    table = Table(_COLUMNS, (RowGroup(rows),), "Measures: where each started, where it is, what it aims for")
    return [head, table]


def value_words(measure: Measure, value: float | None) -> str:
    """Return a value as a column shows it: with its unit where that is a sign; a dash where there is none."""
    if value is None:
        return "–"
    return amount_words(value, measure.unit if measure.unit.startswith(("%", "£")) else "")


def _row(book: Book, action: Action, measure: Measure) -> tuple[Cell, ...]:
    now = latest(measure, book.dossier.actuals, book.as_at)
    return (
        Cell((runs(Run(book.numbers.measures.get(measure.id, "–"), bold=True)),), scope="row", header=True),
        Cell((_in_line(_title_lines(book, measure)),)),
        Cell((runs(book.ref(action)),)),
        Cell((_day_first(value_words(measure, measure.baseline), measure.baseline_on),)),
        Cell((_day_first(value_words(measure, now.value if now else None), now.on if now else None, bold=True),)),
        Cell((_day_first(value_words(measure, measure.target), measure.target_on),)),
        _line_cell(measure, now),
    )


def _line_cell(measure: Measure, now: Actual | None) -> Cell:
    drawn = measure_line(measure, now)
    if drawn is None:
        return Cell((quiet("No value yet"),))
    return Cell((), picture=drawn, alt=line_words(measure, now))


def _day_first(value: str, day: date | None, *, bold: bool = False) -> Runs:
    """Return a value with its month before it, so that values stand under one another at the right of their column."""
    return runs(Run(f"{month_short(day)}\u00a0\u00a0", muted=True) if day else "", Run(value, bold=bold))


def _in_line(lines: tuple[Runs, ...]) -> Runs:
    """Return a title and its note as one text, so that most measures take one line."""
    return tuple(run for at, line in enumerate(lines) for run in ((Run("\u00a0 "), *line) if at else line))


def _dated(value: str, day: date | None) -> tuple[Runs, ...]:
    said = runs(value)
    return (said, quiet(month_short(day))) if day else (said,)


def _title_lines(book: Book, measure: Measure) -> tuple[Runs, ...]:
    unit = measure.unit if measure.unit and not measure.unit.startswith(("%", "£")) else ""
    notes = [_unit_words(unit), f"Source: {measure.source}" if measure.source else ""]
    notes.append(_on_the_way(book, measure))
    said = ". ".join(filter(None, notes))
    title = runs(measure.title.strip() or "Untitled measure")
    return (title, quiet(said)) if said else (title,)


def _unit_words(unit: str) -> str:
    """Return a unit as a note says it: ``In weeks``, but ``For each 100 pupils``."""
    if unit.split(" ", 1)[0].casefold() in ("for", "per", "in", "of"):
        return f"{unit[:1].upper()}{unit[1:]}"
    return f"In {unit}" if unit else ""


def _on_the_way(book: Book, measure: Measure) -> str:
    points = sorted(
        (each for each in book.dossier.milestones if each.measure_id == measure.id and each.value is not None),
        key=lambda each: each.due or date.max,
    )
    steps = [
        f"{value_words(measure, each.value)}{f' by {month_short(each.due)}' if each.due else ''}" for each in points
    ]
    return f"On the way: {listed(steps)}" if steps else ""


def so_far(book: Book, actions: tuple[Action, ...]) -> list[Block]:
    """Return every value of the measures of actions that have more to say than the newest number."""
    measures = [measure for action in actions for measure in measures_of(book.dossier, action.id)]
    rows = [row for measure in measures for row in _values(book, measure)]
    if not rows:
        return []
    table = Table(_SO_FAR, (RowGroup(tuple(rows)),), "Values so far, the newest first")
    return [Heading(2, "Values so far", listed=False, drawn_as=3), table]


def _values(book: Book, measure: Measure) -> list[tuple[Cell, ...]]:
    known = [each for each in book.dossier.actuals if each.measure_id == measure.id and each.on <= book.as_at]
    if len(known) < 2 and not any(each.note for each in known):
        return []
    ref = book.numbers.measures.get(measure.id, "–")
    return [_value_row(ref, measure, each) for each in sorted(known, key=lambda each: each.on, reverse=True)]


def _value_row(ref: str, measure: Measure, actual: Actual) -> tuple[Cell, ...]:
    return (
        Cell((runs(Run(ref, bold=True)),), scope="row", header=True),
        Cell((runs(day_words(actual.on)),)),
        Cell((runs(value_words(measure, actual.value)),)),
        Cell(cell_text(actual.note)),
    )


def _large(book: Book, action: Action, measure: Measure) -> list[Block]:
    now = latest(measure, book.dossier.actuals, book.as_at)
    rows: list[tuple[str, Runs]] = [
        ("About", _spaced(_title_lines(book, measure)[1:]) or quiet("No unit and no source given")),
        ("Action", runs(book.ref(action))),
        ("Start", _spaced(_dated(value_words(measure, measure.baseline), measure.baseline_on))),
        ("Now", _spaced(_dated(value_words(measure, now.value if now else None), now.on if now else None))),
        ("Target", _spaced(_dated(value_words(measure, measure.target), measure.target_on))),
    ]
    ref = book.numbers.measures.get(measure.id, "–")
    head = Heading(3, measure.title.strip() or "Untitled measure", code=ref)
    return [head, Facts(tuple(rows), f"Measure {ref}")]


def _spaced(lines: tuple[Runs, ...]) -> Runs:
    return tuple(run for at, line in enumerate(lines) for run in ((Run(", "), *line) if at else line))
