"""Statuses: a shape and its word, as a chip or without one; the same painter serves widgets and delegates."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from areasef import tokens
from areasef.ui import icons, metrics, theme

_GAP = 6


def word_of(family: str, key: str) -> str:
    """Return the word of a status."""
    return tokens.SHAPES[family][key].word


def chip_width(words: str) -> float:
    """Return how wide a chip with these words is."""
    look = theme.look()
    return QFontMetricsF(look.font("meta_strong")).horizontalAdvance(words) + look.px(13 + 5 + 8 + 10)


def paint_chip(painter: QPainter, corner: QPointF, family: str, key: str, words: str = "") -> QRectF:
    """Paint a chip with its upper left corner at a point and return what it covers."""
    look = theme.look()
    found = tokens.SHAPES[family][key]
    words = words or found.word
    box = QRectF(corner.x() + 0.5, corner.y() + 0.5, chip_width(words) - 1, look.px(tokens.SIZE["chip"]) - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(f"{found.role}_line"), 1))
    painter.setBrush(look.colour(f"{found.role}_tint"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    side = look.px(13)
    shape = QRectF(box.left() + look.px(8), box.center().y() - side / 2, side, side)
    icons.paint_shape(painter, shape, family, key, back=f"{found.role}_tint")
    painter.setFont(look.font("meta_strong"))
    painter.setPen(look.colour(f"{found.role}_text"))
    rest = box.adjusted(look.px(8 + 13 + 5), -1, 0, 0)
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()
    return box


def word_width(words: str, style: str = "table") -> float:
    """Return how wide a shape and a word without a chip are."""
    look = theme.look()
    return QFontMetricsF(look.font(style)).horizontalAdvance(words) + look.px(tokens.SIZE["shape"] + _GAP)


def paint_word(
    painter: QPainter, box: QRectF, family: str, key: str, words: str = "", style: str = "table", back: str = "surface"
) -> None:
    """Paint a shape and its word, in the middle of a box's height, from its left edge."""
    look = theme.look()
    found = tokens.SHAPES[family][key]
    side = look.px(tokens.SIZE["shape"])
    painter.save()
    icons.paint_shape(painter, QRectF(box.left(), box.center().y() - side / 2, side, side), family, key, back=back)
    painter.setFont(look.font(style))
    painter.setPen(look.colour(text_role(found.role)))
    rest = box.adjusted(side + look.px(_GAP), 0, 0, 0)
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words or found.word)
    painter.restore()


def text_role(role: str) -> str:
    """Return the role of words in a status colour."""
    return "text_muted" if role == "neutral" else f"{role}_text"


class Mark(QLabel):
    """A shape or an icon beside words that say the same; a screen reader hears the words only."""

    def __init__(self, size: int = tokens.SIZE["shape"], ink: str = "text") -> None:
        super().__init__()
        self._size = size
        self._ink = ink
        self._shown = ("", "", "surface")
        theme.look_changed().connect(self._dress)
        self._dress()

    def show_mark(self, family: str, key: str, back: str = "surface") -> None:
        """Show a status shape on a ground, or the Lucide icon ``key`` where the family is ``icon``."""
        self._shown = (family, key, back)
        self._dress()

    def _dress(self) -> None:
        family, key, back = self._shown
        metrics.sized(self, width=self._size, height=self._size)
        if not key:
            self.clear()
            return
        made = (
            icons.icon(key, self._ink, self._size)
            if family == "icon"
            else icons.shape(family, key, self._size, back=back)
        )
        side = metrics.px(self._size)
        self.setPixmap(made.pixmap(QSize(side, side), self.devicePixelRatio()))


class StatusChip(QLabel):
    """A status as a chip. Its text is the word, so that it is read and found like any label."""

    def __init__(self, family: str, key: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = (family, key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(family, key, words)
        theme.repaint_on_change(self)

    def show_status(self, family: str, key: str, words: str = "") -> None:
        """Show another status; the word is the tokens' own unless given."""
        self._status = (family, key)
        self.setText(words or word_of(family, key))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the chip at this text size."""
        return QSize(round(chip_width(self.text())) + 1, metrics.px(tokens.SIZE["chip"]))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a chip is never clipped."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        paint_chip(painter, QPointF(0, 0), *self._status, self.text())
        painter.end()


class StatusWord(StatusChip):
    """A status as shape and word, without the chip; for dense rows and cards."""

    def __init__(
        self, family: str, key: str, words: str = "", parent: QWidget | None = None, style: str = "table"
    ) -> None:
        self._style = style
        super().__init__(family, key, words, parent)

    def sizeHint(self) -> QSize:
        """Return the size of shape and word."""
        return QSize(round(word_width(self.text(), self._style)) + 2, metrics.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shape and word."""
        painter = QPainter(self)
        paint_word(painter, QRectF(self.rect()), *self._status, self.text(), self._style)
        painter.end()
