"""Shift F10: the menu of whatever has the focus, asked for in the one way that every system and every widget knows."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTextEdit, QWidget


def open_menu(focus: QWidget | None) -> bool:
    """Open the menu of a widget, at its row or its caret where it has one; say whether anybody had a menu to open."""
    if focus is None:
        return False
    inside = focus.viewport() if isinstance(focus, QAbstractItemView | QTextEdit) else focus
    spot = _spot(focus)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, inside.mapToGlobal(spot))
    QApplication.sendEvent(inside, event)
    return event.isAccepted()


def _spot(focus: QWidget) -> QPoint:
    if isinstance(focus, QAbstractItemView):
        return focus.visualRect(focus.currentIndex()).center()
    if isinstance(focus, QTextEdit):
        return focus.cursorRect().bottomLeft()
    return focus.rect().center()
