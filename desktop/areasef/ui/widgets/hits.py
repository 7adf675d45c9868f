"""A list of things found, in groups: icon, words with what matched marked, and where it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from areasef.ui import icons, metrics, theme
from areasef.ui.focus import INNER
from areasef.ui.widgets.headed_list import HeadedList
from areasef.ui.widgets.row_paint import paint_focus

Index = QModelIndex | QPersistentModelIndex
_ROW = 36
_GROUP = 30


@dataclass(frozen=True, slots=True)
class Hit:
    """One line: ``payload`` is handed back when it is opened; ``keys`` says that ``where`` is a key.

    ``marks`` are the ranges of ``words`` that matched; without them what was typed is looked for.
    """

    group: str
    words: str
    where: str = ""
    icon: str = ""
    payload: object = None
    keys: bool = False
    marks: tuple[tuple[int, int], ...] = ()


class HitModel(QAbstractListModel):
    """Hits with a row for each group's name; names of groups cannot be selected."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Hit | str] = []
        self.wanted = ""

    def show_hits(self, hits: Sequence[Hit], wanted: str) -> None:
        """Show these hits, grouped in the order in which the groups come."""
        self.beginResetModel()
        self.wanted = wanted
        self._rows = []
        for hit in hits:
            if not any(isinstance(row, Hit) and row.group == hit.group for row in self._rows):
                self._rows.append(hit.group)
            self._rows.append(hit)
        self.endResetModel()

    def row(self, index: Index) -> Hit | str:
        """Return a hit, or the name of a group."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, and what is said aloud."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else ", ".join(filter(None, (row.words, row.where)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that names of groups cannot be selected."""
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        group = isinstance(model, HitModel) and isinstance(model.row(index), str)
        return QSize(0, metrics.px(_GROUP if group else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, HitModel)
        row = model.row(index)
        box = QRectF(option.rect)
        painter.save()
        if isinstance(row, str):
            _paint_group(painter, box, row)
        else:
            _paint_hit(painter, box, row, model.wanted, option.state)
            paint_focus(painter, box, option.state)
        painter.restore()


def _paint_group(painter: QPainter, box: QRectF, words: str) -> None:
    look = theme.look()
    painter.setFont(look.font("meta_strong"))
    painter.setPen(look.colour("text_muted"))
    painter.drawText(box.adjusted(look.px(16), look.px(6), 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


def _paint_hit(painter: QPainter, box: QRectF, hit: Hit, wanted: str, state: QStyle.StateFlag) -> None:
    look = theme.look()
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen:
        painter.fillRect(box, look.colour("selected"))
        if not state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(box.left(), box.top(), look.px(3), box.height()), look.colour("accent"))
    side = look.px(18)
    if hit.icon:
        icons.paint_icon(painter, QRectF(box.left() + look.px(16), box.center().y() - side / 2, side, side), hit.icon)
    painter.setFont(look.font("meta"))
    wide = QFontMetricsF(painter.font()).horizontalAdvance(hit.where)
    right = box.right() - look.px(16)
    if chosen and not hit.keys:
        right = _paint_key(painter, "Enter", right, box) - look.px(10)
    where = QRectF(right - wide, box.top(), wide + 1, box.height())
    if hit.keys:
        where.setLeft(_paint_key(painter, hit.where, right, box))
    else:
        painter.setPen(look.colour("text_muted"))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, hit.where)
    words = QRectF(box.left() + look.px(44), box.top(), where.left() - box.left() - look.px(60), box.height())
    _paint_marked(painter, words, hit.words, hit.marks or _places(hit.words, wanted))


def _paint_key(painter: QPainter, keys: str, right: float, box: QRectF) -> float:
    """Paint the picture of a key that ends at ``right``, as ``key_label`` looks; return where it begins."""
    look = theme.look()
    wide = QFontMetricsF(painter.font()).horizontalAdvance(keys) + look.px(12)
    key = QRectF(right - wide + 0.5, box.center().y() - look.px(10) + 0.5, wide - 1, look.px(20) - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.colour("line"))
    painter.setBrush(look.colour("sunken"))
    painter.drawRoundedRect(key, look.px(4), look.px(4))
    painter.setPen(look.colour("text_muted"))
    painter.drawText(key, Qt.AlignmentFlag.AlignCenter, keys)
    return right - wide


def _places(words: str, wanted: str) -> tuple[tuple[int, int], ...]:
    at = words.casefold().find(wanted.casefold()) if wanted else -1
    return ((at, at + len(wanted)),) if at >= 0 else ()


def _paint_marked(painter: QPainter, box: QRectF, words: str, marks: Sequence[tuple[int, int]]) -> None:
    look = theme.look()
    painter.setFont(look.font("table"))
    measure = QFontMetricsF(painter.font())
    shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    whole = len(shown) if shown == words else len(shown) - 1
    baseline = box.center().y() + (measure.ascent() - measure.descent()) / 2
    painter.setPen(look.colour("text"))
    painter.drawText(QPointF(box.left(), baseline), shown)
    for start, end in marks:
        part = shown[start : min(end, whole)]
        if part:
            left = box.left() + measure.horizontalAdvance(shown[:start])
            high = measure.height()
            ground = QRectF(left, box.center().y() - high / 2, measure.horizontalAdvance(part), high)
            painter.fillRect(ground, look.colour("quote_for"))
            painter.setPen(look.colour("paper_text"))  # the mark is as light as paper in every theme
            painter.drawText(QPointF(left, baseline), part)


class HitList(HeadedList):
    """The list itself; the first hit is selected at once."""

    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty(INNER, True)
        self._hits = HitModel()
        self.setModel(self._hits)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.setCurrentIndex(index))
        self.clicked.connect(lambda _index: self.open_current())

    def show_hits(self, hits: Sequence[Hit], wanted: str) -> None:
        """Show these hits and select the first."""
        self._hits.show_hits(hits, wanted)
        if hits:
            self.setCurrentIndex(self._hits.index(1, 0))
            self.scrollToTop()

    def step(self, by: int) -> None:
        """Move by so many hits, over the names of groups, and stop at the ends."""
        rows = [
            row for row in range(self._hits.rowCount()) if isinstance(self._hits.row(self._hits.index(row, 0)), Hit)
        ]
        if rows:
            here = self.currentIndex().row()
            at = rows.index(here) if here in rows else 0
            at = min(max(at + by, 0), len(rows) - 1)
            self.setCurrentIndex(self._hits.index(rows[at], 0))
            if at == 0:
                self.scrollToTop()  # the name of its group stands over it

    def open_current(self) -> None:
        """Hand the selected hit to whoever listens."""
        index = self.currentIndex()
        if index.isValid():
            row = self._hits.row(index)
            if isinstance(row, Hit):
                self.opened.emit(row.payload)

    def tell_current(self) -> None:
        """Tell readers that the selected hit is what they stand on, as it is while the keys are in a field above."""
        index = self.currentIndex()
        if index.isValid():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(index.row())
            QAccessible.updateAccessibility(event)

    def current_words(self) -> str:
        """Return what the selected hit says aloud."""
        words = self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        return str(words) if words else ""

    def content_height(self) -> int:
        """Return how high everything found is."""
        rows = [self._hits.row(self._hits.index(row, 0)) for row in range(self._hits.rowCount())]
        return sum(metrics.px(_GROUP if isinstance(row, str) else _ROW) for row in rows) + metrics.px(6)
