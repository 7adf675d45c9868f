"""The names of columns over a painted list; each row says all of it by itself, so a listener loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from areasef.ui import metrics, theme

_HIGH: Final = 31
Places = Callable[[float], Sequence[tuple[float, str]]]


class ColumnHead(QFrame):
    """``places`` returns for a width where each name stands; one that stands below 0 is left out."""

    def __init__(self, view: QAbstractScrollArea, places: Places) -> None:
        super().__init__()
        self.setObjectName("sunken")
        self._view = view
        self._places = places
        metrics.sized(self, height=_HIGH)
        theme.repaint_on_change(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the list, which its scroll bar narrows."""
        if event.type() == QEvent.Type.Resize:
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names."""
        super().paintEvent(event)
        look = theme.look()
        painter = QPainter(self)
        painter.setFont(look.font("meta_strong"))
        painter.setPen(look.colour("text_muted"))
        for left, words in self._places(self._view.viewport().width()):
            if left >= 0:
                room = QRectF(left, 0, look.px(300), self.height() - 1)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.colour("line"))
        painter.end()
