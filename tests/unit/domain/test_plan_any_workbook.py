"""Whatever stands in a workbook, it is understood or said to be at fault by its cell; nothing fails."""

from __future__ import annotations

import random
from datetime import date, datetime

import pytest

from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Area, Evaluation
from areasef.domain.plan_sheet.columns import COLUMNS, SHEET_NAMES, Kind
from areasef.domain.plan_sheet.guessing import guess, map_columns
from areasef.domain.plan_sheet.understanding import understand
from areasef.domain.workbook import Cell, Merged, Sheet, Workbook
from areasef.packs.listing import shipped_packs
from areasef.packs.reading import read_pack

WORDS = (
    *("", "-", "n/a", "Ongoing", "31/02/2026", "Q3", "2026/27", "Sep to Mar", "(revised to )", "now", "to", "Red", "✓"),
    *("=1", "1e999", "NaN", "inf", "%", "£", "(Council)", "()", ";;", "•", "• a\n• b", "E-1", "I1", "x" * 5000, "1.1"),
    *("12/13/2026", "00/00/0000", "1 Jan 0000", "Dec", "Mar-99", "Q9 2026/27", "spring 9999", "Q4 9999/00", "99", "M1"),
    *("Priority 1:", "1.", "All", "LA", "Smith, Jane", "a/b/c/d", "2026", "Feb 9999 - Jan 0001", "29 Feb 2023", "☃"),
)


def any_cell(dice: random.Random) -> Cell | None:
    made = (
        None,
        Cell(dice.choice(WORDS)),
        Cell(dice.choice(WORDS)),
        Cell(dice.choice(WORDS)),
        Cell(dice.choice((0.0, -1.0, 1e308, 46000.0, dice.uniform(-1e6, 1e6)))),
        Cell(date(dice.choice((1, 1900, 2026, 9999)), dice.randint(1, 12), dice.randint(1, 28))),
        Cell(dice.random() < 0.5),
        Cell(None, error=dice.choice(("#REF!", "#N/A"))),
        Cell(None, fill=dice.choice(("FF0000", "00B050", "XYZ"))),
    )
    return dice.choice(made)


def any_book(dice: random.Random) -> Workbook:
    sheets = []
    for _ in range(dice.randint(1, 3)):
        kind = dice.choice(list(Kind))
        heads = dice.sample([each.head for each in COLUMNS[kind]], dice.randint(1, len(COLUMNS[kind])))
        rows: list[tuple[Cell | None, ...]] = [tuple(Cell(head) for head in heads)]
        rows += [tuple(any_cell(dice) for _ in heads) for _ in range(dice.randint(0, 10))]
        tops = [(dice.randint(0, 6), dice.randint(0, 5)) for _ in range(dice.randint(0, 3))]
        merged = tuple(Merged(row, at, row + dice.randint(0, 3), at + dice.randint(0, 4)) for row, at in tops)
        sheets.append(Sheet(dice.choice((SHEET_NAMES[kind], "Sheet1", "Plan")), tuple(rows), merged))
    return Workbook(tuple(sheets))


@pytest.mark.parametrize("seed", range(4))
def test_any_workbook_is_understood(seed: int) -> None:
    dice = random.Random(seed)
    framework = read_pack(shipped_packs()[0].path).framework
    assert framework is not None
    about = Evaluation("e", "", framework.id, framework.edition, date(2026, 11, 23))
    dossier = Dossier(framework, Area("a", ""), about, datetime(2026, 11, 23))
    for _ in range(60):
        book = any_book(dice)
        mapping = guess(book)
        for at, sheet in enumerate(book.sheets):
            if dice.random() < 0.4:
                mapping = mapping.with_sheet(at, map_columns(sheet, dice.choice(list(Kind)), dice.randint(0, 3)))
        found = understand(book, mapping, dossier)
        assert all(str(fault) and (fault.place or fault.code == "sheet.no_plan_found") for fault in found.faults)
        assert len({row.key for row in found.rows}) == len(found.rows)
