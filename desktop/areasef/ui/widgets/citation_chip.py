"""A citation as a chip: sign, reference and page; dashed where it challenges, a triangle where its quote moved."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QToolButton

from areasef import tokens
from areasef.ui import icons, metrics, theme
from areasef.ui.widgets.label import set_tip

_LISTED: Final = 232
_LISTED_LEFT: Final = 29
_LISTED_EDGE: Final = 3
_TROUBLE: Final = {
    "moved": ("check", "look", "quote moved"),
    "lost": ("check", "look", "quote not found"),
    "file_missing": ("check", "must", "file missing"),
    "newer": ("check", "note", "newer file"),
    "shifted": ("check", "look", "quote moved"),
    "dropped": ("check", "look", "quote not found"),
}


class CitationChip(QToolButton):
    """Pressing it opens the page. ``anchor`` is the word of an Anchor."""

    def __init__(self, ref: str, where: str, stance: str, anchor: str = "found", title: str = "") -> None:
        super().__init__()
        self._title = title
        self._listed = False
        self._ref = ref
        self._against = stance == "challenges"
        self._trouble = _TROUBLE.get(anchor)
        self._where = ", ".join(filter(None, (where, self._trouble[2] if self._trouble else "")))
        spoken = f"{'Challenges' if self._against else 'Supports'}, {ref}, {self._where or 'whole item'}"
        tip = ", ".join(filter(None, (spoken, title)))
        self.setText(f"{ref} {self._where}")
        self.setAccessibleName(spoken)
        set_tip(self, tip)
        self.setAccessibleDescription(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        theme.repaint_on_change(self)

    def set_listed(self, listed: bool) -> None:
        """Show it as a line of a list, with the item's title, where there is room beside the words."""
        self._listed = listed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the chip's size: at least a target's height."""
        look = theme.look()
        if self._listed:
            high = self._lines().boundingRect().height() + look.px(2 * _LISTED_EDGE)
            return QSize(look.px(_LISTED), max(look.px(tokens.SIZE["hit_min"]), round(high)))
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
        if self._listed:
            self._paint_line(painter, role)
            painter.end()
            return
        pen = QPen(look.colour(f"{role}_line" if not self._against else "bad"), 1)
        if self._against and not self._trouble:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        ground = "surface" if self._against else f"{role}_tint" if self._trouble else "canvas"
        painter.setBrush(look.colour("hover" if self.underMouse() else ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        side, left = look.px(12), float(look.px(8))
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint_shape(painter, spot, *self._sign(), back=ground)
        self._paint_words(painter, left + side + look.px(5))
        painter.end()

    def _paint_line(self, painter: QPainter, role: str) -> None:
        look = theme.look()
        if self.underMouse():
            painter.fillRect(self.rect(), look.colour("hover"))
        pen = QPen(look.colour("bad" if self._against else f"{role}_line"), look.px(2))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self._against and not self._trouble:
            pen.setDashPattern([2, 1.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(look.px(1), 1), QPointF(look.px(1), self.height() - 1))
        side, left = look.px(12), float(look.px(11))
        lines = self._lines()
        top = (self.height() - lines.boundingRect().height()) / 2
        first = lines.lineAt(0).height()
        icons.paint_shape(painter, QRectF(left, top + (first - side) / 2, side, side), *self._sign(), back="surface")
        painter.setPen(look.colour("text"))
        lines.draw(painter, QPointF(look.px(_LISTED_LEFT), top))

    def _lines(self) -> QTextLayout:
        """Return reference, page and title as lines of the list: a title is never cut."""
        look = theme.look()
        words = ", ".join(filter(None, (f"{self._ref} {self._where}".strip(), self._title)))
        strong = QTextLayout.FormatRange()
        strong.start, strong.length = 0, len(self._ref.encode("utf-16-le")) // 2
        form = QTextCharFormat()
        form.setFontWeight(tokens.TYPE["meta_strong"].weight)
        strong.format = form
        made = QTextLayout(words, look.font("meta"))
        made.setFormats([strong])
        made.beginLayout()
        y = 0.0
        while (line := made.createLine()).isValid():
            line.setLineWidth(look.px(_LISTED - _LISTED_LEFT - 2))
            line.setPosition(QPointF(0, y))
            y += line.height()
        made.endLayout()
        return made

    def _sign(self) -> tuple[str, str]:
        if self._trouble:
            return self._trouble[0], self._trouble[1]
        return "direction", "against" if self._against else "for"

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
