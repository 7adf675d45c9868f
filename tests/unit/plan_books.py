"""Workbooks as plans are kept in real life: titles over the head, headings between rows, merged cells, colours for words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

MESSY_HEAD = (
    *("Ref", "Action(s)", "Lead officer", "Partners involved", "Timescale", "BRAG", "Progress update"),
    *("Success measure", "Baseline", "Target", "Why closed"),
)
FIRST, SECOND = "Priority 1: Long waits for assessment", "Priority 2: Plans that say little"


def messy(path: Path) -> Path:
    """A plan with a title, a version line, a head in row 5, two headings, and something wrong in most rows."""
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Cover").write(3, 1, "SEND improvement plan")
    page = book.add_worksheet("Action plan")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    percent = book.add_format({"num_format": "0%"})
    amber = book.add_format({"bg_color": "#FFC000"})
    page.merge_range("A1:K1", "Area SEND improvement plan 2026 to 2028")
    page.write("A2", "Version 6, last updated 3 October 2026")
    for column, words in enumerate(MESSY_HEAD):
        page.write(4, column, words)
    page.merge_range("A6:K6", FIRST)
    page.write_row(6, 0, ["A1", "Open two more clinics in the north", "Jane Ward", "Council; ICB"])
    page.write_datetime(6, 4, date(2027, 3, 31), day)
    page.write_row(6, 5, ["Green", "First clinic opened", "Longest wait falls", 41, 26])
    page.write_row(7, 0, ["A2", "Text families while they wait", "NHS Three Rivers ICB", "", "Q3 2026/27", "Amber"])
    page.write_row(
        8, 0, ["A3", "Publish waits each month", "Jane Ward / Sam Cole", "Therapy Trust", "31 February 2026"]
    )
    page.write_blank(8, 5, None, amber)
    page.merge_range("A11:K11", SECOND)
    page.write_row(11, 0, ["B1", "Train plan writers", "Head of SEND", "All", "Ongoing", "Purple"])
    page.write_row(12, 0, ["B2", "Health advice in six weeks", "DCO", "", "Sept 2026 (revised to Dec 2026)", "Red"])
    page.write(12, 8, 0.62, percent)
    page.write_row(12, 7, ["Advice on time"])
    page.write_row(12, 9, ["TBC"])
    page.write_row(13, 0, ["B3", "Clear the backlog", "", "", 46112, "Complete"])
    page.write_row(
        14, 0, ["B4", "Audit ten plans a term", "", "", "Autumn term 2026", "Blue", "", "", "", "", "Done and kept up"]
    )
    page.write_formula(15, 4, "=Cover!Z9", None, "#REF!")
    page.write_row(15, 0, ["B5", "Ask young people"])
    page.write_row(16, 6, ["left behind when a row was deleted"])
    book.close()
    return path


def table(path: Path, head: Sequence[str], rows: Sequence[Sequence[Any]], name: str = "Plan") -> Path:
    """A sheet of one head and rows, with dates as dates."""
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet(name)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for at, row in enumerate((head, *rows)):
        for column, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(at, column, value, day)
            elif value is not None:
                page.write(at, column, value)
    book.close()
    return path
