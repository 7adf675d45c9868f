"""Words typed into a question that was left by mistake: they stand there again, and nowhere else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.journeys.person import Person

from areasef.domain.evaluation import Answer, Response
from areasef.domain.identity import new_id
from areasef.ui.dialogs.answers import AnswerQuestion, WordsQuestion
from areasef.ui.window import Window


@pytest.fixture
def person(window: Window, qtbot: QtBot) -> Person:
    return Person(qtbot)


def ask(person: Person, asked: AnswerQuestion | WordsQuestion, words: str, last: str) -> tuple[str, str]:
    """Type words, press Tab to a button or Esc; return what stood there before, and what was answered."""
    found: list[str] = []

    def answer(_dialog: QWidget) -> None:
        person.tab_to("hat it says" if isinstance(asked, WordsQuestion) else "ts own words")
        box = person.focus()
        assert isinstance(box, QPlainTextEdit)
        found.append(box.toPlainText())
        if words:
            person.retype(words)
        if last:
            person.tab_to(last)
            person.keys(Qt.Key.Key_Space)
        else:
            person.press_last(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    said: list[str] = []
    person.answering(lambda: said.append(asked.ask()), answer)
    person.wait(lambda: bool(said))
    return found[0], said[0]


def test_words_left_with_esc_are_there_again_until_they_are_kept(window: Window, person: Person) -> None:
    about = new_id()

    def asked(thing: str) -> WordsQuestion:
        return WordsQuestion(window, "What does it say?", "", "What it says", "As it was.", "Keep", thing)

    assert ask(person, asked(about), "Families waited.", "") == ("As it was.", "leave")
    assert ask(person, asked(new_id()), "", "") == ("As it was.", "leave"), "another thing has its own words"
    again = asked(about)
    assert "here again" in again.entry.edit.accessibleDescription()
    assert ask(person, again, "", "Keep") == ("Families waited.", "keep")
    assert again.words == "Families waited."
    assert ask(person, asked(about), "", "") == ("As it was.", "leave"), "once kept, they are the file's"


def test_what_a_body_says_is_not_lost_with_esc(window: Window, person: Person) -> None:
    kept = Response(new_id(), new_id(), "strand", new_id(), new_id(), Answer.DIFFERS, "It takes longer.")

    def asked() -> AnswerQuestion:
        return AnswerQuestion(window, "The forum", "I3", kept, Answer.NOT_ASKED)

    assert ask(person, asked(), "It takes a year.", "") == ("It takes longer.", "leave")
    assert ask(person, asked(), "", "") == ("It takes a year.", "leave")
