from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFrame, QListWidget, QSplitter, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.clipping import settle

from areasef.ui.preferences import Preferences
from areasef.ui.widgets.panes import Pane, Panes
from areasef.ui.widgets.picker import MultiPicker, Option, SegmentedPicker, parts_of
from areasef.ui.widgets.selecting import stand_on_selected
from areasef.ui.widgets.stack import Stack
from areasef.ui.window import Window

OPTIONS = (Option("low", "Low"), Option("high", "High"))


def _role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def test_one_answer_of_several_is_said_as_radio_buttons_and_several_as_check_boxes(qtbot: QtBot) -> None:
    one, several = SegmentedPicker("Confidence", OPTIONS), MultiPicker("Ages", OPTIONS)
    qtbot.addWidget(one)
    qtbot.addWidget(several)
    assert {_role(part) for part in parts_of(one)} == {QAccessible.Role.RadioButton}
    assert {_role(part) for part in parts_of(several)} == {QAccessible.Role.CheckBox}


def test_an_answer_can_be_given_changed_and_taken_back(qtbot: QtBot) -> None:
    picker = SegmentedPicker("Confidence", OPTIONS)
    qtbot.addWidget(picker)
    said: list[str] = []
    picker.picked.connect(said.append)
    for part in parts_of(picker):
        part.click()
    assert said == ["low", "high"]
    assert picker.chosen == "high"
    picker.choose("")
    assert picker.chosen == ""


def test_a_picker_that_takes_no_answer_keeps_the_one_it_shows(qtbot: QtBot) -> None:
    picker = SegmentedPicker("Confidence", OPTIONS, "low")
    qtbot.addWidget(picker)
    picker.set_read_only("This file is open for reading only.")
    parts_of(picker)[1].click()
    assert picker.chosen == "low"


def test_panes_are_met_from_left_to_right(dressed: QApplication, preferences: Preferences, qtbot: QtBot) -> None:
    widgets = [QFrame() for _ in range(3)]
    for name, widget in zip(("Strands", "Writing", "Evidence"), widgets, strict=True):
        widget.setAccessibleName(name)
    panes = Panes("test", tuple(Pane(each.accessibleName(), each, 200, 100) for each in widgets), preferences)
    qtbot.addWidget(panes)
    names = []
    for splitter in panes.findChildren(QSplitter):
        heard = QAccessible.queryAccessibleInterface(splitter)
        names += [heard.child(at).text(QAccessible.Text.Name) for at in range(heard.childCount())]
    assert [name for name in names if name] == ["Strands", "Writing", "Evidence"]


def test_tabs_of_folded_panes_are_as_high_as_tabs_and_the_panes_have_the_rest(
    dressed: QApplication, preferences: Preferences, qtbot: QtBot
) -> None:
    widgets = [QFrame() for _ in range(3)]
    panes = Panes("test", tuple(Pane(str(at), each, 200, 100) for at, each in enumerate(widgets)), preferences)
    qtbot.addWidget(panes)
    for width, folded in ((1000, 1), (700, 0)):
        panes.resize(width, 600)
        panes.show()
        settle()
        shown = [each for each in widgets if each.isVisible()]
        assert len(shown) == 1 + folded
        assert shown[-1].height() > 540
        panes.show_pane(2)
        settle()
        assert widgets[2].isVisible()
        assert not widgets[1].isVisible()
        assert widgets[2].height() > 540


def test_what_a_screen_reader_toggles_counts_as_pressed(window: Window, qtbot: QtBot) -> None:
    picker = SegmentedPicker("Confidence", OPTIONS, "low")
    qtbot.addWidget(picker)
    said: list[str] = []
    picker.picked.connect(said.append)
    for widget in (parts_of(picker)[1], window.rail.button("plan")):
        QAccessible.queryAccessibleInterface(widget).actionInterface().doAction("Toggle")
    assert said == ["high"]
    assert window.place == "plan"


def test_places_are_said_as_one_choice(window: Window) -> None:
    assert _role(window.rail.button("overview")) == QAccessible.Role.RadioButton


def test_what_a_screen_reader_selects_is_stood_on(qtbot: QtBot) -> None:
    view = QListWidget()
    qtbot.addWidget(view)
    view.addItems(["One", "Two", "Three"])
    view.setCurrentRow(0)
    stand_on_selected(view)
    told: list[int] = []
    view.currentRowChanged.connect(told.append)
    index = view.model().index(2, 0)
    view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert view.currentRow() == 2
    view.setCurrentRow(1)
    assert told == [2, 1], "an arrow key tells it once, as before"


def test_a_stack_does_not_call_itself_a_layered_pane(qtbot: QtBot) -> None:
    stack = Stack()
    qtbot.addWidget(stack)
    assert _role(stack) == _role(QFrame(stack))
