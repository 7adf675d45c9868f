"""What stands before the strands: where we stand on one page, our area in our own words, progress since the last report."""

from __future__ import annotations

from collections.abc import Sequence

from areasef.documents.model import (
    Block,
    Cell,
    Chapter,
    Column,
    Columns,
    Heading,
    Listing,
    Paragraph,
    RowGroup,
    Run,
    Runs,
    Table,
    runs,
)
from areasef.documents.parts.phrases import body_name, day_words, first_sentence, month_year, strand_codes
from areasef.documents.parts.prose import led, prose
from areasef.documents.parts.shares import shared_by_words
from areasef.documents.parts.shown import shown_lines
from areasef.documents.parts.signing import leaders
from areasef.documents.parts.signs import level_run
from areasef.documents.pdf.measure import first_fitting
from areasef.documents.self_evaluation.claims import statement_anchor
from areasef.documents.self_evaluation.strand import strand_anchor
from areasef.domain.dossier import Dossier
from areasef.domain.framework import Part, Strand
from areasef.domain.plan import Delivery
from areasef.domain.record import Finding, FindingKind
from areasef.domain.statement import State, Statement
from areasef.domain.sub_point import in_lines

FINDINGS = (
    (FindingKind.PRIORITY_ACTION, "Areas for priority action"),
    (FindingKind.IMPROVEMENT, "Areas for improvement"),
    (FindingKind.BETTER, "What the report said could be better"),
    (FindingKind.EFFECTIVE, "What the report said works"),
)
NOT_YET: Runs = runs(Run("Nothing written yet", muted=True))
_BEST_FIRST = ("strength", "mixed", "to_improve", "none")
_WORST_FIRST = ("to_improve", "mixed", "strength", "none")
SHORT = 150
"""Signs of a first sentence that a one-page summary has room for; longer ones are passed over for shorter ones."""
_SIZES = (
    *((4, 4, True), (4, 3, True), (3, 3, True), (3, 2, True), (2, 2, True)),
    *((4, 4, False), (4, 3, False), (3, 3, False), (3, 2, False), (2, 2, False), (2, 1, False), (1, 0, False)),
)
"""Points, actions, and whether each strand has its sentence: what a one-page summary tries to hold, the fullest first."""


def where_we_stand(dossier: Dossier, *, linked: bool = True) -> Chapter:
    """Make the one-page summary: the lead, what works and what must be better, every strand, what comes next.

    It holds as many points and actions as one page has room for; the sentences of the strands give way first.
    Without ``linked`` it stands in a document that has no strands to lead to.
    """
    variants = (
        [
            Heading(1, "Where we stand", anchor="where-we-stand"),
            *led(dossier.evaluation.summary),
            *working_and_better(dossier, points, linked=linked),
            *all_strands(dossier, why=why, linked=linked),
            *next_actions(dossier, actions),
        ]
        for points, actions, why in _SIZES
    )
    return Chapter("One-page summary", tuple(first_fitting(variants)))


def working_and_better(dossier: Dossier, points: int, *, linked: bool) -> list[Block]:
    """Return two columns: impact where the view is best, and weaknesses where it is least good."""
    good = _points(dossier, ("impact", "position"), _BEST_FIRST, points)
    weak = _points(dossier, ("weakness",), _WORST_FIRST, points)
    if not good and not weak:
        return []
    return [
        Columns(
            (
                (Heading(2, "What is working for children", listed=False), *_bullets(good, linked=linked)),
                (Heading(2, "What needs to be better", listed=False), *_bullets(weak, linked=linked)),
            )
        )
    ]


