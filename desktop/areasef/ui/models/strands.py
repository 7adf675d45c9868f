"""The strands of a framework under their parts, for a list: part rows cannot be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from areasef.domain.framework import Framework, LevelShape
from areasef.domain.summary import StrandSummary, Summary
from areasef.ui.dates import age_words

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


class StrandModel(QAbstractListModel):
    """Parts and strands in the order of the pack."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[StrandRow, ...] = ()

    def show(self, framework: Framework, summary: Summary | None, levels_shown: bool = True) -> None:
        """Show the strands of a framework; the list itself is only laid anew where its strands changed."""
        rows: list[StrandRow] = []
        for part in framework.parts:
            rows.append(StrandRow("", "", part.title, spoken=f"{part.title}. {part.question}"))
            for strand in framework.strands_of(part.id):
                found = summary.strand(strand.id) if summary else None
                rows.append(_row(strand.id, strand.code, strand.short_title, found, levels_shown))
        if [row.strand_id for row in rows] != [row.strand_id for row in self._rows]:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()
        else:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row_of(self, strand_id: str) -> int:
        """Return where a strand stands, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.strand_id == strand_id), -1)

    def strand_at(self, row: int) -> str:
        """Return the strand of a row, empty for a part."""
        return self._rows[row].strand_id if 0 <= row < len(self._rows) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's words, what is said of it aloud, or the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.code} {row.title}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that strands can be chosen and parts cannot."""
        if not index.isValid() or self._rows[index.row()].is_part:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _row(strand_id: str, code: str, title: str, found: StrandSummary | None, levels_shown: bool) -> StrandRow:
    shape: LevelShape = found.level.shape if found and found.level else "none"
    level = found.level.title if found and found.level else "No view yet"
    spoken = f"{code}, {title}."
    if levels_shown:
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
