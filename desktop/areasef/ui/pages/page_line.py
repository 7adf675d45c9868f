"""The line under a page: what is selected, cited or wrong, and the links that make it larger or try again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from areasef.ui import metrics
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.prose import Prose


class PageLine(QFrame):
    """``hint`` is what it says where nothing else is to be said."""

    def __init__(self, hint: str, enlarge: Callable[[], object], again: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("paneFoot")
        self._hint = hint
        self.words = Prose("", "meta")
        self.larger = Button("Larger", enlarge, kind="quiet", small=True)
        self.larger.setProperty("aside", True)
        self.again = Button("Try again", again, kind="quiet", small=True)
        line = metrics.row(self, margins=(16, 8, 12, 8), spacing=8)
        line.addWidget(self.words, 1)
        for button in (self.again, self.larger):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, words: str) -> None:
        """Say something, or the hint."""
        self.words.say(words or self._hint)

    def fit(self, *, can_cite: bool, drawn: bool, largest: bool, failing: bool) -> None:
        """Show the line where it has something to say, and the links that fit."""
        said = self.words.words != self._hint
        self.setVisible(failing or (bool(self.words.words) and (said or can_cite)))
        self.again.setVisible(failing)
        self.larger.setVisible(bool(self._hint) and drawn)
        self.larger.say("Whole width" if largest else "Larger")
