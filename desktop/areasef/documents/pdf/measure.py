"""Measuring blocks before a document is made of them: whether they stand on one page of the ordinary edition.

The large-print edition holds the same words as the ordinary one, so both are measured by the ordinary one's pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from areasef.documents.model import Block
from areasef.documents.pdf import contents, figures, frames, tables
from areasef.documents.pdf.setter import Setter
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import page_format

_KINDS = (contents, figures, frames, tables)
"""Modules that say how their blocks are set."""


def fits_one_page(blocks: Sequence[Block], *, landscape: bool = False, air: float = 1.0) -> bool:
    """Say whether blocks stand on one upright or landscape page, set with a share of the usual space."""
    setter = Setter()
    setter.breathe(air)
    form = page_format(landscape=landscape)
    setter.on(form)
    strips = setter.set(tuple(blocks), form.text_width, Node("Document"))
    while strips and strips[-1].is_gap:
        strips.pop()
    first = strips[0].before if strips else 0.0
    return sum(strip.height + strip.before for strip in strips) - first <= form.text_height


def first_fitting(variants: Iterable[list[Block]], *, landscape: bool = False, air: float = 1.0) -> list[Block]:
    """Return the first of variants, the fullest first, that stands on one page; the last where none does."""
    chosen: list[Block] = []
    for chosen in variants:
        if fits_one_page(chosen, landscape=landscape, air=air):
            break
    return chosen
