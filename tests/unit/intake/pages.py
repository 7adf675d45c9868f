"""PDF pages made by hand, so that a test knows each glyph, its place and what it is said to mean."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from PIL import Image

from areasef.domain.page import Box, PageGeometry, PagePicture, to_picture

SCALE = 3.0


def drawn_pdf(
    path: Path,
    content: str,
    *,
    rotation: int = 0,
    crop: Box | None = None,
    meanings: dict[str, str] | None = None,
) -> Path:
    """Write one page of 400 by 300 points; ``meanings`` says what a drawn sign stands for (a ToUnicode map)."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(400, 300))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    if meanings:
        font.ToUnicode = pdf.make_stream(_map(meanings).encode())
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(content.encode("latin-1"))
    page.Rotate = rotation
    if crop:
        page.CropBox = pikepdf.Array(list(crop))
    pdf.save(path)
    return path


def line(x: float, y: float, words: str, size: int = 14) -> str:
    """Return the instructions that write a line of words with its beginning at a point."""
    return f"BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n"


def image_of(picture: PagePicture) -> Image.Image:
    """Return a picture of a page as grey levels."""
    size = (picture.width, picture.height)
    return Image.frombytes("RGBA", size, picture.pixels, "raw", "BGRA", picture.stride).convert("L")


def ink_outside(image: Image.Image, geometry: PageGeometry, boxes: tuple[Box, ...], slack: int = 3) -> int:
    """Return how many dark pixels stay when the boxes are wiped; 0 means that they cover all that is drawn."""
    left = image.copy()
    for box in boxes:
        x0, y0, x1, y1 = to_picture(geometry, box, SCALE)
        left.paste(255, (round(x0) - slack, round(y0) - slack, round(x1) + slack, round(y1) + slack))
    return sum(left.histogram()[:128])


def _map(meanings: dict[str, str]) -> str:
    rows = "\n".join(f"<{ord(sign):02X}> <{meant.encode('utf-16-be').hex()}>" for sign, meant in meanings.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(meanings)} beginbfchar\n{rows}\nendbfchar endcmap end end"
    )
