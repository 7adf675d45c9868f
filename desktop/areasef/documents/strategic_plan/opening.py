"""What opens a plan: the plan on one page, what is wanted for children, who the partnership is, and what is needed."""

from __future__ import annotations

from collections import Counter

from areasef.documents.model import (
    Block,
    Cell,
    Chapter,
    Column,
    Heading,
    Paragraph,
    RowGroup,
    Run,
    Runs,
    Table,
    runs,
)
from areasef.documents.parts.phrases import bodies, counted, day_words, listed, month_short
from areasef.documents.parts.prose import led, prose
from areasef.documents.parts.signing import leaders
from areasef.documents.strategic_plan.book import Book, cell_text, quiet
from areasef.domain.framework import title_of
from areasef.domain.numbering import measures_of
from areasef.domain.partner import Partner, exists_on
from areasef.domain.plan import Action, Delivery, Priority
from areasef.domain.progress import DELIVERY_WORDS

_GLANCE = (
    Column("Priority", 31),
    Column("What children and families will notice", 33),
    Column("Who leads", 18),
    Column("By", 11),
    Column("Actions", 17),
)
_BODIES = (Column("Body", 46), Column("Speaks for", 28), Column("In the partnership", 26))


def at_a_glance(book: Book) -> Chapter:
    """Make the page that a reader with one minute reads."""
    blocks: list[Block] = [
        Heading(1, "The plan at a glance", anchor="glance"),
        Paragraph(runs(count_words(book)), "lead"),
    ]
    if book.dossier.priorities:
        rows = tuple(_glance_row(book, each) for each in book.dossier.priorities)
        blocks.append(Table(_GLANCE, (RowGroup(rows),), "Priorities, what they change, and how far they are"))
    return Chapter("The plan at a glance", tuple(blocks))


def vision(book: Book) -> Chapter:
    """Make the chapter on what the partnership wants for children and young people."""
    blocks: list[Block] = [Heading(1, "What we want for children and young people", anchor="vision")]
    blocks += led(book.dossier.evaluation.vision) or [_nothing("Our vision is not written yet.")]
    return Chapter("Vision", tuple(blocks), follows=True)


def partners(book: Book) -> Chapter:
    """Make the chapter on the bodies, how they decide together, and who holds which role."""
    dossier = book.dossier
    blocks: list[Block] = [Heading(1, "Partners and governance", anchor="partners")]
    here = bodies(dossier)
    if here:
        dated = any(each.starts or each.ends for each in here)
        rows = tuple(_body_row(book, each)[: 3 if dated else 2] for each in here)
        blocks.append(Table(_BODIES[: 3 if dated else 2], (RowGroup(rows),), "The bodies of the partnership"))
    else:
        blocks.append(_nothing("No partner is named yet."))
    blocks.append(Heading(2, "How decisions are made", listed=False))
    blocks += prose(dossier.evaluation.governance) or [_nothing("How decisions are made is not written yet.")]
    if dossier.evaluation.resources.strip():
        blocks += [Heading(2, "Money and people", listed=False), *prose(dossier.evaluation.resources)]
    blocks.append(Heading(2, "Who holds which role", listed=False))
    blocks += leaders(dossier)
    empty = _nobody_named(book)
    if empty:
        blocks.append(Paragraph(runs(Run("Nobody is named yet for: ", bold=True), f"{empty}.")))
    return Chapter("Partners and governance", tuple(blocks), follows=True)


def needs(book: Book) -> Chapter:
    """Make the chapter on the children and young people of the area and what they need."""
    blocks: list[Block] = [Heading(1, "Needs in figures", anchor="needs")]
    blocks += prose(book.dossier.evaluation.context) or [_nothing("What children here need is not written yet.")]
    return Chapter("Needs in figures", tuple(blocks), follows=True)


def delivery_words(actions: tuple[Action, ...]) -> str:
    """Return how many actions stand where, such as ``2 on track, 1 slipping``; worst first."""
    count = Counter(each.delivery for each in actions)
    order = (Delivery.OFF_TRACK, Delivery.SLIPPING, Delivery.ON_TRACK, Delivery.DONE, Delivery.NOT_DUE)
    return ", ".join(f"{count[each]} {DELIVERY_WORDS[each].lower()}" for each in order if count[each])


def count_words(book: Book) -> str:
    """Return how much a plan holds and how its actions stand, in a line."""
    dossier = book.dossier
    if not dossier.priorities and not dossier.actions:
        return "This plan has no priorities and no actions yet."
    priorities = counted(len(dossier.priorities), "priority", "priorities")
    actions = counted(len(dossier.actions), "action")
    said = f"{priorities[:1].upper()}{priorities[1:]} and {actions}."
    if dossier.actions:
        said += f" On {day_words(book.as_at)}: {delivery_words(dossier.actions)}."
    without = [each for each in dossier.actions if not measures_of(dossier, each.id)]
    if without:
        word = "has" if len(without) == 1 else "have"
        said += f" {counted(len(without), 'action')} {word} no measure yet."
    return said


def _glance_row(book: Book, priority: Priority) -> tuple[Cell, ...]:
    actions = book.actions_of(priority)
    leads = book.bodies(dict.fromkeys(each.lead_partner_id for each in actions if each.lead_partner_id))
    ends = [day for each in actions if (day := each.new_due or each.due)]
    title = Run(f"{book.code(priority)}. {priority.title}", link=f"#priority-{priority.id}")
    return (
        Cell((runs(title),), scope="row", header=True),
        Cell(cell_text(priority.outcome) or (quiet("Not said yet"),)),
        Cell((runs(leads) if leads else quiet("No lead yet"),)),
        Cell((runs(month_short(max(ends))) if ends else quiet("No date"),)),
        Cell((runs(delivery_words(actions)) if actions else quiet("No actions yet"),)),
    )


def _body_row(book: Book, partner: Partner) -> tuple[Cell, ...]:
    since = f"Since {day_words(partner.starts)}" if partner.starts else ""
    until = f"until {day_words(partner.ends)}" if partner.ends else ""
    span = ", ".join(filter(None, (since, until)))
    agency = title_of(book.dossier.framework.agencies, partner.agency_id) or title_of(
        book.dossier.framework.partner_kinds, partner.kind_id
    )
    name: tuple[Runs, ...] = (runs(partner.name),)
    if partner.short_name and partner.short_name != partner.name:
        name = (*name, quiet(f"Here called {partner.short_name}"))
    return (
        Cell(name, scope="row", header=True),
        Cell((runs(agency) if agency else quiet("Not said"),)),
        Cell((runs(f"{span[:1].upper()}{span[1:]}") if span else quiet("No dates given"),)),
    )


def _nobody_named(book: Book) -> str:
    day = book.as_at
    known = {each.role_id for each in book.dossier.role_holdings if exists_on(each.starts, each.ends, day)}
    return listed(each.title for each in book.dossier.framework.roles if each.id not in known)


def _nothing(words: str) -> Paragraph:
    return Paragraph(quiet(words))
