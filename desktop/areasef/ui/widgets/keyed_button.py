"""A button that shows its keys, as the one thing of a screen that is worth learning by heart."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen

from areasef.ui import theme
from areasef.ui.widgets.button import Button


class KeyedButton(Button):
    """A primary button with a picture of its keys after its words."""

    def __init__(self, words: str, pressed: Callable[[], object], *, icon: str, keys: str) -> None:
        self._keys = keys
        super().__init__(words, pressed, kind="primary", icon=icon, keys=keys)
        self.setProperty("keyed", True)
        theme.look_changed().connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for words and keys."""
        hint = super().sizeHint()
        return QSize(hint.width() + round(self._cap()) + theme.look().px(10), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button with its words to the left, then the keys."""
        super().paintEvent(event)
        look = theme.look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = self._cap(), look.px(20)
        cap = QRectF(self.width() - wide - look.px(12), (self.height() - high) / 2, wide, high)
        painter.setPen(QPen(look.colour("on_accent"), 1))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        painter.setFont(look.font("meta"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)
        painter.end()

    def _cap(self) -> float:
        look = theme.look()
        return float(QFontMetrics(look.font("meta")).horizontalAdvance(self._keys) + look.px(12))
