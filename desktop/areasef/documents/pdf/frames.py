"""Framed asides, and blocks side by side."""

from __future__ import annotations

from areasef.documents import model
from areasef.documents.pdf.galley import Paint, Strip
from areasef.documents.pdf.paint import Painter
from areasef.documents.pdf.setter import SETTERS, Setter, spaced
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import RULE


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
    count, gutter = len(block.columns), 24.0
    each = (width - gutter * (count - 1)) / count
    if setter.sheet.large_print:
        return setter.set(tuple(b for column in block.columns for b in column), width, parent)
    found = [setter.set(column, each, parent) for column in block.columns]
    for column in found:
        if column:
            column[0].before = 0.0
    heights = [sum(strip.height + strip.before for strip in column) for column in found]
    if max(heights, default=0.0) > setter.most:
        return [strip for column in found for strip in column]

    def paint(painter: Painter, x: float, top: float) -> None:
        for at, column in enumerate(found):
            y = top
            for strip in column:
                y -= strip.before
                if strip.paint is not None:
                    strip.paint(painter, x + at * (each + gutter), y)
                y -= strip.height

    anchors = tuple(anchor for column in found for strip in column for anchor in strip.anchors)
    tables = all(isinstance(column[0], model.Table) for column in block.columns if column)
    return [Strip(max(heights, default=0.0), paint, before=0 if tables else 8, anchors=anchors)]


SETTERS[model.Box] = _box
SETTERS[model.Columns] = _columns
