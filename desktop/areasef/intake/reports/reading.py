"""Read a published area SEND inspection report: the one door of this room, called inside the worker process."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from areasef.domain.report import InspectionOutcome, InspectionReport, ReportItem
from areasef.intake.reports.details import bodies, team
from areasef.intake.reports.footnotes import without_footnotes
from areasef.intake.reports.furniture import without_furniture
from areasef.intake.reports.geometry import read_pages
from areasef.intake.reports.headings import Section, sections
from areasef.intake.reports.joining import Joiner
from areasef.intake.reports.layout import lines_of
from areasef.intake.reports.opening import follow, opening
from areasef.intake.reports.plain import lines_of_text, read_text, two_bytes
from areasef.intake.reports.printed import Line
from areasef.intake.reports.prose import findings, paragraphs
from areasef.intake.reports.refusal import check_is_report
from areasef.intake.reports.standing import before_table
from areasef.intake.reports.tables import improvement, priority_action
from areasef.words import reports as _words  # noqa: F401 - its sentences are registered on import
from areasef.words.faults import AppError, Fault

# What a file lacks is no sign of what it is when a part of it is lost.
_SAID_OF_WHOLE_FILES: Final = frozenset(
    ("report.something_else", "report.quote_only", "report.several_outcomes", "report.no_text")
)
# An area that is new has had no inspection, and its report says so in words of its own.
_NONE_BEFORE: Final = re.compile(
    r"\bnot? previous|\bnone\b|\bn/?a\b|not applicable|not (?:been )?inspected|\bfirst\b|^-+$"
)

_RESPONSIBLE: Final = re.compile(r"(.{10,200}?) (?:are|is) (?:both |jointly )?responsible\b")


def read_report(path: Path) -> InspectionReport:
    """Return a published report from its PDF or its text. Raises AppError where the file is no such report."""
    try:
        with path.open("rb") as stream:
            start = stream.read(1024)
    except OSError as error:
        raise AppError("report.unreadable", name=path.name) from error
    if b"%PDF" in start:
        pages, faults = read_pages(path)
        plain = [without_footnotes(page) for page in pages]
        lines = without_furniture([(page.height, lines_of(page)) for page in plain])
        noted = [page.number for page, kept in zip(pages, plain, strict=True) if len(kept.words) < len(page.words)]
        left_out = tuple(Fault("report.footnote", f"page {number}") for number in noted)
        try:
            return report_of(path.name, lines, (*faults, *left_out), len(pages))
        except AppError as error:
            if error.code in _SAID_OF_WHOLE_FILES and any(fault.code == "report.damaged" for fault in faults):
                raise AppError("report.unreadable", name=path.name) from error
            raise
    if b"\0" in start and start[:2] not in (b"\xff\xfe", b"\xfe\xff") and not two_bytes(start):
        raise AppError("report.unreadable", name=path.name)
    return report_of(path.name, lines_of_text(read_text(path)), (), 0)


def report_of(name: str, lines: Sequence[Line], faults: tuple[Fault, ...], pages: int) -> InspectionReport:
    """Return the report that lines of any origin make up. Raises AppError where they make up none."""
    parts = sections(lines)
    outcome = check_is_report(name, lines, parts)
    joiner = Joiner(line.text for line in lines)
    foot = min((line.box[1] for line in lines if line.page and line.cell is None), default=0.0)
    top = opening(joiner.join(line.text for line in parts.get(Section.TITLE, ())))
    outcome_text = joiner.join(line.text for line in parts.get(Section.OUTCOME, ()))
    after = follow(outcome_text)
    effective, loose_effective = findings(parts.get(Section.EFFECTIVE, ()), joiner)
    better, loose_better = findings(parts.get(Section.BETTER, ()), joiner)
    lead, priority = before_table(parts.get(Section.PRIORITY, ()))
    other_lead, improve = before_table(parts.get(Section.IMPROVEMENT, ()))
    loose = (*loose_effective, *loose_better, *paragraphs(lead, joiner), *paragraphs(other_lead, joiner))
    information = paragraphs(parts.get(Section.INFORMATION, ()), joiner, foot)
    named = [said[1] for item in information if (said := _RESPONSIBLE.match(item.text))]
    found = InspectionReport(
        top.area,
        top.dates[0],
        top.dates[1],
        outcome,
        top.previous[0],
        top.previous[1],
        top.dates_text,
        top.previous_text,
        outcome_text,
        after.years,
        after.months,
        after.asked,
        information,
        paragraphs(parts.get(Section.EXPERIENCE, ()), joiner, foot),
        effective,
        better,
        priority_action(priority, joiner, named),
        improvement(improve, joiner),
        bodies(parts.get(Section.DETAILS, ()), joiner),
        team(parts.get(Section.TEAM, ())),
        (),
        pages,
    )
    return replace(found, faults=(*faults, *_missing(found), *_loose(loose)))


def _missing(report: InspectionReport) -> tuple[Fault, ...]:
    """Return a fault for each thing that every report has and this one does not show."""
    unread = [
        ("report.no_area", not report.area),
        ("report.no_dates", report.start is None or report.end is None),
        ("report.no_previous", report.previous_start is None and not _says_none(report.previous_text)),
        ("report.no_next", report.next_full_years is None),
        ("report.no_effective", not report.effective),
        ("report.no_better", not report.better),
        ("report.no_improvement", not report.improvement),
        ("report.priority_unexpected", bool(report.priority_action) and not _is_systemic(report)),
        ("report.priority_missing", not report.priority_action and _is_systemic(report)),
    ]
    return tuple(Fault(code) for code, is_so in unread if is_so)


def _is_systemic(report: InspectionReport) -> bool:
    return report.outcome is InspectionOutcome.SYSTEMIC_FAILINGS


def _says_none(previous: str) -> bool:
    return bool(_NONE_BEFORE.search(previous.casefold()))


def _loose(items: Sequence[ReportItem]) -> tuple[Fault, ...]:
    return tuple(
        Fault("report.loose_text", f"page {item.page}" if item.page else "", {"text": item.text[:80]}) for item in items
    )
