from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.gui.conftest import too_small, unnamed
from tests.gui.plan_content import fill

from areasef.domain.days import full_words
from areasef.domain.evidence import Evidence
from areasef.domain.identity import new_id
from areasef.domain.plan import Action, Actual, Delivery, Measure, Milestone
from areasef.services import planning, undoing
from areasef.services.gathering import checks
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace
from areasef.ui import theme
from areasef.ui.jobs import InlineJobs, Jobs
from areasef.ui.jumps import target_of
from areasef.ui.models.plan import HEADS, LEAD, TIMELINE, TITLE
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.plan.action_form import ActionForm
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, LineEntry, ManyEntry, NumberEntry
from areasef.ui.widgets.picker import parts_of
from areasef.ui.window import Window


@pytest.fixture
def filled(session: Session) -> dict[str, str]:
    return fill(session)


def plan_of(window: Window, target: Target | None = None) -> PlanPage:
    window.go(target or Target("plan"))
    assert isinstance(window.page, PlanPage)
    return window.page


def form_of(page: PlanPage) -> ActionForm:
    assert isinstance(page.editor.form, ActionForm)
    return page.editor.form


def line(page: PlanPage, name: str) -> LineEntry:
    entry = form_of(page).entries[name]
    assert isinstance(entry, LineEntry)
    return entry


