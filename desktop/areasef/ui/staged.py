"""What is too much for one turn of the event loop, done in several: the window is painted and hears keys in between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

_INPUT: Final = {
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.InputMethod,
    QEvent.Type.Drop,
}


class Staged(QObject):
    """Does steps one after another, each in a turn of its own; ``at_once`` does them all in the turn that begins them.

    A key or a press that comes in between finds everything done, as if it had waited its turn.
    """

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
            self.finish()
        else:
            self._turn.start()
            self._listen(True)

    def finish(self) -> None:
        """Do what is left now: somebody was quicker."""
        self._turn.stop()
        self._listen(False)
        if self._steps:
            try:
                self._steps.popleft()()
            finally:  # a step that fails leaves nothing of the others undone, as in turns of their own
                self.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be done before anything that somebody does."""
        if event.type() in _INPUT:
            self.finish()
        return False

    def _listen(self, wanted: bool) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if wanted:
                app.installEventFilter(self)

    def drop(self) -> None:
        """Do no more of what was begun."""
        self._steps.clear()
        self._turn.stop()
        self._listen(False)

    def _next(self) -> None:
        step = self._steps.popleft()
        if self._steps:
            self._turn.start()
        else:
            self._listen(False)
        step()
