"""Do something once the event loop comes round: when layouts have come to rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from shiboken6 import isValid


def later(owner: QObject, do: Callable[[], object]) -> None:
    """Call ``do`` at the next turn of the event loop, unless ``owner`` has gone by then.

    An owner has one timer, which goes with it: ``QTimer.singleShot`` with a receiver looks its slot up by a name that a
    lambda has not, and a timer that deletes itself once it rang corrupts the memory of PySide 6.12 now and then.
    """
    held = owner.findChild(_Turn, "", Qt.FindChildOption.FindDirectChildrenOnly)
    (held or _Turn(owner)).add(do)


class Within(QTimer):
    """Rings so many milliseconds after it was first asked, and is not put off by whoever asks again meanwhile.

    A pause of its own length might never come to somebody who types without one, and nothing of theirs would be kept.
    """

    def __init__(self, owner: QObject, milliseconds: int, do: Callable[[], object]) -> None:
        super().__init__(owner, singleShot=True, interval=milliseconds)
        self.timeout.connect(do)

    def ask(self) -> None:
        """Let it ring, unless it is going to."""
        if not self.isActive():
            self.start()


class _Turn(QObject):
    """What waits for the next turn on behalf of its parent, in the order in which it was asked for."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._waiting: list[Callable[[], object]] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._come)

    def add(self, do: Callable[[], object]) -> None:
        """Let something wait."""
        self._waiting.append(do)
        self._timer.start()

    def _come(self) -> None:
        """Do what waited; what is asked for meanwhile waits for the turn after, and an error stops no other."""
        waiting, self._waiting = self._waiting, []
        while waiting and isValid(self):
            try:
                waiting.pop(0)()
            except BaseException:
                if isValid(self) and waiting:
                    self._waiting[:0] = waiting
                    self._timer.start()
                raise
