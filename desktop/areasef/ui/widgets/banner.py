"""The banner: read-only, error, stale; in place, with a shape, a bold start and one link."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from areasef.ui import metrics
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label, set_state
from areasef.ui.widgets.status import Mark

_MARKS = {
    "bad": ("check", "must"),
    "caution": ("check", "look"),
    "neutral": ("icon", "lock"),
    "good": ("check", "pass"),
}


class Banner(QFrame):
    """Says something about the whole place it stands in, until it is no longer true."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._mark = Mark(18)
        self._title = label("", "label")
        self._words: QLabel = label("", "table", wrap=True)
        self._link = Button("", kind="quiet", small=True)
        self._pressed: Callable[[], object] | None = None
        self._link.clicked.connect(lambda: self._pressed() if self._pressed else None)
        line = metrics.row(self, margins=(12, 6, 8, 6), spacing=8)
        line.addWidget(self._mark)
        line.addWidget(self._title)
        line.addWidget(self._words, 1)
        line.addWidget(self._link)
        self._link.hide()

    def say(
        self,
        title: str,
        words: str = "",
        tone: str = "neutral",
        link: str = "",
        pressed: Callable[[], object] | None = None,
    ) -> None:
        """Say a bold start, the rest, and offer one link; ``tone`` is bad, caution, good or neutral (a lock)."""
        start = title if not words or title.endswith((".", ":", "?")) else f"{title}."
        self._title.setText(start)
        self._words.setText(words)
        set_state(self._title, "tone", tone if tone != "neutral" else "")
        set_state(self, "tone", tone)
        family, key = _MARKS[tone]
        self._mark.show_mark(family, key, f"{tone}_tint")
        self._link.setVisible(bool(link))
        self._link.say(link)
        self._pressed = pressed
        self.setAccessibleName(f"{start} {words}".strip())

    def add_link(self, words: str, pressed: Callable[[], object]) -> None:
        """Offer one more way out, after the others."""
        layout = self.layout()
        assert layout is not None
        made = Button(words, pressed, kind="quiet", small=True)
        made.setProperty("tight", True)
        layout.addWidget(made)
