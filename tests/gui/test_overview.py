from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.gui import overview_content
from tests.gui.clipping import settle
from tests.gui.conftest import too_small, unnamed

from areasef.domain.plan import Action, Delivery
from areasef.services import evaluating, partnering, writing
from areasef.services.looking_ahead import glance
from areasef.services.session import Session
from areasef.ui import appearance
from areasef.ui.desk import Desk
from areasef.ui.dialogs.editor import Editor
from areasef.ui.models.overview_rows import Column, OverviewModel
from areasef.ui.navigation import Target
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.overview.page import OverviewPage
from areasef.ui.pages.overview.side_cards import DoNext
from areasef.ui.pages.plan.changes_view import ChangesView
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.check_rows import CheckRow


def _page(desk: Desk) -> OverviewPage:
    desk.open(Target("overview"))
    page = desk.window.page
    assert isinstance(page, OverviewPage)
    return page


def test_the_header_says_what_the_page_is_and_is_not(desk: Desk) -> None:
    page = _page(desk)
    sentence = page.findChild(QLabel, "sentence")
    assert sentence is not None
    assert sentence.isVisible()
    assert sentence.text() == "How Alderbrook sees itself on 23 November 2026. A self-view, not a predicted outcome."


def _cell(page: OverviewPage, code: str, column: Column) -> str:
    model = page.table.rows
    row = next(at for at in range(model.rowCount()) if str(model.index(at, 0).data()).startswith(f"{code} "))
    return str(model.index(row, column).data())


def test_every_figure_carries_its_whole_and_leads_to_what_it_counts(desk: Desk, session: Session) -> None:
    overview_content.fill(session)
    page = _page(desk)
    said = [button.accessibleName() for button in page.figures.buttons]
    assert said[0] == "19 of 30 statements backed by evidence"
    assert said[1] == "10 items of evidence, 1 stale"
    assert "must be fixed" in said[2]
    assert said[3] == "2 actions, 1 off track or slipping"
    page.figures.buttons[3].click()
    assert desk.window.place == "plan"


def off_track(desk: Desk, session: Session) -> PlanPage:
    """Press what Overview says of the plan, and return where that leads."""
    overview_content.fill(session)
    _page(desk).figures.buttons[3].click()
    plan = desk.window.page
    assert isinstance(plan, PlanPage)
    return plan


def test_off_track_leads_to_those_actions_alone_and_all_are_one_press_away(desk: Desk, session: Session) -> None:
    plan = off_track(desk, session)
    assert [row.title for row in plan.model.rows] == ["Help sooner", "Train 40 more reception teachers"]
    assert plan.only.words == "1 of 2 actions is off track or slipping."
    assert plan.table.hasFocus()
    plan.only.press()
    assert plan.only.isHidden()
    assert sum(1 for row in plan.model.rows if row.action) == 2


def test_a_jump_to_an_action_that_is_not_off_track_shows_all_again(desk: Desk, session: Session) -> None:
    plan = off_track(desk, session)
    first = next(each for each in session.store.all(Action) if each.delivery is Delivery.ON_TRACK)
    desk.window.go(Target("plan", "action", first.id))
    assert plan.only.isHidden()
    row = plan.table.current_row()
    assert row is not None
    assert row.key == first.id


def test_stale_leads_to_those_items_alone_and_all_are_one_press_away(desk: Desk, session: Session) -> None:
    overview_content.fill(session)
    page = _page(desk)
    page.figures.buttons[1].click()
    evidence = desk.window.page
    assert isinstance(evidence, EvidencePage)
    view = evidence.view
    assert view.model.rowCount() == 1
    assert view.stale_banner.words == "1 of 10 items is stale. Old for its kind on the as-at date."
    view.stale_banner.press()
    assert view.stale_banner.isHidden()
    assert view.model.rowCount() == 10


