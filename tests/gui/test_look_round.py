"""Look round Alderbrook: it is built beside the window, which says how far it is, and then opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from tests.unit.services.test_demo import small

from areasef.services.build_demo import NAME, build_demo
from areasef.ui import start
from areasef.ui.first_run import places
from areasef.ui.preferences import Preferences
from areasef.words.faults import AppError

Tell = Callable[[int, int, str], object]


def sitting(dressed: QApplication, preferences: Preferences, build: start.LookRound) -> start.Sitting:
    made = start.Sitting(dressed, preferences, build)
    made.begin(None)
    return made


def way_in(made: start.Sitting) -> QAbstractButton:
    assert made.first is not None
    [button] = [
        each for each in made.first.findChildren(QAbstractButton) if each.accessibleName() == "Look round Alderbrook"
    ]
    return button


@pytest.fixture(autouse=True)
def _documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(places, "documents_folder", lambda: tmp_path / "Documents")


def test_it_is_built_beside_the_window_and_opens_on_the_overview(
    dressed: QApplication, preferences: Preferences, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[str] = []

    def build(folder: Path, tell: Tell) -> Path:
        def heard(done: int, total: int, words: str) -> None:
            told.append(words)
            tell(done, total, words)

        return build_demo(folder, heard, small()).document

    made = sitting(dressed, preferences, build)
    button = way_in(made)
    button.click()
    assert not button.isEnabled()
    assert button.accessibleDescription() == "Building it"
    qtbot.waitUntil(lambda: made.desk is not None, timeout=60_000)
    assert made.desk is not None
    assert made.desk.window.place == "overview"
    assert made.desk.session.document == tmp_path / "Documents" / "Area SEF" / f"{NAME}.areasef"
    assert "Writing the plan" in told
    made.desk.window.close()
    qtbot.waitUntil(lambda: made.desk is None, timeout=20_000)


def test_where_it_cannot_be_built_the_reason_is_said_and_it_can_be_tried_again(
    dressed: QApplication, preferences: Preferences, qtbot: QtBot
) -> None:
    def build(folder: Path, _tell: Tell) -> Path:
        raise AppError("store.no_folder", folder=str(folder))

    made = sitting(dressed, preferences, build)
    button = way_in(made)
    button.click()
    qtbot.waitUntil(button.isEnabled, timeout=20_000)
    assert made.first is not None
    assert made.first.form.banner.isVisible()
    assert "Area SEF" in made.first.form.banner.accessibleName()
    made.first.close()
