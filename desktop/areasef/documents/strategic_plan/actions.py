"""The actions of a priority: who does what by when, whether it is done and whether children notice, then the detail."""

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
from areasef.documents.parts.phrases import day_words, listed, month_short
from areasef.documents.strategic_plan.book import (
    Book,
    cell_text,
    delivery_runs,
    first_sentence,
    impact_runs,
    labelled,
    quiet,
    span_lines,
)
from areasef.domain.funding import FUNDING_WORDS, funding_of, pounds
from areasef.domain.numbering import measures_of, milestones_of, steps_of, updates_of
from areasef.domain.plan import Action, Delivery, Milestone
from areasef.domain.progress import DELIVERY_WORDS, MONTHS, SHAPE_OF, amount_words

_COLUMNS = (
    Column("Ref", 4),
    Column("What we will do", 26),
    Column("Lead and partners", 17),
    Column("Start and due", 13.5),
    Column("Milestones", 19),
    Column("Measure", 7),
    Column("Delivery", 9),
    Column("Impact", 8.5),
)
_DETAIL = (
    Column("Ref", 4),
    Column("What it involves", 25),
    Column("Who answers for it", 19),
    Column("How far it is", 24),
    Column("What it rests on", 28),
)


def action_blocks(book: Book, actions: tuple[Action, ...]) -> list[Block]:
    """Return the table of actions with the key of its shapes; in large print one list of facts for each action."""
    if book.wide:
        return [block for each in actions for block in _large(book, each)]
    rows = tuple(_row(book, each) for each in actions)
    return [Table(_COLUMNS, (RowGroup(rows),), "Actions, who leads them, by when, and both ratings"), _key(book)]


def detail_blocks(book: Book, actions: tuple[Action, ...]) -> list[Block]:
    """Return the table that says more about each action."""
    if book.wide:
        return []
    told = [each for each in actions if _has_detail(book, each)]
    untold = [book.ref(each) for each in actions if not _has_detail(book, each)]
    blocks: list[Block] = [Heading(2, "More about each action", listed=False, drawn_as=3)]
    if told:
        rows = tuple(_detail_row(book, each) for each in told)
        said = "Actions in detail: what each involves, who answers for it, how far it is"
        blocks.append(Table(_DETAIL, (RowGroup(rows),), said))
    if untold:
        names = f"Action {untold[0]} has" if len(untold) == 1 else f"Actions {listed(untold)} have"
        said = f"{names} no detail, no accountable executive, no named lead and no progress written yet."
        blocks.append(Paragraph(quiet(said)))
    return blocks


def step_lines(book: Book, action: Action) -> tuple[Runs, ...]:
    """Return the steps of an action in their order, each with its day where one is set, and whether it is done."""
    lines = []
    for at, each in enumerate(steps_of(book.dossier, action.id), 1):
        state = "done" if each.done else f"by {day_words(each.due)}" if each.due else "to do"
        lines.append(runs(Run(f"Step {at}, {state}: ", bold=True), each.title.strip() or "a step without words"))
    return tuple(lines)


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
        Cell(_described(book, action)),
        Cell(_answering(book, action)),
        Cell(_progress(book, action)),
        Cell(_grounds(book, action)),
    )


def _described(book: Book, action: Action) -> tuple[Runs, ...]:
    """Return what an action is in detail, its steps, who helped to shape it, and what it depends on."""
    steps = step_lines(book, action)
    lines = (*cell_text(action.detail), *steps) or (quiet("Not described yet"),)
    for name, text in (("Made with", book.made_with(action)), ("Depends on", book.depends_on(action))):
        lines = (*lines, labelled(name, text)) if text.strip() else lines
    return lines


def _answering(book: Book, action: Action) -> tuple[Runs, ...]:
    accountable, lead = book.person(action.accountable_id), book.person(action.lead_id)
    return (
        labelled("Accountable", accountable) if accountable else quiet("No accountable executive yet"),
        labelled("Lead", lead) if lead else quiet("No person leads it yet"),
    )


def _progress(book: Book, action: Action) -> tuple[Runs, ...]:
    """Return how far an action is: dated updates, the newest first, then what is said of the whole, then why it is closed."""
    lines: tuple[Runs, ...] = ()
    for each in updates_of(book.dossier, action.id):
        said = f"{day_words(each.on)}, {each.author}" if each.author else day_words(each.on)
        lines = (*lines, labelled(said, each.text)) if each.text.strip() else lines
    lines = (*lines, *cell_text(action.progress))
    if action.closing_reason.strip():
        lines = (*lines, labelled("Why it is closed", action.closing_reason))
    return lines or (quiet("Nothing written yet"),)


def _grounds(book: Book, action: Action) -> tuple[Runs, ...]:
    """Return what an action rests on: evidence of its effect, statements, strands and the plans it is part of."""
    known = book.dossier.evidence_by_id
    shown = listed(f"{known[key].ref} {known[key].title}" for key in action.evidence_ids if key in known)
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


def _money(book: Book, action: Action) -> str:
    """Return the money of an action in a line: ``£46,000 agreed (Two casework posts)``."""
    found = (
        f"{pounds(each.amount) or 'An amount not named'} {FUNDING_WORDS[each.state].lower()} ({each.title})"
        for each in funding_of(book.dossier.funding, action.id)
    )
    return "; ".join(found)


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
        ("Detail", _joined(_described(book, action))),
        ("Who", _joined(_answering(book, action), "; ")),
        ("Progress", _joined(_progress(book, action), "; ")),
        ("Rests on", _joined(_grounds(book, action), "; ")),
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
