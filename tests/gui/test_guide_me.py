from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import too_small, unnamed
from tests.gui.test_evaluate import page_of

from areasef.services import evaluating, guiding, writing
from areasef.services.session import Session
from areasef.ui import theme
from areasef.ui.desk import Desk
from areasef.ui.focus_order import tab_stops
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.overview.page import OverviewPage


def guided(desk: Desk) -> EvaluatePage:
    """Go to Overview and ask for the guide from there, as Ctrl K does."""
    desk.open(Target("overview"))
    desk.window.commands.run("guide.me")
    assert isinstance(desk.window.page, EvaluatePage)
    return desk.window.page


def test_a_question_becomes_a_statement_and_stays_in_sight_while_it_is_answered(
    desk: Desk, session: Session, qtbot: QtBot
) -> None:
    page = guided(desk)
    first, second = session.framework.strands[0].prompts[:2]
    assert page.guided.strip.isVisible()
    assert page.guided.strip.question == first.text
    start = page.guided.strip.button("Start a statement")
    assert start.hasFocus()
    qtbot.keyClick(start, Qt.Key.Key_Space)
    box = QApplication.focusWidget()
    assert box is not None
    assert page.guided.strip.question == first.text
    qtbot.keyClicks(box, "and we know it.")
    page.guided.strip.button("Next question").click()
    (kept,) = writing.statements(session, page.strand_id, page.writing.section.id)
    assert kept.prompt_id == first.id
    assert kept.body == f"{first.opening} and we know it."
    assert page.guided.strip.question == second.text
    assert page.writing.writing is None


def skip_all_of_the_first_strand(page: EvaluatePage, session: Session) -> None:
    for prompt in session.framework.strands[0].prompts:
        assert page.guided.strip.question == prompt.text
        page.guided.strip.button("Skip").click()
        assert page.guided.strip.buttons[0].hasFocus()


def test_skipping_asks_the_next_and_goes_on_to_the_next_strand(desk: Desk, session: Session) -> None:
    page = guided(desk)
    one, two = session.framework.strands[:2]
    evaluating.set_level(session, one.id, session.framework.levels[0].id)
    skip_all_of_the_first_strand(page, session)
    assert page.strand_id == two.id
    assert page.guided.strip.question == two.prompts[0].text


def test_after_the_last_question_of_a_strand_it_asks_how_the_strand_is_seen(
    desk: Desk, session: Session, qtbot: QtBot
) -> None:
    page = guided(desk)
    one, two = session.framework.strands[:2]
    skip_all_of_the_first_strand(page, session)
    assert page.strand_id == one.id
    assert page.guided.strip.question.startswith(f"How do you see {one.code}, {one.short_title}, as a whole?")
    page.guided.strip.button("Say how we see it").click()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.heading.picker in (focus, focus.parentWidget())
    page.heading.level_picked.emit(session.framework.levels[0].id)
    qtbot.waitUntil(lambda: page.guided.strip.question.endswith("Say why, or go on."))
    page.guided.strip.button("Say why we see it so").click()
    assert page.heading.saying_why
    page.guided.strip.button(f"Go on with {two.code}").click()
    assert page.strand_id == two.id
    assert page.guided.strip.question == two.prompts[0].text
    assert page.guided.strip.buttons[0].hasFocus()


def test_the_strip_says_what_comes_after_an_answer(desk: Desk, qtbot: QtBot) -> None:
    page = guided(desk)
    page.guided.strip.button("Start a statement").click()
    qtbot.keyClicks(QApplication.focusWidget(), "and we know it.")
    page.desk.finish()
    assert "your answer is kept. Cite a page for it on the right, or go on" in page.guided.strip.accessibleName()
    assert not page.writing.guide_me.isVisible()
    page.guided.strip.button("Stop").click()
    assert page.writing.guide_me.isVisible()


def test_who_writes_nothing_keeps_no_statement_and_is_asked_the_same_again(desk: Desk, session: Session) -> None:
    page = guided(desk)
    first = session.framework.strands[0].prompts[0]
    page.guided.strip.button("Start a statement").click()
    page.desk.finish()
    assert writing.statements(session, page.strand_id, page.writing.section.id) == ()
    assert page.guided.strip.question == first.text
    assert page.guided.strip.button("Start a statement").hasFocus()
    assert desk.window.toast.accessibleName() == "Nothing was written, so no statement is kept"


