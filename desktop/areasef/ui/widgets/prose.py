"""Running text at a comfortable measure: wrapped, selectable by mouse and keys, with the line height of its style."""

from __future__ import annotations

import html
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from areasef import tokens
from areasef.ui import metrics, theme


class Prose(QLabel):
    """Plain words shown with the line height of a text style; they are escaped, never read as markup.

    Its sizes are remembered by width: a layout asks for them many times over, and each answer breaks the text into lines.
    """

    def __init__(self, words: str = "", style: str = "statement") -> None:
        super().__init__()
        self._words = words
        self._style = style
        self._sizes: dict[int | str, QSize] = {}
        self._of_fonts: dict[str, dict[int | str, QSize]] = {}
        self.setProperty("type", style)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.look_changed().connect(self._dress)
        self._dress()

    def say(self, words: str) -> None:
        """Show other words."""
        if words != self._words:
            self._words = words
            self._dress()

    @property
    def words(self) -> str:
        """The words as they were given."""
        return self._words

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        found = self._sizes.get(width)
        if found is None:
            found = self._sizes[width] = QSize(width, super().heightForWidth(width))
        return found.height()

    def sizeHint(self) -> QSize:
        """Return the size of the words at a width that reads well."""
        return self._remembered("hint", super().sizeHint)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the words at the least width."""
        return self._remembered("least", super().minimumSizeHint)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font; while the look changes a font comes and goes, and comes back the same."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._sizes = self._of_fonts.setdefault(self.font().key(), {})
        elif event.type() == QEvent.Type.ContentsRectChange:
            self._forget()

    def _remembered(self, name: str, measure: Callable[[], QSize]) -> QSize:
        found = self._sizes.get(name)
        if found is None:
            found = self._sizes[name] = measure()
        return found

    def _forget(self) -> None:
        self._of_fonts.clear()
        self._sizes = self._of_fonts[self.font().key()] = {}

    def _dress(self) -> None:
        self._forget()
        line = metrics.px(tokens.TYPE[self._style].line)
        body = html.escape(self._words).replace("\n", "<br>")
        self.setText(f'<div style="line-height:{line}px">{body}</div>')
        self.setAccessibleName(self._words)
