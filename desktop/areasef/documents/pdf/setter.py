"""The typesetter: each block of the document model becomes strips for the galley and nodes of the structure tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from areasef.documents import model
from areasef.documents.pdf import script
from areasef.documents.pdf.galley import Paint, Strip
from areasef.documents.pdf.lines import Line, break_lines
from areasef.documents.pdf.paint import Painter, text_width
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import HEAVY_RULE, INK, STANDARD, UPRIGHT, PageFormat, Sheet, TextStyle, aired
from areasef.domain.telling import Tell, nobody

NUMBER_ROOM: Final = 22.0
SETTING: Final = "Setting the pages"
TABLE_AIR: Final = 5.0
RUNT: Final = 0.12
"""Share of the width under which one word alone on the last line of a paragraph gets another for company."""
FEW_LINES: Final = 3
"""Lines of a paragraph that are too few to stand alone under their heading at the foot of a page."""
_NARROWER: Final = (0.97, 0.94, 0.9)
_RUNNING: Final = (model.Paragraph, model.Statement, model.Listing, model.Box, model.Columns)

_BODIES: Final = (model.Heading, model.Table, model.Facts, model.Figure)
"""What a short paragraph under a heading leads to, and stays with."""


class Setter:
    """Sets the blocks of one document. ``most`` (points) is the most that one unbreakable strip may take.

    ``air`` is the share of the usual space between texts and in the rows of tables.
    ``tell`` is told of every text that is set, so that a long document can be stopped anywhere.
    """

    def __init__(self, sheet: Sheet = STANDARD, tell: Tell = nobody) -> None:
        self._full = self.sheet = sheet
        self.air = 1.0
        self._tell = tell
        self.missing: dict[str, None] = {}
        self.contents: tuple[model.Heading, ...] = ()
        self.form = UPRIGHT
        self.on(UPRIGHT)

    def on(self, form: PageFormat) -> None:
        """Set for pages of a format: an unbreakable strip may take three quarters of one."""
        self.form = form
        self.most = form.text_height * 0.75

    def breathe(self, air: float) -> None:
        """Set from now on with this share of the usual space."""
        self.air = air
        self.sheet = aired(self._full, air)

    def set(self, blocks: tuple[model.Block, ...], width: float, node: Node) -> list[Strip]:
        """Return the strips of blocks, one under another."""
        found: list[Strip] = []
        claims: Node | None = None
        above: model.Block | None = None
        opening = False
        for block in blocks:
            claims = (claims or _numbered(node)) if isinstance(block, model.Statement) else None
            strips = SETTERS[type(block)](self, block, width, claims or node)
            if found and strips:
                _join(found[-1], above, strips[0], block)
                found[-1].keep = found[-1].keep or (opening and isinstance(block, _BODIES))
            found.extend(strips)
            opening = not self.sheet.large_print and _opens(block, strips) and isinstance(above, model.Heading)
            above = block
        return found

    def lines(self, content: model.Runs, style: TextStyle, width: float, node: Node) -> list[Line]:
        """Break content to lines, and note the signs that no font has."""
        self._tell(0, 0, SETTING)
        for run in content:
            if not run.text.isascii():
                self.missing.update(dict.fromkeys(script.undrawn(run.text, run.bold or style.bold)))
        return break_lines(content, style, width, node)

    def _without_runt(self, content: model.Runs, style: TextStyle, width: float, node: Node) -> list[Line]:
        """Break a paragraph so that its last line is more than one short word, where that takes no line more."""
        lines = self.lines(content, style, width, node)
        if not _is_runt(lines, width):
            return lines
        for share in _NARROWER:
            found = break_lines(content, style, width * share, node)
            if len(found) == len(lines) and not _is_runt(found, width):
                return found
        return lines

    def text(
        self,
        content: model.Runs,
        style: TextStyle,
        width: float,
        node: Node,
        *,
        indent: float = 0.0,
        keep: bool = False,
    ) -> list[Strip]:
        """Return one strip for each line; two lines at least stay together at either end of a paragraph."""
        lines = self._without_runt(content, style, width - indent, node)
        right = script.is_right_to_left(model.words(content))
        strips = []
        for at, line in enumerate(lines):
            offset = indent + (max(0.0, width - indent - line.width) if right else 0.0)
            together = at == 0 or at == len(lines) - 2
            strips.append(Strip(style.leading, text_paint(line, style, offset), keep=together and at < len(lines) - 1))
        if strips:
            strips[0].before = style.before
            strips[-1].keep = keep
        return strips


def _numbered(node: Node) -> Node:
    listing = node.child("L")
    listing.list_numbering = "Decimal"
    return listing


def _is_runt(lines: list[Line], width: float) -> bool:
    if len(lines) < 2 or lines[-1].width > RUNT * width:
        return False
    return " " not in "".join(part.text for part in lines[-1].parts).strip()


def _opens(block: model.Block, strips: list[Strip]) -> bool:
    """Say whether a block is a short paragraph: under a heading it would leave the heading alone at the foot of a page."""
    return isinstance(block, model.Paragraph) and sum(1 for strip in strips if not strip.is_gap) <= FEW_LINES


def _join(last: Strip, above: model.Block | None, first: Strip, block: model.Block) -> None:
    """Hold a note to what it is about, give a table air under running text, and let a statement lean to its table."""
    if isinstance(block, model.Table) and isinstance(above, _RUNNING):
        first.before += TABLE_AIR
        last.lean = last.lean or isinstance(above, model.Statement)
    if isinstance(above, (model.Table, model.Listing)) and isinstance(block, model.Paragraph) and block.style == "meta":
        last.keep = True


def text_paint(line: Line, style: TextStyle, offset: float) -> Paint:
    """Return the painting of a line in its strip: the base line stands where ascenders and descenders are in balance."""
    drop = (style.leading - style.size) / 2 + style.size * 0.8

    def paint(painter: Painter, x: float, top: float) -> None:
        painter.line(line, x + offset, top - drop)

    return paint


def unseen(style: TextStyle) -> Strip:
    """Return the line of a text whose signs are all invisible, so that its number or bullet still stands."""
    return Strip(style.leading)


def gap(height: float, *, keep: bool = False) -> Strip:
    """Return empty room that disappears at the top of a page."""
    return Strip(0.0, before=height, keep=keep)


def spaced(strips: list[Strip], after: float) -> list[Strip]:
    """Add room below strips; it is held to the last line and never begins a page."""
    if strips and after:
        keep = strips[-1].keep
        strips[-1].keep = True
        strips.append(Strip(0.0, before=after, keep=keep))
    return strips


def anchored(strips: list[Strip], anchor: str, node: Node) -> list[Strip]:
    """Let links find the first of the strips."""
    if anchor and strips:
        strips[0].anchors = (*strips[0].anchors, anchor)
        node.anchor = anchor
    return strips


def _paragraph(setter: Setter, block: model.Paragraph, width: float, parent: Node) -> list[Strip]:
    style: TextStyle = getattr(setter.sheet, block.style)
    node = parent.child("P")
    strips = setter.text(block.content, style, width, node, keep=block.keep)
    return spaced(anchored(strips, block.anchor, node), style.after)


def heading(setter: Setter, block: model.Heading, width: float, parent: Node) -> list[Strip]:
    """Return the strips of a heading, its self-view beside it."""
    style = setter.sheet.heading(block.drawn_as or block.level)
    node = parent.child(f"H{block.level}")
    code = (model.Run(f"{block.code}\u00a0\u00a0", muted=True),) if block.code else ()
    room = width - (_view_width(setter, block.view) + 16 if block.view else 0)
    strips = setter.text((*code, model.Run(block.text)), style, room, node, keep=True) or [unseen(style)]
    for strip in strips:
        strip.keep = True
    strips[0].before = style.before
    if block.level <= 2 and block.listed:
        strips[0].outline = (block.level - 1, block.spoken)
    anchored(strips, block.anchor, node)
    if block.view is not None:
        _beside(setter, block.view, strips, width, parent)
    if block.view is not None or block.ruled:
        strips.append(_heavy_rule(width))
    strips.append(Strip(0.0, before=style.after, keep=True))
    return strips


def _view_width(setter: Setter, view: model.View) -> float:
    note = text_width(view.note, setter.sheet.meta.size)
    word = text_width(view.word, setter.sheet.body.size, bold=True) + setter.sheet.body.size * 1.62
    return max(note, word)


def _beside(setter: Setter, view: model.View, strips: list[Strip], width: float, parent: Node) -> None:
    """Put the self-view at the right of a heading; it is read after the heading."""
    node = parent.child("P")
    meta, body = setter.sheet.meta, setter.sheet.body
    note = setter.lines((model.Run(f"{view.note} "),), meta, width, node) if view.note else []
    word = setter.lines((model.Run(view.word, bold=True, mark=view.sign),), body, width, node)
    inner = strips[0].paint

    def paint(painter: Painter, x: float, top: float) -> None:
        if inner is not None:
            inner(painter, x, top)
        for line in note:
            painter.line(line, x + width - text_width(view.note, meta.size), top - meta.size)
        for line in word:
            painter.line(line, x + width - line.width, top - meta.size - body.leading)

    strips[0].paint = paint


def _heavy_rule(width: float) -> Strip:
    def rule(painter: Painter, x: float, top: float) -> None:
        painter.rule(x, top - 5, width, HEAVY_RULE, INK)

    return Strip(11.0, rule, keep=True)


def _listing(setter: Setter, block: model.Listing, width: float, parent: Node) -> list[Strip]:
    node = parent.child("L")
    node.list_numbering = "Decimal" if block.numbered else "Disc"
    style = setter.sheet.body
    indent = style.size * (1.7 if block.numbered else 1.2)
    found: list[Strip] = []
    for at, item in enumerate(block.items, start=1):
        entry = node.child("LI")
        label, body = entry.child("Lbl"), entry.child("LBody")
        sign = f"{at}." if block.numbered else "•"
        strips = setter.text(item, style, width, body, indent=indent) or [unseen(style)]
        mark = setter.lines((model.Run(sign),), style, indent, label)
        strips[0].paint = both(text_paint(mark[0], style, 1.0), strips[0].paint)
        entries = spaced(strips, style.size * 0.35 * setter.air)
        if len(block.items) > 1 and at in (1, len(block.items) - 1):
            for strip in entries:  # no entry stands alone at either end of a page
                strip.keep = True
        found.extend(entries)
    return spaced(found, style.after)


def both(one: Paint, other: Paint | None) -> Paint:
    """Return one painting on top of another."""

    def paint(painter: Painter, x: float, top: float) -> None:
        one(painter, x, top)
        if other is not None:
            other(painter, x, top)

    return paint


def _statement(setter: Setter, block: model.Statement, width: float, parent: Node) -> list[Strip]:
    node = parent.child("LI")
    label, body = node.child("Lbl"), node.child("LBody")
    style, meta = setter.sheet.body, setter.sheet.meta
    indent = NUMBER_ROOM * style.size / 10
    claim = body.child("P")
    strips = setter.text(block.content, style, width, claim, indent=indent) or [unseen(style)]
    number = setter.lines((model.Run(block.number),), setter.sheet.number, indent, label)
    strips[0].paint = both(text_paint(number[0], setter.sheet.number, 0.0), strips[0].paint)
    if block.meta:
        strips[-1].keep = True
        strips.extend(setter.text(block.meta, meta, width, body.child("P"), indent=indent))
    if len(strips) <= 8:
        for strip in strips[:-1]:
            strip.keep = True
    return spaced(anchored(strips, block.anchor, node), style.size * 0.75 * setter.air)


def _break(_setter: Setter, _block: model.Break, _width: float, _parent: Node) -> list[Strip]:
    return [Strip(0.0, eject=True)]


SETTERS: Final[dict[type, Callable[[Setter, Any, float, Node], list[Strip]]]] = {
    model.Paragraph: _paragraph,
    model.Heading: heading,
    model.Listing: _listing,
    model.Statement: _statement,
    model.Break: _break,
}
"""How each kind of block is set; tables, figures, frames, contents and the cover add themselves."""
