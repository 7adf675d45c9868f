"""The line over a view's list: what it holds in one sentence, and its buttons at the right end or under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QWidget

from areasef.ui import metrics
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label

_ROOM = 220


class ViewHead(QFrame):
    """Words, and buttons that move under them where both have no room side by side."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.says: QLabel = label("", "table", "muted", wrap=True)
        self._holder, self._buttons = flow_row(8)
        for button in buttons:
            self._buttons.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._line = metrics.row(self, margins=(20, 8, 20, 8), spacing=12)
        self._line.addWidget(self.says, 1)
        self._line.addWidget(self._holder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side, or under one another."""
        super().resizeEvent(event)
        wanted = self._buttons.whole_width() + 2
        beside = self.width() - wanted - metrics.px(40) >= metrics.px(_ROOM)
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        at_the_end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        self._line.setAlignment(self._holder, at_the_end if beside else Qt.AlignmentFlag(0))
        if beside:
            self._holder.setFixedWidth(wanted)
        else:
            metrics.free_width(self._holder)
