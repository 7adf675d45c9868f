"""A box to choose one of several from, with the chevron that says so."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

from areasef.ui import icons, metrics, theme
from areasef.ui.later import later
from areasef.ui.widgets.label import set_tip


class Chooser(QComboBox):
    """A combo box in the look of the application. ``from_list``: what is chosen now was chosen in the open list."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.from_list = False
        theme.repaint_on_change(self)
        self.currentTextChanged.connect(lambda _: self._offer())

    def showPopup(self) -> None:
        """Open the list."""
        self.from_list = True
        super().showPopup()

    def hidePopup(self) -> None:
        """Close it; what was chosen there is said in this very turn."""
        super().hidePopup()
        later(self, self._closed)

    def _closed(self) -> None:
        self.from_list = False

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Let what is chosen end in dots where it has no room."""
        super().initStyleOption(option)
        option.currentText = self._shortened(option)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer what is cut in full."""
        super().resizeEvent(event)
        self._offer()

    def _offer(self) -> None:
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        set_tip(self, "" if self._shortened(option) == option.currentText else option.currentText)

    def _shortened(self, option: QStyleOptionComboBox) -> str:
        parts = QStyle.SubControl
        field = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, parts.SC_ComboBoxEditField, self)
        room = field.width() - metrics.px(2)
        return self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and its chevron."""
        super().paintEvent(event)
        paint_chevron(self)


def paint_chevron(widget: QWidget) -> None:
    """Paint the chevron of something that opens, at its right edge; called while the widget is painted."""
    side = metrics.px(16)
    painter = QPainter(widget)
    spot = QRectF(widget.width() - side - metrics.px(9), (widget.height() - side) / 2, side, side)
    icons.paint_icon(painter, spot, "chevron-down")
    painter.end()
