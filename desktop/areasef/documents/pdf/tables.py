"""Tables on paper: a header row that comes along to each page, groups of rows, rules, and rows that break only if they must."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from areasef.documents import model
from areasef.documents.pdf.columns import GUTTER, Grid, fitted, shared
from areasef.documents.pdf.galley import Paint, Strip
from areasef.documents.pdf.lines import Line
from areasef.documents.pdf.paint import Painter
from areasef.documents.pdf.setter import SETTERS, Setter, spaced
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import HEAVY_RULE, INK, TextStyle
from areasef.documents.picture import Picture

PAD: Final = 3.8
FEW: Final = 0.5
SHORT: Final = 0.67
"""Shares of the highest unbreakable strip under which two rows hold together, and a whole table leans together."""
TALL: Final = 0.4
"""Share of it from which a row may go on over the foot of a page, so that it leaves no large gap."""
TOGETHER: Final = 3
"""Lines of a cut row that stay together at either end."""
LABELS: Final = 0.3
"""Share of a stacked row that the titles of its cells take."""


_Set = list[tuple[float, list[Line]]]


def _table(setter: Setter, block: model.Table, width: float, parent: Node) -> list[Strip]:
    table = parent.child("Table")
    table.title = block.summary
    grid = fitted(block, width, setter.sheet)
    if grid is None:
        return _stacked(setter, block, width, table)
    head = _header(setter, block, grid, table)
    rows: list[list[Strip]] = []
    for group in block.groups:
        above, over = [], head
        if group.title:
            above = [_group_title(setter, group.title, grid, table, head, len(block.columns))]
            over = _again(setter, group.title, grid, head)
        for row in group.rows:
            rows.append([*above, *_row(setter, row, grid, table.child("TR"), over)])
            above = []
    _hold(setter, rows)
    strips = [head, *(strip for row in rows for strip in row)]
    if len(strips) == 1:
        head.keep = False
    return spaced(strips, 8)


def _hold(setter: Setter, rows: list[list[Strip]]) -> None:
    """Hold the first two and the last two rows of a table together, so that none stands alone; keep a short table whole."""
    few = setter.most * FEW
    high = [sum(strip.height + strip.before for strip in row) for row in rows]
    for at in {0, len(rows) - 2}:
        if 0 <= at < len(rows) - 1 and high[at] + high[at + 1] <= few:
            rows[at][-1].keep = True
    if sum(high) <= setter.most * SHORT:
        for strip in [strip for row in rows for strip in row][:-1]:
            strip.lean = True


def _header(setter: Setter, block: model.Table, grid: Grid, table: Node) -> Strip:
    row = table.child("TR")
    style = setter.sheet.table_head
    cells: _Set = []
    for at, column in enumerate(block.columns):
        node = row.child("TH")
        node.scope = "Column"
        cells.append((grid.lefts[at], setter.lines((model.Run(column.title),), style, grid.widths[at], node)))
    height = max(len(lines) for _, lines in cells) * style.leading + PAD * setter.air + 1
    first = True

    def paint(painter: Painter, x: float, top: float) -> None:
        nonlocal first
        if first:
            _cells(painter, cells, grid, style, x, top)
            first = False
        else:
            with painter.canvas.furniture("Header"):
                _cells(painter.echo(), cells, grid, style, x, top)
        painter.rule(x, top - height, grid.width, HEAVY_RULE, INK)

    return Strip(height + 1, paint, keep=True)


def _group_title(setter: Setter, title: str, grid: Grid, table: Node, head: Strip | None, count: int) -> Strip:
    node = table.child("TR").child("TH")
    node.scope = "Row"
    node.spans = count
    style = setter.sheet.table_head
    lines = setter.lines((model.Run(title, accent=True),), style, grid.width, node)
    pad = PAD * setter.air
    height = len(lines) * style.leading + 2 * pad

    def paint(painter: Painter, x: float, top: float) -> None:
        _cells(painter, [(0.0, lines)], grid, style, x, top - pad)
        painter.rule(x, top - height, grid.width)

    return Strip(height, paint, keep=True, header=head)


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
            _cells(painter.echo(), [(0.0, lines)], grid, style, x, under - pad)
        painter.rule(x, under - height, grid.width)

    return Strip(head.height + height, paint)


def _row(setter: Setter, row: tuple[model.Cell, ...], grid: Grid, node: Node, head: Strip | None) -> list[Strip]:
    style = setter.sheet.table
    cells: _Set = []
    pictures: list[tuple[float, float, Picture, Node | None]] = []
    anchors: list[str] = []
    for at, cell in enumerate(row):
        own = node.child("TH" if cell.header else "TD")
        own.scope = {"row": "Row", "column": "Column", "group": "Row"}.get(cell.scope, "")
        lines = [line for part in cell.content for line in setter.lines(part, style, grid.widths[at], own)]
        cells.append((grid.lefts[at], lines))
        if cell.anchor:
            anchors.append(cell.anchor)
            own.anchor = cell.anchor
        if cell.picture is not None:
            figure = own.child("Figure") if cell.alt else None
            if figure is not None:
                figure.alt = cell.alt
            pictures.append((grid.lefts[at], len(lines) * style.leading, cell.picture, figure))
    count = max((len(lines) for _, lines in cells), default=1) or 1
    drawn = max((down + picture.height for _, down, picture, _ in pictures), default=0.0)
    pad = PAD * setter.air
    height = max(count * style.leading, drawn) + 2 * pad
    if height > setter.most * TALL and not pictures and count > 2 * TOGETHER:
        return _cut_row(_Cut(cells, grid, style, head, pad), tuple(anchors), count)

    def paint(painter: Painter, x: float, top: float) -> None:
        _cells(painter, cells, grid, style, x, top - pad)
        for left, down, picture, figure in pictures:
            painter.picture(picture, x + left, top - pad - down, figure)
        painter.rule(x, top - height, grid.width)

    return [Strip(height, paint, header=head, anchors=tuple(anchors))]


def _stacked(setter: Setter, block: model.Table, width: float, table: Node) -> list[Strip]:
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
            above = [_group_title(setter, group.title, shared(block.columns, width), table, None, len(beside))]
        for cells in group.rows:
            rows.append([*above, *_stacked_row(setter, cells, width, table.child("TR"), beside)])
            above = []
    _hold(setter, rows)
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
    if sum(strip.height for strip in found) > setter.most:
        for strip in found[1:-2]:
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


@dataclass(frozen=True, slots=True)
class _Cut:
    """A tall row that is set line by line, so that it can go on over the foot of a page."""

    cells: _Set
    grid: Grid
    style: TextStyle
    head: Strip | None
    pad: float

    def header(self, at: int) -> Strip | None:
        """Return what stands above the line ``at`` on a new page: the header row, and whose row it is in its first cell."""
        names = self.cells[0][1]
        if self.head is None or len(names) != 1 or not at:
            return self.head
        above = self.head

        def paint(painter: Painter, x: float, top: float) -> None:
            if above.paint is not None:
                above.paint(painter, x, top)
            with painter.canvas.furniture("Header"):
                under = top - above.height - self.pad
                _cells(painter.echo(), [(self.cells[0][0], names)], self.grid, self.style, x, under)

        return Strip(above.height + self.pad, paint)


def _cut_row(row: _Cut, anchors: tuple[str, ...], count: int) -> list[Strip]:
    """Return a tall row as one strip for each line."""
    found: list[Strip] = []
    for at in range(count):
        slice_of: _Set = [(left, lines[at : at + 1]) for left, lines in row.cells]
        last = at == count - 1
        above = row.pad if at == 0 else 0.0
        height = row.style.leading + above + (row.pad if last else 0.0)
        found.append(
            Strip(
                height,
                _slice_paint(slice_of, row.grid, row.style, above, height if last else 0.0),
                keep=not last and (at < TOGETHER - 1 or at >= count - TOGETHER),
                header=row.header(at),
                anchors=anchors if at == 0 else (),
            )
        )
    return found


def _slice_paint(cells: _Set, grid: Grid, style: TextStyle, pad: float, rule_at: float) -> Paint:
    def paint(painter: Painter, x: float, top: float) -> None:
        _cells(painter, cells, grid, style, x, top - pad)
        if rule_at:
            painter.rule(x, top - rule_at, grid.width)

    return paint


def _cells(painter: Painter, cells: _Set, grid: Grid, style: TextStyle, x: float, top: float) -> None:
    drop = (style.leading - style.size) / 2 + style.size * 0.8
    for at, (left, lines) in enumerate(cells):
        for index, line in enumerate(lines):
            right = grid.aligns[at] == "right" and len(cells) > 1
            shift = grid.widths[at] - painter.width_of(line) if right else 0.0
            painter.line(line, x + left + shift, top - drop - index * style.leading)


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
        rows.append(_row(setter, cells, grid, table.child("TR"), None))
    _hold(setter, rows)
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
