"""Fonts on paper: Source Sans 3, and DejaVu Sans for the signs it lacks; loaded once for the process."""

from __future__ import annotations

from functools import cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from areasef import resources

REGULAR: Final = "AreaSEF-Regular"
SEMIBOLD: Final = "AreaSEF-Semibold"
SPARE: Final = "AreaSEF-Spare"
SPARE_BOLD: Final = "AreaSEF-SpareBold"
_FILES: Final = {
    REGULAR: "SourceSans3-Regular.ttf",
    SEMIBOLD: "SourceSans3-Semibold.ttf",
    SPARE: "DejaVuSans.ttf",
    SPARE_BOLD: "DejaVuSans-Bold.ttf",
}
_widths: dict[tuple[str, str], float] = {}


@cache
def load(name: str) -> TTFont:
    """Return a font, registered with ReportLab; shaping stays off, since ligatures lose letters on extraction."""
    font = TTFont(name, str(resources.font(_FILES[name])), shapable=False)
    pdfmetrics.registerFont(font)
    return font


@cache
def covered(name: str) -> frozenset[str]:
    """Return the characters that a font can draw."""
    return frozenset(chr(code) for code, glyph in load(name).face.charToGlyph.items() if glyph and code >= 32)


def face(bold: bool) -> str:
    """Return the main font of a weight."""
    return SEMIBOLD if bold else REGULAR


def spare(bold: bool) -> str:
    """Return the font that stands in where the main one lacks a sign."""
    return SPARE_BOLD if bold else SPARE


def width(font: str, text: str) -> float:
    """Return the width of a text at one point of size."""
    key = (font, text)
    found = _widths.get(key)
    if found is None:
        if len(_widths) > 200_000:
            _widths.clear()
        found = _widths[key] = float(load(font).stringWidth(text, 1))
    return found
