"""A second window on a file is told who has it, and what it may do; nothing is taken over unasked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from tests.builders import AREA

from areasef.services.session import Session
from areasef.services.workspaces import create_workspace
from areasef.ui.errors import Errors
from areasef.ui.jobs import InlineJobs
from areasef.ui.opening import Opening
from areasef.ui.widgets.question import Question
from areasef.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # what the offscreen screen says of any dialog
Opened = Callable[[str], tuple[Session | None, str, list[str]]]


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Opened:
    """Open the file, press the button of that name in the question, and return what came of it and what was asked."""

    def go(button: str) -> tuple[Session | None, str, list[str]]:
        heard: list[str] = []

        def answer() -> None:
            asked = QApplication.activeModalWidget()
            assert isinstance(asked, Question)
            buttons = {each.text(): each for each in asked.findChildren(QPushButton)}
            heard.extend([asked.accessibleDescription(), *buttons])
            buttons[button].click()

        QTimer.singleShot(0, answer)
        found: list[Session] = []
        opening = Opening(InlineJobs(), Errors(window))
        opening.opened.connect(found.append)
        opening.open(tmp_path / "Brookvale.areasef", "J. Lindqvist")
        return (found[0] if found else None), heard[0], heard[1:]

    return go


def test_a_second_window_hears_who_has_it_and_may_read(opened: Opened, tmp_path: Path) -> None:
    first = create_workspace(tmp_path / "Brookvale.areasef", AREA, "R. Okafor")
    session, said, buttons = opened("Open read only")
    assert "R. Okafor has this file open" in said
    assert buttons == ["Leave it", "Open read only"]
    assert session is not None
    assert session.read_only
    session.close()
    assert opened("Leave it")[0] is None
    first.close()


def test_what_another_computer_left_is_taken_over_when_somebody_says_so(opened: Opened, tmp_path: Path) -> None:
    document = tmp_path / "Brookvale.areasef"
    create_workspace(document, AREA, "R. Okafor").close()
    note = document.with_name(f".{document.name}.holder.json")
    left = {"who": "R. Okafor", "host": "OFFICE-7", "process": 4, "since": "2026-11-23T09:00"}
    note.write_text(json.dumps(left))
    session, said, buttons = opened("Leave it")
    assert session is None
    assert "R. Okafor has this file open on OFFICE-7, since 09:00 on 23 November 2026." in said
    assert buttons == ["Leave it", "Take it over", "Open read only"]
    session, _, _ = opened("Take it over")
    assert session is not None
    assert not session.read_only
    session.close()
    assert not note.exists()
