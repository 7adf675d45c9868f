"""The left half of the first window: what this is, the ways in, and three promises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from areasef.ui import accessible, metrics, theme
from areasef.ui.logo import paint_logo
from areasef.ui.widgets.elided import Elided
from areasef.ui.widgets.label import label, set_tip
from areasef.ui.widgets.prose import Prose
from areasef.ui.widgets.status import Mark

_SHOWN_RECENT: Final = 4
_BESIDE: Final = 2  # so many ways in have room beside one another
_ROUND: Final = "A made-up area, fully filled in"
_HEADING: Final = ("Know your area.", "Show how you know.")
_AIRY, _DENSE = (48, 44, 48, 24), (48, 10, 48, 8)
_PROMISES: Final = (
    "Works with no internet. Nothing leaves this computer.",
    "Asks for no child’s name, on any screen.",
    "Never predicts an inspection outcome.",
)


class WayIn(QPushButton):
    """A wide button of two lines: what it does and a word about it."""

    def __init__(self, icon: str, title: str, words: str, pressed: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("wayIn")
        self.setAutoDefault(False)
        accessible.named(self, title, words)
        self._line = metrics.row(self, margins=(14, 13, 14, 13), spacing=14)
        lead, chevron = Mark(20, "accent_text"), Mark(18)
        lead.show_mark("icon", icon)
        chevron.show_mark("icon", "chevron-right")
        both = metrics.column(spacing=0)
        self._title_line = Elided(title, "label")
        self._title_line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        both.addWidget(self._title_line)
        self._title, self._words = title, label(words, "table", "muted", wrap=True)
        both.addWidget(self._words)
        self._line.addWidget(lead)
        self._line.addLayout(both, 1)
        self._line.addWidget(chevron)
        for each in self.findChildren(QWidget):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            accessible.left_out(each)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)  # as high as both lines need
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: pressed())

    def say(self, words: str) -> None:
        """Put another word about it in the second line, cut where it is too long for it."""
        room = max(self._words.width(), metrics.px(240))
        self._words.setText(self._words.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        accessible.named(self, self._title, words)

    def heightForWidth(self, width: int) -> int:
        """Return the height that both lines need."""
        return max(metrics.px(62), self._line.heightForWidth(width))

    def sizeHint(self) -> QSize:
        """Return the room that both lines need."""
        return self._line.sizeHint().expandedTo(QSize(metrics.px(240), metrics.px(62)))

    def minimumSizeHint(self) -> QSize:
        """Return the least width and the height at it."""
        return QSize(metrics.px(200), metrics.px(62))


class BigLogo(QWidget):
    """The mark, 40 pixels; decoration only."""

    def __init__(self) -> None:
        super().__init__()
        metrics.sized(self, width=40, height=40)
        theme.repaint_on_change(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        paint_logo(painter, self.rect().toRectF(), theme.look())
        painter.end()


class Welcome(QFrame):
    """Emits what is wanted; ``look_round`` is offered only where it was given."""

    open_asked = Signal()
    recent_asked = Signal(object)

    def __init__(self, recent: tuple[Path, ...], look_round: Callable[[], object] | None) -> None:
        super().__init__()
        self._round: WayIn | None = None
        self.setObjectName("welcome")
        column = self._column = metrics.column(self, margins=_AIRY, spacing=0)
        self._logo = _with_room(BigLogo(), (0, 0, 0, 28))
        self._heading = label("\n".join(_HEADING), "figure", wrap=True)
        self._about = _with_room(Prose(_ABOUT), (0, 8, 0, 16))
        for each in (self._logo, self._heading, self._about):
            column.addWidget(each)
        column.addSpacing(metrics.px(8))
        ways: QBoxLayout = metrics.column(spacing=10)
        self._ways = ways
        if look_round is not None:
            self._round = WayIn("book-open", "Look round Alderbrook", _ROUND, look_round)
            ways.addWidget(self._round)
        ways.addWidget(WayIn("folder", "Open a file", "One that ends in .areasef", self.open_asked.emit))
        for file in [each for each in recent if each.exists()][:_SHOWN_RECENT]:
            ways.addWidget(self._recent(file))
        column.addLayout(ways)
        column.addStretch(1)
        self.promises = QFrame()
        self.promises.setObjectName("welcomeFoot")
        self._promises = metrics.column(self.promises, margins=(0, 16, 0, 0), spacing=0)
        for words in _PROMISES:
            self._promises.addLayout(_promise(words))
        column.addWidget(self.promises)

    def set_dense(self, dense: bool) -> None:
        """Be low, so that the ways in and the first field are seen at once; the promises then stand elsewhere."""
        for each in (self._logo, self._about):
            each.setVisible(not dense)
        self._heading.setText((" " if dense else "\n").join(_HEADING))
        ways = QBoxLayout.Direction
        beside = dense and self._ways.count() <= _BESIDE
        self._ways.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        metrics.spaced(self._column, margins=_DENSE if dense else _AIRY, spacing=0)
        metrics.spaced(self._promises, margins=(56, 16, 48, 16) if dense else (0, 16, 0, 0), spacing=0)
        if not dense:
            self._column.addWidget(self.promises)

    def show_building(self, words: str) -> None:
        """Say how far the demonstration is, or what it is where nothing is said; a second press waits for the first."""
        if self._round is not None:
            self._round.setEnabled(not words)
            self._round.say(words or _ROUND)

    def _recent(self, file: Path) -> WayIn:
        where = file.parent.name or str(file.parent)
        way = WayIn("history", file.stem, f"Opened lately, in {where}", lambda: self.recent_asked.emit(file))
        set_tip(way, str(file))  # its name may be too long for the line
        return way


_ABOUT: Final = (
    "Area SEF helps partners evaluate how well they work together for children and young people with SEND, "
    "and keeps the page that backs each sentence."
)


def _with_room(widget: QWidget, margins: metrics.Margins) -> QFrame:
    """Return a widget with room round it, which goes when it is hidden."""
    frame = QFrame()
    metrics.column(frame, margins=margins, spacing=0).addWidget(widget)
    return frame


def _promise(words: str) -> QHBoxLayout:
    line = metrics.row(margins=(0, 4, 0, 4), spacing=8)
    tick = Mark(14)
    tick.show_mark("check", "pass", "rail")
    first = metrics.column(margins=(0, 3, 0, 0), spacing=0)  # in the middle of the first line
    first.addWidget(tick)
    first.addStretch(1)
    line.addLayout(first)
    line.addWidget(label(words, "table", wrap=True), 1)
    return line
