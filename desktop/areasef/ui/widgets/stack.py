"""One of several widgets in the same place. A listener hears what is in it: Qt's own calls itself a layered pane each time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget


class Stack(QFrame):
    """Shows one of its widgets at a time; the first that is put in, until another is asked for."""

    currentChanged = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._layers = QStackedLayout(self)
        self._layers.currentChanged.connect(self.currentChanged)

    def addWidget(self, widget: QWidget) -> int:
        """Put a widget in, behind the others; return its place."""
        return self._layers.addWidget(widget)

    def removeWidget(self, widget: QWidget) -> None:
        """Take a widget out; it still belongs here until it is deleted."""
        self._layers.removeWidget(widget)

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Show a widget."""
        self._layers.setCurrentWidget(widget)

    def setCurrentIndex(self, at: int) -> None:
        """Show the widget at a place."""
        self._layers.setCurrentIndex(at)

    def currentWidget(self) -> QWidget | None:
        """Return the widget that is shown."""
        return self._layers.currentWidget()

    def currentIndex(self) -> int:
        """Return the place of the widget that is shown."""
        return self._layers.currentIndex()

    def indexOf(self, widget: QWidget) -> int:
        """Return the place of a widget, or -1."""
        return self._layers.indexOf(widget)

    def count(self) -> int:
        """Return how many there are."""
        return self._layers.count()
