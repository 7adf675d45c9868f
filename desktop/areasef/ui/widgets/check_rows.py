"""Rows of checks: shape, what is wrong, where, and the one link that leads to the place; Enter follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from areasef import tokens
from areasef.ui import icons, metrics, theme
from areasef.ui.focus import paint_ring
from areasef.ui.models.rows import RowModel
from areasef.ui.widgets.selecting import stand_on_selected
from areasef.ui.widgets.wrapping_list import WrappingList

Index = QModelIndex | QPersistentModelIndex
_SHAPE_LEFT: Final = 13
_TEXT_LEFT: Final = 39
_RIGHT: Final = 12
_CHEVRON: Final = 16
_WORDS: Final = {"must": "Must fix", "look": "Look at", "note": "Note", "pass": "Passed"}


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One row: how serious, what is wrong, where, the words of the link, and what is handed back when it is followed."""

    severity: str
    what: str
    where: str
    fix: str
    payload: object = None

    @property
    def spoken(self) -> str:
        """What a listener hears of the row."""
        said = f"{_WORDS[self.severity]}: {self.what}. {self.where.rstrip('.')}."
        return f"{said} {self.fix}." if self.fix else said


class CheckModel(RowModel[CheckRow]):
    """Rows in the order they were given."""

    def words(self, row: CheckRow) -> str:
        """Return what is wrong."""
        return row.what


class CheckList(WrappingList):
    """One Tab stop; ``followed`` hands back the payload of a row."""

    followed = Signal(object)

    def __init__(self, name: str, *, narrow: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._model = CheckModel()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self, narrow=narrow))
        self.setMouseTracking(True)
        stand_on_selected(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.look_changed().connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[CheckRow]) -> None:
        """Show other rows; the row at hand stays at hand where it still exists."""
        at = self.currentIndex().row()
        self._model.show_rows(rows)
        if rows and at >= 0:
            self.setCurrentIndex(self._model.index(min(at, len(rows) - 1)))

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        """The rows that are shown."""
        return self._model.rows

    def step(self, by: int) -> None:
        """Stand on the next or the previous row, round the ends; where one comes from elsewhere, on the one at hand."""
        if self.rows:
            at = self.currentIndex().row()
            if at < 0 or self.hasFocus():
                at = max(at, 0 if by < 0 else -1) + by
            self.setCurrentIndex(self._model.index(at % len(self.rows)))
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def whole_height(self) -> int:
        """Return the height of all rows at this width, in pixels; 1 where there is none."""
        return max(1, sum(self.sizeHintForRow(at) for at in range(len(self.rows))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.followed.emit(self.rows[self.currentIndex().row()].payload)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click follows the row."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.followed.emit(self.rows[index.row()].payload)


class _Delegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget, *, narrow: bool) -> None:
        super().__init__(parent)
        self._narrow = narrow

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row: as many lines as its words need, never cut."""
        row: CheckRow = index.data(Qt.ItemDataRole.UserRole)
        list_ = self.parent()
        wide = list_.viewport().width() if isinstance(list_, QListView) else metrics.px(300)
        words = self._words(QRectF(0, 0, wide, 1000), row)
        return QSize(wide, round(max(box.bottom() for box in words)) + metrics.px(6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        look = theme.look()
        row: CheckRow = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        back = "selected" if chosen else "hover" if option.state & QStyle.StateFlag.State_MouseOver else "surface"
        box = QRectF(option.rect)
        painter.save()
        painter.fillRect(box, look.colour(back))
        if index.row() + 1 < index.model().rowCount():
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.colour("line"))
        side = look.px(16)
        spot = QRectF(box.left() + look.px(_SHAPE_LEFT), box.top() + look.px(7), side, side)
        icons.paint_shape(painter, spot, "check", row.severity, back=back)
        what, where, fix = self._words(box, row)
        wrap = Qt.TextFlag.TextWordWrap
        painter.setFont(look.font("table"))
        painter.setPen(look.colour("text"))
        painter.drawText(what, wrap, row.what)
        painter.setFont(look.font("meta"))
        painter.setPen(look.colour("text_muted"))
        painter.drawText(where, wrap, row.where)
        if row.fix:
            _paint_fix(painter, fix, row.fix)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, box.adjusted(0, 0, 0, -1), look.px(6))
        painter.restore()

    def _words(self, box: QRectF, row: CheckRow) -> tuple[QRectF, QRectF, QRectF]:
        """Return where what, where and the link stand.

        The link stands beside the words, in the middle of the row; where the place is too long for that it takes the
        whole line under them; and in a narrow list the link comes last.
        """
        look = theme.look()
        left, right, top = box.left() + look.px(_TEXT_LEFT), box.right() - look.px(_RIGHT), box.top() + look.px(5)
        fix_wide, fix_high = _fix_size(row.fix)
        beside = right - left - (0 if self._narrow or not row.fix else fix_wide + look.px(10))
        what = _box("table", row.what, left, top, beside)
        fits = QFontMetrics(look.font("meta")).horizontalAdvance(row.where) <= beside
        where = _box("meta", row.where, left, what.bottom(), beside if fits else right - left)
        if self._narrow:
            return what, where, QRectF(left, where.bottom() + look.px(2), fix_wide, fix_high)
        low = where.bottom() + look.px(1) if fits else what.bottom()
        return what, where, QRectF(right - fix_wide, (top + low - fix_high) / 2, fix_wide, fix_high)


def _box(style: str, words: str, left: float, top: float, wide: float) -> QRectF:
    """Return the room that words take when they wrap at a width."""
    room = QRectF(left, top, max(wide, 60.0), 1000).toRect()
    high = QFontMetrics(theme.look().font(style)).boundingRect(room, Qt.TextFlag.TextWordWrap.value, words).height()
    return QRectF(left, top, room.width(), high)


def _fix_size(words: str) -> tuple[float, float]:
    """Return the size of a link with its arrow; nothing where there is no link."""
    look = theme.look()
    if not words:
        return 0.0, 0.0
    metric = QFontMetricsF(look.font("label"))
    return metric.horizontalAdvance(words) + look.px(12), metric.height()


def _paint_fix(painter: QPainter, box: QRectF, words: str) -> None:
    look = theme.look()
    font = look.font("label")
    font.setUnderline(look.theme is tokens.CONTRAST)
    painter.setFont(font)
    painter.setPen(look.colour("accent_text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    side = look.px(_CHEVRON)
    arrow = QRectF(box.right() - side + look.px(5), box.center().y() - side / 2 + look.px(1), side, side)
    icons.paint_icon(painter, arrow, "chevron-right", "accent_text")
