"""The sheet a page lies on: as wide as its pane or larger, scrolled to the words that matter."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from areasef.ui import accessible, metrics
from areasef.ui.later import later
from areasef.ui.widgets.page_view import PageView

_ZOOMS: Final = (1.0, 1.4, 1.9, 2.5)
_PAGE_WIDE: Final = 595
"""Pixels from which a page of A4 is as large on the screen as on paper at 72 to the inch."""
_MARGINS: Final = 0.08
"""What is left of a page's margins where its words fill the pane, as a part of its width."""
_KEYS: Final = "Enter shows it as a text. Arrows move by word, with Shift they select, Page Up and Page Down turn"


class Paper(QScrollArea):
    """Holds the drawn page. With ``fills`` its words fill a narrow pane, and its margins are left outside."""

    def __init__(self, *, fills: bool) -> None:
        super().__init__()
        self._fills = fills
        self._share = 1.0
        self.zoom = _ZOOMS[0]
        self.sheet = PageView()
        accessible.named(self.sheet, "Page", _KEYS)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.sheet)

    @property
    def is_largest(self) -> bool:
        """Whether a page can be no larger."""
        return self.zoom == _ZOOMS[-1]

    def enlarge(self, by: int) -> None:
        """Show the page larger (1), smaller (-1) or as wide as the pane (0)."""
        at = _ZOOMS.index(self.zoom)
        self.zoom = _ZOOMS[min(max(at + by, 0), len(_ZOOMS) - 1)] if by else _ZOOMS[0]
        self.widen()
        later(self, self.show_spot)

    def take_in(self) -> None:
        """Measure the page that was just put on the sheet, and bring what matters on it into sight."""
        self._share = self.sheet.words_share()
        self.widen()
        later(self, self.show_spot)

    def show_spot(self) -> None:
        """Bring the beginning of the lines into sight, and what is selected or marked."""
        spot = self.sheet.spot()
        self.horizontalScrollBar().setValue(max(0, round(self.sheet.words_left()) - metrics.px(16)))
        self.verticalScrollBar().setValue(max(0, round(spot.y()) - metrics.px(80)))
        self.ensureVisible(round(spot.x()), round(spot.y()), metrics.px(40), metrics.px(40))

    def show_caret(self) -> None:
        """Bring the caret into sight."""
        spot = self.sheet.caret_spot()
        self.ensureVisible(round(spot.x()), round(spot.y()), 0, metrics.px(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page as large as it was, measured by the pane."""
        super().resizeEvent(event)
        self.widen()

    def widen(self) -> None:
        """Measure the sheet by the pane."""
        wide = self.viewport().width()
        narrow = self._fills and wide < metrics.px(_PAGE_WIDE)
        factor = self.zoom * (1 / (self._share + _MARGINS) if narrow else 1.0)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if self.zoom > 1 else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self.sheet.setMinimumWidth(round(wide * factor) if factor > 1 else 0)
