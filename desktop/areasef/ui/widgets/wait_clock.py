"""How long something is waited for: a moment without a word, then words, then seconds (design guide, section 6)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

SHOW_AFTER_MS: Final = 300
_COUNT_FROM_S: Final = 5


class WaitClock(QObject):
    """``due`` says that it takes longer than a moment; ``counted`` how many seconds, once they are many."""

    due = Signal()
    counted = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wait = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._wait.timeout.connect(self.due)
        self._each_second = QTimer(self, interval=1000)
        self._each_second.timeout.connect(self._count)
        self._since = QElapsedTimer()

    def begin(self) -> None:
        """Count from now on."""
        self._since.start()
        self._wait.start()
        self._each_second.start()

    def end(self) -> None:
        """Count no more."""
        self._wait.stop()
        self._each_second.stop()

    def _count(self) -> None:
        seconds = self._since.elapsed() // 1000
        if seconds >= _COUNT_FROM_S:
            self.counted.emit(seconds)
