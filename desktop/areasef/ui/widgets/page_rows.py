"""Paints a row of evidence in two lines: reference, title and page; then what it is and how fresh."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from areasef.ui import icons, metrics, theme
from areasef.ui.widgets.status import text_role

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 52
_FRESH_ROLES = {"current": "neutral", "ageing": "caution", "stale": "bad"}


class TwoLines(Protocol):
    """What such a row must be able to say."""

    ref: str
    title: str
    page: int
    detail: str
    freshness: str
    covers: str
    stance: str


class PageRowDelegate(QStyledItemDelegate):
    """The delegate of lists of pages."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row at this text size."""
        return QSize(metrics.px(200), metrics.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        painter.save()
        paint_two_lines(painter, QRectF(option.rect), index.data(Qt.ItemDataRole.UserRole), option.state)
        painter.restore()


def paint_two_lines(painter: QPainter, box: QRectF, row: TwoLines, state: QStyle.StateFlag) -> None:
    """Paint a row into a box."""
    look = theme.look()
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    back = "selected" if chosen else "hover" if state & QStyle.StateFlag.State_MouseOver else "surface"
    painter.fillRect(box, look.colour(back))
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.colour("line"))
    if chosen:
        painter.fillRect(QRectF(box.left(), box.top(), look.px(3), box.height()), look.colour("accent"))
    inner = box.adjusted(look.px(16), look.px(6), -look.px(16), -look.px(6))
    first = QRectF(inner.left(), inner.top(), inner.width(), look.px(20))
    second = QRectF(inner.left(), inner.top() + look.px(20), inner.width(), look.px(18))
    _paint_first(painter, first, row, back)
    _paint_second(painter, second, row, back)


def _paint_first(painter: QPainter, line: QRectF, row: TwoLines, back: str) -> None:
    look = theme.look()
    middle = Qt.AlignmentFlag.AlignVCenter
    left = line.left()
    if row.stance:
        key = "for" if row.stance == "supports" else "against"
        side = look.px(13)
        icons.paint_shape(painter, QRectF(left, line.center().y() - side / 2, side, side), "direction", key, back=back)
        left += look.px(20)
    right = line.right()
    if row.page:
        painter.setFont(look.font("table"))
        painter.setPen(look.colour("text_muted"))
        words = f"page {row.page}"
        wide = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(QRectF(right - wide, line.top(), wide + 1, line.height()), middle, words)
        right -= wide + look.px(10)
    painter.setPen(look.colour("text"))
    painter.setFont(look.font("label"))
    wide = painter.fontMetrics().horizontalAdvance(row.ref)
    painter.drawText(QRectF(left, line.top(), wide + 1, line.height()), middle, row.ref)
    painter.setFont(look.font("table"))
    title = QRectF(left + wide + look.px(10), line.top(), right - left - wide - look.px(10), line.height())
    words = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, int(title.width()))
    painter.drawText(title, middle, words)


def _paint_second(painter: QPainter, line: QRectF, row: TwoLines, back: str) -> None:
    look = theme.look()
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(look.font("meta"))
    painter.setPen(look.colour("text_muted"))
    painter.drawText(line, middle, row.detail)
    left = line.left() + painter.fontMetrics().horizontalAdvance(row.detail) + look.px(14)
    if row.freshness in _FRESH_ROLES:
        side = look.px(13)
        spot = QRectF(left, line.center().y() - side / 2, side, side)
        icons.paint_shape(painter, spot, "freshness", row.freshness, back=back)
        left += side + look.px(6)
        painter.setPen(look.colour(text_role(_FRESH_ROLES[row.freshness])))
    painter.drawText(QRectF(left, line.top(), line.right() - left, line.height()), middle, row.covers)


def page_list(name: str) -> QListView:
    """Return a list view dressed for such rows: one Tab stop, hover, no sideways scrolling."""
    made = QListView()
    made.setAccessibleName(name)
    made.setItemDelegate(PageRowDelegate(made))
    made.setMouseTracking(True)
    made.setUniformItemSizes(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    theme.look_changed().connect(made.doItemsLayout)
    return made
