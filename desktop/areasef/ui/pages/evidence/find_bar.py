"""What stands over a list: the box one finds with, and what narrows and sorts it; under one another where it is narrow."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from areasef.ui import metrics

_BESIDE: Final = 520


class FindBar(QFrame):
    """The box has the first line alone where beside the others it would be too short for its words."""

    def __init__(self, box: QWidget, *others: QWidget) -> None:
        super().__init__()
        self._line = metrics.spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), margins=(12, 6, 12, 7))
        self._line.addWidget(box, 1)
        rest = metrics.row(spacing=8)
        for each in others:
            rest.addWidget(each)
        rest.addStretch(1)
        self._line.addLayout(rest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = self.width() >= metrics.px(_BESIDE)
        self._line.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
