"""Framed asides, and blocks side by side."""

from __future__ import annotations

from typing import Final

from areasef.documents import model
from areasef.documents.pdf.galley import Paint, Strip
from areasef.documents.pdf.paint import Painter, text_width
from areasef.documents.pdf.setter import SETTERS, Setter, spaced
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import RULE

GUTTER: Final = 24.0
UNEVEN: Final = 1.3
"""How much higher than the mean the highest of columns must be for their widths to differ."""
WIDEST: Final = 1.8
"""The most that a column's width may be in proportion to the mean."""


def _box(setter: Setter, block: model.Box, width: float, parent: Node) -> list[Strip]:
    pad, radius = 11.0, 5.0
    inner = setter.set(block.blocks, width - 2 * pad, parent.child("Sect"))
    while inner and inner[-1].paint is None:
        inner.pop()
    if inner:
        inner[0].before = 0.0
        inner[-1].keep = False
    room = [Strip(pad - 3, _edge(width, radius, top=True), before=10, keep=True)]
    room.extend(_framed(strip, width, pad) for strip in inner)
    room[-1].keep = True
    room.append(Strip(pad - 2, _edge(width, radius, top=False)))
    return spaced(room, 10)


def _framed(strip: Strip, width: float, pad: float) -> Strip:
    height, lead, inner = strip.height + strip.before, strip.before, strip.paint

    def paint(painter: Painter, x: float, top: float) -> None:
        if inner is not None:
            inner(painter, x + pad, top - lead)
        painter.canvas.artifact()
        for side in (x, x + width):
            painter.stroke_line(side, top, side, top - height, 0.8, RULE)

    return Strip(height, paint, keep=strip.keep, anchors=strip.anchors, outline=strip.outline)


def _edge(width: float, radius: float, *, top: bool) -> Paint:
    def paint(painter: Painter, x: float, y: float) -> None:
        canvas = painter.canvas
        height = 8.0 if top else 9.0
        canvas.artifact()
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(x - 1, y - height - (0 if top else 1), width + 2, height + 1)
        canvas.clipPath(clip, stroke=0, fill=0)
        painter.frame(x, y - (40 if top else height), width, 40 if top else 40 + height, radius)
        canvas.restoreState()

    return paint


def _columns(setter: Setter, block: model.Columns, width: float, parent: Node) -> list[Strip]:
    """Set columns side by side where they fit on a page, one under another where not (or in large print)."""
    count = len(block.columns)
    if setter.sheet.large_print:
        return setter.set(tuple(b for column in block.columns for b in column), width, parent)
    tables = all(isinstance(column[0], model.Table) for column in block.columns if column)
    room = width - GUTTER * (count - 1)
    widths = [room / count] * count if tables else _shares(setter, block, room)
    found = _side_by_side(setter, block, widths, parent)
    heights = _heights(found)
    if max(heights, default=0.0) > setter.most:
        return [strip for column in found for strip in column]

    def paint(painter: Painter, x: float, top: float) -> None:
        for column, wide in zip(found, widths, strict=True):
            y = top
            for strip in column:
                y -= strip.before
                if strip.paint is not None:
                    strip.paint(painter, x, y)
                y -= strip.height
            x += wide + GUTTER

    anchors = tuple(anchor for column in found for strip in column for anchor in strip.anchors)
    return [Strip(max(heights, default=0.0), paint, before=0 if tables else 8, anchors=anchors)]


def _side_by_side(setter: Setter, block: model.Columns, widths: list[float], parent: Node) -> list[list[Strip]]:
    found = [setter.set(column, wide, parent) for column, wide in zip(block.columns, widths, strict=True)]
    for column in found:
        if column:
            column[0].before = 0.0
    return found


def _heights(columns: list[list[Strip]]) -> list[float]:
    return [sum(strip.height + strip.before for strip in column) for column in columns]


def _shares(setter: Setter, block: model.Columns, room: float) -> list[float]:
    """Return the widths of columns: alike, unless three or more stand in better balance where long ones are wider.

    No heading of a column is broken for it.
    """
    count = len(block.columns)
    even = [room / count] * count
    if count < 3:
        return even
    quiet = Node("Artifact")
    high = _heights(_side_by_side(setter, block, even, quiet))
    most = sum(high) / count
    if max(high) < UNEVEN * most:
        return even
    least = [_least(setter, column, room / count) for column in block.columns]
    spare = room - sum(least)
    wanted = [max(0.0, room / count * min(each / most, WIDEST) - low) for each, low in zip(high, least, strict=True)]
    if spare <= 0 or not sum(wanted):
        return even
    shares = [low + spare * more / sum(wanted) for low, more in zip(least, wanted, strict=True)]
    return shares if max(_heights(_side_by_side(setter, block, shares, quiet))) < max(high) else even


def _least(setter: Setter, column: tuple[model.Block, ...], most: float) -> float:
    """Return the width that the headings of a column need, or what there is."""
    heads = (each for each in column if isinstance(each, model.Heading))
    return max(
        (
            min(text_width(each.spoken, setter.sheet.heading(each.drawn_as or each.level).size, bold=True) + 1, most)
            for each in heads
        ),
        default=most * 0.75,
    )


SETTERS[model.Box] = _box
SETTERS[model.Columns] = _columns
