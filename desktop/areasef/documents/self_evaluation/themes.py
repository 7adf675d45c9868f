"""Themes: chapters drawn from the statements of every strand by what they are about and whose voice they rest on."""

from __future__ import annotations

from areasef.documents.model import Block, Cell, Chapter, Column, Heading, Paragraph, RowGroup, Run, Runs, Table, runs
from areasef.documents.parts.glossary import says_word
from areasef.documents.parts.index import index_anchor
from areasef.documents.parts.phrases import joined
from areasef.documents.parts.signs import stance_run
from areasef.documents.self_evaluation.claims import statement_anchor, statement_ref
from areasef.documents.self_evaluation.references import in_order, in_sections, said_of
from areasef.domain.citation import Citation, place_words
from areasef.domain.dossier import Dossier
from areasef.domain.framework import Theme
from areasef.domain.statement import Statement, plain

_COLUMNS = (Column("Statement", 14), Column("What we say", 50), Column("What it rests on", 36))
_VOICED = (Column("Statement", 13), Column("What we say", 42), Column("What was said, and where", 45))


def theme_chapters(dossier: Dossier) -> list[Chapter]:
    """Make a chapter for each theme of the pack."""
    return [_chapter(dossier, theme) for theme in dossier.framework.themes]


def belongs(dossier: Dossier, theme: Theme, statement: Statement) -> bool:
    """Say whether a statement belongs to a theme: by cohort, by the voice of what it cites, or by its words."""
    if set(theme.cohorts) & set(statement.cohort_ids):
        return True
    text = plain(statement.body)
    return bool(voiced(dossier, theme, statement)) or any(says_word(text, word) for word in theme.words)


def voiced(dossier: Dossier, theme: Theme, statement: Statement) -> list[Citation]:
    """Return the citations of a statement that carry one of the theme's voices."""
    return [each for each in in_order(dossier, statement) if _voice(dossier, each) in theme.voices]


def _chapter(dossier: Dossier, theme: Theme) -> Chapter:
    blocks: list[Block] = [Heading(1, theme.title, anchor=f"theme-{theme.id}"), Paragraph(runs(theme.about))]
    groups = []
    for strand in dossier.framework.strands:
        found = [each for each in in_sections(dossier, strand) if belongs(dossier, theme, each)]
        rows = tuple(_row(dossier, theme, each) for each in found)
        if rows:
            groups.append(RowGroup(rows, f"{strand.code} {strand.short_title}"))
    if groups:
        columns = _VOICED if theme.voices else _COLUMNS
        blocks.append(Table(columns, tuple(groups), f"Statements about: {theme.title}"))
    else:
        blocks.append(Paragraph(runs("No statement speaks about this yet.")))
    return Chapter(theme.title, tuple(blocks), joins=True)


def _row(dossier: Dossier, theme: Theme, statement: Statement) -> tuple[Cell, ...]:
    ref = statement_ref(dossier, statement).split(", ", 1)[-1]
    cited = voiced(dossier, theme, statement) if theme.voices else in_order(dossier, statement)
    rests = [line for citation in cited for line in _cited(dossier, citation, quoted=bool(theme.voices))]
    return (
        Cell((runs(Run(ref, link=f"#{statement_anchor(statement)}")),), scope="row", header=True),
        Cell((runs(" ".join(plain(statement.body).split())),)),
        Cell(tuple(rests) or (runs(Run("No page is cited yet", muted=True)),)),
    )


def _cited(dossier: Dossier, citation: Citation, *, quoted: bool) -> list[Runs]:
    item = dossier.evidence_by_id.get(citation.evidence_id)
    if item is None:
        return []
    place = joined(place_words(citation.locator))
    kind = dossier.framework.source_type(item.source_type_id)
    where = (
        stance_run(citation.stance),
        " ",
        Run(item.ref, link=f"#{index_anchor(item)}"),
        Run(f"{f', {place}' if place else ''}{f'. {kind.title}' if kind else ''}", muted=True),
    )
    return [*(said_of(citation) if quoted else ()), runs(*where)]


def _voice(dossier: Dossier, citation: Citation) -> str:
    item = dossier.evidence_by_id.get(citation.evidence_id)
    kind = dossier.framework.source_type(item.source_type_id) if item else None
    return kind.voice if kind else ""