def all_strands(dossier: Dossier, *, why: bool, linked: bool) -> list[Block]:
    """Return all strands with our view and the first sentence of why; without it the parts stand side by side."""
    shown = dossier.evaluation.levels_shown and bool(dossier.framework.levels)
    columns = [Column("Ref", 6), Column("Strand", 29), Column("Our view", 15), Column("In a sentence", 50)]
    if not why:
        columns = [Column("Ref", 12), Column("Strand", 55), Column("Our view", 33), columns[3]]
    kept = [True, True, shown, why]
    heads = tuple(column for column, keep in zip(columns, kept, strict=True) if keep)
    groups = [
        RowGroup(_strand_rows(dossier, part, kept, linked=linked), part.title) for part in dossier.framework.parts
    ]
    count = len(dossier.framework.strands)
    title = f"How we see the {_NUMBERS.get(count, str(count))} strands" if count > 1 else "How we see it"
    said = "Strands, our view of each, and why"
    tables: list[Block] = [Table(heads, tuple(groups), said)]
    if not why and len(groups) > 1:
        tables = [Columns(tuple((Table(heads, (group,), f"{said}: {group.title}"),) for group in groups))]
    note = (
        [Paragraph(runs("This is our own view. It does not predict an inspection outcome."), "meta")] if shown else []
    )
    return [Heading(2, title, listed=False), *tables, *note]


def next_actions(dossier: Dossier, most: int) -> list[Block]:
    """Return the open actions that are due first, with what should change."""
    open_now = [each for each in dossier.actions if each.delivery is not Delivery.DONE]
    open_now.sort(key=lambda each: (each.new_due or each.due or dossier.evaluation.as_at.max, each.position))
    if not open_now or not most:
        return []
    outcomes = {each.id: each.outcome for each in dossier.priorities}
    rows = []
    for action in open_now[:most]:
        due = action.new_due or action.due
        rows.append(
            (
                Cell((runs(action.title),), scope="row", header=True),
                Cell((runs(body_name(dossier, action.lead_partner_id) or "No lead yet"),)),
                Cell((runs(month_year(due) or "No date yet"),)),
                Cell((runs(outcomes.get(action.priority_id, "")),)),
            )
        )
    columns = (Column("Action", 36), Column("Lead", 18), Column("By", 16), Column("What should change", 30))
    return [
        Heading(2, "What we will do next", listed=False),
        Table(columns, (RowGroup(tuple(rows)),), "What we will do next"),
    ]


def our_area(dossier: Dossier) -> list[Chapter]:
    """Make the chapter in the evaluation's own words: the place, the aims, who leads, how families take part."""
    said = dossier.evaluation
    texts = (
        ("", said.context),
        ("What we want for children and young people", said.vision),
        ("How decisions are made", said.governance),
        ("How families and young people take part", said.coproduction),
        ("How we keep this up to date", said.monitoring),
        ("Note on publication", said.publication_note),
    )
    blocks: list[Block] = []
    for title, text in texts:
        if text.strip():
            blocks += [Heading(2, title, listed=False)] if title else []
            blocks += prose(text)
    held = leaders(dossier)
    if held:
        blocks += [Heading(2, "Who leads", listed=False), *held]
    return [Chapter("Our area", (Heading(1, "Our area", anchor="our-area"), *blocks))] if blocks else []


def progress(dossier: Dossier) -> list[Chapter]:
    """Make the chapter that says for each finding of the last report what was done, what changed, and what is left."""
    if not dossier.findings:
        return []
    groups = []
    newest = dossier.followed
    for kind, title in FINDINGS:
        found = sorted((each for each in newest if each.kind is kind), key=lambda each: each.position)
        if found:
            groups.append(RowGroup(tuple(_finding_row(dossier, each) for each in found), title))
    columns = (
        Column("Finding", 26),
        Column("What was done", 20),
        Column("What changed", 37),
        Column("What is left", 17),
    )
    blocks: list[Block] = [
        Heading(1, "Progress since the last inspection", anchor="progress"),
        Paragraph(runs(_reports(dossier))),
        Table(
            shared_by_words(columns, (row for group in groups for row in group.rows)),
            tuple(groups),
            "Findings of the last inspection and what came of them",
        ),
    ]
    return [Chapter("Progress since the last inspection", tuple(blocks), follows=True)]


def _reports(dossier: Dossier) -> str:
    when = dossier.area.last_inspection
    parts = [f"The last inspection was on {day_words(when)}."] if when else []
    newest = dossier.followed
    parts += [f"Source: {words}." for words in _named(newest)]
    earlier = _named(tuple(each for each in dossier.findings if each not in newest))
    if earlier:
        parts.append(f"This chapter follows one report. Kept, but not repeated here: {', '.join(earlier)}.")
    return " ".join(parts) or "Findings of the last report, and what came of them."


