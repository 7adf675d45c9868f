"""The strands of a framework under their parts, for a list: part rows cannot be chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from areasef.domain.framework import Framework, LevelShape
from areasef.domain.summary import StrandSummary, Summary
from areasef.ui.dates import age_words
from areasef.ui.models.rows import RowModel

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class StrandRow:
    """A row of the list: a part's title, or a strand with how it is seen and what is open."""

    strand_id: str
    code: str
    title: str
    shape: LevelShape = "none"
    level: str = ""
    open_checks: int = 0
    spoken: str = ""

    @property
    def is_part(self) -> bool:
        """Whether this is the title of a part."""
        return not self.strand_id


class StrandModel(RowModel[StrandRow]):
    """Parts and strands in the order of the pack."""

    def show(self, framework: Framework, summary: Summary | None, levels_shown: bool = True) -> None:
        """Show the strands of a framework."""
        rows: list[StrandRow] = []
        for part in framework.parts:
            rows.append(StrandRow("", "", part.title, spoken=f"{part.title}. {part.question}"))
            for strand in framework.strands_of(part.id):
                found = summary.strand(strand.id) if summary else None
                rows.append(_row(strand.id, strand.code, strand.short_title, found, levels_shown))
        self.show_rows(rows)

    def strand_at(self, row: int) -> str:
        """Return the strand of a row, empty for a part."""
        return self.rows[row].strand_id if 0 <= row < len(self.rows) else ""

    def key(self, row: StrandRow) -> str:
        """Return what it is known by."""
        return row.strand_id

    def words(self, row: StrandRow) -> str:
        """Return what is read first."""
        return f"{row.code} {row.title}".strip()

    def is_heading(self, row: StrandRow) -> bool:
        """Return whether it names a group."""
        return row.is_part


def _row(strand_id: str, code: str, title: str, found: StrandSummary | None, levels_shown: bool) -> StrandRow:
    shape: LevelShape = found.level.shape if found and found.level else "none"
    level = "" if found is None else found.level.title if found.level else "No view yet"
    spoken = f"{code}, {title}."
    if levels_shown and level:
        spoken += f" {level}."
    if found is not None:
        spoken += spoken_summary(found)
    return StrandRow(
        strand_id, code, title, shape, level if levels_shown else "", found.open_checks if found else 0, spoken
    )


def spoken_summary(found: StrandSummary) -> str:
    """Return what a listener hears of a strand after its name and level (design guide, section 8)."""
    parts = [
        f" {found.backed} of {found.statements} statements backed." if found.statements else " Nothing written yet."
    ]
    if found.newest_on is not None:
        parts.append(f" Newest evidence {age_words(found.newest_on, found.as_at)}.")
    parts.extend(f" {partner.label} differs." for partner in found.differing)
    parts.append(f" {plural(found.open_checks, 'check')} open." if found.open_checks else " No checks open.")
    return "".join(parts)


def plural(count: int, noun: str) -> str:
    """Return a count with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
