"""What painted rows share: the ground with its line and bar, words that end in dots where there is no room, the ring."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from areasef.ui import theme
from areasef.ui.focus import paint_ring

_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


def paint_ground(painter: QPainter, box: QRectF, state: QStyle.StateFlag, plain: str = "surface") -> str:
    """Paint a row's ground, hairline and, where it is chosen, its bar; return the role of the ground.

    Under the focus ring there is no bar: its ends would show outside the ring's round corners.
    """
    look = theme.look()
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    back = "selected" if chosen else "hover" if state & QStyle.StateFlag.State_MouseOver else plain
    painter.fillRect(box, look.colour(back))
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.colour("line"))
    if chosen and not state & QStyle.StateFlag.State_HasFocus:
        painter.fillRect(QRectF(box.left(), box.top(), look.px(3), box.height()), look.colour("accent"))
    return back


def paint_focus(painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
    """Paint the ring inside a row that has the focus."""
    if state & QStyle.StateFlag.State_HasFocus:
        paint_ring(painter, box.adjusted(0, 0, 0, -1), theme.look().px(6))


def paint_words(painter: QPainter, cell: QRectF, words: str, style: str = "table", role: str = "text") -> float:
    """Paint words in one line of a cell, with dots where they do not fit; return how wide they are."""
    look = theme.look()
    painter.setFont(look.font(style))
    painter.setPen(look.colour(role))
    measure = painter.fontMetrics()
    shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, max(int(cell.width()) + 1, 1))
    painter.drawText(cell.adjusted(0, 0, 4, 0), _MIDDLE, shown)
    return float(measure.horizontalAdvance(shown))


def wrapped_lines(words: str, width: float, most: int) -> list[str]:
    """Return the first lines of a text at a width; the last one holds all the rest, to end in dots."""
    font = theme.look().font("table")
    if QFontMetrics(font).horizontalAdvance(words) <= width:
        return [words]
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        end = None if len(lines) == most - 1 else start + line.textLength()
        lines.append(words[start:end].strip())
    layout.endLayout()
    return [line for line in lines if line]
