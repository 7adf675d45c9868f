"""What stands in the place of what is being read: after a moment words and grey bars, then seconds, and Stop if it can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from areasef.ui import accessible, metrics, theme
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label
from areasef.ui.widgets.wait_clock import WaitClock

_BARS: Final = (0.9, 0.64, 0.78)
_HIGH, _GAP, _WIDEST = 12, 9, 560


class Loading(QFrame):
    """Says nothing for a moment. What it says is read aloud once, when it appears."""

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self._stop: Callable[[], object] | None = None
        self._words = label("", "table", "muted", wrap=True)
        self._bars = _Bars()
        self.stop = Button("Stop", lambda: self._stop() if self._stop else None, small=True)
        line = metrics.column(self, margins=(20, 18, 20, 18), spacing=10)
        for each in (self._words, self._bars):
            line.addWidget(each)
        line.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        self._clock = WaitClock(self)
        self._clock.due.connect(self._appear)
        self._clock.counted.connect(lambda seconds: self._words.setText(f"{self._said}, {seconds} seconds so far"))
        self.end()

    @property
    def words(self) -> str:
        """What is said, or nothing."""
        return self._words.text() if not self._words.isHidden() else ""

    def begin(self, words: str, stop: Callable[[], object] | None = None, *, at_once: bool = False) -> None:
        """Say what is being done, from a moment on; ``stop`` ends it, where it can be ended."""
        self.end()
        self._said, self._stop = words, stop
        self._words.setText(words)
        self._clock.begin()
        if at_once:
            self._appear()

    def say(self, words: str) -> None:
        """Say what is being done now."""
        self._said = words
        self._words.setText(words)

    def end(self) -> None:
        """Say nothing more."""
        self._clock.end()
        self._show(False)

    def _appear(self) -> None:
        if not self._words.isHidden():
            return
        self._show(True)
        accessible.announce(self, self._said)

    def _show(self, shown: bool) -> None:
        for each in (self._words, self._bars):
            each.setVisible(shown)
        self.stop.setVisible(shown and self._stop is not None)


class _Bars(QWidget):
    """Grey bars as long as lines of text: decoration, the words beside them say what is going on."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.repaint_on_change(self)

    def sizeHint(self) -> QSize:
        """Return room for the bars."""
        return QSize(metrics.px(_WIDEST), metrics.px(len(_BARS) * (_HIGH + _GAP)))

    def minimumSizeHint(self) -> QSize:
        """Return the height of the bars; how wide is for the place to say."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        look = theme.look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("neutral_line"), 1))
        painter.setBrush(look.colour("neutral_tint"))
        wide, high, corner = min(self.width(), look.px(_WIDEST)), look.px(_HIGH), look.px(2)
        for at, part in enumerate(_BARS):
            box = QRectF(0.5, 0.5 + at * look.px(_HIGH + _GAP), wide * part - 1, high - 1)
            painter.drawRoundedRect(box, corner, corner)
        painter.end()
