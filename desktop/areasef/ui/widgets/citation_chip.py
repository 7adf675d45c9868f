"""A citation as a chip: sign, reference and page; dashed where it challenges, a triangle where its quote moved."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton

from areasef import tokens
from areasef.ui import icons, metrics, theme

_TROUBLE: Final = {
    "moved": ("check", "look", "quote moved"),
    "lost": ("check", "look", "quote not found"),
    "file_missing": ("check", "must", "file missing"),
}


class CitationChip(QToolButton):
    """Pressing it opens the page. ``anchor`` is found, moved, lost or file_missing."""

    def __init__(self, ref: str, where: str, stance: str, anchor: str = "found") -> None:
        super().__init__()
        self._ref = ref
        self._against = stance == "challenges"
        self._trouble = _TROUBLE.get(anchor)
        self._where = ", ".join(filter(None, (where, self._trouble[2] if self._trouble else "")))
        spoken = f"{'Challenges' if self._against else 'Supports'}, {ref}, {self._where or 'whole item'}"
        self.setText(f"{ref} {self._where}")
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        theme.repaint_on_change(self)

    def sizeHint(self) -> QSize:
        """Return the chip's size: at least a target's height."""
        look = theme.look()
        strong = QFontMetricsF(look.font("meta_strong")).horizontalAdvance(self._ref)
        plain = QFontMetricsF(look.font("meta")).horizontalAdvance(self._where)
        return QSize(round(strong + plain + look.px(8 + 12 + 5 + 5 + 8)) + 2, look.px(tokens.SIZE["hit_min"]))

    def minimumSizeHint(self) -> QSize:
        """Return the same: it is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, sign and words."""
        look = theme.look()
        role = (
            tokens.SHAPES[self._trouble[0]][self._trouble[1]].role
            if self._trouble
            else "bad"
            if self._against
            else "good"
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.colour(f"{role}_line" if not self._against else "bad"), 1)
        if self._against and not self._trouble:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        ground = "surface" if self._against else f"{role}_tint" if self._trouble else "canvas"
        painter.setBrush(look.colour("hover" if self.underMouse() else ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        side, left = look.px(12), float(look.px(8))
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        family, key = (
            (self._trouble[0], self._trouble[1])
            if self._trouble
            else ("direction", "against" if self._against else "for")
        )
        icons.paint_shape(painter, spot, family, key, back=ground)
        self._paint_words(painter, left + side + look.px(5))
        painter.end()

    def _paint_words(self, painter: QPainter, left: float) -> None:
        look = theme.look()
        painter.setPen(look.colour("text"))
        painter.setFont(look.font("meta_strong"))
        wide = painter.fontMetrics().horizontalAdvance(self._ref)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, wide + 2, self.height() - 1), middle, self._ref)
        painter.setFont(look.font("meta"))
        left += wide + metrics.px(5)
        painter.drawText(QRectF(left, 0, self.width() - left, self.height() - 1), middle, self._where)
