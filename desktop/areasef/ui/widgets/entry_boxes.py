"""What people type into inside a field: a line that shows how long words begin, and paragraphs that grow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from areasef.ui import metrics
from areasef.ui.later import later

_TALLEST: Final = 280
_PADDING: Final = 13  # the edge of a line of words, its padding, and a pixel or two round the caret


class Line(QLineEdit):
    """Shows how long words begin as long as nobody stands in it; who comes to it stands after them.

    ``too_long`` hands over words that it has no room for, and nothing once it has.
    """

    too_long = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._long = ""
        self.textChanged.connect(self._measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the words again in another width."""
        super().resizeEvent(event)
        if self._longer() != self._long:
            later(self, self._measure)  # once all is laid out: what is said under it makes another layout

    def _longer(self) -> str:
        words = self.text()
        room = self.width() - metrics.px(2 * _PADDING)
        return words if self.fontMetrics().horizontalAdvance(words) > room > 0 else ""

    def _measure(self) -> None:
        long = self._longer()
        if long != self._long:
            self._long = long
            self.too_long.emit(long)

    def show_words(self, words: str) -> None:
        """Show words from their beginning."""
        self.setText(words)
        if not self.hasFocus():
            self.home(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand after the words, where a jump leads here."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason and not self.hasSelectedText():
            self.end(False)


class Paragraphs(QPlainTextEdit):
    """Grows with its words, so that nobody scrolls a box inside a form that scrolls itself; up to a point."""

    left = Signal()

    def __init__(self, least: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        metrics.sized(self, min_height=least)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Return the height of all lines, up to a point."""
        lines = round(self.document().size().height())
        chrome = self.height() - self.viewport().height() + round(self.document().documentMargin() * 2)
        wanted = lines * self.fontMetrics().lineSpacing() + chrome + metrics.px(4)  # no bar beside words that all fit
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), min(wanted, metrics.px(_TALLEST))))

    def minimumSizeHint(self) -> QSize:
        """Return the least room, which Qt itself sets higher than three lines."""
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for other room where the lines break anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, not the path of a file that is dropped."""
        return source.hasText() and not any(each.isLocalFile() for each in source.urls())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the box was left."""
        super().focusOutEvent(event)
        self.left.emit()
