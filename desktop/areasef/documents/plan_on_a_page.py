"""The plan on a page: every priority with what children will notice, what is done about it, and how we will know.

It holds as much of the plan as one landscape page has room for, and says how much is left to the whole plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

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
    Table,
    runs,
)
from areasef.documents.parts.binding import bind
from areasef.documents.parts.cover import version_words
from areasef.documents.parts.phrases import counted, month_short
from areasef.documents.parts.receipt import Reasons
from areasef.documents.parts.shares import shared_by_words
from areasef.documents.parts.typed import KINDS
from areasef.documents.pdf.measure import first_fitting
from areasef.documents.strategic_plan.book import Book, cell_text, delivery_runs, quiet
from areasef.documents.strategic_plan.document import period
from areasef.documents.strategic_plan.opening import count_words, delivery_words
from areasef.domain.dossier import Dossier
from areasef.domain.numbering import measures_of
from areasef.domain.plan import Action, Measure, Priority
from areasef.domain.progress import latest, measure_words
from areasef.domain.statement import sentences

_WHOLE: Final = "A single page: it stands in the strategic plan, or in the self-evaluation."
REASONS: Final[Reasons] = {(kind.__name__, "*"): _WHOLE for kind in KINDS}
_COLUMNS = (
    Column("Priority", 17),
    Column("What children will notice", 20),
    Column("What we will do, and how it stands", 41),
    Column("How we will know", 22),
)


@dataclass(frozen=True, slots=True)
class _Room:
    """How many actions and measures of each priority are named, and whether the lead and the date stand with them.

    Where even no action fits, what children will notice is left to the whole plan, and then all but the first ``heads``.
    """

    actions: int
    measures: int
    who: bool
    outcome: bool = True
    heads: int | None = None


_ROOMS: Final = (
    *(_Room(99, 99, True), _Room(99, 3, True), _Room(6, 2, True), _Room(4, 2, True), _Room(3, 1, True)),
    *(_Room(3, 1, False), _Room(2, 1, False), _Room(1, 1, False), _Room(0, 0, False)),
    _Room(0, 0, False, outcome=False),
)
"""The fullest first."""
_MOST_HEADS: Final = 34
"""So many rows of one line have room on a landscape page."""


def build(dossier: Dossier, options: DocumentOptions) -> Document:
    """Make the page, and the receipt behind it."""
    book = Book(dossier, options)
    fewer = (replace(_ROOMS[-1], heads=heads) for heads in range(min(len(dossier.priorities) - 1, _MOST_HEADS), 0, -1))
    blocks = first_fitting((list(_page(book, room)) for room in (*_ROOMS, *fewer)), landscape=True)
    chapters = (Chapter("Plan on a page", tuple(blocks), landscape=not options.large_print),)
    subject = "Priorities, actions and measures on one page"
    return bind(dossier, options, "Plan on a page", subject, chapters, REASONS, glossed=False)


def _page(book: Book, room: _Room) -> Iterator[Block]:
    dossier = book.dossier
    yield Heading(1, f"{dossier.area.name}: strategic plan {period(dossier)}".strip(), anchor="plan")
    aim = sentences(dossier.evaluation.vision)
    if aim:
        yield Paragraph(runs(aim[0].words), "lead")
    yield Paragraph(runs(count_words(book)), keep=True)
    rows = tuple(_row(book, each, room) for each in dossier.priorities[: room.heads])
    if rows:
        columns = shared_by_words(_COLUMNS, rows)
        yield Table(columns, (RowGroup(rows),), "Priorities with their actions and measures")
    if left := len(dossier.priorities) - len(rows):
        yield Paragraph(quiet(f"{_upper(counted(left, 'more priority', 'more priorities'))}: see the whole plan."))
    yield Paragraph(quiet(f"Version {version_words(dossier, book.options)}. The whole stands in the strategic plan."))
    if book.loose:
        yield Paragraph(quiet(f"{_upper(counted(len(book.loose), 'action'))} under no priority: see the whole plan."))


def _row(book: Book, priority: Priority, room: _Room) -> tuple[Cell, ...]:
    actions = book.actions_of(priority)
    title = runs(Run(f"{book.code(priority)}. ", muted=True), Run(priority.title.strip() or "Untitled", bold=True))
    return (
        Cell((title,), scope="row", header=True),
        Cell(_outcome(priority, room)),
        Cell(tuple(_action_lines(book, actions, room))),
        Cell(tuple(_measure_lines(book, actions, room))),
    )


def _outcome(priority: Priority, room: _Room) -> tuple[Runs, ...]:
    if priority.outcome.strip() and not room.outcome:
        return (quiet("See the whole plan"),)
    return cell_text(priority.outcome) or (quiet("Not said yet"),)


def _action_lines(book: Book, actions: tuple[Action, ...], room: _Room) -> Iterator[Runs]:
    if not actions:
        yield quiet("No actions yet")
    for action in actions[: room.actions]:
        yield (Run(f"{book.ref(action)} ", bold=True), Run(f"{action.title} "), *_who(book, action, room),
               *delivery_runs(action))  # fmt: skip
    left = actions[room.actions :]
    if left:
        said = counted(len(left), "more action" if room.actions else "action")
        yield quiet(f"{_upper(said)}: {delivery_words(left)}")


def _who(book: Book, action: Action, room: _Room) -> Runs:
    if not room.who:
        return ()
    due = action.new_due or action.due
    lead = book.bodies((action.lead_partner_id,)) if action.lead_partner_id else "No lead yet"
    return (Run(f"{lead}, {f'by {month_short(due)}' if due else 'no date'} ", muted=True),)


def _measure_lines(book: Book, actions: tuple[Action, ...], room: _Room) -> Iterator[Runs]:
    measures = [each for action in actions for each in measures_of(book.dossier, action.id)]
    if not measures:
        yield quiet("No measure yet")
    for measure in measures[: room.measures]:
        yield _measure_line(book, measure)
    left = len(measures) - room.measures
    if left > 0:
        yield quiet(_upper(counted(left, "more measure" if room.measures else "measure")))


def _measure_line(book: Book, measure: Measure) -> Runs:
    now = latest(measure, book.dossier.actuals, book.as_at)
    return runs(f"{measure.title}: ", Run(measure_words(measure, now), bold=True))


def _upper(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
