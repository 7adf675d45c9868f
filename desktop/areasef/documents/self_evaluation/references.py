"""The citations of a strand, numbered as they appear: a number in the text leads to a row of the evidence table."""

from __future__ import annotations

from dataclasses import dataclass, field

from areasef.documents.model import Block, Cell, Column, Heading, Paragraph, RowGroup, Run, Runs, Table, runs
from areasef.documents.parts.index import index_anchor
from areasef.documents.parts.phrases import covers_words, joined, listed
from areasef.documents.parts.signs import stance_run
from areasef.domain.citation import Anchor, Citation, Stance, place_words
from areasef.domain.dossier import Dossier
from areasef.domain.evidence import Evidence, Freshness, Holding
from areasef.domain.framework import Strand, title_of
from areasef.domain.quoting import quoted
from areasef.domain.statement import Statement, placed

_LOST = (Anchor.LOST, Anchor.FILE_MISSING)
_COLUMNS = (
    Column("No.", 4.5, "right"),
    Column("Item and page", 24),
    Column("What it says", 40),
    Column("Stance", 11),
    Column("Source", 13),
    Column("Covers", 10),
)


@dataclass(slots=True)
class Reference:
    """A place in an item with its number: what is quoted from it, and which way it speaks."""

    number: int
    anchor: str
    item: Evidence | None
    stance: Stance
    place: str
    said: list[Runs] = field(default_factory=list)
    lost: bool = False


class References:
    """Numbers the citations of one strand in the order of its statements; one place of one item keeps one number."""

    def __init__(self, dossier: Dossier, strand: Strand) -> None:
        self._dossier = dossier
        self._strand = strand
        self._by_place: dict[tuple[str, str, Stance, str], Reference] = {}
        self._by_citation: dict[str, Reference] = {}
        for statement in in_sections(dossier, strand):
            for citation in in_order(dossier, statement):
                self._add(citation)

    @property
    def rows(self) -> tuple[Reference, ...]:
        """The references by their numbers."""
        return tuple(self._by_place.values())

    def of(self, citation_id: str) -> Reference | None:
        """Return the reference of a citation, or None for one that is gone."""
        return self._by_citation.get(citation_id)

    def _add(self, citation: Citation) -> None:
        place = place_words(citation.locator)
        key = (citation.evidence_id, citation.revision_id, citation.stance, place)
        found = self._by_place.get(key)
        if found is None:
            number = len(self._by_place) + 1
            item = self._dossier.evidence_by_id.get(citation.evidence_id)
            anchor = f"{self._strand.id}-evidence-{number}"
            found = self._by_place[key] = Reference(number, anchor, item, citation.stance, place)
        for said in said_of(citation):
            if said not in found.said:
                found.said.append(said)
        found.lost = found.lost or self._dossier.anchors.get(citation.id) in _LOST
        self._by_citation[citation.id] = found

    def table(self) -> list[Block]:
        """Return the evidence table of the strand with what is missing from it."""
        blocks: list[Block] = [Heading(3, "Evidence for this strand", drawn_as=2)]
        if self._by_place:
            rows = tuple(self._row(each) for each in self.rows)
            blocks.append(Table(_COLUMNS, (RowGroup(rows),), f"Evidence cited under {self._strand.code}"))
        else:
            blocks.append(Paragraph(runs("No page is cited under this strand yet.")))
        note = self._not_here()
        return [*blocks, Paragraph(runs(note), "meta")] if note else blocks

    def _row(self, reference: Reference) -> tuple[Cell, ...]:
        item = reference.item
        place = f", {joined(reference.place)}" if reference.place else ""
        said = list(reference.said) or [runs(Run("Nothing quoted", muted=True))]
        if reference.lost:
            said.append(runs(Run("These words were not found again in the file.", muted=True)))
        named = runs("An item that is no longer kept")
        if item is not None:
            named = runs(Run(item.ref, bold=True, link=f"#{index_anchor(item)}"), f" {item.title}{place}")
        return (
            Cell((runs(str(reference.number)),), scope="row", header=True, anchor=reference.anchor),
            Cell((named,)),
            Cell(tuple(said)),
            Cell((runs(stance_run(reference.stance)),)),
            Cell(self._source(item)),
            Cell((runs(covers_words(item) if item else ""),)),
        )

    def _source(self, item: Evidence | None) -> tuple[Runs, ...]:
        if item is None:
            return (runs(""),)
        framework = self._dossier.framework
        kind = framework.source_type(item.source_type_id)
        agency = title_of(framework.agencies, item.agency_id)
        title = kind.title if kind else "Not said"
        return (runs(title), runs(Run(agency, muted=True))) if agency and agency != title else (runs(title),)

    def _not_here(self) -> str:
        """Say what the table lacks: voices that are not cited, items that are filed only, and what is stale."""
        cited = [each.item for each in self.rows if each.item is not None]
        used = {item.id for item in cited}
        kinds = {item.source_type_id for item in cited}
        absent = [kind.title.lower() for kind in self._dossier.framework.source_types if kind.id not in kinds]
        filed = [
            item.ref
            for item in self._dossier.evidence_of(self._strand.id)
            if item.id not in used and item.holding is Holding.HELD
        ]
        fresh = {item.ref: self._dossier.freshness_of(item) for item in cited}
        stale = [ref for ref, state in fresh.items() if state is Freshness.STALE]
        parts = []
        if absent and cited:
            parts.append(f"Not here: nothing cited from {listed(absent, 'or')}.")
        if filed:
            parts.append(f"Filed under this strand but not cited: {listed(filed)}.")
        if stale:
            parts.append(f"Older than its kind should be on the as-at date: {listed(stale)}.")
        return " ".join(parts)


def in_order(dossier: Dossier, statement: Statement) -> list[Citation]:
    """Return the citations of a statement as they stand in its text, those without a place last."""
    order = {citation_id: at for at, citation_id in enumerate(placed(statement.body))}
    return sorted(dossier.citations_of(statement.id), key=lambda each: order.get(each.id, len(order)))


def in_sections(dossier: Dossier, strand: Strand) -> list[Statement]:
    """Return the statements of a strand in the order they are printed: section by section."""
    order = {section.id: at for at, section in enumerate(dossier.framework.sections)}
    return sorted(dossier.statements_of(strand), key=lambda each: order.get(each.section_id, len(order)))


def said_of(citation: Citation) -> list[Runs]:
    """Return the quoted words of a citation and our own reading of the page."""
    quote, says = citation.locator.quote.strip(), citation.says.strip()
    return [runs(each) for each in (quoted(quote) if quote else "", says) if each]
