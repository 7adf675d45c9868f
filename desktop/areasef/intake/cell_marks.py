"""What a reader of values leaves out of an Excel workbook: errors, percentages and the fill of cells, from its own XML."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from areasef.intake import office
from areasef.intake.number_formats import shown_by
from areasef.words.faults import AppError

_S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LARGEST: Final = 24 * 1024 * 1024
_PERCENT: Final = frozenset((9, 10))  # the two that are built in
_PLACE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_QUIET: Final = frozenset(("FFFFFF", "000000", ""))
_THEME_ORDER: Final = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


@dataclass(frozen=True, slots=True)
class Mark:
    """What is known of a cell beside its value."""

    error: str = ""
    percent: bool = False
    fill: str = ""
    unit: str = ""


Marks = dict[tuple[int, int], Mark]


def marks_by_sheet(path: Path) -> dict[str, Marks]:
    """Return the marks of each sheet, by row and column from 0. Where the XML cannot be read, there are none.

    A sheet of more than 24 MB is passed over: no plan is that long.
    """
    try:
        with office.opened(path) as archive:
            return dict(_sheets(archive))
    except (AppError, KeyError, ValueError, zipfile.BadZipFile):
        return {}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, Marks]]:
    book = office.xml(archive, "xl/workbook.xml")
    parts = office.links_of(archive, "xl/workbook.xml")
    if book is None:
        return
    styles = _styles(archive)
    for sheet in book.iter(f"{_S}sheet"):
        part = parts.get(sheet.get(f"{office.R}id", ""), "")
        known = part in archive.namelist()
        if known and archive.getinfo(part).file_size <= _LARGEST:
            root = office.xml(archive, part)
            yield sheet.get("name", ""), dict(_marks(root, styles)) if root is not None else {}


def _marks(root: ET.Element, styles: list[Mark]) -> Iterator[tuple[tuple[int, int], Mark]]:
    for cell in root.iter(f"{_S}c"):
        style = int(cell.get("s", "0"))
        mark = styles[style] if style < len(styles) else Mark()
        if cell.get("t") == "e":
            mark = replace(mark, error=cell.findtext(f"{_S}v") or "#ERROR!")
        elif cell.get("t", "n") == "n" and not cell.findtext(f"{_S}v"):
            formula = cell.find(f"{_S}f")  # no program has worked it out yet
            mark = mark if formula is None else replace(mark, error=f"={formula.text or ''}")
        place = _PLACE.fullmatch(cell.get("r", ""))
        if place and mark != Mark():
            yield (int(place[2]) - 1, _column(place[1])), mark


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _styles(archive: zipfile.ZipFile) -> list[Mark]:
    root = office.xml(archive, "xl/styles.xml")
    if root is None:
        return []
    own = {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in root.iter(f"{_S}numFmt")}
    shown = {key: shown_by(code) for key, code in own.items()} | dict.fromkeys(_PERCENT, (True, ""))
    theme = _theme(archive)
    fills = [_fill(each, theme) for each in root.findall(f"{_S}fills/{_S}fill")]
    found = []
    for look in root.findall(f"{_S}cellXfs/{_S}xf"):
        at = int(look.get("fillId", "0"))
        fill = fills[at] if at < len(fills) else ""
        percent, unit = shown.get(int(look.get("numFmtId", "0")), (False, ""))
        found.append(Mark(percent=percent, fill="" if fill in _QUIET else fill, unit=unit))
    return found


def _fill(fill: ET.Element, theme: list[str]) -> str:
    pattern = fill.find(f"{_S}patternFill")
    colour = pattern.find(f"{_S}fgColor") if pattern is not None else None
    if pattern is None or colour is None or pattern.get("patternType") != "solid":
        return ""
    if colour.get("rgb"):
        return colour.get("rgb", "")[-6:].upper()
    at = int(colour.get("theme", "-1"))
    return theme[at] if 0 <= at < len(theme) else ""


def _theme(archive: zipfile.ZipFile) -> list[str]:
    root = office.xml(archive, "xl/theme/theme1.xml")
    scheme = root.find(f".//{_A}clrScheme") if root is not None else None
    if scheme is None:
        return []
    found = []
    for name in _THEME_ORDER:
        held = scheme.find(f"{_A}{name}")
        colour = next(iter(held), None) if held is not None else None
        found.append((colour.get("val") or "")[-6:].upper() if colour is not None else "")
    return found
