"""Page n of m under a page that is shown: it turns to another page, and shows pages larger or as text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton

from areasef.ui import accessible, metrics
from areasef.ui.pages.preview import Preview
from areasef.ui.widgets.chooser import paint_chevron

_NEAR: Final = 8


class PageTurner(QPushButton):
    """Page n of m; pressed, it offers the other pages. Page Up and Page Down on the page turn it too.

    With ``aside`` it does not count a page that is the only one: it offers other ways to view it.
    """

    def __init__(self, preview: Preview, *, aside: bool = False) -> None:
        super().__init__()
        self._preview = preview
        self._aside = aside
        self.setAutoDefault(False)
        self.setProperty("kind", "turner")
        self._pages = QMenu(self)
        self._pages.aboutToShow.connect(self._fill)
        self.clicked.connect(lambda: self._pages.popup(self.mapToGlobal(QPoint(0, -self._pages.sizeHint().height()))))
        metrics.sized(self, min_width=60, min_height=28)
        preview.page_turned.connect(self._say)
        self._say(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and the chevron that says it opens."""
        super().paintEvent(event)
        paint_chevron(self)

    def _say(self, page: int) -> None:
        count = self._preview.pages
        self.setVisible(count > 0)
        where = f"Page {page} of {count}"
        if self._aside and count == 1:
            self.setText("View")
            accessible.named(self, f"View, {where.lower()}", "Press to show the page larger, or as text")
        else:
            self.setText(where)
            accessible.named(self, where, "Press to turn to another page")

    def _fill(self) -> None:
        self._pages.clear()
        shown, count = self._preview.shown, self._preview.pages
        here = shown.page if shown else 1
        near = sorted({1, count, *range(max(1, here - _NEAR), min(count, here + _NEAR) + 1)})
        for words, by in (("Next page\tPage Down", 1), ("Previous page\tPage Up", -1)):
            if 1 <= here + by <= count:
                self._pages.addAction(words).triggered.connect(lambda _=False, by=by: self._preview.turn(by))
        self._pages.addSeparator()
        for words, by in (("Larger page", 1), ("Smaller page", -1), ("As wide as the pane", 0)):
            self._pages.addAction(words).triggered.connect(lambda _=False, by=by: self._preview.zoom(by))
        self._pages.addSeparator()
        as_text = self._pages.addAction("Read pages as text")
        as_text.setCheckable(True)
        as_text.setChecked(self._preview.as_text)
        as_text.triggered.connect(self._preview.read_as_text)
        self._pages.addSeparator()
        for page in near:
            if page != here:
                made = self._pages.addAction(f"Page {page}")
                made.triggered.connect(lambda _=False, by=page - here: self._preview.turn(by))
