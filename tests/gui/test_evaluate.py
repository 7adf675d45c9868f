from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFocusFrame, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import AREA
from tests.gui.clipping import settle
from tests.gui.conftest import desk_for, too_small, unnamed
from tests.gui.evaluate_content import fill
from tests.unit.store.crashing import kill_after, start

from areasef.domain.evaluation import Answer
from areasef.domain.identity import new_id
from areasef.domain.statement import State, plain
from areasef.services import evaluating, gathering, writing
from areasef.services.session import Session
from areasef.services.workspaces import create_workspace, open_workspace
from areasef.ui import theme
from areasef.ui.desk import Desk
from areasef.ui.dialogs.answers import AnswerQuestion, WordsQuestion
from areasef.ui.focus_order import tab_stops
from areasef.ui.jobs import InlineJobs
from areasef.ui.jumps import target_of
from areasef.ui.navigation import Target
from areasef.ui.opening import Opening
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.evaluate.writing_card import WritingCard
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.chooser import Chooser


@pytest.fixture
def filled(session: Session, tmp_path: Path) -> dict[str, str]:
    return fill(session, tmp_path)


def page_of(desk: Desk, target: Target | None = None) -> EvaluatePage:
    desk.open(target or Target("evaluate"))
    page = desk.window.page
    assert isinstance(page, EvaluatePage)
    return page


def writing_card(page: EvaluatePage) -> WritingCard:
    assert page.writing.writing is not None
    return page.writing.writing


def press(asked: QWidget, words: str) -> None:
    next(each for each in asked.findChildren(Button) if each.text() == words).click()


def body_of(session: Session, statement_id: str) -> str:
    kept = writing.statement(session, statement_id)
    assert kept is not None
    return plain(kept.body)


def test_a_statement_is_begun_written_and_closed_by_keys(desk: Desk, session: Session, qtbot: QtBot) -> None:
    page = page_of(desk)
    desk.window.commands.run("new")
    card = writing_card(page)
    assert card.box.hasFocus()
    qtbot.keyClicks(card.box, "We visit every family twice.")
    qtbot.keyClick(card.box, Qt.Key.Key_Return)
    assert page.desk.editing == ""
    kept = writing.statements(session, page.strand_id, page.writing.section.id)
    assert [each.body for each in kept] == ["We visit every family twice."]
    assert page.writing.cards[0].hasFocus()
    assert "Statement 1 of 1, Draft, by R. Okafor." in page.writing.cards[0].accessibleName()


_TYPING = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from areasef.services.workspaces import open_workspace
from areasef.ui import application
from areasef.ui.desk import Desk
from areasef.ui.jobs import InlineJobs
from areasef.ui.navigation import Target
from areasef.ui.preferences import Preferences
preferences = Preferences()
app = application.build([], preferences)
desk = Desk(open_workspace(Path(sys.argv[1]), "R. Okafor"), preferences, lambda: None, InlineJobs())
desk.open(Target("evaluate"))
page = desk.window.page
page.heading.focus_field("reason")
page.heading.reason.edit.insertPlainText("Waits fell")
page.heading.typed.connect(lambda field, words: print(field, flush=True))
page.heading.typed.connect(lambda field, words: begin())
def begin():
    desk.window.commands.run("new")
    box = page.writing.writing.box
    box.typed.connect(lambda words: print("body", flush=True))
    QTest.keyClicks(box, "Half a sentence that nobody fini")
