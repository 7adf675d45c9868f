"""Which report is followed up: an area is inspected again, and an evaluation may hold reports of other areas too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from areasef.domain.record import Finding

_TITLE: Final = "Area SEND inspection of "
_NO_NAME: Final = frozenset(("council", "county", "city", "borough", "metropolitan", "of", "the", "and"))


@dataclass(frozen=True, slots=True)
class ReportKey:
    """What tells reports apart: the title, which names the area, and the first day of the inspection."""

    title: str
    day: date | None = None

    @property
    def area(self) -> str:
        """The area that the title names; empty where it names none."""
        return self.title.removeprefix(_TITLE) if self.title.startswith(_TITLE) else ""


def report_title(area: str) -> str:
    """Return what a report is called wherever its findings are cited."""
    return f"{_TITLE}{area}" if area else "Area SEND inspection report"


def same_area(one: str, other: str) -> bool:
    """Say whether two names mean one area: *Bedford Borough Council* and *Bedford* do."""
    return _proper(one) == _proper(other)


def key_of(finding: Finding) -> ReportKey:
    """Return the report that a finding stands in."""
    return ReportKey(finding.report, finding.report_date)


def reports_of(findings: tuple[Finding, ...]) -> tuple[ReportKey, ...]:
    """Return the reports that findings stand in, the newest first; those without a day last."""
    keys = dict.fromkeys(key_of(each) for each in findings)
    return tuple(sorted(keys, key=lambda each: each.day or date.min, reverse=True))


def newest_report(findings: tuple[Finding, ...], area: str) -> ReportKey | None:
    """Return the newest dated report of an area; of any area where none is the area's own, None where none has a day."""
    dated = [each for each in reports_of(findings) if each.day]
    own = [each for each in dated if not each.area or same_area(each.area, area)]
    return next(iter(own or dated), None)


def findings_of_report(findings: tuple[Finding, ...], key: ReportKey | None, area: str) -> tuple[Finding, ...]:
    """Return the findings of a report, and those without a day that name no other area: nothing says they are older."""
    return tuple(each for each in findings if key_of(each) == key or _undated(key_of(each), area))


def _undated(key: ReportKey, area: str) -> bool:
    return key.day is None and (not key.area or same_area(key.area, area))


def _proper(name: str) -> frozenset[str]:
    """Return the words that make a name this area's."""
    words = frozenset(name.casefold().replace("-", " ").split())
    return words - _NO_NAME or words
