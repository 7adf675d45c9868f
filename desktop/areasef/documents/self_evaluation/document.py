"""The self-evaluation as a document: cover, contents, one page, our area, progress, strands, themes, sign-off, lists."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from areasef.documents.model import (
    Block,
    Cell,
    Chapter,
    Column,
    Contents,
    Document,
    DocumentOptions,
    Heading,
    Listing,
    Paragraph,
    RowGroup,
    Run,
    Table,
    runs,
)
from areasef.documents.parts.binding import bind
from areasef.documents.parts.cover import cover
from areasef.documents.parts.index import evidence_index
from areasef.documents.parts.phrases import counted, first_sentence
from areasef.documents.parts.receipt import Reasons
from areasef.documents.parts.signing import sign_off
from areasef.documents.parts.signs import level_run, stance_run
from areasef.documents.parts.typed import OF_BOARD, OF_PLAN
from areasef.documents.self_evaluation.opening import NOT_YET, our_area, progress, where_we_stand
from areasef.documents.self_evaluation.strand import is_empty, strand_anchor, strand_chapter
from areasef.documents.self_evaluation.themes import theme_chapters
from areasef.domain.citation import Stance
from areasef.domain.dossier import Dossier
from areasef.domain.framework import Part

NOT_A_FORECAST: Final = "This is our own view. It does not predict an inspection outcome."
_PLAN: Final = "Belongs to the strategic plan; here an action stands by its reference."
BOARD: Final = "Belongs to the plan and the board, not to the self-evaluation."
REASONS: Final[Reasons] = {
    ("Area", "note"): "Notes are for working with and stay in the workspace.",
    ("Priority", "title"): _PLAN,
    ("Priority", "outcome"): _PLAN,
    ("Action", "title"): "Answers no strand: it stands in the strategic plan.",
    **{(kind, "*"): _PLAN for kind in OF_PLAN if kind != "Priority"},
    **{(kind, "*"): BOARD for kind in OF_BOARD},
    ("Request", "title"): "Answered, or about no one strand: it stands in the list of requests.",
    ("Statement", "body"): "Stands under a strand or section that the framework no longer has.",
    ("Statement", "confidence_reason"): "Stands under a strand or section that the framework no longer has.",
    ("Citation", "says"): "Its statement stands under a strand or section that the framework no longer has.",
    ("Citation", "locator.quote"): "Its statement stands under a strand or section that the framework no longer has.",
    ("Citation", "locator.label"): "The number of the page is printed.",
    ("FindingCitation", "locator.label"): "The number of the page is printed.",
    ("FindingCitation", "*"): "About a finding of another report than the one that is followed, or its item is gone.",
    ("Revision", "note"): "A typed note is evidence: its quoted words are printed, the whole is kept.",
    ("SelfView", "*"): "About a strand that the framework no longer has.",
}


def build(dossier: Dossier, options: DocumentOptions) -> Document:
    """Make the self-evaluation."""
    chapters = [
        cover(dossier, options, dossier.evaluation.title, lead_of(dossier), NOT_A_FORECAST),
        Chapter("Contents", (Contents(), *how_to_read(dossier))),
        where_we_stand(dossier),
        *our_area(dossier),
        *progress(dossier),
    ]
    for part in dossier.framework.parts:
        chapters.append(_part(dossier, part))
        chapters += _strands(dossier, part)
    chapters += [*theme_chapters(dossier), sign_off(dossier), evidence_index(dossier)]
    pack = dossier.framework
    places = [(strand, section) for strand in pack.strands for section in pack.sections]
    printed = [each for strand, section in places for each in dossier.statements_of(strand, section)]
    cited = f"{sum(len(dossier.citations_of(each.id)) for each in printed):,} of {len(dossier.citations):,}"
    return bind(
        dossier,
        options,
        "Self-evaluation",
        "How we see our work, and how we know",
        chapters,
        REASONS,
        (("Citations", cited),),
    )


def lead_of(dossier: Dossier) -> str:
    """Return the sentence under the title of the cover."""
    return (
        f"What children, young people and their families experience in {dossier.area.name}, "
        "how well we work together for them, and how we know."
    )


def how_to_read(dossier: Dossier) -> tuple[Block, ...]:
    """Return what a reader needs to know first: the numbers, the signs, and what the levels mean."""
    shown = dossier.evaluation.levels_shown
    levels = [runs(level_run(each), f"  {each.meaning}") for each in dossier.framework.levels] if shown else []
    signs = [
        runs(
            "A small raised number leads to the evidence table at the end of the strand: the item, its page, its words."
        ),
        runs(
            stance_run(Stance.SUPPORTS),
            "  The page backs what we say. ",
            stance_run(Stance.CHALLENGES),
            "  It speaks against it.",
        ),
        *levels,
    ]
    return (Heading(2, "How to read this document", listed=False), Listing(tuple(signs)))


def _strands(dossier: Dossier, part: Part) -> list[Chapter]:
    """Make the chapters of a part's strands: each on its own page, those with nothing in them one under another."""
    found: list[Chapter] = []
    above = True
    for strand in dossier.framework.strands_of(part.id):
        empty = is_empty(dossier, strand)
        found.append(replace(strand_chapter(dossier, strand), follows=empty and above))
        above = empty
    return found


def _part(dossier: Dossier, part: Part) -> Chapter:
    """Make the page that opens a part: its question, and its strands with where they stand."""
    shown = dossier.evaluation.levels_shown and bool(dossier.framework.levels)
    rows = []
    for strand in dossier.framework.strands_of(part.id):
        view = dossier.self_view(strand.id)
        level = dossier.framework.level(view.level_id) if view else None
        link = f"#{strand_anchor(strand)}"
        cells = [
            Cell((runs(Run(strand.code, muted=True)),)),
            Cell(
                (runs(Run(strand.short_title, bold=True, link=link, plain=True)), runs(strand.title)),
                scope="row",
                header=True,
            ),
            Cell((runs(level_run(level)),)),
            Cell((runs(why) if (why := first_sentence(view.reason if view else "")) else NOT_YET,)),
            Cell((runs(Run(page_of=strand_anchor(strand))),)),
        ]
        if not shown:
            del cells[2]
        rows.append(tuple(cells))
    columns = [
        Column("Ref", 6),
        Column("Strand", 36),
        Column("Our view", 16),
        Column("In a sentence", 35),
        Column("Page", 7, "right"),
    ]
    if not shown:
        del columns[2]
    blocks: list[Block] = [
        Heading(1, part.title, anchor=f"part-{part.id}"),
        Paragraph(runs(part.question), "lead"),
        Paragraph(runs(_backing(dossier, part)), "meta"),
        Table(tuple(columns), (RowGroup(tuple(rows)),), f"Strands of {part.title}"),
    ]
    return Chapter(part.title, tuple(blocks))


def _backing(dossier: Dossier, part: Part) -> str:
    found = [each for strand in dossier.framework.strands_of(part.id) for each in dossier.statements_of(strand)]
    backed = sum(1 for each in found if dossier.is_backed(each))
    if not found:
        return "Nothing is written in this part yet."
    return f"{counted(len(found), 'statement').capitalize()}, {backed:,} of them backed by a cited page."
