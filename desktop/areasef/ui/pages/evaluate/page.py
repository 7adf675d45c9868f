"""Evaluate: one strand at a time, what is written about it, and the pages that show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from areasef.domain.change import Change
from areasef.domain.citation import Stance
from areasef.domain.dossier import Dossier
from areasef.domain.framework import Prompt, Strand
from areasef.domain.summary import PartnerView, Summary, partner_views
from areasef.services import evaluating
from areasef.services.gathering import gather_strand
from areasef.services.session import Session
from areasef.ui import accessible
from areasef.ui.context import Context
from areasef.ui.later import later
from areasef.ui.models.pages_found import PageFound
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.checks_pane import ChecksPane
from areasef.ui.pages.evaluate.citation_acts import CitationActs
from areasef.ui.pages.evaluate.evidence_pane import CITED, EvidencePane
from areasef.ui.pages.evaluate.found import cited_rows
from areasef.ui.pages.evaluate.guide_pane import GuidePane
from areasef.ui.pages.evaluate.guided import Guided
from areasef.ui.pages.evaluate.heading import StrandHeading
from areasef.ui.pages.evaluate.landing import Landing
from areasef.ui.pages.evaluate.left_at import note_strand, strand_left_at
from areasef.ui.pages.evaluate.looking import Looking
from areasef.ui.pages.evaluate.statement_acts import StatementActs
from areasef.ui.pages.evaluate.strand_menu import StrandMenu
from areasef.ui.pages.evaluate.strand_pane import StrandPane
from areasef.ui.pages.evaluate.writing_desk import WritingDesk
from areasef.ui.pages.evaluate.writing_pane import WritingPane
from areasef.ui.pages.page import Page
from areasef.ui.parts import shell
from areasef.ui.widgets.empty import EmptyState
from areasef.ui.widgets.panes import Fold, Pane, Panes
from areasef.ui.widgets.stack import Stack

STRANDS, WRITING, EVIDENCE = range(3)
READ_ONLY = "Everything can be read; nothing is kept."


class EvaluatePage(Page):
    """The Evaluate screen."""

    title = "Evaluate"
    headed = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.strand_id = ""
        self.dossier: Dossier | None = None
        self._summary: Summary | None = None
        if context.session is None or not context.session.framework.strands:
            self.body.addWidget(
                EmptyState("notebook-pen", "Nothing here yet", "Open or start a file to fill this place.")
            )
            return
        self._make_parts(context)
        self._lay_out(context)
        self._bind()
        self._landing = Landing(self)

    @property
    def session(self) -> Session:
        """The session, which every part of this page works on."""
        session: Session = self.context.session
        return session

    @property
    def read_only_words(self) -> str:
        """Why nothing can be written; empty where it can."""
        return f"{self.session.because} {READ_ONLY}".strip() if self.session.read_only else ""

    @property
    def works(self) -> bool:
        """Whether there is a file with strands to evaluate."""
        return self.context.session is not None and hasattr(self, "panes")

    @property
    def strand(self) -> Strand:
        """The strand at hand."""
        return self.session.framework.strand(self.strand_id or self.session.framework.strands[0].id)

    def refresh(self, change: Change | None) -> None:
        """Show what is kept now; a box that is being typed in keeps its words and its caret."""
        if not self.works:
            return
        self._show_strand()
        self.looking.look(change)

    def focus_first(self) -> None:
        """Stand on the statement at hand, else on the first, else on the button that adds one."""
        if not self.works:
            super().focus_first()
        elif self.desk.editing or self.writing.cards:
            self.writing.focus_statement(self.desk.current or self.writing.cards[0].statement_id)
        else:
            self.writing.focus_add()

    def go(self, target: Target) -> None:
        """Show and focus what a jump asks for."""
        if self.works:
            self._landing.go(target)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page does for commands."""
        if not self.works:
            return {}
        return {
            "new": self.desk.add,
            "edit": self.desk.edit_current,
            "done": self.desk.finish,
            "leave": self._leave_one_thing,
            "previous": partial(self.desk.step, -1),
            "next": partial(self.desk.step, 1),
            "move_up": partial(self.desk.move, -1),
            "move_down": partial(self.desk.move, 1),
            "guide": self.turn_guide,
            "evidence.add": self.add_evidence,
            "cite": self.stand_in_evidence,
            "cite.supports": partial(self.cite, Stance.SUPPORTS),
            "cite.challenges": partial(self.cite, Stance.CHALLENGES),
            "move.find": self._find,
            "move.next_tab": partial(self._step_tab, 1),
            "move.previous_tab": partial(self._step_tab, -1),
            "move.next_check": partial(self._step_check, 1),
            "move.previous_check": partial(self._step_check, -1),
        }

    def leave(self) -> None:
        """Keep what is being typed."""
        if self.works:
            self.heading.keep()
            self.desk.settle()

    def keep_again(self) -> None:
        """Keep what was typed while there was no room for it."""
        if self.works and self.desk.keep_again():
            self.clear_error()

    def toast(self, words: str) -> None:
        """Say what was done and offer to take it back."""
        self.context.toast(words, self.context.undo)

    def show_strand(self, strand_id: str) -> None:
        """Show another strand; what is being typed is kept first."""
        if strand_id == self.strand_id:
            return
        self.leave()
        self.desk.forget()
        self.strand_id = strand_id
        later(self, partial(note_strand, self.context, strand_id))
        self._show_strand()
        self.guided.come(strand_id)
        self.looking.look(None)

    def open_citation(self, citation_id: str) -> None:
        """Show a citation's page with its words marked; its statement is the one at hand."""
        citations = self.dossier.citations if self.dossier else ()
        for citation in citations:
            if citation.id == citation_id:
                self.desk.stand_on(citation.statement_id)
        self.show_evidence()
        self.looking.chosen = True
        if not self.evidence.searching:
            self.evidence.tabs.open(CITED)
        self.citations.open(citation_id)

    def cite(self, stance: Stance) -> None:
        """Cite what is selected for the statement at hand."""
        if not self.desk.current:
            self.desk.ask_which()
            return
        self.desk.settle()
        if not self.citations.cite(self.desk.current, stance):
            return
        self.evidence.say_nothing()
        if self.desk.editing:
            self.panes.show_pane(WRITING)
            self.writing.focus_statement(self.desk.editing)

    def stand_in_evidence(self) -> None:
        """Put the focus where a page can be cited."""
        self.show_evidence()
        self.evidence.stand()

    def add_evidence(self) -> None:
        """Add evidence for the strand at hand."""
        self.context.go(Target("evidence", "add", "", self.strand_id))

    def show_evidence(self) -> None:
        """Bring the evidence to the front."""
        self._right.setCurrentWidget(self.evidence)
        self.panes.show_pane(EVIDENCE)

    def turn_guide(self) -> None:
        """Show what inspectors look for, or go back from it to the writing."""
        if self._right.currentWidget() is self.guide and self.panes.shown(EVIDENCE):
            self._right.setCurrentWidget(self.evidence)
            self.panes.show_pane(WRITING)
            self.focus_first()
            return
        self._right.setCurrentWidget(self.guide)
        self.panes.show_pane(EVIDENCE)
        self.guide.tabs.bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_from(self, prompt: Prompt) -> None:
        """Make a prompt a statement in the section at hand, open for writing."""
        self.desk.add(prompt)

    def stood_on(self) -> None:
        """The statement at hand is another: show what it cites and what speaks of it."""
        self.evidence.say_nothing()
        self.writing.say_place(self.desk.current)
        if self.dossier is not None:
            self.evidence.show_cited(cited_rows(self.dossier, self.desk.current))
            self.looking.look_at_statement()

    def show_summary(self, summary: Summary) -> None:
        """Show what was read of the whole: how each strand is seen and what is open."""
        self._summary = summary
        levels = self.session.evaluation.levels_shown
        self.strands.show_strands(self.session.framework, summary, levels)
        self.strands.choose(self.strand_id)
        self.checks.show_checks(summary.checks, self.strand_id, self.strand.code)

    def _make_parts(self, context: Context) -> None:
        session = self.session
        self.checks = ChecksPane()
        self.strands = StrandPane(self.checks)
        self.menu = StrandMenu(self)
        self.heading = StrandHeading(self.menu, session.framework)
        self.evidence = EvidencePane(context)
        self.guide = GuidePane()
        self.acts = StatementActs(session, self, self.do, self.toast, lambda key: self.desk.edit(key))
        self.writing = WritingPane(session.framework.sections, self.heading, self.acts.menu)
        self.citations = CitationActs(session, self.evidence, self, self.do, self.toast, context.go)
        self.desk = WritingDesk(self)
        self.guided = Guided(self)
        self.writing.set_strip(self.guided.strip)
        self.acts.binned = self.desk.binned
        self.citations.caret = self.desk.caret
        self.looking = Looking(self)

    def _lay_out(self, context: Context) -> None:
        self._right = shell(Stack())
        self._right.addWidget(self.evidence)
        self._right.addWidget(self.guide)
        self.panes = Panes(
            "evaluate",
            (
                Pane("Strands", self.strands, 222, 180, 240),
                Pane("Writing", self.writing, 0, 420),
                Pane("Evidence", self._right, 372, 300, 560),
            ),
            context.preferences,
        )
        self.panes.folded.connect(lambda fold: self.writing.set_compact(fold == Fold.ALL))
        self.panes.pane_opened.connect(self._pane_opened)
        self.body.addWidget(self.panes, 1)
        if self.session.read_only:
            self.heading.set_read_only(self.read_only_words)

    def _bind(self) -> None:
        self.strands.chosen.connect(self.show_strand)
        self.strands.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.strands.list.customContextMenuRequested.connect(
            lambda at: self.menu.popup(self.strands.list.viewport().mapToGlobal(at))
        )
        self.checks.followed.connect(self.context.go)
        self.heading.level_picked.connect(
            lambda key: self.do(lambda: evaluating.set_level(self.session, self.strand_id, key))
        )
        self.heading.kept.connect(self.desk.keep_why)
        self.heading.typed.connect(self.desk.keep_why_draft)
        self.heading.guide_asked.connect(self.turn_guide)
        self.heading.evidence_asked.connect(self.stand_in_evidence)
        self.heading.partner_asked.connect(self.menu.ask_body)
        self.heading.partners_missed.connect(lambda: self.context.go(Target("settings", "partnership", "", "partners")))
        self.guide.closed.connect(self.turn_guide)
        self.guide.prompt_chosen.connect(self.start_from)
        self.writing.agree_asked.connect(self.acts.agree)
        self.writing.focus_comes.connect(partial(self.panes.show_pane, WRITING))
        self.writing.guide_me_asked.connect(self.guided.begin)
        self.writing.section_opened.connect(lambda _: self._open_section())
        self.writing.citation_opened.connect(self.open_citation)
        self.writing.citation_menu_asked.connect(self.citations.menu)
        self.evidence.row_chosen.connect(self._show_row)
        self.evidence.supports_asked.connect(partial(self.cite, Stance.SUPPORTS))
        self.evidence.challenges_asked.connect(partial(self.cite, Stance.CHALLENGES))
        self.evidence.preview.handled.connect(self.looking.hold)
        self.evidence.closed.connect(self._hide_evidence)
        self.evidence.add_asked.connect(self.add_evidence)

    def _show_strand(self) -> None:
        if not self.strand_id:
            self.strand_id = strand_left_at(self.context)
        dossier = gather_strand(self.session, self.strand_id)
        self.dossier = dossier
        levels = dossier.evaluation.levels_shown
        view = evaluating.self_view(self.session, self.strand_id)
        self.strands.show_strands(self.session.framework, self._summary, levels)
        self.strands.choose(self.strand_id)
        self.heading.show_strand(self.strand, view, self.bodies(), levels)
        self.writing.compact.show_level(self.session.framework.level(view.level_id), levels)
        self._say_title()
        answered = frozenset(each.prompt_id for each in dossier.statements if each.prompt_id)
        self.guide.show_strand(self.session.framework, self.strand, answered)
        self.desk.show(dossier)
        self.guided.look_again()

    def _say_title(self) -> None:
        words = f"{self.strand.code}  {self.strand.short_title}"
        if words != self.title:
            self.title = words
            self.retitled.emit(words)

    def bodies(self) -> tuple[PartnerView, ...]:
        """Return what each body says of the strand at hand."""
        assert self.dossier is not None
        return partner_views(self.dossier, self.strand)

    def _open_section(self) -> None:
        self.leave()
        self.desk.forget()
        if self.dossier is not None:
            self.desk.show(self.dossier)
            self.stood_on()

    def _show_row(self, row: PageFound) -> None:
        self.looking.hold()
        if row.citation_id:
            self.open_citation(row.citation_id)
        else:
            self.looking.show_row(row)

    def _pane_opened(self, index: int) -> None:
        if index == EVIDENCE:
            self.heading.show_evidence.hide()

    def _hide_evidence(self) -> None:
        self.panes.show_pane(WRITING)
        self.panes.close_pane(EVIDENCE)
        self.heading.show_evidence.show()
        self.focus_first()

    def _leave_one_thing(self) -> None:
        focus = QApplication.focusWidget()
        if self.evidence.search.isVisible() and focus is not None and self.evidence.isAncestorOf(focus):
            self.evidence.close_search()
        elif self.heading.saying_why:
            self.heading.close_why()
        elif self.desk.editing:
            self.panes.show_pane(WRITING)
            self.desk.finish()

    def _find(self) -> None:
        self.show_evidence()
        self.evidence.open_search()

    def _step_tab(self, by: int) -> None:
        focus = QApplication.focusWidget()
        for part, tabs in ((self.evidence, self.evidence.tabs), (self.guide, self.guide.tabs)):
            if focus is not None and part.isAncestorOf(focus):
                tabs.step(by)
                return
        stood_inside = focus is not None and self.writing.statements.isAncestorOf(focus)
        self.writing.tabs.step(by)
        accessible.announce(self.writing.tabs, self.writing.section.title)
        if stood_inside:
            self.focus_first()  # the card that had the focus is gone

    def _step_check(self, by: int) -> None:
        self.panes.show_pane(STRANDS)
        self.strands.show_checks()
        self.checks.step(by)
