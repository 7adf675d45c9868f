"""What is typed into a form of the plan is kept within a second, and stands there again in a window that opens after a kill."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.conftest import desk_for

from areasef.domain.plan import Action
from areasef.services import planning, writing
from areasef.services.session import Session
from areasef.ui.desk import Desk
from areasef.ui.dialogs.typed_on import TypedOn
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.action_form import ActionForm
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.entries import DayEntry


@pytest.fixture
def action(session: Session) -> Action:
    priority = planning.add_priority(session, "Needs found early")
    return planning.add_action(session, priority.id, "Join the figures")


def form_of(desk: Desk, action: Action) -> ActionForm:
    desk.window.go(Target("plan", "action", action.id, "due"))
    page = desk.window.page
    assert isinstance(page, PlanPage)
    assert isinstance(page.editor.form, ActionForm)
    return page.editor.form


def due(form: ActionForm) -> DayEntry:
    entry = form.entries["due"]
    assert isinstance(entry, DayEntry)
    return entry


def test_a_day_that_was_half_typed_stands_there_again_and_goes_once_it_is_kept(
    desk: Desk, session: Session, action: Action, preferences: Preferences, qtbot: QtBot
) -> None:
    typed = due(form_of(desk, action))
    typed.edit.setFocus()
    QTest.keyClicks(typed.edit, "31 Mar")
    qtbot.waitUntil(lambda: [each.text for each in session.store.drafts()] == ["31 Mar"])
    writing.settle_drafts(session)  # as whoever opens the file after a kill
    other = desk_for(session, preferences, qtbot)
    again = due(form_of(other, action))
    assert again.edit.text() == "31 Mar"
    again.edit.setFocus()
    QTest.keyClicks(again.edit, "ch 2027")
    again.settle()
    assert session.store.drafts() == ()
    kept = session.store.get(Action, action.id)
    assert kept is not None
    assert str(kept.due) == "2027-03-31"
    other._quiet.stop()


def test_words_that_are_taken_back_leave_no_draft(desk: Desk, session: Session, action: Action) -> None:
    typed = due(form_of(desk, action))
    keeper = desk.window.findChild(TypedOn)
    assert keeper is not None
    typed.edit.setFocus()
    QTest.keyClicks(typed.edit, "3")
    keeper.keep()
    assert len(session.store.drafts()) == 1
    typed.edit.clear()
    typed.settle()
    assert session.store.drafts() == ()
