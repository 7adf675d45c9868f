"""What Qt writes itself, such as the menus of text fields, in the interface's way: Ctrl Z and Select all."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

_WORDS: Final = {
    ("QShortcut", "+"): " ",
    ("QShortcut", "PgUp"): "Page Up",
    ("QShortcut", "PgDown"): "Page Down",
    ("QLineEdit", "Select All"): "Select all",
    ("QWidgetTextControl", "Select All"): "Select all",
    ("QWidgetTextControl", "Copy &Link Location"): "Copy the &link",
}
"""Return stays as it is: Qt reads keys by these words too, and a second Enter would hide the one of the number pad."""


class PlainKeys(QTranslator):
    """Answers Qt where it asks how to write a key or a line of its own menus."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installTranslator(self)

    def translate(self, context: str, words: str, about: str | None = None, number: int = -1) -> str | None:
        """Return other words, or None where Qt's own will do."""
        return _WORDS.get((context, words))

    def isEmpty(self) -> bool:
        """Return that there is something to ask for: Qt asks no empty one."""
        return False
