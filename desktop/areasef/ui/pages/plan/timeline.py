"""The timeline of the plan: a bar for each action beside its row, milestones, and the line of the as-at date."""

from __future__ import annotations

from datetime import date
from itertools import chain

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from areasef.domain.months import Months, months_for
from areasef.domain.plan import Action, Delivery
from areasef.domain.progress import MONTHS, SHAPE_OF
from areasef.ui import accessible, icons, metrics, theme
from areasef.ui.models.plan import ROW, TIMELINE, PlanModel
from areasef.ui.models.plan_rows import PlanRow
from areasef.ui.pages.plan.table import HEAD_HEIGHT, PlanTable, dress_table, ground, stand_in
from areasef.ui.widgets.panes import WIDE_FROM

Index = QModelIndex | QPersistentModelIndex
MONTH, WIDE_MONTH = 45, 72
TAIL = 36
_BAR = 14
_SPEECH = "Timeline, each bar in words"


class Timeline(QTableView):
    """Shares model, selection and scrolling with the table."""

    edit_asked = Signal(object)

    def __init__(self, model: PlanModel, table: PlanTable) -> None:
        super().__init__()
        accessible.named(self, _SPEECH)
        self.plan = model
        self._table = table
        self.as_at = date.today()
        self.months = Months(self.as_at.replace(day=1))
        self.setModel(model)
        self.setHorizontalHeader(_MonthHead(self))
        dress_table(self)
        self.setItemDelegate(_BarDelegate(self))
        for column in range(TIMELINE):
            self.setColumnHidden(column, True)
        self.setSelectionModel(table.selectionModel())
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        table.verticalHeader().sectionResized.connect(lambda at, _old, new: self.setRowHeight(at, new))
        model.modelReset.connect(self.fit)
        theme.look_changed().connect(self.fit)

    def show_plan(self, as_at: date) -> None:
        """Show the months that the plan needs around the as-at date."""
        self.as_at = as_at
        days = chain.from_iterable(_days(row) for row in self.plan.rows)
        self.months = months_for(days, as_at)
        self.fit()

    def fit(self) -> None:
        """Lay the months for the present width and take over the heights of the table's rows."""
        self.horizontalHeader().setFixedHeight(metrics.px(HEAD_HEIGHT))
        least = self.months.count * metrics.px(month_of(self)) + metrics.px(TAIL)
        self.setColumnWidth(TIMELINE, max(least, self.viewport().width()))
        for at, height in enumerate(self._table.row_heights()):
            if self.rowHeight(at) != height:
                self.setRowHeight(at, height)
        self.viewport().update()

    @property
    def month_width(self) -> float:
        """Return how wide a month is now."""
        return (self.columnWidth(TIMELINE) - metrics.px(TAIL)) / self.months.count

    def x_of(self, day: date, *, end: bool = False) -> float:
        """Return where a day stands in the column."""
        return self.months.place(day, end=end) * self.month_width

    def show_today(self) -> None:
        """Bring the as-at date into sight."""
        bar = self.horizontalScrollBar()
        bar.setValue(round(self.x_of(self.as_at) - self.viewport().width() * 0.3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay again for another width."""
        super().resizeEvent(event)
        self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the bar of the row at hand."""
        super().focusInEvent(event)
        stand_in(self, TIMELINE)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits."""
        row = self.plan.row_at(self.indexAt(event.position().toPoint()).row())
        if row is not None:
            self.edit_asked.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars, then the line of the as-at date over all of them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        x = self.columnViewportPosition(TIMELINE) + self.x_of(self.as_at, end=True)
        painter.fillRect(QRectF(x - 1, 0, metrics.px(2), self.viewport().height()), theme.look().colour("text"))
        painter.end()


def month_of(widget: QWidget) -> int:
    """Return how wide a month is in a window, in tokens."""
    return WIDE_MONTH if widget.window().width() / theme.look().scale >= WIDE_FROM else MONTH


def _days(row: PlanRow) -> list[date]:
    action = row.action
    if action is None:
        return []
    known = (action.starts, action.due, action.new_due, *(each.due for each in row.milestones))
    return [day for day in known if day is not None]


class _MonthHead(QHeaderView):
    """The heads of the months, with the as-at date as a label on its line."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(Qt.Orientation.Horizontal, timeline)
        self._timeline = timeline
        accessible.named(self, "Months")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        timeline.horizontalScrollBar().valueChanged.connect(self.viewport().update)  # which heads are whole changes

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paint the months of the one column."""
        look = theme.look()
        line = self._timeline
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.colour("canvas"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        painter.setFont(look.font("meta_strong"))
        label = self._label(QRectF(rect))
        every = self._every(painter.fontMetrics())
        for at in range(0, line.months.count, every):
            left = rect.left() + at * line.month_width
            words = QRectF(left + look.px(8), rect.top(), every * line.month_width, rect.height())
            wide = painter.fontMetrics().horizontalAdvance(line.months.words(at))
            said = QRectF(words.left(), words.top(), wide, words.height())
            if label.intersects(said) or not 0 <= said.left() <= said.right() <= self.viewport().width():
                continue  # a month whose name would be cut at an edge is told by its neighbours
            painter.setPen(look.colour("text_muted"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, line.months.words(at))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("text"))
        painter.drawRoundedRect(label, look.px(4), look.px(4))
        painter.setPen(look.colour("surface"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self._words())
        painter.restore()

    def _words(self) -> str:
        day = self._timeline.as_at
        return f"{day.day} {MONTHS[day.month - 1][:3]}"

    def _label(self, rect: QRectF) -> QRectF:
        look = theme.look()
        wide = QFontMetrics(look.font("meta_strong")).horizontalAdvance(self._words()) + look.px(14)
        middle = rect.left() + self._timeline.x_of(self._timeline.as_at, end=True)
        month = self._timeline.month_width
        ends = rect.left() + (self._timeline.months.place(self._timeline.as_at) // 1 + 1) * month + look.px(4)
        left = min(max(min(middle - wide / 2, ends - wide), rect.left() + 2), rect.right() - wide)
        high = look.px(22)
        return QRectF(left, rect.center().y() - high / 2, wide, high)

    def _every(self, font: QFontMetrics) -> int:
        """Return how many months stand under one head, so that heads never touch."""
        wide = font.horizontalAdvance("Sep 26") + metrics.px(10)
        return next((step for step in (1, 2, 3, 6) if step * self._timeline.month_width >= wide - metrics.px(14)), 12)


class _BarDelegate(QStyledItemDelegate):
    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._timeline = timeline

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the months' lines and the bar of an action."""
        look = theme.look()
        row: PlanRow = index.data(ROW)
        box = QRectF(option.rect)
        back = ground(option, row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, look.colour(back))
        for at in range(1, self._timeline.months.count + 1):
            left = box.left() + round(at * self._timeline.month_width)
            painter.fillRect(QRectF(left, box.top(), 1, box.height()), look.colour("chart_grid"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.colour("line"))
        if row.action is not None:
            self._paint_bar(painter, box, row, row.action, back)
        painter.restore()

    def _paint_bar(self, painter: QPainter, box: QRectF, row: PlanRow, action: Action, back: str) -> None:
        look = theme.look()
        begin, planned, end = self._ends(box, action)
        if begin is None or planned is None or end is None:
            self._say_no_dates(painter, box)
            return
        high = look.px(_BAR)
        top = box.center().y() - high / 2 - 0.5
        self._paint_planned(painter, QRectF(begin, top, planned - begin, high), action, box)
        if end > planned:
            role = "bad" if action.delivery is Delivery.OFF_TRACK else "caution"
            _outlined(painter, QRectF(planned, top, end - planned, high), role, f"{role}_tint", dashed=True)
        for each in row.milestones:
            if each.due is not None:
                middle = QPointF(box.left() + self._timeline.x_of(each.due, end=True), top + high / 2)
                _diamond(painter, middle, hollow=each.reached is None and each.due < self._timeline.as_at)
        side = look.px(14)
        spot = QRectF(max(planned, end) + look.px(6), top + (high - side) / 2, side, side)
        icons.paint_shape(painter, spot, "delivery", SHAPE_OF[action.delivery], back=back)

    def _ends(self, box: QRectF, action: Action) -> tuple[float | None, float | None, float | None]:
        line = self._timeline
        starts = action.starts or action.due or action.new_due
        due = action.due or action.starts
        if starts is None or due is None:
            return None, None, None
        begin = box.left() + line.x_of(min(starts, due))
        planned = max(box.left() + line.x_of(due, end=True), begin + metrics.px(8))
        moved = box.left() + line.x_of(action.new_due, end=True) if action.new_due else planned
        return begin, planned, max(moved, planned)

    def _paint_planned(self, painter: QPainter, bar: QRectF, action: Action, box: QRectF) -> None:
        look = theme.look()
        waiting = action.delivery is Delivery.NOT_DUE
        _outlined(painter, bar, "accent", "" if waiting else "accent_tint", dashed=waiting)
        today = box.left() + self._timeline.x_of(self._timeline.as_at, end=True)
        gone = min(today, bar.right()) - bar.left()
        if gone > 0 and not waiting:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), gone, bar.height()), look.px(3), look.px(3))

    def _say_no_dates(self, painter: QPainter, box: QRectF) -> None:
        look = theme.look()
        painter.setFont(look.font("meta"))
        painter.setPen(look.colour("text_muted"))
        painter.drawText(box.adjusted(look.px(8), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "No dates yet")


def _outlined(painter: QPainter, bar: QRectF, role: str, fill: str, *, dashed: bool) -> None:
    look = theme.look()
    pen = QPen(look.colour(role), 1)
    if dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), look.px(3), look.px(3))


def _diamond(painter: QPainter, middle: QPointF, *, hollow: bool) -> None:
    """Paint a milestone: filled; hollow where its day has passed without it."""
    look = theme.look()
    half = look.px(5.5)
    x, y = middle.x(), middle.y()
    points = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
    painter.setPen(QPen(look.colour("text" if hollow else "surface"), 1))
    painter.setBrush(look.colour("surface" if hollow else "text"))
    painter.drawPolygon(QPolygonF(points))
