"""The list of the library: a head, rows in two lines with columns that go where there is no room, keys and a menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from areasef.domain.library import PageHit
from areasef.ui import icons, metrics, theme
from areasef.ui.focus import INNER
from areasef.ui.models.library import ROW, LibraryModel, LibraryRow
from areasef.ui.widgets.row_paint import paint_focus, paint_ground, paint_words
from areasef.ui.widgets.selecting import stand_on_selected

Index = QModelIndex | QPersistentModelIndex
_ROW, _HIT = 51, 34
_TITLE_AT = 70
_COVERS_AT, _STRANDS_AT, _CITED_AT = 313, 177, 97
_ALL_COLUMNS, _COVERS_COLUMN = 560, 440
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_FRESH: Final = {"current": "text", "ageing": "caution_text", "stale": "bad_text"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where columns begin, in pixels from the left; -1 where a column has no room."""

    title: float
    covers: float
    strands: float
    cited: float
    end: float


def columns_for(width: float) -> Columns:
    """Return the columns of a list so wide; strands go first, then what is covered moves under the title."""
    look = theme.look()
    logical = width / look.scale
    cited = width - look.px(_CITED_AT)
    if logical >= _ALL_COLUMNS:
        return Columns(
            look.px(_TITLE_AT), width - look.px(_COVERS_AT), width - look.px(_STRANDS_AT), cited, width - look.px(10)
        )
    if logical >= _COVERS_COLUMN:
        return Columns(look.px(_TITLE_AT), cited - look.px(134), -1, cited, width - look.px(10))
    return Columns(look.px(_TITLE_AT), -1, -1, -1, width - look.px(10))


def library_heads(width: float) -> tuple[tuple[float, str], ...]:
    """Return the names of the columns of a list so wide, with their places."""
    where = columns_for(width)
    return (
        (theme.look().px(16), "Item"),
        (where.covers, "Covers"),
        (where.strands, "Strands"),
        (where.cited, "Cited"),
    )


