"""Import a published inspection report: read it in the worker, review it, then keep its findings and the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from areasef.domain.change import Change, merged
from areasef.domain.deadline import ReportClock
from areasef.domain.evaluation import Area
from areasef.domain.evidence import Evidence, Revision, RevisionKind, Sensitivity
from areasef.domain.followed import ReportKey, key_of, report_title, same_area
from areasef.domain.framework import Framework
from areasef.domain.identity import new_id
from areasef.domain.page import PageGeometry, PagePicture
from areasef.domain.record import Finding
from areasef.domain.report import InspectionReport
from areasef.domain.resemblance import strands_like
from areasef.domain.review import Items, numbered, under_review
from areasef.intake.reports.expected import as_expected
from areasef.intake.worker import Worker
from areasef.services.adding import read_revision, twin_of
from areasef.services.scheduling import clock_of_report
from areasef.services.session import Session, now
from areasef.words.faults import AppError

_FAILED: Final = ("intake.crashed", "intake.too_much", "intake.parser_failed", "intake.unreadable", "intake.not_a_file")


@dataclass(frozen=True, slots=True)
class Kept:
    """What an import left in the workspace."""

    change: Change
    evidence_id: str
    finding_ids: tuple[str, ...]


def read_report_file(worker: Worker, path: Path, cancelled: Callable[[], bool] | None = None) -> InspectionReport:
    """Return the report of a file, read in a process that is ended after 20 seconds.

    Raises AppError ``report.*`` where the file is no report of this framework, or ``intake.stopped`` when cancelled.
    """
    try:
        return worker.report(path, cancelled=cancelled)
    except AppError as error:
        if error.code in _FAILED:
            raise AppError("report.unreadable", name=path.name) from error
        if error.code == "intake.hung":
            raise AppError("report.hung", name=path.name, **error.params) from error
        raise


def read_report_alone(path: Path) -> InspectionReport:
    """Return the report of a file without a workspace, in a worker of its own. Raises AppError as above."""
    worker = Worker()
    try:
        return read_report_file(worker, path)
    finally:
        worker.stop()


def in_few_lines(report: InspectionReport) -> Iterator[str]:
    """Yield what a report says in few lines: where, when, the outcome, how many findings, and what must be done."""
    days = " to ".join(_day(day) for day in (report.start, report.end) if day)
    yield f"{report.area or 'No area named'}, {days or 'no dates'}"
    yield report.outcome_text
    counted = (
        ("effective", report.effective),
        ("to do better", report.better),
        ("for priority action", report.priority_action),
        ("for improvement", report.improvement),
    )
    yield ", ".join(f"{len(items)} {name}" for name, items in counted)
    for item in (*report.priority_action, *report.improvement):
        place = f" (page {item.page})" if item.page else ""
        yield f"- {item.body + ': ' if item.body else ''}{item.text}{place}"


def report_as_data(report: InspectionReport) -> dict[str, object]:
    """Return a report as plain values with the keys that ``import report --json`` prints."""
    return as_expected(report)


def review(framework: Framework, report: InspectionReport) -> Items:
    """Return a report's findings to look through, each with the strands that its words are close to."""
    return under_review(report, lambda text: strands_like(framework, text))


def earlier(session: Session, report: InspectionReport) -> tuple[Finding, ...]:
    """Return the findings already kept of this report: the same area and the same first day."""
    found = session.store.all(Finding, report_date=report.start)
    return tuple(each for each in found if _same(key_of(each), report))


def _same(key: ReportKey, report: InspectionReport) -> bool:
    return key.title == report_title(report.area) or bool(key.area and same_area(key.area, report.area))


def refuse_twice(session: Session, report: InspectionReport) -> None:
    """Raise AppError ``report.already_in`` where findings of this very report are in the workspace."""
    if earlier(session, report):
        raise AppError("report.already_in", title=report_title(report.area), day=_day(report.start))


def draw(session: Session, path: Path, page: int, scale: float) -> tuple[PagePicture, PageGeometry]:
    """Return a page of a report that is under review: its picture at ``scale`` pixels a point, and where its words are."""
    return session.drawer.picture(path, page, scale), session.drawer.geometry(path, page)


def keep_report(session: Session, path: Path, report: InspectionReport, items: Items) -> Kept:
    """Keep reviewed findings and the file they stand in, as one step that can be undone.

    Raises AppError ``report.already_in`` where findings of this report are in the workspace, and
    ``report.nothing_chosen`` where no finding is left.
    """
    if not items:
        raise AppError("report.nothing_chosen", name=path.name)
    refuse_twice(session, report)
    blob = session.store.add_blob(path)
    twin = twin_of(session, blob.sha256)
    evidence = twin or _evidence(session, report)
    revision = None if twin else _revision(session, evidence.id, path, blob.sha256, blob.size, report.page_count)
    findings = _findings(report, items, evidence.id, _last_position(session))
    with session.store.write("Import a report") as batch:
        if revision is not None:
            batch.put(evidence)
            batch.put(revision)
        for finding in findings:
            batch.put(finding)
            batch.restore(Finding, finding.id)  # one that was kept, taken back and is kept again was in the bin
        _note_inspection(session, report, batch.put)
    change = batch.change
    if revision is not None:
        change = merged([change, read_revision(session, revision.id)], change.label)
    return Kept(change, evidence.id, tuple(finding.id for finding in findings))


def _findings(report: InspectionReport, items: Items, evidence_id: str, last: float) -> list[Finding]:
    numbers = numbered(items)
    return [
        Finding(
            id=item.id,
            kind=item.kind,
            text=item.text,
            number=numbers[item.id],
            report=report_title(report.area),
            report_date=report.start,
            bodies=item.bodies,
            page=item.page,
            evidence_id=evidence_id,
            strand_ids=item.strand_ids,
            position=last + place,
        )
        for place, item in enumerate(items, 1)
    ]


def _last_position(session: Session) -> float:
    return max((each.position for each in session.store.all(Finding)), default=0.0)


def _note_inspection(session: Session, report: InspectionReport, put: Callable[[Area | ReportClock], None]) -> None:
    """Keep the first day as the area's last inspection and let dates count from the report.

    Only where the report is the area's own, and newer than what is known.
    """
    area = session.area
    newer = report.start and (area.last_inspection is None or area.last_inspection < report.start)
    if newer and same_area(report.area, area.name):
        put(replace(area, last_inspection=report.start))
        put(clock_of_report(session, str(report.outcome), report.end))


def _evidence(session: Session, report: InspectionReport) -> Evidence:
    kinds = {kind.id for kind in session.framework.source_types}
    title = report_title(report.area)
    return Evidence(
        id=new_id(),
        ref=session.store.next_ref(),
        title=f"{title}, {report.start:%B %Y}" if report.start else title,
        source_type_id="document" if "document" in kinds else "",
        covers_from=report.start,
        covers_to=report.end,
        owner="Ofsted and Care Quality Commission",
        sensitivity=Sensitivity.OPEN,
        added_at=now(),
    )


def _revision(session: Session, evidence_id: str, path: Path, sha256: str, size: int, pages: int) -> Revision:
    is_pdf = pages > 0
    return Revision(
        id=new_id(),
        evidence_id=evidence_id,
        number=1,
        kind=RevisionKind.FILE,
        name=path.name,
        media_type="application/pdf" if is_pdf else "text/plain",
        sha256=sha256,
        size=size,
        added_at=now(),
        added_by=session.author,
    )


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "no date"
