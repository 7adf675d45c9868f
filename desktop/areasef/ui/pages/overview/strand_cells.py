"""Paints the cells of the strand table: chip, bar, shape and words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from areasef import tokens
from areasef.ui import theme
from areasef.ui.focus import paint_ring
from areasef.ui.models.overview_rows import CELL, Cell, Column, Index
from areasef.ui.widgets.status import paint_chip, paint_word

_EDGE: Final = 16
TITLE_LEFT: Final = 16 + 26 + 8
_BAR: Final = (55, 5)
_BAR_AT_MOST: Final = 110
_GAP: Final = 8
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class StrandCells(QStyledItemDelegate):
    """The delegate of the strand table."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        painter.save()
        box = QRectF(option.rect)
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            _paint_part(painter, box, cell)
        else:
            last = index.row() + 1 == index.model().rowCount()
            back = _ground(painter, box, option.state, first=index.column() == Column.STRAND, last=last)
            _PAINTERS[Column(index.column())](painter, box, cell, back)
            if option.state & QStyle.StateFlag.State_HasFocus:
                paint_ring(painter, box.adjusted(1, 1, -2, -2), theme.look().px(4))
        painter.restore()


def _ground(painter: QPainter, box: QRectF, state: QStyle.StateFlag, *, first: bool, last: bool) -> str:
    look = theme.look()
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    back = "selected" if chosen else "hover" if state & QStyle.StateFlag.State_MouseOver else "surface"
    painter.fillRect(box, look.colour(back))
    if not last:
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.colour("line"))
    if chosen and first:
        painter.fillRect(QRectF(box.left(), box.top(), look.px(3), box.height()), look.colour("accent"))
    return back


def _paint_part(painter: QPainter, box: QRectF, cell: Cell) -> None:
    look = theme.look()
    painter.fillRect(box, look.colour("sunken"))
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.colour("line"))
    painter.setFont(look.font("meta_strong"))
    painter.setPen(look.colour("text"))
    inner = box.adjusted(look.px(_EDGE), 0, -look.px(_EDGE), 0)
    painter.drawText(inner, _MIDDLE, cell.lead)
    wide = QFontMetricsF(look.font("meta_strong")).horizontalAdvance(cell.lead) + look.px(10)
    painter.setFont(look.font("meta"))
    painter.setPen(look.colour("text_muted"))
    painter.drawText(inner.adjusted(wide, 0, 0, 0), _MIDDLE | Qt.TextFlag.TextWordWrap, cell.words)


def _paint_strand(painter: QPainter, box: QRectF, cell: Cell, _back: str) -> None:
    look = theme.look()
    inner = box.adjusted(look.px(_EDGE), 0, -look.px(_GAP), 0)
    painter.setFont(look.font("label"))
    painter.setPen(look.colour("text_muted"))
    painter.drawText(inner, _MIDDLE, cell.lead)
    painter.setFont(look.font("table"))
    painter.setPen(look.colour("text"))
    painter.drawText(inner.adjusted(look.px(26), 0, 0, 0), _MIDDLE | Qt.TextFlag.TextWordWrap, cell.words)


def _paint_view(painter: QPainter, box: QRectF, cell: Cell, back: str) -> None:
    look = theme.look()
    if cell.shape is None:
        _paint_words(painter, box, cell, back)
        return
    high = look.px(tokens.SIZE["chip"])
    paint_chip(painter, QPointF(box.left(), round(box.center().y() - high / 2)), *cell.shape, cell.words)


def _paint_backed(painter: QPainter, box: QRectF, cell: Cell, _back: str) -> None:
    look = theme.look()
    part, whole = cell.part or (0, 0)
    high = look.px(_BAR[1])
    wide = min(max(look.px(_BAR[0]), round(box.width() - look.px(92))), look.px(_BAR_AT_MOST))
    if whole and box.width() >= look.px(120):
        bar = QRectF(box.left(), round(box.center().y() - high / 2), wide, high)
        painter.fillRect(bar, look.colour("sunken"))
        painter.setPen(look.colour("neutral_line"))
        painter.drawRect(bar.adjusted(0, 0, -1, -1))
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * part / whole, bar.height()), look.colour("accent"))
        box = box.adjusted(wide + look.px(9), 0, 0, 0)
    painter.setFont(look.font("table"))
    painter.setPen(look.colour("text" if whole else "text_muted"))
    painter.drawText(box, _MIDDLE, cell.words)


def _paint_newest(painter: QPainter, box: QRectF, cell: Cell, back: str) -> None:
    if cell.shape is None:
        painter.setFont(theme.look().font("table"))
        painter.setPen(theme.look().colour("text_muted"))
        painter.drawText(box, _MIDDLE, cell.words)
        return
    paint_word(painter, box, *cell.shape, cell.words, back=back)


def _paint_words(painter: QPainter, box: QRectF, cell: Cell, _back: str) -> None:
    painter.setFont(theme.look().font("table"))
    painter.setPen(theme.look().colour("text"))
    painter.drawText(box, _MIDDLE | Qt.TextFlag.TextWordWrap, cell.words)


_PAINTERS: Final = {
    Column.STRAND: _paint_strand,
    Column.VIEW: _paint_view,
    Column.BACKED: _paint_backed,
    Column.NEWEST: _paint_newest,
    Column.AGREED: _paint_words,
    Column.CHECKS: _paint_newest,
}
