"""The toast: bottom left, says what was done and offers the way back; never for errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMetaObject, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from areasef import tokens
from areasef.ui import accessible, metrics, theme
from areasef.ui.later import later
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label
from areasef.ui.widgets.status import Mark

SECONDS: Final = 8
_MARGIN: Final = 16


class Toast(QFrame):
    """One at a time, over its window. It stays for eight seconds; with large text, until the next thing is done.

    It never lies on what one is at: it stands at the bottom left, and under the top bar as long as that is in the way.
    """

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
        self._watching: QMetaObject.Connection | None = None
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

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
        below = QPoint(metrics.px(_MARGIN), window.height() - self.height() - metrics.px(28 + _MARGIN))
        above = QPoint(metrics.px(_MARGIN), metrics.px(tokens.SIZE["top_bar"] + 8))
        self.move(above if QRect(below, self.size()).intersects(self._at_hand(window)) else below)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what one is at as long as it is seen."""
        super().showEvent(event)
        self._watch(QApplication.focusWidget())

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow nothing any more."""
        super().hideEvent(event)
        self._leave_alone()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible():
            self._watch(now)

    def _watch(self, focus: QWidget | None) -> None:
        """Make way when another row of a list, or another line of what is written, comes to hand."""
        self._leave_alone()
        if isinstance(focus, QAbstractItemView) and focus.selectionModel():
            self._watching = focus.selectionModel().currentChanged.connect(self._make_way)
        elif isinstance(focus, QTextEdit | QPlainTextEdit):
            self._watching = focus.cursorPositionChanged.connect(self._make_way)
        self._make_way()

    def _leave_alone(self) -> None:
        if self._watching is not None:
            QObject.disconnect(self._watching)
        self._watching = None

    def _make_way(self, *_: object) -> None:
        later(self, lambda: self.place() if self.isVisible() else None)  # once the list has scrolled to the row

    def _at_hand(self, window: QWidget) -> QRect:
        """Return where in the window the row, the line or the control stands that one is at."""
        focus = QApplication.focusWidget()
        if focus is None or self.isAncestorOf(focus) or not window.isAncestorOf(focus):
            return QRect()
        box, inside = focus.rect(), focus
        if isinstance(focus, QAbstractItemView):
            box, inside = focus.visualRect(focus.currentIndex()), focus.viewport()
        elif isinstance(focus, QTextEdit | QPlainTextEdit):
            box, inside = focus.cursorRect(), focus.viewport()
        if inside is not focus:  # all of a row or a line, whichever part of it is at hand
            box.setLeft(0)
            box.setRight(inside.width())
        return QRect(inside.mapTo(window, box.topLeft()), box.size())

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
