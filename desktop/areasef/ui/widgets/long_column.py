"""A column of many: what is in sight is laid out at once, the rest in later turns, nearest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QLayout, QLayoutItem, QScrollArea, QWidget

_IN_TURN: Final = 3
_UNSEEN: Final = 150
"""How high a thing is taken to be that was never measured."""
_BEYOND: Final = 0.3
"""So many heights of the window before and after it are laid out with what is in sight."""


@dataclass(slots=True)
class _Place:
    """A thing of the column: the width it was measured at, how high it is, and its upper edge; -1 where there is none yet."""

    item: QLayoutItem
    width: int = -1
    high: int = 0
    top: int = -1


class LongColumn(QLayout):
    """Lays out a crowded scrolled column: at another width only what can be seen is measured in the same turn.

    What is further away keeps the size it had and is moved, until its turn comes or somebody scrolls to it. What stands
    at the upper edge of the view stays there while things above it become higher or lower. ``prepare`` is told of each
    thing before it is measured at another width.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self.prepare: Callable[[QWidget], object] = lambda _widget: None
        self._area = area
        self._places: list[_Place] = []
        self._wanted = -1
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._measure_some)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._settle)

    def insertWidget(self, index: int, widget: QWidget) -> None:
        """Put a widget before the one that stands at a place now."""
        self.addWidget(widget)
        self._places.insert(index, self._places.pop())

    def renew(self) -> None:
        """Prepare and measure everything again, as after another text size."""
        for place in self._places:
            place.width = -1
        self.update()

    @property
    def waiting(self) -> int:
        """Return how many things wait to be measured."""
        return len(self._waiting())

    def finish(self) -> None:
        """Measure at once whatever waits for its turn."""
        while self._waiting():
            self._measure_some()
            self.activate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._places.append(_Place(item))

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._places)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._places[index].item if 0 <= index < len(self._places) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or return None past the end."""
        return self._places.pop(index).item if 0 <= index < len(self._places) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it never asks for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that its height follows its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high all is at a width, as far as that is known yet."""
        margins = self.contentsMargins()
        self._measure_seen(width - margins.left() - margins.right())
        shown = self._shown()
        between = self.spacing() * max(0, len(shown) - 1)
        return margins.top() + sum(place.high for place in shown) + between + margins.bottom()

    def sizeHint(self) -> QSize:
        """Return no wish of its own: it is as wide as its place."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return no least size: the column is scrolled, and as wide as its place."""
        return QSize(0, 0)

    def setGeometry(self, rect: QRect) -> None:
        """Put each thing where it belongs; what was not measured at this width is moved only."""
        super().setGeometry(rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        width, y = inside.width(), inside.top()
        anchor = self._anchor()
        stood = anchor.top if anchor is not None else 0
        self._measure_seen(width)
        for place in self._shown():
            place.top = y
            if place.width == width:
                place.item.setGeometry(QRect(inside.left(), y, width, place.high))
            elif (widget := place.item.widget()) is not None:
                widget.move(QPoint(inside.left(), y))
            y += place.high + self.spacing()
        if anchor is not None and anchor.top != stood:
            self._keep_in_view(anchor.top - stood)
        if self._waiting():
            self._turn.start()

    def _shown(self) -> list[_Place]:
        return [place for place in self._places if not place.item.isEmpty()]

    def _anchor(self) -> _Place | None:
        """Return what stands at the upper edge of the view, unless the view is at the very top."""
        value = self._area.verticalScrollBar().value()
        if value <= 0:
            return None
        laid = (place for place in self._shown() if place.top >= 0)
        return next((place for place in laid if place.top + place.high > value), None)

    def _measure_seen(self, width: int) -> None:
        """Measure at a width what can be seen; of the rest only what is known at that width and has changed."""
        shown, view = self._shown(), self._area.viewport().height()
        around = round(view * _BEYOND)
        anchor = self._anchor()
        first = shown.index(anchor) if anchor is not None else 0
        y = (anchor.top - self._area.verticalScrollBar().value()) if anchor is not None else 0
        for place in shown[first:]:
            if place.width == width or y <= view + around:
                self._measure(place, width)
            elif not place.high:
                place.high = _UNSEEN
            y += place.high + self.spacing()
        y = (anchor.top - self._area.verticalScrollBar().value()) if anchor is not None else 0
        for place in reversed(shown[:first]):
            y -= place.high + self.spacing()
            if place.width == width or y + place.high >= -around:
                self._measure(place, width)

    def _measure(self, place: _Place, width: int) -> None:
        if place.width != width:
            widget = place.item.widget()
            if widget is not None:
                self.prepare(widget)
            place.width = width
        item = place.item
        place.high = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

    def _waiting(self) -> list[_Place]:
        width = self._inside()
        return [place for place in self._shown() if place.width != width]

    def _inside(self) -> int:
        return self.geometry().marginsRemoved(self.contentsMargins()).width()

    def _measure_some(self) -> None:
        """Measure the nearest of what waits, and lay out again."""
        view = self._area.verticalScrollBar().value() + self._area.viewport().height() // 2
        near = sorted(self._waiting(), key=lambda place: abs(place.top - view))
        for place in near[:_IN_TURN]:
            self._measure(place, self._inside())
        self.update()

    def _scrolled(self) -> None:
        """Lay out what comes into sight before it is seen."""
        if self._waiting():
            self.invalidate()
            self.activate()

    def _keep_in_view(self, by: int) -> None:
        bar = self._area.verticalScrollBar()
        self._wanted = bar.value() + by
        bar.setValue(self._wanted)
        if bar.value() == self._wanted:
            self._wanted = -1

    def _settle(self) -> None:
        """Scroll to where the view belongs, once there is room for that."""
        if self._wanted >= 0:
            wanted, self._wanted = self._wanted, -1
            self._area.verticalScrollBar().setValue(wanted)
