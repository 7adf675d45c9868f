"""The left pane of Evaluate: the strands, and behind a tab the open checks of them all."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from areasef import tokens
from areasef.domain.framework import Framework
from areasef.domain.summary import Summary
from areasef.ui import icons, metrics, theme
from areasef.ui.models.strands import ROW, StrandModel, StrandRow, plural
from areasef.ui.widgets.headed_list import HeadedList
from areasef.ui.widgets.selecting import stand_on_selected
from areasef.ui.widgets.stack import Stack
from areasef.ui.widgets.status import text_role
from areasef.ui.widgets.tabs import Tabs

Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 44
_PART_HEIGHT = 28
_NAME_LEFT, _NAME_RIGHT, _NAME_LINE = 38, 3, 20


class StrandDelegate(QStyledItemDelegate):
    """Paints a strand in two lines: code and name, then shape, word and open checks."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row at this text size."""
        row: StrandRow = index.data(ROW)
        if row.is_part:
            return QSize(metrics.px(160), metrics.px(_PART_HEIGHT))
        list_ = self.parent()
        wide = list_.viewport().width() if isinstance(list_, QListView) else metrics.px(222)
        more = _name_height(row.title, wide) - metrics.px(_NAME_LINE)
        return QSize(metrics.px(160), metrics.px(_ROW_HEIGHT) + more)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: StrandRow = index.data(ROW)
        painter.save()
        box = QRectF(option.rect)
        if row.is_part:
            _paint_part(painter, box, row)
        else:
            _paint_strand(painter, box, row, option)
        painter.restore()


def _paint_part(painter: QPainter, box: QRectF, row: StrandRow) -> None:
    look = theme.look()
    painter.setFont(look.font("meta_strong"))
    painter.setPen(look.colour("text_muted"))
    painter.drawText(box.adjusted(look.px(14), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, row.title)


def _paint_strand(painter: QPainter, box: QRectF, row: StrandRow, option: QStyleOptionViewItem) -> None:
    look = theme.look()
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    back = "selected" if chosen else "hover" if hovered else "canvas"
    painter.fillRect(box, look.colour(back))
    if chosen:
        painter.fillRect(QRectF(box.left(), box.top(), look.px(3), box.height()), look.colour("accent"))
    title = QRectF(box.left() + look.px(_NAME_LEFT), box.top() + look.px(3), 0, _name_height(row.title, box.width()))
    title.setRight(box.right() - look.px(_NAME_RIGHT))
    painter.setFont(look.font("label"))
    painter.setPen(look.colour("text_muted"))
    code = QRectF(box.left() + look.px(14), title.top(), look.px(24), look.px(_NAME_LINE))
    painter.drawText(code, Qt.AlignmentFlag.AlignVCenter, row.code)
    painter.setFont(look.font("table"))
    painter.setPen(look.colour("text"))
    strong = QFontMetricsF(look.font("label"))
    wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
    if chosen and strong.boundingRect(title, wrap, row.title).height() <= title.height():
        painter.setFont(look.font("label"))  # what is at hand is strong, where that needs no other room
    painter.drawText(title, wrap, row.title)
    second = QRectF(title.left(), title.bottom() - look.px(1), title.width(), look.px(18))
    painter.setFont(look.font("meta"))
    if row.level:
        second = _paint_level(painter, second, row, back)
    if row.open_checks:
        painter.setPen(look.colour("text_muted"))
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, plural(row.open_checks, "check"))


def _name_height(name: str, wide: float) -> int:
    """Return the height of a strand's name in a row of a width: a second line rather than a cut name."""
    room = QRect(0, 0, max(round(wide) - metrics.px(_NAME_LEFT + _NAME_RIGHT), 1), 1000)
    found = QFontMetrics(theme.look().font("table")).boundingRect(room, Qt.TextFlag.TextWordWrap.value, name)
    return max(metrics.px(_NAME_LINE), found.height())


def _paint_level(painter: QPainter, line: QRectF, row: StrandRow, back: str) -> QRectF:
    look = theme.look()
    side = look.px(13)
    shape = QRectF(line.left(), line.center().y() - side / 2, side, side)
    icons.paint_shape(painter, shape, "self_view", row.shape, back=back)
    painter.setPen(look.colour(text_role(tokens.SHAPES["self_view"][row.shape].role)))
    words = line.adjusted(side + look.px(6), 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, row.level)
    taken = painter.fontMetrics().horizontalAdvance(row.level) + side + look.px(6 + 14)
    return line.adjusted(taken, 0, 0, 0)


class StrandPane(QFrame):
    """The strands; choosing one says which."""

    chosen = Signal(str)

    def __init__(self, checks: QFrame) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.model = StrandModel()
        self.list = HeadedList()
        self.list.setObjectName("plainList")
        self.list.setAccessibleName("Strands")
        self.list.setModel(self.model)
        self.list.setItemDelegate(StrandDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tabs = Tabs("Strands or checks")
        self.tabs.set_tabs(["Strands", "Checks"])
        self._stack = Stack()
        self._stack.addWidget(self.list)
        self._stack.addWidget(checks)
        column = metrics.column(self, spacing=0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.opened.connect(self._stack.setCurrentIndex)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._say(now))
        stand_on_selected(self.list)
        theme.look_changed().connect(self.list.doItemsLayout)

    def show_strands(self, framework: Framework, summary: Summary | None, levels_shown: bool) -> None:
        """Show the strands and how many checks are open."""
        self.model.show(framework, summary, levels_shown)
        count = len(summary.checks) if summary else 0
        self.tabs.set_words(1, f"Checks  {count}" if count else "Checks")

    def choose(self, strand_id: str) -> None:
        """Mark a strand as the one at hand, without saying so."""
        row = self.model.find(strand_id)
        if row >= 0 and self.list.currentIndex().row() != row:
            self.list.selectionModel().blockSignals(True)
            self.list.setCurrentIndex(self.model.index(row))
            self.list.selectionModel().blockSignals(False)
            self.list.viewport().update()

    def show_checks(self) -> None:
        """Bring the checks to the front."""
        self.tabs.open(1)

    def _say(self, now: QModelIndex) -> None:
        strand_id = self.model.strand_at(now.row())
        if strand_id:
            self.chosen.emit(strand_id)
