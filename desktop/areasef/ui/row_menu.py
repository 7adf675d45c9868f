"""Shift F10: the menu of whatever has the focus, asked for in the one way that every system and every widget knows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QTextEdit, QWidget

from areasef.ui.later import later


def open_menu(focus: QWidget | None) -> bool:
    """Open the menu of a widget, at its row or its caret where it has one; say whether anybody had a menu to open."""
    if focus is None:
        return False
    inside = focus.viewport() if isinstance(focus, QAbstractItemView | QTextEdit) else focus
    spot = _spot(focus)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, inside.mapToGlobal(spot))
    later(focus, _stand_on_first)  # the menu may keep this call until it has closed
    QApplication.sendEvent(inside, event)
    return event.isAccepted()


def _stand_on_first() -> None:
    """Stand on the first line of the menu, as menus do that a key opened: a listener hears where they are."""
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu) and menu.activeAction() is None:
        down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(menu, down)  # made active in another way, a line with a menu of its own opens it


def _spot(focus: QWidget) -> QPoint:
    if isinstance(focus, QAbstractItemView):
        return focus.visualRect(focus.currentIndex()).center()
    if isinstance(focus, QTextEdit):
        return focus.cursorRect().bottomLeft()
    return focus.rect().center()
