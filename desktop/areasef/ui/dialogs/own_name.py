"""Whose hand writes: asked where nobody said so, before the computer's name for somebody stands by a whole evaluation."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from areasef.ui.dialogs.left_words import FormQuestion
from areasef.ui.widgets.entries import LineEntry
from areasef.ui.widgets.question import Choice

_BODY: Final = "It stands by what you write from now on. Settings, You changes it."
_NONE: Final = "Type your name, such as R. Okafor"


class OwnNameQuestion(FormQuestion):
    """Asks for one's own name; ``name`` holds it."""

    def __init__(self, parent: QWidget) -> None:
        choices = (Choice("leave", "Not now", safe=True), Choice("keep", "Keep", primary=True, stays=True))
        super().__init__(parent, "What is your name?", _BODY, choices, "own name")
        self.name = ""
        self._entry = LineEntry("Your name", self._keep, "Such as R. Okafor")
        self.content.addWidget(self._entry.field)
        self.remember(name=self._entry)
        self.chosen.connect(self._try)
        self._entry.edit.setFocus()

    def _try(self, key: str) -> None:
        if key != "keep":
            return
        self._entry.settle()
        if not self.name:
            self._entry.field.set_error(_NONE)
            self._fit()
            self._entry.edit.setFocus()
            return
        self._answer = key
        self.accept()

    def _keep(self, name: object) -> None:
        self.name = str(name)
