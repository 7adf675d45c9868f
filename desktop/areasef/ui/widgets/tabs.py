"""Tabs: one Tab stop, arrows move, a 3-pixel accent line under the one that is open."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QTabBar, QWidget

from areasef import tokens
from areasef.ui import icons, metrics, theme


class _Bar(QTabBar):
    """Asks for the room of its tabs and a little: the open one is bolder, and is measured only when it is open."""

    def sizeHint(self) -> QSize:
        """Return the room in which every tab shows in full."""
        return super().sizeHint() + QSize(metrics.px(8), 0)


class Tabs(QFrame):
    """A tab bar on its hairline. Words may carry a count, and a status shape where something is open in it."""

    opened = Signal(int)

    def __init__(self, name: str, indent: int = 6) -> None:
        super().__init__()
        self.setObjectName("tabLine")
        self.bar = _Bar()
        self.bar.setAccessibleName(name)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(True)
        # No wider than its tabs, so that the focus ring goes round them and not round the empty line.
        self.bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._shapes: dict[int, tuple[str, str]] = {}
        line = metrics.row(self, margins=(indent, 0, 6, 0), spacing=0)
        line.addWidget(self.bar)
        line.addStretch(1)
        metrics.sized(self, min_height=36)
        self.bar.currentChanged.connect(self.bar.updateGeometry)
        self.bar.currentChanged.connect(self.opened)
        theme.look_changed().connect(self._dress)

    def set_tabs(self, words: list[str]) -> None:
        """Show these tabs and keep the open one where it still exists; nothing is emitted."""
        self.bar.blockSignals(True)
        here = self.bar.currentIndex()
        while self.bar.count():
            self.bar.removeTab(0)
        for each in words:
            self.bar.addTab(each.replace("&", "&&"))
        self.bar.setCurrentIndex(min(max(here, 0), len(words) - 1))
        self.bar.blockSignals(False)
        self.bar.updateGeometry()
        self._shapes.clear()

    def add_at_end(self, widget: QWidget) -> None:
        """Put something at the far end of the line."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def set_words(self, index: int, words: str, shape: tuple[str, str] | None = None, spoken: str = "") -> None:
        """Say a tab's words and count again, with a status shape before them or none."""
        self.bar.setTabText(index, words.replace("&", "&&"))
        if spoken:
            self.bar.setAccessibleTabName(index, spoken)
        if shape:
            self._shapes[index] = shape
        else:
            self._shapes.pop(index, None)
        self._dress()

    def open(self, index: int) -> None:
        """Open a tab."""
        self.bar.setCurrentIndex(index)

    def current(self) -> int:
        """Return which tab is open."""
        return self.bar.currentIndex()

    def step(self, by: int) -> None:
        """Open the next or the previous tab, round the ends."""
        if self.bar.count():
            self.bar.setCurrentIndex((self.bar.currentIndex() + by) % self.bar.count())

    def _dress(self) -> None:
        side = metrics.px(tokens.SIZE["shape"])
        self.bar.setIconSize(QSize(side, side))
        for index in range(self.bar.count()):
            found = self._shapes.get(index)
            self.bar.setTabIcon(index, icons.shape(*found) if found else icons.nothing())
        self.bar.updateGeometry()
