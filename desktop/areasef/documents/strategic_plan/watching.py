"""How the plan is kept honest: who looks at it and when, milestones by date, risks, decisions, what is still asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from areasef.documents.model import Block, Cell, Chapter, Column, Heading, Paragraph, RowGroup, Run, Runs, Table, runs
from areasef.documents.parts.index import HOLDINGS
from areasef.documents.parts.phrases import body_name, day_words, listed
from areasef.documents.parts.prose import prose
from areasef.documents.strategic_plan.actions import milestone_state, milestone_words
from areasef.documents.strategic_plan.book import Book, cell_text, quiet
from areasef.domain.evidence import Holding
from areasef.domain.plan import Milestone
from areasef.domain.record import Decision, Request, Risk

_MILESTONES = (Column("By", 20), Column("Milestone", 45), Column("Action", 10), Column("State", 25))
_RISKS = (
    Column("What may go wrong", 29),
    Column("Likelihood", 10),
    Column("Effect", 9),
    Column("Owner", 17),
    Column("What we do about it", 35),
)
_DECISIONS = (
    Column("What was decided", 30),
    Column("Where and when", 21),
    Column("Owner", 15),
    Column("Cost", 13),
    Column("What came of it", 21),
)
_REQUESTS = (Column("What was asked for", 40), Column("Of whom", 18), Column("By", 28), Column("State", 14))


def watching(book: Book) -> list[Chapter]:
    """Make the chapters on monitoring, risks and decisions, what is still asked for, and publication."""
    return [monitoring(book), risks(book), decisions(book), *_requests(book), _publication(book)]


def refs(book: Book, action_ids: Iterable[str]) -> Runs:
    """Return the actions that a risk or a decision is about, in the colour of notes; nothing where there is none."""
    known = {each.id: book.ref(each) for each in book.dossier.actions}
    found = [known[key] for key in action_ids if key in known]
    return quiet(f"Action {listed(found)}" if len(found) == 1 else f"Actions {listed(found)}") if found else ()


def risk_table(book: Book) -> Block:
    """Return the risks, the gravest first; likelihood and effect from 1 (low) to 5 (high)."""
    if not book.dossier.risks:
        return Paragraph(quiet("No risk is written down yet."))
    order = sorted(book.dossier.risks, key=lambda each: -(each.likelihood or 0) * (each.effect or 0))
    return Table(_RISKS, (RowGroup(tuple(_risk_row(book, each) for each in order)),), "Risks, the gravest first")


def decision_table(book: Book) -> Block:
    """Return the decisions, the newest first."""
    if not book.dossier.decisions:
        return Paragraph(quiet("No decision is written down yet."))
    order = sorted(book.dossier.decisions, key=lambda each: each.on or date.min, reverse=True)
    return Table(_DECISIONS, (RowGroup(tuple(_decision_row(book, each) for each in order)),), "Decisions")


def monitoring(book: Book) -> Chapter:
    """Make the chapter on who looks at the plan and when, with every milestone by its date."""
    blocks: list[Block] = [Heading(1, "Monitoring and reporting", anchor="monitoring")]
    blocks += prose(book.dossier.evaluation.monitoring) or [
        Paragraph(quiet("Who looks at this plan, and when, is not written yet."))
    ]
    blocks.append(Heading(2, "Milestones by date", listed=False))
    points = sorted(book.dossier.milestones, key=lambda each: (each.due or date.max, each.title))
    if points:
        rows = tuple(_milestone_row(book, each) for each in points)
        blocks.append(Table(_MILESTONES, (RowGroup(rows),), "Milestones in the order of their dates"))
    else:
        blocks.append(Paragraph(quiet("No milestones yet.")))
    return Chapter("Monitoring and reporting", tuple(blocks), follows=True)


def _milestone_row(book: Book, milestone: Milestone) -> tuple[Cell, ...]:
    action = next((each for each in book.dossier.actions if each.id == milestone.action_id), None)
    state = milestone_state(book, milestone)
    if milestone.reached:
        state = f"Done {day_words(milestone.reached)}"
    elif milestone.due and milestone.due >= book.as_at:
        state = "To come"
    return (
        Cell((runs(day_words(milestone.due) or "No date"),), scope="row", header=True),
        Cell((runs(milestone_words(book, milestone)),)),
        Cell((runs(book.ref(action) if action else "–"),)),
        Cell((runs(Run(state, bold=state == "Late")),)),
    )


def risks(book: Book) -> Chapter:
    """Make the chapter on what may go wrong."""
    said = "How likely something is and how much it would matter: 1 is low, 5 is high."
    blocks: list[Block] = [Heading(1, "Risks", anchor="risks")]
    blocks += [Paragraph(runs(said), keep=True)] if book.dossier.risks else []
    return Chapter("Risks", (*blocks, risk_table(book)), follows=True)


def _risk_row(book: Book, risk: Risk) -> tuple[Cell, ...]:
    return (
        Cell(_lines(runs(risk.title), refs(book, risk.action_ids)), scope="row", header=True),
        Cell((_of_five(risk.likelihood),)),
        Cell((_of_five(risk.effect),)),
        Cell((runs(risk.owner) if risk.owner else quiet("No owner yet"),)),
        Cell(cell_text(risk.response) or (quiet("No response yet"),)),
    )


def _of_five(value: int | None) -> Runs:
    return runs(f"{value} of 5") if value else quiet("Not said")


def decisions(book: Book) -> Chapter:
    """Make the chapter on what was decided and what came of it."""
    blocks = (Heading(1, "Decisions", anchor="decisions"), decision_table(book))
    return Chapter("Decisions", blocks, follows=True)


def _decision_row(book: Book, decision: Decision) -> tuple[Cell, ...]:
    where = _lines(runs(decision.board), runs(day_words(decision.on)))
    return (
        Cell(_lines(runs(decision.title), refs(book, decision.action_ids)), scope="row", header=True),
        Cell(where or (quiet("Not said"),)),
        Cell((runs(decision.owner) if decision.owner else quiet("No owner"),)),
        Cell((runs(decision.cost) if decision.cost else quiet("Not said"),)),
        Cell(cell_text(decision.came_of_it) or (quiet("Not known yet"),)),
    )


def _requests(book: Book) -> list[Chapter]:
    """Return what partners were asked for and did not hand over yet; nothing where all is here."""
    open_ = [each for each in book.dossier.requests if each.state is not Holding.HELD]
    if not open_:
        return []
    rows = tuple(
        _request_row(book, each) for each in sorted(open_, key=lambda each: (each.due or date.max, each.title))
    )
    table = Table(_REQUESTS, (RowGroup(rows),), "What partners were asked for and did not hand over yet")
    head = Heading(1, "What we still ask for", anchor="requests")
    return [Chapter("What we still ask for", (head, table), follows=True)]


def _request_row(book: Book, request: Request) -> tuple[Cell, ...]:
    late = request.due is not None and request.due < book.as_at and request.state is Holding.REQUESTED
    state = runs(Run("Late", bold=True)) if late else runs(HOLDINGS[request.state])
    asked = quiet(f"Asked {day_words(request.asked_on)}") if request.asked_on else ()
    who = body_name(book.dossier, request.partner_id)
    return (
        Cell((runs(request.title),), scope="row", header=True),
        Cell((runs(who) if who else quiet("Nobody named"),)),
        Cell(_lines(runs(day_words(request.due) or "No date"), asked)),
        Cell((state,)),
    )


def _publication(book: Book) -> Chapter:
    said = prose(book.dossier.evaluation.publication_note) or [
        Paragraph(quiet("Where and when this plan is published is not written yet."))
    ]
    blocks = (Heading(1, "Publication", anchor="publication"), *said)
    return Chapter("Publication", blocks, follows=True)


def _lines(*lines: Runs) -> tuple[Runs, ...]:
    return tuple(each for each in lines if each)
