"""The toast: bottom left, says what was done and offers the way back; never for errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from areasef.ui import accessible, metrics, theme
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label
from areasef.ui.widgets.status import Mark

SECONDS: Final = 8
_MARGIN: Final = 16


class Toast(QFrame):
    """One at a time, over its window. It stays for eight seconds; with large text, until the next thing is done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self._mark = Mark(16, "tooltip_text")
        self._mark.show_mark("icon", "check")
        self._words = label("", "table")
        self._undo: Callable[[], None] | None = None
        self.button = Button("Undo", self._take_back, kind="quiet", small=True)
        line = metrics.row(self, margins=(14, 4, 8, 4), spacing=12)
        line.addWidget(self._mark)
        line.addWidget(self._words)
        line.addWidget(self.button)
        theme.look_changed().connect(self.place)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        self._back: QWidget | None = None
        self.hide()

    def say(self, words: str, undo: Callable[[], None] | None = None, how: str = "Ctrl Z takes it back.") -> None:
        """Say what was done, aloud too; ``undo`` takes it back, and ``how`` says so to a listener."""
        focus = QApplication.focusWidget()
        self._back = focus if focus is not self.button else self._back
        self._words.setText(words)
        self._undo = undo
        self.button.setVisible(undo is not None)
        self._words.setContentsMargins(0, 0, 0 if undo is not None else metrics.px(6), 0)
        self.setAccessibleName(words)
        metrics.sized(self, min_height=40)
        self.place()
        self.show()
        self.raise_()
        self._timer.stop()
        if theme.look().scale <= 1.25:
            self._timer.start(SECONDS * 1000)
        accessible.announce(self.window(), f"{words}. {how}" if undo else words)

    @property
    def words(self) -> str:
        """Return what it says."""
        return self._words.text()

    def place(self) -> None:
        """Stand bottom left over the status bar."""
        window = self.parentWidget()
        assert window is not None
        self._words.setWordWrap(False)
        self.ensurePolished()
        room = window.width() - 2 * metrics.px(_MARGIN)
        self._words.setWordWrap(self.sizeHint().width() > room)
        self.adjustSize()
        self.resize(min(self.width(), room), self.height())
        self.move(metrics.px(_MARGIN), window.height() - self.height() - metrics.px(28 + _MARGIN))

    def _leave(self) -> None:
        """Go, and give the focus back to where it was when this came."""
        if self.button.hasFocus() and self._back is not None and isValid(self._back) and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self._leave()
        if undo is not None:
            undo()
