"""Workbooks cell by cell, for a plan that is imported: values as they are typed, merged cells, and what Excel shows instead."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final

import python_calamine

from areasef.domain.plan_sheet.building import CELL_HOLDS
from areasef.domain.workbook import Cell, CellValue, Merged, Sheet, Workbook
from areasef.intake.cell_marks import Mark, Marks, marks_by_sheet
from areasef.intake.files import CSV, ODS, XLS, XLSX, sniff
from areasef.intake.ods_marks import percentages_by_sheet
from areasef.intake.sheets import check_unpacked_size
from areasef.intake.texts import LARGEST, decoded, rows_of
from areasef.words import plan_sheet as _words  # noqa: F401 - what comes back from the worker can be said here
from areasef.words.faults import AppError, Fault

ROWS: Final = 3000
COLUMNS: Final = 120
LONGEST: Final = CELL_HOLDS
SHEETS: Final = 60
_NOTHING: Final = Mark()


def read_workbook(path: Path) -> Workbook:
    """Return the cells of a workbook or of a table in text. Raises AppError where it is none, locked or damaged.

    A sheet's rows and columns past the limits are left, and a fault says so.
    """
    kind = sniff(path)
    if kind == CSV:
        return _table(path)
    if kind not in (XLSX, XLS, ODS):
        raise AppError("sheet.not_a_workbook", name=path.name)
    check_unpacked_size(path)
    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
    except (python_calamine.CalamineError, OSError) as error:
        locked = isinstance(error, python_calamine.PasswordError) or "password" in str(error).lower()
        raise AppError("intake.protected" if locked else "intake.broken_workbook") from error
    marks = marks_by_sheet(path) if kind == XLSX else percentages_by_sheet(path) if kind == ODS else {}
    with book:
        return _book(book, marks)


def _book(book: python_calamine.CalamineWorkbook, marks: Mapping[str, Marks]) -> Workbook:
    sheets: list[Sheet] = []
    faults: list[Fault] = []
    for about in book.sheets_metadata[:SHEETS]:
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        try:
            found = book.get_sheet_by_name(about.name)
            lines = found.to_python(skip_empty_area=False, nrows=ROWS + 1)
        except (python_calamine.CalamineError, ValueError):
            faults.append(Fault("sheet.bad_sheet", about.name))
            continue
        faults += _limits(about.name, lines)
        merged = tuple(Merged(*first, *last) for first, last in found.merged_cell_ranges or ())
        hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
        sheets.append(Sheet(about.name, _rows(lines, marks.get(about.name, {})), merged, hidden))
    return Workbook(tuple(sheets), tuple(faults))


def _table(path: Path) -> Workbook:
    """Read a table in text, whatever stands between its columns."""
    with path.open("rb") as file:
        text = decoded(file.read(LARGEST))
    try:
        lines: list[list[Any]] = list(islice(rows_of(text), ROWS + 1))
    except csv.Error as error:
        raise AppError("intake.broken_workbook") from error
    faults = _limits(path.stem, lines)
    return Workbook((Sheet(path.stem, _rows(lines, {})),), tuple(faults))


def _limits(name: str, lines: list[list[Any]]) -> list[Fault]:
    long = [Fault("sheet.long_sheet", name, {"rows": ROWS})] if len(lines) > ROWS else []
    wide = any(any(value != "" for value in line[COLUMNS:]) for line in lines)
    return [*long, Fault("sheet.wide_sheet", name, {"columns": COLUMNS})] if wide else long


def _rows(lines: list[list[Any]], marks: Marks) -> tuple[tuple[Cell | None, ...], ...]:
    made = [
        tuple(_cell(value, marks.get((row, column), _NOTHING)) for column, value in enumerate(line[:COLUMNS]))
        for row, line in enumerate(lines[:ROWS])
    ]
    while made and not any(made[-1]):
        made.pop()
    return tuple(made)


def _cell(value: Any, mark: Mark) -> Cell | None:
    kept = _value(value)
    if kept is None and mark is _NOTHING:
        return None
    percent = mark.percent and isinstance(kept, float)
    return Cell(kept, mark.error, percent, mark.fill, mark.unit if isinstance(kept, float) else "")


def _value(value: Any) -> CellValue:
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    words = str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    return words[:LONGEST] or None
