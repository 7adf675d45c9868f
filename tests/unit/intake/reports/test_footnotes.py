"""Footnotes and the marks that lead to them stand in no sentence of a report, and are pointed out."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from areasef.domain.report import InspectionReport
from areasef.intake.reports.reading import read_report

from .invented import Author
from .press import Style
from .printing import print_report
from .test_printed_reports import check


def with_notes(path: Path, report: InspectionReport, noted: Path, *, mark: str = "1") -> None:
    """Write the report again with a raised mark on each page that a finding or an area ends on, and its note below."""
    last: dict[int, tuple[float, float]] = {}
    for item in (*report.effective, *report.better, *report.priority_action, *report.improvement):
        _left, low, right, high = item.places[-1].boxes[-1]
        last[item.end_page] = (right, low + 0.45 * (high - low))
    canvas = Canvas(str(noted.with_suffix(".notes.pdf")), pagesize=(595.0, 842.0))
    for page in range(1, report.page_count + 1):
        if page in last:
            canvas.setFont("Helvetica", 7)
            canvas.drawString(last[page][0] + 0.3, last[page][1], mark)
            canvas.drawString(57, 92, mark)
            canvas.setFont("Helvetica", 9)
            canvas.drawString(62, 89, "This kind of help is given by those who know the area. Leaders should know")
            canvas.drawString(57, 78, "who they are.")
        canvas.showPage()
    canvas.save()
    with pikepdf.open(path) as pdf, pikepdf.open(noted.with_suffix(".notes.pdf")) as notes:
        for below, above in zip(pdf.pages, notes.pages, strict=True):
            below.add_overlay(above, pikepdf.Rectangle(0, 0, 595, 842))
        pdf.save(noted)


@pytest.mark.parametrize("outcome", ["positive", "systemic_failings"])
def test_a_footnote_is_no_part_of_what_a_page_cuts(tmp_path: Path, outcome: str) -> None:
    invented = Author(130).report(outcome, "•")
    pages = print_report(tmp_path / "report.pdf", invented, Style(bottom=110.0))
    plain = read_report(tmp_path / "report.pdf")
    with_notes(tmp_path / "report.pdf", plain, tmp_path / "noted.pdf")
    report = read_report(tmp_path / "noted.pdf")
    check(report, invented, pages)
    assert {fault.code for fault in report.faults} == {"report.footnote"}