def test_who_goes_on_without_an_answer_passes_the_question_over(desk: Desk, session: Session) -> None:
    page = guided(desk)
    first, second = session.framework.strands[0].prompts[:2]
    page.guided.strip.button("Start a statement").click()
    page.guided.strip.button("Next question").click()
    assert writing.statements(session, page.strand_id, page.writing.section.id) == ()
    assert page.guided.strip.question == second.text
    assert guiding.skipped(session) == {first.id}


def test_a_question_whose_answer_was_undone_is_asked_again(desk: Desk, session: Session, qtbot: QtBot) -> None:
    page = guided(desk)
    first = session.framework.strands[0].prompts[0]
    page.guided.strip.button("Start a statement").click()
    qtbot.keyClicks(QApplication.focusWidget(), "and we know it.")
    page.desk.finish()
    for _ in range(2):  # the words, then the statement
        desk.window.commands.run("edit.undo")
    assert writing.statements(session, page.strand_id, page.writing.section.id) == ()
    assert page.guided.strip.question == first.text
    assert page.guided.strip.button("Start a statement").isVisible()


def test_coming_back_to_the_strand_asks_no_question_that_was_answered(desk: Desk, session: Session) -> None:
    page = guided(desk)
    one, two = session.framework.strands[:2]
    page.guided.strip.button("Start a statement").click()
    desk.window.go(Target("evaluate", "strand", two.id))
    desk.window.go(Target("evaluate", "strand", one.id))
    assert page.guided.strip.question == one.prompts[1].text


def test_it_is_stopped_and_taken_up_where_it_was_left(desk: Desk, session: Session) -> None:
    page = guided(desk)
    second = session.framework.strands[0].prompts[1]
    page.guided.strip.button("Skip").click()
    page.guided.strip.button("Stop").click()
    assert not page.guided.strip.isVisible()
    assert QApplication.focusWidget() is page.writing.add_button
    page.writing.guide_me.click()
    assert page.guided.strip.question == second.text


def test_the_end_is_said_and_what_was_skipped_can_be_asked_again(desk: Desk, session: Session) -> None:
    for strand in session.framework.strands:
        for prompt in strand.prompts:
            guiding.skip(session, prompt.id)
    page = guided(desk)
    assert page.guided.strip.accessibleName().startswith("Every question is answered or skipped")
    page.guided.strip.button("Ask the skipped ones again").click()
    assert page.guided.strip.question == session.framework.strands[0].prompts[0].text


def test_the_first_step_of_the_overview_leads_to_it(desk: Desk, qtbot: QtBot) -> None:
    desk.open(Target("overview"))
    overview = desk.window.page
    assert isinstance(overview, OverviewPage)
    overview.do_next.list.setFocus()
    qtbot.keyClick(overview.do_next.list, Qt.Key.Key_Return)
    assert isinstance(desk.window.page, EvaluatePage)
    assert desk.window.page.guided.strip.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_reached_by_tab_before_the_statements(desk: Desk, scale: float) -> None:
    page = guided(desk)
    theme.apply("light", scale)
    assert unnamed(page.guided.strip) == []
    assert too_small(page.guided.strip) == []
    stops = tab_stops(page)
    places = [stops.index(each) for each in (*page.guided.strip.buttons, page.writing.add_button)]
    assert places == sorted(places)


def test_it_begins_at_the_strand_at_hand(desk: Desk, session: Session) -> None:
    strand = session.framework.strands[4]
    page = page_of(desk, Target("evaluate", "strand", strand.id))
    page.writing.guide_me.click()
    assert page.guided.strip.question == strand.prompts[0].text


def test_in_another_strand_it_says_where_it_waits_and_leads_back(desk: Desk, session: Session) -> None:
    page = guided(desk)
    one, _, three = session.framework.strands[:3]
    desk.window.go(Target("evaluate", "strand", three.id))
    strip = page.guided.strip
    assert strip.accessibleName() == f"Guide me waits at {one.code}, question 1. {one.prompts[0].text}"
    assert [each.text() for each in strip.buttons] == [f"Back to {one.code}", f"Ask about {three.code}", "Stop"]
    strip.button(f"Back to {one.code}").click()
    assert page.strand_id == one.id
    assert strip.button("Start a statement").hasFocus()
    desk.window.go(Target("evaluate", "strand", three.id))
    strip.button(f"Ask about {three.code}").click()
    assert page.strand_id == three.id
    assert strip.question == three.prompts[0].text
