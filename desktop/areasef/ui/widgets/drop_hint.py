"""What covers the screen while something is dragged over it: a dashed edge and what will happen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from areasef.ui import theme

ADD_WORDS = "Drop to add it to the evidence"


class DropHint(QWidget):
    """Lies over its parent and lets every event through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = ADD_WORDS
        self.hide()

    def cover(self, words: str = ADD_WORDS) -> None:
        """Cover the parent, and say what will happen."""
        self._words = words
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.update()

    @property
    def words(self) -> str:
        """What will happen."""
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge and the words."""
        look = theme.look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.colour("accent"), look.px(2))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        edge = look.px(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), edge, edge)
        painter.setFont(look.font("section"))
        wide, high = painter.fontMetrics().horizontalAdvance(self._words) + look.px(40), look.px(44)
        box = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        painter.setPen(QPen(look.colour("accent"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        painter.setPen(look.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
