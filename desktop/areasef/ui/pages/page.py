"""What every screen of the window is: a header with one plain sentence, a body, and a few promises to the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from areasef.domain.change import Change
from areasef.ui import metrics, theme
from areasef.ui.context import Context
from areasef.ui.focus_order import tab_stops
from areasef.ui.later import later
from areasef.ui.navigation import Target
from areasef.ui.parts import shell
from areasef.ui.widgets.banner import Banner
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label
from areasef.words.faults import AppError

_WORDS_ROOM = 240  # what the title and its sentence need beside buttons


class Page(QWidget):
    """A screen. Fill ``self.body``; override what concerns you.

    A page whose panes carry their own headings sets ``headed = False``; ``retitled`` says what a narrow window calls it.
    """

    title = ""
    sentence = ""
    headed = True
    retitled = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        shell(self).setObjectName("page")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.title)
        self._whole = metrics.column(self, spacing=0)
        self._heading = label(self.title, "title")
        self._sentence = label(self.sentence, "table", "muted", wrap=True)
        self._sentence.setObjectName("sentence")
        self._low = self._named_above = False
        self._beside, self._buttons = flow_row(12)
        self._header = self._build_header()
        self._banner = Banner()
        self._strip = QFrame()
        metrics.column(self._strip, margins=(20, 0 if self.headed else 8, 20, 8)).addWidget(self._banner)
        self._banner.hide()
        self._strip.hide()
        self.body: QVBoxLayout = metrics.column(spacing=0)
        self._whole.addWidget(self._header)
        self._whole.addWidget(self._strip)
        self._whole.addLayout(self.body, 1)
        self._show_words()
        self._beside.installEventFilter(self)
        theme.look_changed().connect(self._fit_again)

    def refresh(self, change: Change | None) -> None:
        """Show what the session holds now; ``change`` is None when the page is opened or another file is."""

    def focus_first(self) -> None:
        """Put the focus on the first thing to do here, not on the first thing drawn."""
        stops = tab_stops(self)
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, target: Target) -> None:
        """Show and focus what a jump asks for; called after ``refresh``."""

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page does for commands of the registry, by id, such as ``new`` or ``find``."""
        return {}

    def leave(self) -> None:
        """Keep what is being typed: called before another page is shown and before the window closes."""

    def keep_again(self) -> None:
        """Try once more, without a word, to keep what could not be kept: asked every second until it is."""

    def do(self, write: Callable[[], Change]) -> bool:
        """Write and tell the window; where it cannot be written, say why and keep what was typed on screen."""
        try:
            change = write()
        except AppError as error:
            self.context.errors.show(error, self)
            return False
        self.clear_error()
        self.context.bus.say(change)
        return True

    def set_title(self, title: str, sentence: str = "") -> None:
        """Change the header's words."""
        self._heading.setText(title)
        self._sentence.setText(sentence)
        self._show_words()

    def set_header_buttons(self, *buttons: QWidget) -> None:
        """Show at most two buttons in the header, one of them primary at most."""
        self._buttons.clear()
        for button in buttons:
            self._buttons.addWidget(button)
        self._show_words()

    def show_error(self, title: str, words: str) -> None:
        """Show an error in place, above the body."""
        self._banner.say(title, words, "bad")
        for each in (self._banner, self._strip):
            each.show()

    def clear_error(self) -> None:
        """Take the error away once it is mended."""
        for each in (self._banner, self._strip):
            each.hide()

    def set_low(self, low: bool) -> None:
        """Give up the sentence where the window is very low."""
        self._low = low
        self._show_words()

    def set_named_above(self, named: bool) -> None:
        """Leave out the title where the top bar of a narrow window says it: once is enough, and the room is needed."""
        self._named_above = named
        self._show_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the header's buttons under its words where both have no room side by side."""
        super().resizeEvent(event)
        self._fit_header()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the header again where one of its buttons wants another width, such as in larger text put on in turns."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_again()
        return super().eventFilter(watched, event)

    def _show_words(self) -> None:
        self._heading.setVisible(not self._named_above)
        self._sentence.setVisible(not self._low and bool(self._sentence.text()))
        self._show_header()

    def _show_header(self) -> None:
        said = not (self._heading.isHidden() and self._sentence.isHidden())
        buttons = not self._beside.isHidden() and self._buttons.whole_width() > 0
        self._header.setVisible(self.headed and (said or buttons))
        high, edge = (60, 6) if said else (44, 4)  # buttons alone need no more than their own height
        metrics.sized(self._header, min_height=high)
        metrics.spaced(self._line, margins=(20, edge, 20, edge), spacing=12)

    def _fit_again(self) -> None:
        """Fit the header once every button of it has its new size."""
        later(self, self._fit_header)

    def _fit_header(self) -> None:
        self._show_header()
        wanted = self._buttons.whole_width()
        margins = self._line.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._line.spacing()
        beside = room - wanted >= metrics.px(_WORDS_ROOM)
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        if beside:
            self._beside.setFixedWidth(wanted)
        else:
            metrics.free_width(self._beside)

    def _build_header(self) -> QFrame:
        header = QFrame()
        self._line = metrics.row(header, margins=(20, 6, 20, 6), spacing=12)
        words = metrics.column(spacing=0)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        self._line.addLayout(words, 1)
        self._line.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignVCenter)
        return header
