"""Word documents and Excel workbooks of the demonstration."""

from __future__ import annotations

import io
import re
from typing import Any, Final

import docx
import xlsxwriter
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from areasef.documents.sample.blocks import Block, SampleFile
from areasef.documents.sample.steady import WRITTEN, steadied
from areasef.tokens import FONT_FAMILY, LIGHT

_STYLES: Final = {"heading": "Heading 1", "subheading": "Heading 2", "bullet": "List Bullet", "said": "Quote"}
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_NARROW, _WIDE = 12.0, 46.0


def word(file: SampleFile) -> bytes:
    """Return a Word document: title, the line under it, and each page on its own."""
    made = docx.Document()
    made.styles["Normal"].font.name = FONT_FAMILY
    made.styles["Normal"].font.size = Pt(11)
    about = made.core_properties
    about.title, about.author, about.created, about.modified = file.title, file.body, WRITTEN, WRITTEN
    made.add_heading(file.title, 0)
    made.add_paragraph(f"{file.body}. {file.under}")
    for number, sheet in enumerate(file.sheets):
        if number:
            made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for block in sheet.blocks:
            _add(made, block)
    target = io.BytesIO()
    made.save(target)
    return steadied(target.getvalue())


def workbook(file: SampleFile) -> bytes:
    """Return an Excel workbook: one sheet for each page, words in rows of their own, tables with a bold head."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": file.title, "author": file.body, "created": WRITTEN})
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    title = book.add_format({"bold": True, "font_size": 14, "font_color": LIGHT.accent})
    for number, sheet in enumerate(file.sheets, 1):
        page = book.add_worksheet(sheet.name or f"Sheet {number}")
        page.write_string(0, 0, f"{file.title}: {sheet.name}" if sheet.name else file.title, title)
        _fill(page, sheet.blocks, bold)
    book.close()
    return steadied(target.getvalue())


def _add(made: Any, block: Block) -> None:
    if block.rows:
        table = made.add_table(0, len(block.rows[0]), style="Light Grid Accent 1")
        for row in block.rows:
            for cell, words in zip(table.add_row().cells, row, strict=False):
                cell.text = words
        made.add_paragraph()
    else:
        made.add_paragraph(block.words, style=_STYLES.get(block.kind, "Normal"))


def _fill(page: Any, blocks: tuple[Block, ...], bold: Any) -> None:
    at = 2
    widths: dict[int, float] = {}
    for block in blocks:
        for number, row in enumerate(block.rows or ((block.words,),)):
            for column, words in enumerate(row):
                if block.rows:
                    widths[column] = min(_WIDE, max(widths.get(column, _NARROW), len(words) + 2.0))
                _write(page, at, column, words, bold if block.rows and not number else None)
            at += 1
        at += 1
    for column, width in widths.items():
        page.set_column(column, column, width)


def _write(page: Any, row: int, column: int, words: str, look: Any) -> None:
    if _NUMBER.fullmatch(words):
        page.write_number(row, column, float(words), look)
    else:
        page.write_string(row, column, words, look)