def _named(findings: tuple[Finding, ...]) -> list[str]:
    """Return the reports of findings, each once, by title and day."""
    reports = dict.fromkeys((each.report, each.report_date) for each in findings if each.report or each.report_date)
    return [f"{name or 'report'}{f' of {day_words(day)}' if day else ''}" for name, day in reports]


def _finding_row(dossier: Dossier, finding: Finding) -> tuple[Cell, ...]:
    number = (Run(f"{finding.number}. ", bold=True),) if finding.number else ()
    page = f"Page {finding.page} of the report" if finding.page else ""
    strands = strand_codes(dossier.framework, finding.strand_ids)
    about = ". ".join(each for each in (finding.bodies, page, strands) if each)
    first, *points = in_lines(finding.text).splitlines() or [""]
    head = [runs(*number, first), *(runs(point) for point in points)]
    if about:
        head.append(runs(Run(about, muted=True)))
    changed = Cell((*paragraphs(finding.impact), *shown_lines(dossier, finding)))
    rest = (Cell(paragraphs(finding.done)), changed, Cell(paragraphs(finding.left)))
    return (Cell(tuple(head), scope="row", header=True), *rest)


def paragraphs(text: str) -> tuple[Runs, ...]:
    """Return the paragraphs of a typed text for a table cell, or that nothing is written yet."""
    return tuple(runs(line.strip()) for line in text.splitlines() if line.strip()) or (NOT_YET,)


def _strand_rows(dossier: Dossier, part: Part, kept: list[bool], *, linked: bool) -> tuple[tuple[Cell, ...], ...]:
    rows = (_strand_row(dossier, each, linked=linked) for each in dossier.framework.strands_of(part.id))
    return tuple(tuple(cell for cell, keep in zip(row, kept, strict=True) if keep) for row in rows)


def _strand_row(dossier: Dossier, strand: Strand, *, linked: bool) -> tuple[Cell, ...]:
    view = dossier.self_view(strand.id)
    level = dossier.framework.level(view.level_id) if view else None
    why = first_sentence(view.reason) if view else ""
    link = f"#{strand_anchor(strand)}" if linked else ""
    return (
        Cell((runs(Run(strand.code, muted=True)),)),
        Cell((runs(Run(strand.short_title, link=link, plain=True)),), scope="row", header=True),
        Cell((runs(level_run(level)),)),
        Cell((runs(why) or NOT_YET,)),
    )


def _points(
    dossier: Dossier, kinds: Sequence[str], shapes: Sequence[str], most: int
) -> list[tuple[Strand, Statement, str]]:
    """Return the first short sentence of up to ``most`` strands: those of the wanted view first, agreed ones first."""
    sections = {section.id for section in dossier.framework.sections if section.kind in kinds}
    ordered = sorted(dossier.framework.strands, key=lambda each: shapes.index(_shape(dossier, each)))
    found = []
    for strand in ordered:
        own = [each for each in dossier.statements_of(strand) if each.section_id in sections]
        own.sort(key=lambda each: (each.state is not State.AGREED, not dossier.is_backed(each)))
        said = ((each, first_sentence(each.body)) for each in own)
        fitting = next(((each, words) for each, words in said if 0 < len(words) <= SHORT), None)
        if fitting:
            found.append((strand, *fitting))
    return found[:most]


def _shape(dossier: Dossier, strand: Strand) -> str:
    view = dossier.self_view(strand.id)
    level = dossier.framework.level(view.level_id) if view else None
    return level.shape if level else "none"


def _bullets(points: list[tuple[Strand, Statement, str]], *, linked: bool) -> list[Block]:
    if not points:
        return [Paragraph(runs(Run("Nothing is written yet.", muted=True)))]
    items = tuple(
        runs(
            Run(f"{strand.short_title}. ", bold=True),
            f"{words} ",
            Run(strand.code, muted=True, link=f"#{statement_anchor(statement)}" if linked else ""),
        )
        for strand, statement, words in points
    )
    return [Listing(items)]


_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten"} | {
    11: "eleven",
    12: "twelve",
}
