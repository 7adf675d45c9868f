"""A box to choose one of several from, with the chevron that says so."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from areasef.ui import icons, metrics, theme


class Chooser(QComboBox):
    """A combo box in the look of the application."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        theme.repaint_on_change(self)

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
