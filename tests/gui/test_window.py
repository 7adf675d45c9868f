from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionMenuItem
from pytestqt.qtbot import QtBot
from tests.gui.conftest import tab_stops, too_small, unnamed

from areasef.ui.navigation import Target
from areasef.ui.widgets.key_menu import KeyMenu
from areasef.ui.window import Window


def test_the_rail_shows_only_places_that_work_and_keeps_their_numbers(window: Window, qtbot: QtBot) -> None:
    window.go(Target("overview"))
    assert not window.commands.applies("place.data")
    window.commands.action("place.plan").trigger()
    assert window.place == "plan"
    assert window.commands.action("place.plan").shortcut().toString() == "Ctrl+5"


def test_back_and_forward_return_to_where_one_was(window: Window) -> None:
    window.go(Target("overview"))
    window.go(Target("evidence"))
    window.commands.run("move.back")
    assert window.place == "overview"
    window.commands.run("move.forward")
    assert window.place == "evidence"


@pytest.mark.parametrize("place", ["overview", "evaluate", "evidence", "plan", "publish", "settings"])
def test_every_control_of_a_place_is_named_and_large_enough(window: Window, place: str) -> None:
    window.go(Target(place))
    assert unnamed(window) == []
    assert too_small(window) == []
    assert tab_stops(window)


def test_the_rail_is_one_tab_stop_and_arrows_move(window: Window, qtbot: QtBot) -> None:
    window.go(Target("overview"))
    stops = [each for each in tab_stops(window) if window.rail.isAncestorOf(each)]
    assert len(stops) == 1
    stops[0].setFocus()
    qtbot.keyClick(stops[0], Qt.Key.Key_Down)
    assert window.rail.button("evaluate").hasFocus()
    qtbot.keyClick(window.rail.button("evaluate"), Qt.Key.Key_Return)
    assert window.place == "evaluate"


def test_a_narrow_window_has_a_menu_instead_of_the_rail(window: Window) -> None:
    window.go(Target("overview"))
    window.resize(700, 600)
    assert window.top.menu.isVisible()
    assert not window.rail.isVisible()
    window.resize(1366, 688)
    assert window.rail.isVisible()
    assert not window.top.menu.isVisible()


def test_the_palette_lists_commands_and_gives_the_focus_back(window: Window, qtbot: QtBot) -> None:
    window.go(Target("settings"))
    window.top.search.setFocus()
    window.commands.run("move.palette")
    assert window.palette_box.edit.hasFocus()
    qtbot.keyClicks(window.palette_box.edit, "go to plan")
    qtbot.keyClick(window.palette_box.edit, Qt.Key.Key_Escape)
    assert window.top.search.hasFocus()
    window.commands.run("move.palette")
    qtbot.keyClicks(window.palette_box.edit, "go to plan")
    qtbot.keyClick(window.palette_box.edit, Qt.Key.Key_Return)
    assert window.place == "plan"


def test_menus_write_keys_as_the_rest_of_the_interface_does(window: Window) -> None:
    window.top.area.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, KeyMenu)
    menu.close()
    shown = []
    for action in menu.actions():
        option = QStyleOptionMenuItem()
        menu.initStyleOption(option, action)
        shown.append(option.text)
    assert "Open a file\tCtrl O" in shown
    assert "Save a copy\tCtrl Shift S" in shown
    assert not [words for words in shown if "+" in words]


def test_the_palette_says_what_was_looked_for_in_vain(window: Window) -> None:
    window.commands.run("move.palette")
    box = window.palette_box
    box.edit.setText("zzqqx")
    said = [each.text() for each in box.findChildren(QLabel) if each.isVisible()]
    assert any("zzqqx" in each for each in said), said
    box.edit.setText("go to plan")
    assert box.list.isVisible()
    assert not any("Nothing here says" in each.text() for each in box.findChildren(QLabel) if each.isVisible())
