"""The table of the plan: priorities as headings, actions with delivery, impact steps and measure."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from areasef.domain.progress import SHAPE_OF
from areasef.ui import metrics, theme
from areasef.ui.focus import paint_ring
from areasef.ui.models.plan import DELIVERY, HEADS, IMPACT, LEAD, MEASURE, REF, ROW, TIMELINE, TITLE, PlanModel
from areasef.ui.models.plan_rows import PlanRow
from areasef.ui.widgets.label import beginning
from areasef.ui.widgets.status import paint_word

Index = QModelIndex | QPersistentModelIndex
HEAD_HEIGHT: Final = 32
_ROW: Final = 35
_GROUP: Final = 30
_WIDTHS: Final = {REF: 46, LEAD: 76, DELIVERY: 98, IMPACT: 122, MEASURE: 138}
_LEAST_TITLE: Final = 170
LEAST: Final = sum(_WIDTHS.values()) + _LEAST_TITLE
AMPLE: Final = 702
"""How wide the table is beside something else at least, and beside the timeline: nothing of it lies out of sight."""
_AMPLE_TITLE, _MORE_MEASURE = 260, 76
_LINE: Final = 20
_NAME: Final = 60
"""Letters of a name: the form of the action and a listener have all of it, the column would run on over pages."""
_REMEMBERED: Final = 20_000


class PlanTable(QTableView):
    """One Tab stop; arrows move by rows; Enter, F2 or a double click edit."""

    edit_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, model: PlanModel) -> None:
        super().__init__()
        self.setAccessibleName("Priorities and actions")
        self.plan = model
        self._dates = False
        self._fitted: object = None
        self._fitted_rows: tuple[PlanRow, ...] | None = None
        self._look = theme.look()
        self._tall: dict[tuple[str, int], int] = {}
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalHeader(_Head(self))
        dress_table(self)
        self.setColumnHidden(TIMELINE, True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(lambda *_: self.fit())
        theme.look_changed().connect(self.fit)

    def fit(self) -> None:
        """Lay columns and rows for the present width: words wrap, they are never cut. Where all is as it was, it stays."""
        now, rows = (self.viewport().width(), self._dates, theme.look()), self.plan.rows
        if now == self._fitted and rows is self._fitted_rows:
            return
        if self._look is not theme.look() or len(self._tall) > _REMEMBERED:
            self._look, self._tall = theme.look(), {}
        self._fitted, self._fitted_rows = now, rows
        self.horizontalHeader().setFixedHeight(metrics.px(HEAD_HEIGHT))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, metrics.px(width))
        taken = sum(metrics.px(width) for width in _WIDTHS.values())
        spare = self.viewport().width() - taken - metrics.px(_AMPLE_TITLE)
        more = min(max(spare, 0), metrics.px(_MORE_MEASURE))
        self.setColumnWidth(MEASURE, metrics.px(_WIDTHS[MEASURE]) + more)
        self.setColumnWidth(TITLE, max(metrics.px(_LEAST_TITLE), self.viewport().width() - taken - more))
        self.clearSpans()
        for at, row in enumerate(self.plan.rows):
            if row.is_group:
                self.setSpan(at, REF, 1, TIMELINE)
            self.setRowHeight(at, self._height(row))

    def set_dates_shown(self, shown: bool) -> None:
        """Say the dates under the titles, from the next fit on: where there is no room for the timeline."""
        if shown != self._dates:
            self._dates = shown
            self.viewport().update()

    def title_words(self, row: PlanRow) -> str:
        """Return what stands in the title's cell."""
        return f"{row.title}\n{row.dates}" if self._dates else row.title

    def row_heights(self) -> list[int]:
        """Return the heights of the rows, for the timeline beside them."""
        return [self.rowHeight(at) for at in range(len(self.plan.rows))]

    def current_row(self) -> PlanRow | None:
        """Return the row at hand."""
        return self.plan.row_at(self.currentIndex().row())

    def bring(self, at: int) -> None:
        """Scroll a row into sight; the first of a priority with the heading it stands under, where both have room."""
        if at > 0 and self.plan.rows[at - 1].is_group:
            self.scrollTo(self.plan.index(at - 1, TITLE))
        self.scrollTo(self.plan.index(at, TITLE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay again for another width; where it grows higher, what the row at hand stands under comes back into sight."""
        super().resizeEvent(event)
        self.fit()
        if event.size().height() > event.oldSize().height() and self.currentIndex().isValid():
            self.bring(self.currentIndex().row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand in a column that is shown, where one comes from the timeline."""
        super().focusInEvent(event)
        stand_in(self, TITLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 edit, Delete removes."""
        row = self.current_row()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_asked.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits."""
        row = self.plan.row_at(self.indexAt(event.position().toPoint()).row())
        if row is not None:
            self.edit_asked.emit(row)

    def _height(self, row: PlanRow) -> int:
        look = theme.look()
        if row.is_group:
            words, who = group_words(row, self.viewport().width())
            return max(metrics.px(_GROUP), max(words.height(), who.height()) + metrics.px(9))
        font = QFontMetrics(look.font("table"))
        tallest = 0
        for column in (TITLE, LEAD, IMPACT, MEASURE):
            room = self.columnWidth(column) - metrics.px(12) - (metrics.px(40) if column == IMPACT else 0)
            said = {
                TITLE: self.title_words(row),
                LEAD: beginning(row.who, _NAME),
                IMPACT: row.impact,
                MEASURE: row.measure,
            }[column]
            tallest = max(tallest, self._height_of(said, room, font))
        return max(metrics.px(_ROW), tallest + metrics.px(14))

    def _height_of(self, words: str, room: int, font: QFontMetrics) -> int:
        """Return how high words stand in a column; most columns are as wide as they were, so that it is known."""
        found = self._tall.get((words, room))
        if found is None:
            box = font.boundingRect(QRect(0, 0, room, 1000), Qt.TextFlag.TextWordWrap.value, words)
            found = self._tall[words, room] = box.height()
        return found


def dress_table(view: QTableView) -> None:
    """Give the table and the timeline what they share."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setWordWrap(True)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.setMouseTracking(True)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setMinimumSectionSize(metrics.px(24))


def stand_in(view: QTableView, column: int) -> None:
    """Move to a column in the same row where the one at hand is hidden here: Qt would stand still at every arrow."""
    at = view.currentIndex()
    if at.isValid() and view.isColumnHidden(at.column()):
        only = QItemSelectionModel.SelectionFlag.NoUpdate
        view.selectionModel().setCurrentIndex(at.siblingAtColumn(column), only)


def group_words(row: PlanRow, width: int) -> tuple[QRect, QRect]:
    """Return where a heading's words and its *who* stand in a row of some width, from its upper left corner."""
    look = theme.look()
    who_words = " · ".join(filter(None, (row.note, row.who)))
    room = max(width - look.px(20 + 12 + 16), 120)
    who_wide = min(QFontMetrics(look.font("table")).horizontalAdvance(who_words) + 2, round(room * 0.45))
    title = QRect(look.px(20), look.px(5), room - who_wide, 1000)
    metric = QFontMetrics(look.font("label"))
    wrap = Qt.TextFlag.TextWordWrap.value
    words = metric.boundingRect(title, wrap, f"{row.ref}   {row.title}")
    words.setWidth(title.width())
    aside = QRect(width - look.px(12) - who_wide, look.px(5), who_wide, 1000)
    who = QFontMetrics(look.font("table")).boundingRect(aside, wrap, who_words)
    who.setRect(aside.x(), aside.y(), who_wide, who.height())
    return words, who


def ground(option: QStyleOptionViewItem, row: PlanRow) -> str:
    """Return the role of a row's ground."""
    if option.state & QStyle.StateFlag.State_Selected:
        return "selected"
    if row.is_group:
        return "canvas"
    return "hover" if option.state & QStyle.StateFlag.State_MouseOver else "surface"


def _inset(column: int) -> int:
    return 20 if column == REF else 4


class _Head(QHeaderView):
    """The heads of the columns, each over the words of its cells."""

    def __init__(self, table: PlanTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setAccessibleName("Columns")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paint a head."""
        look = theme.look()
        painter.save()
        painter.fillRect(rect, look.colour("canvas"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        painter.setFont(look.font("meta_strong"))
        painter.setPen(look.colour("text_muted"))
        words = rect.adjusted(look.px(_inset(logical_index)), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, HEADS[logical_index])
        painter.restore()


class _Delegate(QStyledItemDelegate):
    def __init__(self, table: PlanTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell, or a heading across the row."""
        look = theme.look()
        row: PlanRow = index.data(ROW)
        box = QRectF(option.rect)
        back = ground(option, row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, look.colour(back))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.colour("line"))
        ringed = self._table.hasFocus() and index.row() == self._table.currentIndex().row()
        if index.column() == REF and back == "selected" and not ringed:
            painter.fillRect(QRectF(box.left(), box.top(), look.px(3), box.height()), look.colour("accent"))
        if row.is_group:
            _paint_group(painter, option.rect, row)
        else:
            _paint_cell(painter, box, row, index.column(), back, self._table.title_words(row).removeprefix(row.title))
        painter.restore()
        if ringed:
            self._ring(painter, QRectF(option.rect), index.column(), whole=row.is_group)

    def _ring(self, painter: QPainter, cell: QRectF, column: int, *, whole: bool) -> None:
        """Draw this cell's part of the focus ring, which stands inside the row and goes round all of it."""
        look = theme.look()
        beyond = look.px(24)
        left = 0 if column == REF else beyond
        right = 0 if column == MEASURE or whole else beyond
        painter.save()
        painter.setClipRect(cell)
        paint_ring(painter, cell.adjusted(-left, 0, right, -1), look.px(6))
        painter.restore()


def _paint_group(painter: QPainter, cell: QRect, row: PlanRow) -> None:
    look = theme.look()
    words, who = group_words(row, cell.width())
    for part in (words, who):
        part.translate(cell.left(), cell.top() + (cell.height() - part.height()) // 2 - part.top())
    painter.setPen(look.colour("text"))
    painter.setFont(look.font("label"))
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft, row.ref)
    lead = QFontMetrics(look.font("label")).horizontalAdvance(f"{row.ref}   ")
    painter.setFont(look.font("table"))
    wrap = Qt.TextFlag.TextWordWrap
    painter.drawText(words.adjusted(lead, 0, 0, 0), wrap | Qt.AlignmentFlag.AlignLeft, row.title)
    painter.setPen(look.colour("text_muted"))
    aside = " · ".join(filter(None, (row.note, row.who)))
    painter.drawText(who, wrap | Qt.AlignmentFlag.AlignRight, aside)


def _paint_cell(painter: QPainter, box: QRectF, row: PlanRow, column: int, back: str, dates: str) -> None:
    look = theme.look()
    left = look.px(_inset(column))
    room = box.adjusted(left, 0, -look.px(4), 0)
    if column == DELIVERY and row.action is not None:
        paint_word(painter, room, "delivery", SHAPE_OF[row.action.delivery], row.delivery, back=back)
        return
    if column == IMPACT:
        room = _paint_steps(painter, room, row)
    painter.setFont(look.font("table"))
    painter.setPen(look.colour("text_muted" if column == REF else "text"))
    words = (row.ref, row.title, beginning(row.who, _NAME), "", row.impact, row.measure)[column]
    if column == TITLE and dates:
        _paint_two(painter, room, words, dates.strip())
    else:
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, words)


def _paint_two(painter: QPainter, room: QRectF, title: str, dates: str) -> None:
    """Paint a title and, quieter under it, its dates: together in the middle of the cell."""
    whole = painter.boundingRect(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, f"{title}\n{dates}")
    painter.drawText(whole, Qt.TextFlag.TextWordWrap, title)
    under = painter.boundingRect(whole, Qt.TextFlag.TextWordWrap, title).height()
    painter.setPen(theme.look().colour("text_muted"))
    painter.drawText(whole.adjusted(0, under, room.right() - whole.right(), 4), Qt.TextFlag.TextWordWrap, dates)


def _paint_steps(painter: QPainter, room: QRectF, row: PlanRow) -> QRectF:
    """Paint the boxes of the impact stage and return what is left for its word."""
    look = theme.look()
    wide, high, gap = look.px(5), look.px(11), look.px(2)
    top = room.center().y() - high / 2
    for step in range(row.of_steps):
        spot = QRectF(room.left() + step * (wide + gap) + 0.5, top, wide, high)
        painter.setPen(QPen(look.colour("neutral"), 1))
        painter.setBrush(look.colour("neutral") if step < row.steps else Qt.BrushStyle.NoBrush)
        painter.drawRect(spot)
    return room.adjusted(row.of_steps * (wide + gap) + look.px(5), 0, 0, 0)
