"""Tables on paper: a header row that comes along to each page, groups of rows, rules, and rows that break only if they must."""

from __future__ import annotations

from areasef.documents import model
from areasef.documents.pdf.columns import Grid, fitted, shared
from areasef.documents.pdf.galley import Paint, Strip
from areasef.documents.pdf.paint import Painter
from areasef.documents.pdf.rows import PAD, Set, group_title, hold, set_cells, set_row
from areasef.documents.pdf.setter import SETTERS, Setter, spaced
from areasef.documents.pdf.stacked import stacked
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import HEAVY_RULE, INK


def _table(setter: Setter, block: model.Table, width: float, parent: Node) -> list[Strip]:
    table = parent.child("Table")
    table.title = block.summary
    grid = fitted(block, width, setter.sheet)
    if grid is None:
        return stacked(setter, block, width, table)
    head = _header(setter, block, grid, table)
    rows: list[list[Strip]] = []
    for group in block.groups:
        above, over = [], head
        if group.title:
            above = [group_title(setter, group.title, grid, table, head, len(block.columns))]
            over = _again(setter, group.title, grid, head)
        for row in group.rows:
            rows.append([*above, *set_row(setter, row, grid, table.child("TR"), over)])
            above = []
    hold(setter, rows)
    strips = [head, *(strip for row in rows for strip in row)]
    if len(strips) == 1:
        head.keep = False
    return spaced(strips, 8)


def _header(setter: Setter, block: model.Table, grid: Grid, table: Node) -> Strip:
    row = table.child("TR")
    style = setter.sheet.table_head
    cells: Set = []
    for at, column in enumerate(block.columns):
        node = row.child("TH")
        node.scope = "Column"
        cells.append((grid.lefts[at], setter.lines((model.Run(column.title),), style, grid.widths[at], node)))
    height = max(len(lines) for _, lines in cells) * style.leading + PAD * setter.air + 1
    first = True

    def paint(painter: Painter, x: float, top: float) -> None:
        nonlocal first
        if first:
            set_cells(painter, cells, grid, style, x, top)
            first = False
        else:
            with painter.canvas.furniture("Header"):
                set_cells(painter.echo(), cells, grid, style, x, top)
        painter.rule(x, top - height, grid.width, HEAVY_RULE, INK)

    return Strip(height + 1, paint, keep=True)


def _again(setter: Setter, title: str, grid: Grid, head: Strip) -> Strip:
    """Return what stands at the top of a page on which a group goes on: the header row, and the group's title once more."""
    style = setter.sheet.table_head
    words = (model.Run(f"{title} (continued)", accent=True),)
    lines = setter.lines(words, style, grid.width, Node("Artifact"))
    pad = PAD * setter.air
    height = len(lines) * style.leading + 2 * pad

    def paint(painter: Painter, x: float, top: float) -> None:
        if head.paint is not None:
            head.paint(painter, x, top)
        under = top - head.height
        with painter.canvas.furniture("Header"):
            set_cells(painter.echo(), [(0.0, lines)], grid, style, x, under - pad)
        painter.rule(x, under - height, grid.width)

    return Strip(head.height + height, paint)


def _facts(setter: Setter, block: model.Facts, width: float, parent: Node) -> list[Strip]:
    """Set names and values: each name is a row's header, rules above and below."""
    table = parent.child("Table")
    table.title = block.summary
    share = 30 if setter.sheet.large_print else 19
    grid = shared((model.Column("Name", share), model.Column("Value", 100 - share)), width)
    rows: list[list[Strip]] = []
    for name, value in block.rows:
        cells = (
            model.Cell(((model.Run(name, bold=True),),), scope="row", header=True),
            model.Cell((value,)),
        )
        rows.append(set_row(setter, cells, grid, table.child("TR"), None))
    hold(setter, rows)
    strips = [strip for row in rows for strip in row]
    if strips:
        strips[0].paint = _under_rule(strips[0].paint, width)
    return spaced(strips, 8)


def _under_rule(inner: Paint | None, width: float) -> Paint:
    def paint(painter: Painter, x: float, top: float) -> None:
        painter.rule(x, top, width)
        if inner is not None:
            inner(painter, x, top)

    return paint


SETTERS[model.Table] = _table
SETTERS[model.Facts] = _facts
