"""A workbook on the wire between the worker and the application: plain JSON there, the same cells here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple
from datetime import date
from typing import Any

from areasef.domain.workbook import Cell, CellValue, Merged, Sheet, Workbook
from areasef.words.faults import Fault


def workbook_as_json(book: Workbook) -> dict[str, Any]:
    """Return a workbook as plain values that JSON can hold."""
    return {
        "sheets": [
            {
                "name": sheet.name,
                "hidden": sheet.hidden,
                "merged": [astuple(each) for each in sheet.merged],
                "rows": [[_cell_out(cell) for cell in row] for row in sheet.rows],
            }
            for sheet in book.sheets
        ],
        "faults": [[fault.code, fault.place, fault.params] for fault in book.faults],
    }


def workbook_from_json(plain: Mapping[str, Any]) -> Workbook:
    """Return the workbook of :func:`workbook_as_json`."""
    sheets = tuple(
        Sheet(
            sheet["name"],
            tuple(tuple(_cell_in(cell) for cell in row) for row in sheet["rows"]),
            tuple(Merged(*each) for each in sheet["merged"]),
            sheet["hidden"],
        )
        for sheet in plain["sheets"]
    )
    return Workbook(sheets, tuple(Fault(code, place, params) for code, place, params in plain["faults"]))


def _cell_out(cell: Cell | None) -> Any:
    """Return a cell as briefly as it can be said: most hold words or a number and nothing else."""
    if cell is None:
        return None
    if not (cell.error or cell.percent or cell.fill or cell.unit) and not isinstance(cell.value, date):
        return cell.value
    value = {"day": cell.value.isoformat()} if isinstance(cell.value, date) else cell.value
    return {"value": value, "error": cell.error, "percent": cell.percent, "fill": cell.fill, "unit": cell.unit}


def _cell_in(plain: Any) -> Cell | None:
    if plain is None:
        return None
    if not isinstance(plain, dict):
        return Cell(_number(plain))
    held = plain["value"]
    value = date.fromisoformat(held["day"]) if isinstance(held, dict) else held
    return Cell(_number(value), plain["error"], plain["percent"], plain["fill"], plain["unit"])


def _number(value: CellValue | int) -> CellValue:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
