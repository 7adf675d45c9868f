"""A row that wraps: chips and small buttons stand side by side and go on in the next line where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from areasef.ui import metrics


class Flow(QLayout):
    """Lays its widgets out in lines from the left; its height follows its width.

    With ``spread`` they share out what room is left while they stand in one line; the last ``pushed`` of them stand
    at its right end.
    """

    def __init__(self, gap: int = 8, *, spread: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._spread = spread
        self.pushed = 0
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or return None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it never asks for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that its height follows its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the widgets in their places."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of all items in one line."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def set_gap(self, gap: int) -> None:
        """Stand nearer together or further apart; a token, in both directions."""
        self._gap = gap
        self.invalidate()

    def whole_width(self) -> int:
        """Return the width of all items in one line."""
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(widths) + metrics.px(self._gap) * max(0, len(widths) - 1)

    def clear(self) -> None:
        """Take every widget out and let it go."""
        while (item := self.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _lay(self, rect: QRect, *, move: bool) -> int:
        gap = metrics.px(self._gap)
        spare = rect.width() - self.whole_width()
        between = gap
        if self._spread and spare > 0 and len(self._items) > 1:
            between += spare // (len(self._items) - 1)
        y = rect.y()
        for line in self._lines(rect.width(), between):
            tall = max(hint.height() for _, hint in line)
            x = rect.x()
            for number, (item, hint) in enumerate(line):
                if spare > 0 and self.pushed and number == len(line) - self.pushed:
                    x += spare
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (tall - hint.height()) // 2), hint))
                x += hint.width() + between
            y += tall + gap
        return max(0, y - gap - rect.y())

    def _lines(self, width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue  # hidden: it takes no room, nor the gap beside it
            hint = item.sizeHint()
            if not lines or taken + gap + hint.width() > width + 1:
                lines.append([(item, hint)])
                taken = hint.width()
            else:
                lines[-1].append((item, hint))
                taken += gap + hint.width()
        return lines


def flow_row(gap: int = 8, *, spread: bool = False) -> tuple[QWidget, Flow]:
    """Return a widget that holds a wrapping row, and the row."""
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    made = Flow(gap, spread=spread)
    holder.setLayout(made)
    return holder, made
