"""Enter presses the button that has the focus, as it does in a browser: Qt leaves that to the system, and Windows says no."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton, QWidget
from shiboken6 import isValid


class Entering(QObject):
    """Listens to one button at a time, the one that has the focus. A question knows itself what Enter does in it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._button: QPushButton | QToolButton | None = None
        app.focusChanged.connect(self._listen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the button."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            return False
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not enter or held or not isinstance(watched, QPushButton | QToolButton):
            return False
        watched.click()
        return True

    def _listen(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._button is not None and isValid(self._button):
            self._button.removeEventFilter(self)
        presses = isinstance(now, QPushButton | QToolButton) and not isinstance(now.window(), QDialog)
        self._button = now if presses else None  # type: ignore[assignment]
        if self._button is not None:
            self._button.installEventFilter(self)