def test_ask_health_asks_the_body_of_health_for_evidence_of_that_strand(desk: Desk, session: Session) -> None:
    strand, section = session.framework.strands[0], session.framework.sections[0]
    writing.add_statement(session, strand.id, section.id, "Children are seen early.")
    page = _page(desk)
    [row] = [each for each in page.do_next.list.rows if each.fix == "Ask health"]
    page.do_next.list.followed.emit(row.payload)
    evidence = desk.window.page
    assert isinstance(evidence, EvidencePage)
    asked = evidence.verbs.dialog
    assert isinstance(asked, Editor)
    assert asked.windowTitle() == "What do you ask a partner for?"
    board = next(each for each in partnering.partners(session) if each.agency_id == "health")
    assert (asked.values["partner_id"], asked.values["strand_ids"]) == (board.id, (strand.id,))
    asked.reject()


def test_questions_that_were_begun_go_on_while_a_strand_stands_empty(desk: Desk, session: Session) -> None:
    strand = session.framework.strands[1]
    section = session.framework.sections[0].id
    writing.add_statement(session, strand.id, section, "Children say so.", prompt=strand.prompts[0])
    page = _page(desk)
    row = page.do_next.list.rows[0]
    assert (row.what, row.fix) == ("Go on with the questions", "Guide me")
    assert row.where.startswith(f"{strand.code}, question 2 of {len(strand.prompts)}. ")
    for each in session.framework.strands:
        writing.add_statement(session, each.id, section, "Families say so.")
    page.refresh(None)
    assert "Go on with the questions" not in [each.what for each in page.do_next.list.rows]


def test_what_changed_in_the_plan_is_one_press_away_once_there_is_a_plan(desk: Desk, session: Session) -> None:
    page = _page(desk)
    assert page.changed.isHidden()
    overview_content.fill(session)
    page.refresh(None)
    assert page.changed.isVisible()
    page.changed.click()
    plan = desk.window.page
    assert isinstance(plan, PlanPage)
    assert isinstance(plan.tabs.view, ChangesView)


def test_the_table_says_view_backing_age_agreement_and_checks_in_words(desk: Desk, session: Session) -> None:
    overview_content.fill(session)
    page = _page(desk)
    assert _cell(page, "I1", Column.VIEW) == "Strength"
    assert _cell(page, "I1", Column.BACKED) == "1 of 3"
    assert _cell(page, "I1", Column.NEWEST) == "2 weeks"
    assert _cell(page, "I1", Column.AGREED) == "All three"
    assert _cell(page, "I2", Column.AGREED) == "1 of 3"
    assert _cell(page, "I3", Column.AGREED) == "Forum differs"
    assert _cell(page, "L3", Column.NEWEST) == "Stale, 14 months"
    assert _cell(page, "L4", Column.NEWEST) == "Ageing, 7 months"
    assert _cell(page, "L6", Column.VIEW) == "No view yet"
    assert _cell(page, "L6", Column.AGREED) == "Not asked yet"
    assert _cell(page, "I1", Column.CHECKS).endswith(" open")


