from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.gui.clipping import settle
from tests.gui.conftest import controls, too_small, unnamed

from areasef.services.partnering import partners
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace
from areasef.ui.first_run import places
from areasef.ui.first_run.welcome import WayIn
from areasef.ui.first_run.window import FirstRun
from areasef.ui.jobs import InlineJobs
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.elided import Elided


@pytest.fixture
def first(
    dressed: QApplication, preferences: Preferences, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> FirstRun:
    monkeypatch.setattr(places, "documents_folder", lambda: tmp_path / "Documents")
    made = FirstRun(preferences, jobs=InlineJobs())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def _made(first: FirstRun) -> list[Session]:
    found: list[Session] = []
    first.created.connect(found.append)
    first.opened.connect(found.append)
    return found


def test_a_name_is_enough_and_the_file_is_named_after_it(first: FirstRun, tmp_path: Path) -> None:
    found = _made(first)
    first.form.area.setText("Alderbrook")
    assert "Alderbrook-SEF-" in first.form.file.text()
    first.form.author.setText("R. Okafor")
    first.form.create_button.click()
    [session] = found
    try:
        assert session.area.name == "Alderbrook"
        assert session.author == "R. Okafor"
        assert session.document.exists()
        assert session.document.is_relative_to(tmp_path / "Documents" / "Area SEF")
        assert first.preferences.own_name == "R. Okafor"
        assert not first.isVisible()
    finally:
        session.close()


def test_everything_that_was_filled_in_is_in_the_file(first: FirstRun) -> None:
    found = _made(first)
    first.form.area.setText("Alderbrook")
    first.form.council.setText("Alderbrook Council")
    first.form.boards.add()
    for edit, name in zip(first.form.boards._edits, ("NHS Three Rivers ICB", "NHS Hill ICB"), strict=True):
        edit.setText(name)
    first.form.forum.setText("Alderbrook Parent Carer Forum")
    first.form.inspected.setText("June 2024")
    first.form.as_at.setText("23 November 2026")
    first.form.submit()
    document = found[0].document
    found[0].close()
    session = open_workspace(document)
    try:
        assert [each.name for each in partners(session)] == [
            "Alderbrook Council",
            "NHS Three Rivers ICB",
            "NHS Hill ICB",
            "Alderbrook Parent Carer Forum",
        ]
        assert str(session.area.last_inspection) == "2024-06-01"
        assert str(session.evaluation.as_at) == "2026-11-23"
    finally:
        session.close()


def test_what_is_missing_or_wrong_is_said_beside_its_field(first: FirstRun) -> None:
    found = _made(first)
    first.form.as_at.setText("Tuesday")
    first.form.inspected.setText("31 June 2024")
    first.form.submit()
    assert found == []
    assert "name" in first.form.area_field.error
    assert "Type a date" in first.form.as_at_field.error
    assert "no 31 June" in first.form.inspected_field.error
    assert first.focusWidget() is first.form.area
    assert "no 31 June" in first.form.inspected.accessibleDescription()
    first.form.inspected.setText("last spring")
    first.form.submit()
    assert first.form.inspected_field.error == "Type a month or a day, like March 2026 or 7 March 2026"


def test_while_the_file_is_made_the_focus_goes_to_nothing_that_begins_something_else(first: FirstRun) -> None:
    first.form.create_button.setFocus()
    first.form.set_busy(True)
    assert first.form.file.hasFocus()
    first.form.set_busy(False)
    assert first.form.create_button.hasFocus()


def test_a_recent_file_with_a_long_name_is_shortened_with_a_mark(
    dressed: QApplication, preferences: Preferences, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / f"{'Kingston-upon-Hull-and-the-East-Riding-' * 2}2026.areasef"
    file.write_bytes(b"")
    preferences.note_recent(file)
    made = FirstRun(preferences, jobs=InlineJobs())
    qtbot.addWidget(made)
    made.show()
    [way] = controls_named(made, file.stem)
    (title,) = way.findChildren(Elided)
    assert title.shortened
    assert title.width() < way.width()


def test_a_damaged_file_is_said_here_and_the_window_stays(first: FirstRun, tmp_path: Path) -> None:
    found = _made(first)
    bad = tmp_path / "Bad.areasef"
    bad.write_bytes(b"this is no workspace at all" * 100)
    first.open_file(bad)
    assert found == []
    assert first.form.banner.isVisible()
    assert "Bad.areasef" in first.form.banner.accessibleName()


def test_recent_files_are_offered_and_open(
    dressed: QApplication, preferences: Preferences, qtbot: QtBot, first: FirstRun
) -> None:
    found = _made(first)
    first.form.area.setText("Alderbrook")
    first.form.submit()
    file = found[0].document
    found[0].close()
    preferences.note_recent(file)
    second = FirstRun(preferences, jobs=InlineJobs())
    qtbot.addWidget(second)
    again = _made(second)
    [way] = controls_named(second, file.stem)
    way.click()
    assert again[0].document == file
    again[0].close()


def controls_named(window: FirstRun, name: str) -> list[QAbstractButton]:
    return [each for each in window.findChildren(QAbstractButton) if each.accessibleName() == name]


def test_every_control_is_named_large_enough_and_the_demonstration_is_shown_only_if_given(first: FirstRun) -> None:
    assert unnamed(first) == []
    assert too_small(first) == []
    assert controls(first)
    assert controls_named(first, "Look round Alderbrook") == []


def test_a_recent_file_is_remembered_by_its_whole_path(
    preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    preferences.note_recent(Path("demo/Alderbrook.areasef"))
    assert preferences.recent == (tmp_path / "demo/Alderbrook.areasef",)


def _shown(dressed: QApplication, preferences: Preferences, qtbot: QtBot, size: tuple[int, int]) -> FirstRun:
    made = FirstRun(preferences, lambda: None, InlineJobs())
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    qtbot.waitExposed(made)
    settle()
    return made


@pytest.mark.parametrize("size", [(1366, 688), (1024, 600), (910, 688), (683, 344)])
def test_the_words_of_a_way_in_have_room_at_each_width(
    dressed: QApplication, preferences: Preferences, qtbot: QtBot, size: tuple[int, int]
) -> None:
    first = _shown(dressed, preferences, qtbot, size)
    words = [each for way in first.findChildren(WayIn) for each in way.findChildren(QLabel) if each.text()]
    assert len(words) == 4
    cut = [each.text() for each in words if each.height() < each.heightForWidth(each.width())]
    assert not cut


@pytest.mark.parametrize("size", [(820, 688), (683, 344)])
def test_a_narrow_first_window_begins_at_its_top_with_the_ways_in_and_the_first_field(
    dressed: QApplication, preferences: Preferences, qtbot: QtBot, size: tuple[int, int]
) -> None:
    first = _shown(dressed, preferences, qtbot, size)
    assert first.focusWidget() is first.form.area
    first.activateWindow()
    QTest.qWait(0)
    settle()
    parts = [*first.findChildren(WayIn), first.form.area]
    spots = [QRect(each.mapTo(first, QPoint(0, 0)), each.size()) for each in parts]
    assert all(first.rect().contains(spot) for spot in spots), spots
    assert any(each.text().startswith("Know your area") for each in first.welcome.findChildren(QLabel))
    promise = next(each for each in first.findChildren(QLabel) if each.text().startswith("Never predicts"))
    assert promise.isVisible()
    first.resize(1366, 688)
    settle()
    assert first.welcome.isAncestorOf(promise)
