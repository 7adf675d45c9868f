"""*Guide me*: one prompt after another, strand by strand. It can be stopped and taken up again at any time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from areasef.services import guiding
from areasef.services.guiding import Step
from areasef.ui import accessible
from areasef.ui.pages.evaluate.guide_strip import Do, GuideStrip
from areasef.words.faults import AppError

if TYPE_CHECKING:
    from areasef.ui.pages.evaluate.page import EvaluatePage

WRITING = 1


class Guided:
    """Asks in the strip; while its answer is written the question stays, until one goes on to the next."""

    def __init__(self, page: EvaluatePage) -> None:
        self._page = page
        self.strip = GuideStrip()
        self.step: Step | None = None

    def begin(self) -> None:
        """Ask the next prompt, from the strand at hand on."""
        page = self._page
        page.desk.finish()
        self.step = guiding.next_step(page.session, page.strand_id)
        page.panes.show_pane(WRITING)
        if self.step is None:
            self._say_done()
        else:
            page.show_strand(self.step.strand.id)
            self._ask(self.step)
        first = self.strip.buttons[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        accessible.announce(page, self.strip.accessibleName())

    def stop(self) -> None:
        """Put the strip away; what was written and skipped stays."""
        self.step = None
        self.strip.hide()
        self._page.focus_first()

    def come(self, strand_id: str) -> None:
        """Ask on where one comes back to the strand of the question; elsewhere, say where it waits and how to go back."""
        if self.step is None:
            return
        code = self.step.strand.code
        if self.step.strand.id == strand_id:
            self._ask(self.step)
            return
        here = self._page.session.framework.strand(strand_id).code
        ways = ((f"Back to {code}", self._back), (f"Ask about {here}", self.begin), ("Stop", self.stop))
        self._show(f"Guide me waits at {code}, question {self.step.number}", self.step.prompt.text, ways)

    def _back(self) -> None:
        if self.step is not None:
            self._page.show_strand(self.step.strand.id)
            self.strip.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, step: Step) -> None:
        where = f"{step.strand.code}, question {step.number} of {len(step.strand.prompts)}. {_left(step.waiting)}"
        ways = (("Start a statement", self._start), ("Skip", self._skip), ("Stop", self.stop))
        self._show(where, step.prompt.text, ways)

    def _show(self, where: str, question: str, ways: tuple[Do, ...]) -> None:
        self.strip.ask(where, question, ways)

    def _start(self) -> None:
        if self.step is None:
            return
        self._page.start_from(self.step.prompt)
        if self._page.desk.editing:
            where = f"{self.step.strand.code}: write your answer below, and cite a page for it"
            self._show(where, self.step.prompt.text, (("Next question", self.begin), ("Stop", self.stop)))

    def _skip(self) -> None:
        if self.step is not None:
            skipped = self.step.prompt.id
            self._write(lambda: guiding.skip(self._page.session, skipped))

    def _again(self) -> None:
        self._write(lambda: guiding.ask_skipped_again(self._page.session))

    def _write(self, write: Callable[[], None]) -> None:
        try:
            write()
        except AppError as error:
            self._page.context.errors.show(error, self._page)
        else:
            self.begin()

    def _say_done(self) -> None:
        again = (("Ask the skipped ones again", self._again),) if guiding.skipped(self._page.session) else ()
        words = "Read it through with your partners, then look at the checks." if not again else "Some were skipped."
        self._show("Every question is answered or skipped", words, (*again, ("Stop", self.stop)))


def _left(waiting: int) -> str:
    return "The last one" if waiting == 1 else f"{waiting} to go in all strands"
