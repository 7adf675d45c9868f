"""The rows of a sheet under its head: cells by the keys of their columns, with headings and merged cells worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from areasef.domain.plan_sheet.columns import NEEDED, Kind
from areasef.domain.plan_sheet.mapping import SheetMapping, row_key
from areasef.domain.workbook import Cell, Sheet, cell_name

_PREFIX: Final = re.compile(
    r"^(?:(?:strategic )?priority|objective|theme|work ?stream|outcome|aim|recommendation|concern|afi|apa|"
    r"area for (?:priority action|improvement))\s*(?:\d+[a-z]?|[a-z])?\s*[:.)\-–—]+\s*|^\d+\s*[.):]\s+",
    re.I,
)
_SECTION: Final = re.compile(
    r"^(?:strategic )?(?:priority|objective|theme|work ?stream|outcome|area for|recommendation|aim)\b", re.I
)
_NUMBERED: Final = re.compile(
    r"^(?:strategic )?(?:priority|objective|theme|work ?stream|outcome|recommendation|aim|concern|afi|apa|"
    r"area for (?:priority action|improvement))\s*(?:(?:no\.?\s*)?\d|[:–-]|[a-z]\s*[:.)])",
    re.I,
)
_GENERIC: Final = re.compile(
    r"(?:sheet|actions?|action plan|plan|export|data|table|improvement plan|send)?[\s\d]*", re.I
)
_WIDE: Final = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its cells by key, where each stands, and the heading it stands under. ``heading`` rows carry only words.

    ``from_above`` are the keys whose cell is part of one that is merged over several rows, ``percentages`` those of
    columns that hold percentages, in this row or in others.
    """

    key: str
    sheet: str
    number: int
    kind: Kind
    cells: Mapping[str, Cell] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    section: str = ""
    heading: str = ""
    from_above: frozenset[str] = frozenset()
    percentages: frozenset[str] = frozenset()

    def text(self, key: str) -> str:
        """Return the words of a cell; one that shows an error of Excel has none."""
        found = self.cells.get(key)
        return found.text if found and not found.error else ""

    def place(self, key: str) -> str:
        """Return where a cell stands: ``F12``; the row alone where its column is not there."""
        return self.places.get(key, f"row {self.number}")


def lines_of(sheet: Sheet, at: int, mapping: SheetMapping) -> Iterator[Line]:
    """Yield the rows that hold something; rows that repeat the head are passed over."""
    if mapping.kind is None:
        return
    percentages = _percentages(sheet, mapping)
    over = _over_the_head(sheet, mapping)
    section = over.heading if over else ""
    if over is not None:
        yield replace(over, key=row_key(at, over.number - 1))
    for row in range(mapping.head + 1, len(sheet.rows)):
        texts = {column: cell.text for column, cell in enumerate(sheet.rows[row]) if cell and cell.text}
        if not texts or _repeats_head(sheet, mapping, texts):
            continue
        heading = _heading(sheet, mapping, row, texts)
        if heading:
            section = heading
            yield Line(row_key(at, row), sheet.name, row + 1, mapping.kind, heading=heading)
        else:
            yield _line(sheet, at, mapping, row, section, percentages)


def _over_the_head(sheet: Sheet, mapping: SheetMapping) -> Line | None:
    """Return the heading of the first rows where it stands over the head, as it does over heads that are repeated below."""
    for row in range(mapping.head - 1, -1, -1):
        words = {cell.text for cell in (sheet.rows[row] if row < len(sheet.rows) else ()) if cell and cell.text}
        if len(words) == 1 and mapping.kind is Kind.ACTIONS and _NUMBERED.match(heading := words.pop()):
            return Line("", sheet.name, row + 1, mapping.kind, heading=heading)
    return None


def without_number(words: str) -> str:
    """Return a priority's words without *Priority 2:* before them."""
    bare = _PREFIX.sub("", words.strip()).strip()
    return bare or words.strip()


def says_something(sheet_name: str) -> bool:
    """Say whether a sheet's name can name a priority: *Sheet1* and *Action plan* cannot."""
    return not _GENERIC.fullmatch(sheet_name.strip())


def _percentages(sheet: Sheet, mapping: SheetMapping) -> frozenset[str]:
    return frozenset(
        key
        for column, key in mapping.columns.items()
        if any(sheet.text(row, column).endswith("%") for row in range(mapping.head + 1, len(sheet.rows)))
    )


def _line(sheet: Sheet, at: int, mapping: SheetMapping, row: int, section: str, percentages: frozenset[str]) -> Line:
    cells: dict[str, Cell] = {}
    places: dict[str, str] = {}
    above: set[str] = set()
    assert mapping.kind is not None
    for column, key in mapping.columns.items():
        cell, source = sheet.cell(row, column), row
        if cell is None or not cell.text:
            merged = next((each for each in sheet.merged if each.holds(row, column) and each.top < row), None)
            held = sheet.cell(merged.top, merged.left) if merged and merged.left == column else None
            if merged and held and merged.top > mapping.head:
                cell, source = held, merged.top
                above.add(key)
        places[key] = cell_name(source, column)
        if cell is not None:
            cells[key] = cell
    line = Line(row_key(at, row), sheet.name, row + 1, mapping.kind, cells, places, section)
    return replace(line, from_above=frozenset(above), percentages=percentages)


def _repeats_head(sheet: Sheet, mapping: SheetMapping, texts: Mapping[int, str]) -> bool:
    same = [column for column in mapping.columns if texts.get(column) == sheet.text(mapping.head, column)]
    return len(same) >= max(2, len(mapping.columns) // 2) and any(column in texts for column in same)


def _heading(sheet: Sheet, mapping: SheetMapping, row: int, texts: Mapping[int, str]) -> str:
    """Return the words of a row that stands over others: words in one cell alone, and not the action's own."""
    if len(set(texts.values())) != 1 or mapping.kind is not Kind.ACTIONS:
        return ""
    column, words = next(iter(texts.items()))
    spans = any(each.holds(row, column) and each.right - each.left + 1 >= _WIDE for each in sheet.merged)
    key = mapping.columns.get(column)
    if spans or (_SECTION.match(words) and key not in ("priority", "outcome")):
        return words
    before_all = column <= min(mapping.columns, default=0)
    return words if before_all and key not in ("priority", "outcome", NEEDED[mapping.kind]) else ""
