"""Findings as rows under the headings of a report: for the review of a report and for what was done since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from areasef.domain.followed import ReportKey, key_of
from areasef.domain.framework import Framework
from areasef.domain.record import Finding, FindingKind
from areasef.domain.review import ORDER, Items, numbered
from areasef.ui.dates import day_words
from areasef.ui.models.rows import RowModel

Index = QModelIndex | QPersistentModelIndex
KINDS: Final = {
    FindingKind.EFFECTIVE: "What is effective",
    FindingKind.BETTER: "What needs to be better",
    FindingKind.PRIORITY_ACTION: "Areas for priority action",
    FindingKind.IMPROVEMENT: "Areas for improvement",
}
_FOLLOWED: Final = (  # what must be answered comes first
    FindingKind.PRIORITY_ACTION,
    FindingKind.IMPROVEMENT,
    FindingKind.BETTER,
    FindingKind.EFFECTIVE,
)
REPORT: Final = "report"  # the key of the row that stands for the report itself


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A heading, or a finding: its number, words, what stands under them, and a status shape with words."""

    key: str
    words: str
    number: str = ""
    under: str = ""
    mark: tuple[str, str, str] | None = None
    heading: bool = False

    @property
    def spoken(self) -> str:
        """What a listener hears of the row."""
        first = f"{self.number}. {self.words}" if self.number else self.words
        return ". ".join(part.rstrip(".") for part in (first, self.under, self.mark[2] if self.mark else "") if part)


class FindingModel(RowModel[FindingRow]):
    """Rows in the order they were given; headings cannot be chosen."""

    heading_flags = Qt.ItemFlag.ItemIsEnabled

    def key(self, row: FindingRow) -> str:
        """Return what it is known by."""
        return row.key

    def words(self, row: FindingRow) -> str:
        """Return what is read first."""
        return row.words

    def is_heading(self, row: FindingRow) -> bool:
        """Return whether it names a group."""
        return row.heading


def review_rows(items: Items, framework: Framework, title: str, under: str) -> list[FindingRow]:
    """Return a report under review: itself first, then its findings under their headings."""
    numbers = numbered(items)
    rows = [FindingRow(REPORT, title, under=under)]
    for kind in ORDER:
        found = [item for item in items if item.kind is kind]
        rows += [_heading(kind.value, kind, len(found))] if found else []
        for item in found:
            place = f"Page {item.page}" if item.page else ""
            mark = ("check", "look", "Check where it begins and ends") if item.uncertain else None
            under = ", ".join(filter(None, (place, codes(framework, item.strand_ids))))
            rows.append(FindingRow(item.id, item.text, numbers[item.id], under, mark))
    return rows


def follow_rows(
    findings: Iterable[Finding], framework: Framework, open_: Mapping[str, str], shown: Mapping[str, int]
) -> list[FindingRow]:
    """Return what inspectors found, report by report, each with what is said of it since.

    ``open_`` says what its line lacks, ``shown`` how many items or pages show its progress.
    """
    rows: list[FindingRow] = []
    held = tuple(findings)
    for report in dict.fromkeys(key_of(each) for each in held):
        of_it = [each for each in held if key_of(each) == report]
        name = report_words(report)
        rows.append(FindingRow(name, name, heading=True))
        for kind in _FOLLOWED:
            found = [each for each in of_it if each.kind is kind]
            rows += [_heading(f"{name}/{kind.value}", kind, len(found))] if found else []
            rows += [_follow_row(each, framework, open_.get(each.id, ""), shown.get(each.id, 0)) for each in found]
    return rows


def report_words(report: ReportKey) -> str:
    """Return what a report is called in lists: its title, in which the day takes the place of a month that it ends with."""
    title, day = report.title or "Findings added by hand", day_words(report.day) if report.day else "no date"
    month = day.partition(" ")[2]
    if report.day is None or not title.endswith(month):
        return f"{title}, {day}"
    return title if title.endswith(day) else f"{title.removesuffix(month)}{day}"


def _follow_row(finding: Finding, framework: Framework, lacks: str, shown: int) -> FindingRow:
    parts = (("what was done", finding.done), ("impact", finding.impact), ("what is left", finding.left))
    unsaid = [name for name, words in parts if not words]
    mark = ("check", "look", lacks) if lacks else None
    progress = f"Still to say: {', '.join(unsaid)}" if unsaid else "Followed up"
    progress = progress if len(unsaid) < len(parts) else "Nothing said yet"
    under = ", ".join(
        filter(None, (progress, f"evidence {shown}" if shown else "", codes(framework, finding.strand_ids)))
    )
    return FindingRow(finding.id, finding.text, finding.number, under, mark)


def _heading(key: str, kind: FindingKind, count: int) -> FindingRow:
    return FindingRow(key, f"{KINDS[kind]} ({count})", heading=True)


def codes(framework: Framework, strand_ids: Iterable[str]) -> str:
    """Return the codes of strands in the framework's order."""
    wanted = set(strand_ids)
    return ", ".join(strand.code for strand in framework.strands if strand.id in wanted)
