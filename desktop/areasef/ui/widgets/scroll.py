"""A column that scrolls up and down, with room round its controls for the focus ring."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from areasef import tokens
from areasef.ui import metrics
from areasef.ui.later import later
from areasef.ui.metrics import Margins
from areasef.ui.parts import shell
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.long_column import LongColumn


class _Canvas(QWidget):
    """As high as its words need at this width; Qt itself would keep room for the narrowest."""

    def minimumSizeHint(self) -> QSize:
        """Return the least size at the width there is."""
        least, layout, around = super().minimumSizeHint(), self.layout(), self.parentWidget()
        if layout is not None and layout.hasHeightForWidth() and around is not None:
            least.setHeight(layout.minimumHeightForWidth(around.width()))
        return least


class _Area(QScrollArea):
    def __init__(self, name: str, margins: Margins, spacing: int, *, even: bool) -> None:
        super().__init__()
        self._margins, self._gap = margins, spacing
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        canvas = _Canvas()
        canvas.setObjectName("canvas")
        canvas.setLayout(metrics.spaced(self._make_column(), margins=margins, spacing=spacing))
        self.setWidget(canvas)
        if even:
            self.verticalScrollBar().rangeChanged.connect(self._even_out)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: later(self, self._keep_wrong_in_sight))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _make_column(self) -> QLayout:
        raise NotImplementedError

    def _even_out(self, _low: int, high: int) -> None:
        """Keep what stands here as far from the right edge, scroll bar or none."""
        left, top, right, bottom = self._margins
        bar = tokens.SIZE["scroll_bar"] if high > 0 else 0
        canvas = self.widget()
        layout = canvas.layout() if canvas is not None else None
        if layout is not None:
            metrics.spaced(layout, margins=(left, top, max(right - bar, 0), bottom), spacing=self._gap)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self._bring(now)
            later(now, lambda: self._bring(now) if now.hasFocus() else None)  # where it is once all is laid out

    def _keep_wrong_in_sight(self) -> None:
        """Follow a field that what is wrong about it pushes down while somebody stands in it."""
        now, inside = QApplication.focusWidget(), self.widget()
        around = now.parentWidget() if now is not None else None
        wrong = isinstance(around, Field) and bool(around.error)
        if wrong and now is not None and inside is not None and inside.isAncestorOf(now):
            self._bring(now)

    def _bring(self, widget: QWidget) -> None:
        """Bring a widget into sight; the control of a field with its label, which says what it is for."""
        around = widget.parentWidget()
        if isinstance(around, Field) and around.height() <= self.viewport().height():
            widget = around
        self.ensureWidgetVisible(widget, metrics.px(12), metrics.px(12))


class Scroll(_Area):
    """Add widgets to ``column``. What gets the focus is scrolled into sight. No sideways scrolling.

    ``even`` keeps the right edge of what stands here where it is when the scroll bar comes and goes.
    """

    def __init__(self, name: str, margins: Margins = (20, 8, 20, 16), spacing: int = 12, *, even: bool = False) -> None:
        super().__init__(name, margins, spacing, even=even)

    def _make_column(self) -> QLayout:
        self.column = QVBoxLayout()
        return self.column


class LongScroll(_Area):
    """The same for a crowded column: what is out of sight is laid out in later turns."""

    def __init__(self, name: str, margins: Margins = (20, 8, 20, 16), spacing: int = 12, *, even: bool = False) -> None:
        super().__init__(name, margins, spacing, even=even)
        canvas = self.widget()
        assert canvas is not None
        for each in (self, self.viewport(), canvas):
            shell(each)

    def _make_column(self) -> QLayout:
        self.column = LongColumn(self)
        return self.column
