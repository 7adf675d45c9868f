"""The empty state: what will be here, up to three facts, and the one next step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from areasef import tokens
from areasef.ui import metrics, theme
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.status import Mark

_WIDE = 620
_ROOMY: Final = 360
"""From which height on there is room for the picture and for air; below it the words and buttons take all there is."""
_AIRY, _DENSE = (40, 34, 40, 28), (24, 10, 24, 10)
_DASHES: Final = (3.0, 2.0)


class DashedBox(QFrame):
    """Where something will be: a dashed edge, painted here because that of a stylesheet leaves its corners bare."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("empty")
        theme.repaint_on_change(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and edge."""
        look = theme.look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(look.colour("line_strong"), look.px(1))
        edge.setCapStyle(Qt.PenCapStyle.FlatCap)
        edge.setDashPattern(_DASHES)
        painter.setPen(edge)
        painter.setBrush(look.colour("canvas"))
        corner = look.px(tokens.RADIUS["dialog"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.end()


class EmptyState(Scroll):
    """Stands where there is nothing yet. ``facts`` are (icon, sentence); the first button is the primary one."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        facts: Sequence[tuple[str, str]] = (),
        buttons: Sequence[Button] = (),
    ) -> None:
        super().__init__(title, margins=(20, 20, 20, 20), spacing=8)
        around = self.column
        page = self.widget()
        if page is not None:
            page.setObjectName("surface")
            page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box = DashedBox()
        inside = self._inside = metrics.column(box, margins=_AIRY, spacing=8)
        mark = self._mark = Mark(28, "accent_text")
        mark.show_mark("icon", icon)
        inside.addWidget(mark)
        self._airy = True
        self._title = label(title, "title", wrap=True)
        self._title.setContentsMargins(0, 4, 0, 0)
        self._sentence = label(sentence, "body", wrap=True)
        inside.addWidget(self._title)
        inside.addWidget(self._sentence)
        if facts:
            inside.addSpacing(metrics.px(8))
        for fact_icon, words in facts[:3]:
            inside.addLayout(_fact(fact_icon, words))
        if buttons:
            inside.addSpacing(metrics.px(12))
            holder, line = flow_row(16)
            for button in buttons:
                line.addWidget(button)
            inside.addWidget(holder)
        metrics.sized(box, max_width=_WIDE)
        around.addStretch(1)
        centre = metrics.row()
        centre.addStretch(1)
        centre.addWidget(box, 100)
        centre.addStretch(1)
        around.addLayout(centre)
        around.addStretch(2)
        self.setAccessibleDescription(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up the picture and the air round the words where little is high enough to be seen at once."""
        super().resizeEvent(event)
        airy = self.height() >= metrics.px(_ROOMY)
        if airy != self._airy:
            self._airy = airy
            self._mark.setVisible(airy)
            metrics.spaced(self._inside, margins=_AIRY if airy else _DENSE, spacing=8 if airy else 4)
            metrics.spaced(self.column, margins=(20, 20, 20, 20) if airy else (20, 8, 20, 8), spacing=8)

    def say(self, title: str, sentence: str) -> None:
        """Say something else: what is missing may become known only when the place is shown."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)


def _fact(icon: str, words: str) -> QHBoxLayout:
    line = metrics.row(margins=(0, 2, 0, 2), spacing=12)
    mark = Mark(18)
    mark.show_mark("icon", icon)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(words, "table", wrap=True), 1)
    return line
