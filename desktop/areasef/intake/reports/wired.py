"""A report on the wire between the worker and the application: plain JSON there, the same report here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from areasef.domain.report import InspectionOutcome, InspectionReport, Place, PlanAsked, ReportBody, ReportItem
from areasef.words import reports as _words  # noqa: F401 - refusals that come back from the worker can be said here
from areasef.words.faults import Fault

_DAYS = ("start", "end", "previous_start", "previous_end")
_ITEMS = ("information", "experience", "effective", "better", "priority_action", "improvement")


def report_as_json(report: InspectionReport) -> dict[str, Any]:
    """Return a report as plain values that JSON can hold."""
    plain = asdict(report)
    for name in _DAYS:
        plain[name] = plain[name].isoformat() if plain[name] else None
    return plain


def report_from_json(plain: Mapping[str, Any]) -> InspectionReport:
    """Return the report of :func:`report_as_json`."""
    values = dict(plain)
    for name in _DAYS:
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    for name in _ITEMS:
        values[name] = tuple(_item(item) for item in values[name])
    values["outcome"] = InspectionOutcome(values["outcome"])
    values["asked"] = PlanAsked(values["asked"]) if values["asked"] else None
    values["bodies"] = tuple(ReportBody(**body) for body in values["bodies"])
    values["team"] = tuple(values["team"])
    values["faults"] = tuple(Fault(**fault) for fault in values["faults"])
    return InspectionReport(**values)


def _item(plain: Mapping[str, Any]) -> ReportItem:
    places = tuple(Place(place["page"], _boxes(place["boxes"])) for place in plain["places"])
    return ReportItem(**{**plain, "places": places, "sub_points": tuple(plain["sub_points"])})


def _boxes(boxes: Sequence[Sequence[float]]) -> tuple[tuple[float, float, float, float], ...]:
    return tuple((left, bottom, right, top) for left, bottom, right, top in boxes)
