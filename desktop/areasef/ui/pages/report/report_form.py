"""The report itself under review: area and days, which may be put right, and what it says of outcome and what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from areasef.domain.report import InspectionReport, PlanAsked
from areasef.ui.widgets.entries import DayEntry, LineEntry
from areasef.ui.widgets.label import label
from areasef.ui.widgets.prose import Prose
from areasef.ui.widgets.scroll import Scroll

_ASKED = {
    PlanAsked.STRATEGIC_PLAN: "It asks for the strategic plan to be updated and published.",
    PlanAsked.PRIORITY_ACTION_PLAN: "It asks for a priority action plan.",
}


class ReportForm(Scroll):
    """``changed`` hands over the report with what a person put right."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__("The report", margins=(16, 12, 16, 20), spacing=14)
        self._report: InspectionReport | None = None
        self.area = LineEntry("Area", self._keep_area)
        self.first = DayEntry("First day of the inspection", lambda day: self._keep_days(start=day))
        self.last = DayEntry("Last day of the inspection", lambda day: self._keep_days(end=day))
        self._outcome = Prose("", "body")
        self._follows = Prose("", "table")
        self._bodies = Prose("", "table")
        self._faults = Prose("", "table")
        self.column.addWidget(label("The report", "section"))
        for entry in (self.area, self.first, self.last):
            self.column.addWidget(entry.field)
        self._said = [
            (self._section("What the report says of the outcome, in its own words", self._outcome), self._outcome),
            (self._section("What follows", self._follows), self._follows),
            (self._section("Bodies it names", self._bodies), self._bodies),
            (self._section("What could not be read", self._faults), self._faults),
        ]
        self.column.addStretch(1)

    def show_report(self, report: InspectionReport) -> None:
        """Show a report."""
        self._report = report
        self.area.show_value(report.area)
        self.first.show_value(report.start)
        self.last.show_value(report.end)
        self._outcome.say(report.outcome_text)
        self._follows.say(_follows(report))
        self._bodies.say("\n".join(", ".join(filter(None, (body.name, body.officer))) for body in report.bodies))
        self._faults.say("\n".join(str(fault) for fault in report.faults))
        for heading, prose in self._said:
            heading.setVisible(bool(prose.words))
            prose.setVisible(bool(prose.words))

    def settle(self) -> None:
        """Hand over what is being typed."""
        for entry in (self.area, self.first, self.last):
            entry.settle()

    def _section(self, words: str, prose: Prose) -> QLabel:
        heading = label(words, "label", wrap=True)
        self.column.addWidget(heading)
        self.column.addWidget(prose)
        return heading

    def _keep_area(self, value: object) -> None:
        if self._report is not None:
            self._hand_over(replace(self._report, area=str(value)))

    def _keep_days(self, **days: object) -> None:
        if self._report is None:
            return
        start, end = days.get("start", self._report.start), days.get("end", self._report.end)
        first = start if isinstance(start, date) else None
        last = end if isinstance(end, date) else None
        if first and last and last < first:
            self.last.field.set_error("The last day is before the first.")
            return
        self.last.field.set_error("")
        self._hand_over(replace(self._report, start=first, end=last))

    def _hand_over(self, report: InspectionReport) -> None:
        self._report = report
        self.changed.emit(report)


def _follows(report: InspectionReport) -> str:
    said = []
    if report.asked is not None:
        said.append(_ASKED[report.asked])
    if report.monitoring_months is not None:
        said.append(f"A monitoring inspection within about {report.monitoring_months} months.")
    if report.next_full_years is not None:
        said.append(f"The next full inspection within about {report.next_full_years} years.")
    return " ".join(said)
