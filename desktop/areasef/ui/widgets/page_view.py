"""A page drawn by the worker: the paper stays light in every theme; words are marked, and selected by mouse or keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from areasef.domain.page import (
    Box,
    PageGeometry,
    PagePicture,
    boxes_of,
    character_at,
    next_word,
    to_page,
    to_picture,
    word_at,
)
from areasef.ui import accessible, metrics, theme

_EDGE: Final = 10
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that are cited: from, to (code points of the page's text) and whether they support or challenge."""

    start: int
    end: int
    stance: Literal["supports", "challenges"]


class PageView(QWidget):
    """One page. ``selected`` says from and to in code points of the stored text; equal where nothing is selected."""

    selected = Signal(int, int)
    page_asked = Signal(int)
    text_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._image: QImage | None = None
        self._geometry: PageGeometry | None = None
        self._marks: tuple[Marked, ...] = ()
        self._anchor = 0
        self._caret = 0
        theme.repaint_on_change(self)

    def show_page(
        self,
        picture: PagePicture,
        geometry: PageGeometry | None,
        marks: tuple[Marked, ...] = (),
        *,
        keep: bool = False,
    ) -> None:
        """Show a page with the words that are cited on it; the selection is dropped, unless it is to be kept."""
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        self._image = image.copy()
        keep = keep and geometry is not None and self._geometry is not None and geometry.text == self._geometry.text
        self._geometry = geometry
        self._marks = marks
        if not keep:
            self._anchor = self._caret = marks[0].start if marks else 0
        self._fit()
        self.update()

    def clear(self) -> None:
        """Show an empty sheet."""
        self._image, self._geometry, self._marks = None, None, ()
        self._anchor = self._caret = 0
        self.update()

    def select(self, start: int, end: int) -> None:
        """Select words."""
        self._anchor, self._caret = start, end
        self._tell()

    @property
    def selection(self) -> tuple[int, int]:
        """From and to of what is selected."""
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    @property
    def selected_text(self) -> str:
        """The words that are selected."""
        start, end = self.selection
        return self._geometry.text[start:end] if self._geometry else ""

    @property
    def has_words(self) -> bool:
        """Whether there are words on the page to select."""
        return self._geometry is not None and bool(self._geometry.text.strip())

    def caret_spot(self) -> QPointF:
        """Return where the caret stands, in pixels."""
        boxes = self._boxes(max(0, self._caret - 1), self._caret + 1)
        return boxes[-1].center() if boxes else QPointF(0, self.mark_top())

    def scale(self) -> float:
        """Pixels of the widget for each point of the page."""
        if self._geometry is not None:
            return self.sheet().width() / max(1.0, self._geometry.size[0])
        return 1.0

    def sheet(self) -> QRectF:
        """Return where the paper lies in the widget."""
        edge = metrics.px(_EDGE)
        wide = max(40.0, self.width() - 2.0 * edge)
        tall = wide * (self._image.height() / self._image.width()) if self._image else wide * 1.414
        return QRectF(edge, edge, wide, tall)

    def mark_top(self) -> float:
        """Return how far down the first mark is, in pixels; 0 without one."""
        boxes = self._boxes(self._marks[0].start, self._marks[0].end) if self._marks else []
        return boxes[0].top() if boxes else 0.0

    def spot(self) -> QPointF:
        """Return where what is selected or marked begins, in pixels; else the top of the words."""
        start, end = self.selection
        boxes = self._boxes(start, end) if end > start else []
        if not boxes and self._marks:
            boxes = self._boxes(self._marks[0].start, self._marks[0].end)
        return boxes[0].topLeft() if boxes else QPointF(self.words_left(), 0.0)

    def words_left(self) -> float:
        """Return how far from the left the words of the page begin, in pixels; 0 where none are known."""
        words = self._boxes(0, len(self._geometry.text)) if self._geometry else []
        return min((box.left() for box in words), default=0.0)

    def words_share(self) -> float:
        """Return which part of the page's width its words take, from 0.6 to 1; all of it where none are known."""
        words = self._boxes(0, len(self._geometry.text)) if self._geometry else []
        if not words:
            return 1.0
        wide = max(box.right() for box in words) - min(box.left() for box in words)
        return min(1.0, max(0.6, wide / max(1.0, self.sheet().width())))

    def hasHeightForWidth(self) -> bool:
        """Return that its height follows its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the sheet at a width."""
        edge = metrics.px(_EDGE)
        ratio = self._image.height() / self._image.width() if self._image else 1.414
        return round((width - 2 * edge) * ratio) + 2 * edge

    def sizeHint(self) -> QSize:
        """Return a sheet's size."""
        return QSize(metrics.px(360), self.heightForWidth(metrics.px(360)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet whole at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, page, marks and selection."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        look, sheet = theme.look(), self.sheet()
        painter.fillRect(sheet, look.colour("paper"))
        if self._image is not None:
            painter.drawImage(sheet, self._image)
            if look.theme.name == "dark":
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.fillRect(sheet, look.colour("paper"))
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for mark in self._marks:
            self._paint_mark(painter, mark)
        self._paint_selection(painter)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        found = self._at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._anchor = self._caret = found
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select whole words between where it began and here."""
        found = self._at(event.position())
        if found is None or self._geometry is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        text = self._geometry.text
        if found >= self._anchor:
            self._anchor, self._caret = word_at(text, self._anchor)[0], word_at(text, found)[1]
        else:
            self._anchor, self._caret = word_at(text, max(self._anchor - 1, 0))[1], word_at(text, found)[0]
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what was selected."""
        self._tell()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        found = self._at(event.position())
        if found is not None and self._geometry is not None:
            self._anchor, self._caret = word_at(self._geometry.text, found)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by word, with Shift they select; Home and End go to the line's ends, Page keys turn pages.

        Enter asks for the words of the page as a text, which assistive technology reads as any other.
        """
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.text_asked.emit()
        elif self._geometry is None or not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and not event.modifiers():
            self.page_asked.emit(1 if key == Qt.Key.Key_PageDown else -1)
            return True
        if key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._select_paragraph()
            return True
        to = self._moved(Qt.Key(key))
        if to is None or event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        self._caret = to
        if not shift:
            self._anchor = to
        self._tell()
        return True

    def _moved(self, key: Qt.Key) -> int | None:
        assert self._geometry is not None
        text, at = self._geometry.text, self._caret
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            return next_word(text, at, 1 if key == Qt.Key.Key_Right else -1)
        if key == Qt.Key.Key_Home:
            return text.rfind("\n", 0, at) + 1
        if key == Qt.Key.Key_End:
            found = text.find("\n", at)
            return found if found >= 0 else len(text)
        if key == Qt.Key.Key_Down:
            found = text.find("\n", at)
            return min(found + 1, len(text)) if found >= 0 else len(text)
        if key == Qt.Key.Key_Up:
            line = text.rfind("\n", 0, at)
            return text.rfind("\n", 0, max(line, 0)) + 1
        return None

    def _select_paragraph(self) -> None:
        assert self._geometry is not None
        text, at = self._geometry.text, self._caret
        start = max(text.rfind("\n\n", 0, at), text.rfind(".\n", 0, at) + 1)
        found = text.find(".\n", at)
        self._anchor, self._caret = start + 1 if start > 0 else 0, found + 1 if found >= 0 else len(text)
        self._tell()

    def _tell(self) -> None:
        start, end = self.selection
        self.update()
        self.selected.emit(start, end)
        if self._geometry is not None:
            words = (
                self._geometry.text[start:end] or self._geometry.text[start : word_at(self._geometry.text, start)[1]]
            )
            accessible.announce(self, f"Selected: {words}" if end > start else words)

    def _at(self, point: QPointF) -> int | None:
        if self._geometry is None:
            return None
        sheet = self.sheet()
        x, y = to_page(self._geometry, point.x() - sheet.left(), point.y() - sheet.top(), self.scale())
        return character_at(self._geometry, x, y)

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        if self._geometry is None:
            return []
        return [self._on_screen(box) for box in boxes_of(self._geometry, start, end)]

    def _on_screen(self, box: Box) -> QRectF:
        assert self._geometry is not None
        left, top, right, bottom = to_picture(self._geometry, box, self.scale())
        sheet = self.sheet()
        return QRectF(sheet.left() + left, sheet.top() + top, right - left, bottom - top).adjusted(-1, -2, 1, 2)

    def _paint_mark(self, painter: QPainter, mark: Marked) -> None:
        look = theme.look()
        against = mark.stance == "challenges"
        role = "quote_against" if against else "quote_for"
        pen = QPen(look.colour(f"{role}_line"), metrics.px(2))
        if against:
            pen.setStyle(Qt.PenStyle.DashLine)
        for box in self._boxes(mark.start, mark.end):
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(box, look.colour(role))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(pen)
            painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _paint_selection(self, painter: QPainter) -> None:
        look = theme.look()
        start, end = self.selection
        tint = QColor(look.colour("accent_line"))
        tint.setAlpha(120)
        if end > start:
            for box in self._boxes(start, end):
                painter.fillRect(box, tint)
                painter.setPen(QPen(look.colour("paper_text"), 1))
                painter.drawLine(box.bottomLeft(), box.bottomRight())
        elif self.hasFocus() and self._geometry is not None:
            boxes = self._boxes(start, start + 1)
            if boxes:
                painter.fillRect(
                    QRectF(boxes[0].left(), boxes[0].top(), metrics.px(2), boxes[0].height()), look.colour("paper_text")
                )

    def _fit(self) -> None:
        self.updateGeometry()
        self.setMinimumHeight(self.heightForWidth(max(self.width(), metrics.px(120))))
