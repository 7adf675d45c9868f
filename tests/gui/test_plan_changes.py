from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.clipping import cut, overlaps, settle
from tests.gui.conftest import too_small, unnamed
from tests.gui.test_plan_dates import session, typed

from areasef.domain.identity import new_id
from areasef.domain.plan import Action, Actual, Delivery, Measure, Milestone, Priority
from areasef.domain.record import Decision, Risk
from areasef.services import planning, remembering
from areasef.services.session import Session
from areasef.services.what_changed import changed_since
from areasef.ui import appearance
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.changes_view import ChangesView, said_of
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.plan.records_view import RecordsView
from areasef.ui.window import Window

__all__ = ["session"]
TODAY = date.today()


def as_if_long_ago(session: Session) -> None:
    """Set the readings of everything logged so far back by a year: the only way to have a past in a test."""
    session.store._db.conn.execute(
        "UPDATE change_log SET clock = printf('%013d', substr(clock, 1, 13) - 31536000000) || substr(clock, 14)"
    )
    session.store._db.conn.commit()


def test_what_moved_is_told_with_before_and_after_and_what_came_back_is_not(session: Session) -> None:
    as_if_long_ago(session)
    clinics, adviser, young = session.store.all(Action)[1], session.store.all(Action)[2], session.store.all(Action)[4]
    planning.keep(session, replace(clinics, delivery=Delivery.OFF_TRACK))
    planning.keep(
        session, replace(clinics, delivery=Delivery.OFF_TRACK, new_due=date(2027, 5, 31), detail="More words")
    )
    planning.keep(session, replace(adviser, delivery=Delivery.SLIPPING))
    planning.keep(session, adviser)  # put back: nothing moved
    planning.remove(session, young)
    planning.add_action(session, clinics.priority_id, "A third clinic")
    found = {each.title: each for each in changed_since(session, TODAY)}
    assert set(found) == {clinics.title, young.title, "A third clinic"}
    told = [(each.what, each.before, each.after) for each in found[clinics.title].moved]
    assert told == [("New date", "31 Mar 2027", "31 May 2027"), ("Delivery", "Slipping", "Off track")]
    assert (found[young.title].fate, found["A third clinic"].fate) == ("Removed", "New")
    assert changed_since(session, TODAY + timedelta(days=1)) == ()


def test_every_part_of_the_plan_is_told_of(session: Session) -> None:
    planning.keep(session, Priority(new_id(), "Soon to go", position=8.0))
    remembering.keep(session, Risk(new_id(), "No room for clinics", 3, 4), "Keep a risk")
    as_if_long_ago(session)
    priority, gone = session.store.all(Priority)[0], session.store.all(Priority)[-1]
    measure, milestone, risk = (
        session.store.all(Measure)[0],
        session.store.all(Milestone)[0],
        session.store.all(Risk)[0],
    )
    planning.keep(session, replace(priority, outcome="Where I live makes no difference."))
    planning.keep(session, replace(measure, target=20.0, target_on=date(2027, 6, 30)))
    planning.keep(session, Actual(new_id(), measure.id, date(2026, 11, 20), 35.0))
    planning.keep(session, replace(milestone, reached=date(2026, 11, 19)))
    planning.report_on(session, measure.action_id, "The library offers two rooms.")
    remembering.keep(session, replace(risk, likelihood=5), "Change a risk")
    remembering.keep(session, Decision(new_id(), "Use the library", "SEND board"), "Keep a decision")
    planning.remove(session, gone)
    found = {each.kind: each for each in changed_since(session, TODAY)}
    assert list(found) == ["Priority", "Measure", "Value", "Milestone", "Update", "Risk", "Decision"]
    assert (found["Priority"].title, found["Priority"].fate) == ("Soon to go", "Removed")
    assert [(each.what, each.before, each.after) for each in found["Measure"].moved] == [
        ("Aim", "26", "20"),
        ("By", "31 Mar 2027", "30 Jun 2027"),
    ]
    assert (found["Value"].title, found["Value"].fate) == ("North wait: 35 weeks on 20 Nov 2026", "New")
    assert [(each.what, each.after) for each in found["Milestone"].moved] == [("Reached", "19 Nov 2026")]
    assert "The library offers two rooms." in found["Update"].title
    assert [(each.before, each.after) for each in found["Risk"].moved] == [("3", "5")]
    assert found["Decision"].fate == "New"
    assert {found[kind].action_id for kind in ("Measure", "Value", "Update")} == {measure.action_id}
    said = said_of(changed_since(session, TODAY), TODAY)
    assert "8 changes since" in said
    assert "2 priorities, 1 measure, 1 milestone, 1 value, 1 update, 1 risk, 1 decision." in said


def test_a_change_of_a_risk_leads_to_the_risk(window: Window, session: Session, qtbot: QtBot) -> None:
    as_if_long_ago(session)
    risk = Risk(new_id(), "No room for clinics", 3, 4)
    remembering.keep(session, risk, "Keep a risk")
    window.go(Target("plan", "changes"))
    assert isinstance(window.page, PlanPage)
    view = window.page.tabs.view
    assert isinstance(view, ChangesView)
    assert [(row.word, row.under_word) for row in view.list.entries.rows] == [("New", "Risk")]
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    records = window.page.tabs.view
    assert isinstance(records, RecordsView)
    assert records.list.current.endswith(risk.id)


def test_a_line_leads_to_its_action_and_another_day_asks_again(window: Window, session: Session, qtbot: QtBot) -> None:
    as_if_long_ago(session)
    action = session.store.all(Action)[0]
    planning.keep(session, replace(action, delivery=Delivery.SLIPPING))
    window.go(Target("plan", "changes"))
    assert isinstance(window.page, PlanPage)
    view = window.page.tabs.view
    assert isinstance(view, ChangesView)
    assert [row.detail for row in view.list.entries.rows] == ["Delivery: On track, now Slipping."]
    assert unnamed(view) == too_small(view) == []
    typed(qtbot, view.day.edit, "1 March 2099")
    assert view.list.entries.rows == ()
    assert view.says.text().startswith("Nothing in the plan changed")
    typed(qtbot, view.day.edit, "1 March 2026")
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert window.page.editor.thing_id == action.id


def test_no_word_of_what_changed_is_cut_in_large_text(window: Window, session: Session) -> None:
    looks = appearance.current()
    assert looks is not None
    looks.choose_text_size(200)
    window.go(Target("plan", "changes"))
    wrong: list[str] = []
    for size in ((1366, 688), (1024, 640), (1920, 1080)):
        window.resize(*size)
        settle()
        wrong += [f"{size}: {said}" for said in (*cut(window), *overlaps(window))]
    looks.choose_text_size(100)
    assert not wrong, "\n".join(wrong)
