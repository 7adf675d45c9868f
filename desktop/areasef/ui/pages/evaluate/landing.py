"""Where a jump into Evaluate leads: the strand, the section, the statement, the very field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from areasef.domain.citation import Citation
from areasef.domain.evaluation import Response, SelfView
from areasef.domain.evidence import Evidence
from areasef.services import looking_up, writing
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.evidence_pane import ALL, SUGGESTED

if TYPE_CHECKING:
    from areasef.ui.pages.evaluate.page import EvaluatePage

WRITING, EVIDENCE, STRANDS = 1, 2, 0


class Landing:
    """Follows targets. One whose thing is gone leaves the page as it is."""

    def __init__(self, page: EvaluatePage) -> None:
        self._page = page

    def go(self, target: Target) -> None:
        """Show and focus what is asked for."""
        if target.kind == "statement":
            self.to_statement(target.id, target.field)
        elif target.kind == "citation":
            self._to_citation(target.id)
        elif target.kind == "guide":
            if target.id:
                self._page.show_strand(target.id)
            self._page.guided.begin()
        elif target.kind == "checks":
            self._to_checks(target.id)
        elif target.kind == "strand":
            self._to_strand(target.id, target.field)
        elif target.kind in ("self_view", "response"):
            self._to_what_is_said(target)

    def to_statement(self, statement_id: str, field: str) -> None:
        """Open a statement for writing at a field."""
        page = self._page
        kept = writing.statement(page.session, statement_id)
        if kept is None or kept.strand_id not in {each.id for each in page.session.framework.strands}:
            return
        page.show_strand(kept.strand_id)
        page.writing.open_section(kept.section_id)
        page.desk.edit(statement_id, field)
        if field == "citations":
            page.evidence.tabs.open(SUGGESTED)

    def _to_citation(self, citation_id: str) -> None:
        page = self._page
        citation = looking_up.thing(page.session, Citation, citation_id)
        if citation is None:
            return
        kept = writing.statement(page.session, citation.statement_id)
        if kept is not None:
            page.show_strand(kept.strand_id)
            page.writing.open_section(kept.section_id)
            page.desk.stand_on(kept.id)
        page.open_citation(citation_id)
        if kept is not None:
            page.writing.focus_chip(kept.id, citation_id)

    def _to_checks(self, strand_id: str) -> None:
        page = self._page
        if strand_id:
            page.show_strand(strand_id)
        page.panes.show_pane(STRANDS)
        page.strands.show_checks()
        if strand_id:
            page.checks.show_strand(strand_id)
        page.checks.stand()

    def _to_strand(self, strand_id: str, field: str) -> None:
        page = self._page
        if strand_id not in {each.id for each in page.session.framework.strands}:
            return
        page.show_strand(strand_id)
        if field.startswith("evidence"):
            page.show_evidence()
            page.evidence.tabs.open(ALL)
            page.evidence.stand_in_list()
            self._to_item(*field.split(":")[1:])
            return
        page.panes.show_pane(WRITING)
        if field in ("self_view", "reason", "not_known"):
            page.heading.focus_field(field)
        elif field == "statements" and not page.writing.cards:
            page.writing.focus_add()
        else:
            page.focus_first()

    def _to_item(self, evidence_id: str = "", at: str = "1") -> None:
        """Show a page that somebody comes to cite."""
        item = looking_up.thing(self._page.session, Evidence, evidence_id) if evidence_id else None
        if item is not None:
            self._page.looking.bring(item, int(at))

    def _to_what_is_said(self, target: Target) -> None:
        session = self._page.session
        if target.kind == "self_view":
            view = looking_up.thing(session, SelfView, target.id)
            if view is not None:
                self._to_strand(view.strand_id, "reason")
            return
        said = looking_up.thing(session, Response, target.id)
        if said is not None and said.subject_kind == "statement":
            self.to_statement(said.subject_id, "")
        elif said is not None:
            self._to_strand(said.subject_id, "")
