"""What is long, low or late is seen in full: words too long for their field, places with nothing in them, toasts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFocusFrame, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.clipping import settle
from tests.gui.plan_content import fill

from areasef.domain.evidence import Evidence, Holding
from areasef.domain.identity import new_id
from areasef.services import adding
from areasef.services.session import Session
from areasef.ui.navigation import Target
from areasef.ui.pages.help.text import GuideText
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.empty import EmptyState
from areasef.ui.widgets.toast import Toast
from areasef.ui.window import Window

NARROW = (683, 344)  # 1366 by 688 at 200 %
LONG = "Good health and care advice in every plan that is written, kept up to date at each review, in all of the area"


def plan_of(window: Window, size: tuple[int, int]) -> PlanPage:
    window.resize(*size)
    window.go(Target("plan"))
    settle()
    assert isinstance(window.page, PlanPage)
    return window.page


def in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def whole(widget: QWidget) -> bool:
    """Return whether every corner of a widget is seen, through whatever scrolls around it."""
    around = widget
    while (parent := around.parentWidget()) is not None:
        around = parent
        if not QRect(around.mapToGlobal(QPoint(0, 0)), around.size()).contains(
            QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
        ):
            return False
    return widget.isVisible()


def test_words_too_long_for_their_field_stand_under_it_in_full_while_they_are(window: Window, session: Session) -> None:
    ids = fill(session)
    window.resize(1366, 688)
    window.go(Target("plan", "action", ids["clinics"], "title"))
    settle()
    page = window.page
    assert isinstance(page, PlanPage)
    assert page.editor.form is not None
    field = page.editor.form.entries["title"].field
    assert not any(each.text() == field.control.text() for each in field.findChildren(QLabel))  # type: ignore[attr-defined]
    field.control.setText(LONG)  # type: ignore[attr-defined]
    settle()
    (said,) = [each for each in field.findChildren(QLabel) if each.text() == LONG]
    assert said.isVisible()
    assert said.wordWrap()
    field.control.setText("Two clinics a month")  # type: ignore[attr-defined]
    settle()
    assert not said.isVisible()


@pytest.mark.parametrize("place", ["evidence", "plan"])
def test_a_place_with_nothing_in_it_is_seen_whole_in_a_low_window(window: Window, place: str) -> None:
    window.resize(*NARROW)
    window.go(Target(place))
    settle()
    assert window.page is not None
    (empty,) = [each for each in window.page.findChildren(EmptyState) if each.isVisible()]
    words: list[QLabel | Button] = [*empty.findChildren(QLabel), *empty.findChildren(Button)]
    missed = [each.text() for each in words if not each.isHidden() and each.text() and not whole(each)]
    assert not missed


def test_a_toast_never_lies_on_the_row_that_one_is_at(window: Window, session: Session) -> None:
    fill(session)
    page = plan_of(window, NARROW)
    page.table.setFocus()
    window.toast.say("1.3 One front door for referrals is in the bin", lambda: None)
    settle()
    places = set()
    for _ in page.model.rows:
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        settle()
        QTest.qWait(0)
        row = page.table.visualRect(page.table.currentIndex())
        row.setLeft(0)
        row.setRight(page.table.viewport().width())
        row.moveTopLeft(page.table.viewport().mapTo(window, row.topLeft()))
        assert not window.toast.geometry().intersects(row), page.table.currentIndex().row()
        places.add(window.toast.y())
    assert len(places) == 2  # it made way, and came back to its place


def test_a_toast_never_lies_on_the_line_that_one_writes(dressed: QApplication, qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    box, toast = QPlainTextEdit("a line\n" * 60, around), Toast(around)
    around.resize(400, 300)
    box.resize(400, 300)
    around.show()
    qtbot.waitActive(around)
    box.setFocus()
    toast.say("E-140 page 2 cited for I3 statement 2", lambda: None)
    places = {toast.y()}
    for _ in range(20):
        QTest.keyClick(box, Qt.Key.Key_Down)
        QTest.qWait(0)
        line = box.cursorRect()
        line.setRight(box.viewport().width())
        line.moveTopLeft(box.viewport().mapTo(around, line.topLeft()))
        assert not toast.geometry().intersects(line)
        places.add(toast.y())
    assert len(places) == 2


def test_a_narrow_window_says_the_title_in_full_where_it_has_room(window: Window, session: Session) -> None:
    window.resize(600, 344)
    for strand in session.framework.strands:
        window.go(Target("evaluate", "strand", strand.id))
        settle()
        assert window.top.title.text().endswith(strand.short_title)
        spare = window.top.saved.x() - in_window(window.top.title).right()
        assert not window.top.title.shortened or spare < 20


def test_a_form_of_the_plan_has_the_room_of_the_line_of_sight_while_it_is_open(
    window: Window, session: Session
) -> None:
    fill(session)
    page = plan_of(window, (1366, 688))
    assert page.sight.isVisible()
    window.commands.run("edit")
    settle()
    assert page.editor.isVisible()
    assert not page.sight.isVisible()
    window.commands.run("leave")
    settle()
    assert page.sight.isVisible()


def test_the_guide_has_the_focus_ring_of_everything_else(window: Window) -> None:
    window.resize(1366, 688)
    window.go(Target("help", "topic", "evaluate"))
    settle()
    ring = next(each for each in window.findChildren(QFocusFrame) if each.widget() is QApplication.focusWidget())
    assert isinstance(ring.widget(), GuideText)
    assert window.rect().contains(in_window(ring.widget()).adjusted(-6, -6, 6, 6))


def test_evidence_says_how_many_of_its_items_are_held_where_some_are_not(window: Window, session: Session) -> None:
    adding.add_note(session, "Two-year reviews", "Reviewed by two and a half: 83%.")
    window.go(Target("evidence"))
    assert "held" not in said_of(window)
    with session.store.write("Ask") as batch:
        batch.put(Evidence(new_id(), "E-900", "Help lost at 18", holding=Holding.REQUESTED))
    window.page.refresh(None)  # type: ignore[union-attr]
    assert ", 1 of them held." in said_of(window)


def said_of(window: Window) -> str:
    """Return the sentence in the header of the page in front."""
    assert window.page is not None
    return next(each.text() for each in window.page.findChildren(QLabel, "sentence"))
