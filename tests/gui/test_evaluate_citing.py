from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import desk_for
from tests.gui.evaluate_content import QUOTE
from tests.gui.test_evaluate import body_of, filled, page_of, writing_card
from tests.journeys.person import Person

from areasef.domain.citation import Anchor, Citation, Locator, LocatorKind, Stance
from areasef.domain.identity import new_id
from areasef.domain.page import to_picture
from areasef.services import citing, keeping, writing
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace
from areasef.ui.desk import Desk
from areasef.ui.dialogs.answers import WordsQuestion
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.evidence_pane import CITED
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.evaluate.views import told_apart
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.page_view import PageView

__all__ = ["filled"]


def show_survey(page: EvaluatePage, filled: dict[str, str], number: int = 2) -> PageView:
    """Show a page of the survey beside the writing."""
    item = next(each for each in page.evidence.model.rows if each.evidence_id == filled["survey"])
    page.evidence.row_chosen.emit(item)
    shown = page.evidence.preview.shown
    assert shown is not None
    page.evidence.preview.turn(number - shown.page)
    sheet = page.evidence.preview.sheet
    assert sheet.has_words
    return sheet


def text_of(sheet: PageView) -> str:
    assert sheet._geometry is not None
    return sheet._geometry.text


def spot_of(sheet: PageView, words: str, end: bool = False) -> QPoint:
    """Return where words stand on the sheet, in pixels."""
    geometry = sheet._geometry
    assert geometry is not None
    at = geometry.text.index(words) + (len(words) - 1 if end else 0)
    box = geometry.boxes[at]
    assert box is not None
    left, top, right, bottom = to_picture(geometry, box, sheet.scale())
    paper = sheet.sheet()
    return QPoint(round(paper.left() + (left + right) / 2), round(paper.top() + (top + bottom) / 2))


def test_words_are_dragged_over_and_cited_after_the_sentence_of_the_caret(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    writing_card(page).box.set_caret(20)
    sheet = show_survey(page, filled)
    qtbot.mousePress(sheet, Qt.MouseButton.LeftButton, pos=spot_of(sheet, QUOTE))
    qtbot.mouseMove(sheet, spot_of(sheet, QUOTE, end=True))
    qtbot.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=spot_of(sheet, QUOTE, end=True))
    assert sheet.selected_text == QUOTE
    page.evidence.supports.click()
    (citation,) = citing.citations_of(session, filled["north"])
    assert citation.locator.quote == QUOTE
    assert citation.stance is Stance.SUPPORTS
    kept = writing.statement(session, filled["north"])
    assert kept is not None
    assert kept.body.startswith("Where a family lives still decides how long they wait.{c:")
    assert writing_card(page).box.hasFocus()
    assert [chip.accessibleName() for chip in writing_card(page).chips()] == ["Supports, E-101, page 2"]
    desk.window.toast.button.click()
    assert citing.citations_of(session, filled["north"]) == ()
    assert "{c:" not in writing_card(page).box.body()


