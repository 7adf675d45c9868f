"""From a published report to a strategic plan, through the real window: what was found, who answers it, what is open."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit
from tests.documents import vera
from tests.gui.conftest import _windows_go, dressed, preferences, qapp_args
from tests.journeys.person import Person
from tests.journeys.test_main_journey import Life, life
from tests.unit.intake.reports.invented import Author
from tests.unit.intake.reports.printing import print_report

from areasef.domain.record import Finding, FindingKind
from areasef.domain.sub_point import in_lines
from areasef.ui.pages.findings.page import FindingsPage
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.publish.exporting import CHECKED
from areasef.ui.pages.publish.page import PublishPage
from areasef.ui.pages.report.page import ReportPage

FIXTURES = (_windows_go, dressed, preferences, qapp_args, life)
CTRL = Qt.KeyboardModifier.ControlModifier
ASKED = (FindingKind.PRIORITY_ACTION, FindingKind.IMPROVEMENT)
OUTCOME = "Children are seen sooner, and their families are told when."


@pytest.fixture(params=["published", "made"])
def report(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A report that asks for a plan: a published one where there is one, and always one made here."""
    if request.param == "published":
        shared: Path = request.getfixturevalue("shared")
        return shared / "data" / "reports" / "25-hertfordshire.pdf"
    return made_report(tmp_path / "inspection.pdf")


def made_report(path: Path) -> Path:
    """Print an invented report that asks for a plan."""
    print_report(path, Author(90).report("systemic_failings", area="Alderbrook"))
    return path


def test_from_the_report_to_the_strategic_plan(life: Life, report: Path, tmp_path: Path) -> None:
    person, pdf = life.person, tmp_path / "plan.pdf"
    begin(life, tmp_path / "Alderbrook.areasef")
    person.press("Plan")
    person.press("Import an inspection report")
    page = life.desk.window.page
    assert isinstance(page, ReportPage)
    life.files.will_name(report)
    person.press("Choose a report")
    person.wait(lambda: page.reviewing)
    look_through(person, page)
    suggested = say_yes(person, page)
    texts = [item.text for item in page.review.items]
    person.press("Keep ")
    person.wait(lambda: isinstance(life.desk.window.page, FindingsPage) and bool(findings(life)))
    assert [each.text for each in findings(life)] == texts
    assert {each.text: each.strand_ids for each in findings(life) if each.strand_ids} == suggested

    asked = [each for each in findings(life) if each.kind in ASKED]
    for number, finding in enumerate(asked[:-1], 1):
        answer(life, finding, number)
    person.press("Publish")
    export(life, pdf)
    assert_every_recommendation_is_there(pdf, asked, asked[-1])
    vera.assert_valid(pdf)


def begin(life: Life, file: Path) -> None:
    """Start an evaluation of an area."""
    first = life.begin()
    life.person.type("Alderbrook")
    life.person.click(first.form.council)
    life.person.type("Alderbrook Council")
    life.files.will_name(file)
    life.person.press("Change…")
    life.person.press("Create the evaluation")
    assert life.desk.window.isVisible()


def look_through(person: Person, page: ReportPage) -> None:
    """Merge two findings, part them again where they met, and move one to another section and back."""
    review = page.review
    before = [item.text for item in review.items]
    person.row(review.list, before[0])
    person.press("Merge with next")
    assert review.items[0].text == f"{before[0]} {before[1]}"
    put_caret(person, review.form.text, len(in_lines(before[0])))
    person.press("Split here")
    assert [item.text for item in review.items] == before
    person.row(review.list, before[1])
    person.click(review.form.kind.box)
    person.keys(Qt.Key.Key_Down)
    person.keys(Qt.Key.Key_Return)
    moved = next(item for item in review.items if item.text == before[1])
    assert moved.kind is FindingKind.BETTER
    person.keys(Qt.Key.Key_Z, CTRL)
    assert [item.text for item in review.items] == before


def put_caret(person: Person, box: QPlainTextEdit, at: int) -> None:
    """Click into a text and walk to a place in it."""
    person.click(box.viewport())
    person.keys(Qt.Key.Key_Home, CTRL)
    person.keys(Qt.Key.Key_Right, times=at)


def say_yes(person: Person, page: ReportPage) -> dict[str, tuple[str, ...]]:
    """Tick the closest strand of everything that asks for an answer; return what was said yes to, by text."""
    review, said = page.review, {}
    for item in [each for each in review.items if each.kind in ASKED and each.suggested]:
        review.list.stand_on(item.id)
        tick(person, review.form.ticks[item.suggested[0]])
        said[item.text] = item.suggested[:1]
    assert said
    return said


def tick(person: Person, box: QCheckBox) -> None:
    person.click(box, QPoint(12, box.height() // 2))


def findings(life: Life) -> list[Finding]:
    session = life.desk.window.context.session
    return sorted(session.store.all(Finding), key=lambda each: each.position)


def answer(life: Life, finding: Finding, number: int) -> None:
    """Make a priority of a finding, with what should change, an action, and a measure that begins somewhere."""
    person, window = life.person, life.desk.window
    if not isinstance(window.page, FindingsPage):
        person.answering(lambda: person.press("More for the plan"), person.choose("Since the last inspection"))
    page = window.page
    assert isinstance(page, FindingsPage)
    person.row(page.list, finding.text)
    person.press("Make a priority of it")
    plan = window.page
    assert isinstance(plan, PlanPage)
    in_form(person, plan, "title", f"Priority of finding {finding.number}")
    in_form(person, plan, "outcome", OUTCOME)
    person.press("Done")
    person.press("Add an action")
    in_form(person, plan, "title", f"Action number {number}")
    person.press("Add a measure")
    person.retype(f"Weeks from asking to being seen, {number}")
    person.keys(Qt.Key.Key_Return, CTRL)


def in_form(person: Person, plan: PlanPage, field: str, words: str) -> None:
    """Type in a field of what is open beside the plan, in place of what stands there."""
    person.wait(lambda: plan.editor.form is not None and field in plan.editor.form.entries)
    assert plan.editor.form is not None
    person.click(plan.editor.form.entries[field].field.control)
    person.retype(words)


def export(life: Life, pdf: Path) -> None:
    """Choose the strategic plan among the documents and export it as a draft."""
    person, publish = life.person, life.desk.window.page
    assert isinstance(publish, PublishPage)
    person.row(publish.documents, "Strategic plan draft")
    person.wait(lambda: publish.sheets.pages > 0 and publish.documents.current == "strategic-plan")
    life.files.will_name(pdf)
    person.press("Export as draft")
    person.wait(lambda: publish.before.said.startswith(f"Exported to {pdf}. {CHECKED}"))


def assert_every_recommendation_is_there(pdf: Path, asked: list[Finding], unanswered: Finding) -> None:
    """Each stands in the plan as printed; those with an answer are counted, the one without is named."""
    with pypdfium2.PdfDocument(str(pdf)) as made:
        text = " ".join(page.get_textpage().get_text_bounded() for page in made)
    held = "".join(text.split())
    for finding in asked:
        for part in in_lines(finding.text).split("\n"):
            assert "".join(part.lstrip("•▪◼■●○◦− ").split()) in held, part
        assert (f"Priorityoffinding{finding.number}" in held) == (finding is not unanswered)
    counted = f"{len(asked) - 1} of {len(asked)} recommendations"
    assert "".join(f"{counted} are answered by a priority of this plan.".split()) in held
    assert "".join(f"Not answered yet: {unanswered.number}".split()) in held
    assert "Noansweryet" in held
    assert "".join(OUTCOME.split()) in held
