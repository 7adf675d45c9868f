"""Import a report in the real window: choose, look through, keep; then follow up what inspectors found."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.gui.clipping import settle
from tests.gui.conftest import too_small, unnamed
from tests.unit.intake.reports.invented import Author
from tests.unit.intake.reports.printing import Style, print_report, text_form

from areasef.domain.evidence import Evidence
from areasef.domain.plan import Priority
from areasef.domain.record import Finding, FindingKind
from areasef.services import planning
from areasef.services.session import Session
from areasef.ui import appearance, theme
from areasef.ui.jobs import Jobs
from areasef.ui.models.finding_rows import REPORT
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.finding_list import FindingList
from areasef.ui.pages.findings.page import FindingsPage
from areasef.ui.pages.overview.page import OverviewPage
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.report.page import ReportPage
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.entries import ManyEntry, TextEntry
from areasef.ui.window import Window


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    path = tmp_path / "inspection.pdf"
    print_report(path, Author(70).report("systemic_failings", area="Alderbrook"))
    return path


@pytest.fixture
def unsure_file(tmp_path: Path) -> Path:
    """A report whose tables have no rules, so that where items begin and end is uncertain."""
    path = tmp_path / "unruled.pdf"
    print_report(path, Author(71).report("inconsistent", area="Alderbrook"), Style(rules=False))
    return path


def report_page(window: Window) -> ReportPage:
    window.go(Target("report"))
    assert isinstance(window.page, ReportPage)
    return window.page


def read(window: Window, path: Path) -> ReportPage:
    page = report_page(window)
    page.ask_file = lambda: str(path)
    page.choose_button.click()
    assert page.reviewing
    return page


def said(window: Window) -> str:
    return " ".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def kept(session: Session) -> list[Finding]:
    return sorted(session.store.all(Finding), key=lambda each: each.position)


def test_a_report_is_chosen_looked_through_and_kept(window: Window, session: Session, report_file: Path) -> None:
    page = read(window, report_file)
    QAbstractItemModelTester(page.review.list.findings, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.review.list.current == REPORT
    assert page.review.about.area.edit.text() == "Alderbrook"
    assert "Nothing is kept until you say so" in said(window)
    assert not kept(session)
    page.keep()
    assert len(kept(session)) == 32
    assert isinstance(window.page, FindingsPage)
    assert window.page.current == next(each for each in kept(session) if each.kind is FindingKind.PRIORITY_ACTION)
    assert "32 findings and the report are in the file" in said(window)


def test_the_finding_at_hand_is_marked_on_its_page(window: Window, report_file: Path) -> None:
    page = read(window, report_file)
    last = page.review.items[-1]
    page.review.list.stand_on(last.id)
    assert page.review.sheet.page == last.page
    assert page.review.form.heading.text() == f"Finding 10, page {last.page}"
    words = "".join(
        page.review.sheet._kept[last.page][1].text[mark.start : mark.end] for mark in page.review.sheet.paper._marks
    )
    assert "".join(words.split()) == "".join(last.text.split())


def test_a_click_on_the_page_finds_the_finding(window: Window, report_file: Path, qtbot: QtBot) -> None:
    page = read(window, report_file)
    first, second = page.review.items[0], page.review.items[1]
    page.review.list.stand_on(first.id)
    paper = page.review.sheet.paper
    box = paper._on_screen(second.places[0].boxes[0])
    spot = QPoint(round(box.left() + box.width() / 3), round(box.center().y()))
    qtbot.mouseClick(paper, Qt.MouseButton.LeftButton, pos=spot)
    assert page.review.list.current == second.id


def test_another_report_is_looked_through_from_the_start(window: Window, report_file: Path, unsure_file: Path) -> None:
    page = read(window, report_file)
    page.review.list.stand_on(page.review.items[3].id)
    page.review.form.text.setPlainText("Typed and never handed over.")
    page.read(unsure_file)
    assert page.review.list.current == REPORT
    window.commands.run("edit.undo")
    page.review.list.stand_on(page.review.items[0].id)
    assert page.review.form.text.toPlainText() == page.review.items[0].text
    assert window.rail.button("plan").isChecked()


def test_uncertain_findings_are_marked_and_f7_goes_from_one_to_the_next(window: Window, unsure_file: Path) -> None:
    page = read(window, unsure_file)
    unsure = [item.id for item in page.review.items if item.uncertain]
    assert len(unsure) == 4
    assert "4 to check: F7 goes to the next" in said(window)
    window.commands.run("move.next_check")
    assert page.review.list.current == unsure[0]
    page.review.form.right.click()
    assert page.review.unsure == 3
    window.commands.run("done")
    assert page.review.list.current == unsure[1]
    window.commands.run("done")
    assert page.review.unsure == 2
    assert page.review.list.current == unsure[2]


def test_split_at_the_caret_and_take_it_back(window: Window, report_file: Path) -> None:
    page = read(window, report_file)
    review = page.review
    item = next(each for each in review.items if each.kind is FindingKind.PRIORITY_ACTION)
    review.list.stand_on(item.id)
    text = review.form.text
    first = text.toPlainText().index(". ") + 1
    cursor = text.textCursor()
    cursor.setPosition(first)
    text.setTextCursor(cursor)
    count = len(review.items)
    review.form.split.click()
    assert len(review.items) == count + 1
    at = next(index for index, each in enumerate(review.items) if each.id == item.id)
    assert f"{review.items[at].text} {review.items[at + 1].text}" == item.text
    assert page.keep_button.accessibleName() == f"Keep {count + 1} findings"
    window.commands.run("edit.undo")
    assert [each.text for each in review.items][at] == item.text
    assert len(review.items) == count


def test_a_split_outside_the_words_changes_nothing(window: Window, report_file: Path) -> None:
    page = read(window, report_file)
    page.review.list.stand_on(page.review.items[0].id)
    before = page.review.items
    page.review.form.split.click()  # the caret stands before the first word
    assert page.review.items == before
    assert page.review.property("lastAnnouncement") == "Put the caret inside the words first"


def test_merge_move_retype_and_leave_out(window: Window, session: Session, report_file: Path) -> None:
    page = read(window, report_file)
    review, form = page.review, page.review.form
    one, other, third, fourth = review.items[:4]
    review.list.stand_on(one.id)
    form.merge.click()
    assert review.items[0].text == f"{one.text} {other.text}"
    review.list.stand_on(third.id)
    form.kind.box.setCurrentIndex(form.kind.box.findData("improvement"))
    form.kind.box.activated.emit(form.kind.box.currentIndex())
    assert review.items[-1].id == third.id
    assert review.list.current == third.id
    form.text.setPlainText("Typed  over.")
    review.list.stand_on(fourth.id)
    assert review.items[-1].text == "Typed over."
    assert form.text.toPlainText() == fourth.text
    form.out.click()
    assert fourth.id not in [each.id for each in review.items]
    page.keep()
    assert [each.text for each in kept(session)][-1] == "Typed over."
    assert len(kept(session)) == 30


def test_strands_are_offered_and_linked_only_with_a_yes(window: Window, session: Session, tmp_path: Path) -> None:
    invented = Author(72).report(area="Alderbrook")
    invented.better[0] = "Children wait too long for specialist assessments, and EHC needs assessments are late."
    path = tmp_path / "waits.pdf"
    print_report(path, invented)
    page = read(window, path)
    item = next(each for each in page.review.items if each.text == invented.better[0])
    page.review.list.stand_on(item.id)
    assert "i1" in page.review.form.ticks
    assert not any(box.isChecked() for box in page.review.form.ticks.values())
    page.review.form.ticks["i1"].click()
    page.keep()
    linked = {each.text: each.strand_ids for each in kept(session) if each.strand_ids}
    assert linked == {invented.better[0]: ("i1",)}


def test_area_and_days_can_be_put_right(window: Window, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text_form(Author(73).report(area="Alderbrook", dates="in the summer")), encoding="utf-8")
    page = read(window, path)
    about = page.review.about
    assert about.isVisibleTo(page)
    assert "no dates that can be read" in said(window)
    assert "no pages to show beside it" in page.review.sheet._note.words
    about.first.edit.setText("8 July 2024")
    about.first.settle()
    about.last.edit.setText("1 July 2024")
    about.last.settle()
    assert about.last.field.error
    about.last.edit.setText("12 July 2024")
    about.last.settle()
    page.keep()
    assert {str(each.report_date) for each in kept(session)} == {"2024-07-08"}


def test_what_is_no_report_is_said_in_place(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("A letter about bins and roads. " * 20, encoding="utf-8")
    page = report_page(window)
    page.read(path)
    assert not page.reviewing
    assert "letter.txt has none of the headings of such a report" in said(window)
    assert page.choose_button.hasFocus()


def test_the_same_report_is_refused_before_anybody_works_on_it(
    window: Window, session: Session, report_file: Path
) -> None:
    read(window, report_file).keep()
    page = report_page(window)
    page.read(report_file)
    assert not page.reviewing
    assert "This report is already here" in said(window)
    assert len(kept(session)) == 32


def test_undo_takes_findings_and_report_away(window: Window, session: Session, report_file: Path) -> None:
    read(window, report_file).keep()
    assert isinstance(window.page, FindingsPage)
    window.page.context.undo()
    assert kept(session) == []
    assert session.store.all(Evidence) == ()
    assert window.page.begin.isVisible()


def test_a_dropped_file_is_read(window: Window, report_file: Path) -> None:
    page = report_page(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(report_file))])
    page.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert page.reviewing


def test_reading_goes_on_beside_the_window_and_can_be_stopped(
    dressed: QApplication, preferences: Preferences, session: Session, report_file: Path, qtbot: QtBot
) -> None:
    window = Window(session, registry.pages(), preferences, jobs=Jobs())
    qtbot.addWidget(window)
    window.show()
    page = report_page(window)
    window.arrive_now()
    page.read(report_file)
    assert page.waiting.isVisible()
    page.waiting.stop.click()
    assert not page.waiting.isVisible()
    window.jobs.finish()
    assert not page.reviewing
    page.read(report_file)
    qtbot.waitUntil(lambda: page.reviewing, timeout=20_000)
    window.jobs.finish()


def test_since_the_last_inspection_each_field_is_kept(window: Window, session: Session, report_file: Path) -> None:
    read(window, report_file).keep()
    page = window.page
    assert isinstance(page, FindingsPage)
    QAbstractItemModelTester(page.list.findings, QAbstractItemModelTester.FailureReportingMode.Fatal)
    done = page.form.entries["done"]
    assert isinstance(done, TextEntry)
    done.edit.setPlainText("Two clinics were opened.")
    here = page.list.current
    window.commands.run("next")
    assert page.list.current != here
    found = session.store.get(Finding, here)
    assert found is not None
    assert found.done == "Two clinics were opened."
    assert "32 findings. 1 followed up, 0 answered by a priority." in said(window)
    row = page.list.findings.rows[page.list.findings.find(here)]
    assert row.under == "Still to say: impact, what is left"


def test_a_priority_answers_a_finding(window: Window, session: Session, report_file: Path) -> None:
    read(window, report_file).keep()
    existing = planning.add_priority(session, "Shorter waits")
    window.go(Target("findings"))
    page = window.page
    assert isinstance(page, FindingsPage)
    page.refresh(None)
    wanted = next(each for each in kept(session) if each.kind is FindingKind.PRIORITY_ACTION)
    page.go(Target("findings", "finding", wanted.id))
    row = page.list.findings.rows[page.list.findings.find(wanted.id)]
    assert row.mark == ("check", "look", "No priority answers it")
    answers = page.form.entries["answers"]
    assert isinstance(answers, ManyEntry)
    answers.button.picked.emit((existing.id,))
    assert session.store.get(Priority, existing.id).finding_ids == (wanted.id,)  # type: ignore[union-attr]
    row = page.list.findings.rows[page.list.findings.find(wanted.id)]
    assert row.mark == ("check", "look", "Priority 1 has no action")
    page.form.make.click()
    assert isinstance(window.page, PlanPage)
    made = [each for each in planning.priorities(session) if each.id != existing.id]
    assert made[0].finding_ids == (wanted.id,)
    assert wanted.text.startswith(made[0].title.rstrip("…"))


def test_a_finding_leads_to_its_page_in_the_library(window: Window, session: Session, report_file: Path) -> None:
    read(window, report_file).keep()
    assert isinstance(window.page, FindingsPage)
    wanted = kept(session)[-1]
    window.page.go(Target("findings", "finding", wanted.id))
    window.page.form.see_page.click()
    assert isinstance(window.page, EvidencePage)
    shown = window.page.view.preview.preview.shown
    assert shown is not None
    assert (shown.item.id, shown.page) == (wanted.evidence_id, wanted.page)


def test_a_finding_goes_to_the_bin_and_comes_back(window: Window, session: Session, report_file: Path) -> None:
    read(window, report_file).keep()
    page = window.page
    assert isinstance(page, FindingsPage)
    page.form.remove.click()
    assert len(kept(session)) == 31
    page.context.undo()
    assert len(kept(session)) == 32


def test_ways_in(window: Window) -> None:
    for command in ("place.report", "place.findings"):
        assert window.commands.applies(command)
    window.go(Target("plan"))
    window.commands.run("place.report")
    assert isinstance(window.page, ReportPage)
    window.go(Target("overview"))
    overview = window._pages["overview"]
    assert isinstance(overview, OverviewPage)
    assert any(row.payload == Target("report") for row in overview.do_next.list.rows)


@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("dark", 1.0), ("contrast", 2.0)])
def test_every_control_has_a_name_and_is_large_enough(
    window: Window, unsure_file: Path, look: str, scale: float
) -> None:
    page = read(window, unsure_file)
    theme.apply(look, scale)
    page.review.list.stand_on(page.review.items[-1].id)
    assert unnamed(page) == []
    assert too_small(page) == []
    page.keep()
    assert window.page is not None
    assert unnamed(window.page) == []
    assert too_small(window.page) == []


def test_what_inspectors_wrote_is_not_cut_short_in_the_list(window: Window, report_file: Path) -> None:
    window.resize(1366, 688)
    read(window, report_file)
    (rows,) = [each for each in window.findChildren(FindingList) if each.isVisible()]
    measure = QFontMetrics(theme.look().font("table"))
    for at, row in enumerate(rows.findings.rows):
        if not row.heading:
            lines = measure.horizontalAdvance(row.words) / rows.viewport().width()
            high = rows.visualRect(rows.findings.index(at, 0)).height()
            assert high >= lines * measure.lineSpacing(), row.words


def test_in_large_text_the_findings_are_in_front_once_a_report_is_read(window: Window, report_file: Path) -> None:
    looks = appearance.current()
    assert looks is not None
    looks.choose_text_size(200)
    window.resize(1366, 688)
    page = read(window, report_file)
    settle()
    (rows,) = page.findChildren(FindingList)
    looks.choose_text_size(100)
    assert rows.isVisible()
    assert rows.hasFocus()
