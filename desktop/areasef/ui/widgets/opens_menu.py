"""A button that opens a menu and is done: Qt's own way waits inside the press until the menu has closed.

Whoever presses by way of the accessible tree would get no answer for as long as the menu is open.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QMenu

_SAYS = "Opens a menu"


def opens_menu(button: QAbstractButton, menu: QMenu) -> None:
    """Let a button open a menu under itself."""
    if not button.accessibleDescription():
        button.setAccessibleDescription(_SAYS)
    menu.setAccessibleName(button.accessibleName())
    button.clicked.connect(lambda: menu.popup(button.mapToGlobal(QPoint(0, button.height()))))
