"""The body of a statement's card: the words, and beside them (under them where it is narrow) what belongs to them."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from areasef.ui import metrics

SIDE: Final = 232
_DOWN = QBoxLayout.Direction.TopToBottom
_ACROSS = QBoxLayout.Direction.LeftToRight


class Sided(QWidget):
    """``words`` is the column of the text, ``side`` the column that stands beside it in a wide window."""

    def __init__(self, spacing: int = 8) -> None:
        super().__init__()
        self._line = metrics.spaced(QBoxLayout(_DOWN, self), spacing=spacing)
        words, self._beside = QWidget(), QWidget()
        self.words: QVBoxLayout = metrics.column(words, spacing=spacing)
        self.side: QVBoxLayout = metrics.column(self._beside, spacing=spacing)
        self._line.addWidget(words, 1)
        self._line.addWidget(self._beside)
        self.wide = False

    def set_wide(self, wide: bool) -> None:
        """Put the side column beside the words, or under them."""
        self.wide = wide
        self._line.setDirection(_ACROSS if wide else _DOWN)
        self._line.setSpacing(metrics.px(24 if wide else 8))
        self._beside.setMinimumWidth(metrics.px(SIDE) if wide else 0)
        self._beside.setMaximumWidth(metrics.px(SIDE) if wide else 16_777_215)
