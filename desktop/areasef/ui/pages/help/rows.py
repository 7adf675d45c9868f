"""The pages of the guide as rows, drawn as the lists of other places are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from areasef.ui import metrics, theme
from areasef.ui.focus import INNER
from areasef.ui.widgets.row_paint import paint_focus
from areasef.ui.widgets.wrapping_list import WrappingList

Index = QModelIndex | QPersistentModelIndex


class TopicList(WrappingList):
    """One Tab stop."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plainList")
        self.setAccessibleName("Pages of the guide")
        self.setProperty(INNER, True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_Delegate(self))
        theme.look_changed().connect(self.doItemsLayout)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row: titles wrap, they are never cut."""
        list_ = self.parent()
        wide = list_.viewport().width() if isinstance(list_, QListView) else metrics.px(200)
        room = option.rect.adjusted(0, 0, 0, 0)
        room.setWidth(wide - metrics.px(32))
        words = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, str(index.data()))
        return QSize(wide, max(metrics.px(36), words.height() + metrics.px(16)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        look = theme.look()
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(box, look.colour("selected" if chosen else "hover" if hovered else "canvas"))
        if chosen:
            painter.fillRect(QRectF(box.left(), box.top(), look.px(3), box.height()), look.colour("accent"))
        painter.setFont(look.font("label" if chosen else "table"))
        painter.setPen(look.colour("text"))
        words = box.adjusted(look.px(20), 0, -look.px(12), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, str(index.data()))
        paint_focus(painter, box, option.state)
        painter.restore()
