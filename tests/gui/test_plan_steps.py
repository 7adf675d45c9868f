"""Steps of an action in its form: added, typed, ticked, moved and reached from what was found."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.gui.conftest import too_small, unnamed
from tests.gui.test_plan_dates import session, typed

from areasef.domain.plan import Action, ActionStep
from areasef.services.session import Session
from areasef.ui.jobs import Jobs
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.plan.action_form import ActionForm
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.plan.parts import Part
from areasef.ui.pages.plan.steps import DoneEntry
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.button import IconButton
from areasef.ui.widgets.entries import DayEntry, LineEntry
from areasef.ui.window import Window

__all__ = ["session"]


def form_of(window: Window, kind: str, key: str) -> ActionForm:
    window.go(Target("plan", kind, key))
    assert isinstance(window.page, PlanPage)
    form = window.page.editor.form
    assert isinstance(form, ActionForm)
    return form


def line(part: Part, name: str = "title") -> LineEntry:
    entry = part.entries[name]
    assert isinstance(entry, LineEntry)
    return entry


def test_steps_are_typed_dated_ticked_and_moved(window: Window, session: Session, qtbot: QtBot) -> None:
    form = form_of(window, "action", session.store.all(Action)[0].id)
    for words in ("Find a room", "Ask parents"):
        form.steps.add_button.click()
        entry = line(form.steps.parts[-1])
        assert entry.edit.hasFocus()
        assert entry.edit.selectedText() == "New step"
        typed(qtbot, entry.edit, words)
    day = form.steps.parts[1].entries["due"]
    assert isinstance(day, DayEntry)
    typed(qtbot, day.edit, "8 January 2027")
    done = form.steps.parts[1].entries["done"]
    assert isinstance(done, DoneEntry)
    done.box.toggle()
    found = session.store.all(ActionStep)
    assert [(each.title, str(each.due or ""), each.done) for each in found] == [
        ("Find a room", "", False),
        ("Ask parents", "2027-01-08", True),
    ]
    up = [each for each in form.steps.findChildren(IconButton) if each.accessibleName() == "Move this step up"]
    up[-1].click()
    assert [each.title for each in session.store.all(ActionStep)] == ["Ask parents", "Find a room"]
    assert line(form.steps.parts[0]).edit.text() == "Ask parents"
    assert line(form.steps.parts[0]).edit.hasFocus()
    assert not unnamed(form.steps)
    assert not too_small(form.steps)


def test_a_step_that_was_found_opens_its_action(window: Window, session: Session) -> None:
    action = session.store.all(Action)[1]
    step = ActionStep("step-1", action.id, "Ask parents")
    with session.store.write("From elsewhere") as batch:
        batch.put(step)
    assert form_of(window, "action_step", step.id).action.id == action.id


def test_the_form_is_whole_before_anything_that_somebody_does(
    dressed: QApplication, preferences: Preferences, session: Session, qtbot: QtBot
) -> None:
    window = Window(session, registry.pages(), preferences, jobs=Jobs())
    qtbot.addWidget(window)
    window.show()
    first, second = session.store.all(Action)[:2]
    window.go(Target("plan", "action", first.id, "title"))
    window.arrive_now()
    page = window.page
    assert isinstance(page, PlanPage)
    qtbot.waitUntil(lambda: page.editor.thing_id == first.id, timeout=20_000)
    page.edit(second, "title")
    form = page.editor.form
    assert isinstance(form, ActionForm)
    assert line_of(form, "title").hasFocus()
    assert "tags" not in form.entries
    QTest.keyClicks(line_of(form, "title"), "!")
    assert list(form.entries)[-1] == "tags"
    assert form.funding.isVisibleTo(form)
    form.finish()
    kept = session.store.get(Action, second.id)
    assert kept is not None
    assert kept.title.endswith("!")
    page.edit(first, "measures")
    assert isinstance(page.editor.form, ActionForm)
    here = QApplication.focusWidget()
    assert here is not None
    assert page.editor.form.measures.isAncestorOf(here)
    page.edit(second, "tags")
    assert isinstance(page.editor.form, ActionForm)
    assert line_of(page.editor.form, "tags").hasFocus()
    window.close()
    window.jobs.finish()


def test_a_day_of_a_step_that_is_none_stands_there_again(window: Window, session: Session, qtbot: QtBot) -> None:
    key = session.store.all(Action)[0].id
    form = form_of(window, "action", key)
    form.steps.add_button.click()
    typed(qtbot, day_of(form).edit, "31 February")
    page = window.page
    assert isinstance(page, PlanPage)
    page.close_editor()
    again = form_of(window, "action", key)
    assert day_of(again).edit.text() == "31 February"
    assert session.store.all(ActionStep)[0].due is None


def day_of(form: ActionForm) -> DayEntry:
    entry = form.steps.parts[0].entries["due"]
    assert isinstance(entry, DayEntry)
    return entry


def line_of(form: ActionForm, name: str) -> QLineEdit:
    entry = form.entries[name]
    assert isinstance(entry, LineEntry)
    return entry.edit
