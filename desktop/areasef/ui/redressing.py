"""Another theme or text size, put on a crowded window in turns: what is seen first, what is out of sight last."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from areasef.ui.parts import parts, shells

_STILL: Final = "areasefStill"
W = TypeVar("W", bound=QWidget)


def hold_still(widget: W) -> W:
    """Let a widget of a window show what it showed until all that is seen of it is dressed anew."""
    widget.setProperty(_STILL, True)
    return widget


class Redressing(QObject):
    """Dresses the parts of windows one after another; the pointer says that the window is busy while any is seen."""

    def __init__(self, parent: QObject, put_on: Callable[[QWidget], object]) -> None:
        super().__init__(parent)
        self._put_on = put_on
        self._seen: deque[QWidget] = deque()
        self._unseen: deque[QWidget] = deque()
        self._still: list[QWidget] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._next)

    def begin(self, windows: Iterable[QWidget]) -> None:
        """Dress the parts of these windows, the frame first; what is left of an earlier look is dropped."""
        self._let_go()
        self._seen, self._unseen = deque(), deque()
        for window in windows:
            for part in parts(window):
                (self._seen if _is_seen(part) else self._unseen).append(part)
            self._still += [each for each in shells(window) if each.property(_STILL)]
        inside = [part for part in self._seen if any(each.isAncestorOf(part) for each in self._still)]
        self._seen = deque([part for part in self._seen if part not in inside] + inside)
        if self._seen:
            QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
            for each in self._still:
                each.setUpdatesEnabled(False)
        self._turn.start()

    @property
    def waiting(self) -> int:
        """Return how many parts wait for their turn."""
        return len(self._seen) + len(self._unseen)

    def bring_forward(self, widget: QWidget) -> None:
        """Dress the parts of a page next: it is about to be seen."""
        mine = [part for part in self._unseen if isValid(part) and widget.isAncestorOf(part)]
        self._unseen = deque(mine + [part for part in self._unseen if part not in mine])

    def finish(self) -> None:
        """Dress at once whatever waits for its turn."""
        while self._seen or self._unseen:
            self._next()

    def _next(self) -> None:
        waiting = self._seen or self._unseen
        part = waiting.popleft() if waiting else None
        if self._seen or self._unseen:
            self._turn.start()
        if part is not None and isValid(part):
            self._put_on(part)
        if not self._seen:
            self._let_go()

    def _let_go(self) -> None:
        if self._still:
            QApplication.restoreOverrideCursor()
        for each in self._still:
            if isValid(each):
                each.setUpdatesEnabled(True)
        self._still = []


def _is_seen(part: QWidget) -> bool:
    return part.isVisible() and not part.visibleRegion().isEmpty()
