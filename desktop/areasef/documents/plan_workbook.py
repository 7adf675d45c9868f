"""The plan as an Excel workbook that can be worked on and read back: a sheet for each kind of row, and one about itself."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from areasef.documents.model import DocumentOptions
from areasef.documents.parts.phrases import day_words, partnership
from areasef.documents.whole import write_whole
from areasef.domain.dossier import Dossier
from areasef.domain.funding import FUNDING_WORDS
from areasef.domain.plan_sheet.columns import KEY, SHEET_NAMES, Column, Kind, Reads, written
from areasef.domain.plan_sheet.rows import Row, rows_of
from areasef.domain.progress import DELIVERY_WORDS
from areasef.domain.workbook import CellValue
from areasef.tokens import LIGHT

LAST_ROW: Final = 2000
ABOUT_SHEET: Final = "About this workbook"
_LAST_OF_EXCEL: Final = 1_048_575
_LONGEST: Final = 32_767  # characters in a cell, by the format
_DAYS: Final = (Reads.FIRST_DAY, Reads.LAST_DAY)
_NO_SIGN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LINE: Final = 15.0
_SCALE: Final = 74  # per cent: 11 points come out at 8
_NEXT_PAGE: Final = ("lead_partner", "progress", "depends_on_refs")
"""The columns of actions that begin another sheet of paper: what, who and when, how it goes, what it hangs on."""
_NAMES_WIDE, _WORDS_WIDE = 34, 80
_ABOUT: Final = (
    "Change what you like and import the workbook again: what differs is shown before anything is kept.",
    "An empty cell changes nothing; a dash empties it. A new row becomes a new action, measure, risk and so on.",
    "A row that is deleted here removes nothing: the plan keeps it, and says how many actions are not in the workbook.",
    "Dates are dates of Excel. Delivery and impact are chosen from a list.",
    "The last column of each sheet is hidden. It holds the key by which a row is found again, also after sorting.",
)


@dataclass(frozen=True, slots=True)
class WorkbookReceipt:
    """What was written: how many rows each sheet holds, by its name."""

    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Looks:
    head: Any
    words: Any
    ref: Any
    day: Any
    number: Any
    title: Any
    about: Any


def write_plan_workbook(dossier: Dossier, path: Path, options: DocumentOptions) -> WorkbookReceipt:
    """Write the plan to a path. The file appears whole or not at all. Raises OSError where the disk refuses."""
    data, receipt = render_plan_workbook(dossier, options)
    write_whole(path, data)
    return receipt


def render_plan_workbook(dossier: Dossier, options: DocumentOptions) -> tuple[bytes, WorkbookReceipt]:
    """Return the plan as a workbook in memory."""
    target = io.BytesIO()
    # what looks like a formula or a link stays the words it is
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(target, plain)
    title = f"{partnership(dossier)}: the plan"
    made = dossier.read_at.replace(tzinfo=None)
    book.set_properties(
        {"title": title, "subject": dossier.evaluation.title, "created": made, "category": options.marking}
    )
    looks = _looks(book)
    counts = []
    for kind in Kind:
        rows = rows_of(dossier, kind)
        page = book.add_worksheet(SHEET_NAMES[kind])
        _dress(page, dossier, options)
        _fill(page, dossier, kind, rows, looks)
        counts.append((SHEET_NAMES[kind], len(rows)))
    about = book.add_worksheet(ABOUT_SHEET)
    _dress(about, dossier, options)
    _tell(about, dossier, options, title, tuple(counts), looks)
    book.close()
    return target.getvalue(), WorkbookReceipt(tuple(counts))


def _looks(book: Any) -> _Looks:
    plain: dict[str, object] = {"valign": "top"}  # Excel’s own font: columns are measured in it
    about = plain | {"text_wrap": True}
    plain |= {"bottom": 1, "bottom_color": LIGHT.line}  # leads the eye along a row that is wider than the screen
    wrapped = plain | {"text_wrap": True}
    dark = {"font_color": LIGHT.text, "bg_color": LIGHT.sunken, "bottom_color": LIGHT.text}
    return _Looks(
        head=book.add_format(wrapped | dark | {"bold": True}),
        words=book.add_format(wrapped),
        ref=book.add_format(wrapped | {"num_format": 49}),  # text: 1.10 that is typed stays 1.10
        day=book.add_format(plain | {"num_format": "d mmm yyyy", "align": "left"}),
        number=book.add_format(plain | {"align": "left", "num_format": "General"}),
        title=book.add_format({"bold": True, "font_size": 14, "font_color": LIGHT.accent}),
        about=book.add_format(about),
    )


def _dress(page: Any, dossier: Dossier, options: DocumentOptions) -> None:
    """Set a sheet for paper: landscape A4, marking over it, as-at date and page under it."""
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(left=0.5, right=0.5)
    owner, marking = _sayable(partnership(dossier)), _sayable(options.marking)
    page.set_header(f"&L{owner}&C{marking}&R&A")
    page.set_footer(f"&LAs at {day_words(dossier.evaluation.as_at)}&C{marking}&RPage &P of &N")


def _sayable(words: str) -> str:
    """Return words for a header, where an ampersand begins an instruction and 255 characters are all there is."""
    return words[:80].replace("&", "&&")


def _fill(page: Any, dossier: Dossier, kind: Kind, rows: tuple[Row, ...], looks: _Looks) -> None:
    columns = written(kind)
    _lay_on_paper(page, columns)
    # a table of Excel's own tells a screen reader which row is the head, and carries the filters
    heads = [{"header": column.head, "header_format": looks.head} for column in columns]
    name = SHEET_NAMES[kind].replace(" ", "_")
    page.add_table(0, 0, max(len(rows), 1), len(columns) - 1, {"name": name, "columns": heads, "style": None})
    page.set_row(0, 2 * _LINE)
    for at, column in enumerate(columns):
        look = looks.ref if _is_ref(column) else looks.words
        page.set_column(at, at, column.wide, look, {"hidden": True} if column is KEY else {})
        _offer(page, dossier, at, column)
    for number, row in enumerate(rows, 1):
        page.set_row(number, _height(columns, row))
        for at, column in enumerate(columns):
            _write(page, number, at, column, row.get(column.key), looks)


def _lay_on_paper(page: Any, columns: tuple[Column, ...]) -> None:
    """Keep the head in sight, and set the sheet one page wide, or on several side by side that can still be read."""
    breaks = [at for at, column in enumerate(columns) if column.key in _NEXT_PAGE]
    page.repeat_rows(0)
    page.print_area(0, 0, _LAST_OF_EXCEL, len(columns) - 2)  # the key is for no reader
    page.freeze_panes(1, 1 if breaks else 0)
    if not breaks:
        page.fit_to_pages(1, 0)
        return
    page.repeat_columns(0)  # says on each page whose row it is
    page.print_across()
    page.set_print_scale(_SCALE)
    page.set_v_pagebreaks(breaks)


def _is_ref(column: Column) -> bool:
    return column.key.endswith("ref") or column.reads is Reads.REFS


def _write(page: Any, row: int, at: int, column: Column, value: CellValue, looks: _Looks) -> None:
    if isinstance(value, float):
        page.write_number(row, at, value, looks.number)
    elif isinstance(value, date):
        page.write_datetime(row, at, value, looks.day)
    elif value:
        look = looks.ref if _is_ref(column) else looks.words
        page.write_string(row, at, _NO_SIGN.sub("", str(value))[:_LONGEST], look)
    elif column.reads in _DAYS:
        page.write_blank(row, at, None, looks.day)


def _offer(page: Any, dossier: Dossier, at: int, column: Column) -> None:
    """Offer the words that a column knows, on the rows that may still come too."""
    words: tuple[str, ...] = ()
    if column.reads is Reads.DELIVERY:
        words = tuple(DELIVERY_WORDS.values())
    elif column.reads is Reads.STAGE:
        words = tuple(each.title for each in dossier.framework.impact_stages)
    elif column.reads is Reads.FUNDING:
        words = tuple(FUNDING_WORDS.values())
    elif column.reads is Reads.STEP:
        words = ("1", "2", "3", "4", "5")
    if not words or sum(map(len, words)) + len(words) > 255:  # what a list in the cell may hold
        return
    asked = {"validate": "list", "source": list(words), "error_title": "Not one of the words"}
    asked |= {"error_message": f"Choose one of: {', '.join(words)}."[:255]}
    page.data_validation(1, at, LAST_ROW, at, asked)


def _height(columns: tuple[Column, ...], row: Row) -> float:
    """Return a row's height: Excel fits none by itself in a file that no Excel has opened."""
    lines = 1
    for column in columns:
        value = row.get(column.key)
        if column is not KEY and isinstance(value, str):
            lines = max(lines, _lines(value, column.wide))
    return min(lines * _LINE, 400.0)


