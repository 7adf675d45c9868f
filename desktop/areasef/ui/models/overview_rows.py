"""The strands of the overview: one row each under its part, with what can be seen of it at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from areasef.domain.evaluation import Answer
from areasef.domain.evidence import Freshness
from areasef.domain.framework import Framework
from areasef.domain.summary import StrandSummary
from areasef.services.looking_ahead import Glance
from areasef.ui.dates import age_words
from areasef.ui.models.strands import spoken_summary
from areasef.ui.navigation import Target

Index = QModelIndex | QPersistentModelIndex
CELL: Final = Qt.ItemDataRole.UserRole
_NUMBERS: Final = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Column(IntEnum):
    """The columns, in their order."""

    STRAND = 0
    VIEW = 1
    BACKED = 2
    NEWEST = 3
    AGREED = 4
    CHECKS = 5


TITLES: Final = ("Strand", "How we see it", "Statements backed", "Newest evidence", "Agreed by", "Checks")
_FIELDS: Final = ("", "self_view", "statements", "evidence", "responses", "")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows: words, words before them, a status shape, and a part of a whole for a bar."""

    words: str
    lead: str = ""
    shape: tuple[str, str] | None = None
    part: tuple[int, int] | None = None
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A strand with its cells, or the title of a part with its question."""

    strand_id: str
    cells: tuple[Cell, ...]


class OverviewModel(QAbstractTableModel):
    """Parts and strands in the order of the pack."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show_glance(self, framework: Framework, glance: Glance) -> None:
        """Show another state; the table is laid anew only where its strands changed."""
        rows: list[Row] = []
        for part in framework.parts:
            title = Cell(part.question, part.title, spoken=f"{part.title}. {part.question}")
            rows.append(Row("", (title,)))
            for strand in framework.strands_of(part.id):
                found = glance.summary.strand(strand.id)
                if found is not None:
                    rows.append(_row(found, glance))
        if [row.strand_id for row in rows] != [row.strand_id for row in self.rows]:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()
        elif rows:
            self.rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(TITLES) - 1))

    def target(self, index: Index) -> Target | None:
        """Return where a cell leads; None for the title of a part."""
        row = self.rows[index.row()] if index.isValid() else None
        if row is None or not row.strand_id:
            return None
        if index.column() == Column.CHECKS:
            return Target("evaluate", "checks", row.strand_id)
        return Target("evaluate", "strand", row.strand_id, _FIELDS[index.column()])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words, what is said of it aloud, or the cell itself."""
        if not index.isValid():
            return None
        cells = self.rows[index.row()].cells
        if index.column() >= len(cells):
            return None
        cell = cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{cell.lead} {cell.words}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken or cell.words
        return cell if role == CELL else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the titles of columns, and for a listener the strand of a row."""
        if orientation != Qt.Orientation.Horizontal:
            row = self.rows[section] if role == Qt.ItemDataRole.DisplayRole and section < len(self.rows) else None
            return f"{row.cells[0].lead} {row.cells[0].words}" if row and row.strand_id else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        return TITLES[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that strands can be chosen and parts cannot."""
        if not index.isValid() or not self.rows[index.row()].strand_id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _row(found: StrandSummary, glance: Glance) -> Row:
    strand = found.strand
    view = _view(found, glance)
    spoken = f"{strand.code}, {strand.short_title}. {view.words}.{spoken_summary(found)}"
    plain = (
        view,
        Cell(
            f"{found.backed} of {found.statements}" if found.statements else "None yet",
            part=(found.backed, found.statements),
        ),
        _newest(found),
        Cell(agreed_words(found)),
        _checks(found),
    )
    return Row(strand.id, (Cell(strand.short_title, strand.code, spoken=spoken), *plain))


def _view(found: StrandSummary, glance: Glance) -> Cell:
    if not glance.levels_shown:
        return Cell("Said in words" if found.strand.id in glance.worded else "No view yet")
    if found.level is None:
        return Cell("No view yet", shape=("self_view", "none"))
    return Cell(found.level.title, shape=("self_view", found.level.shape))


def _newest(found: StrandSummary) -> Cell:
    if found.newest_on is None:
        return Cell("Undated" if found.items else "None")
    age = age_words(found.newest_on, found.as_at)
    if found.newest_freshness in (Freshness.STALE, Freshness.AGEING):
        age = f"{found.newest_freshness.value.capitalize()}, {age}"
    return Cell(age, shape=("freshness", found.newest_freshness.value))


def agreed_words(found: StrandSummary) -> str:
    """Return who agrees with what is said of a strand; who sees it differently comes first."""
    differing, whole = found.differing, len(found.partner_views)
    if len(differing) > 1:
        return f"{len(differing)} differ"
    if differing:
        only = differing[0]
        name = only.short_name or ("Forum" if only.kind_id == "forum" else only.name)
        return f"{name} differs" if len(name) <= 12 else "1 differs"
    if all(each.answer is Answer.NOT_ASKED for each in found.partner_views):
        return "Not asked yet"
    if not any(each.answer in (Answer.ENDORSES, Answer.DECLINED) for each in found.partner_views):
        return "None yet"
    if found.agreeing == whole:
        return f"All {_NUMBERS[whole] if whole < len(_NUMBERS) else whole}" if whole > 1 else "Agreed"
    return f"{found.agreeing} of {whole}"


def _checks(found: StrandSummary) -> Cell:
    if not found.open_checks:
        return Cell("None open", shape=("check", "pass"))
    worst = "must" if found.must else "look" if found.look else "note"
    return Cell(f"{found.open_checks} open", shape=("check", worst))
