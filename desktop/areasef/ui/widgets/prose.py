"""Running text at a comfortable measure: wrapped, selectable by mouse and keys, with the line height of its style."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from areasef import tokens
from areasef.ui import metrics, theme


class Prose(QLabel):
    """Plain words shown with the line height of a text style; they are escaped, never read as markup."""

    def __init__(self, words: str = "", style: str = "statement") -> None:
        super().__init__()
        self._words = words
        self._style = style
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

    def _dress(self) -> None:
        line = metrics.px(tokens.TYPE[self._style].line)
        body = html.escape(self._words).replace("\n", "<br>")
        self.setText(f'<div style="line-height:{line}px">{body}</div>')
        self.setAccessibleName(self._words)
