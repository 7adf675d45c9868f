"""The lead on other days: with an inspection report in her hand, round Alderbrook and back, and the day after."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.gui.conftest import _windows_go, dressed, preferences, qapp_args
from tests.journeys.opened import open_from_a_colleague
from tests.journeys.test_lead import reads
from tests.journeys.test_main_journey import Life, evaluate, life
from tests.unit.intake.reports.invented import Author
from tests.unit.intake.reports.printing import print_report

from areasef.ui.pages.findings.page import FindingsPage
from areasef.ui.pages.overview.page import OverviewPage
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.report.page import ReportPage

FIXTURES = (_windows_go, dressed, preferences, qapp_args, life)


def test_a_report_in_her_hand(life: Life, tmp_path: Path) -> None:
    """From Overview to the import, to the findings, to the first priority at its title, and back to what is left."""
    person, report = life.person, tmp_path / "inspection.pdf"
    print_report(report, Author(90).report("systemic_failings", area="Wychmoor"))
    begin(life, tmp_path / "Wychmoor.areasef")
    follow(life, "Import your last inspection report")
    page = life.desk.window.page
    assert isinstance(page, ReportPage)
    life.files.will_name(report)
    person.press("Choose a report")
    person.wait(lambda: page.reviewing)
    person.press("Keep ")
    findings = life.desk.window.page
    person.wait(lambda: isinstance(life.desk.window.page, FindingsPage))
    findings = life.desk.window.page
    assert isinstance(findings, FindingsPage)
    person.wait(lambda: reads(findings, "For each: say what was done, or make a priority of it."))
    person.press("Make a priority of it")
    plan = life.desk.window.page
    assert isinstance(plan, PlanPage)
    person.wait(lambda: plan.editor.form is not None and plan.editor.form.isVisible())
    assert plan.editor.form is not None
    assert person.focus() is plan.editor.form.entries["title"].field.control
    person.press("Overview")
    row = follow(life, "Answer what the inspection found")
    assert row.endswith("without a priority")
    assert life.desk.window.place == "findings"


def test_round_alderbrook_and_back(life: Life, demo: Path, tmp_path: Path) -> None:
    """Alderbrook says that it is made up and where one's own begins; there, her own file is one press away."""
    person = life.person
    begin(life, tmp_path / "Wychmoor.areasef")
    life.desk.window.close()
    life.wait_for_the_end()
    open_from_a_colleague(life, demo, tmp_path)
    overview = life.desk.window.page
    assert isinstance(overview, OverviewPage)
    sentence = overview.findChild(QLabel, "sentence")
    assert sentence is not None
    person.wait(lambda: "a made-up area" in sentence.text())
    assert sentence.text().endswith("Your own begins in the menu at the top left.")
    assert "Go on with the questions" not in [row.what for row in overview.do_next.list.rows]
    person.answering(lambda: person.press("file menu"), person.choose("Start a new file"))
    sitting = life.sitting
    assert sitting is not None
    person.wait(lambda: sitting.desk is None and sitting.first is not None and sitting.first.isVisible())
    person.press("Wychmoor")
    assert "Wychmoor" in life.desk.window.windowTitle() or life.desk.session.area.name == "Wychmoor"


def test_the_day_after_evaluate_opens_where_she_was(life: Life, tmp_path: Path) -> None:
    person, file = life.person, tmp_path / "Wychmoor.areasef"
    begin(life, file)
    page = evaluate(life.desk)
    person.row(page.strands.list, "Shared picture of need")
    assert page.strand.code == "L3"
    life.desk.window.close()
    life.wait_for_the_end()
    life.begin()
    person.press(file.stem)
    person.press("Evaluate")
    again = evaluate(life.desk)
    person.wait(lambda: again.strand_id == again.session.framework.strands[7].id)
    assert again.strand.code == "L3"


def begin(life: Life, file: Path) -> None:
    """Start her own area."""
    life.begin()
    life.person.type("Wychmoor")
    life.files.will_name(file)
    life.person.press("Change…")
    life.person.press("Create the evaluation")
    life.person.wait(life.desk.window.isVisible)


def follow(life: Life, words: str) -> str:
    """Go to Overview, follow a row of what to do next, and return where it says that it is."""
    person = life.person
    person.press("Overview")
    overview = life.desk.window.page
    assert isinstance(overview, OverviewPage)
    rows = overview.do_next.list
    person.wait(lambda: words in [row.what for row in rows.rows])
    where = next(row.where for row in rows.rows if row.what == words)
    person.row(rows, words)
    person.keys(Qt.Key.Key_Return)
    person.wait(lambda: life.desk.window.place != "overview")
    return where
