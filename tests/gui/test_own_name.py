"""Whose name stands by what is written: who gave none is told which one does, and one that is given holds at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.builders import AREA
from tests.gui.conftest import desk_for

from areasef.services import writing
from areasef.services.workspaces import create_workspace, this_person
from areasef.ui.desk import Desk
from areasef.ui.dialogs.own_name import OwnNameQuestion
from areasef.ui.navigation import Target
from areasef.ui.pages.settings.page import SettingsPage
from areasef.ui.preferences import Preferences

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # what the offscreen screen says of any dialog


@pytest.fixture
def unsigned(dressed: QApplication, preferences: Preferences, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A file that somebody opened who never gave a name."""
    session = create_workspace(tmp_path / "Brookvale.areasef", AREA)
    desk = desk_for(session, preferences, qtbot)
    yield desk
    desk._quiet.stop()
    session.close()


def answering(name: str, button: str) -> list[str]:
    """Answer the question for the name when it is asked; return the list of what was said about it."""
    heard: list[str] = []

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, OwnNameQuestion)
        buttons = {each.text(): each for each in asked.findChildren(QPushButton)}
        buttons["Keep"].click()
        heard.append(asked._entry.field.error)
        QTest.keyClicks(asked._entry.edit, name)
        buttons[button].click()

    QTimer.singleShot(0, answer)
    return heard


def press_give(desk: Desk) -> None:
    next(each for each in desk.window.findChildren(QPushButton) if each.text() == "Give your name").click()


def test_who_gave_no_name_is_told_which_one_stands_by_what_they_write_and_gives_one(
    unsigned: Desk, preferences: Preferences, tmp_path: Path
) -> None:
    banner, session = unsigned.window.banner, unsigned.session
    assert banner.isVisible()
    assert this_person() in banner.words
    heard = answering("J. Hale", "Keep")
    press_give(unsigned)
    assert heard == ["Type your name, such as R. Okafor"], "no name is kept that is none"
    assert not banner.isVisible()
    assert preferences.own_name == "J. Hale"
    assert writing.add_statement(session, session.framework.strands[0].id, "know", "It is so.").author == "J. Hale"
    note = json.loads((tmp_path / ".Brookvale.areasef.holder.json").read_text("utf-8"))
    assert note["who"] == "J. Hale", "a second window is told who has the file"


def test_who_gives_no_name_now_is_not_asked_again(unsigned: Desk) -> None:
    answering("", "Not now")
    press_give(unsigned)
    assert not unsigned.window.banner.isVisible()
    unsigned.save()
    assert not unsigned.window.banner.isVisible()


def test_a_name_that_settings_take_holds_at_once(unsigned: Desk) -> None:
    unsigned.open(Target("settings"))
    page = unsigned.window.page
    assert isinstance(page, SettingsPage)
    page.looks.name.setText("J. Hale")
    unsigned.window.go(Target("evaluate"))
    assert unsigned.session.author == "J. Hale"
    assert not unsigned.window.banner.isVisible()


def test_nobody_who_is_named_is_asked(desk: Desk) -> None:
    assert not desk.window.banner.isVisible()
