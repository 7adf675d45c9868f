"""The report mirror: our statements in the order of a published report, beside what the last report said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from areasef.documents.model import (
    Block,
    Box,
    Chapter,
    Document,
    DocumentOptions,
    Heading,
    Listing,
    Paragraph,
    Run,
    Runs,
    runs,
)
from areasef.documents.parts.binding import bind
from areasef.documents.parts.cover import cover
from areasef.documents.parts.phrases import counted, day_words, listed, sentence
from areasef.documents.parts.prose import led, prose
from areasef.documents.parts.receipt import Reasons
from areasef.documents.parts.shown import shown_words
from areasef.documents.parts.signing import is_printed, their_words
from areasef.documents.parts.typed import OF_BOARD, OF_PLAN
from areasef.documents.self_evaluation.claims import statement_ref
from areasef.documents.self_evaluation.references import in_order, in_sections
from areasef.documents.strategic_plan.answers import ASKED, KINDS
from areasef.domain.citation import place_words
from areasef.domain.dossier import Dossier
from areasef.domain.record import Finding, FindingKind
from areasef.domain.statement import State, Statement, plain, word_count
from areasef.domain.sub_point import in_lines

EXPERIENCE, EFFECTIVE, BETTER, NEXT = "experience", "effective", "better", "next"
_TITLES: Final = {
    EXPERIENCE: "What it is like to be a child or young person here",
    EFFECTIVE: "What is effective",
    BETTER: "What needs to be better",
    NEXT: "What comes next",
}
_SAID_BEFORE: Final = {
    EFFECTIVE: (FindingKind.EFFECTIVE,),
    BETTER: (FindingKind.PRIORITY_ACTION, FindingKind.IMPROVEMENT, FindingKind.BETTER),
}
_SEF: Final = "It stands in the self-evaluation."
REASONS: Final[Reasons] = {
    (kind, "*"): "It stands in the strategic plan." for kind in (*OF_PLAN, *OF_BOARD, "Request")
} | {
    (kind, "*"): _SEF
    for kind in (
        *("Evaluation", "Area", "Person", "SelfView", "Citation", "Evidence"),
        *("Revision", "Statement", "Finding", "FindingCitation"),
    )
}
HOW: Final = (
    "Statements about impact, and what we know in strands without a view of ours, stand under what it is like. What we "
    "know in strands that we see as working stands under what is effective. Weaknesses, and what we know in strands that "
    "we see as least good, stand under what needs to be better. The words are ours; an inspection may see things otherwise."
)


def build(dossier: Dossier, options: DocumentOptions) -> Document:
    """Make the mirror from an evaluation."""
    lead = f"Our own statements about {dossier.area.name} in the order of a published inspection report."
    is_not = "This is our own text. It is not an inspection report and does not predict an outcome."
    shared = {key: [each for each in _ordered(dossier) if place_of(dossier, each) == key] for key in _TITLES}
    chapters = (
        cover(dossier, options, "Report mirror", lead, is_not),
        _about(dossier),
        *(_chapter(dossier, key, found) for key, found in shared.items()),
    )
    counts = tuple((f"Words: {_TITLES[key].lower()}", f"{_words(found):,}") for key, found in shared.items())
    return bind(dossier, options, "Report mirror", "Our statements in the order of a report", chapters, REASONS, counts)


def place_of(dossier: Dossier, statement: Statement) -> str:
    """Return the section of a report where a statement belongs, by the kind of its section and our view of its strand."""
    section = next((each for each in dossier.framework.sections if each.id == statement.section_id), None)
    kind = section.kind if section else "position"
    if kind in ("weakness", "next"):
        return BETTER if kind == "weakness" else NEXT
    if kind == "impact":
        return EXPERIENCE
    view = dossier.self_view(statement.strand_id)
    level = dossier.framework.level(view.level_id) if view else None
    return {"strength": EFFECTIVE, "mixed": EFFECTIVE, "to_improve": BETTER}.get(
        level.shape if level else "", EXPERIENCE
    )


def _ordered(dossier: Dossier) -> Iterator[Statement]:
    for strand in dossier.framework.strands:
        yield from in_sections(dossier, strand)


def _about(dossier: Dossier) -> Chapter:
    blocks: list[Block] = [Heading(1, "About the partnership", anchor="about")]
    blocks += led(dossier.evaluation.context) or [Paragraph(runs(Run("Our area is not described yet.", muted=True)))]
    if dossier.area.last_inspection:
        blocks.append(Paragraph(runs(f"The last inspection was on {day_words(dossier.area.last_inspection)}.")))
    blocks.append(
        Box((Heading(2, "How this is put together", listed=False, drawn_as=3), Paragraph(runs(HOW), "small")))
    )
    return Chapter("About the partnership", tuple(blocks))


def _chapter(dossier: Dossier, key: str, found: list[Statement]) -> Chapter:
    blocks: list[Block] = [Heading(1, _TITLES[key], anchor=key)]
    if not found:
        blocks.append(Paragraph(runs(Run("No statement of ours belongs here yet.", muted=True))))
    elif key == EXPERIENCE:
        blocks += [Paragraph(_said(dossier, each)) for each in found]
    else:
        blocks.append(Listing(tuple(_said(dossier, each) for each in found)))
    blocks += _differs(dossier, found)
    blocks += _before(dossier, _SAID_BEFORE.get(key, ()))
    return Chapter(_TITLES[key], tuple(blocks), follows=True)


def _said(dossier: Dossier, statement: Statement) -> Runs:
    """Return a statement with where it stands and what backs it, in the colour of notes."""
    none = "" if place_of(dossier, statement) == NEXT else "not yet backed"
    backing = listed(dict.fromkeys(_places(dossier, statement))) or none
    draft = "" if statement.state is State.AGREED else ", draft"
    words = sentence(" ".join(plain(statement.body).split())) or "A statement without words."
    return runs(
        words, Run(f" {statement_ref(dossier, statement)}{draft}{f': {backing}' if backing else ''}", muted=True)
    )


def _places(dossier: Dossier, statement: Statement) -> Iterator[str]:
    for citation in in_order(dossier, statement):
        item = dossier.evidence_by_id.get(citation.evidence_id)
        if item is not None:
            yield "\u00a0".join(filter(None, (item.ref, place_words(citation.locator))))


def _differs(dossier: Dossier, found: list[Statement]) -> list[Block]:
    """Return a frame with the words of bodies that see these statements differently and ask to be printed."""
    said = [
        (statement, each)
        for statement in found
        for each in dossier.responses_to("statement", statement.id)
        if is_printed(each)
    ]
    if not said:
        return []
    inner = [Paragraph(runs(Run(f"{statement_ref(dossier, statement)}. ", bold=True), *their_words(dossier, each)))
             for statement, each in said]  # fmt: skip
    return [Box((Heading(2, "Where partners see it differently", listed=False, drawn_as=3), *inner))]


def _before(dossier: Dossier, kinds: tuple[FindingKind, ...]) -> list[Block]:
    """Return what the report that is followed said in the section that this one mirrors."""
    found = [each for each in dossier.followed if each.kind in kinds]
    if not found:
        return []
    head = f"What the last report said: {counted(len(found), 'finding')}"
    blocks: list[Block] = [Heading(2, head, listed=False, drawn_as=3)]
    for kind in (each for each in kinds if any(one.kind is each for one in found)):
        if kind in ASKED:
            blocks.append(Heading(3, KINDS[kind], listed=False, drawn_as=4))
            for each in (one for one in found if one.kind is kind):
                blocks += _asked(dossier, each)
        else:
            if len(kinds) > 1:
                blocks.append(Heading(3, KINDS[kind], listed=False, drawn_as=4))
            items = (runs(each.text, _noted(dossier, each)) for each in found if each.kind is kind)
            blocks.append(Listing(tuple(items)))
    return blocks


def _asked(dossier: Dossier, finding: Finding) -> list[Block]:
    """Return what a report asks for, its sub-points as the list that it prints, then who is to answer and on which page."""
    *lines, last = prose(in_lines(finding.text)) or [Paragraph(runs("A finding without words."))]
    note, number = _noted(dossier, finding), Run(f"{finding.number}. " if finding.number else "", bold=True)
    blocks = [*lines, last]
    if isinstance(last, Listing):
        blocks[-1] = Listing((*last.items[:-1], (*last.items[-1], note)))
    elif isinstance(last, Paragraph):
        blocks[-1] = Paragraph((*last.content, note))
    if isinstance(blocks[0], Paragraph):
        blocks[0] = Paragraph(runs(number, *blocks[0].content), keep=len(blocks) > 1)
    return blocks


def _noted(dossier: Dossier, finding: Finding) -> Run:
    return Run("".join(f" {part}." for part in _about_finding(dossier, finding) if part), muted=True)


def _about_finding(dossier: Dossier, finding: Finding) -> tuple[str, ...]:
    shown = shown_words(dossier, finding)
    return (finding.bodies, f"Page {finding.page}" if finding.page else "", f"Since then: {shown}" if shown else "")


def _words(found: list[Statement]) -> int:
    return sum(word_count(each.body) for each in found)
