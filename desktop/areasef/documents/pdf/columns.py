"""How wide the columns of a table are: by their shares, but never so narrow that a word is torn."""

from __future__ import annotations

from typing import Final

from areasef.documents import model
from areasef.documents.pdf.lines import widest_word
from areasef.documents.pdf.paint import text_width
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import Sheet

GUTTER: Final = 9.0
AFTER_NUMBERS: Final = 8.0
"""More room behind a column set to the right, so that its numbers never touch the words beside them."""
MOST_FOR_A_WORD: Final = 0.3
"""Share of the table that one column may claim for its longest word; longer words are torn."""
STACKED_FROM: Final = 5
"""Columns from which a table of the large-print edition is set as one block for each row."""
STACKED_LINES: Final = 5.0
"""Lines of a cell from which a table of four columns is, too: a column of few words a line is hard to read."""


class Grid:
    """Where the columns of a table stand (points from its left edge)."""

    def __init__(self, widths: list[float], aligns: list[model.Align]) -> None:
        self.width = sum(widths)
        self.aligns = aligns
        self.lefts = [sum(widths[:at]) for at in range(len(widths))]
        self.widths = [wide - _behind(align) for wide, align in zip(widths, aligns, strict=True)]
        self.widths[-1] = widths[-1]


def _behind(align: model.Align) -> float:
    return GUTTER + (AFTER_NUMBERS if align == "right" else 0.0)


def shared(columns: tuple[model.Column, ...], width: float) -> Grid:
    """Return columns by their shares alone."""
    total = sum(column.share for column in columns)
    return Grid([column.share / total * width for column in columns], [column.align for column in columns])


def fitted(table: model.Table, width: float, sheet: Sheet) -> Grid | None:
    """Return the columns of a table, widened where a word would be torn; None where the words find no room at all."""
    total = sum(column.share for column in table.columns)
    wanted = [column.share / total * width for column in table.columns]
    least = [min(wide, MOST_FOR_A_WORD * width) for wide in _least(table, sheet)]
    if sum(least) > width or (sheet.large_print and _is_crowded(table, wanted, sheet)):
        return None
    short = sum(max(0.0, need - have) for need, have in zip(least, wanted, strict=True))
    spare = sum(max(0.0, have - need) for need, have in zip(least, wanted, strict=True))
    taken = short / spare if spare else 0.0
    widths = [need if have < need else have - (have - need) * taken for need, have in zip(least, wanted, strict=True)]
    return Grid(widths, [column.align for column in table.columns])


def _is_crowded(table: model.Table, widths: list[float], sheet: Sheet) -> bool:
    if len(widths) >= STACKED_FROM or len(widths) < STACKED_FROM - 1:
        return len(widths) >= STACKED_FROM
    return any(
        sum(text_width(model.words(part), sheet.table.size) for part in cell.content) > STACKED_LINES * width
        for group in table.groups
        for row in group.rows
        for cell, width in zip(row, widths, strict=True)
    )


def _least(table: model.Table, sheet: Sheet) -> list[float]:
    """Return for each column the width of its longest word with the room beside it."""
    node = Node("Artifact")
    found = [widest_word((model.Run(column.title),), sheet.table_head, node) for column in table.columns]
    for group in table.groups:
        for row in group.rows:
            for at, cell in enumerate(row):
                for part in cell.content:
                    found[at] = max(found[at], widest_word(part, sheet.table, node))
                if cell.picture is not None:
                    found[at] = max(found[at], cell.picture.width)
    behind = [_behind(column.align) for column in table.columns[:-1]] + [0.0]
    return [wide + room + 0.1 for wide, room in zip(found, behind, strict=True)]
