from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from tests.gui.clipping import cut, overlaps, settle
from tests.gui.conftest import too_small, unnamed
from tests.gui.test_plan_dates import session, typed

from areasef.domain.identity import new_id
from areasef.domain.plan import Action, ActionUpdate, Delivery
from areasef.domain.record import Decision, Risk
from areasef.services import planning, remembering
from areasef.services.session import Session
from areasef.ui import appearance
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.action_form import ActionForm
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.plan.records_view import RecordsView
from areasef.ui.widgets.entries import LineEntry, TextEntry
from areasef.ui.window import Window
from areasef.words.faults import AppError

__all__ = ["session"]


def records_of(window: Window, kind: str = "risk", key: str = "") -> RecordsView:
    window.go(Target("plan", kind, key))
    assert isinstance(window.page, PlanPage)
    view = window.page.tabs.view
    assert isinstance(view, RecordsView)
    return view


def test_a_risk_is_typed_weighed_and_linked_and_undone(window: Window, session: Session, qtbot: QtBot) -> None:
    view = records_of(window)
    assert view._first.hasFocus()
    view._first.click()
    assert view.form is not None
    title = view.form.entries["title"]
    assert isinstance(title, LineEntry)
    assert title.edit.selectedText() == "New risk"
    typed(qtbot, title.edit, "Therapists cannot be recruited")
    for name, step in (("likelihood", "4"), ("effect", "5")):
        box = view.form.entries[name].field.control
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData(step))
        box.activated.emit(box.currentIndex())
    (kept,) = session.store.all(Risk)
    assert (kept.title, kept.likelihood, kept.effect) == ("Therapists cannot be recruited", 4, 5)
    assert view.list.entries.rows[0].word == "Likelihood 4 of 5"
    view.delete()
    assert session.store.all(Risk) == ()
    view.context.undo()
    assert [each.title for each in session.store.all(Risk)] == ["Therapists cannot be recruited"]


def test_the_gravest_risk_comes_first_then_the_newest_decision(window: Window, session: Session) -> None:
    action = session.store.all(Action)[1]
    for title, likelihood, effect in (("Small", 1, 2), ("Grave", 5, 5)):
        remembering.keep(session, Risk(new_id(), title, likelihood, effect, action_ids=(action.id,)), "Keep")
    made = remembering.new_decision()
    remembering.keep(session, made, "Keep")
    view = records_of(window, "decision", made.id)
    assert [row.title for row in view.list.entries.rows] == ["Grave", "Small", "New decision"]
    assert view.list.current == made.id
    assert view.list.entries.rows[0].under_word == "Effect 5 of 5, action 1.2"
    view.new()  # beside a decision, one more decision
    assert len(session.store.all(Decision)) == 2


def test_who_opens_the_tab_stands_in_its_list_not_on_what_deletes(window: Window, session: Session) -> None:
    remembering.keep(session, Risk(new_id(), "Small", 1, 2), "Keep")
    planning.add_priority(session, "Needs found early")
    window.go(Target("plan"))
    page = window.page
    assert isinstance(page, PlanPage)
    page.table.setFocus()
    page.tabs.bar.open(3)
    view = page.tabs.view
    assert isinstance(view, RecordsView)
    assert view.list.hasFocus()


def test_an_update_is_dated_signed_and_kept_apart_from_the_one_before(window: Window, session: Session) -> None:
    action = session.store.all(Action)[0]
    planning.report_on(session, action.id, "Two of six localities are live.")
    window.go(Target("plan", "action", action.id))
    assert isinstance(window.page, PlanPage)
    form = window.page.editor.form
    assert isinstance(form, ActionForm)
    form.updates.add_button.click()
    assert len(form.updates.parts) == 2
    newest = form.updates.parts[0].entries["text"]
    assert isinstance(newest, TextEntry)
    assert newest.edit.hasFocus()
    newest.edit.setPlainText("Four of six.")
    form.settle()
    found = session.store.all(ActionUpdate, action_id=action.id)
    assert sorted((each.text, each.author) for each in found) == [
        ("Four of six.", "R. Okafor"),
        ("Two of six localities are live.", "R. Okafor"),
    ]


def test_done_asks_for_what_shows_it_and_stands_in_the_reason(window: Window, session: Session, qtbot: QtBot) -> None:
    action = session.store.all(Action)[0]
    window.go(Target("plan", "action", action.id))
    assert isinstance(window.page, PlanPage)
    form = window.page.editor.form
    assert isinstance(form, ActionForm)
    form._deliver(Delivery.DONE)
    reason = form.entries["closing_reason"]
    assert isinstance(reason, TextEntry)
    assert reason.edit.hasFocus()
    assert "no evidence that is held shows its effect" in form.entries["delivery"].field.error
    reason.edit.setPlainText("The trust took it over")
    form._deliver(Delivery.DONE)
    assert session.store.get(Action, action.id).delivery is Delivery.DONE  # type: ignore[union-attr]
    reason.edit.setPlainText("")
    form.settle()
    assert session.store.get(Action, action.id).closing_reason == "The trust took it over"  # type: ignore[union-attr]
    assert reason.edit.toPlainText() == "The trust took it over"


def test_a_done_action_that_never_was_explained_can_still_be_changed(session: Session) -> None:
    action = session.store.all(Action)[0]
    done = Action(**{name: getattr(action, name) for name in Action.__slots__} | {"delivery": Delivery.DONE})
    with pytest.raises(AppError, match="cannot be called done"):
        planning.keep(session, done)
    with session.store.write("From elsewhere") as batch:
        batch.put(done)
    planning.keep(session, Action(**{name: getattr(done, name) for name in Action.__slots__} | {"detail": "More"}))
    assert session.store.get(Action, action.id).detail == "More"  # type: ignore[union-attr]


@pytest.mark.parametrize("percent", [100, 200])
def test_no_word_of_risks_and_decisions_is_cut(window: Window, session: Session, percent: int) -> None:
    looks = appearance.current()
    assert looks is not None
    long = "A risk whose words go on for longer than one line of any list that stands beside a form of fields"
    remembering.keep(session, Risk(new_id(), long, 5, 5, "Director of children’s services", long), "Keep")
    remembering.keep(session, remembering.new_decision(), "Keep")
    looks.choose_text_size(percent)
    view = records_of(window)
    wrong: list[str] = []
    for size in ((1366, 688), (1024, 640), (1920, 1080)):
        window.resize(*size)
        settle()
        wrong += [f"{size}: {said}" for said in (*cut(window), *overlaps(window))]
    assert unnamed(view) == too_small(view) == []
    looks.choose_text_size(100)
    assert not wrong, "\n".join(wrong)
