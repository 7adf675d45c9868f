"""What a body says to a strand or a statement: its answer, its own words, and whether they print beside ours."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from areasef.domain.evaluation import Answer, Response
from areasef.ui.widgets.entries import ChoiceEntry, TextEntry
from areasef.ui.widgets.question import Choice, Question
from areasef.ui.widgets.tick_box import TickBox

ANSWERS: Final = {
    Answer.NOT_ASKED: "Not asked",
    Answer.CONTRIBUTED: "Contributed",
    Answer.ENDORSES: "Endorses this",
    Answer.DIFFERS: "Sees it differently",
    Answer.DECLINED: "Declined to answer",
}


_BACK: Final = "What you typed and left is here again. It is kept once you say so."
_LEFT: dict[str, str] = {}


def _left(about: str) -> str:
    """Return the words that were typed and left when this was asked last, in this sitting: Esc loses nothing."""
    return _LEFT.get(about, "")


def _leave(about: str, words: str) -> None:
    if about and words:
        _LEFT[about] = words
    else:
        _LEFT.pop(about, None)


class AnswerQuestion(Question):
    """Asks for one body's answer. ``answer``, ``words`` and ``printed`` hold what was said."""

    def __init__(self, parent: QWidget | None, body: str, subject: str, kept: Response, fallback: Answer) -> None:
        choices = (Choice("leave", "Leave it as it was", safe=True), Choice("keep", "Keep", primary=True))
        super().__init__(parent, f"What does {body} say to {subject}?", "", choices)
        self.answer = kept.answer if kept.answer is not Answer.NOT_ASKED else fallback
        self._kept = kept.words
        self._about = f"{kept.subject_kind} {kept.subject_id} {kept.partner_id}"
        back = _left(self._about)
        self.words = back or kept.words
        self._answers = ChoiceEntry("Its answer", [(str(key), said) for key, said in ANSWERS.items()], self._say)
        self._answers.show_value(str(self.answer))
        hint = _BACK if back else "As it would say it. We do not soften it."
        self._words = TextEntry("Its own words", self._keep_words, hint, height=120)
        self._words.show_value(self.words)
        self.prints = TickBox("Print these words beside ours")
        self.prints.setChecked(kept.printed)
        for widget in (self._answers.field, self._words.field, self.prints):
            self.content.addWidget(widget)
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
        _leave(self._about, self.words if key != "keep" and self.words != self._kept else "")
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
        self.adjustSize()


class WordsQuestion(Question):
    """Asks for some words of our own, such as what a picture says or why a statement is to be looked at again.

    ``about`` names the thing they are about: words that were typed and left stand there again the next time.
    """

    def __init__(
        self, parent: QWidget | None, title: str, body: str, name: str, words: str, verb: str, about: str = ""
    ) -> None:
        choices = (Choice("leave", "Leave it", safe=True), Choice("keep", verb, primary=True))
        super().__init__(parent, title, body, choices)
        self._kept, self._about = words, f"{title} {about}" if about else ""
        back = _left(self._about)
        self.words = back or words
        self.entry = TextEntry(name, self._keep, _BACK if back else "", height=96)
        self.entry.show_value(self.words)
        self.content.addWidget(self.entry.field)
        self.entry.edit.setFocus()

    def ask(self) -> str:
        """Show the question and return the key of what was chosen; ``words`` holds what was typed."""
        key = super().ask()
        self.entry.settle()
        _leave(self._about, self.words if key != "keep" and self.words != self._kept else "")
        return key

    def _keep(self, words: object) -> None:
        self.words = str(words)
