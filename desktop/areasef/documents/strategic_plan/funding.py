"""What the plan costs: each sum with what it pays for, who gives it, and whether it is there."""

from __future__ import annotations

from areasef.documents.model import Block, Cell, Chapter, Column, Heading, Paragraph, RowGroup, Runs, Table, runs
from areasef.documents.strategic_plan.book import Book, cell_text, quiet
from areasef.documents.strategic_plan.watching import refs
from areasef.domain.funding import FUNDING_WORDS, Funding, FundingState, pounds, totals_words

_COLUMNS = (
    Column("What it pays for", 31),
    Column("Amount", 12, "right"),
    Column("From", 23),
    Column("Period", 12),
    Column("State", 9),
    Column("Note", 23),
)


def funding(book: Book) -> list[Chapter]:
    """Make the chapter on money: agreed first, then sought, then what is lacking; nothing where none is written down."""
    held = book.dossier.funding
    if not held:
        return []
    order = list(FundingState)
    ordered = sorted(held, key=lambda each: (order.index(each.state), -(each.amount or 0)))
    blocks: list[Block] = [Heading(1, "Funding", anchor="funding")]
    said = totals_words(held)
    blocks += [Paragraph(runs(said), keep=True)] if said else []
    rows = tuple(_row(book, each) for each in ordered)
    blocks.append(Table(_COLUMNS, (RowGroup(rows),), "Money for the plan: agreed, sought and lacking"))
    return [Chapter("Funding", tuple(blocks), follows=True)]


def _row(book: Book, funding: Funding) -> tuple[Cell, ...]:
    body = book.bodies((funding.partner_id,)) if funding.partner_id else ""
    given = tuple(runs(each) for each in dict.fromkeys((body, funding.source)) if each)
    about: tuple[Runs, ...] = tuple(each for each in (runs(funding.title), refs(book, funding.action_ids)) if each)
    return (
        Cell(about, scope="row", header=True),
        Cell((runs(pounds(funding.amount)) if funding.amount is not None else quiet("Not named"),)),
        Cell(given or (quiet("Not said"),)),
        Cell((runs(funding.period) if funding.period else quiet("Not said"),)),
        Cell((runs(FUNDING_WORDS[funding.state]),)),
        Cell(cell_text(funding.note)),
    )
