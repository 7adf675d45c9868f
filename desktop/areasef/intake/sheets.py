"""Workbooks: each sheet a page, its cells set apart by tabs as a reader would copy them."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any, Final

import python_calamine

from areasef.domain.citation import LocatorKind
from areasef.intake.reading import Reading, ReadPage
from areasef.words.faults import AppError, Fault

EXTRACTOR: Final = "calamine 0.9"
ROWS_AT_MOST: Final = 20_000
LARGEST_UNPACKED: Final = 512 * 1024 * 1024


def read(path: Path) -> Reading:
    """Read every sheet; one that fails is a fault, and the others are kept."""
    check_unpacked_size(path)
    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
    except (python_calamine.CalamineError, OSError) as error:
        protected = "password" in str(error).lower()
        raise AppError("intake.protected" if protected else "intake.broken_workbook") from error
    pages, faults = [], []
    with book:
        for number, name in enumerate(book.sheet_names, 1):
            try:
                rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            except (python_calamine.CalamineError, ValueError):
                faults.append(Fault("intake.bad_sheet", name))
                continue
            if len(rows) > ROWS_AT_MOST:
                faults.append(Fault("intake.long_sheet", name, {"rows": ROWS_AT_MOST}))
            pages.append(ReadPage(number, name, LocatorKind.SHEET, _text(rows[:ROWS_AT_MOST])))
    return Reading("", EXTRACTOR, tuple(pages), len(pages), tuple(faults))


def check_unpacked_size(path: Path) -> None:
    """Refuse an archive that says it unpacks to more than any workbook; the limit on memory guards against one that lies."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(info.file_size for info in archive.infolist())
    except (zipfile.BadZipFile, OSError):
        return
    if size > LARGEST_UNPACKED:
        raise AppError("intake.unpacks_too_large")


def _text(rows: list[list[Any]]) -> str:
    return "\n".join("\t".join(_cell(value) for value in row).rstrip("\t") for row in rows).strip("\n")


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value).replace("\n", " ").replace("\t", " ")