app.exec()
"""


def test_what_is_typed_is_kept_within_a_second_and_survives_a_kill(
    dressed: QApplication, preferences: Preferences, tmp_path: Path, desk: Desk
) -> None:
    document = tmp_path / "Killed.areasef"
    create_workspace(document, AREA, "R. Okafor").close()
    assert kill_after(start(_TYPING, document), 2)[:2] == ["reason", "body"]
    opened: list[Session] = []
    opening = Opening(InlineJobs(), desk.window.errors)
    opening.opened.connect(opened.append)
    opening.open(document, "R. Okafor")
    [again] = opened
    try:
        strand = again.framework.strands[0].id
        kept = writing.statements(again, strand, again.framework.sections[0].id)
        assert [each.body for each in kept] == ["Half a sentence that nobody fini"]
        assert evaluating.self_view(again, strand).reason == "Waits fell"
        assert again.store.drafts() == ()
    finally:
        again.close()


def test_a_change_elsewhere_leaves_the_words_being_typed_and_the_caret(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["speech"]))
    box = writing_card(page).box
    box.set_caret(3)
    qtbot.keyClicks(box, " long")
    desk.window.bus.say(evaluating.set_level(session, page.strand_id, "mixed"))
    assert writing_card(page).box is box
    assert plain(box.body()).startswith("The long average wait")
    assert box.caret() == 8
    assert page.heading.picker.chosen == "mixed"


def test_undo_goes_on_from_the_box_to_the_whole_and_back(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    box = writing_card(page).box
    before = body_of(session, filled["north"])
    box.set_caret(len(box.body()))
    qtbot.keyClicks(box, " So it is.")
    desk.window.commands.run("edit.undo")
    assert body_of(session, filled["north"]) == before == plain(box.body())
    desk.window.commands.run("edit.redo")
    assert body_of(session, filled["north"]) == before + " So it is."
    assert plain(box.body()) == before + " So it is."
    assert page.desk.editing == filled["north"]


def test_statements_are_walked_and_moved_by_keys(desk: Desk, session: Session, filled: dict[str, str]) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["bridge"]))
    desk.window.commands.run("done")
    desk.window.commands.run("next")
    assert page.writing.cards[1].hasFocus()
    desk.window.commands.run("move_up")
    order = [each.id for each in writing.statements(session, filled["strand"], "impact")]
    assert order == [filled["speech"], filled["bridge"], filled["north"]]
    assert page.desk.current == filled["speech"]
    assert page.writing.cards[0].hasFocus()
    desk.window.commands.run("edit")
    desk.window.commands.run("next")
    assert page.desk.editing == filled["bridge"]
    desk.window.commands.run("move.next_tab")
    assert page.writing.section.id == "better"
    assert page.desk.editing == ""


def test_agreeing_says_who_and_when_and_a_change_afterwards_is_told(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "strand", filled["strand"]))
    page.writing.open_section("impact")
    page.acts.agree(filled["north"])
    kept = writing.statement(session, filled["north"])
    assert kept is not None
    assert kept.state is State.AGREED
    assert [each.partner_id for each in evaluating.agreements_of(session, filled["north"])] == [filled["council"]]
    assert desk.window.toast.words == "Agreed for Council"
    page.desk.edit(filled["north"])
    qtbot.keyClicks(writing_card(page).box, "Now. ")
    desk.window.commands.run("done")
    card = page.writing.card_of(filled["north"])
    assert card is not None
    assert "Changed since agreed" in card.accessibleName()
    page.acts.reopen(filled["north"])
    card = page.writing.card_of(filled["north"])
    assert card is not None
    assert "Draft, by R. Okafor" in card.accessibleName()


def test_the_bin_gives_the_focus_to_the_next_and_the_toast_gives_it_back(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["speech"]))
    desk.window.commands.run("done")
    page.acts.bin(filled["speech"])
    assert [card.statement_id for card in page.writing.cards] == [filled["bridge"], filled["north"]]
    assert page.writing.cards[1].hasFocus()
    assert "in the bin" in desk.window.toast.words
    desk.window.toast.button.click()
    assert len(page.writing.cards) == 3
    card = page.writing.card_of(filled["speech"])
    assert card is not None
    assert "1 page supports" in card.accessibleName()


def test_a_check_leads_to_the_very_field(desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot) -> None:
    page = page_of(desk)
    open_checks = {check.code: check for check in gathering.checks(session) if check.strand_id == filled["strand"]}
    desk.window.go(target_of(open_checks["impact_without_evidence"]))
    assert page.desk.editing in (filled["bridge"], filled["speech"])
    assert writing_card(page).box.hasFocus()
    desk.window.go(target_of(open_checks["self_view_without_reason"]))
    assert page.heading.reason.edit.hasFocus()
    kept = writing.statement(session, filled["north"])
    assert kept is not None
    desk.window.bus.say(writing.change_statement(session, replace(kept, confidence="low")))  # type: ignore[arg-type]
    low = next(each for each in gathering.checks(session) if each.code == "low_confidence_without_reason")
    desk.window.go(target_of(low))
    assert page.desk.editing == filled["north"]
    assert writing_card(page).fields.reason.hasFocus()


def test_f7_steps_through_the_checks_and_enter_follows_one(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = page_of(desk)
    desk.window.commands.run("move.next_check")
    first = page.checks.list.rows[0]
    assert first.severity == "must"
    assert page.checks.list.hasFocus()
    qtbot.keyClick(page.checks.list, Qt.Key.Key_Return)
    assert page.desk.editing == first.payload.id  # type: ignore[attr-defined]
    desk.window.go(Target("evaluate", "checks", filled["strand"]))
    assert page.checks.list.hasFocus()
    codes = {row.where[:2] for row in page.checks.list.rows}
    assert codes == {"I3"}
    qtbot.keyClick(page.checks.list, Qt.Key.Key_Return)
    assert not page.checks.list.hasFocus()


def test_a_prompt_becomes_a_statement_in_one_press(desk: Desk, session: Session, qtbot: QtBot) -> None:
    page = page_of(desk)
    desk.window.commands.run("guide")
    assert page.guide.isVisible()
    button = page.guide.start_buttons()[0]
    prompt = page.strand.prompts[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    card = writing_card(page)
    assert card.box.hasFocus()
    assert card.box.body() == f"{prompt.opening} "
    kept = writing.statement(session, card.statement_id)
    assert kept is not None
    assert kept.prompt_id == prompt.id
    assert page.guide.isVisible()
    desk.window.commands.run("guide")
    assert page.evidence.isVisible()


def test_a_body_sees_a_strand_differently_in_its_own_words(
    desk: Desk, session: Session, filled: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(desk, Target("evaluate", "strand", filled["strand"]))

    def answer(asked: AnswerQuestion) -> int:
        box = asked.findChildren(Chooser)[0]
        box.setCurrentIndex(box.findData("differs"))
        box.activated.emit(box.currentIndex())
        asked._words.edit.setPlainText("Families in the north wait longest.")
        asked.prints.setChecked(False)
        press(asked, "Keep")
        return 1

    monkeypatch.setattr(AnswerQuestion, "exec", answer)
    page.heading.partner_asked.emit(filled["icb"])
    said = evaluating.response(session, "strand", filled["strand"], filled["icb"])
    assert (said.answer, said.words, said.printed) == (Answer.DIFFERS, "Families in the north wait longest.", False)
    assert "NHS Three Rivers ICB differs" in {each.text().strip() for each in page.heading.findChildren(Button)}
    page.writing.open_section("impact")
    partner = next(each for each in page.acts.partners() if each.id == filled["forum"])
    page.acts.respond("statement", filled["north"], "this statement", partner, Answer.NOT_ASKED)
    card = page.writing.card_of(filled["north"])
    assert card is not None
    assert "Forum differs" in card.accessibleName()


def test_a_statement_is_marked_moved_and_given_to_partners(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))

    def answer(asked: WordsQuestion) -> int:
        asked.entry.edit.setPlainText("Ask the north again")
        press(asked, "Mark it")
        return 1

    monkeypatch.setattr(WordsQuestion, "exec", answer)
    page.acts.review(filled["north"])
    partners = writing_card(page).fields.partners
    partners._boxes[filled["icb"]].setChecked(True)
    partners.menu_of_terms.aboutToHide.emit()
    kept = writing.statement(session, filled["north"])
    assert kept is not None
    assert (kept.for_review, kept.review_note) == (True, "Ask the north again")
    assert kept.partner_ids == (filled["council"], filled["icb"])
    desk.window.commands.run("done")
    card = page.writing.card_of(filled["north"])
    assert card is not None
    assert "marked for review" in card.accessibleName()
    menu = page.acts.menu(filled["north"])
    menu.aboutToShow.emit()
    places = next(each.menu() for each in menu.actions() if each.text() == "Move to section")
    assert isinstance(places, QMenu)
    next(each for each in places.actions() if each.text() == "What needs to be better").trigger()
    assert page.writing.keys == [filled["bridge"], filled["speech"]]
    page.writing.open_section("better")
    assert page.writing.keys == [filled["north"]]


def test_a_long_section_is_walked_to_its_end(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    first = writing.statement(session, filled["north"])
    assert first is not None
    with session.store.write("Many") as batch:
        for number in range(57):
            batch.put(replace(first, id=new_id(), body=f"Statement {number} says so.", position=10.0 + number))
    page = page_of(desk, Target("evaluate", "statement", filled["bridge"]))
    assert len(page.writing.keys) == 60
    last = page.writing.keys[-1]
    page.go(Target("evaluate", "statement", last))
    assert writing_card(page).box.body() == "Statement 56 says so."
    assert [card.statement_id for card in page.writing.cards] == page.writing.keys
    desk.window.commands.run("done")
    page.writing.make_all()
    assert page.writing.cards[-1].hasFocus()


def test_narrow_windows_fold_evidence_and_then_everything_into_tabs(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["speech"]))
    desk.window.resize(1000, 688)
    assert page.strands.isVisible()
    assert page.writing.isVisible()
    assert not page.evidence.isVisible()
    desk.window.commands.run("cite")
    assert page.evidence.isVisible()
    assert not page.writing.isVisible()
    desk.window.resize(1366, 688)
    page.focus_first()
    theme.apply("light", 2.0)
    assert not page.strands.isVisible()
    qtbot.waitUntil(writing_card(page).box.hasFocus)
    assert desk.window.top.title.text() == "I3  Right help at the right time"
    assert page.writing.compact.isVisible()
    desk.window.commands.run("leave")
    assert page.writing.isVisible()
    assert page.desk.editing == ""


def test_tab_goes_through_the_page_in_the_order_of_the_guide(
    desk: Desk, session: Session, filled: dict[str, str]
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["speech"]))
    stops = tab_stops(desk.window)
    card = writing_card(page)
    first, _, last = page.writing.cards
    wanted = [
        page.strands.list,
        page.writing.tabs.bar,
        first,
        card.box,
        card.chips()[0],
        card.fields.partners,
        card.fields.done_button,
        last,
        page.writing.add_button,
        page.evidence.list,
        page.evidence.preview.sheet,
        page.evidence.supports,
        page.evidence.challenges,
    ]
    places = [stops.index(each) for each in wanted]
    assert places == sorted(places)
    assert any(page.heading.picker.isAncestorOf(each) for each in stops)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_is_named_and_large_enough(desk: Desk, filled: dict[str, str], scale: float) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["speech"], "confidence_reason"))
    theme.apply("light", scale)
    assert unnamed(page) == []
    assert too_small(page) == []
    desk.window.commands.run("guide")
    assert unnamed(page) == []


def test_a_reader_sees_everything_and_is_told_why_nothing_is_taken(
    dressed: QApplication, preferences: Preferences, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    session.close()
    reader = open_workspace(session.document, read_only=True)
    try:
        desk = desk_for(reader, preferences, qtbot)
        page = page_of(desk, Target("evaluate", "statement", filled["speech"]))
        assert "Nothing done here changes the file" in desk.window.banner.words
        box = writing_card(page).box
        before = box.body()
        qtbot.keyClicks(box, "No")
        assert box.body() == before
        page.heading.picker._parts[0].click()
        assert page.heading.picker.chosen == "to_improve"
        desk.window.commands.run("new")
        assert not page._banner.isHidden()
        page.open_citation(filled["cited"])
        assert page.evidence.preview.shown is not None
        desk._quiet.stop()
    finally:
        reader.close()


def test_a_draft_is_agreed_on_its_card_and_taken_back(desk: Desk, session: Session, filled: dict[str, str]) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    desk.window.commands.run("done")
    card = page.writing.card_of(filled["north"])
    assert card is not None
    agree = next(each for each in card.findChildren(Button) if each.text() == "Agree")
    assert agree.accessibleName().startswith("Agree statement ")
    agree.click()
    kept = writing.statement(session, filled["north"])
    assert kept is not None
    assert kept.state is State.AGREED
    card = page.writing.card_of(filled["north"])
    assert card is not None
    assert not [each for each in card.findChildren(Button) if each.text() == "Agree"]
    desk.window.commands.run("edit.undo")
    kept = writing.statement(session, filled["north"])
    assert kept is not None
    assert kept.state is State.DRAFT


def test_in_a_wide_window_what_else_is_said_stands_under_the_words_in_full(
    desk: Desk, session: Session, filled: dict[str, str]
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"], "confidence_reason"))
    card = writing_card(page)
    places = []
    for size in ((1920, 1080), (1366, 688)):
        desk.window.resize(*size)
        settle()
        reason, box = card.fields.reason, card.box
        assert reason.isVisible()
        places.append((reason.mapTo(card, reason.rect().topLeft()), box.mapTo(card, box.rect().bottomLeft())))
        assert reason.width() >= box.width() - 4
    assert all(reason.y() > box.y() and reason.x() <= box.x() + 4 for reason, box in places)


def test_another_section_by_keys_leaves_the_focus_on_a_statement_of_it(
    desk: Desk, session: Session, filled: dict[str, str]
) -> None:
    writing.add_statement(session, filled["strand"], "know", "Referrals have doubled.")
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    desk.window.commands.run("done")
    desk.window.commands.run("move.previous_tab")
    assert page.writing.section.id == "know"
    assert [each.hasFocus() for each in page.writing.cards] == [True]


def test_the_words_of_a_page_fill_a_narrow_pane_and_the_page_can_be_made_larger(
    desk: Desk, session: Session, filled: dict[str, str]
) -> None:
    page = page_of(desk, Target("evaluate", "strand", filled["strand"], f"evidence:{filled['survey']}:2"))
    settle()
    sheet, pane = page.evidence.preview.sheet, page.evidence.preview
    room = sheet.visibleRegion().boundingRect()
    assert sheet.width() > room.width()
    assert room.left() <= sheet.words_left() < room.left() + room.width() / 4
    before = sheet.width()
    pane.line.larger.click()
    settle()
    assert sheet.width() > before * 1.3


def test_a_strand_whose_name_has_no_room_takes_a_second_line(desk: Desk, filled: dict[str, str]) -> None:
    page = page_of(desk)
    rows = page.strands.list
    index = page.strands.model.index(1)
    roomy = rows.visualRect(index).height()
    rows.setFixedWidth(150)
    settle()
    assert rows.visualRect(index).height() > roomy


def test_a_statement_that_is_opened_in_large_text_shows_its_words(
    desk: Desk, filled: dict[str, str], qtbot: QtBot
) -> None:
    theme.apply("light", 2.0)
    desk.window.resize(1366, 688)
    page = page_of(desk, Target("evaluate", "statement", filled["speech"]))
    box = writing_card(page).box
    view = page.writing.statements.viewport()
    qtbot.waitUntil(lambda: 0 <= box.mapTo(view, box.rect().topLeft()).y() < view.height() / 4)
    assert box.hasFocus()
    rings = page.window().findChildren(QFocusFrame)
    qtbot.waitUntil(lambda: [ring.isVisible() for ring in rings if ring.widget() is box] == [True])
