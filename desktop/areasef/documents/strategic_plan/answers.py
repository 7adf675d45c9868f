"""What the inspection reports said, and what the partnership answers to each thing they said."""

from __future__ import annotations

from datetime import date

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
    Sign,
    Table,
    runs,
)
from areasef.documents.parts.phrases import counted, day_words, listed
from areasef.documents.parts.shares import shared_by_words
from areasef.documents.parts.shown import shown_words
from areasef.documents.strategic_plan.book import Book, cell_text, labelled, quiet
from areasef.domain.followed import key_of, reports_of
from areasef.domain.record import Finding, FindingKind
from areasef.domain.sub_point import in_lines

KINDS = {
    FindingKind.PRIORITY_ACTION: "Areas for priority action",
    FindingKind.IMPROVEMENT: "Areas for improvement",
    FindingKind.BETTER: "What else needs to be better",
}
ASKED = (FindingKind.PRIORITY_ACTION, FindingKind.IMPROVEMENT)
_COLUMNS = (Column("No.", 5), Column("What the report says", 29), Column("Our answer", 20), Column("Since then", 46))


def answers(book: Book) -> Chapter:
    """Make the chapter: every finding that asks for something, with the priority that answers it or that none does."""
    blocks: list[Block] = [Heading(1, "What inspectors found, and our answer", anchor="answers")]
    found = [each for each in book.dossier.findings if each.kind in KINDS]
    if not found:
        blocks.append(Paragraph(quiet("No finding of an inspection report is entered yet.")))
        return Chapter("Findings and answers", tuple(blocks), follows=True)
    followed = [each for each in found if each in book.dossier.followed]
    blocks += [Paragraph(runs(part), "lead") for part in _count_words(book, followed)]
    reports = reports_of(tuple(followed)) + reports_of(tuple(each for each in found if each not in followed))
    for key in reports:
        own = [each for each in found if key_of(each) == key]
        blocks.append(Heading(2, report_words(key.title, key.day), listed=False))
        groups = tuple(
            RowGroup(tuple(_row(book, each) for each in own if each.kind is kind), title)
            for kind, title in KINDS.items()
            if any(each.kind is kind for each in own)
        )
        columns = shared_by_words(_COLUMNS, (row for group in groups for row in group.rows), fixed=1)
        blocks.append(Table(columns, groups, "Findings, the answer to each, and what was done since"))
    return Chapter("Findings and answers", tuple(blocks), follows=True)


def report_words(report: str, day: date | None) -> str:
    """Return what a report is called: its title and day, or the little that is known."""
    if report and day:
        return f"{report}, {day_words(day)}"
    return report or (f"The report of {day_words(day)}" if day else "A report without a date")


def answer_lines(book: Book, finding: Finding) -> tuple[Runs, ...]:
    """Return the priorities and actions that answer a finding; a mark where none does."""
    lines: list[Runs] = []
    for priority in book.answers_to(finding):
        link = Run(f"{book.code(priority)}. {priority.title}", link=f"#priority-{priority.id}")
        refs = listed(book.ref(each) for each in book.actions_of(priority))
        lines.append(runs(link))
        lines.append(quiet(f"Actions {refs}" if " " in refs else f"Action {refs}" if refs else "No actions yet"))
    return tuple(lines) or (runs(Run("No answer yet", bold=True, mark=Sign("check", "look"))),)


def since_lines(book: Book, finding: Finding) -> tuple[Runs, ...]:
    """Return what was done about a finding, what it changed, what is left and what shows it."""
    parts = (
        ("Done", finding.done),
        ("Difference", finding.impact),
        ("Shown by", shown_words(book.dossier, finding)),
        ("Left", finding.left),
    )
    return tuple(labelled(name, text) for name, text in parts if text.strip()) or (quiet("Nothing recorded yet"),)


def number_words(finding: Finding) -> str:
    """Return a finding's number as the report prints it; a dash where it has none."""
    return finding.number or "–"


def _count_words(book: Book, found: list[Finding]) -> list[str]:
    asked = book.recommendations
    said = []
    if asked:
        open_ = [each for each in asked if not book.answers_to(each)]
        some = len(asked) - len(open_)
        start = f"{some} of {counted(len(asked), 'recommendation')}"
        said.append(f"{start} {'is' if some == 1 else 'are'} answered by a priority of this plan.")
        if open_:
            numbers = listed(number_words(each) for each in open_ if each.number)
            said[0] += f" Not answered yet: {numbers or counted(len(open_), 'recommendation')}."
    others = [each for each in found if each.kind not in ASKED]
    if others:
        done = sum(1 for each in others if book.answers_to(each))
        said.append(
            f"The report names {counted(len(others), 'other thing')} to do better. This plan answers {done if done else 'none'} of them."
        )
    return said


def _row(book: Book, finding: Finding) -> tuple[Cell, ...]:
    text = [*cell_text(in_lines(finding.text))]
    if finding.bodies:
        text.append(quiet(f"For {finding.bodies}"))
    if finding.page:
        text.append(quiet(f"Page {finding.page} of the report"))
    return (
        Cell((runs(number_words(finding)),), scope="row", header=True, anchor=f"finding-{finding.id}"),
        Cell(tuple(text)),
        Cell(answer_lines(book, finding)),
        Cell(since_lines(book, finding)),
    )
