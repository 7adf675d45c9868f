"""When Python looks for what nobody can reach any more: while nobody waits for the window.

The search stops every thread, and a whole one looks at all that is kept: 60 ms and more in a full workspace, in the
middle of a key or of a jump. Nearly everything goes without it, as soon as it is let go.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from areasef.ui.jobs import under_way

YOUNG: Final = 5_000
"""So many things made more than let go bring a search among the youngest, which is short."""
BACKSTOP: Final = 200
"""So many searches of the middle kind bring a whole one after all, for somebody who never rests."""
WORTH: Final = 2
"""So many searches of the middle kind make a whole one worth its while."""
QUIET_MS: Final = 3_000
_INPUT: Final = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}


class Tidying(QObject):
    """Searches as a whole once nobody has touched the window for a while."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._searched = 0
        self._quiet = QTimer(self, interval=QUIET_MS)
        self._quiet.timeout.connect(self.tidy)

    def begin(self) -> None:
        """Leave out for good what is there now, the code, and search as a whole in quiet moments alone."""
        gc.freeze()
        gc.set_threshold(YOUNG, 10, BACKSTOP)
        self._app.focusWindowChanged.connect(self._watch)
        self._quiet.start()

    def tidy(self) -> None:
        """Search as a whole, where enough has come since the last time; what a job has in hand is let go with its end."""
        young = gc.get_stats()[1]["collections"]
        if young - self._searched >= WORTH and not under_way():
            gc.collect()
            self._searched = young

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait anew after whatever somebody does."""
        if event.type() in _INPUT:
            self._quiet.start()
        return False

    def _watch(self, window: QObject | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
