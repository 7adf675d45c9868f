"""What was painted, read back from the picture: how far words and parts stand out from what lies behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTextEdit, QWidget

from areasef.ui.widgets.button import IconButton

EDGE = 8
"""So many pixels of a field are its edge and the ring of the focus, not its words."""
MOST = 240
"""So many pixels of the width of a text are looked at: it is of one colour."""


def luminance(rgb: int) -> float:
    """Return the relative luminance of a colour, as WCAG 2 counts it."""
    colour = QColor.fromRgb(rgb)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def strongest(picture: QImage, box: QRect) -> float:
    """Return how far the strongest pixel of a box stands out from the most frequent one."""
    box = box.intersected(picture.rect())
    words = memoryview(picture.constBits()).cast("I")
    line = picture.bytesPerLine() // 4
    seen: Counter[int] = Counter()
    for y in range(box.top(), box.bottom() + 1):
        seen.update(words[y * line + box.left() : y * line + box.right() + 1])
    if not seen:
        return 0.0
    (ground, _), *_ = seen.most_common(1)
    return max(contrast(ground, each) for each in seen)


def painted(root: QWidget) -> QImage:
    """Return the picture of a window, one number for each pixel."""
    return root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def worded(root: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Yield what shows words, and where they stand in the window, for what can be seen whole."""
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible() or isinstance(widget, IconButton):
            continue
        said = str(getattr(widget, "words", "") or widget.text()).strip()
        box = seen(root, widget)
        if said and box.size() == widget.size():
            yield widget, QRect(box.topLeft(), box.size().boundedTo(QRect(0, 0, MOST, 60).size()))
    for line in root.findChildren(QLineEdit):
        box = seen(root, line)
        if line.isVisible() and (line.text() or line.placeholderText()) and box.size() == line.size():
            inside = box.adjusted(EDGE, EDGE, -EDGE, -EDGE)
            yield line, QRect(inside.topLeft(), inside.size().boundedTo(QRect(0, 0, MOST, 60).size()))


def parts(root: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Yield the fields and the buttons that are an icon alone; of a field its left edge, with what lies outside it."""
    for widget in root.findChildren(QWidget):
        field = isinstance(widget, QLineEdit | QComboBox | QTextEdit)
        reads = isinstance(widget, QTextEdit) and widget.isReadOnly()  # a page to read has no edge
        bare = bool(widget.property("drawsOwnFocus"))  # the edge is that of what it stands in
        framed = field and not reads and not bare and not widget.objectName().startswith("qt_")
        if not widget.isVisible() or not (framed or isinstance(widget, IconButton)):
            continue
        box = seen(root, widget)
        if box.size() == widget.size():
            middle = QRect(box.left() - 3, box.center().y() - 1, 8, 3)
            yield widget, middle if framed else box


def seen(root: QWidget, widget: QWidget) -> QRect:
    """Return what of a widget can be seen in the window."""
    box = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    each = widget.parentWidget()
    while each is not None and each is not root:
        box = box.intersected(QRect(each.mapTo(root, QPoint(0, 0)), each.size()))
        each = each.parentWidget()
    return box.intersected(root.rect())
