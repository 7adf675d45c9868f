"""The preview: each row of a sheet as the plan would understand it, faults with their shape, changes in strong words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from areasef.domain.plan_sheet.columns import Column
from areasef.domain.plan_sheet.guessing import has_dates
from areasef.domain.plan_sheet.meaning import CellMeaning, Happens, RowMeaning
from areasef.ui import icons, metrics, theme
from areasef.ui.focus import INNER, paint_ring
from areasef.ui.models.workbook_rows import CELL, LEADS, ROW, WorkbookModel
from areasef.ui.pages.plan.table import dress_table
from areasef.ui.widgets.row_paint import paint_words, wrapped_lines
from areasef.ui.widgets.selecting import stand_on_selected

Index = QModelIndex | QPersistentModelIndex
_LEADS: Final = (52, 88)
_SIGN: Final = 6.4  # pixels of a character, for a width that is said in characters
_LEAST, _MOST, _DAY = 56, 250, 136
_LINE, _LINES, _HEAD, _EDGE = 20, 2, 32, 8
_FITTED: Final = 150  # of more rows than these every one is two lines high: to measure them all takes too long


class WorkbookTable(QTableView):
    """One Tab stop; arrows move, Enter shows the row's cells, Delete leaves the row out or takes it again."""

    picked = Signal(str)
    opened = Signal()
    out_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Rows as they are understood")
        self.setProperty(INNER, True)
        self.sheet = WorkbookModel()
        self.setModel(self.sheet)
        self.setItemDelegate(_Delegate(self))
        dress_table(self)
        head = self.horizontalHeader()
        head.setAccessibleName("Columns as they are read")
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        self.sheet.modelReset.connect(self.fit)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        stand_on_selected(self)
        self.selectionModel().currentChanged.connect(lambda *_: self.picked.emit(self.current))
        theme.look_changed().connect(self.fit)

    @property
    def current(self) -> str:
        """The key of the row at hand, or nothing."""
        row = self.current_row()
        return row.key if row is not None else ""

    def current_row(self) -> RowMeaning | None:
        """Return the row at hand."""
        at = self.currentIndex().row()
        return self.sheet.rows[at] if 0 <= at < len(self.sheet.rows) else None

    def current_key(self) -> str:
        """Return the key of the column at hand; nothing on the leading ones."""
        at = self.currentIndex().column() - len(LEADS)
        return self.sheet.columns[at].key if 0 <= at < len(self.sheet.columns) else ""

    def show_rows(self, rows: tuple[RowMeaning, ...], columns: tuple[Column, ...]) -> None:
        """Show other rows and stand where one stood; ``picked`` is told where that is another row."""
        key, column = self.current, max(self.currentIndex().column(), 1)
        self.sheet.show_rows(rows, columns)
        found = self.sheet.find(key)
        if rows and found < 0:
            found = next((at for at, row in enumerate(rows) if row.happens is not Happens.HEADING), 0)
        if found >= 0 and found != self.currentIndex().row():
            self.setCurrentIndex(self.sheet.index(found, min(column, self.sheet.columnCount() - 1)))
        self.viewport().update()

    def stand_on(self, key: str, cell: str = "") -> bool:
        """Stand on a row, and on the cell of a place such as F12 in it; say whether the row is here."""
        found = self.sheet.find(key)
        if found < 0:
            return False
        row = self.sheet.rows[found]
        at = next(
            (
                at
                for at in range(len(LEADS), self.sheet.columnCount())
                if (held := self.sheet.cell(row, at)) is not None and held.place == cell
            ),
            1,
        )
        self.setCurrentIndex(self.sheet.index(found, at))
        self.scrollTo(self.currentIndex())
        return True

    def fit(self) -> None:
        """Lay columns and rows for the text size."""
        self.horizontalHeader().setFixedHeight(metrics.px(_HEAD))
        for at in range(self.sheet.columnCount()):
            wide = _LEADS[at] if at < len(LEADS) else self._width(self.sheet.columns[at - len(LEADS)])
            self.setColumnWidth(at, metrics.px(wide))
        self.clearSpans()
        self.verticalHeader().setDefaultSectionSize(metrics.px(15 + _LINES * _LINE))
        few = len(self.sheet.rows) <= _FITTED
        for at, row in enumerate(self.sheet.rows):
            if row.happens is Happens.HEADING and self.sheet.columnCount() > 2:
                self.setSpan(at, 1, 1, self.sheet.columnCount() - 1)
            if few:
                self.setRowHeight(at, metrics.px(30) if row.happens is Happens.HEADING else self._height(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the cells of the row, Delete and Space ask to leave it out."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Space):
            self.out_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first row where one stands on none."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.sheet.rows:
            self.setCurrentIndex(self.sheet.index(0, 1))

    def _width(self, column: Column) -> int:
        head = (len(column.head) + 2) * 7.4
        return _DAY if has_dates(column.reads) else round(min(_MOST, max(_LEAST, column.wide * _SIGN, head)))

    def _height(self, row: RowMeaning) -> int:
        look, lines = theme.look(), 1
        for at in range(len(LEADS), self.sheet.columnCount()):
            words = self.sheet.words(row, at)
            if len(words) > 8:
                room = self.columnWidth(at) - look.px(2 * _EDGE)
                lines = max(lines, len(wrapped_lines(" ".join(words.split()), room, _LINES)))
        return metrics.px(15 + lines * _LINE)


class _Delegate(QStyledItemDelegate):
    def __init__(self, table: WorkbookTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        look = theme.look()
        row: RowMeaning = index.data(ROW)
        cell: CellMeaning | None = index.data(CELL)
        box = QRectF(option.rect)
        heading = row.happens is Happens.HEADING
        back = _ground(option, heading=heading)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, look.colour(back))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.colour("line"))
        if index.column() == 0 and back == "selected":
            painter.fillRect(QRectF(box.left(), box.top(), look.px(3), box.height()), look.colour("accent"))
        room = box.adjusted(look.px(_EDGE), 0, -look.px(4), 0)
        words = str(index.data())
        muted = index.column() == 0 or row.happens in (Happens.LEFT_OUT, Happens.SAME)
        strong = heading or (row.happens is Happens.CHANGED and cell is not None and cell.changes)
        faulty = bool(cell.faults) if cell is not None else index.column() == 1 and bool(row.own_faults)
        if faulty:
            room = _paint_fault(painter, room, back)
        style, role = ("label" if strong else "table"), ("text_muted" if muted and not strong else "text")
        _paint_lines(painter, room, words, style, role)
        painter.restore()
        if self._table.hasFocus() and index == self._table.currentIndex():
            paint_ring(painter, box.adjusted(0, 0, -1, -1), theme.look().px(6))


def _ground(option: QStyleOptionViewItem, *, heading: bool) -> str:
    if option.state & QStyle.StateFlag.State_Selected:
        return "selected"
    if heading:
        return "canvas"
    return "hover" if option.state & QStyle.StateFlag.State_MouseOver else "surface"


def _paint_fault(painter: QPainter, room: QRectF, back: str) -> QRectF:
    """Paint the shape of what to look at, and return what is left for the words."""
    side = theme.look().px(15)
    icons.paint_shape(
        painter, QRectF(room.left(), room.center().y() - side / 2, side, side), "check", "look", back=back
    )
    return room.adjusted(side + theme.look().px(5), 0, 0, 0)


def _paint_lines(painter: QPainter, room: QRectF, words: str, style: str, role: str) -> None:
    look = theme.look()
    lines = wrapped_lines(" ".join(words.split()), room.width(), _LINES) or [""]
    high = look.px(_LINE)
    top = room.center().y() - high * len(lines) / 2
    for line in lines:
        paint_words(painter, QRectF(room.left(), top, room.width() - 2, high), line, style, role)
        top += high
