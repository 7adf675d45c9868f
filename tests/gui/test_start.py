from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import AREA

from areasef.services.workspaces import create_workspace
from areasef.ui import start
from areasef.ui.first_run import places
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.wait_strip import WaitStrip


@pytest.fixture
def sitting(
    dressed: QApplication, preferences: Preferences, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> Iterator[start.Sitting]:
    monkeypatch.setattr(places, "documents_folder", lambda: tmp_path / "Documents")
    made = start.Sitting(dressed, preferences)
    yield made
    if made.desk is not None:
        made.desk.window.close()
        qtbot.waitUntil(lambda: made.desk is None, timeout=20_000)
    if made.first is not None:
        made.first.close()


def test_a_new_file_opens_on_its_first_strand(sitting: start.Sitting, qtbot: QtBot) -> None:
    sitting.begin(None)
    first = sitting.first
    assert first is not None
    first.form.area.setText("Alderbrook")
    first.form.submit()
    qtbot.waitUntil(lambda: sitting.desk is not None, timeout=20_000)
    assert sitting.desk is not None
    assert sitting.desk.window.place == "evaluate"
    assert sitting.desk.session.document in sitting.desk.preferences.recent
    assert not first.isVisible()


def test_a_file_that_is_given_opens_on_the_overview_and_another_can_be_started(
    sitting: start.Sitting, tmp_path: Path, qtbot: QtBot
) -> None:
    sitting.begin(made(tmp_path))
    qtbot.waitUntil(lambda: sitting.desk is not None, timeout=20_000)
    assert sitting.desk is not None
    assert sitting.desk.window.place == "overview"
    sitting.desk.window.commands.run("file.new")
    qtbot.waitUntil(lambda: sitting.desk is None, timeout=20_000)
    assert sitting.first is not None
    assert sitting.first.isVisible()


def test_a_damaged_file_that_is_given_leaves_the_first_window_with_the_reason(
    sitting: start.Sitting, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "Bad.areasef"
    bad.write_bytes(b"no workspace" * 500)
    sitting.begin(bad)
    assert sitting.first is not None
    qtbot.waitUntil(sitting.first.form.banner.isVisible, timeout=20_000)
    assert sitting.desk is None
    assert sitting.first.isVisible()
    assert "Bad.areasef" in sitting.first.form.banner.accessibleName()


def test_the_first_window_answers_while_a_file_is_opened_and_stop_leaves_the_file_free(
    sitting: start.Sitting, tmp_path: Path, qtbot: QtBot
) -> None:
    file = made(tmp_path)
    sitting.begin(None)
    first = sitting.first
    assert first is not None
    first.open_file(file)
    assert sitting.desk is None
    [strip] = first.findChildren(WaitStrip)
    assert strip.words == "Opening Alderbrook"
    first.form.area.setText("Another area")
    assert "Another-area" in first.form.file.text()
    strip.stop_button.click()
    qtbot.waitUntil(lambda: first.jobs.busy == 0, timeout=20_000)
    assert sitting.desk is None
    assert first.isVisible()
    first.open_file(file)
    qtbot.waitUntil(lambda: sitting.desk is not None, timeout=20_000)


def made(folder: Path) -> Path:
    """Return a file that was made and left."""
    file = folder / "Alderbrook.areasef"
    create_workspace(file, AREA, "R. Okafor").close()
    return file
