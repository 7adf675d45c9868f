"""What is too much for one turn of the event loop, done in several: the window is painted and hears keys in between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Staged(QObject):
    """Does steps one after another, each in a turn of its own; ``at_once`` does them all in the turn that begins them."""

    def __init__(self, parent: QObject, *, at_once: bool) -> None:
        super().__init__(parent)
        self._at_once = at_once
        self._steps: deque[Callable[[], object]] = deque()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._next)

    def begin(self, *steps: Callable[[], object]) -> None:
        """Do these steps; what is left of others is dropped."""
        self.drop()
        self._steps.extend(steps)
        if self._at_once:
            while self._steps:
                self._steps.popleft()()
        else:
            self._turn.start()

    def drop(self) -> None:
        """Do no more of what was begun."""
        self._steps.clear()
        self._turn.stop()

    def _next(self) -> None:
        step = self._steps.popleft()
        if self._steps:
            self._turn.start()
        step()
