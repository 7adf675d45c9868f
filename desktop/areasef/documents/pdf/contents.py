"""The table of contents: a line for each chapter, whose page is known when it is painted."""

from __future__ import annotations

from areasef.documents import model
from areasef.documents.pdf.galley import Paint, Strip
from areasef.documents.pdf.lines import Line
from areasef.documents.pdf.paint import Painter, text_width
from areasef.documents.pdf.setter import SETTERS, Setter, both, heading, unseen
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import TextStyle


def _contents(setter: Setter, block: model.Contents, width: float, parent: Node) -> list[Strip]:
    """Set a line for each chapter heading; the page numbers are known when the page is painted."""
    title = model.Heading(1, block.title, listed=False)
    found = heading(setter, title, width, parent)
    toc = parent.child("TOC")
    style = setter.sheet.body
    for entry in setter.contents:
        inset = style.size * 1.6 if entry.level == 2 else 0.0
        line = model.runs(model.Run(entry.spoken, bold=entry.level == 1, link=f"#{entry.anchor}", plain=True))
        item = toc.child("TOCI")
        strips = setter.text(line, style, width - 40, item, indent=inset) or [unseen(style)]
        strips[0].before = style.size * (0.7 if entry.level == 1 else 0.15) * setter.air
        number = setter.lines((model.Run(page_of=entry.anchor),), style, 40, item)[0]
        end = inset + _end(setter, line, width - 40 - inset)
        strips[-1].paint = both(strips[-1].paint or _nothing, _page_number(number, entry.anchor, style, width, end))
        found.extend(strips)
    return found


def _end(setter: Setter, line: model.Runs, width: float) -> float:
    """Return where the last line of an entry ends."""
    lines = setter.lines(line, setter.sheet.body, width, Node("Artifact"))
    return lines[-1].width if lines else 0.0


def _nothing(_painter: Painter, _x: float, _top: float) -> None:
    return None


def _page_number(line: Line, anchor: str, style: TextStyle, width: float, end: float) -> Paint:
    """Return the painting of a page number at the right, with dots that lead to it from where the title ends."""

    def paint(painter: Painter, x: float, top: float) -> None:
        wide = text_width(painter.page_number(anchor), style.size)
        base = top - (style.leading - style.size) / 2 - style.size * 0.8
        painter.leader(x + end + style.size * 0.6, x + width - wide - style.size * 0.6, base, style.size * 0.6)
        painter.line(line, x + width - wide, base)

    return paint


SETTERS[model.Contents] = _contents
