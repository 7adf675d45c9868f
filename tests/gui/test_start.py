from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.unit.services.conftest import AREA

from areasef.services.workspaces import create_workspace
from areasef.ui import start
from areasef.ui.first_run import places
from areasef.ui.preferences import Preferences


@pytest.fixture
def sitting(
    dressed: QApplication, preferences: Preferences, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[start.Sitting]:
    monkeypatch.setattr(places, "documents_folder", lambda: tmp_path / "Documents")
    made = start.Sitting(dressed, preferences)
    yield made
    if made.desk is not None:
        made.desk.window.close()
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
    sitting: start.Sitting, tmp_path: Path
) -> None:
    file = tmp_path / "Alderbrook.areasef"
    create_workspace(file, AREA, "R. Okafor").close()
    sitting.begin(file)
    assert sitting.desk is not None
    assert sitting.desk.window.place == "overview"
    sitting.desk.window.commands.run("file.new")
    assert sitting.desk is None
    assert sitting.first is not None
    assert sitting.first.isVisible()


def test_a_damaged_file_that_is_given_leaves_the_first_window_with_the_reason(
    sitting: start.Sitting, tmp_path: Path
) -> None:
    bad = tmp_path / "Bad.areasef"
    bad.write_bytes(b"no workspace" * 500)
    sitting.begin(bad)
    assert sitting.desk is None
    assert sitting.first is not None
    assert sitting.first.isVisible()
    assert "Bad.areasef" in sitting.first.form.banner.accessibleName()
