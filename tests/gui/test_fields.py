"""Fields of forms: what is cut is offered in full, and a field that gets the focus is seen with its label."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.clipping import settle

from areasef.ui.widgets.chooser import Chooser
from areasef.ui.widgets.entries import LineEntry
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.question import Question
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.ticking import TickList, ask_ticks

LONG = "Three Rivers Community Health Trust, children’s services"


def painted(box: Chooser) -> str:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    words: str = option.currentText
    return words


def test_what_is_chosen_ends_in_dots_where_it_has_no_room_and_is_offered_in_full(
    dressed: QApplication, qtbot: QtBot
) -> None:
    box = Chooser()
    qtbot.addWidget(box)
    box.addItems(["ICB", LONG])
    box.resize(150, 32)
    box.show()
    assert (painted(box), box.toolTip()) == ("ICB", "")
    box.setCurrentIndex(1)
    assert painted(box).endswith("…")
    assert LONG[:8] in painted(box)
    assert LONG in box.toolTip()
    box.resize(700, 32)
    assert (painted(box), box.toolTip()) == (LONG, "")


def test_a_field_that_gets_the_focus_is_seen_with_its_label(dressed: QApplication, qtbot: QtBot) -> None:
    scroll = Scroll("Form")
    qtbot.addWidget(scroll)
    fields = [Field(f"Question {number}", QLineEdit()) for number in range(20)]
    for field in fields:
        scroll.column.addWidget(field)
    scroll.resize(400, 300)
    scroll.show()
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    for field in (fields[-1], fields[9], fields[0]):
        field.control.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        whole = QRect(field.mapTo(scroll.viewport(), QPoint(0, 0)), field.size())
        assert scroll.viewport().rect().contains(whole)


def test_a_long_line_shows_how_it_begins_until_somebody_stands_in_it(dressed: QApplication, qtbot: QtBot) -> None:
    form, first, entry = QWidget(), QLineEdit(), LineEntry("What was decided", lambda _: None)
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    for each in (first, entry.field):
        column.addWidget(each)
    form.resize(240, 160)
    form.show()
    form.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    entry.show_value("Stop the second booking system until there is a plan for the north of the area")
    assert entry.edit.cursorPosition() == 0
    entry.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClicks(entry.edit, ", now")
    assert entry.edit.text().endswith("of the area, now")


def test_a_list_to_tick_keeps_with_enter_and_has_no_empty_ground_under_few_rows(
    dressed: QApplication, qtbot: QtBot
) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(800, 700)
    behind.show()
    items = [("a", "The council"), ("b", "The board")]
    watch = QTimer(interval=10)

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        if not isinstance(asked, Question):
            return
        watch.stop()
        box = asked.findChild(TickList)
        assert box is not None
        last = box.visualItemRect(box.item(1))
        assert box.viewport().height() - last.bottom() < last.height()
        qtbot.keyClick(box, Qt.Key.Key_Space)
        qtbot.keyPress(box, Qt.Key.Key_Return)

    watch.timeout.connect(answer)
    watch.start()
    assert ask_ticks(behind, "Who agrees?", items, ()) == ("a",)
