"""Rows of a table on paper: cells side by side over a rule; a tall row is set line by line, so that a page can end in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from areasef.documents import model
from areasef.documents.pdf.columns import Grid
from areasef.documents.pdf.galley import Paint, Strip
from areasef.documents.pdf.lines import Line
from areasef.documents.pdf.paint import Painter
from areasef.documents.pdf.setter import Setter
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import TextStyle
from areasef.documents.picture import Picture

PAD: Final = 3.8
FEW: Final = 0.5
SHORT: Final = 0.67
"""Shares of the highest unbreakable strip under which two rows hold together, and a whole table leans together."""
TALL: Final = 0.4
"""Share of the highest unbreakable strip from which a row may go on over the foot of a page, so that it leaves no large gap."""
TOGETHER: Final = 3
"""Lines of a cut row that stay together at either end."""

Set = list[tuple[float, list[Line]]]
Pictures = list[tuple[float, float, Picture, Node | None]]


def hold(setter: Setter, rows: list[list[Strip]]) -> None:
    """Hold the first two and the last two rows of a table together, so that none stands alone; keep a short table whole."""
    few = setter.most * FEW
    high = [sum(strip.height + strip.before for strip in row) for row in rows]
    for at in {0, len(rows) - 2}:
        if 0 <= at < len(rows) - 1 and high[at] + high[at + 1] <= few:
            rows[at][-1].keep = True
    if sum(high) <= setter.most * SHORT:
        for strip in [strip for row in rows for strip in row][:-1]:
            strip.lean = True


def group_title(setter: Setter, title: str, grid: Grid, table: Node, head: Strip | None, count: int) -> Strip:
    """Return the title of a group of rows over the whole width, tagged as their header."""
    node = table.child("TR").child("TH")
    node.scope = "Row"
    node.spans = count
    style = setter.sheet.table_head
    lines = setter.lines((model.Run(title, accent=True),), style, grid.width, node)
    pad = PAD * setter.air
    height = len(lines) * style.leading + 2 * pad

    def paint(painter: Painter, x: float, top: float) -> None:
        set_cells(painter, [(0.0, lines)], grid, style, x, top - pad)
        painter.rule(x, top - height, grid.width)

    return Strip(height, paint, keep=True, header=head)


def set_row(setter: Setter, row: tuple[model.Cell, ...], grid: Grid, node: Node, head: Strip | None) -> list[Strip]:
    """Return a row as one strip, or as one for each line where it is tall."""
    style = setter.sheet.table
    cells: Set = []
    pictures: Pictures = []
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
    if height > setter.most * TALL and count > 2 * TOGETHER:
        return _cut_row(_Cut(cells, pictures, grid, style, head, pad), tuple(anchors), count)

    def paint(painter: Painter, x: float, top: float) -> None:
        set_cells(painter, cells, grid, style, x, top - pad)
        for left, down, picture, figure in pictures:
            painter.picture(picture, x + left, top - pad - down, figure)
        painter.rule(x, top - height, grid.width)

    return [Strip(height, paint, header=head, anchors=tuple(anchors))]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A tall row that is set line by line, so that it can go on over the foot of a page."""

    cells: Set
    pictures: Pictures
    grid: Grid
    style: TextStyle
    head: Strip | None
    pad: float

    def drawn(self, at: int, count: int) -> Pictures:
        """Return the pictures beside the line ``at``: each stands under the text of its own cell."""
        places = ((min(round(each[1] / self.style.leading), count - 1), each) for each in self.pictures)
        return [each for place, each in places if place == at]

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
                set_cells(painter.echo(), [(self.cells[0][0], names)], self.grid, self.style, x, under)

        return Strip(above.height + self.pad, paint)


def _cut_row(row: _Cut, anchors: tuple[str, ...], count: int) -> list[Strip]:
    """Return a tall row as one strip for each line."""
    found: list[Strip] = []
    for at in range(count):
        last = at == count - 1
        above = row.pad if at == 0 else 0.0
        drawn = max((picture.height for _, _, picture, _ in row.drawn(at, count)), default=0.0)
        height = max(row.style.leading, drawn) + above + (row.pad if last else 0.0)
        found.append(
            Strip(
                height,
                _slice_paint(row, at, count, height if last else 0.0),
                keep=not last and (at < TOGETHER - 1 or at >= count - TOGETHER),
                header=row.header(at),
                anchors=anchors if at == 0 else (),
            )
        )
    return found


def _slice_paint(row: _Cut, at: int, count: int, rule_at: float) -> Paint:
    """Return the painting of one line of a tall row, with the pictures that stand beside it."""
    slice_of: Set = [(left, lines[at : at + 1]) for left, lines in row.cells]

    def paint(painter: Painter, x: float, top: float) -> None:
        under = top if at else top - row.pad
        set_cells(painter, slice_of, row.grid, row.style, x, under)
        for left, _, picture, figure in row.drawn(at, count):
            painter.picture(picture, x + left, under, figure)
        if rule_at:
            painter.rule(x, top - rule_at, row.grid.width)

    return paint


def set_cells(painter: Painter, cells: Set, grid: Grid, style: TextStyle, x: float, top: float) -> None:
    """Paint the lines of cells from the top of a row; numbers stand at the right of their column."""
    drop = (style.leading - style.size) / 2 + style.size * 0.8
    for at, (left, lines) in enumerate(cells):
        for index, line in enumerate(lines):
            right = grid.aligns[at] == "right" and len(cells) > 1
            shift = grid.widths[at] - painter.width_of(line) if right else 0.0
            painter.line(line, x + left + shift, top - drop - index * style.leading)
