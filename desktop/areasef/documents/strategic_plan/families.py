"""How families and young people shaped the plan: how they took part, what they say, and what follows from it."""

from __future__ import annotations

from areasef.documents.model import (
    Block,
    Cell,
    Chapter,
    Column,
    Heading,
    Listing,
    Paragraph,
    RowGroup,
    Run,
    Table,
    runs,
)
from areasef.documents.parts.phrases import counted, listed
from areasef.documents.parts.prose import prose
from areasef.documents.parts.signing import ANSWERS
from areasef.documents.strategic_plan.book import Book, cell_text, claim, quiet
from areasef.domain.evaluation import Response
from areasef.domain.numbering import involved
from areasef.domain.plan import Action
from areasef.domain.statement import Statement

VOICES = ("children", "parents")
"""The voices of source types whose evidence is families' and young people's own."""

AGENCIES = ("parents", "young_people")
"""The agencies of the pack that speak for families and young people."""

_TOLD = (Column("What they told us", 46), Column("Where", 34), Column("What follows in this plan", 20))
_ANSWERS = (Column("Body", 22), Column("About", 18), Column("Says", 60))


def families(book: Book) -> Chapter:
    """Make the chapter."""
    blocks: list[Block] = [Heading(1, "How families shaped this plan", anchor="families")]
    blocks += prose(book.dossier.evaluation.coproduction) or [
        Paragraph(quiet("How families and young people took part is not written yet."))
    ]
    blocks += [*_told(book), *_said(book), *_together(book)]
    return Chapter("How families shaped this plan", tuple(blocks), joins=True)


def _told(book: Book) -> list[Block]:
    """Return what stands on families' own voices and is answered by the plan; and how much is not."""
    voiced = [each for each in book.dossier.statements if _sources(book, each)]
    answered = [(each, follows) for each in voiced if (follows := _follows(book, each))]
    head = Heading(2, "What they told us, and what follows", listed=False)
    left = len(voiced) - len(answered)
    if not voiced:
        return [head, Paragraph(quiet("No statement rests on the voices of children, young people or parents yet."))]
    blocks: list[Block] = [head]
    if answered:
        rows = tuple(
            (
                Cell((runs(claim(each)),), scope="row", header=True),
                Cell((quiet(book.statement_ref(each)), runs(_sources(book, each)))),
                Cell((runs(follows),)),
            )
            for each, follows in answered
        )
        blocks.append(Table(_TOLD, (RowGroup(rows),), "Statements that rest on families' voices, and what follows"))
    if left:
        more = "more statement" if answered else "statement"
        said = f"{counted(left, more)} of the self-evaluation {'rests' if left == 1 else 'rest'} on their voices"
        blocks.append(Paragraph(quiet(f"{said} and {'is' if left == 1 else 'are'} answered by no action yet.")))
    return blocks


def _sources(book: Book, statement: Statement) -> str:
    """Return the evidence in families' own voices that a statement cites, by reference and title."""
    dossier = book.dossier
    found: dict[str, None] = {}
    for citation in dossier.citations_of(statement.id):
        item = dossier.evidence_by_id.get(citation.evidence_id)
        kind = dossier.framework.source_type(item.source_type_id) if item else None
        if item and kind and kind.voice in VOICES:
            found[f"{item.ref} {item.title}"] = None
    return listed(found)


def _follows(book: Book, statement: Statement) -> str:
    """Return the priorities and actions that answer a statement."""
    refs = [book.code(each) for each in book.dossier.priorities if statement.id in each.statement_ids]
    refs += [f"action {book.ref(each)}" for each in book.dossier.actions if statement.id in each.statement_ids]
    said = listed(refs)
    return f"{said[:1].upper()}{said[1:]}"


def _said(book: Book) -> list[Block]:
    """Return what the bodies that speak for families answer, in their own words where they may be printed."""
    bodies = {each.id: each for each in book.dossier.partners if each.agency_id in AGENCIES}
    found = [
        each for each in book.dossier.responses if each.partner_id in bodies and each.words.strip() and each.printed
    ]
    if not found:
        return []
    rows = tuple(
        (
            Cell((runs(bodies[each.partner_id].name),), scope="row", header=True),
            Cell((runs(_subject(book, each)),)),
            Cell((runs(Run(ANSWERS[each.answer], bold=True)), *cell_text(each.words))),
        )
        for each in found
    )
    table = Table(_ANSWERS, (RowGroup(rows),), "What the bodies that speak for families say")
    return [Heading(2, "What they say to our evaluation", listed=False), table]


def _subject(book: Book, response: Response) -> str:
    strand = next((each for each in book.dossier.framework.strands if each.id == response.subject_id), None)
    if strand is not None:
        return f"{strand.code} {strand.short_title}"
    statement = book.dossier.statement_by_id.get(response.subject_id)
    return book.statement_ref(statement) if statement else "The whole"


def _together(book: Book) -> list[Block]:
    """Return the actions that a body of families or young people leads or shares."""
    bodies = {each.id for each in book.dossier.partners if each.agency_id in AGENCIES}
    shared = [each for each in book.dossier.actions if bodies & set(involved(each))]
    if not shared:
        return []
    return [
        Heading(2, "What we do together", listed=False),
        Listing(tuple(_shared(book, each, bodies) for each in shared)),
    ]


def _shared(book: Book, action: Action, bodies: set[str]) -> tuple[Run, ...]:
    link = Run(f"{book.ref(action)} {action.title}", link=f"#action-{action.id}")
    return runs(link, Run(f" with {book.bodies(key for key in involved(action) if key in bodies)}", muted=True))
