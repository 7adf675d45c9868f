"""Import a report: its findings and its file come into the workspace together, once, and go together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.unit.intake.reports.invented import Author
from tests.unit.intake.reports.printing import print_report, text_form

from areasef.domain import review as steps
from areasef.domain.deadline import ReportClock
from areasef.domain.evidence import Evidence, PageText, Revision, Sensitivity, TextState
from areasef.domain.record import Finding, FindingKind
from areasef.domain.report import InspectionReport
from areasef.services.importing_reports import keep_report, read_report_file, review
from areasef.services.scheduling import current_clock
from areasef.services.session import Session
from areasef.words.faults import AppError


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    path = tmp_path / "inspection.pdf"
    print_report(path, Author(50).report("systemic_failings", area="Alderbrook", dates="8 to 12 July 2024"))
    return path


@pytest.fixture
def report(session: Session, report_file: Path) -> InspectionReport:
    return read_report_file(session.reader, report_file)


def test_findings_come_in_the_order_of_the_report_with_their_file(
    session: Session, report_file: Path, report: InspectionReport
) -> None:
    kept = keep_report(session, report_file, report, review(session.framework, report))
    found = session.store.all(Finding)
    read = [*report.effective, *report.better, *report.priority_action, *report.improvement]
    assert [each.text for each in sorted(found, key=lambda each: each.position)] == [item.text for item in read]
    assert [each.page for each in sorted(found, key=lambda each: each.position)] == [item.page for item in read]
    asked = len(report.priority_action) + len(report.improvement)
    assert [each.number for each in sorted(found, key=lambda each: each.position)] == [
        *(f"E{at}" for at in range(1, len(report.effective) + 1)),
        *(f"B{at}" for at in range(1, len(report.better) + 1)),
        *(str(at) for at in range(1, asked + 1)),
    ]
    assert [each.bodies for each in found if each.kind is FindingKind.PRIORITY_ACTION] == [
        item.body for item in report.priority_action
    ]
    assert not any(each.strand_ids for each in found)  # suggested strands wait for a yes
    evidence = session.store.get(Evidence, kept.evidence_id)
    assert evidence is not None
    assert evidence.title == "Area SEND inspection of Alderbrook, July 2024"
    assert (evidence.covers_from, evidence.covers_to) == (date(2024, 7, 8), date(2024, 7, 12))
    assert evidence.sensitivity is Sensitivity.OPEN
    assert session.area.last_inspection == date(2024, 7, 8)
    clock = current_clock(session)
    assert (clock.outcome_id, clock.inspected) == (str(report.outcome), date(2024, 7, 12))


def test_every_finding_can_be_cited_on_its_page(session: Session, report_file: Path, report: InspectionReport) -> None:
    kept = keep_report(session, report_file, report, review(session.framework, report))
    revision = session.store.all(Revision, evidence_id=kept.evidence_id)[0]
    assert revision.text_state is TextState.READ
    pages: dict[int, PageText] = {page.page: page for page in session.store.pages(revision.id)}
    for finding in session.store.all(Finding):
        assert finding.evidence_id == kept.evidence_id
        assert " ".join(finding.text.split()[:3]) in " ".join(pages[finding.page].text.split())


def test_one_undo_takes_findings_and_file_away_together(
    session: Session, report_file: Path, report: InspectionReport
) -> None:
    before = session.area
    keep_report(session, report_file, report, review(session.framework, report))
    assert session.store.undo_label == "Import a report"
    session.store.undo()
    assert session.store.all(Finding) == ()
    assert session.store.all(Evidence) == ()
    assert session.area == before
    session.store.redo()
    assert len(session.store.all(Evidence)) == 1


def test_the_same_report_comes_in_once_and_a_second_inspection_beside_it(
    session: Session, report_file: Path, report: InspectionReport, tmp_path: Path
) -> None:
    keep_report(session, report_file, report, review(session.framework, report))
    first = len(session.store.all(Finding))
    with pytest.raises(AppError, match="8 July 2024 are in this workspace"):
        keep_report(session, report_file, report, review(session.framework, report))
    assert len(session.store.all(Finding)) == first
    later = tmp_path / "later.pdf"
    print_report(later, Author(51).report(area="Alderbrook", dates="9 to 13 March 2026"))
    second = read_report_file(session.reader, later)
    keep_report(session, later, second, review(session.framework, second))
    assert {each.report_date for each in session.store.all(Finding)} == {date(2024, 7, 8), date(2026, 3, 9)}
    assert current_clock(session).inspected == date(2026, 3, 13)
    assert len(session.store.all(ReportClock)) == 2


def test_a_report_of_a_neighbour_does_not_change_our_last_inspection(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text_form(Author(52).report(area="North Alderbrookshire", dates="9 to 13 March 2026")))
    report = read_report_file(session.reader, path)
    before = session.area.last_inspection
    keep_report(session, path, report, review(session.framework, report))
    assert session.area.last_inspection == before
    assert session.store.all(ReportClock) == ()
    assert all(each.page == 0 for each in session.store.all(Finding))


def test_a_file_that_is_already_evidence_is_not_added_again(
    session: Session, report_file: Path, report: InspectionReport
) -> None:
    from areasef.services.adding import add_files

    held = add_files(session, [report_file]).added[0]
    assert keep_report(session, report_file, report, review(session.framework, report)).evidence_id == held
    assert len(session.store.all(Evidence)) == 1


def test_what_was_reviewed_is_what_is_kept(session: Session, report_file: Path, report: InspectionReport) -> None:
    items = review(session.framework, report)
    strand = session.framework.strands[0].id
    items = steps.link(items, items[0].id, strand, True)
    items = steps.retype(items, items[1].id, "Typed  anew.")
    items = steps.move(items, items[2].id, FindingKind.IMPROVEMENT)
    kept = keep_report(session, report_file, report, items)
    found = {each.id: each for each in session.store.all(Finding)}
    assert tuple(found) == kept.finding_ids
    assert found[items[0].id].strand_ids == (strand,)
    assert found[items[1].id].text == "Typed anew."
    assert found[items[-1].id].kind is FindingKind.IMPROVEMENT


def test_nothing_is_kept_where_every_finding_is_left_out(
    session: Session, report_file: Path, report: InspectionReport
) -> None:
    with pytest.raises(AppError, match="Every finding"):
        keep_report(session, report_file, report, ())
    assert session.store.all(Evidence) == ()


def test_a_file_that_is_no_report_is_refused_with_its_name(session: Session, tmp_path: Path) -> None:
    (tmp_path / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    for path in (tmp_path / "picture.pdf", tmp_path / "missing.pdf", tmp_path):
        with pytest.raises(AppError) as error:
            read_report_file(session.reader, path)
        assert error.value.code == "report.unreadable"
        assert path.name in str(error.value)


def test_reading_can_be_stopped(session: Session, report_file: Path) -> None:
    with pytest.raises(AppError) as error:
        read_report_file(session.reader, report_file, cancelled=lambda: True)
    assert error.value.code == "intake.stopped"


def test_a_report_of_text_keeps_dates_that_were_not_read_open(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text_form(replace(Author(53).report(), dates="in the summer")))
    report = read_report_file(session.reader, path)
    keep_report(session, path, report, review(session.framework, report))
    assert {each.report_date for each in session.store.all(Finding)} == {None}
    with pytest.raises(AppError, match="no date"):
        keep_report(session, path, report, review(session.framework, report))
