"""Pictures: a page without text, drawn at the size asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from areasef.domain.citation import LocatorKind
from areasef.domain.page import PagePicture
from areasef.intake.reading import Reading, ReadPage
from areasef.words.faults import AppError

EXTRACTOR: Final = "image 1"
LARGEST_SIDE: Final = 6000
POINTS_WIDE: Final = 595.0
Image.MAX_IMAGE_PIXELS = 120_000_000


def read(path: Path) -> Reading:
    """Look whether a picture can be opened; it is one page without text."""
    _open(path).close()
    return Reading("", EXTRACTOR, (ReadPage(1, "picture", LocatorKind.IMAGE, ""),), 1)


def picture(path: Path, scale: float) -> PagePicture:
    """Draw a picture upright, as wide as an A4 page at ``scale`` pixels a point, never larger than it is."""
    with _open(path) as image:
        upright = ImageOps.exif_transpose(image).convert("RGBA")
        wide = min(LARGEST_SIDE, round(POINTS_WIDE * scale))
        if upright.width > wide:
            upright = upright.resize((wide, max(1, round(upright.height * wide / upright.width))))
        return PagePicture(upright.width, upright.height, upright.width * 4, upright.tobytes("raw", "BGRA"))


def _open(path: Path) -> Image.Image:
    try:
        image = Image.open(path)
        image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise AppError("intake.broken_picture") from error
    return image
