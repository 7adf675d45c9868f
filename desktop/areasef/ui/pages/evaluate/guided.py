"""*Guide me*: one prompt after another, strand by strand. It can be stopped and taken up again at any time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from areasef.domain.framework import Strand
from areasef.services import evaluating, guiding
from areasef.services.guiding import Step
from areasef.ui import accessible
from areasef.ui.later import later
from areasef.ui.pages.evaluate.guide_strip import Do, GuideStrip
from areasef.words.faults import AppError

if TYPE_CHECKING:
    from areasef.ui.pages.evaluate.page import EvaluatePage

WRITING = 1


class Guided:
    """Asks in the strip; while its answer is written the question stays, until one goes on to the next.

    Where every question of a strand is done, it asks how the strand is seen before it goes on to another.
    """

    def __init__(self, page: EvaluatePage) -> None:
        self._page = page
        self.strip = GuideStrip()
        self.step: Step | None = None
        self._writing = self._answer = ""
        self._asked_view: tuple[Strand, Step | None] | None = None
        page.heading.level_picked.connect(lambda _: later(self.strip, self._seen))  # once it is kept

    def begin(self) -> None:
        """Ask the next prompt, from the strand at hand on."""
        page = self._page
        asked = self.step.prompt.id if self.step is not None and self._writing else ""
        page.desk.finish()
        if asked and asked not in guiding.answered(page.session):
            self._pass_over(asked)  # the next one was asked for, and nothing was written
        was, step = self.step, guiding.next_step(page.session, page.strand_id)
        page.panes.show_pane(WRITING)
        through = was is not None and was.strand.id == page.strand_id and (not step or step.strand.id != was.strand.id)
        if was is not None and through and self._unseen(was.strand):
            self._ask_view(was.strand, step)
        else:
            self._go_on(step)
        self._stand()

    def _go_on(self, step: Step | None) -> None:
        self.step = step
        if step is None:
            self._say_done()
        else:
            self._page.show_strand(step.strand.id)
            self._ask(step)

    def _stand(self) -> None:
        self.strip.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        accessible.announce(self._page, self.strip.accessibleName())

    def stop(self) -> None:
        """Put the strip away; what was written and skipped stays."""
        self.step = None
        self.strip.hide()
        self._page.writing.set_guided(False)
        self._page.focus_first()

    def answered(self) -> None:
        """Say what comes next where the answer to the question at hand was written and closed."""
        step, desk = self.step, self._page.desk
        if step is None or not self._writing or desk.current != self._writing:
            return
        code, answer = step.strand.code, desk.current
        dossier = self._page.dossier
        cited = dossier is not None and bool(dossier.citations_of(desk.current))
        then = f"Go on, or say at the top how you see {code}" if cited else "Cite a page for it on the right, or go on"
        where = f"Guide me. {code}: your answer is kept. {then}"
        self._show(where, step.prompt.text, (("Next question", self.begin), ("Stop", self.stop)))
        self._answer = answer

    def unanswered(self) -> bool:
        """Ask the question again whose answer was left empty; say whether there is one."""
        if self.step is None or not self._writing:
            return False
        self._ask(self.step)
        self._stand()
        return True

    def look_again(self) -> None:
        """Ask the question again whose answer is gone, as after an undo."""
        step, page = self.step, self._page
        if step is None or not self._answer or step.strand.id != page.strand_id or page.dossier is None:
            return
        if self._answer not in page.dossier.statement_by_id:
            self._ask(step)

    def come(self, strand_id: str) -> None:
        """Ask on where one comes back to the strand of the question; elsewhere, say where it waits and how to go back."""
        if self.step is None:
            return
        code = self.step.strand.code
        if self.step.strand.id == strand_id:
            fresh = guiding.next_step(self._page.session, strand_id)
            self.step = fresh if fresh is not None and fresh.strand.id == strand_id else self.step
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
        where = f"Guide me. {step.strand.code}, question {step.number} of {len(step.strand.prompts)}"
        where = f"{where}. {_left(step.waiting)}"
        ways = (("Start a statement", self._start), ("Skip", self._skip), ("Stop", self.stop))
        self._show(where, step.prompt.text, ways)

    def _show(self, where: str, question: str, ways: tuple[Do, ...]) -> None:
        self._writing, self._answer, self._asked_view = "", "", None
        self.strip.ask(where, question, ways)
        self._page.writing.set_guided(True)

    def _start(self) -> None:
        if self.step is None:
            return
        self._page.start_from(self.step.prompt)
        if self._page.desk.editing:
            where = f"Guide me. {self.step.strand.code}: write your answer below, cite a page for it, then press Done"
            self._show(where, self.step.prompt.text, (("Next question", self.begin), ("Stop", self.stop)))
            self._writing = self._page.desk.editing

    def _skip(self) -> None:
        if self.step is not None and self._pass_over(self.step.prompt.id):
            self.begin()

    def _pass_over(self, prompt_id: str) -> bool:
        return self._write(lambda: guiding.skip(self._page.session, prompt_id))

    def _again(self) -> None:
        if self._write(lambda: guiding.ask_skipped_again(self._page.session)):
            self.begin()

    def _write(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except AppError as error:
            self._page.context.errors.show(error, self._page)
            return False
        return True

    def _unseen(self, strand: Strand) -> bool:
        """Say whether nothing was said yet about how a strand is seen."""
        view = evaluating.self_view(self._page.session, strand.id)
        return not (view.level_id or view.reason.strip() or view.not_known.strip())

    def _ask_view(self, strand: Strand, then: Step | None) -> None:
        """Ask how a strand is seen, of which no question is left."""
        see = partial(self._page.heading.focus_field, "self_view")
        question = f"How do you see {strand.code}, {strand.short_title}, as a whole? No view yet is an honest answer."
        self._show(_through(strand), question, (("Say how we see it", see), *self._ways_on(then)))
        self._asked_view = (strand, then)

    def _seen(self) -> None:
        """Ask why, where the strand was asked about and a level was chosen."""
        if self._asked_view is None or self._unseen(self._asked_view[0]):
            return
        (strand, then), why = self._asked_view, partial(self._page.heading.focus_field, "reason")
        ways: tuple[Do, ...] = (("Say why we see it so", why), *self._ways_on(then))
        self._show(_through(strand), f"It is kept how you see {strand.code}. Say why, or go on.", ways)

    def _ways_on(self, then: Step | None) -> tuple[Do, ...]:
        def go_on() -> None:
            self._go_on(then)
            self._stand()

        on = f"Go on with {then.strand.code}" if then is not None else "Go on"
        return ((on, go_on), ("Stop", self.stop))

    def _say_done(self) -> None:
        again = (("Ask the skipped ones again", self._again),) if guiding.skipped(self._page.session) else ()
        words = "Read it through with your partners, then look at the checks." if not again else "Some were skipped."
        self._show("Every question is answered or skipped", words, (*again, ("Stop", self.stop)))


def _through(strand: Strand) -> str:
    return f"Guide me. {strand.code}: every question is answered or skipped"


def _left(waiting: int) -> str:
    return "The last one" if waiting == 1 else f"{waiting} to go in all strands"
