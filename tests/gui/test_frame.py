"""The frame of the window at every size: nothing overlaps or is cut off, and what it says is true."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QStyle, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from areasef import tokens
from areasef.domain.identity import new_id
from areasef.domain.record import Finding, FindingKind
from areasef.services import writing
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace
from areasef.store.sitting import SavedState as Held
from areasef.ui import appearance, theme
from areasef.ui.bars import Heading
from areasef.ui.bus import Keeping
from areasef.ui.desk import Desk, saved_state
from areasef.ui.finding import find
from areasef.ui.jobs import InlineJobs
from areasef.ui.key_sheet import KeySheet
from areasef.ui.navigation import Target
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.elided import Elided
from areasef.ui.window import Window

AT = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
LONG = Heading(
    area="Westmorland, Furness and the Borders of Alderbrook",
    title="Self-evaluation for the engagement meeting 2026–27",
    file="Westmorland-and-Furness-SEF-2026.areasef",
    where="in Documents",
    as_at=date(2027, 3, 1),
    edition="June 2025, revised July 2025",
    marking="OFFICIAL-SENSITIVE",
    backup="Backup kept beside it",
)


@pytest.fixture
def desk(desk: Desk, qtbot: QtBot) -> Desk:
    desk.open(Target("overview"))
    qtbot.waitExposed(desk.window)
    return desk


def looks() -> appearance.Appearance:
    found = appearance.current()
    assert found is not None
    return found


def direct(parent: QWidget) -> list[QWidget]:
    """Return the visible children of a bar."""
    found = [each for each in parent.children() if isinstance(each, QWidget)]
    return [each for each in found if each.isVisible() and not each.isWindow()]


def place(child: QWidget, top: QWidget) -> QRect:
    return QRect(child.mapTo(top, QPoint(0, 0)), child.size())


@pytest.mark.parametrize("percent", [90, 100, 125, 150, 175, 200])
@pytest.mark.parametrize(
    "size", [(1366, 688), (1920, 1080), (1100, 688), (959, 620), (830, 500), (640, 400), (480, 320)]
)
def test_nothing_in_the_bars_overlaps_or_is_cut_off(desk: Desk, size: tuple[int, int], percent: int) -> None:
    window = desk.window
    looks().choose_text_size(percent)
    window.set_heading(LONG, today=date(2026, 11, 23))
    window.resize(*size)
    window.say("Statement moved to the bin for 30 days")
    QApplication.sendPostedEvents()
    for bar in (window.top, window.status, window.rail):
        if not bar.isVisible():
            continue
        boxes = [(each, place(each, bar)) for each in direct(bar) if each.width() and each.height()]
        for (one, first), (other, second) in combinations(boxes, 2):
            assert not first.intersects(second), (type(one).__name__, first, type(other).__name__, second)
        assert all(bar.rect().contains(box) for _, box in boxes), [(type(e).__name__, b) for e, b in boxes]
    assert window.toast.geometry().right() <= window.width()
    assert window.toast.height() >= window.toast.sizeHint().height() or window.toast._words.wordWrap()


def test_words_that_do_not_fit_are_offered_in_full(desk: Desk) -> None:
    desk.window.set_heading(LONG)
    desk.window.resize(1100, 688)
    desk.window.grab()
    short = [each for each in desk.window.top.findChildren(Elided) if each.isVisible() and each.shortened]
    assert short
    assert all(each.toolTip() == each.text() for each in short)


def test_the_search_field_gives_way_to_its_icon(desk: Desk) -> None:
    top = desk.window.top
    desk.window.resize(1100, 688)
    assert top.search.isVisible()
    assert not top.look_up.isVisible()
    desk.window.resize(860, 688)
    assert not top.search.isVisible()
    assert top.look_up.isVisible()


def test_a_low_window_has_lower_places_and_then_a_menu(desk: Desk) -> None:
    window = desk.window
    window.resize(1366, 420)
    assert window.rail.isVisible()
    assert window.rail.button("overview").height() < 56
    window.resize(1366, 330)
    assert not window.rail.isVisible()
    assert window.top.menu.isVisible()
    assert not window.status.isVisible()
    window.resize(1366, 688)
    assert window.rail.button("overview").height() == 56


def test_another_day_than_today_stands_out_and_is_said(desk: Desk) -> None:
    window = desk.window
    window.set_heading(replace(LONG, as_at=date(2027, 3, 1)), today=date(2026, 11, 23))
    assert window.top.as_at.property("tone") == "caution"
    assert window.top.as_at.accessibleName() == "As at 1 March 2027, not today"
    window.set_heading(replace(LONG, as_at=date(2026, 11, 23)), today=date(2026, 11, 23))
    assert window.top.as_at.property("tone") == ""


def test_saved_says_two_true_times() -> None:
    early = AT.replace(hour=13, minute=58)
    kept = saved_state(Held(kept_at=AT, in_file_at=early, waiting=True), read_only=False)
    assert (kept.keeping, kept.at, kept.in_file) == (Keeping.KEPT, AT, early)
    saved = saved_state(Held(kept_at=AT, in_file_at=AT), read_only=False)
    assert (saved.keeping, saved.at) == (Keeping.SAVED, AT)
    assert saved_state(Held(), read_only=True).keeping is Keeping.READ_ONLY


def test_what_is_typed_is_kept_and_ctrl_s_brings_it_into_the_file(desk: Desk, session: Session) -> None:
    framework = session.framework
    writing.add_statement(session, framework.strands[0].id, framework.sections[0].id, "Needs are noticed early.")
    desk._show_saved()
    assert desk.window.top.saved.words.startswith("Kept ")
    desk.window.commands.run("file.save")
    assert desk.window.top.saved.words.startswith("Saved ")
    assert desk.window.status._in_file.text().startswith("In the file ")


def test_a_reader_is_told_and_offered_a_copy(
    dressed: QApplication, preferences: Preferences, session: Session, qtbot: QtBot
) -> None:
    reader = open_workspace(session.document, "A. Reader", read_only=True)
    desk = Desk(reader, preferences, lambda: None, InlineJobs())
    qtbot.addWidget(desk.window)
    desk.open(Target("overview"))
    assert desk.window.banner.isVisible()
    assert "Nothing done here changes the file" in desk.window.banner.accessibleName()
    assert desk.window.top.saved.words == "Read only"
    desk._quiet.stop()
    reader.close()


def test_undo_says_what_it_took_back_from_any_screen(desk: Desk, session: Session) -> None:
    framework = session.framework
    writing.add_statement(session, framework.strands[0].id, framework.sections[0].id, "Needs are noticed early.")
    desk.window.go(Target("settings"))
    desk.window.commands.run("edit.undo")
    assert desk.window.toast.words.startswith("Undone: ")
    desk.window.commands.run("edit.redo")
    assert desk.window.toast.words.startswith("Done again: ")


def test_what_is_found_says_where_it_stands(desk: Desk, session: Session) -> None:
    framework = session.framework
    strand, section = framework.strands[2], framework.sections[0]
    writing.add_statement(session, strand.id, section.id, "Families wait nineteen weeks.")
    with session.store.write("Finding") as batch:
        batch.put(Finding(new_id(), FindingKind.IMPROVEMENT, "Nineteen weeks is too long.", "1"))
    first, second = find(session, "nineteen")
    assert (first.group, first.where) == ("Statements", f"{strand.code}, {section.short_title}")
    assert first.words[slice(*first.marks[0])].casefold() == "nineteen"
    assert second.target.place == "findings"


def test_the_palette_shows_a_key_beside_each_command_that_has_one(window: Window) -> None:
    window.go(Target("overview"))
    window.palette_box.open()
    rows = [window.palette_box.list.model().index(at, 0) for at in range(window.palette_box.list.model().rowCount())]
    said = [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]
    assert "Save now, Ctrl S" in said or "Show all keys, Ctrl /" in said
    wanted = [command for command in window.commands.available() if command.id != "move.palette"]
    assert len(said) == len(wanted) + 1


def test_the_sheet_of_keys_is_searched_by_words_and_by_key(window: Window) -> None:
    window.go(Target("overview"))
    sheet = KeySheet(window, window.commands)
    assert len(sheet.shown()) > 20
    sheet.search.setText("undo")
    assert [words for words in sheet.shown() if "Undo" in words] == list(sheet.shown())
    sheet.search.setText("alt left")
    assert sheet.shown() == ("Back Alt Left",)
    sheet.search.setText("no such thing")
    assert sheet.shown() == ()
    assert not sheet._none.isHidden()
    sheet.deleteLater()


def test_the_sheet_of_keys_is_never_larger_than_its_window(window: Window) -> None:
    theme.apply("light", 2.0)
    window.resize(1366, 688)
    sheet = KeySheet(window, window.commands)
    sheet.show()
    assert sheet.height() <= window.height()
    assert sheet.width() <= window.width()
    sheet.close()
    sheet.deleteLater()
    theme.apply("light", 1.0)


def test_every_place_is_reached_by_its_number_and_panes_by_f6(window: Window, qtbot: QtBot) -> None:
    for place_id, number in (("overview", 1), ("evaluate", 2), ("evidence", 3), ("plan", 5), ("publish", 7)):
        assert window.commands.action(f"place.{place_id}").shortcut().toString() == f"Ctrl+{number}"
    window.go(Target("settings"))
    seen = []
    for _ in range(4):
        window.commands.run("move.next_pane")
        focus = QApplication.focusWidget()
        parts = [
            part for part in window.cycle.parts() if focus is not None and (part is focus or part.isAncestorOf(focus))
        ]
        seen.append(parts[0])
    assert window.top in seen
    assert window.rail in seen
    assert window.page in seen


def test_the_look_follows_the_computer_until_a_person_chooses(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = {"name": "dark"}  # without a desktop Qt has nobody to ask, so the answer is given here
    monkeypatch.setattr(theme, "system_theme", lambda: wanted["name"])
    looks().choose_theme("system")
    assert theme.look().theme.name == "dark"
    wanted["name"] = "contrast"
    theme.hints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.look().theme.name == "contrast"
    looks().choose_theme("light")
    theme.hints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.look().theme.name == "light"


def test_nothing_moves_where_no_motion_is_wanted(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    tabs = QTabBar(window.top)
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    theme.apply("light", 1.0)
    assert 0 < tabs.style().styleHint(hint, None, tabs) <= tokens.MOTION_MS
    monkeypatch.setattr(theme, "reduced_motion", lambda: True)
    theme.apply("light", 1.0)
    assert tabs.style().styleHint(hint, None, tabs) == 0


def test_undo_in_a_new_file_takes_nothing_away(desk: Desk) -> None:
    desk.open(Target("evaluate", "guide"))
    before = desk.window.windowTitle(), desk.window.top.title.text()
    desk.window.commands.run("edit.undo")
    assert desk.window.toast.words == "Nothing to undo"
    assert (desk.window.windowTitle(), desk.window.top.title.text()) == before
