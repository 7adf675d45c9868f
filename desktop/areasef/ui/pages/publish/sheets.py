"""The pages of a document as they will print: one or two side by side, drawn by the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from areasef.domain.page import PagePicture
from areasef.services.session import Session
from areasef.ui import accessible, metrics, theme
from areasef.ui.context import Context
from areasef.ui.jobs import Ticket
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label

_POINTS: Final = (595.0, 842.0)
_FULL: Final = 793  # a page as wide as it prints
_ZOOMS: Final = (1.0, 1.25, 1.5, 2.0)
_PAUSE_MS: Final = 120
_EDGE: Final = 12


class Sheets(QWidget):
    """``turned`` says the first page that is shown. Page Up and Page Down turn, Home and End go to the ends."""

    turned = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._path: Path | None = None
        self._images: dict[int, QImage] = {}
        self._asked = 0
        self.pages = 0
        self.page = 1
        self.side_by_side = 2
        self._zoom = _ZOOMS[0]
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        accessible.named(self, "Pages of the document", "Page Up and Page Down turn")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        theme.repaint_on_change(self)
        self._words = label("", "body", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._once_more: Callable[[], object] | None = None
        self.again = Button("Set the pages", lambda: self._once_more() if self._once_more else None)
        column = metrics.column(self, margins=(40, 12, 40, 12), spacing=12)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self._show_words("")

    def show_file(self, path: Path, pages: int) -> None:
        """Show a file, at the page that was shown where it still exists."""
        self._path, self.pages = path, pages
        self._show_words("")
        self._images.clear()
        self.open_page(min(self.page, max(pages, 1)))

    @property
    def said(self) -> str:
        """What is said instead of pages, or nothing."""
        return self._words.text()

    def say(self, words: str, again: Callable[[], object] | None = None) -> None:
        """Show words instead of pages; ``again`` is offered beneath them."""
        self._show_words(words, again)
        self._images.clear()
        self._path, self.pages = None, 0
        self.setAccessibleDescription(words)
        self.update()

    def open_page(self, page: int) -> None:
        """Show a page; two stand side by side, an odd one at the left."""
        if not self.pages:
            return
        page = min(max(page, 1), self.pages)
        if self.side_by_side == 2:
            page = page - (page - 1) % 2
        self.page = page
        self.turned.emit(page)
        self.setAccessibleDescription(self.place_words())
        self._draw()

    def set_side_by_side(self, count: int) -> None:
        """Show two pages as large as the pane is high, or one as wide as it, up to the size it prints at."""
        self.side_by_side, self._zoom = count, _ZOOMS[0]
        self._images.clear()
        self.open_page(self.page)

    @property
    def percent(self) -> int:
        """How large one page is, against the size at which it fits the pane."""
        return round(self._zoom * 100)

    def zoom(self) -> None:
        """Show one page, a step larger; after the largest as it was."""
        at = _ZOOMS.index(self._zoom)
        self.side_by_side, self._zoom = 1, _ZOOMS[(at + 1) % len(_ZOOMS)]
        self._images.clear()
        self.open_page(self.page)

    def turn(self, by: int) -> None:
        """Turn forward or back."""
        self.open_page(self.page + by * self.side_by_side)

    def shown(self) -> tuple[int, ...]:
        """Return the pages that are shown."""
        last = min(self.page + self.side_by_side - 1, self.pages)
        return tuple(range(self.page, last + 1))

    def place_words(self) -> str:
        """Return where one is: ``Pages 14 and 15 of 38``."""
        shown = self.shown()
        if len(shown) == 2:
            return f"Pages {shown[0]} and {shown[1]} of {self.pages}"
        return f"Page {self.page} of {self.pages}"

    def sizeHint(self) -> QSize:
        """Return room for two pages."""
        return QSize(metrics.px(600), metrics.px(420))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again for another size, after a pause."""
        super().resizeEvent(event)
        self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn."""
        steps = {
            Qt.Key.Key_PageDown: self.page + self.side_by_side,
            Qt.Key.Key_Down: self.page + self.side_by_side,
            Qt.Key.Key_Right: self.page + self.side_by_side,
            Qt.Key.Key_PageUp: self.page - self.side_by_side,
            Qt.Key.Key_Up: self.page - self.side_by_side,
            Qt.Key.Key_Left: self.page - self.side_by_side,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.pages,
        }
        wanted = steps.get(Qt.Key(event.key()))
        scrolls = self.side_by_side == 1 and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if wanted is None or scrolls or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.open_page(wanted)
            accessible.announce(self, self.place_words())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turns; where one page is higher than the pane, it scrolls."""
        if self.side_by_side == 1:
            event.ignore()
        elif event.angleDelta().y():
            self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheets on the desk."""
        look = theme.look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), look.colour("desk"))
        for place, page in zip(self._places(), self.shown(), strict=False):
            self._paint_sheet(painter, place, page)
        painter.end()

    def _show_words(self, words: str, again: Callable[[], object] | None = None) -> None:
        self._once_more = again
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.again.setVisible(again is not None)

    def _paint_sheet(self, painter: QPainter, place: QRectF, page: int) -> None:
        look = theme.look()
        image = self._images.get(page)
        if image is None:
            painter.fillRect(place, look.colour("paper"))
            painter.setPen(look.colour("paper_muted"))
            painter.setFont(look.font("table"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"Drawing page {page}")
            return
        shape = image.size().scaled(place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left = place.left() + (place.width() - shape.width()) / 2
        spot = QRectF(left, place.top() + (place.height() - shape.height()) / 2, shape.width(), shape.height())
        painter.drawImage(spot, image)
        painter.setPen(QPen(look.colour("line_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(spot)

    def _places(self) -> tuple[QRectF, ...]:
        edge = metrics.px(_EDGE)
        count = min(self.side_by_side, max(self.pages, 1))
        high = self.height() - edge * 2
        if self.side_by_side == 1:
            wide = self._one_wide()
            return (QRectF(max(edge, (self.width() - wide) / 2), edge, wide, high),)
        wide = (self.width() - edge * (count + 1)) / count
        return tuple(QRectF(edge + at * (wide + edge), edge, wide, high) for at in range(count))

    def _one_wide(self) -> float:
        pane = self.parentWidget() or self
        return min(pane.width() - 2 * metrics.px(_EDGE), metrics.px(_FULL)) * self._zoom

    def _fit(self) -> None:
        """Take the room that one page needs; two fit into what there is."""
        image = self._images.get(self.page)
        shape = (image.width(), image.height()) if image is not None else _POINTS
        edge = metrics.px(_EDGE)
        high = round(self._one_wide() * shape[1] / shape[0]) + 2 * edge
        wider = self.side_by_side == 1 and self._zoom > 1
        self.setMinimumWidth(round(self._one_wide()) + 2 * edge if wider else 0)
        self.setMinimumHeight(high if self.side_by_side == 1 and self.pages else 0)

    def _draw(self) -> None:
        self._fit()
        self.update()
        path = self._path
        if path is None:
            return
        self._asked += 1
        asked, pages = self._asked, self.shown()
        place = self._places()[0]
        fits = min(place.width() / _POINTS[0], max(place.height(), place.width()) / _POINTS[1])
        wide = place.width() / _POINTS[0]
        scale = max((fits if self.side_by_side == 2 else wide) * self.devicePixelRatio(), 0.4)
        session: Session = self._context.session

        def draw(ticket: Ticket) -> dict[int, PagePicture]:
            del ticket
            return {page: session.drawer.picture(path, page, scale) for page in pages}

        def done(pictures: dict[int, PagePicture]) -> None:
            if isValid(self) and asked == self._asked:  # the window may be gone before its last page is drawn
                self._images = {page: _image(picture) for page, picture in pictures.items()}
                self._fit()
                self.update()

        self._context.jobs.run(draw, done, lambda error: self._failed(asked, error))

    def _failed(self, asked: int, error: Exception) -> None:
        if isValid(self) and asked == self._asked:
            self.say(f"The page cannot be drawn. {error}")


def _image(picture: PagePicture) -> QImage:
    made = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    return made.copy()
