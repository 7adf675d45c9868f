"""What stands on every page: header, footer, and that it is a draft. All of it is pagination, none is read aloud."""

from __future__ import annotations

from typing import Final

from areasef.documents.model import Document
from areasef.documents.pdf.galley import Page
from areasef.documents.pdf.paint import Painter, text_width
from areasef.documents.pdf.style import INK, LARGE_EDGE, MUTED, RULE, RULE_WIDTH

GAP: Final = 14.0
COVER_EDGE: Final = 9.5
DRAFT: Final = "Draft"


def paint_header(painter: Painter, page: Page, document: Document) -> None:
    """Paint whose document it is at the left, the running title at the right; on a cover the marking.

    Where room is short the title gives way, then the name of whose it is, never the marking nor that it is a draft.
    """
    form = page.format
    y, right = form.height - (49.5 if page.plain else 26.3 + form.edge), form.width - form.side
    with painter.canvas.furniture("Header"):
        size = max(COVER_EDGE, form.edge) if page.plain else form.edge
        kept = (document.marking if page.plain else "", DRAFT if document.draft else "")
        room = right - form.side - sum(text_width(each, size, bold=True) + 16 for each in kept if each)
        owner = _fitting(document.owner, size, room, bold=True)
        end = painter.plain_text(owner, form.side, y, size, INK, bold=True)
        title = document.marking if page.plain else page.running
        if document.draft:
            end = painter.plain_text(DRAFT, end + 16, y, size, INK, bold=True)
        title = _fitting(title, size, right - end - 16, bold=page.plain)
        wide = text_width(title, size, bold=page.plain)
        painter.plain_text(title, right - wide, y, size, INK if page.plain else MUTED, bold=page.plain)
        if not page.plain:
            painter.stroke_line(form.side, y - 8.6, right, y - 8.6, RULE_WIDTH, RULE)


def paint_footer(painter: Painter, page: Page, document: Document, number: int, total: int) -> None:
    """Paint the document with its version, the as-at date, the marking, and the page of pages.

    Where room is short the document's name gives way, never the marking; large print has a line of its own for the name.
    """
    if page.plain:
        return
    form, y = page.format, 26.5
    two = form.edge >= LARGE_EDGE
    top = y + (form.edge * 1.3 if two else 0.0)
    size, right = form.edge, form.width - form.side
    with painter.canvas.furniture("Footer"):
        painter.stroke_line(form.side, top + size + 6, right, top + size + 6, RULE_WIDTH, RULE)
        pages = f"Page {number} of {total}"
        wide = text_width(pages, size, bold=True)
        room = right - form.side - (0.0 if two else wide + GAP)
        rest = (*document.footer[1:], *((document.marking,) if document.marking else ()))
        room -= 0.0 if two else sum(text_width(part, size) + GAP for part in rest)
        x = form.side
        for part in document.footer[:1]:
            end = painter.plain_text(_fitting(part, size, room), x, top, size, MUTED) + GAP
            x = x if two else end
        for part in rest:
            x = painter.plain_text(_fitting(part, size, right - wide - GAP - x), x, y, size, MUTED) + GAP
        painter.plain_text(pages, right - wide, y, size, INK, bold=True)


def _fitting(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Return a text that fits; what is shortened here stands in full on the page itself."""
    if text_width(text, size, bold=bold) <= room:
        return text
    while text and text_width(f"{text}…", size, bold=bold) > room:
        text = text[:-1]
    return f"{text.rstrip()}…" if text else ""