def test_a_strand_is_said_with_the_age_that_is_shown(desk: Desk, session: Session) -> None:
    overview_content.fill(session)
    page = _page(desk)
    said = str(page.table.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Newest evidence 2 weeks." in said


def test_words_alone_show_no_level(desk: Desk, session: Session) -> None:
    overview_content.fill(session)
    evaluating.change_evaluation(session, replace(session.evaluation, levels_shown=False))
    page = _page(desk)
    assert _cell(page, "I1", Column.VIEW) == "Said in words"


def test_enter_on_a_cell_goes_to_the_strand_and_on_its_checks_to_the_checks(
    desk: Desk, session: Session, qtbot: QtBot
) -> None:
    page = _page(desk)
    went: list[Target] = []
    page.table.followed.connect(went.append)
    page.table.setCurrentIndex(page.table.rows.index(1, Column.BACKED))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    desk.window.go(Target("overview"))
    page.table.setCurrentIndex(page.table.rows.index(1, Column.CHECKS))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    strand = session.framework.strands[0].id
    assert went == [
        Target("evaluate", "strand", strand, "statements"),
        Target("evaluate", "checks", strand),
    ]
    assert desk.window.place == "evaluate"


def test_an_empty_file_says_what_to_do_first_and_the_focus_is_there(desk: Desk, session: Session) -> None:
    page = _page(desk)
    assert page.do_next.list.rows[1].what == "Write a first statement"
    assert desk.window.focusWidget() is page.do_next.list
    assert page.do_next.list.rows[0].payload == Target("evaluate", "guide")
    assert page.do_next.list.rows[1].payload == Target("evaluate", "strand", session.framework.strands[0].id)


def test_the_page_follows_a_write_made_elsewhere(desk: Desk, session: Session) -> None:
    page = _page(desk)
    framework = session.framework
    made = writing.add_statement(session, framework.strands[0].id, framework.sections[0].id, "We visit every family.")
    desk.window.bus.say(writing.reword(session, made.id, "We visit every family twice."))
    assert _cell(page, "I1", Column.BACKED) == "0 of 1"
    assert page.do_next.list.rows[1].what != "Write a first statement"


def test_what_is_due_next_is_counted_in_working_days(desk: Desk, session: Session) -> None:
    overview_content.fill(session)
    page = _page(desk)
    said = [each.accessibleName() for each in page.coming.due]
    assert "Past: 1 date went by. Not done" in said
    assert "8 Dec: Publish the waiting list every month. 11 working days" in said
    # Christmas Day and the day in lieu of Boxing Day lie between
    assert "29 Dec: Forum answer on short breaks. 24 working days" in said


def test_the_model_keeps_the_rules_of_models(session: Session) -> None:
    model: QAbstractItemModel = OverviewModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert isinstance(model, OverviewModel)
    model.show_glance(session.framework, glance(session))
    overview_content.fill(session)
    model.show_glance(session.framework, glance(session))
    assert model.rowCount() == 13
    del tester


def test_every_strand_is_heard_whole(desk: Desk, session: Session) -> None:
    overview_content.fill(session)
    page = _page(desk)
    heard = page.table.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("I1, Needs identified and assessed. Strength. 1 of 3 statements backed.")
    backed = page.table.rows.index(1, Column.BACKED).data(Qt.ItemDataRole.AccessibleTextRole)
    assert backed == "1 of 3", "the head of the column is told beside it"


def test_every_control_is_named_and_large_enough(desk: Desk, session: Session) -> None:
    overview_content.fill(session)
    page = _page(desk)
    assert unnamed(page) == []
    assert too_small(page) == []


def test_a_header_button_is_whole_at_every_text_size(desk: Desk, qtbot: QtBot) -> None:
    page = _page(desk)
    desk.window.resize(1366, 688)
    looks = appearance.current()
    assert looks is not None
    (button,) = [each for each in page.findChildren(Button) if each.text().strip() == "Open the checks"]
    held = button.parentWidget()
    assert held is not None
    for percent in (100, 125, 150):
        looks.choose_text_size(percent)
        qtbot.waitUntil(lambda: held.width() >= button.sizeHint().width() and held.rect().contains(button.geometry()))


def test_no_check_is_said_to_be_closed_before_any_was_looked_at(dressed: QApplication, qtbot: QtBot) -> None:
    card = DoNext()
    qtbot.addWidget(card)
    card.show()
    words = next(each for each in card.findChildren(QLabel) if each.text().startswith("No check is open"))
    assert not words.isVisible()
    card.show_checks(())
    assert words.isVisible()


def test_what_to_do_next_is_as_high_as_its_rows_at_every_width(desk: Desk, qtbot: QtBot) -> None:
    page = _page(desk)
    rows = page.do_next.list
    long = CheckRow("look", "A check that says more than one line holds beside its link", "I1", "Find evidence")
    page.do_next._show([long] * 3)

    def fits() -> bool:
        rows.doItemsLayout()
        return rows.height() == rows.whole_height()

    for width in (1366, 1000, 1366):
        desk.window.resize(width, 688)
        settle()
        qtbot.waitUntil(fits)
