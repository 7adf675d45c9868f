"""Rows that are ticked, drawn from the tokens: the box is seen in every theme and the whole row can be pressed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from areasef.ui import metrics, theme
from areasef.ui.widgets.row_paint import paint_focus
from areasef.ui.widgets.tick_box import paint_tick

ROW: Final = 33
_SIDE: Final = 16
_LEFT: Final = 40
_RIGHT: Final = 12
Index = QModelIndex | QPersistentModelIndex


class TickRows(QStyledItemDelegate):
    """Draws the rows of a list to tick; words wrap, they are never cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row at the width of its list."""
        list_ = self.parent()
        wide = list_.viewport().width() if isinstance(list_, QListWidget) else metrics.px(200)
        room = QRect(0, 0, max(wide - metrics.px(_LEFT + _RIGHT), 1), 0)
        words = QFontMetrics(theme.look().font("table")).boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(wide, max(metrics.px(ROW), words.height() + metrics.px(12)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        look = theme.look()
        box = QRectF(option.rect)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, look.colour("selected" if chosen else "hover" if hovered else "surface"))
        side = look.px(_SIDE)
        at = QRectF(box.left() + look.px(12) + 0.5, box.top() + (look.px(ROW) - side) / 2 + 0.5, side - 1, side - 1)
        paint_tick(
            painter, at, ticked=Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        )
        painter.setFont(look.font("table"))
        painter.setPen(look.colour("text"))
        words = box.adjusted(look.px(_LEFT), 0, -look.px(_RIGHT), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, str(index.data()))
        paint_focus(painter, box, option.state)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick by a press anywhere in the row; keys as Qt does it."""
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
                on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
                other = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
                return model.setData(index, other, Qt.ItemDataRole.CheckStateRole)
            return False
        return super().editorEvent(event, model, option, index)
