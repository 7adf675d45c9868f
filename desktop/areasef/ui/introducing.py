"""Tells the name of a text that the focus came to, for readers that heard of its caret first and took it as known."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_AFTER_MS: Final = (500, 2000)
"""By then a reader has taken in what came with the focus; the second is for forty fields of a form that were filled."""


class Introducing(QObject):
    """Qt tells of the caret of a text that is filled before it tells of the focus, and Orca then keeps quiet about it.

    It tells twice, and a name that was said is not said again: readers keep the name of what has the focus.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._pauses = [QTimer(self, singleShot=True, interval=after) for after in _AFTER_MS]
        for pause in self._pauses:
            pause.timeout.connect(self._tell)
        app.focusChanged.connect(self._came)

    def _came(self, _old: QWidget | None, now: QWidget | None) -> None:
        is_text = isinstance(now, QLineEdit | QTextEdit | QPlainTextEdit | QLabel)
        for pause in self._pauses:
            if is_text:
                pause.start()
            else:
                pause.stop()

    def _tell(self) -> None:
        here = QApplication.focusWidget()
        if here is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(here, QAccessible.Event.NameChanged))
