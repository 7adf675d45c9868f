"""The lead starts from nothing: each place says what it is for and what comes next, as far as the page she exports."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget
from tests.documents import vera
from tests.gui.conftest import _windows_go, dressed, preferences, qapp_args
from tests.gui.test_evaluate_citing import spot_of
from tests.journeys.opened import button_saying
from tests.journeys.test_main_journey import QUOTE, Life, add_by_mouse, evaluate, life, report, sheet_at

from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.overview.page import OverviewPage
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.publish.exporting import CHECKED
from areasef.ui.pages.publish.page import PublishPage
from areasef.ui.widgets.prose import Prose

FIXTURES = (_windows_go, dressed, preferences, qapp_args, life, report)
FORUM, LEAD = "Wychmoor Parent Carer Forum", "A. Moss"
PRIORITY, ACTION, MEASURE = "Needs found early", "Join the figures of both trusts", "Seen at their two-year review"


def test_the_lead_starts_from_nothing(life: Life, report: Path, tmp_path: Path) -> None:
    file, pdf = tmp_path / "Wychmoor.areasef", tmp_path / "sef.pdf"
    page = start(life, file)
    answer_the_first_question(life, page, report)
    say_how_it_is_seen(life, page)
    from_overview(life)
    plan(life)
    publish(life, pdf)
    with pypdfium2.PdfDocument(str(pdf)) as made:
        text = " ".join(" ".join(each.get_textpage().get_text_bounded() for each in made).split())
    for words in ("in most areas", QUOTE, ACTION, "Contributed: Wychmoor Parent Carer Forum"):
        assert words in text, words
    vera.assert_valid(pdf)
    life.desk.window.close()
    life.wait_for_the_end()
    the_next_day(life, file)


def start(life: Life, file: Path) -> EvaluatePage:
    """Fill in the first window, which says what is evaluated against and what the button leads to."""
    person, first = life.person, life.begin()
    assert reads(first, "It follows Area SEND")
    assert reads(first, "Opens on the first strand of the framework, with its first question")
    person.type("Wychmoor")
    for field, words in (
        (first.form.council, "Wychmoor Council"),
        (first.form.forum, FORUM),
        (first.form.author, "J. Hale"),
    ):
        person.click(field)
        person.type(words)
    life.files.will_name(file)
    person.press("Change…")
    person.press("Create the evaluation")
    return evaluate(life.desk)


def answer_the_first_question(life: Life, page: EvaluatePage, report: Path) -> None:
    """From the question to a sentence with its page; after each step the screen says the next."""
    person = life.person
    person.wait(lambda: reads(page, "Guide me. I1, question 1 of"))
    assert reads(page, "Start with the question above, or add a statement of your own.")
    assert reads(page, "Evaluate takes one strand of the framework at a time")
    assert not button_saying(page, "Guide me")
    person.press("Start a statement")
    assert reads(page, "write your answer below, cite a page for it, then press Done")
    person.type(" in most areas.")
    add_by_mouse(life, report)
    person.press("Cite it in I1")
    person.wait(lambda: reads(page, "Select the words that show it, then press Supports or Challenges."))
    person.wait(lambda: reads(page, "With none selected, you say in your own words what the page shows."))
    person.answering(lambda: person.click(page.evidence.turner), person.choose("Page 4"))
    sheet = sheet_at(page, person, 4)
    page.evidence.preview.paper.ensureVisible(0, spot_of(sheet, QUOTE).y())
    person.drag(sheet, spot_of(sheet, QUOTE), spot_of(sheet, QUOTE, end=True))
    person.click(page.evidence.supports)
    person.wait(lambda: bool(button_saying(page.writing, "E-101")))
    assert not page.evidence.notice.isVisible()
    person.press("Done")
    assert reads(page, "your answer is kept. Go on, or say at the top how you see I1")


def say_how_it_is_seen(life: Life, page: EvaluatePage) -> None:
    """Choose a level with its reason, and keep that the forum contributed."""
    person = life.person
    person.press("Mixed")
    person.press("Say why we see it so")
    person.type("Early in most areas, but not in all.")
    person.click(next(each for each in page.heading.findChildren(QAbstractButton) if each.text() == "Done"))

    def answer(asked: QWidget) -> None:
        assert reads(asked, "to endorse is to stand behind it")
        person.type("Contrib")
        person.press("Keep")

    def choose(menu: QWidget) -> None:
        person.answering(lambda: person.choose(f"{FORUM} not asked")(menu), answer)

    person.answering(lambda: person.press("No partner asked yet"), choose)
    person.wait(lambda: bool(button_saying(page.heading.bodies, "contributed")))
    assert page.heading.bodies.isAncestorOf(person.focus())


def from_overview(life: Life) -> None:
    """The first screen says what it shows, and where the questions go on."""
    person = life.person
    person.press("Overview")
    overview = life.desk.window.page
    assert isinstance(overview, OverviewPage)
    person.wait(lambda: bool(overview.do_next.list.rows))
    assert reads(overview, "How Wychmoor sees itself on")
    assert "question 2 of" in overview.do_next.list.rows[0].where
    assert overview.do_next.list.rows[0].fix == "Guide me"


def plan(life: Life) -> None:
    """A priority, an action with who and when, a measure from where to where; empty choices say what fills them."""
    person = life.person
    person.press("Plan")
    page = life.desk.window.page
    assert isinstance(page, PlanPage)
    person.press("Add a priority")
    person.type(PRIORITY)

    def nothing(asked: QWidget) -> None:
        assert reads(asked, "Findings come with an inspection report.")
        person.press("Close")

    person.answering(lambda: person.press("Findings it answers"), nothing)

    def tick(_asked: QWidget) -> None:
        person.keys(Qt.Key.Key_Space)
        person.press_last(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)

    person.answering(lambda: person.press("Statements it answers"), tick)
    person.wait(lambda: "in most areas" in button_saying_all(page, "Statements it answers"))
    person.press("Done")
    assert reads(page, "1 priority, no action yet. Add one: who does what by when?")
    person.press("Add an action")
    person.type(ACTION)
    name_the_lead(life)
    for field, words in (("Starts", "1 January 2027"), ("Due", "31 March 2027")):
        person.tab_to(field)
        person.type(words)
    person.press("Add a measure")
    person.type(MEASURE)
    for field, words in (("Counted in", "%"), ("At the start", "78"), ("Aim", "95")):
        person.tab_to(field)
        person.type(words)
    person.press("Done")
    person.wait(lambda: bool(button_saying(page, f"{MEASURE}: from 78%")))


def name_the_lead(life: Life) -> None:
    """Choose somebody who is not in the list yet: she is named there and then, and chosen."""
    person = life.person
    person.tab_to("Lead person")
    box = person.focus()

    def who(_asked: QWidget) -> None:
        person.type(LEAD)
        person.press("Keep")

    def choose(popup: QWidget) -> None:
        view = popup.findChild(QAbstractItemView)
        assert view is not None
        QTest.keyClick(view, Qt.Key.Key_End)
        person.answering(lambda: QTest.keyClick(view, Qt.Key.Key_Return), who)

    person.answering(lambda: person.keys(Qt.Key.Key_Space), choose)
    person.wait(lambda: box.currentText() == LEAD)  # type: ignore[attr-defined]


def publish(life: Life, pdf: Path) -> None:
    """Read what a draft is, and export one."""
    person = life.person
    person.press("Publish")
    page = life.desk.window.page
    assert isinstance(page, PublishPage)
    person.wait(lambda: page.sheets.pages > 0 and bool(page.before.needs))
    assert page.before.needs.endswith("A draft says on every page that it is one.")
    life.files.will_name(pdf)
    person.press("Export as draft")
    person.wait(lambda: page.before.said.startswith(f"Exported to {pdf}. {CHECKED}"))


def the_next_day(life: Life, file: Path) -> None:
    """Open the file again: the first thing to do is to go on with the second question."""
    person = life.person
    life.begin()
    person.press(file.stem)
    overview = life.desk.window.page
    assert isinstance(overview, OverviewPage)
    person.wait(lambda: person.focus() is overview.do_next.list)
    person.keys(Qt.Key.Key_Return)
    page = evaluate(life.desk)
    person.wait(lambda: reads(page, "Guide me. I1, question 2 of"))


def reads(part: QWidget, words: str) -> bool:
    """Say whether these words can be read on a part of the window."""
    found = [each.text() for each in part.findChildren(QLabel) if each.isVisible()]
    found += [each.words for each in part.findChildren(Prose) if each.isVisible()]
    return any(words in each for each in found)


def button_saying_all(part: QWidget, name: str) -> str:
    """Return what stands on a button, by its name."""
    found = (each for each in part.findChildren(QAbstractButton) if each.accessibleName() == name)
    return next((each.text() for each in found), "")