def _lines(words: str, wide: int) -> int:
    return sum(1 + int(len(part) * 1.1) // wide for part in words.split("\n"))


def _tell(
    page: Any,
    dossier: Dossier,
    options: DocumentOptions,
    title: str,
    counts: tuple[tuple[str, int], ...],
    looks: _Looks,
) -> None:
    page.fit_to_pages(1, 0)
    page.set_column(0, 0, _NAMES_WIDE, looks.about)
    page.set_column(1, 1, _WORDS_WIDE, looks.about)
    page.write_string(0, 0, title, looks.title)
    lines = [("Evaluation", dossier.evaluation.title), ("As at", day_words(dossier.evaluation.as_at))]
    lines += [("Marking", options.marking)] if options.marking else []
    lines += [("Written", day_words(dossier.read_at.date()))]
    lines += [(name, f"{count} row{'' if count == 1 else 's'}") for name, count in counts]
    lines += list(_how())
    lines.append(
        (
            "Not in this workbook",
            "Which findings and statements a priority answers. Importing leaves those links as they are.",
        )
    )
    for number, (name, words) in enumerate(lines, 2):
        page.set_row(number, _lines(words, _WORDS_WIDE) * _LINE)
        page.write_string(number, 0, name, looks.about)
        page.write_string(number, 1, words, looks.about)


def _how() -> Iterator[tuple[str, str]]:
    for number, words in enumerate(_ABOUT):
        yield ("How to work in it" if number == 0 else "", words)
