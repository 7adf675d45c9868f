"""The list of findings: number, words, what stands under them, a shape where something is open."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from areasef.ui import theme
from areasef.ui.focus import INNER
from areasef.ui.models.finding_rows import FindingModel, FindingRow
from areasef.ui.widgets.headed_list import HeadedList
from areasef.ui.widgets.row_paint import paint_focus, paint_ground, paint_words, wrapped_lines
from areasef.ui.widgets.selecting import stand_on_selected
from areasef.ui.widgets.status import paint_word

Index = QModelIndex | QPersistentModelIndex
_LINES: Final = 40
"""What inspectors wrote is not cut short: so many lines are more than any finding has."""
_EDGE, _NUMBER, _LINE, _META, _ABOVE = 20, 30, 20, 18, 7


class FindingList(HeadedList):
    """One Tab stop; ``picked`` says which finding is at hand, ``delete_asked`` that it should go."""

    picked = Signal(str)
    delete_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty(INNER, True)
        self.findings = FindingModel()
        self.setModel(self.findings)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        stand_on_selected(self)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now))
        theme.look_changed().connect(self.doItemsLayout)

    @property
    def current(self) -> str:
        """The key of the finding at hand, or nothing."""
        at = self.currentIndex().row()
        return self.findings.rows[at].key if 0 <= at < len(self.findings.rows) else ""

    def show_rows(self, rows: list[FindingRow], wanted: str = "") -> None:
        """Show other rows and stand on one; on the nearest where it is gone. ``picked`` is not told."""
        at, here = self.currentIndex().row(), wanted or self.current
        quiet = self.selectionModel().blockSignals(True)
        anew = self.findings.show_rows(rows)
        found = self.findings.find(here)
        if found < 0:
            found = self._nearest(max(at, 0))
        if found >= 0 and (anew or found != at):
            self.setCurrentIndex(self.findings.index(found))
        self.selectionModel().blockSignals(quiet)
        self.doItemsLayout()
        if found >= 0:
            self.scrollTo(self.findings.index(found))

    def stand_on(self, key: str) -> bool:
        """Stand on a finding; say whether it is there."""
        found = self.findings.find(key)
        if found >= 0:
            self.setCurrentIndex(self.findings.index(found))
            self.scrollTo(self.findings.index(found))
        return found >= 0

    def step(self, by: int, *, marked: bool = False) -> None:
        """Go to the next finding, or to the next whose shape says that something is open, round the ends."""
        rows = self.findings.rows
        at = max(self.currentIndex().row(), 0)
        for distance in range(1, len(rows) + 1):
            to = (at + by * distance) % len(rows)
            if not rows[to].heading and (rows[to].mark is not None or not marked):
                self.stand_on(rows[to].key)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pass over headings; Delete asks to let the finding go."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self._pass(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _pass(self, by: int) -> None:
        rows, at = self.findings.rows, self.currentIndex().row() + by
        while 0 <= at < len(rows) and rows[at].heading:
            at += by
        if 0 <= at < len(rows):
            self.stand_on(rows[at].key)

    def _nearest(self, at: int) -> int:
        rows = self.findings.rows
        choices = [place for place, row in enumerate(rows) if not row.heading]
        return min(choices, key=lambda place: abs(place - at), default=-1)

    def _tell(self, now: Index) -> None:
        if now.isValid() and not self.findings.rows[now.row()].heading:
            self.picked.emit(self.findings.rows[now.row()].key)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row: as many lines as its words take."""
        row: FindingRow = index.data(Qt.ItemDataRole.UserRole)
        list_ = self.parent()
        wide = list_.viewport().width() if isinstance(list_, QListView) else 300
        look = theme.look()
        if row.heading:
            return QSize(wide, look.px(_ABOVE + _LINE + 5))
        lines = len(wrapped_lines(row.words, _words_box(QRectF(0, 0, wide, 0), row).width(), _LINES))
        under = (bool(row.under) + bool(row.mark)) * look.px(_META)
        return QSize(wide, look.px(2 * _ABOVE) + lines * look.px(_LINE) + under)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: FindingRow = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        if row.heading:
            _paint_heading(painter, box, row)
        else:
            _paint_finding(painter, box, row, paint_ground(painter, box, option.state))
            paint_focus(painter, box, option.state)
        painter.restore()


def _paint_heading(painter: QPainter, box: QRectF, row: FindingRow) -> None:
    look = theme.look()
    painter.fillRect(box, look.colour("canvas"))
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.colour("line"))
    words = box.adjusted(look.px(_EDGE), 0, -look.px(8), 0)
    paint_words(painter, words, row.words, "label", "text_muted")


def _paint_finding(painter: QPainter, box: QRectF, row: FindingRow, back: str) -> None:
    look = theme.look()
    words = _words_box(box, row)
    high = look.px(_LINE)
    if row.number:
        number = QRectF(box.left() + look.px(_EDGE), words.top(), look.px(_NUMBER), high)
        paint_words(painter, number, row.number, "table", "text_muted")
    for line in wrapped_lines(row.words, words.width(), _LINES):
        paint_words(painter, QRectF(words.left(), words.top(), words.width(), high), line, "table", "text")
        words.setTop(words.top() + high)
    under = QRectF(words.left(), words.top(), words.width(), look.px(_META))
    if row.under:
        paint_words(painter, under, row.under, "meta", "text_muted")
        under.translate(0, look.px(_META))
    if row.mark:
        paint_word(painter, under, *row.mark, "meta", back)


def _words_box(box: QRectF, row: FindingRow) -> QRectF:
    look = theme.look()
    left = look.px(_EDGE + (_NUMBER if row.number else 0))
    return QRectF(box.left() + left, box.top() + look.px(_ABOVE), max(60.0, box.width() - left - look.px(10)), 0)
