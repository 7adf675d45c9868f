"""Figures and the cover on paper."""

from __future__ import annotations

from typing import Final

from areasef.documents import model
from areasef.documents.pdf.galley import Strip
from areasef.documents.pdf.paint import Painter, colour
from areasef.documents.pdf.setter import SETTERS, Setter, spaced
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import ACCENT, INK, RULE, UPRIGHT

RING_STEP: Final = 20.2
FIRST_RING: Final = 33.0
SMALLEST_RINGS: Final = 0.4
_COVER_TOPS: Final = (364.0, 240.0, 150.0)
"""Where a title may begin, in points from the top of the page: the lowest place that leaves room for all below it."""


def _figure(setter: Setter, block: model.Figure, width: float, parent: Node) -> list[Strip]:
    node = parent.child("Figure")
    node.alt = block.alt

    def paint(painter: Painter, x: float, top: float) -> None:
        painter.picture(block.picture, x, top, node)

    strips = [Strip(block.picture.height, paint, before=4, keep=bool(block.caption))]
    if block.caption:
        strips.append(Strip(0.0, before=setter.sheet.meta.size * 0.4, keep=True))
        strips.extend(setter.text(block.caption, setter.sheet.meta, width, parent.child("P")))
    return spaced(strips, 8)


def _cover(setter: Setter, block: model.Cover, width: float, parent: Node) -> list[Strip]:
    """Fill the first page: rings, title, sentence, and the facts at its foot; a title too long for it runs over the page."""
    sheet, form = setter.sheet, setter.form
    title_node, lead_node = parent.child("H1"), parent.child("P")
    for style, share in ((sheet.cover, 0.72), (sheet.h1, 0.72), (sheet.cover_lead, 1.0)):
        title = setter.text((model.Run(block.title),), style, width * share, title_node)
        lead = setter.text((model.Run(block.lead),), sheet.cover_lead, width * 0.71, lead_node)
        said = _height(title) + _height(lead) + 54
        if form.height - _COVER_TOPS[-1] - said >= form.foot:
            break
    facts = SETTERS[model.Facts](setter, block.facts, width, parent)
    if form.height - _COVER_TOPS[-1] - said < form.foot:
        title[0].outline = (0, block.title)
        return [*title, *lead, *facts]
    high = _height(facts)
    ring_y = next((y for y in _COVER_TOPS if form.height - y - said - high >= UPRIGHT.foot), None)
    apart = ring_y is None
    top_y = ring_y or next(y for y in _COVER_TOPS if form.height - y - said >= form.foot)
    base = form.height - top_y

    def paint(painter: Painter, x: float, _top: float) -> None:
        _rings(painter, form.width, base, block.rings, block.strong_rings)
        painter.rule(x, base, 201, 1.4, INK)
        y = _stack(painter, title, x, base - 14)
        _stack(painter, lead, x, y - 20)
        if not apart:
            _stack(painter, facts, x, UPRIGHT.foot + high)

    first = Strip(form.text_height - 1, paint, outline=(0, block.title))
    return [first, *facts] if apart else [first]


def _height(strips: list[Strip]) -> float:
    return sum(strip.height + strip.before for strip in strips)


def _stack(painter: Painter, strips: list[Strip], x: float, y: float) -> float:
    for strip in strips:
        y -= strip.before
        if strip.paint is not None:
            strip.paint(painter, x, y)
        y -= strip.height
    return y


def _rings(painter: Painter, right: float, y: float, count: int, strong: int) -> None:
    """Paint a quarter ring for each strand, the first part's in the accent: decoration, left out where it finds no room."""
    canvas = painter.canvas
    canvas.artifact()
    room = UPRIGHT.height - 96 - y
    scale = min(1.0, room / (FIRST_RING + max(0, count - 1) * RING_STEP))
    if scale < SMALLEST_RINGS:
        return
    for ring in range(count):
        radius = (FIRST_RING + ring * RING_STEP) * scale
        inner = ring < strong
        fade = 1 - 0.53 * ring / max(1, strong - 1)
        canvas.setStrokeColor(_blend(ACCENT, fade) if inner else colour(RULE))
        canvas.setLineWidth((6.6 if inner else 4.0) * scale)
        canvas.arc(right - radius, y - radius, right + radius, y + radius, 90, 90)


def _blend(hex_code: str, share: float) -> tuple[float, float, float]:
    ink = colour(hex_code)
    red, green, blue = (1 - share * (1 - each) for each in (ink.red, ink.green, ink.blue))
    return (red, green, blue)


SETTERS[model.Figure] = _figure
SETTERS[model.Cover] = _cover
