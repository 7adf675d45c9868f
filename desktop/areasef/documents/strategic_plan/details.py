"""More about each action: what it involves, who answers for it, how far it is and what it rests on, one action after another."""

from __future__ import annotations

from collections.abc import Iterable

from areasef.documents.model import Block, Cell, Chapter, Column, Heading, Paragraph, RowGroup, Run, Runs, Table, runs
from areasef.documents.parts.index import NOT_HERE
from areasef.documents.parts.phrases import day_words, listed
from areasef.documents.strategic_plan.book import Book, cell_text, first_sentence, labelled, quiet
from areasef.documents.strategic_plan.measures import so_far
from areasef.domain.evidence import Evidence
from areasef.domain.funding import FUNDING_WORDS, funding_of, pounds
from areasef.domain.numbering import steps_of, updates_of
from areasef.domain.plan import Action

_DETAIL = (
    Column("Ref", 4),
    Column("What it involves", 28),
    Column("Who answers for it", 16),
    Column("How far it is", 26),
    Column("What it rests on", 26),
)
Worked = tuple[str, tuple[Action, ...]]
"""A title, such as that of a priority, and the actions under it."""


def worked(book: Book) -> list[Worked]:
    """Return the priorities of a plan with their actions, then the actions that stand under none."""
    found = [(book.priority_title(each), book.actions_of(each)) for each in book.dossier.priorities]
    return [*found, ("Actions without a priority", book.loose)]


def details(book: Book, work: Iterable[Worked]) -> list[Chapter]:
    """Make the chapter of what the pages of the priorities have no room for; large print has it with each action."""
    if book.wide:
        return []
    held = [(title, actions) for title, actions in work if actions]
    every = tuple(each for _, actions in held for each in actions)
    groups = tuple(
        RowGroup(rows, title)
        for title, actions in held
        if (rows := tuple(_detail_row(book, each) for each in actions if _has_detail(book, each)))
    )
    blocks: list[Block] = [Heading(1, "More about each action", anchor="details")]
    if groups:
        said = "Actions in detail: what each involves, who answers for it, how far it is"
        blocks.append(Table(_DETAIL, groups, said))
    blocks += _untold(book, every)
    blocks += so_far(book, every)
    return (
        [Chapter("More about each action", tuple(blocks), landscape=True, follows=not groups, joins=True)]
        if every
        else []
    )


def _untold(book: Book, actions: tuple[Action, ...]) -> list[Block]:
    untold = [book.ref(each) for each in actions if not _has_detail(book, each)]
    if not untold:
        return []
    names = f"Action {untold[0]} has" if len(untold) == 1 else f"Actions {listed(untold)} have"
    said = f"{names} no detail, no accountable executive, no named lead and no progress written yet."
    return [Paragraph(quiet(said))]


def step_lines(book: Book, action: Action) -> tuple[Runs, ...]:
    """Return the steps of an action in their order, each with its day where one is set, and whether it is done."""
    lines = []
    for at, each in enumerate(steps_of(book.dossier, action.id), 1):
        state = "done" if each.done else f"by {day_words(each.due)}" if each.due else "to do"
        lines.append(runs(Run(f"Step {at}, {state}: ", bold=True), each.title.strip() or "a step without words"))
    return tuple(lines)


def _has_detail(book: Book, action: Action) -> bool:
    texts = (action.detail, action.progress, action.closing_reason, action.made_with, action.depends_on)
    named = (
        *(action.accountable_id, action.lead_id, action.evidence_ids, action.statement_ids, action.strand_ids),
        *(action.made_with_ids, action.depends_on_ids),
    )
    held = (*updates_of(book.dossier, action.id), *steps_of(book.dossier, action.id))
    written = any(text.strip() for text in texts) or bool(held)
    return written or any(named) or bool(action.tags) or bool(funding_of(book.dossier.funding, action.id))


def _detail_row(book: Book, action: Action) -> tuple[Cell, ...]:
    head = Cell((runs(Run(book.ref(action), bold=True)),), scope="row", header=True)
    return (
        head,
        Cell(described(book, action)),
        Cell(answering(book, action)),
        Cell(progress(book, action)),
        Cell(grounds(book, action)),
    )


def described(book: Book, action: Action) -> tuple[Runs, ...]:
    """Return what an action is in detail, its steps, who helped to shape it, and what it depends on."""
    steps = step_lines(book, action)
    lines = (*cell_text(action.detail), *steps) or (quiet("Not described yet"),)
    for name, text in (("Made with", book.made_with(action)), ("Depends on", book.depends_on(action))):
        lines = (*lines, labelled(name, text)) if text.strip() else lines
    return lines


def answering(book: Book, action: Action) -> tuple[Runs, ...]:
    """Return who answers for an action and who leads it, or that nobody is named."""
    accountable, lead = book.person(action.accountable_id), book.person(action.lead_id)
    return (
        labelled("Accountable", accountable) if accountable else quiet("No accountable executive yet"),
        labelled("Lead", lead) if lead else quiet("No person leads it yet"),
    )


def progress(book: Book, action: Action) -> tuple[Runs, ...]:
    """Return how far an action is: dated updates, the newest first, then what is said of the whole, then why it is closed."""
    lines: tuple[Runs, ...] = ()
    for each in updates_of(book.dossier, action.id):
        said = f"{day_words(each.on)}, {each.author}" if each.author else day_words(each.on)
        lines = (*lines, labelled(said, each.text)) if each.text.strip() else lines
    lines = (*lines, *cell_text(action.progress))
    if action.closing_reason.strip():
        lines = (*lines, labelled("Why it is closed", action.closing_reason))
    return lines or (quiet("Nothing written yet"),)


def grounds(book: Book, action: Action) -> tuple[Runs, ...]:
    """Return what an action rests on: evidence of its effect, statements, strands and the plans it is part of."""
    known = book.dossier.evidence_by_id
    shown = listed(_named(known[key]) for key in action.evidence_ids if key in known)
    lines = [labelled("Evidence of impact", shown)] if shown else []
    for each in book.statements(action.statement_ids):
        lines.append(runs(first_sentence(each), Run(f" {book.statement_ref(each)}", muted=True)))
    money = _money(book, action)
    lines += [labelled("Funding", money)] if money else []
    strands = book.strands(action.strand_ids)
    if strands:
        lines.append(labelled("Strands", strands))
    if action.tags:
        lines.append(labelled("Part of", listed(action.tags)))
    return tuple(lines) or (quiet("No evidence of impact yet"),)


def _named(item: Evidence) -> str:
    """Return an item by reference and title; one that is not held says so."""
    absent = NOT_HERE.get(item.holding, "")
    return f"{item.ref} {item.title}{f' ({absent})' if absent else ''}"


def _money(book: Book, action: Action) -> str:
    """Return the money of an action in a line: ``£46,000 agreed (Two casework posts)``."""
    found = (
        f"{pounds(each.amount) or 'An amount not named'} {FUNDING_WORDS[each.state].lower()} ({each.title})"
        for each in funding_of(book.dossier.funding, action.id)
    )
    return "; ".join(found)
