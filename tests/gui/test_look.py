"""The look reaches every window and all that is in it; and Python's own housekeeping waits for a quiet moment."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from areasef import tokens
from areasef.ui import errors, theme, tidying
from areasef.ui.navigation import Target
from areasef.ui.widgets.label import label
from areasef.ui.widgets.question import Choice, Question
from areasef.ui.window import Window

QUESTION = [Choice("stay", "Stay", safe=True)]


def test_words_that_come_into_a_window_later_are_dressed_as_all_others(window: Window) -> None:
    theme.apply("contrast", 1.5)
    window.go(Target("overview"))
    assert window.page is not None
    for place in (window.top, window.page):  # a part of the window, and a shell that holds parts
        words = label("Strands", "title", "muted")
        inside = QWidget(place)
        QVBoxLayout(inside).addWidget(words)
        theme.dress_if_around(inside)
        words.ensurePolished()
        assert words.font().pixelSize() == round(tokens.TYPE["title"].size * 1.5)
        assert words.palette().windowText().color() == theme.look().colour("text_muted")


def test_a_question_is_dressed_over_a_window_and_without_one(window: Window, qtbot: QtBot) -> None:
    theme.apply("dark", 1.0)
    alone = errors.apology(None, errors.said(ValueError()), ValueError())
    qtbot.addWidget(alone)
    for question in (alone, Question(window, "Leave?", "", QUESTION)):
        question.ensurePolished()
        assert question.palette().window().color() == theme.look().colour("surface")
    theme.apply("light", 1.0)
    assert alone.palette().window().color() == theme.look().colour("surface")


def test_the_application_as_a_whole_has_no_sheet_of_its_own(dressed: QApplication) -> None:
    theme.apply("light", 1.0)
    assert dressed.styleSheet() == ""


class _Ring:
    def __init__(self) -> None:
        self.me = self


def test_what_holds_itself_goes_in_a_quiet_moment_and_not_under_somebodys_hands(dressed: QApplication) -> None:
    tidy = dressed.findChild(tidying.Tidying)
    assert tidy is not None
    ring = _Ring()
    gone = weakref.ref(ring)
    for _ in range(tidying.WORTH):
        gc.collect(1)
    del ring
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert tidy.eventFilter(tidy, key) is False
    assert gone() is not None
    tidy.tidy()
    assert gone() is None
