"""The filters beside the library: what to look at, and how many there are of each; one Tab stop, Space or Enter picks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from areasef.ui import icons, metrics, theme
from areasef.ui.focus import INNER, paint_ring
from areasef.ui.models.rows import RowModel
from areasef.ui.widgets.label import as_tip

Index = QModelIndex | QPersistentModelIndex
_ROW, _HEAD, _FIRST_GAP = 24, 29, 7
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class FilterRow:
    """A value that can be asked for, or the name of a group (no ``key``); ``mark`` is (family, key) of its shape or icon."""

    group: str
    words: str
    key: str = ""
    count: int = 0
    chosen: bool = False
    mark: tuple[str, str] | None = None
    head: bool = False

    @property
    def spoken(self) -> str:
        """What a listener hears of the row."""
        if self.head:
            return self.words
        items = f"{self.count} item" if self.count == 1 else f"{self.count} items"
        return f"{self.words}, {items}{', chosen' if self.chosen else ''}"


class FilterModel(RowModel[FilterRow]):
    """The groups and their values."""

    def key(self, row: FilterRow) -> tuple[str, str]:
        """Return its group and its value."""
        return (row.group, row.key)

    def words(self, row: FilterRow) -> str:
        """Return the value, or the name of a group."""
        return row.words

    def hint(self, row: FilterRow) -> str:
        """Return the whole of a value that the pane may cut."""
        return as_tip(row.words)

    def is_heading(self, row: FilterRow) -> bool:
        """Return whether it names a group."""
        return row.head


class FilterList(QListView):
    """``picked`` says group and key of the value that was asked for, or that is asked for no more."""

    picked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Filters")
        self.setAccessibleDescription("Space asks for a value, or no longer asks for it")
        self.setObjectName("plainList")
        self.setProperty(INNER, True)
        self.rows = FilterModel()
        self.setModel(self.rows)
        self.setItemDelegate(_FilterDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.look_changed().connect(self.doItemsLayout)

    def show_rows(self, rows: Sequence[FilterRow]) -> None:
        """Show other rows."""
        self.rows.show_rows(rows)
        if not self.currentIndex().isValid() and rows:
            at = next((at for at, row in enumerate(rows) if row.chosen), 0)
            self.setCurrentIndex(self.rows.index(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter pick."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pick(self.indexAt(event.position().toPoint()))

    def _pick(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        if isinstance(row, FilterRow) and not row.head:
            self.picked.emit(row.group, row.key)


class _FilterDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row, with room above the first and above each group."""
        row: FilterRow = index.data(Qt.ItemDataRole.UserRole)
        high = _HEAD if row.head else _ROW
        return QSize(metrics.px(120), metrics.px(high + (_FIRST_GAP if index.row() == 0 else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: FilterRow = index.data(Qt.ItemDataRole.UserRole)
        look = theme.look()
        box = QRectF(option.rect)
        if index.row() == 0:
            box.setTop(box.top() + look.px(_FIRST_GAP))
        painter.save()
        if row.head:
            painter.setFont(look.font("meta_strong"))
            painter.setPen(look.colour("text_muted"))
            words = box.adjusted(look.px(20), look.px(5), 0, 0)
            painter.drawText(words, _MIDDLE, row.words)
        else:
            _paint_value(painter, box, row, option.state)
        painter.restore()


def _paint_value(painter: QPainter, box: QRectF, row: FilterRow, state: QStyle.StateFlag) -> None:
    look = theme.look()
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    back = "selected" if row.chosen else "hover" if hovered else "canvas"
    if back != "canvas":
        painter.fillRect(box, look.colour(back))
    if row.chosen:
        painter.fillRect(QRectF(box.left(), box.top(), look.px(3), box.height()), look.colour("accent"))
    left = box.left() + look.px(20)
    if row.mark is not None:
        left = _paint_mark(painter, QRectF(left, box.top(), box.width(), box.height()), row.mark, back)
    painter.setFont(look.font("label" if row.chosen else "table"))
    painter.setPen(look.colour("text"))
    count = f"{row.count:,}"
    right = box.right() - look.px(10)
    wide = painter.fontMetrics().horizontalAdvance(count)
    room = QRectF(left, box.top(), right - wide - look.px(6) - left, box.height())
    words = painter.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room.adjusted(0, 0, 2, 0), _MIDDLE, words)
    painter.setPen(look.colour("text" if row.chosen else "text_muted"))
    painter.drawText(QRectF(right - wide, box.top(), wide + 1, box.height()), _MIDDLE, count)
    if state & QStyle.StateFlag.State_HasFocus:
        paint_ring(painter, box, look.px(6))


def _paint_mark(painter: QPainter, box: QRectF, mark: tuple[str, str], back: str) -> float:
    """Paint the icon or the shape of a value and return where its words begin."""
    look = theme.look()
    family, key = mark
    side = look.px(16 if family == "icon" else 14)
    spot = QRectF(box.left(), box.center().y() - side / 2, side, side)
    if family == "icon":
        icons.paint_icon(painter, spot, key)
    else:
        icons.paint_shape(painter, spot, family, key, back=back)
    return box.left() + look.px(24 if family == "icon" else 22)