def test_words_are_selected_and_cited_with_keys_alone(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    show_survey(page, filled)
    page.focus_first()
    desk.window.commands.run("cite")
    sheet = page.evidence.preview.sheet
    assert sheet.hasFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Home)
    for _ in range(3):
        qtbot.keyClick(sheet, Qt.Key.Key_Down)
    qtbot.keyClick(sheet, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert sheet.selected_text.startswith("61 of 84 teachers said")
    desk.window.commands.run("cite.challenges")
    (citation,) = citing.citations_of(session, filled["north"])
    assert citation.stance is Stance.CHALLENGES
    assert writing_card(page).box.hasFocus()


def test_who_cites_without_a_statement_at_hand_is_asked_which_and_keeps_the_words_selected(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    desk.window.commands.run("done")
    page.desk.forget()
    sheet = page.evidence.preview.sheet
    assert sheet.has_words, "the first suggestion stands there by itself"
    begin, end = spot_of(sheet, "Reception"), spot_of(sheet, "survey", end=True)
    Person(qtbot).drag(sheet, begin, end)
    words, shown = sheet.selected_text, page.evidence.preview.shown
    assert words
    page.evidence.supports.click()
    assert page.evidence.notice.isVisible()
    assert page.evidence.notice.accessibleName().startswith("Which statement?")
    chosen = page.writing.card_of(filled["speech"])
    assert chosen is not None
    chosen.setFocus()
    assert not page.evidence.notice.isVisible(), "once somebody chose, it is asked no more"
    assert shown is not None
    first = page.evidence.model.rows[0]
    assert (first.evidence_id, first.page or 1) != (shown.item.id, shown.page), "another page is suggested for it"
    assert page.evidence.preview.shown == shown
    page.evidence.supports.click()
    made = citing.citations_of(session, chosen.statement_id)[-1]
    assert made.locator.quote == words


def test_words_selected_survive_the_same_page_being_shown_again_and_never_go_to_another(
    desk: Desk, session: Session, filled: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    sheet, preview = show_survey(page, filled), page.evidence.preview
    start = text_of(sheet).index(QUOTE)
    sheet.select(start, start + len(QUOTE))
    late: list[Callable[[], object]] = []
    run = desk.window.jobs.run
    monkeypatch.setattr(desk.window.jobs, "run", lambda *given: late.append(lambda: run(*given)))
    shown = preview.shown
    assert shown is not None
    preview.show_page(shown.item, shown.page)
    for each in late:
        each()
    assert sheet.selected_text == QUOTE
    assert QUOTE in preview.line.words.words
    late.clear()
    preview.turn(1)
    selection = preview.selection()
    assert selection is not None
    assert (selection.page, selection.start, selection.end) == (3, 0, 0), "its words are not there yet"
    for each in late:
        each()
    assert "Teachers" in text_of(sheet) or "named therapist" in text_of(sheet)
    assert sheet.selected_text == ""


def test_typing_goes_on_after_the_citation(desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    box = writing_card(page).box
    box.set_caret(len(box.body()))
    sheet = show_survey(page, filled)
    sheet.select(0, 6)
    desk.window.commands.run("cite.supports")
    qtbot.keyClicks(box, " More.")
    desk.window.commands.run("done")
    kept = writing.statement(session, filled["north"])
    assert kept is not None
    assert kept.body.endswith("} More.")


def test_a_closed_statement_can_be_cited_for_and_its_chip_opens_the_page(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    desk.window.commands.run("done")
    sheet = show_survey(page, filled)
    sheet.select(0, 6)
    desk.window.commands.run("cite.supports")
    assert len(citing.citations_of(session, filled["north"])) == 1
    page.writing.focus_chip(filled["bridge"], citing.citations_of(session, filled["bridge"])[1].id)
    chip = page.focusWidget()
    assert chip is not None
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    shown = page.evidence.preview.shown
    assert shown is not None
    assert shown.item.ref == "E-103"
    assert page.desk.current == filled["bridge"]


def test_after_a_restart_the_chip_opens_its_page_on_the_words(
    dressed: QApplication, preferences: Preferences, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    session.close()
    again = open_workspace(session.document, "R. Okafor")
    try:
        desk = desk_for(again, preferences, qtbot)
        page = page_of(desk, Target("evaluate", "citation", filled["cited"]))
        shown = page.evidence.preview.shown
        assert shown is not None
        assert (shown.item.ref, shown.page) == ("E-102", 4)
        sheet = page.evidence.preview.sheet
        citation = again.store.get(Citation, filled["cited"])
        assert citation is not None
        mark = sheet._marks[0]
        assert sheet._geometry is not None
        assert sheet._geometry.text[mark.start : mark.end] == citation.locator.quote
        assert citation.locator.quote in page.evidence.preview.line.words.words
        assert page.desk.current == filled["speech"]
        desk._quiet.stop()
    finally:
        again.close()


def test_a_page_without_selected_words_is_cited_in_words_of_our_own(
    desk: Desk, session: Session, filled: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    show_survey(page, filled, 3)

    def answer(asked: WordsQuestion) -> int:
        asked.entry.edit.setPlainText("Teachers ask for a named therapist")
        next(each for each in asked.findChildren(Button) if each.text() == "Cite it").click()
        return 1

    monkeypatch.setattr(WordsQuestion, "exec", answer)
    desk.window.commands.run("cite.supports")
    (citation,) = citing.citations_of(session, filled["north"])
    assert citation.locator.quote == ""
    assert citation.locator.page == 3
    assert citation.says == "Teachers ask for a named therapist"
    page.open_citation(citation.id)
    assert "We say it says: Teachers ask" in page.evidence.preview.line.words.words


def test_a_page_without_selected_words_is_not_cited_without_words_of_our_own(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    show_survey(page, filled, 3)
    person, said = Person(qtbot), []

    def answer(asked: QWidget) -> None:
        assert isinstance(asked, WordsQuestion)
        person.tab_to("Cite it")
        person.keys(Qt.Key.Key_Space)
        said.append(asked.entry.field.error)
        person.press_last(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    person.answering(lambda: desk.window.commands.run("cite.supports"), answer)
    assert "select its words on the page" in said[0]
    assert citing.citations_of(session, filled["north"]) == ()


def test_a_chip_can_leave_the_text_turn_round_and_go(desk: Desk, session: Session, filled: dict[str, str]) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["speech"]))
    key = filled["cited"]

    def press(words: str) -> None:
        menu = page.citations.make_menu(key)
        next(action for action in menu.actions() if action.text() == words).trigger()

    press("Take it out of the text")
    assert "{c:" not in writing_card(page).box.body()
    assert writing_card(page).chips()[0].accessibleName().endswith("not in the text")
    press("Put it into the text")
    assert "{c:" in writing_card(page).box.body()
    press("Cite as challenge instead")
    assert writing_card(page).chips()[0].accessibleName() == "Challenges, E-102, page 4"
    press("Remove the citation")
    assert writing_card(page).chips() == []
    assert "{c:" not in writing_card(page).box.body()
    assert body_of(session, filled["speech"]).startswith("The average wait")


def test_a_chip_says_that_its_file_is_missing(desk: Desk, session: Session, filled: dict[str, str]) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["speech"]))
    desk.window.bus.say(keeping.bin_evidence(session, filled["waits"]))
    assert "file missing" in writing_card(page).chips()[0].accessibleName()
    page.open_citation(filled["cited"])
    assert page.evidence.notice.isVisible()
    assert citing.anchors(session, citing.citations_of(session, filled["speech"]))[filled["cited"]] is Anchor.FOUND


def test_search_finds_pages_by_their_words(desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["speech"]))
    desk.window.commands.run("move.find")
    assert page.evidence.search.hasFocus()
    qtbot.keyClicks(page.evidence.search, "village schools")
    qtbot.keyClick(page.evidence.search, Qt.Key.Key_Return)
    assert [(row.ref, row.page) for row in page.evidence.model.rows] == [("E-101", 2)]
    assert page.evidence.list.hasFocus()
    shown = page.evidence.preview.shown
    assert shown is not None
    assert shown.page == 2
    desk.window.commands.run("leave")
    assert not page.evidence.search.isVisible()
    assert len(page.evidence.model.rows) == 3


def test_the_words_of_an_evidence_note_are_cited_from_its_text(
    desk: Desk, session: Session, filled: dict[str, str], tmp_path: Path
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    row = next(each for each in page.evidence.model.rows if each.evidence_id == filled["note"])
    page.evidence.row_chosen.emit(row)
    page.evidence.preview.text.select(0, 7)
    desk.window.commands.run("cite.supports")
    (citation,) = citing.citations_of(session, filled["north"])
    assert citation.locator.quote == "Parents"


def test_a_pdf_page_read_as_text_gives_the_same_citation(
    desk: Desk, session: Session, filled: dict[str, str], qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    show_survey(page, filled)
    page.evidence.preview.read_as_text(True)
    text = page.evidence.preview.text
    assert text.isVisible()
    start = text.toPlainText().index(QUOTE)
    text.select(start, start + len(QUOTE))
    page.evidence.supports.click()
    (citation,) = citing.citations_of(session, filled["north"])
    assert citation.locator.quote == QUOTE
    assert citing.anchors(session, (citation,)) == {citation.id: Anchor.FOUND}
    page.evidence.preview.read_as_text(False)
    assert page.evidence.preview.sheet.has_words


def test_a_page_is_read_as_settings_say_by_the_time_it_is_seen_again(desk: Desk, filled: dict[str, str]) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    show_survey(page, filled)
    desk.window.go(Target("settings"))
    page.context.preferences.pages_as_text = True
    desk.window.go(Target("evaluate"))
    assert page.evidence.preview.text.isVisible()


def test_two_citations_of_one_page_are_told_apart_by_their_first_words(
    desk: Desk, session: Session, filled: dict[str, str]
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    sheet = show_survey(page, filled)
    for words in ("We asked teachers of every Reception child", "Fourteen programmes arrived"):
        start = text_of(sheet).index(words)
        sheet.select(start, start + len(words))
        desk.window.commands.run("cite.supports")
    said = [chip.accessibleName() for chip in writing_card(page).chips()]
    assert said == [
        "Supports, E-101, page 2, “We asked teachers…”",
        "Supports, E-101, page 2, “Fourteen programmes arrived”",
    ]
    page.evidence.tabs.open(CITED)
    rows = page.evidence.model.rows
    assert [row.detail for row in rows] == ["“We asked teachers…”", "“Fourteen programmes arrived”"]


def test_citations_that_begin_alike_are_told_apart_by_more_words_or_by_number() -> None:
    one, two, three = (cited_with(words) for words in ("The same three words", "The same three things", "Elsewhere"))
    apart = told_apart((one, two))
    assert (apart[one.id], apart[two.id]) == ("“The same three words”", "“The same three things”")
    same = told_apart((one, replace(one, id=two.id)))
    assert (same[one.id], same[two.id]) == ("1 of 2", "2 of 2")
    assert told_apart((three,)) == {}
    long = cited_with("Responsibilities, responsibilities and more")
    assert told_apart((long, three))[long.id] == "“Responsibilities, responsibi…”"


def cited_with(words: str) -> Citation:
    place = Locator(LocatorKind.PAGE, 2, quote=words)
    return Citation(new_id(), "statement", "item", "revision", "", Stance.SUPPORTS, place)
