"""What a body says to a strand or a statement: its answer, its own words, and whether they print beside ours."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from areasef.domain.evaluation import Answer, Response
from areasef.ui.dialogs.left_words import FormQuestion
from areasef.ui.widgets.entries import ChoiceEntry, TextEntry
from areasef.ui.widgets.question import Choice
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.tick_box import TickBox

ANSWERS: Final = {
    Answer.NOT_ASKED: "Not asked",
    Answer.CONTRIBUTED: "Contributed",
    Answer.ENDORSES: "Endorses this",
    Answer.DIFFERS: "Sees it differently",
    Answer.DECLINED: "Declined to answer",
}


_SAYS: Final = "It prints beside ours. To contribute is to help write it; to endorse is to stand behind it."


class AnswerQuestion(FormQuestion):
    """Asks for one body's answer. ``answer``, ``words`` and ``printed`` hold what was said."""

    ring = 6

    def __init__(self, parent: QWidget, body: str, subject: str, kept: Response, fallback: Answer) -> None:
        choices = (Choice("leave", "Leave it as it was", safe=True), Choice("keep", "Keep", primary=True))
        about = f"{kept.subject_kind} {kept.subject_id} {kept.partner_id}"
        super().__init__(parent, f"What does {body} say to {subject}?", _SAYS, choices, about)
        self.answer = kept.answer if kept.answer is not Answer.NOT_ASKED else fallback
        self.words = kept.words
        self._answers = ChoiceEntry("Its answer", [(str(key), said) for key, said in ANSWERS.items()], self._say)
        self._answers.show_value(str(self.answer))
        hint = "As it would say it. We do not soften it."
        self._words = TextEntry("Its own words", self._keep_words, hint, height=120)
        self._words.show_value(self.words)
        self.prints = TickBox("Print these words beside ours")
        self.prints.setChecked(kept.printed)
        fields = Scroll("Fields", margins=(6, 6, 12, 20), spacing=12)
        for widget in (self._answers.field, self._words.field, self.prints):
            fields.column.addWidget(widget)
        fields.column.addStretch(1)
        self.end_in_scroll(fields)
        self.remember(words=self._words, answer=self._answers, prints=self.prints)
        self._words.settle()
        self._show_words()
        self._answers.box.setFocus()

    @property
    def printed(self) -> bool:
        """Whether the words print beside ours."""
        return self.prints.isChecked()

    def ask(self) -> str:
        """Show the question and return the key of what was chosen."""
        key = super().ask()
        self._words.settle()
        return key

    def _say(self, answer: object) -> None:
        self.answer = Answer(str(answer))
        self._show_words()

    def _keep_words(self, words: object) -> None:
        self.words = str(words)

    def _show_words(self) -> None:
        wanted = self.answer is Answer.DIFFERS or bool(self.words)
        self._words.field.setVisible(wanted)
        self.prints.setVisible(wanted)
        self._fit()
        if self.isVisible():
            self._grow()


class WordsQuestion(FormQuestion):
    """Asks for some words of our own, such as what a picture says or why a statement is to be looked at again.

    ``must`` is said where no words are kept that are needed; empty where there may be none.
    """

    def __init__(
        self, parent: QWidget, title: str, body: str, name: str, words: str, verb: str, about: str, must: str = ""
    ) -> None:
        choices = (Choice("leave", "Leave it", safe=True), Choice("keep", verb, primary=True, stays=True))
        super().__init__(parent, title, body, choices, about)
        self.words = words
        self._must = must
        self.entry = TextEntry(name, self._keep, height=96)
        self.entry.show_value(words)
        self.content.addWidget(self.entry.field)
        self.remember(words=self.entry)
        self.chosen.connect(self._try)
        self.entry.edit.setFocus()

    def _try(self, key: str) -> None:
        """Keep the words, or say that some are needed."""
        if key != "keep":
            return
        self.entry.settle()
        if self._must and not self.words.strip():
            self.entry.field.set_error(self._must)
            self._fit()
            self.entry.edit.setFocus()
            return
        self._answer = key
        self.accept()

    def _keep(self, words: object) -> None:
        self.words = str(words)
