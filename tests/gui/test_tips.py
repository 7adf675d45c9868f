from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from areasef.ui.widgets.label import set_tip


def test_a_name_that_is_markup_is_shown_as_typed_and_fetches_nothing(qtbot: QtBot) -> None:
    shown = QLabel()
    qtbot.addWidget(shown)
    set_tip(shown, 'Survey <img src="//elsewhere/picture.png">')
    assert "<img" not in shown.toolTip()
    assert "&lt;img" in shown.toolTip()
    set_tip(shown, "Waits & visits, spring")
    assert shown.toolTip() == "Waits & visits, spring"
