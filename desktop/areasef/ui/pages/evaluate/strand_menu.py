"""What can be done with a strand as a whole: what each body says, its level taken back, its checks and its evidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from areasef.domain.evaluation import Answer
from areasef.services import evaluating
from areasef.ui import theme
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.evidence_pane import CITED
from areasef.ui.pages.evaluate.term_button import NO_PARTNER

if TYPE_CHECKING:
    from areasef.ui.pages.evaluate.page import EvaluatePage


class StrandMenu(QMenu):
    """The menu of the strand at hand, filled when it is opened."""

    def __init__(self, page: EvaluatePage) -> None:
        super().__init__(page)
        theme.dress(self)
        self._page = page
        self.aboutToShow.connect(self._fill)

    def ask_body(self, partner_id: str) -> None:
        """Ask what a body says to the strand, and keep it."""
        page = self._page
        view = next(each for each in page.bodies() if each.partner.id == partner_id)
        fallback = Answer.CONTRIBUTED if view.answer is Answer.CONTRIBUTED else Answer.NOT_ASKED
        page.acts.respond("strand", page.strand_id, page.strand.code, view.partner, fallback)

    def _fill(self) -> None:
        page = self._page
        self.clear()
        into = self.addMenu("What each body says")
        for view in page.bodies():
            into.addAction(f"{view.partner.name} …").triggered.connect(partial(self._asked, view.partner.id))
        if not page.bodies():
            into.addAction(NO_PARTNER).triggered.connect(page.heading.partners_missed)
        self.addAction("No view yet").triggered.connect(
            lambda: page.do(lambda: evaluating.set_level(page.session, page.strand_id, None))
        )
        self.addAction("Show the checks of this strand").triggered.connect(
            lambda: page.go(Target("evaluate", "checks", page.strand_id))
        )
        self.addAction("Line of sight of this strand").triggered.connect(
            lambda: page.context.go(Target("plan", "sight", page.strand_id))
        )
        self.addAction("Ask a partner for evidence").triggered.connect(
            lambda: page.context.go(Target("evidence", "ask", page.strand_id))
        )
        self.addAction("What is cited here").triggered.connect(self._show_cited)

    def _asked(self, partner_id: str, _checked: bool = False) -> None:
        self.ask_body(partner_id)

    def _show_cited(self) -> None:
        evidence = self._page.evidence
        self._page.show_evidence()
        evidence.tabs.open(CITED)
        evidence.list.setFocus(Qt.FocusReason.OtherFocusReason)
