"""Enter on the picture of a page shows its words as a text, which can be read aloud; Enter there shows the picture again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.evaluate_content import QUOTE
from tests.gui.test_evaluate import filled, page_of
from tests.gui.test_evaluate_citing import show_survey

from areasef.ui.desk import Desk
from areasef.ui.navigation import Target

__all__ = ["filled"]


def test_enter_turns_a_page_into_text_and_back_and_says_so(desk: Desk, filled: dict[str, str], qtbot: QtBot) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    sheet, preview = show_survey(page, filled), page.evidence.preview
    assert "Enter shows it as a text" in sheet.accessibleDescription()
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert preview.text.hasFocus()
    assert QUOTE in " ".join(preview.text.toPlainText().split())
    assert preview.property("lastAnnouncement") == "Page 2 of 3 is shown as a text"
    qtbot.keyClick(preview.text, Qt.Key.Key_Return)
    assert sheet.hasFocus()
    assert preview.property("lastAnnouncement") == "Page 2 of 3 is shown as a picture"
