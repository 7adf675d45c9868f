"""Which cells of an OpenDocument spreadsheet are percentages: a reader of values hands over the fraction alone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from areasef.intake import office
from areasef.intake.cell_marks import Mark, Marks
from areasef.words.faults import AppError

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PERCENTAGE: Final = Mark(percent=True)
_MOST: Final = 3000  # of a row or cell that is said to be repeated: no plan is longer


def percentages_by_sheet(path: Path) -> dict[str, Marks]:
    """Return the percentages of each sheet, by row and column from 0. Where the XML cannot be read, there are none."""
    try:
        with office.opened(path) as archive:
            root = office.xml(archive, "content.xml")
    except (AppError, zipfile.BadZipFile):
        return {}
    tables = root.iter(f"{_TABLE}table") if root is not None else ()
    return {table.get(f"{_TABLE}name", ""): dict(_marks(table)) for table in tables}


def _marks(table: ET.Element) -> Iterator[tuple[tuple[int, int], Mark]]:
    at = 0
    for row in table.iter(f"{_TABLE}table-row"):
        again = _count(row, "number-rows-repeated")
        columns = list(_percentages(row))
        for extra in range(min(again, _MOST) if columns else 0):
            yield from (((at + extra, column), _PERCENTAGE) for column in columns)
        at += again


def _percentages(row: ET.Element) -> Iterator[int]:
    at = 0
    for cell in row:
        again = _count(cell, "number-columns-repeated")
        if cell.get(f"{_OFFICE}value-type") == "percentage":
            yield from range(at, at + min(again, _MOST))
        at += again


def _count(element: ET.Element, name: str) -> int:
    said = element.get(f"{_TABLE}{name}", "1")
    return int(said) if said.isdecimal() else 1
