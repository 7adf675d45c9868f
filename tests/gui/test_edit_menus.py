"""Menus that Qt makes itself write keys as the rest of the window does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QTextBrowser, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from areasef.ui.actions import COMMANDS
from areasef.ui.row_menu import open_menu


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit, QTextBrowser, QLabel])
def test_the_menu_of_a_text_field_writes_keys_as_the_window_does(
    dressed: QApplication, qtbot: QtBot, kind: type[QWidget]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    if isinstance(field, QLabel):
        field.setText("words")
        field.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    field.show()
    assert open_menu(field)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [action.text().replace("&", "") for action in menu.actions()]
    menu.close()
    assert "Select all\tCtrl A" in said
    assert any(words.endswith("\tCtrl C") for words in said)
    assert not [words for words in said if "+" in words]


def test_every_key_is_still_understood(dressed: QApplication) -> None:
    for command in COMMANDS:
        for keys in command.keys:
            written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
            assert written == keys.replace("Ctrl+PgDown", "Ctrl+PgDown")
