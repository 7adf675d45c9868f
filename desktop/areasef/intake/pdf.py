"""PDF files through PDFium: text with the place of every code point, and pictures of pages. Only in the worker.

Stored text follows PDFium's own order with two changes: U+FFFE (or U+0002) at a line's end, which stands for a hyphen
that was printed, becomes "-", and line ends become a line feed.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as raw

from areasef.domain.citation import LocatorKind
from areasef.domain.page import Box, PageGeometry, PagePicture
from areasef.intake.reading import Reading, ReadPage
from areasef.words.faults import AppError, Fault

EXTRACTOR: Final = f"pdfium {pypdfium2.version.PDFIUM_INFO.build}"
LARGEST_PIXELS: Final = 40_000_000
_HYPHENS: Final = {"\ufffe", "\x02"}
_SCAN_CHARACTERS: Final = 8


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """Open a PDF. Raises AppError where it is protected or not whole enough to open."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        protected = "password" in str(error).lower() or getattr(error, "err_code", 0) == raw.FPDF_ERR_PASSWORD
        raise AppError("intake.protected" if protected else "intake.broken_pdf") from error
    try:
        yield document
    finally:
        document.close()


def read(path: Path) -> Reading:
    """Read every page's text; a page that fails is a fault, and the others are kept."""
    with opened(path) as document:
        pages, faults, empty = [], [], 0
        for number in range(1, len(document) + 1):
            try:
                text, _ = _text_and_indices(document, number)
            except pypdfium2.PdfiumError:
                faults.append(Fault("intake.bad_page", f"page {number}"))
                text = ""
            empty += len(text.strip()) < _SCAN_CHARACTERS
            pages.append(ReadPage(number, str(number), LocatorKind.PAGE, text))
        if pages and empty == len(pages):
            faults.append(Fault("intake.scan"))
        return Reading("application/pdf", EXTRACTOR, tuple(pages), len(pages), tuple(faults))


def geometry(path: Path, number: int) -> PageGeometry:
    """Return where each code point of a page's stored text stands."""
    with opened(path) as document:
        text, indices = _text_and_indices(document, number)
        page = _page(document, number)
        textpage = page.get_textpage()
        try:
            boxes = tuple(_box(textpage, index) for index in indices)
            return PageGeometry(_crop(page), page.get_rotation(), text, boxes)
        finally:
            textpage.close()
            page.close()


def picture(path: Path, number: int, scale: float) -> PagePicture:
    """Draw a page upright at ``scale`` pixels a point; a very large page is drawn smaller rather than not at all."""
    with opened(path) as document:
        page = _page(document, number)
        try:
            width, height = page.get_size()
            pixels = width * height * scale * scale
            if pixels > LARGEST_PIXELS:
                scale *= (LARGEST_PIXELS / pixels) ** 0.5
            bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
            return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            page.close()


def _page(document: Any, number: int) -> Any:
    if not 1 <= number <= len(document):
        raise AppError("intake.no_such_page", page=number, count=len(document))
    try:
        return document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise AppError("intake.page_unreadable", page=number) from error


def _text_and_indices(document: Any, number: int) -> tuple[str, list[int]]:
    """Return a page's stored text and, for each code point, PDFium's own index of it."""
    page = _page(document, number)
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        signs: list[str] = []
        indices: list[int] = []
        at = 0
        while at < count:
            code = raw.FPDFText_GetUnicode(textpage, at)
            here = at
            at += 1
            if 0xD800 <= code < 0xDC00 and at < count:
                low = raw.FPDFText_GetUnicode(textpage, at)
                if 0xDC00 <= low < 0xE000:
                    code = 0x10000 + (code - 0xD800) * 0x400 + (low - 0xDC00)
                    at += 1
            _keep(signs, indices, code, here)
        return "".join(signs), indices
    finally:
        textpage.close()
        page.close()


def _keep(signs: list[str], indices: list[int], code: int, index: int) -> None:
    if code in (0, 0x0D) or 0xD800 <= code < 0xE000:
        return
    sign = chr(code)
    signs.append("-" if sign in _HYPHENS else sign)
    indices.append(index)


def _box(textpage: Any, index: int) -> Box | None:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top):
        return None
    if left.value == right.value or bottom.value == top.value:
        return None
    return left.value, bottom.value, right.value, top.value


def _crop(page: Any) -> Box:
    box = page.get_bbox()
    return float(box[0]), float(box[1]), float(box[2]), float(box[3])
