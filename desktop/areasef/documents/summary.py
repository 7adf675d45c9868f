"""The summary SEF: a cover and three pages, each as full as a page can be, with what is not here said in so many words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Final

from areasef.documents.model import (
    Block,
    Box,
    Cell,
    Chapter,
    Column,
    Document,
    DocumentOptions,
    Heading,
    Listing,
    Paragraph,
    RowGroup,
    Run,
    Runs,
    Table,
    runs,
)
from areasef.documents.parts.binding import bind
from areasef.documents.parts.cover import cover
from areasef.documents.parts.phrases import bodies, counted, day_words, first_sentence, joined, listed, partnership
from areasef.documents.parts.receipt import Reasons
from areasef.documents.parts.signing import ANSWERS, WHOLE, is_printed, their_words
from areasef.documents.parts.typed import OF_BOARD, OF_PLAN
from areasef.documents.pdf.measure import first_fitting
from areasef.documents.self_evaluation.document import BOARD, NOT_A_FORECAST, lead_of
from areasef.documents.self_evaluation.opening import FINDINGS, where_we_stand
from areasef.documents.self_evaluation.references import in_sections, said_of
from areasef.documents.self_evaluation.themes import voiced
from areasef.domain.citation import Citation, place_words
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Answer
from areasef.domain.framework import Strand, Theme
from areasef.domain.partner import Partner
from areasef.domain.record import Finding
from areasef.domain.sub_point import in_lines

_ELSEWHERE: Final = "A summary: it stands in the self-evaluation, or in the plan."
MOST_BODIES: Final = 12
"""Bodies that have a row each; more stand together by what they say."""
REASONS: Final[Reasons] = {
    (kind, "*"): _ELSEWHERE
    for kind in (
        *(
            "Statement",
            "Citation",
            "SelfView",
            "Response",
            "Evidence",
            "Revision",
            "Finding",
            "FindingCitation",
            "Request",
            "Evaluation",
        ),
        *(*OF_PLAN, "Person"),
    )
} | {
    **{(kind, "*"): BOARD for kind in OF_BOARD},
    ("Response", "words"): "A summary, or the body did not ask for its words to be printed.",
    ("Revision", "note"): "A typed note is evidence: its quoted words are printed, the whole is kept.",
    ("Revision", "name"): _ELSEWHERE,
    ("Revision", "link"): _ELSEWHERE,
    ("Person", "name"): _ELSEWHERE,
}


def build(dossier: Dossier, options: DocumentOptions) -> Document:
    """Make the summary."""
    title = f"{dossier.evaluation.title}: summary"
    chapters = [
        cover(dossier, options, title, lead_of(dossier), NOT_A_FORECAST),
        where_we_stand(dossier, linked=False),
        Chapter("Progress", tuple(_page(_progress, dossier, (8, 6, 4, 3, 2, 1)))),
        Chapter("What we hear", tuple(_page(_heard, dossier, (9, 7, 5, 4, 3, 2, 1)))),
    ]
    return bind(
        dossier, options, "Summary self-evaluation", f"A summary of how {partnership(dossier)} sees its work", chapters,
        REASONS, glossed=False,
    )  # fmt: skip


def _page(make: Callable[[Dossier, int], list[Block]], dossier: Dossier, sizes: tuple[int, ...]) -> list[Block]:
    return first_fitting(make(dossier, size) for size in sizes)


def _progress(dossier: Dossier, most: int) -> list[Block]:
    """Return what came of the findings of the last report, and what is not known yet."""
    blocks: list[Block] = [
        Heading(1, "Progress since the last inspection", anchor="progress"),
        *_findings(dossier, most),
    ]
    unknown = [
        (strand, first_sentence(words))
        for strand in dossier.framework.strands
        if (words := _not_known(dossier, strand))
    ]
    blocks.append(Heading(2, "What we do not know yet", listed=False))
    if unknown:
        items = tuple(runs(Run(f"{strand.short_title}. ", bold=True), words) for strand, words in unknown[:most])
        blocks += [Listing(items), *_more(len(unknown) - most, "strand")]
    else:
        blocks.append(Paragraph(runs("Nothing is named yet.")))
    return blocks


def _findings(dossier: Dossier, most: int) -> list[Block]:
    order = {kind: at for at, (kind, _) in enumerate(FINDINGS)}
    found = sorted(dossier.followed, key=lambda each: (order[each.kind], each.position))
    if not found:
        return [Paragraph(runs("No finding of a report is recorded."))]
    when = dossier.area.last_inspection
    lead = [Paragraph(runs(f"The last inspection was on {day_words(when)}."))] if when else []
    columns = (Column("Finding", 38), Column("What changed", 34), Column("What is left", 28))
    rows = tuple(_finding(each) for each in found[:most])
    table = Table(columns, (RowGroup(rows),), "Findings of the last inspection, what changed and what is left")
    return [*lead, table, *_more(len(found) - most, "finding")]


def _finding(finding: Finding) -> tuple[Cell, ...]:
    number = (Run(f"{finding.number}. ", bold=True),) if finding.number else ()
    first, *points = in_lines(first_sentence(finding.text)).splitlines() or [""]
    return (
        Cell((runs(*number, first), *(runs(point) for point in points)), scope="row", header=True),
        Cell((_or_nothing(first_sentence(finding.impact or finding.done)),)),
        Cell((_or_nothing(first_sentence(finding.left)),)),
    )


def _heard(dossier: Dossier, most: int) -> list[Block]:
    """Return words of children and families, where partners see it differently, and who stands behind the whole."""
    blocks: list[Block] = [Heading(1, "What we hear", anchor="what-we-hear")]
    quotes = list(_quotes(dossier))
    if quotes:
        blocks += [Listing(tuple(quotes[:most])), *_more(len(quotes) - most, "quotation")]
    else:
        blocks.append(Paragraph(runs("No words of children or families are cited yet.")))
    views = [each for each in dossier.responses if is_printed(each)]
    if views:
        shown = max(1, most // 2)
        frame: list[Block] = [Heading(2, "Where partners see it differently", listed=False, drawn_as=3)]
        frame += [Paragraph(their_words(dossier, each)) for each in views[:shown]]
        blocks += [Box(tuple(frame)), *_more(len(views) - shown, "view")]
    return [*blocks, *_standing(dossier)]


def _standing(dossier: Dossier) -> list[Block]:
    """Return what each body says to the whole; where they are many, one row for each answer."""
    given = {each.partner_id: each.answer for each in dossier.responses_to(WHOLE, dossier.evaluation.id)}
    said: dict[Answer, list[Partner]] = {}
    for partner in bodies(dossier):
        said.setdefault(given.get(partner.id, Answer.NOT_ASKED), []).append(partner)
    if not said:
        return []
    columns = (Column("Body", 62), Column("What it says to the whole", 38))
    pairs = [(each.name, ANSWERS[given.get(each.id, Answer.NOT_ASKED)]) for each in bodies(dossier)]
    if len(pairs) > MOST_BODIES:
        columns = (Column("What is said to the whole", 26), Column("By whom", 74))
        order = [answer for answer in ANSWERS if answer in said]
        pairs = [(ANSWERS[answer], listed(each.label for each in said[answer])) for answer in order]
    rows = tuple((Cell((runs(one),), scope="row", header=True), Cell((runs(other),))) for one, other in pairs)
    return [
        Heading(2, "Who stands behind it", listed=False),
        Table(columns, (RowGroup(rows),), "What each body says to the whole"),
    ]


def _quotes(dossier: Dossier) -> Iterator[Runs]:
    """Yield quoted words from one strand after another, so that the first few come from many; each once."""
    seen: set[Runs] = set()
    themes = [theme for theme in dossier.framework.themes if theme.voices]
    by_strand = (list(_strand_quotes(dossier, strand, themes)) for strand in dossier.framework.strands)
    for row in zip_longest(*by_strand):
        for found in row:
            if found and found[0] not in seen:
                seen.add(found[0])
                yield runs(*found[0], Run(f" {found[1]}", muted=True))


def _strand_quotes(dossier: Dossier, strand: Strand, themes: list[Theme]) -> Iterator[tuple[Runs, str]]:
    for theme in themes:
        for statement in in_sections(dossier, strand):
            for citation in voiced(dossier, theme, statement):
                if citation.locator.quote:
                    yield said_of(citation)[0], _whence(dossier, citation, strand)


def _whence(dossier: Dossier, citation: Citation, strand: Strand) -> str:
    item = dossier.evidence_by_id[citation.evidence_id]
    kind = dossier.framework.source_type(item.source_type_id)
    place = place_words(citation.locator)
    parts = (kind.title if kind else "", item.ref, joined(place), f"for {strand.code}")
    return ", ".join(part for part in parts if part)


def _more(count: int, one: str) -> list[Block]:
    """Say how many more stand in the self-evaluation."""
    if count <= 0:
        return []
    stands = "stands" if count == 1 else "stand"
    return [Paragraph(runs(f"{counted(count, f'more {one}')} {stands} in the self-evaluation."), "meta")]


def _not_known(dossier: Dossier, strand: Strand) -> str:
    view = dossier.self_view(strand.id)
    return view.not_known.strip() if view else ""


def _or_nothing(text: str) -> Runs:
    return runs(text) or runs(Run("Nothing written yet", muted=True))
