"""The mark: two rings that overlap, on a square of the accent colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from areasef import tokens
from areasef.ui import metrics, theme

_SIDE = 26


def paint_logo(painter: QPainter, square: QRectF, look: theme.Look) -> None:
    """Paint the mark into a square."""
    side = square.width()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent"))
    painter.drawRoundedRect(square, side * 0.2, side * 0.2)
    radius = side * 0.215
    left = square.center() - QPointF(side * 0.125, 0)
    right = square.center() + QPointF(side * 0.125, 0)
    one, other = QPainterPath(), QPainterPath()
    one.addEllipse(left, radius, radius)
    other.addEllipse(right, radius, radius)
    painter.fillPath(one.intersected(other), look.colour("on_accent"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("on_accent"), side * 0.075))
    painter.drawPath(one)
    painter.drawPath(other)


def app_icon() -> QIcon:
    """Return the application's icon, always in the light theme's colours."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        image = QPixmap(side, side)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_logo(painter, QRectF(0, 0, side, side), theme.Look(tokens.LIGHT))
        painter.end()
        made.addPixmap(image)
    return made


class Logo(QWidget):
    """The mark over the rail; decoration only."""

    def __init__(self) -> None:
        super().__init__()
        metrics.sized(self, width=_SIDE, height=_SIDE)
        theme.repaint_on_change(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        paint_logo(painter, QRectF(self.rect()), theme.look())
        painter.end()