def test_the_timeline_says_in_words_what_it_draws(window: Window, filled: dict[str, str]) -> None:
    page = plan_of(window)
    at = page.model.find(filled["clinics"])
    bar = page.model.index(at, TIMELINE)
    assert bar.data(Qt.ItemDataRole.AccessibleTextRole) == "October to January, now March. Slipping. 1 milestone."
    spoken = page.model.index(at, TITLE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("1.2 Two clinics a month in the north. Alderbrook Council. October to January, now March.")
    assert "Impact: Planned. 38, aim 26 weeks." in spoken
    assert spoken.count("Slipping") == 1, "nothing is said twice"
    assert "38, aim 26 weeks" in spoken
    assert page.model.headerData(TIMELINE, Qt.Orientation.Horizontal) == HEADS[TIMELINE]


def test_arrows_work_in_the_timeline_as_in_the_table(window: Window, filled: dict[str, str], qtbot: QtBot) -> None:
    page = plan_of(window)
    page.table.setCurrentIndex(page.model.index(1, TITLE))
    for view in (page.timeline, page.table):
        view.setFocus()
        row = view.currentIndex().row()
        qtbot.keyClick(view, Qt.Key.Key_Down)
        assert view.currentIndex().row() == row + 1
        assert not view.isColumnHidden(view.currentIndex().column()), "a listener hears a cell that is there"


def test_table_and_timeline_move_as_one(window: Window, filled: dict[str, str], qtbot: QtBot) -> None:
    page = plan_of(window)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.table.selectionModel() is page.timeline.selectionModel()
    assert [page.timeline.rowHeight(at) for at in range(len(page.model.rows))] == page.table.row_heights()
    window.resize(1366, 360)
    page.table.verticalScrollBar().setValue(40)
    assert page.timeline.verticalScrollBar().value() == page.table.verticalScrollBar().value() > 0


def test_the_line_of_sight_leads_to_the_statement(window: Window, filled: dict[str, str]) -> None:
    page = plan_of(window)
    page.go(Target("plan", "action", filled["clinics"]))
    page.close_editor()
    heads = [box.box.head for box in page.sight.boxes]
    assert heads[0] == "Finding 1, Jun 2024"
    back = page.sight.boxes[0].box.target
    assert (back.place, back.kind, bool(back.id)) == ("findings", "finding", True)
    assert heads[2] == "Slipping, due Mar 2027"
    assert page.sight.boxes[3].box.words == "North wait: from 41 weeks, now 38, target 26."
    assert page.sight.boxes[4].box.words == "No evidence of impact yet"
    assert page.sight.boxes[4].box.target == Target("plan", "action", filled["clinics"], "evidence_ids")
    assert page.sight.boxes[5].box.target == Target("evaluate", "statement", filled["statement"])
    page.sight.boxes[1].click()
    assert page.editor.thing_id == filled["waits"]


def test_an_action_for_a_statement_is_made_once_and_can_be_undone(
    window: Window, session: Session, filled: dict[str, str]
) -> None:
    page = plan_of(window)
    window.go(Target("plan", "new", "", filled["statement"]))
    made = session.store.get(Action, page.editor.thing_id)
    assert made is not None
    assert made.statement_ids == (filled["statement"],)
    assert made.priority_id == filled["waits"]
    assert line(page, "title").edit.hasFocus()
    assert line(page, "title").edit.selectedText() == "New action"
    window.go(Target("plan", "new", "", filled["statement"]))
    assert page.editor.thing_id == made.id


def test_what_is_typed_is_kept_when_the_field_is_left(
    window: Window, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = plan_of(window, Target("plan", "action", filled["clinics"]))
    edit = line(page, "title").edit
    edit.selectAll()
    qtbot.keyClicks(edit, "Three clinics a month")
    due = form_of(page).entries["due"]
    assert isinstance(due, DayEntry)
    due.edit.setFocus()
    assert session.store.all(Action, id=filled["clinics"])[0].title == "Three clinics a month"
    due.edit.setText("31 Feb 2027")
    window.commands.run("done")
    assert due.field.error == "There is no 31 February 2027. Type a date, like 7 March 2026"
    assert page.editor.form is not None
    due.edit.setText("28 Feb 2027")
    window.commands.run("done")
    assert page.editor.form is None
    kept = session.store.all(Action, id=filled["clinics"])[0]
    assert kept.due == date(2027, 2, 28)
    assert page.table.hasFocus()


def test_a_day_before_the_start_is_kept_and_said_under_its_box(
    window: Window, session: Session, filled: dict[str, str]
) -> None:
    page = plan_of(window, Target("plan", "action", filled["clinics"]))
    form = form_of(page)
    due = form.entries["due"]
    assert isinstance(due, DayEntry)
    due.edit.setText("1 March 2020")
    form.settle()
    starts = session.store.all(Action, id=filled["clinics"])[0].starts
    assert starts is not None
    said = f"Before the start, {full_words(starts)}"
    assert said in [each.text() for each in due.field.findChildren(QLabel) if each.isVisible()]
    assert due.edit.property("lastAnnouncement") == f"Due: {said}"
    assert session.store.all(Action, id=filled["clinics"])[0].due == date(2020, 3, 1)
    due.edit.setText("1 March 2090")
    form.settle()
    assert said not in [each.text() for each in due.field.findChildren(QLabel) if each.isVisible()]


def test_done_needs_evidence_or_a_reason(window: Window, session: Session, filled: dict[str, str]) -> None:
    page = plan_of(window, Target("plan", "action", filled["clinics"]))
    delivery = form_of(page).entries["delivery"]
    assert isinstance(delivery, ChoiceEntry)

    def choose_done() -> None:
        delivery.box.setCurrentIndex(delivery.box.findData("done"))
        delivery.box.activated.emit(delivery.box.currentIndex())

    choose_done()
    assert "cannot be called done" in delivery.field.error
    assert delivery.box.currentText() == "Slipping"
    item = Evidence(new_id(), "E-001", "Clinic survey")
    with session.store.write("Add") as batch:
        batch.put(item)
    page.refresh(None)
    evidence = form_of(page).entries["evidence_ids"]
    assert isinstance(evidence, ManyEntry)
    evidence.button.picked.emit((item.id,))
    choose_done()
    assert delivery.field.error == ""
    assert session.store.all(Action, id=filled["clinics"])[0].delivery is Delivery.DONE


def test_a_measure_gets_a_value_and_the_table_says_it(window: Window, session: Session, filled: dict[str, str]) -> None:
    page = plan_of(window, Target("plan", "action", filled["bridge"], "measures"))
    form = form_of(page)
    form.measures.add()
    part = form.measures.parts[0]
    for name, words in (("title", "Families seen"), ("unit", "families"), ("baseline", "40"), ("target", "1,200")):
        entry = part.entries[name]
        assert isinstance(entry, LineEntry | NumberEntry)
        entry.edit.setText(words)
    form.settle()
    made = session.store.all(Measure, action_id=filled["bridge"])[0]
    assert (made.title, made.unit, made.baseline, made.target) == ("Families seen", "families", 40.0, 1200.0)
    form.measures._add_value(made.id)
    value = next(each for name, each in form.measures.parts[0].entries.items() if name.startswith("value/"))
    assert isinstance(value, NumberEntry)
    value.edit.setText("212")
    form.finish()
    assert [each.value for each in session.store.all(Actual, measure_id=made.id)] == [212.0]
    row = page.model.row_at(page.model.find(filled["bridge"]))
    assert row is not None
    assert row.measure == "212, aim 1,200 families"


def test_a_milestone_is_added_and_reached(window: Window, session: Session, filled: dict[str, str]) -> None:
    page = plan_of(window, Target("plan", "action", filled["adviser"], "milestones"))
    box = form_of(page).milestones
    box.add()
    reached = box.parts[0].entries["reached"]
    assert isinstance(reached, DayEntry)
    reached.edit.setText("1 Nov 2026")
    form_of(page).finish()
    kept = session.store.all(Milestone, action_id=filled["adviser"])
    assert [each.reached for each in kept] == [date(2026, 11, 1)]


def test_deleting_takes_all_that_hangs_on_it_and_undo_brings_it_back(
    window: Window, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = plan_of(window)
    page.go(Target("plan", "action", filled["clinics"]))
    page.close_editor()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert session.store.all(Measure) == ()
    assert page.model.find(filled["clinics"]) == -1
    assert page.table.currentIndex().isValid()
    undoing.undo(session)
    page.refresh(None)
    assert len(session.store.all(Measure)) == 1
    assert page.model.find(filled["clinics"]) >= 0


def test_moving_keeps_the_row_at_hand(window: Window, filled: dict[str, str]) -> None:
    page = plan_of(window)
    page._select(filled["reviews"])
    window.commands.run("move_up")
    row = page.table.current_row()
    assert row is not None
    assert (row.key, row.ref) == (filled["reviews"], "2.1")


def test_by_partner_an_action_stands_under_everybody_who_takes_part(window: Window, filled: dict[str, str]) -> None:
    page = plan_of(window)
    next(part for part in parts_of(page.views) if part.text() == "By partner").click()
    under: dict[str, list[str]] = {}
    for row in page.model.rows:
        if row.is_group:
            heading = row.ref
        else:
            under.setdefault(heading, []).append(row.title)
    assert "Bridge offer in all six localities" in under["Alderbrook Council"]
    assert "Bridge offer in all six localities" in under["NHS Three Rivers ICB"]
    assert page.model.index(1, LEAD).data() == "NHS Three Rivers ICB"


def test_an_empty_plan_offers_the_one_next_step(window: Window, session: Session) -> None:
    page = plan_of(window)
    assert page._begin.hasFocus()
    page._begin.click()
    assert [each.title for each in planning.priorities(session)] == ["New priority"]
    assert page.editor.form is not None


def test_what_nobody_called_anything_yet_is_named_by_typing_also_when_it_is_opened_again(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    page = plan_of(window)
    page.add_action()
    page.close_editor()
    page._edit_current()
    qtbot.keyClicks(line(page, "title").edit, "Join the figures")
    page.leave()
    assert [each.title for each in planning.actions(session)] == ["Join the figures"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_is_named_and_large_enough(window: Window, filled: dict[str, str], scale: float) -> None:
    page = plan_of(window, Target("plan", "action", filled["clinics"]))
    theme.apply("light", scale)
    assert unnamed(page) == []
    assert too_small(page) == []


def test_two_hundred_actions_are_laid_and_painted(window: Window, session: Session, filled: dict[str, str]) -> None:
    with session.store.write("Many") as batch:
        for at in range(200):
            batch.put(Action(new_id(), filled["advice"], f"Action {at} of a long plan", position=10.0 + at))
    page = plan_of(window)
    page.refresh(None)
    assert len(page.model.rows) == 207
    page.table.scrollToBottom()
    assert page.timeline.verticalScrollBar().value() == page.table.verticalScrollBar().maximum()


def test_a_reader_can_look_at_every_field_and_is_told_why_nothing_changes(
    dressed: QApplication, preferences: Preferences, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    session.close()
    reader = open_workspace(session.document, read_only=True)
    try:
        window = Window(reader, registry.pages(), preferences, jobs=InlineJobs())
        qtbot.addWidget(window)
        window.show()
        page = plan_of(window, Target("plan", "action", filled["clinics"]))
        assert line(page, "title").edit.isReadOnly()
        page.close_editor()
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
        assert not page._banner.isHidden()
        assert page.model.find(filled["clinics"]) >= 0
        page.add_action()
        assert page.editor.form is None
    finally:
        reader.close()


def test_the_check_that_asks_for_an_action_leads_to_a_new_one(
    window: Window, session: Session, filled: dict[str, str]
) -> None:
    for action in planning.actions(session):
        planning.keep(session, replace(action, statement_ids=()))
    for priority in planning.priorities(session):
        planning.keep(session, replace(priority, statement_ids=()))
    asked = [check for check in checks(session) if check.code.startswith("development_without_action")]
    assert asked
    window.go(target_of(asked[0]))
    assert isinstance(window.page, PlanPage)
    made = session.store.get(Action, window.page.editor.thing_id)
    assert made is not None
    assert made.statement_ids == (filled["statement"],)


def test_a_jump_made_before_the_plan_is_read_arrives_once_it_is(
    dressed: QApplication, preferences: Preferences, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    window = Window(session, registry.pages(), preferences, jobs=Jobs())
    qtbot.addWidget(window)
    window.show()
    action = session.store.all(Action)[0]
    page = plan_of(window, Target("plan", "action", action.id, "title"))
    assert not page.model.rows
    qtbot.waitUntil(lambda: page.editor.thing_id == action.id)
    window.jobs.finish()


def test_what_is_off_track_is_shown_at_once_where_the_plan_was_read_and_a_tab_opened_meanwhile_stays(
    dressed: QApplication, preferences: Preferences, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    window = Window(session, registry.pages(), preferences, jobs=Jobs())
    qtbot.addWidget(window)
    window.show()
    page = plan_of(window, Target("plan", "off_track"))
    window.arrive_now()
    page.tabs.bar.open(1)
    window.jobs.finish()
    assert page.tabs.view is not None, "whoever opened another tab while the plan was read is not thrown back"
    window.go(Target("plan", "off_track"))
    assert page.only.words.endswith("off track or slipping.")
    assert {row.action.delivery for row in page.model.rows if row.action} <= {Delivery.OFF_TRACK, Delivery.SLIPPING}
    window.jobs.finish()


def test_without_a_plan_there_is_nothing_to_choose_a_view_of(window: Window) -> None:
    assert not plan_of(window).views.isVisible()


def test_each_tab_of_the_plan_says_what_it_is_for(window: Window, filled: dict[str, str]) -> None:
    page = plan_of(window)
    said = []
    for at in range(len(page.tabs.views) + 1):
        page.tabs.bar.open(at)
        said.append(page._sentence.text())
    assert all(said)
    assert len(set(said)) == len(said)
    page.tabs.bar.open(0)
    assert page._sentence.text() == said[0]
