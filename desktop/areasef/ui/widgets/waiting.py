"""What stands in the page’s place while a file is read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from areasef.ui import accessible, metrics
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label


class Waiting(QFrame):
    """What is being done, and the way to stop it."""

    def __init__(self, stop: Callable[[], None]) -> None:
        super().__init__()
        self._words = label("", "body", wrap=True)
        self.stop = Button("Stop", stop)
        line = metrics.column(self, margins=(20, 28, 20, 20), spacing=12)
        line.addWidget(self._words)
        line.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)

    def say(self, words: str) -> None:
        """Say what is being done."""
        self._words.setText(words)
        accessible.announce(self, words)
