"""Do something once the event loop comes round: when layouts have come to rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(owner: QObject, do: Callable[[], object]) -> None:
    """Call ``do`` at the next turn of the event loop, unless ``owner`` has gone by then.

    A timer of the owner's own: ``QTimer.singleShot`` with a receiver looks its slot up by a name that a lambda has not,
    and fails where only the C++ half of the receiver is left.
    """
    timer = QTimer(owner, singleShot=True, interval=0)
    timer.timeout.connect(timer.deleteLater)
    timer.timeout.connect(lambda: do())
    timer.start()
