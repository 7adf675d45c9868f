"""A report as one plain object, with the keys that ``import report --json`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from areasef.domain.report import InspectionReport, PlanAsked, ReportItem


def as_expected(report: InspectionReport) -> dict[str, object]:
    """Return the report as plain values: findings with their pages (for a PDF), recommendations as text."""
    return {
        "area": report.area,
        "start": _day(report.start),
        "end": _day(report.end),
        "previous_start": _day(report.previous_start),
        "previous_end": _day(report.previous_end),
        "outcome": report.outcome.value,
        "next_full_inspection_years": report.next_full_years,
        "monitoring_inspection": report.monitoring_months is not None,
        "priority_action_plan_required": report.asked is PlanAsked.PRIORITY_ACTION_PLAN,
        "information": [item.text for item in report.information],
        "experience": [item.text for item in report.experience],
        "effective": _findings(report.effective),
        "better": _findings(report.better),
        "priority_action": [{"body": item.body, "text": item.text} for item in report.priority_action],
        "improvement": [item.text for item in report.improvement],
    }


def _findings(items: Sequence[ReportItem]) -> list[dict[str, object]]:
    return [
        {"page": item.page, "end_page": item.end_page, "text": item.text} if item.page else {"text": item.text}
        for item in items
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
