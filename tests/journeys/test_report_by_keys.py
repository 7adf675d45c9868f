"""From a published report to a strategic plan by keys alone: import, review, strands, priorities, actions, measures, PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit
from tests.documents import vera
from tests.gui.conftest import _windows_go, dressed, preferences, qapp_args
from tests.journeys.person import Person
from tests.journeys.test_main_journey import Life, life
from tests.journeys.test_report_journey import (
    ASKED,
    OUTCOME,
    assert_every_recommendation_is_there,
    findings,
    made_report,
)

from areasef.domain.record import Finding
from areasef.domain.sub_point import in_lines
from areasef.ui.pages.findings.page import FindingsPage
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.publish.exporting import CHECKED
from areasef.ui.pages.publish.page import PublishPage
from areasef.ui.pages.report.page import ReportPage

FIXTURES = (_windows_go, dressed, preferences, qapp_args, life)
K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_from_the_report_to_the_strategic_plan_by_keys(life: Life, tmp_path: Path) -> None:
    person, pdf = life.person, tmp_path / "plan.pdf"
    report = made_report(tmp_path / "inspection.pdf")
    begin(life, tmp_path / "Alderbrook.areasef")
    page = import_report(life, report)
    look_through(person, page)
    suggested = say_yes(person, page)
    texts = [item.text for item in page.review.items]
    press(person, "Keep ")
    person.wait(lambda: isinstance(life.desk.window.page, FindingsPage) and bool(findings(life)))
    assert [each.text for each in findings(life)] == texts
    assert {each.text: each.strand_ids for each in findings(life) if each.strand_ids} == suggested

    asked = [each for each in findings(life) if each.kind in ASKED]
    for number, finding in enumerate(asked[:-1], 1):
        answer(life, finding, number)
    export(life, pdf)
    assert life.files.asked
    assert_every_recommendation_is_there(pdf, asked, asked[-1])
    vera.assert_valid(pdf)


def press(person: Person, words: str) -> None:
    """Come to a button by Tab and press it."""
    person.tab_to(words)
    person.keys(K.Key_Space)


def command(person: Person, words: str) -> None:
    """Do a command by its words."""
    person.keys(K.Key_K, CTRL)
    person.type(words)
    person.keys(K.Key_Return)


def stand_on(person: Person, words: str) -> None:
    """In the list that has the focus, go down from its first row until one says these words."""
    view = person.focus()
    assert isinstance(view, QAbstractItemView)
    person.keys(K.Key_Home)
    for _ in range(view.model().rowCount()):
        index = view.currentIndex()
        said = (index.data(Qt.ItemDataRole.DisplayRole), index.data(Qt.ItemDataRole.AccessibleTextRole))
        if any(words in str(each) for each in said):
            return
        person.keys(K.Key_Down)
    raise AssertionError(f"no row says “{words}”")


def begin(life: Life, file: Path) -> None:
    """Start an evaluation of an area."""
    person = life.person
    life.begin()
    person.type("Alderbrook")
    person.tab_to("Council")
    person.type("Alderbrook Council")
    life.files.will_name(file)
    press(person, "Change where to keep the file")
    press(person, "Create the evaluation")
    assert life.desk.window.isVisible()


def import_report(life: Life, report: Path) -> ReportPage:
    """Ask for the screen by its command; the focus is on the way to choose a file, and then in the findings."""
    person = life.person
    command(person, "Import an inspection")
    page = life.desk.window.page
    assert isinstance(page, ReportPage)
    life.files.will_name(report)
    person.tab_to("Choose a report")
    person.keys(K.Key_Space)
    person.wait(lambda: page.reviewing)
    assert person.focus() is page.review.list
    return page


def look_through(person: Person, page: ReportPage) -> None:
    """Merge two findings and part them again where they met; move one to another section and take that back."""
    review = page.review
    before, kinds = [item.text for item in review.items], [item.kind for item in review.items]
    stand_on(person, in_lines(before[0]).partition("\n")[0])
    press(person, "Merge with next")
    assert review.items[0].text == f"{before[0]} {before[1]}"
    while not isinstance(person.focus(), QPlainTextEdit):
        person.keys(K.Key_Backtab)
    person.keys(K.Key_Home, CTRL)
    person.keys(K.Key_Right, times=len(in_lines(before[0])))
    press(person, "Split here")
    assert [item.text for item in review.items] == before
    here = next(item for item in review.items if item.id == review.list.current)
    person.tab_to("Section of the report")
    person.keys(K.Key_Down)
    assert next(item for item in review.items if item.text == here.text).kind is not here.kind
    person.keys(K.Key_Z, CTRL)
    assert [(item.text, item.kind) for item in review.items] == list(zip(before, kinds, strict=True))


def say_yes(person: Person, page: ReportPage) -> dict[str, tuple[str, ...]]:
    """Tick the closest strand of everything that asks for an answer; return what was said yes to, by text."""
    review, said = page.review, {}
    for item in [each for each in review.items if each.kind in ASKED and each.suggested]:
        for _ in review.items:
            if review.list.current == item.id:
                break
            person.keys(K.Key_Down, ALT)
        closest = review.form.ticks[item.suggested[0]]
        person.wait(closest.isVisible)
        press(person, closest.text())
        said[item.text] = item.suggested[:1]
    assert said
    return said


def answer(life: Life, finding: Finding, number: int) -> None:
    """Make a priority of a finding, with what should change, an action, and a measure that begins somewhere."""
    person, window = life.person, life.desk.window
    if not isinstance(window.page, FindingsPage):
        command(person, "Since the last inspection")
    page = window.page
    assert isinstance(page, FindingsPage)
    while person.focus() is not page.list:
        person.keys(K.Key_Tab)
    stand_on(person, finding.text)
    assert page.list.current == finding.id
    press(person, "Make a priority of it")
    plan = window.page
    assert isinstance(plan, PlanPage)
    person.wait(lambda: plan.editor.form is not None and plan.editor.form.isAncestorOf(person.focus()))
    in_form(person, plan, "title", f"Priority of finding {finding.number}")
    in_form(person, plan, "outcome", OUTCOME)
    person.keys(K.Key_Return, CTRL)
    person.keys(K.Key_N, CTRL)
    in_form(person, plan, "title", f"Action number {number}")
    press(person, "Add a measure")
    person.retype(f"Weeks from asking to being seen, {number}")
    person.keys(K.Key_Return, CTRL)


def in_form(person: Person, plan: PlanPage, field: str, words: str) -> None:
    """Come to a field of what is open beside the plan, and type in place of what stands there."""
    person.wait(lambda: plan.editor.form is not None and field in plan.editor.form.entries)
    assert plan.editor.form is not None
    control = plan.editor.form.entries[field].field.control
    for _ in range(60):
        if person.focus() is control:
            break
        person.keys(K.Key_Tab)
    assert person.focus() is control
    person.retype(words)


def export(life: Life, pdf: Path) -> None:
    """Choose the strategic plan among the documents and export it as a draft."""
    person = life.person
    person.keys(K.Key_7, CTRL)
    publish = life.desk.window.page
    assert isinstance(publish, PublishPage)
    person.wait(lambda: publish.sheets.pages > 0)
    while person.focus() is not publish.documents:
        person.keys(K.Key_Tab)
    stand_on(person, "Strategic plan draft")
    person.wait(lambda: publish.sheets.pages > 0 and publish.documents.current == "strategic-plan")
    life.files.will_name(pdf)
    person.keys(K.Key_P, CTRL)
    person.wait(lambda: publish.before.said.startswith(f"Exported to {pdf}. {CHECKED}"))
