"""Writing a document as an accessible PDF: set, stack, paint, then finish. One pass over the text."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from areasef.documents import model
from areasef.documents.pdf import contents, figures, frames, tables
from areasef.documents.pdf.canvas import TaggedCanvas
from areasef.documents.pdf.finish import finish
from areasef.documents.pdf.flow import flows, lay_out
from areasef.documents.pdf.galley import Layout
from areasef.documents.pdf.pages import paint_footer, paint_header
from areasef.documents.pdf.paint import Painter
from areasef.documents.pdf.setter import Setter
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import STANDARD, large_print
from areasef.documents.spoken import listed_headings
from areasef.documents.whole import write_whole
from areasef.domain.telling import Tell, nobody

_KINDS = (contents, figures, frames, tables)


@dataclass(frozen=True, slots=True)
class PdfReceipt:
    """What was written: pages, the file's SHA-256 and size in bytes, the signs no font could draw, anchor pages.

    ``page_of`` gives for every anchor the page (from 1) it stands on, so that a preview can jump to it.
    """

    pages: int
    sha256: str
    size: int
    missing: tuple[str, ...] = ()
    page_of: tuple[tuple[str, int], ...] = ()


def write_pdf(
    document: model.Document, path: Path, options: model.DocumentOptions | None = None, tell: Tell = nobody
) -> PdfReceipt:
    """Write a document to a path and say what was written. The file appears whole or not at all.

    ``tell`` hears how many pages are painted, of how many, and is not called once the file is there. Raises OSError
    where the disk refuses.
    """
    data, receipt = render_pdf(document, large=bool(options and options.large_print), tell=tell)
    tell(receipt.pages, receipt.pages, "Writing and checking the file")
    write_whole(path, data)
    return receipt


def render_pdf(document: model.Document, *, large: bool = False, tell: Tell = nobody) -> tuple[bytes, PdfReceipt]:
    """Return a document as PDF bytes, for a preview without a file."""
    setter = Setter(large_print() if large else STANDARD, tell)
    root = Node("Document")
    layout = _lay_out(document, setter, root)
    buffer = io.BytesIO()
    canvas = TaggedCanvas(buffer)
    painter = Painter(canvas, layout)
    for number, page in enumerate(layout.pages, start=1):
        tell(number - 1, len(layout.pages), f"Page {number} of {len(layout.pages)}")
        canvas.setPageSize((page.format.width, page.format.height))
        paint_header(painter, page, document)
        for x, y, paint in page.items:
            paint(painter, x, y)
        paint_footer(painter, page, document, number, len(layout.pages))
        canvas.showPage()
    canvas.save()
    tell(len(layout.pages), len(layout.pages), "Tagging the pages")
    data = finish(buffer.getvalue(), document, root, canvas, layout)
    receipt = PdfReceipt(
        pages=len(layout.pages),
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        missing=tuple(setter.missing),
        page_of=tuple((anchor, page + 1) for anchor, (page, _) in layout.anchors.items()),
    )
    return data, receipt


def _lay_out(document: model.Document, setter: Setter, root: Node) -> Layout:
    setter.contents = tuple(listed_headings(document.chapters))
    return lay_out(flows(document.chapters, large=setter.sheet.large_print), setter, root)
