from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.gui.clipping import cut, overlaps, settle
from tests.gui.conftest import too_small, unnamed
from tests.gui.plan_content import fill

from areasef.domain.deadline import ReportClock
from areasef.services import scheduling
from areasef.services.session import Session
from areasef.ui import appearance
from areasef.ui.jobs import InlineJobs
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.plan.dates_view import DatesView
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.preferences import Preferences
from areasef.ui.window import Window


@pytest.fixture
def session(session: Session) -> Session:
    fill(session)
    return session


@pytest.fixture
def begun(session: Session) -> Session:
    clock = scheduling.current_clock(session)
    day, seen = date(2026, 11, 16), date(2026, 9, 18)
    scheduling.keep_clock(session, replace(clock, outcome_id="systemic_failings", received=day, inspected=seen))
    return session


def dates_of(window: Window, target: Target | None = None) -> DatesView:
    window.go(target or Target("plan", "dates"))
    assert isinstance(window.page, PlanPage)
    view = window.page.tabs.view
    assert isinstance(view, DatesView)
    return view


def typed(qtbot: QtBot, edit: QLineEdit, words: str) -> None:
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, words)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def test_a_day_of_receipt_is_typed_and_the_calendar_stands_there(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    view = dates_of(window)
    received = view.form.clock_entries["received"].field.control
    assert received.hasFocus()
    assert view.head.says.text().startswith("No dates yet. Still to say: the outcome that the report states")
    outcome = view.form.clock_entries["outcome_id"].field.control
    outcome.setCurrentIndex(outcome.findData("systemic_failings"))  # type: ignore[attr-defined]
    outcome.activated.emit(outcome.currentIndex())  # type: ignore[attr-defined]
    assert isinstance(received, QLineEdit)
    typed(qtbot, received, "16 November 2026")
    assert len(session.store.all(ReportClock)) == 1
    spoken = [row.spoken for row in view.list.entries.rows]
    assert (
        "7 Jan 2027. Thursday. Priority action plan: submit. 35 working days after the final report was received, "
        "16 November 2026. Unverified. To do. 30 working days left." in spoken
    )


def test_an_interval_can_be_changed_where_it_stands_and_taken_back(
    window: Window, begun: Session, qtbot: QtBot
) -> None:
    view = dates_of(window, Target("plan", "date", "priority_action_plan"))
    assert view.list.current == "priority_action_plan"
    assert view.form.heading.text() == "Priority action plan: submit"
    typed(qtbot, view.form.amount.edit, "30")
    at = view.list.entries.find("priority_action_plan")
    assert view.list.entries.rows[at].lead == "30 Dec 2026"
    assert "Your own interval. The pack says 35" in view.form.reason.text()
    view.form.back.click()
    assert view.list.entries.rows[view.list.entries.find("priority_action_plan")].lead == "7 Jan 2027"
    typed(qtbot, view.form.amount.edit, "2.5")
    assert view.form.amount.field.error == "Type a whole number from 0 to 1000"


def test_a_meeting_after_the_last_day_says_so_at_its_field(window: Window, begun: Session, qtbot: QtBot) -> None:
    view = dates_of(window, Target("plan", "date", "icb_board_meeting"))
    typed(qtbot, view.form.own_day.edit, "6 January 2027")
    assert view.form.own_day.field.error == "After the last day, 5 January 2027"
    row = view.list.entries.rows[view.list.entries.find("icb_board_meeting")]
    assert (row.lead, row.word) == ("6 Jan 2027", "Too late")


def test_a_tick_says_done_and_undo_takes_it_back(window: Window, begun: Session) -> None:
    view = dates_of(window, Target("plan", "date", "cabinet_papers"))
    view.form.done.click()
    assert view.list.entries.rows[view.list.entries.find("cabinet_papers")].word.startswith("Done ")
    assert isinstance(window.page, PlanPage)
    window.page.context.undo()
    assert view.list.entries.rows[view.list.entries.find("cabinet_papers")].word == "To do"
    assert not view.form.done.isChecked()


def test_a_line_of_coming_up_leads_to_its_date(window: Window, begun: Session) -> None:
    window.go(Target("overview"))
    page = window.page
    line = next(each for each in page.coming.due if "Cabinet papers" in each.accessibleName())  # type: ignore[union-attr]
    line.click()
    assert isinstance(window.page, PlanPage)
    view = window.page.tabs.view
    assert isinstance(view, DatesView)
    assert view.list.current == "cabinet_papers"


def test_the_calendar_is_exported_where_somebody_wants_it(
    window: Window, begun: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = dates_of(window)
    monkeypatch.setattr(view, "ask_where", lambda start: str(tmp_path / "dates"))
    view.export_button.click()
    assert (tmp_path / "dates.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == len(
        scheduling.schedule(begun).still_to_come
    )


def test_the_table_stands_behind_the_first_tab_with_its_buttons(window: Window, begun: Session) -> None:
    view = dates_of(window)
    page = window.page
    assert isinstance(page, PlanPage)
    assert not page.views.isVisible()
    page.tabs.bar.open(0)
    assert page.views.isVisible()
    assert not view.isVisible()
    window.go(Target("plan", "date", "cabinet_papers"))
    assert page.tabs.view is view
    window.go(Target("plan", "action", page.model.rows[1].key))
    assert page.tabs.view is None


@pytest.mark.parametrize("percent", [100, 200])
def test_no_word_of_the_dates_is_cut(window: Window, begun: Session, percent: int) -> None:
    looks = appearance.current()
    assert looks is not None
    looks.choose_text_size(percent)
    wrong: list[str] = []
    view = dates_of(window, Target("plan", "date", "priority_action_plan"))
    for size in ((1366, 688), (1024, 640), (1920, 1080)):
        window.resize(*size)
        settle()
        wrong += [f"{size}: {said}" for said in (*cut(window), *overlaps(window))]
    assert unnamed(view) == too_small(view) == []
    looks.choose_text_size(100)
    assert not wrong, "\n".join(wrong)


def test_a_reader_sees_the_dates_and_changes_none(
    dressed: QApplication, preferences: Preferences, begun: Session, qtbot: QtBot
) -> None:
    begun.store.publish()
    begun.store.read_only = True
    made = Window(begun, registry.pages(), preferences, jobs=InlineJobs())
    qtbot.addWidget(made)
    made.show()
    view = dates_of(made, Target("plan", "date", "priority_action_plan"))
    assert view.form.amount.edit.isReadOnly()
    assert not view.form.done.isEnabled()
    assert view.export_button.isVisible()
    begun.store.read_only = False