class LibraryList(QListView):
    """One Tab stop. Enter opens, Delete bins, Shift F10 or a right click opens the menu of the row."""

    open_asked = Signal()
    delete_asked = Signal()
    menu_asked = Signal(QPoint)
    stood_on = Signal()

    def __init__(self, model: LibraryModel) -> None:
        super().__init__()
        self.items = model
        self.setAccessibleName("Evidence")
        self.setProperty(INNER, True)
        self.setModel(model)
        self.setItemDelegate(LibraryDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        stand_on_selected(self)
        self.selectionModel().currentChanged.connect(lambda *_: self.stood_on.emit())
        self.doubleClicked.connect(lambda _: self.open_asked.emit())
        theme.look_changed().connect(self.doItemsLayout)

    def stand_on(self, row: int) -> None:
        """Make a row the one at hand; past the end, the last one."""
        if self.items.rowCount():
            index = self.items.index(min(max(row, 0), self.items.rowCount() - 1))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete bins."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_asked.emit()
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._ask_menu(self.visualRect(self.currentIndex()).center())
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row that was pointed at, or of the one at hand."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spot = self.visualRect(self.currentIndex()).center()
        else:
            spot = event.pos()
            index = self.indexAt(spot)
            if index.isValid():
                self.setCurrentIndex(index)
        self._ask_menu(spot)

    def _ask_menu(self, spot: QPoint) -> None:
        if self.currentIndex().isValid():
            self.menu_asked.emit(self.viewport().mapToGlobal(spot))


class LibraryDelegate(QStyledItemDelegate):
    """Paints items and the pages that were found of them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        row: LibraryRow = index.data(ROW)
        return QSize(metrics.px(200), metrics.px(_ROW if row.hit is None else _HIT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: LibraryRow = index.data(ROW)
        box = QRectF(option.rect)
        painter.save()
        back = paint_ground(painter, box, option.state)
        if row.hit is None:
            _paint_item(painter, box, row, back)
        else:
            _paint_hit(painter, box, row.hit)
        paint_focus(painter, box, option.state)
        painter.restore()


def _paint_item(painter: QPainter, box: QRectF, row: LibraryRow, back: str) -> None:
    look = theme.look()
    where = columns_for(box.width())
    first = QRectF(box.left(), box.top() + look.px(6), box.width(), look.px(20))
    second = first.translated(0, look.px(19))
    end = next(left for left in (where.covers, where.cited, where.end) if left >= 0)
    painter.setPen(look.colour("text"))
    painter.setFont(look.font("label"))
    painter.drawText(first.adjusted(look.px(16), 0, 0, 0), _MIDDLE, row.ref)
    room = end - where.title - look.px(12)
    paint_words(
        painter, QRectF(box.left() + where.title, first.top(), room, first.height()), row.title, "table", "text"
    )
    detail = QRectF(box.left() + where.title, second.top(), room, second.height())
    if where.covers < 0 and row.covers:
        detail = _paint_covers(painter, detail, row, back, "meta").adjusted(look.px(14), 0, 0, 0)
        detail.setRight(box.left() + end)
    if row.trouble:
        detail = _paint_trouble(painter, detail, row.trouble, back)
    paint_words(painter, detail, row.detail, "meta", "text_muted")
    if where.covers >= 0:
        stop = where.strands if where.strands >= 0 else where.cited
        cell = QRectF(box.left() + where.covers, box.top(), stop - where.covers - look.px(8), box.height() - 1)
        _paint_covers(painter, cell, row, back, "table")
    if where.strands >= 0:
        cell = QRectF(box.left() + where.strands, box.top(), where.cited - where.strands - look.px(8), box.height() - 1)
        paint_words(painter, cell, row.strands, "table", "text_muted")
    if where.cited >= 0:
        _paint_cited(
            painter, QRectF(box.left() + where.cited, box.top(), where.end - where.cited, box.height() - 1), row
        )


def _paint_covers(painter: QPainter, cell: QRectF, row: LibraryRow, back: str, style: str) -> QRectF:
    """Paint what an item covers with its freshness, and return what is left of the cell."""
    look = theme.look()
    role = _FRESH.get(row.freshness, "text_muted")
    if row.freshness in _FRESH:
        side = look.px(14)
        spot = QRectF(cell.left(), cell.center().y() - side / 2, side, side)
        icons.paint_shape(painter, spot, "freshness", row.freshness, back=back)
        cell = cell.adjusted(look.px(20), 0, 0, 0)
    return cell.adjusted(paint_words(painter, cell, row.covers, style, role), 0, 0, 0)


def _paint_trouble(painter: QPainter, line: QRectF, words: str, back: str) -> QRectF:
    """Paint what is wrong with the file, with its shape, and return what is left of the line."""
    look = theme.look()
    side = look.px(13)
    icons.paint_shape(
        painter, QRectF(line.left(), line.center().y() - side / 2, side, side), "check", "must", back=back
    )
    line = line.adjusted(side + look.px(6), 0, 0, 0)
    return line.adjusted(paint_words(painter, line, words, "meta", "bad_text") + look.px(12), 0, 0, 0)


def _paint_cited(painter: QPainter, cell: QRectF, row: LibraryRow) -> None:
    words = f"{row.cited}, " if row.challenged else row.cited
    wide = paint_words(painter, cell, words)
    if row.challenged:
        paint_words(painter, cell.adjusted(wide, 0, 0, 0), row.challenged, "table", "bad_text")


def _paint_hit(painter: QPainter, box: QRectF, hit: PageHit) -> None:
    look = theme.look()
    left = box.left() + look.px(_TITLE_AT)
    line = QRectF(left, box.top(), box.right() - look.px(10) - left, box.height() - 1)
    place = f"Page {hit.page}{', older' if hit.older else ''}"
    paint_words(painter, line, place, "meta_strong", "text_muted")
    line.setLeft(left + painter.fontMetrics().horizontalAdvance(place) + look.px(10))
    painter.setFont(look.font("meta"))
    measure = painter.fontMetrics()
    start = max(0, hit.marks[hit.first][0] - 40) if hit.marks else 0
    shown = ("\N{HORIZONTAL ELLIPSIS}" if start else "") + hit.snippet[start:]
    shift = start - (1 if start else 0)
    shown = measure.elidedText(shown, Qt.TextElideMode.ElideRight, int(line.width()))
    for begin, stop in hit.marks:
        begin, stop = begin - shift, stop - shift
        if 0 <= begin < stop <= len(shown):
            at = line.left() + measure.horizontalAdvance(shown[:begin])
            wide = measure.horizontalAdvance(shown[begin:stop])
            mark = QRectF(at, line.center().y() - measure.height() / 2, wide, measure.height())
            painter.fillRect(mark, look.colour("accent_tint"))
            painter.fillRect(QRectF(mark.left(), mark.bottom() - 1, wide, look.px(1)), look.colour("accent"))
    painter.setPen(look.colour("text"))
    painter.drawText(line, _MIDDLE, shown)
