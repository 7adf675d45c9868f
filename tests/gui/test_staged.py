"""A page that is seen for the first time is there before it is filled; what is done in turns is done in order, or dropped."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.unit.services.conftest import session

from areasef.services import writing
from areasef.services.session import Session
from areasef.ui.jobs import Jobs
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.preferences import Preferences
from areasef.ui.staged import Staged
from areasef.ui.window import Window

__all__ = ["session"]


def test_steps_are_done_in_order_and_what_is_dropped_is_not(qapp: QApplication, qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    staged = Staged(owner, at_once=False)
    staged.begin(lambda: done.append("never"))
    staged.begin(lambda: done.append("first"), lambda: done.append("then"))
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["first", "then"]
    Staged(owner, at_once=True).begin(lambda: done.append("now"), lambda: done.append("and now"))
    assert done[2:] == ["now", "and now"]


def test_a_step_that_begins_others_while_somebody_is_quicker_is_followed_by_them_alone(
    qapp: QApplication, qtbot: QtBot
) -> None:
    done: list[str] = []
    staged = Staged(QObject(qapp), at_once=False)
    staged.begin(lambda: staged.begin(lambda: done.append("another")), lambda: done.append("never"))
    staged.finish()
    assert done == ["another"]
    with qtbot.captureExceptions() as raised:
        qtbot.wait(20)  # turns of the event loop in which nothing may come any more
    assert (done, raised) == (["another"], [])


def test_a_step_that_fails_leaves_none_of_the_others_undone(qapp: QApplication) -> None:
    done: list[str] = []
    staged = Staged(QObject(qapp), at_once=False)
    staged.begin(lambda: 1 // 0, lambda: done.append("then"))
    with pytest.raises(ZeroDivisionError):
        staged.finish()
    assert done == ["then"]


def test_a_key_and_a_press_find_everything_done(qapp: QApplication, qtbot: QtBot) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    staged = Staged(edit, at_once=False)
    for pressed in (False, True):
        done: list[str] = []
        staged.begin(partial(done.append, "first"), partial(done.append, "then"))
        if pressed:
            QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(edit, Qt.Key.Key_A)
        assert done == ["first", "then"]
    assert edit.text() == "a"


def _window(session: Session, preferences: Preferences, qtbot: QtBot) -> Window:
    made = Window(session, registry.pages(), preferences, jobs=Jobs())
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_jump_into_a_page_never_seen_lands_on_its_field(
    dressed: QApplication, session: Session, preferences: Preferences, qtbot: QtBot
) -> None:
    strand, section = session.framework.strands[2], session.framework.sections[0]
    statement = writing.add_statement(session, strand.id, section.id).id
    window = _window(session, preferences, qtbot)
    window.go(Target("evaluate", "statement", statement, "body"))
    page = window.page
    assert isinstance(page, EvaluatePage)
    qtbot.waitUntil(lambda: page.writing.writing is not None and page.writing.writing.box.hasFocus())
    assert window.top.title.text().startswith(strand.code)
    window.jobs.finish()


def test_who_goes_on_before_a_page_is_filled_finds_it_filled_on_coming_back(
    dressed: QApplication, session: Session, preferences: Preferences, qtbot: QtBot
) -> None:
    window = _window(session, preferences, qtbot)
    window.go(Target("evaluate"))
    page = window.page
    assert isinstance(page, EvaluatePage)
    window.go(Target("settings"))
    qtbot.waitUntil(lambda: window.commands.action("place.evaluate").isEnabled())
    window.go(Target("evaluate"))
    qtbot.waitUntil(lambda: bool(page.strand_id))
    assert window.page is page
    window.jobs.finish()


def test_a_key_that_is_quicker_than_the_page_does_what_it_says(
    dressed: QApplication, session: Session, preferences: Preferences, qtbot: QtBot
) -> None:
    window = _window(session, preferences, qtbot)
    window.go(Target("evaluate"))
    window.commands.run("new")
    page = window.page
    assert isinstance(page, EvaluatePage)
    assert page.writing.writing is not None
    assert page.isVisible()
    window.jobs.finish()


def test_a_window_that_closes_before_its_page_is_filled_fills_it_first(
    dressed: QApplication, session: Session, preferences: Preferences, qtbot: QtBot
) -> None:
    window = _window(session, preferences, qtbot)
    window.go(Target("evaluate"))
    page = window.page
    assert isinstance(page, EvaluatePage)
    window.close()
    assert page.strand_id, "it came before it was asked to keep what is typed in it"
    window.jobs.finish()


def _focus_in(page: EvaluatePage) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and page.isAncestorOf(focus)


@pytest.mark.parametrize("seen", [False, True], ids=["unseen", "seen"])
@pytest.mark.parametrize("asked", [("evaluate", "evaluate"), ("evaluate", "plan", "evaluate")], ids=["twice", "again"])
def test_a_place_asked_for_again_before_it_came_has_the_focus_when_it_comes(
    dressed: QApplication, session: Session, preferences: Preferences, qtbot: QtBot, asked: tuple[str, ...], seen: bool
) -> None:
    window = _window(session, preferences, qtbot)
    window.activateWindow()
    window.go(Target("settings"))
    window.arrive_now()
    window.rail.button("evaluate").setFocus()
    if seen:  # it is seen and not filled yet when it is asked for once more
        window.stack.currentChanged.connect(lambda _: window.go(Target("evaluate")))
    for place in asked:
        window.go(Target(place))
    page = window.page
    assert isinstance(page, EvaluatePage)
    assert window.stack.currentWidget() is not page, "it still comes in turns, however often it is asked for"
    qtbot.waitUntil(lambda: window.stack.currentWidget() is page and bool(page.strand_id) and _focus_in(page))
    assert window.commands.applies("new")
    qtbot.wait(20)  # turns of the event loop in which another page must not come any more
    assert window.place == "evaluate"
    assert window.stack.currentWidget() is page
    assert _focus_in(page)
    window.jobs.finish()
