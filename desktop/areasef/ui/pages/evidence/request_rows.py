"""The list of what was asked for: what and of whom, by when and how many days over, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from areasef.ui import metrics, theme
from areasef.ui.focus import INNER
from areasef.ui.models.requests import RequestModel, RequestRow
from areasef.ui.widgets.row_paint import paint_focus, paint_ground, paint_words
from areasef.ui.widgets.status import paint_word

Index = QModelIndex | QPersistentModelIndex
_DUE_AT, _STATE_AT, _NARROW = 250, 120, 420


def request_heads(width: float) -> tuple[tuple[float, str], ...]:
    """Return the names of the columns of a list so wide, with their places."""
    look = theme.look()
    narrow = width < look.px(_NARROW)
    state = -1.0 if narrow else width - look.px(_STATE_AT)
    due = width - look.px(_STATE_AT if narrow else _DUE_AT)
    return ((look.px(20), "Asked for"), (due, "By"), (state, "State"))


class RequestList(QListView):
    """One Tab stop; Delete bins."""

    delete_asked = Signal()

    def __init__(self, model: RequestModel) -> None:
        super().__init__()
        self.setAccessibleName("Asked for")
        self.setProperty(INNER, True)
        self.setModel(model)
        self.setItemDelegate(_RequestDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.look_changed().connect(self.doItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete bins."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)


class _RequestDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(metrics.px(200), metrics.px(51))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: RequestRow = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        _paint_request(painter, box, row, paint_ground(painter, box, option.state))
        paint_focus(painter, box, option.state)
        painter.restore()


def _paint_request(painter: QPainter, box: QRectF, row: RequestRow, back: str) -> None:
    look = theme.look()
    narrow = box.width() < look.px(_NARROW)
    due_at = box.right() - look.px(_STATE_AT if narrow else _DUE_AT)
    first = QRectF(box.left() + look.px(20), box.top() + look.px(6), 0, look.px(20))
    first.setRight(due_at - look.px(10))
    second = first.translated(0, look.px(19))
    paint_words(painter, first, row.request.title, "table", "text")
    paint_words(
        painter, second, ", ".join(filter(None, (row.partner or "Nobody yet", row.strands))), "meta", "text_muted"
    )
    over = row.over_words
    cell = QRectF(due_at, first.top(), look.px(120), look.px(20))
    paint_words(painter, cell, row.due, "table", "text" if row.request.due else "text_muted")
    under = cell.translated(0, look.px(19))
    if over:
        paint_word(painter, under, "check", "look", over, "meta", back)
    if not narrow:
        state = QRectF(box.right() - look.px(_STATE_AT), box.top(), look.px(_STATE_AT), box.height() - 1)
        paint_word(painter, state, "delivery", row.shape, row.state, "table", back)
    elif not over:
        paint_word(painter, under, "delivery", row.shape, row.state, "meta", back)
