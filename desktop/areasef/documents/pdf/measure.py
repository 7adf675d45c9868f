"""Measuring blocks before a document is made of them: whether they stand on one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from areasef.documents.model import Block
from areasef.documents.pdf.setter import Setter
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import LANDSCAPE, STANDARD, UPRIGHT, large_print


def fits_one_page(blocks: Sequence[Block], *, large: bool = False, landscape: bool = False) -> bool:
    """Say whether blocks stand on one upright or landscape page, set as they will be printed."""
    setter = Setter(large_print() if large else STANDARD)
    form = LANDSCAPE if landscape else UPRIGHT
    setter.most = form.text_height * 0.75
    strips = setter.set(tuple(blocks), form.text_width, Node("Document"))
    while strips and strips[-1].is_gap:
        strips.pop()
    first = strips[0].before if strips else 0.0
    return sum(strip.height + strip.before for strip in strips) - first <= form.text_height


def first_fitting(variants: Iterable[list[Block]], *, large: bool = False, landscape: bool = False) -> list[Block]:
    """Return the first of variants, the fullest first, that stands on one page; the last where none does."""
    chosen: list[Block] = []
    for chosen in variants:
        if fits_one_page(chosen, large=large, landscape=landscape):
            break
    return chosen
