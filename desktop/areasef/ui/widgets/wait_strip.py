"""What takes longer than a moment, said where it is waited for: words, seconds once they are many, and Stop if it can be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from areasef.ui import accessible, metrics
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label
from areasef.ui.widgets.wait_clock import WaitClock


class WaitStrip(QFrame):
    """Stays away for what takes less than a moment. One that is ``flush`` reaches from edge to edge of its place."""

    def __init__(self, *, flush: bool = False) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("flush", flush)
        self.setProperty("tone", "neutral")
        self._words = label("", "table", wrap=True)
        self._said = ""
        self._stop: Callable[[], object] | None = None
        self.stop_button = Button("Stop", lambda: self._stop() if self._stop else None, small=True)
        line = metrics.row(self, margins=(16, 6, 12, 6), spacing=12)
        line.addWidget(self._words, 1)
        line.addWidget(self.stop_button)
        self._clock = WaitClock(self)
        self._clock.due.connect(self._appear)
        self._clock.counted.connect(lambda seconds: self._words.setText(f"{self._said}, {seconds} seconds so far"))
        self.hide()

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def begin(self, words: str, stop: Callable[[], object] | None = None) -> None:
        """Say what is under way, from a moment on; ``stop`` ends it, where it can be ended."""
        self._said, self._stop = words, stop
        self._words.setText(words)
        self.stop_button.setVisible(stop is not None)
        self._clock.begin()

    def say(self, words: str) -> None:
        """Say what is being done now."""
        self._said = words
        self._words.setText(words)

    def end(self) -> None:
        """Say nothing more."""
        self._clock.end()
        self.hide()

    def _appear(self) -> None:
        self.show()
        accessible.announce(self, self._said)
