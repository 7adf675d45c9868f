"""A table whose columns find no room, as one block for each row: the large-print edition, and very long words."""

from __future__ import annotations

from typing import Final

from areasef.documents import model
from areasef.documents.pdf.columns import GUTTER, shared
from areasef.documents.pdf.galley import Paint, Strip
from areasef.documents.pdf.lines import Line
from areasef.documents.pdf.paint import Painter
from areasef.documents.pdf.rows import PAD, TALL, TOGETHER, group_title, hold
from areasef.documents.pdf.setter import Setter, spaced
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import HEAVY_RULE, INK, TextStyle
from areasef.documents.picture import Picture

LABELS: Final = 0.3
"""Share of a stacked row that the titles of its cells take."""


def stacked(setter: Setter, block: model.Table, width: float, table: Node) -> list[Strip]:
    """Set a table whose columns find no room as one block for each row: the titles of its cells stand beside them.

    It stays the same table to those who listen: the titles are tagged once, in the row above, and repeated as decoration.
    """
    style = setter.sheet.table_head
    row = table.child("TR")
    titles: list[Line] = []
    for column in block.columns:
        node = row.child("TH")
        node.scope = "Column"
        titles += setter.lines((model.Run(f"{column.title} "),), style, width, node)
    strips = _flowed(titles, style, width)
    quiet = Node("Artifact")
    beside = [
        setter.lines((model.Run(each.title, bold=True),), style, LABELS * width - GUTTER, quiet)
        for each in block.columns
    ]
    rows: list[list[Strip]] = []
    for group in block.groups:
        above = []
        if group.title:
            above = [group_title(setter, group.title, shared(block.columns, width), table, None, len(beside))]
        for cells in group.rows:
            rows.append([*above, *_stacked_row(setter, cells, width, table.child("TR"), beside)])
            above = []
    hold(setter, rows)
    return spaced([*strips, *(strip for row in rows for strip in row)], 8)


def _flowed(titles: list[Line], style: TextStyle, width: float) -> list[Strip]:
    """Return the titles of columns one after another, above a heavy rule."""
    places: list[tuple[float, int, Line]] = []
    x, row = 0.0, 0
    for line in titles:
        if x and x + line.width > width:
            x, row = 0.0, row + 1
        places.append((x, row, line))
        x += line.width + GUTTER
    height = (row + 1) * style.leading + PAD

    def paint(painter: Painter, left: float, top: float) -> None:
        for shift, at, line in places:
            painter.line(line, left + shift, top - style.size - at * style.leading)
        painter.rule(left, top - height, width, HEAVY_RULE, INK)

    return [Strip(height + 1, paint, keep=True)]


def _stacked_row(
    setter: Setter, row: tuple[model.Cell, ...], width: float, node: Node, beside: list[list[Line]]
) -> list[Strip]:
    style, found = setter.sheet.table, []
    for at, cell in enumerate(row):
        own = node.child("TH" if cell.header else "TD")
        own.scope = {"row": "Row", "column": "Column", "group": "Row"}.get(cell.scope, "")
        own.anchor = cell.anchor
        lines = [line for part in cell.content for line in setter.lines(part, style, width * (1 - LABELS), own)]
        for index in range(max(len(lines), len(beside[at]) if lines else 0)):
            label = beside[at][index] if index < len(beside[at]) else None
            value = lines[index] if index < len(lines) else None
            anchors = (cell.anchor,) if cell.anchor and not index else ()
            found.append(Strip(style.leading, _pair(label, value, style, width), keep=True, anchors=anchors))
        if cell.picture is not None:
            figure = own.child("Figure") if cell.alt else None
            if figure is not None:
                figure.alt = cell.alt
            found.append(Strip(cell.picture.height, _picture(cell.picture, figure, width * LABELS), keep=True))
    if found:
        pad = PAD * setter.air
        found[0].before = pad
        found.append(Strip(pad * 2, lambda painter, x, top: painter.rule(x, top - pad * 2, width)))
    if sum(strip.height for strip in found) > setter.most * TALL:
        for strip in found[TOGETHER - 1 : -TOGETHER - 1]:
            strip.keep = False
    return found


def _picture(picture: Picture, figure: Node | None, left: float) -> Paint:
    def paint(painter: Painter, x: float, top: float) -> None:
        painter.picture(picture, x + left, top, figure)

    return paint


def _pair(label: Line | None, value: Line | None, style: TextStyle, width: float) -> Paint:
    def paint(painter: Painter, x: float, top: float) -> None:
        if label is not None:
            painter.canvas.artifact()
            painter.echo().line(label, x, top - style.size)
        if value is not None:
            painter.line(value, x + LABELS * width, top - style.size)

    return paint
