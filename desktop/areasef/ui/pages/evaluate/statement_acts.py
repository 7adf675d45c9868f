"""What a person does to a statement, apart from typing it: agree, review, move, bin, and what bodies say to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from areasef.domain.change import Change
from areasef.domain.evaluation import Answer, Response
from areasef.domain.partner import Partner, exists_on
from areasef.domain.statement import State, Statement, plain
from areasef.services import evaluating, partnering, writing
from areasef.services.session import Session
from areasef.ui.dialogs.answers import ANSWERS, AnswerQuestion, WordsQuestion
from areasef.ui.pages.evaluate.reading_card import partners_line
from areasef.ui.widgets.ticking import ask_ticks

Do = Callable[[Callable[[], Change]], bool]
Toast = Callable[[str], None]


class StatementActs:
    """Verbs over one statement by its id. ``do`` writes and tells the window; ``toast`` offers the way back."""

    def __init__(self, session: Session, window: QWidget, do: Do, toast: Toast, edit: Callable[[str], None]) -> None:
        self._session = session
        self._window = window
        self._do = do
        self._toast = toast
        self._edit = edit
        self.binned: Callable[[str], None] = lambda _: None

    def menu(self, statement_id: str) -> QMenu:
        """Return the menu of a statement's card, filled when it is opened."""
        made = QMenu()
        made.aboutToShow.connect(lambda: self._fill(made, statement_id))
        return made

    def agree(self, statement_id: str) -> None:
        """Agree a statement for those who stand behind it; where nobody does, ask who agrees it."""
        kept = writing.statement(self._session, statement_id)
        if kept is None:
            return
        who = kept.partner_ids or self._ask_who(())
        if who:
            self._agree(statement_id, who)

    def agree_for(self, statement_id: str) -> None:
        """Ask who agrees a statement, and agree it for them."""
        kept = writing.statement(self._session, statement_id)
        who = self._ask_who(kept.partner_ids) if kept else ()
        if who:
            self._agree(statement_id, who)

    def reopen(self, statement_id: str) -> None:
        """Make an agreed statement a draft again."""
        if self._do(lambda: evaluating.reopen(self._session, statement_id)):
            self._toast("Reopened as a draft")

    def review(self, statement_id: str) -> None:
        """Mark a statement to be looked at again, with a note, or take the mark away."""
        kept = writing.statement(self._session, statement_id)
        if kept is None:
            return
        if kept.for_review:
            self._do(lambda: writing.mark_for_review(self._session, statement_id, False))
            return
        asked = WordsQuestion(
            self._window, "Mark it for review?", "It is listed until somebody takes the mark away.", "What to look at",
            kept.review_note, "Mark it", statement_id,
        )  # fmt: skip
        if asked.ask() == "keep" and not self._do(
            lambda: writing.mark_for_review(self._session, statement_id, True, asked.words)
        ):
            asked.leave_words()

    def bin(self, statement_id: str) -> None:
        """Put a statement in the bin; the toast brings it back."""
        kept = writing.statement(self._session, statement_id)
        if kept is not None and self._do(lambda: writing.bin_statement(self._session, statement_id)):
            self.binned(statement_id)
            words = " ".join(plain(kept.body).split()[:6])
            self._toast(f"“{words} …” is in the bin" if words else "An empty statement is in the bin")

    def move(self, statement_id: str, steps: int) -> bool:
        """Move a statement up or down among those of its section."""
        return self._do(lambda: writing.move_statement(self._session, statement_id, steps))

    def respond(self, kind: str, subject_id: str, subject: str, partner: Partner, fallback: Answer) -> None:
        """Ask what a body says to a strand or a statement, and keep it."""
        kept: Response = evaluating.response(self._session, kind, subject_id, partner.id)
        asked = AnswerQuestion(self._window, partner.name, subject, kept, fallback)
        if asked.ask() == "keep" and not self._do(
            lambda: evaluating.respond(
                self._session, kind, subject_id, partner.id, asked.answer, asked.words, asked.printed
            )
        ):
            asked.leave_words()

    def partners(self) -> list[Partner]:
        """Return the partners of the as-at date."""
        as_at = self._session.evaluation.as_at
        return [each for each in partnering.partners(self._session) if exists_on(each.starts, each.ends, as_at)]

    def _agree(self, statement_id: str, who: tuple[str, ...]) -> None:
        if self._do(lambda: evaluating.agree(self._session, statement_id, who)):
            names = [each.label for each in partnering.partners(self._session) if each.id in who]
            self._toast(f"Agreed for {partners_line(names)}")

    def _ask_who(self, chosen: tuple[str, ...]) -> tuple[str, ...]:
        items = [(each.id, each.name) for each in self.partners()]
        body = "Whoever is ticked agrees these very words. Where they change later, the screen and the page say so."
        nothing = "No partner is named yet. Name them in Settings, under The partnership."
        return ask_ticks(self._window, "Who agrees this statement?", items, chosen, body, nothing) or ()

    def _fill(self, menu: QMenu, statement_id: str) -> None:
        menu.clear()
        kept = writing.statement(self._session, statement_id)
        if kept is None:
            return
        _add(menu, "Edit\tF2", partial(self._edit, statement_id))
        menu.addSeparator()
        if kept.state is not State.AGREED or evaluating.changed_since_agreed(self._session, kept):
            _add(menu, "Agree", partial(self.agree, statement_id))
        _add(menu, "Agree for …", partial(self.agree_for, statement_id))
        if kept.state is State.AGREED:
            _add(menu, "Reopen as a draft", partial(self.reopen, statement_id))
        self._add_answers(menu, kept)
        words = "Take the review mark away" if kept.for_review else "Mark for review …"
        _add(menu, words, partial(self.review, statement_id))
        menu.addSeparator()
        _add(menu, "Move up\tAlt Shift Up", partial(self.move, statement_id, -1))
        _add(menu, "Move down\tAlt Shift Down", partial(self.move, statement_id, 1))
        self._add_places(menu, kept)
        menu.addSeparator()
        _add(menu, "Put in the bin", partial(self.bin, statement_id))

    def _add_answers(self, menu: QMenu, kept: Statement) -> None:
        into = menu.addMenu("What each body says")
        for partner in self.partners():
            said = evaluating.response(self._session, "statement", kept.id, partner.id).answer
            behind = said is Answer.NOT_ASKED and partner.id in kept.partner_ids
            fallback = Answer.CONTRIBUTED if behind else Answer.NOT_ASKED
            words = ANSWERS[fallback if behind else said]
            ask = partial(self.respond, "statement", kept.id, "this statement", partner, fallback)
            _add(into, f"{partner.label}: {words[:1].lower()}{words[1:]} …", ask)

    def _add_places(self, menu: QMenu, kept: Statement) -> None:
        framework = self._session.framework
        into = menu.addMenu("Move to section")
        for section in framework.sections:
            if section.id != kept.section_id:
                _add(into, section.title, partial(self._move_to, kept, kept.strand_id, section.id))
        into = menu.addMenu("Move to strand")
        for strand in framework.strands:
            if strand.id != kept.strand_id:
                words = f"{strand.code}  {strand.short_title}"
                _add(into, words, partial(self._move_to, kept, strand.id, kept.section_id))

    def _move_to(self, kept: Statement, strand_id: str, section_id: str) -> None:
        if self._do(lambda: writing.move_to(self._session, kept.id, strand_id, section_id)):
            strand = self._session.framework.strand(strand_id)
            section = next(each for each in self._session.framework.sections if each.id == section_id)
            self._toast(f"Moved to {strand.code}, {section.title}")


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> None:
    menu.addAction(words.replace("&", "&&")).triggered.connect(lambda: do())
