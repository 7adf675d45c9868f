"""The box one finds things with: a magnifier, the words, and Esc to empty it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit

from areasef.ui import accessible, icons, metrics, theme

_PAUSE_MS: Final = 150


class FindBox(QLineEdit):
    """``wanted`` comes after a short pause with the words that stand in the box; ``left`` when Down leads to the list."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        accessible.named(self, hint, "Esc empties it, Down leads to what was found")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._told = ""
        self.textChanged.connect(lambda _: self._pause.start())
        theme.look_changed().connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks at once, Esc empties the box, Down leaves it for the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and its magnifier."""
        super().paintEvent(event)
        side = metrics.px(16)
        painter = QPainter(self)
        spot = QRectF(metrics.px(11), (self.height() - side) / 2, side, side)
        icons.paint_icon(painter, spot, "search", "text_muted")
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing while it cannot be seen, as when its window closes."""
        super().hideEvent(event)
        self._pause.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what was typed last."""
        super().showEvent(event)
        if self.text() != self._told:
            self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        self._told = self.text()
        self.wanted.emit(self._told)

    def _dress(self) -> None:
        self.setTextMargins(metrics.px(22), 0, 0, 0)
