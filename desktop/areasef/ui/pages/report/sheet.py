"""The page that a finding stands on, with its words marked; a click on the page finds the finding."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from areasef.domain.page import Box, PageGeometry, PagePicture, runs_in
from areasef.domain.report import Place
from areasef.services.importing_reports import draw
from areasef.ui import accessible, metrics
from areasef.ui.context import Context
from areasef.ui.jobs import Ticket
from areasef.ui.later import later
from areasef.ui.widgets.button import IconButton
from areasef.ui.widgets.label import label
from areasef.ui.widgets.page_view import Marked, PageView
from areasef.ui.widgets.prose import Prose
from areasef.ui.widgets.stack import Stack

_SCALE: Final = 1.6
_POINTS_WIDE: Final = 595.0  # A4, on which reports are printed
_MOST_KEPT: Final = 6
Drawn = tuple[PagePicture, PageGeometry]


class _Paper(PageView):
    """A page that also says where it was clicked."""

    clicked = Signal(int)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say which character was clicked; a selection is left alone."""
        super().mouseReleaseEvent(event)
        start, end = self.selection
        if start == end:
            self.clicked.emit(start)


class ReportSheet(QFrame):
    """Pages of the report under review. ``pointed`` says a page and the box of a character that was clicked."""

    pointed = Signal(int, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("desk")
        self._context = context
        self._path = Path()
        self._count = 0
        self._places: tuple[Place, ...] = ()
        self._kept: dict[int, Drawn] = {}
        self._job: Ticket | None = None
        self.page = 0
        self.paper = _Paper()
        accessible.named(self.paper, "Page of the report", "Click a sentence to find its finding")
        self._note = Prose("", "body")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.paper)
        said = QFrame()
        metrics.column(said, margins=(16, 12, 16, 12)).addWidget(self._note, 0, Qt.AlignmentFlag.AlignTop)
        self._stack = Stack()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(said)
        column = metrics.column(self, spacing=0)
        column.addWidget(self._tools())
        column.addWidget(self._stack, 1)
        self.paper.clicked.connect(self._clicked)
        self.paper.page_asked.connect(self.turn)

    def open_file(self, path: Path, count: int) -> None:
        """Begin another report; one of a text has no pages to show."""
        self._path, self._count, self.page = path, count, 0
        self._kept, self._places = {}, ()
        self._say_page()
        if count == 0:
            self._say("This report was read from a text, so there are no pages to show beside it.")

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Show the page on which something begins, with its words marked."""
        self._places = places
        self.show_page(places[0].page if places else self.page or 1)

    def turn(self, by: int) -> None:
        """Turn to another page."""
        self.show_page(self.page + by)

    def show_page(self, page: int) -> None:
        """Show a page; drawn once, and then at hand for as long as it is one of the last."""
        if not 1 <= page <= self._count:
            return
        self.page = page
        self._say_page()
        kept = self._kept.get(page)
        if kept is not None:
            self._show(page, kept)
            return
        session, path = self._context.session, self._path
        scale = max(_SCALE, self.width() / _POINTS_WIDE * self.devicePixelRatioF())

        def work(_ticket: Ticket) -> Drawn:
            return draw(session, path, page, scale)

        self._job = self._context.jobs.run(
            work,
            lambda drawn: self._drawn(path, page, drawn),
            lambda error: self._failed(path, page, error),
        )

    def _drawn(self, path: Path, page: int, drawn: Drawn) -> None:
        if path != self._path:
            return
        self._kept[page] = drawn
        while len(self._kept) > _MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        if page == self.page:
            self._show(page, drawn)

    def _show(self, page: int, drawn: Drawn) -> None:
        picture, geometry = drawn
        boxes = tuple(box for place in self._places if place.page == page for box in place.boxes)
        marks = tuple(Marked(start, end, "supports") for start, end in runs_in(geometry, boxes)) if boxes else ()
        self._stack.setCurrentIndex(0)
        self.paper.show_page(picture, geometry, marks)
        top = round(self.paper.mark_top())
        later(self._scroll, lambda: self._scroll.verticalScrollBar().setValue(max(0, top - metrics.px(120))))

    def _failed(self, path: Path, page: int, error: Exception) -> None:
        if path == self._path and page == self.page:
            self._say(str(error))

    def _say(self, words: str) -> None:
        self._note.say(words)
        self._stack.setCurrentIndex(1)

    def _clicked(self, index: int) -> None:
        kept = self._kept.get(self.page)
        box: Box | None = kept[1].boxes[index] if kept and index < len(kept[1].boxes) else None
        if box is not None:
            self.pointed.emit(self.page, box)

    def _tools(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("surfaceTabs")
        line = metrics.row(bar, margins=(14, 3, 10, 3), spacing=4)
        self._words = label("", "table", "muted")
        line.addWidget(self._words, 1)
        self.back = IconButton("chevron-up", "Previous page", lambda: self.turn(-1))
        self.on = IconButton("chevron-down", "Next page", lambda: self.turn(1))
        line.addWidget(self.back)
        line.addWidget(self.on)
        return bar

    def _say_page(self) -> None:
        self._words.setText(f"Page {self.page} of {self._count}" if self.page else "")
        for button, to in ((self.back, self.page - 1), (self.on, self.page + 1)):
            button.setVisible(self._count > 0)
            button.setEnabled(1 <= to <= self._count)
