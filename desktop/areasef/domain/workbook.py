"""A workbook as plain values: sheets, their cells with what was lost in them, and which cells are merged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from areasef.words.faults import Fault

CellValue = str | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds: its value, the error that Excel shows in its place, whether it is a percentage, its fill as RRGGBB.

    ``unit`` is what the cell's format shows beside its number, such as £ or weeks.
    """

    value: CellValue = None
    error: str = ""
    percent: bool = False
    fill: str = ""
    unit: str = ""

    @property
    def text(self) -> str:
        """The value as a reader would copy it."""
        value = self.value
        if self.error:
            return self.error
        if value is None:
            return ""
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if isinstance(value, float):
            shown = value * 100 if self.percent else value
            number = str(int(shown)) if shown.is_integer() and abs(shown) < 1e15 else f"{shown:.10g}"
            if self.percent or self.unit == "%":
                return f"{number}%"
            return f"£{number}" if self.unit == "£" else f"{number} {self.unit}".rstrip()
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else value.strip()


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that are one cell on screen: first and last row and column, counted from 0; only the first holds a value."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Say whether a cell is one of these."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name and its rows, from the first row and column of the sheet; an empty cell is None."""

    name: str
    rows: tuple[tuple[Cell | None, ...], ...]
    merged: tuple[Merged, ...] = ()
    hidden: bool = False

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a cell that holds something, or None."""
        line = self.rows[row] if 0 <= row < len(self.rows) else ()
        return line[column] if 0 <= column < len(line) else None

    def text(self, row: int, column: int) -> str:
        """Return a cell's words."""
        found = self.cell(row, column)
        return found.text if found else ""

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(row) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file of sheets, and what of it could not be read."""

    sheets: tuple[Sheet, ...]
    faults: tuple[Fault, ...] = ()


def column_letters(column: int) -> str:
    """Return a column's letters: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        letters = chr(65 + left) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return how Excel names a cell: ``F12``."""
    return f"{column_letters(column)}{row + 1}"
