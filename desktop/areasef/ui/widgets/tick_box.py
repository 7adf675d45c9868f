"""A box to tick, painted from the tokens, so that it is seen in every theme and at every text size."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from areasef.ui import theme

_SIDE = 16
_GAP = 8
_TICK: Final = ((0.25, 0.53), (0.43, 0.71), (0.76, 0.33))
"""The corners of a tick in a box of 1 by 1: an icon of this size would have hairlines."""


class TickBox(QCheckBox):
    """Words beside a box; the whole of it can be pressed."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.repaint_on_change(self)

    def typed(self) -> object:
        """Return whether it is ticked."""
        return self.isChecked()

    def retype(self, typed: object) -> None:
        """Tick it again, or not."""
        self.setChecked(bool(typed))

    def sizeHint(self) -> QSize:
        """Return room for box and words."""
        look = theme.look()
        words = QFontMetrics(look.font("table")).horizontalAdvance(self.text())
        return QSize(words + look.px(_SIDE + _GAP + 6), look.px(26))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Say that words and box can be pressed alike."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box and words."""
        look = theme.look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(_SIDE)
        box = QRectF(2.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        paint_tick(painter, box, ticked=self.isChecked(), hovered=self.underMouse())
        painter.setFont(look.font("table"))
        painter.setPen(look.colour("text"))
        words = QRectF(self.rect()).adjusted(look.px(_SIDE + _GAP) + 2, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


def paint_tick(painter: QPainter, box: QRectF, *, ticked: bool, hovered: bool = False) -> None:
    """Paint a box with its tick, or without."""
    look = theme.look()
    painter.setPen(QPen(look.colour("accent" if ticked else "line_strong"), 1))
    painter.setBrush(look.colour("accent" if ticked else "hover" if hovered else "surface"))
    painter.drawRoundedRect(box, look.px(3), look.px(3))
    if ticked:
        round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(look.colour("on_accent"), box.width() / 8, *round_ends))
        painter.drawPolyline([box.topLeft() + QPointF(x, y) * box.width() for x, y in _TICK])
