"""Running text at a comfortable measure: wrapped, with the line height of its style."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from areasef import tokens
from areasef.ui import metrics, theme

_MEASURE: Final = 80
"""So many letters are a line that reads well."""
_LINE_BREAK: Final = "\u2028"


class Prose(QLabel):
    """Plain words shown with the line height of a text style; never read as markup.

    It breaks and paints its lines itself: a label with a line height is a whole document inside, which is made anew and
    shaped letter by letter at each width that a layout asks about. Here the shapes are kept, and heights by width.
    """

    def __init__(self, words: str = "", style: str = "statement") -> None:
        super().__init__()
        self._words = words
        self._style = style
        self._strong = 0
        self._lines: QTextLayout | None = None
        self._broken_at, self._high = -1, 0
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self.setProperty("type", style)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.look_changed().connect(self._dress)
        self._dress()

    def say(self, words: str, strong: int = 0) -> None:
        """Show other words; the first of them, as many letters as are ``strong``, in bold."""
        if (words, strong) != (self._words, self._strong):
            self._words, self._strong = words, strong
            self._dress()

    @property
    def words(self) -> str:
        """The words as they were given."""
        return self._words

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        found = self._heights.get(width)
        if found is None:
            margins = self.contentsMargins()
            inside = max(0, width - margins.left() - margins.right())
            found = self._heights[width] = self._break(inside) + margins.top() + margins.bottom()
        return found

    def sizeHint(self) -> QSize:
        """Return the size of the words at a width that reads well: neither one long line nor a tower."""
        if self._hint is None:
            most = self.fontMetrics().horizontalAdvance("x") * _MEASURE
            wide = min(most, math.isqrt(5 * self._break(most) * self._widest() // 3))
            high = self._break(wide)
            if wide * 3 < 5 * high:
                wide = min(most, math.isqrt(2 * high * wide))
                high = self._break(wide)
            self._hint = QSize(self._widest(), high).grownBy(self.contentsMargins())
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Return the size of one line; how wide is for the layout to say."""
        return QSize(0, min(self.sizeHint().height(), metrics.px(tokens.TYPE[self._style].line)))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font or with other margins."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ContentsRectChange):
            self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        room = self.contentsRect()
        high = self._break(room.width())
        spare = 0.0 if self.alignment() & Qt.AlignmentFlag.AlignTop else max(0.0, (room.height() - high) // 2)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._shaped().draw(painter, QPointF(room.left(), room.top() + spare))
        painter.end()

    def _shaped(self) -> QTextLayout:
        """Return the words with the shapes of their letters, which stay for every width."""
        if self._lines is None:
            self.ensurePolished()
            made = QTextLayout(self._words.replace("\n", _LINE_BREAK), self.font())
            made.setCacheEnabled(True)
            option = QTextOption(Qt.AlignmentFlag.AlignLeft)
            option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            made.setTextOption(option)
            if self._strong:
                made.setFormats([_bold(self._words[: self._strong])])
            self._lines = made
        return self._lines

    def _widest(self) -> int:
        """Return how wide the widest line is, as the words are broken now."""
        lines = self._shaped()
        return math.ceil(max((lines.lineAt(at).naturalTextWidth() for at in range(lines.lineCount())), default=0.0))

    def _break(self, width: int) -> int:
        """Break the words into lines at a width and return how high these stand together."""
        lines = self._shaped()
        if width != self._broken_at:
            least, y = metrics.px(tokens.TYPE[self._style].line), 0
            lines.beginLayout()
            while (line := lines.createLine()).isValid():
                line.setLineWidth(width)
                own = math.ceil(line.ascent() + line.descent() + line.leading())
                tall = max(least, own)
                line.setPosition(QPointF(0, y + tall - own))
                y += tall
            lines.endLayout()
            self._broken_at, self._high = width, y
        return self._high

    def _forget(self) -> None:
        self._lines, self._hint, self._broken_at = None, None, -1
        self._heights.clear()

    def _dress(self) -> None:
        self._forget()
        self.setText(self._words)
        self.setAccessibleName(self._words)


def _bold(words: str) -> QTextLayout.FormatRange:
    """Return the format of words at the beginning of a text that stand out."""
    found = QTextLayout.FormatRange()
    found.start, found.length = 0, len(words.encode("utf-16-le")) // 2
    form = QTextCharFormat()
    form.setFontWeight(tokens.TYPE["label"].weight)
    found.format = form
    return found
