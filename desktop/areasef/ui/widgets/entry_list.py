"""A list of entries: a lead before the words, the words in as many lines as they need, how it stands after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from areasef.ui import theme
from areasef.ui.focus import INNER
from areasef.ui.models.entry_rows import EntryModel, EntryRow
from areasef.ui.widgets.row_paint import paint_focus, paint_ground, paint_words
from areasef.ui.widgets.selecting import stand_on_selected
from areasef.ui.widgets.status import paint_word
from areasef.ui.widgets.wrapping_list import WrappingList

Index = QModelIndex | QPersistentModelIndex
_EDGE, _GAP, _ABOVE, _LINE, _META = 20, 12, 7, 20, 18
_NARROW: Final = 430
_WRAP: Final = Qt.TextFlag.TextWordWrap


class EntryList(WrappingList):
    """One Tab stop. ``picked`` says which is at hand, ``opened`` that Enter or a double click chose it."""

    picked = Signal(str)
    opened = Signal(str)
    delete_asked = Signal()

    def __init__(self, name: str, lead: int = 0, after: int = 150) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty(INNER, True)
        self.entries = EntryModel()
        self.lead, self.after = lead, after
        self.setModel(self.entries)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        stand_on_selected(self)
        self.selectionModel().currentChanged.connect(lambda *_: self.picked.emit(self.current))
        self.doubleClicked.connect(lambda _: self.opened.emit(self.current))
        theme.look_changed().connect(self.doItemsLayout)

    @property
    def current(self) -> str:
        """The key of the entry at hand, or nothing."""
        at = self.currentIndex().row()
        return self.entries.rows[at].key if 0 <= at < len(self.entries.rows) else ""

    def show_rows(self, rows: Sequence[EntryRow], wanted: str = "") -> None:
        """Show other rows; stand where one stood, or on the nearest where that is gone. ``picked`` is not told."""
        at, here = self.currentIndex().row(), wanted or self.current
        quiet = self.selectionModel().blockSignals(True)
        self.entries.show_rows(rows)
        found = self.entries.find(here)
        if rows:
            self.setCurrentIndex(self.entries.index(found if found >= 0 else min(max(at, 0), len(rows) - 1)))
        self.selectionModel().blockSignals(quiet)
        self.doItemsLayout()

    def stand_on(self, key: str) -> bool:
        """Stand on an entry; say whether it is there."""
        found = self.entries.find(key)
        if found >= 0:
            self.setCurrentIndex(self.entries.index(found))
            self.scrollTo(self.entries.index(found))
        return found >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks to let it go."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(self.current)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of a row stand, from its left top; ``stacked`` is a narrow row, all under one another."""

    lead: QRectF
    title: QRectF
    detail: QRectF
    after: QRectF
    high: float
    stacked: bool


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row: as many lines as its words take."""
        wide = self._view.viewport().width()
        return QSize(wide, round(self._places(index.data(Qt.ItemDataRole.UserRole).seen, wide).high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: EntryRow = index.data(Qt.ItemDataRole.UserRole).seen
        box = QRectF(option.rect)
        painter.save()
        back = paint_ground(painter, box, option.state)
        at = self._places(row, box.width())
        painter.translate(box.topLeft())
        _paint_lead(painter, row, at)
        for words, spot, style, role in (
            (row.title, at.title, "table", "text"),
            (row.detail, at.detail, "meta", "text_muted"),
        ):
            painter.setFont(theme.look().font(style))
            painter.setPen(theme.look().colour(role))
            painter.drawText(spot, _WRAP, words)
        _paint_after(painter, row, at.after, back)
        painter.translate(-box.topLeft())
        paint_focus(painter, box, option.state)
        painter.restore()

    def _places(self, row: EntryRow, wide: float) -> _Places:
        look = theme.look()
        left, top, gap = look.px(_EDGE), look.px(_ABOVE), look.px(_GAP)
        lead, after = look.px(self._view.lead), look.px(self._view.after)
        stacked = wide < look.px(_NARROW)
        begin = left + (lead + gap if lead and not stacked else 0)
        room = max(wide - begin - look.px(_EDGE) - (0 if stacked else after + gap), look.px(80))
        first = top + (look.px(_LINE) if stacked and row.lead else 0)
        title = _wrapped(row.title, "table", begin, first, room)
        detail = _wrapped(row.detail, "meta", begin, title.bottom() + 1, room)
        under = _wrapped(row.under_word, "meta", 0, 0, room if stacked else after)
        lines = (bool(row.word) * look.px(_LINE)) + under.height()
        below = detail.bottom() + 2
        spot = (
            QRectF(begin, below, room, lines) if stacked else QRectF(wide - look.px(_EDGE) - after, top, after, lines)
        )
        tall = max(
            detail.bottom(), spot.bottom() if lines else 0, top + look.px(_LINE + _META if row.under_lead else 0)
        )
        place = QRectF(left, top, room if stacked else lead, look.px(_LINE))
        return _Places(place, title, detail, spot, tall + top + 1, stacked)


def _wrapped(words: str, style: str, left: float, top: float, room: float) -> QRectF:
    if not words:
        return QRectF(left, top, room, 0)
    metric = QFontMetrics(theme.look().font(style))
    needed = metric.boundingRect(QRect(0, 0, int(room), 100_000), int(_WRAP), words)
    return QRectF(left, top, room, needed.height())


def _paint_lead(painter: QPainter, row: EntryRow, at: _Places) -> None:
    if at.stacked:
        paint_words(painter, at.lead, ", ".join(filter(None, (row.lead, row.under_lead))), "meta", "text_muted")
        return
    paint_words(painter, at.lead, row.lead, "label", "text")
    under = at.lead.translated(0, theme.look().px(_LINE - 1))
    paint_words(painter, under, row.under_lead, "meta", "text_muted")


def _paint_after(painter: QPainter, row: EntryRow, spot: QRectF, back: str) -> None:
    look = theme.look()
    line = QRectF(spot.left(), spot.top(), spot.width(), look.px(_LINE))
    if row.word and row.shape:
        paint_word(painter, line, *row.shape, row.word, "table", back)
    elif row.word:
        paint_words(painter, line, row.word)
    if row.under_word:
        under = spot.adjusted(0, look.px(_LINE) if row.word else 0, 0, 0)
        painter.setFont(look.font("meta"))
        painter.setPen(look.colour("text_muted"))
        painter.drawText(under, _WRAP, row.under_word)
