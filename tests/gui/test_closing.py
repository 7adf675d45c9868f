"""Closing a window keeps it on screen until the work is in the file; where that fails, one decides."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import AREA

from areasef.services import writing
from areasef.services.session import Session
from areasef.services.workspaces import create_workspace, open_workspace
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.question import Question

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # what the offscreen screen says of any dialog
WORDS = "Families wait 19 weeks."


@pytest.fixture
def left() -> list[bool]:
    """Grows when the window was left."""
    return []


@pytest.fixture
def desk(dressed: QApplication, preferences: Preferences, tmp_path: Path, qtbot: QtBot, left: list[bool]) -> Desk:
    """A file in its window, with a statement that is not in the file yet; jobs run beside it, as they do in use."""
    session = create_workspace(tmp_path / "Alderbrook.areasef", AREA, "R. Okafor")
    made = Desk(session, preferences, lambda: left.append(True))
    qtbot.addWidget(made.window)
    made.open(Target("settings"))
    made.window.arrive_now()
    writing.add_statement(session, session.framework.strands[0].id, session.framework.sections[0].id, WORDS)
    return made


def bodies(session: Session) -> list[str]:
    strand, section = session.framework.strands[0].id, session.framework.sections[0].id
    found = [each.body for each in writing.statements(session, strand, section)]
    session.close()
    return found


def answered(button: str) -> Callable[[], str]:
    """Press a button of the question that comes, and return its words afterwards."""
    heard: list[str] = []

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        if isinstance(asked, Question):
            wait.stop()
            heard.append(asked.accessibleDescription())
            asked.button(button).click()

    wait = QTimer(interval=10)
    wait.timeout.connect(answer)
    wait.start()
    return lambda: "" if wait.isActive() else heard[0]


def test_the_window_stays_and_answers_while_the_work_goes_into_the_file(
    desk: Desk, qtbot: QtBot, left: list[bool]
) -> None:
    document = desk.session.document
    with desk.session.store._shared.publishing:  # as a disk that is slow
        desk.window.close()
        qtbot.waitUntil(desk.window.wait.isVisible, timeout=20_000)
        assert desk.window.wait.words == "Saving into the file"
        assert desk.window.isVisible()
        assert not desk.window.isEnabled()  # nothing is written any more
        desk.window.close()
        assert not left
    qtbot.waitUntil(lambda: bool(left), timeout=20_000)
    assert not desk.window.isVisible()
    assert bodies(open_workspace(document)) == [WORDS]


def test_where_the_file_was_replaced_one_stays_or_closes_and_keeps_the_work(
    desk: Desk, qtbot: QtBot, left: list[bool], tmp_path: Path
) -> None:
    document, kept = desk.session.document, tmp_path / "kept.areasef"
    shutil.copyfile(document, kept)
    other = tmp_path / "Other.areasef"
    create_workspace(other, AREA, "R. Okafor").close()
    shutil.copyfile(other, document)
    said, focus = answered("stay"), desk.window.focusWidget()
    desk.window.close()
    qtbot.waitUntil(lambda: bool(said()), timeout=20_000)
    assert "no longer this workspace" in said()
    assert desk.window.isVisible()
    assert desk.window.isEnabled()
    assert desk.window.focusWidget() is focus
    assert not left
    again = answered("close")
    desk.window.close()
    qtbot.waitUntil(lambda: bool(left), timeout=20_000)
    assert again()
    shutil.copyfile(kept, document)
    assert bodies(open_workspace(document)) == [WORDS]
