"""Somebody at the window: finds things by the words on them, presses, types, and answers what pops up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QMainWindow,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

SOON = 20_000
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_TAB_STOPS = 120


class Person:
    """Works with the mouse (``press``, ``row``) or with keys alone (``tab_to``, ``keys``); both can type."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def wait(self, seen: Callable[[], bool]) -> None:
        """Wait until something can be seen."""
        self._qtbot.waitUntil(seen, timeout=SOON)

    def press(self, words: str) -> None:
        """Click on the button that bears these words."""
        self.wait(lambda: self._button(words) is not None)
        button = self._button(words)
        assert button is not None
        self.click(button)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on something."""
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, _NO_KEYS, at or widget.rect().center())

    def click_tab(self, bar: QTabBar, at: int) -> None:
        """Click on a tab."""
        self.click(bar, bar.tabRect(at).center())

    def row(self, view: QAbstractItemView, words: str) -> None:
        """Click on the row of a list that bears these words."""
        self.wait(lambda: row_of(view, words) >= 0)
        index = view.model().index(row_of(view, words), 0)
        view.scrollTo(index)
        self._qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, _NO_KEYS, view.visualRect(index).center() + QPoint(0, 1)
        )

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press at one point, move, and let go at another."""
        self._qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
        self._qtbot.mouseMove(widget, end)
        self._qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)

    def keys(self, key: Qt.Key, held: Qt.KeyboardModifier = _NO_KEYS, times: int = 1) -> None:
        """Press a key where the focus is."""
        for _ in range(times):
            self._qtbot.keyClick(self.focus(), key, held)

    def press_last(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        """Press a key that closes the window: it is gone before the key is let go."""
        self._qtbot.keyPress(self.focus(), key, held)

    def type(self, words: str) -> None:
        """Type where the focus is."""
        self._qtbot.keyClicks(self.focus(), words)

    def retype(self, words: str) -> None:
        """Type in place of what stands where the focus is."""
        self.keys(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(words)

    def tab_to(self, words: str) -> QWidget:
        """Press Tab until the focus is on what bears these words."""
        for _ in range(_TAB_STOPS):
            focus = self.focus()
            if words in said(focus):
                return focus
            self.keys(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to “{words}”")

    def focus(self) -> QWidget:
        """Return what has the focus: it is never lost."""
        front = self._windows()[0]
        if QApplication.activeWindow() is not front and QApplication.activePopupWidget() is None:
            front.activateWindow()  # without a screen, nothing gives a window its turn when another closes
            self.wait(front.isActiveWindow)
        self.wait(lambda: QApplication.focusWidget() is not None)
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def answering(self, act: Callable[[], object], answer: Callable[[QWidget], object]) -> None:
        """Do what opens a menu or a dialog, and answer it while it is open."""
        answered: list[bool] = []
        watch = QTimer(interval=10)

        def look() -> None:

            opened = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if opened is None or not opened.isVisible():
                return
            watch.stop()
            answered.append(True)
            try:
                answer(opened)
            except BaseException:
                opened.close()  # else the test would wait for ever
                raise

        watch.timeout.connect(look)
        watch.start()
        act()
        self.wait(lambda: bool(answered))

    def choose(self, words: str) -> Callable[[QWidget], None]:
        """Return the answer to a menu: arrow down to the line that bears these words, press Enter."""

        def answer(menu: QWidget) -> None:
            assert isinstance(menu, QMenu)
            for _ in menu.actions():
                self._qtbot.keyClick(menu, Qt.Key.Key_Down)
                chosen = menu.activeAction()
                if chosen is not None and chosen.text().split("\t")[0].replace("&", "") == words:
                    self._qtbot.keyClick(menu, Qt.Key.Key_Return)
                    return
            raise AssertionError(f"no “{words}” in {[each.text() for each in menu.actions()]}")

        return answer

    @staticmethod
    def _windows() -> list[QWidget]:
        """Return the windows that take input now: the dialog that is open, else the window."""
        front = QApplication.activeModalWidget()
        shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow) and each.isVisible())
        return [front] if front is not None else list(shown)

    def _button(self, words: str) -> QAbstractButton | None:
        found = [each for window in self._windows() for each in window.findChildren(QAbstractButton)]
        return next((each for each in found if each.isVisible() and each.isEnabled() and words in said(each)), None)


class FileDialogs:
    """Stands in for the file dialogs, which belong to the system: each answers with the file that is named next."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._next: list[Path] = []
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(self._next.pop(0)), ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(self._next.pop(0)), ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(self._next.pop(0))], ""))

    def will_name(self, file: Path) -> None:
        """Say which file is named in the next dialog."""
        self._next.append(file)

    @property
    def asked(self) -> bool:
        """Whether every file that was to be named was asked for."""
        return not self._next


def said(widget: QWidget) -> str:
    """Return what stands on a widget, and what a screen reader calls it."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{words.replace('&', '')}\n{widget.accessibleName()}"


def row_of(view: QAbstractItemView, words: str) -> int:
    """Return the row that bears these words, as it is shown or as it is said; -1 without one."""
    model = view.model()
    for at in range(model.rowCount()):
        index = model.index(at, 0)
        shown = (index.data(Qt.ItemDataRole.DisplayRole), index.data(Qt.ItemDataRole.AccessibleTextRole))
        if any(words in str(each) for each in shown if each):
            return at
    return -1


def is_box(widget: QWidget) -> bool:
    """Say whether a widget takes words of several lines."""
    return isinstance(widget, QTextEdit)
