"""The banner: read-only, error, stale; in place, with a shape, a bold start and one link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from areasef.ui import metrics, theme
from areasef.ui.later import later
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import set_state
from areasef.ui.widgets.prose import Prose
from areasef.ui.widgets.status import Mark

_MARKS: Final = {
    "bad": ("check", "must"),
    "caution": ("check", "look"),
    "neutral": ("icon", "lock"),
    "note": ("check", "note"),
    "good": ("check", "pass"),
}
_WORDS_ROOM: Final = 220  # what the words need beside the links; with less, the links stand under them


class Banner(QFrame):
    """Says something about the whole place it stands in, until it is no longer true.

    One that is ``flush`` reaches from edge to edge of its place; any other stands in it like a card.
    """

    def __init__(self, parent: QWidget | None = None, *, flush: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("flush", flush)
        self._mark = Mark(18)
        self._words = Prose("", "table")
        self._ways = QFrame()
        self._links = metrics.row(self._ways, spacing=4)
        self._link = Button("", kind="quiet", small=True)
        self._pressed: Callable[[], object] | None = None
        self._link.clicked.connect(lambda: self._pressed() if self._pressed else None)
        self._link.hide()
        self._links.addWidget(self._link)
        self._line = metrics.spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), (12, 6, 8, 6), 6)
        said = QFrame()
        beside = metrics.row(said, margins=(0, 2, 0, 2), spacing=10)
        mark = metrics.column(margins=(0, 1, 0, 0))  # in the middle of the first line
        mark.addWidget(self._mark)
        mark.addStretch(1)
        beside.addLayout(mark)
        beside.addWidget(self._words, 1)
        self._line.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self._ways, 0, Qt.AlignmentFlag.AlignVCenter)
        self._ways.hide()
        theme.look_changed().connect(self._fit_again)

    def say(
        self,
        title: str,
        words: str = "",
        tone: str = "neutral",
        link: str = "",
        pressed: Callable[[], object] | None = None,
    ) -> None:
        """Say a bold start, the rest, and offer one link; ``tone`` is bad, caution, good, note or neutral (a lock)."""
        self.reword(title, words)
        set_state(self, "tone", tone)
        family, key = _MARKS[tone]
        self._mark.show_mark(family, key, "neutral_tint" if tone == "note" else f"{tone}_tint")
        self._link.setVisible(bool(link))
        self._link.say(link)
        self._pressed = pressed
        self._ways.setVisible(bool(link) or self._links.count() > 1)
        self._fit()

    def reword(self, title: str, words: str = "") -> None:
        """Say something else, with the same links."""
        start = title if not words or title.endswith((".", ":", "?")) else f"{title}."
        whole = f"{start} {words}".strip()
        self._words.say(whole, len(start))
        self.setAccessibleName(whole)

    def drop_links(self) -> None:
        """Take away the links that were added."""
        while (item := self._links.takeAt(1)) is not None:
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()

    @property
    def words(self) -> str:
        """All that it says."""
        return self._words.words

    def press(self) -> None:
        """Follow its link."""
        self._link.click()

    def add_link(self, words: str, pressed: Callable[[], object]) -> None:
        """Offer one more way out, after the others."""
        made = Button(words, pressed, kind="quiet", small=True)
        made.setProperty("tight", True)
        self._links.addWidget(made)
        self._ways.show()
        made.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the links under the words where both have no room side by side."""
        super().resizeEvent(event)
        self._fit()

    def _fit_again(self) -> None:
        later(self, self._fit)

    def _fit(self) -> None:
        margins = self._line.contentsMargins()
        room = self.width() - margins.left() - margins.right() - metrics.px(18 + 10)
        wanted = self._ways.sizeHint().width() if not self._ways.isHidden() else 0
        beside = room - wanted >= metrics.px(_WORDS_ROOM)
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._line.setAlignment(self._ways, middle if beside else middle | Qt.AlignmentFlag.AlignLeft)
        inside = metrics.px(9 if not self._link.isHidden() else 4)  # of the first link: words stand under words
        left = 0 if beside else metrics.px(18 + 10) - inside
        self._links.setContentsMargins(left, 0, 0, 0)
