"""Words that give way: shortened with a mark where there is no room, and offered in full as the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyleOption

from areasef.ui import metrics
from areasef.ui.widgets.label import set_tip

_LEAST = 24


class Elided(QLabel):
    """A label of one line that never clips a word in the middle of a letter. Its text stays whole."""

    def __init__(self, words: str = "", style: str = "table", tone: str = "") -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", style)
        if tone:
            self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @property
    def shortened(self) -> bool:
        """Return whether some of the words do not fit."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def sizeHint(self) -> QSize:
        """Return the room of the whole words."""
        measure = QFontMetrics(self.font())
        return QSize(measure.horizontalAdvance(self.text()) + 2, measure.height())

    def minimumSizeHint(self) -> QSize:
        """Return the room of a letter and the mark."""
        return QSize(metrics.px(_LEAST) if self.text() else 0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as fits."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        set_tip(self, self.text() if shown != self.text() else "")
        self.style().drawItemText(
            painter, self.rect(), Qt.AlignmentFlag.AlignVCenter, option.palette, True, shown, self.foregroundRole()
        )
        painter.end()
