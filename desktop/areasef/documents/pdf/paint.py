"""The painter: lines of text, rules, shapes and pictures onto the tagged canvas, and nothing else touches it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from reportlab.lib.colors import Color, toColor

from areasef.documents.model import Sign, Steps
from areasef.documents.pdf import fonts, script
from areasef.documents.pdf.canvas import TaggedCanvas
from areasef.documents.pdf.galley import Layout
from areasef.documents.pdf.lines import Line, Part
from areasef.documents.pdf.shapes import Outline, shape_outlines
from areasef.documents.pdf.structure import Link, Node
from areasef.documents.pdf.style import MUTED, RULE, RULE_WIDTH
from areasef.documents.picture import Badge, Bar, Dot, Label, Picture, Polygon, Stroke

_COMMANDS: Final = {"M": "moveTo", "L": "lineTo", "C": "curveTo", "Z": "close"}
_colours: dict[str, Color] = {}


def colour(hex_code: str) -> Color:
    """Return ReportLab's colour for #RRGGBB."""
    found = _colours.get(hex_code)
    if found is None:
        found = _colours[hex_code] = toColor(hex_code)
    return found


class Painter:
    """Paints onto one document's pages; ``layout`` answers which page an anchor stands on."""

    def __init__(self, canvas: TaggedCanvas, layout: Layout) -> None:
        self.canvas = canvas
        self.layout = layout
        self.quiet = False

    def echo(self) -> Painter:
        """Return a painter for what was said before: it claims nothing, so a repeated header row stays decoration."""
        painter = Painter(self.canvas, self.layout)
        painter.quiet = True
        return painter

    def line(self, line: Line, x: float, baseline: float) -> None:
        """Paint a line of text from its left end."""
        for part in line.parts:
            if part.mark is not None:
                self._inline_mark(part, x, baseline)
            elif part.text:
                self._text(part, x, baseline)
            x += self._wide(part)

    def width_of(self, line: Line) -> float:
        """Return how wide a line is on its page, where its page numbers are known."""
        return sum(self._wide(part) for part in line.parts)

    def _wide(self, part: Part) -> float:
        look = part.look
        if not look.page_of or part.mark is not None:
            return part.width
        return text_width(self.page_number(look.page_of), look.size, bold=look.bold)

    def _text(self, part: Part, x: float, baseline: float) -> None:
        look = part.look
        text = self.page_number(look.page_of) if look.page_of else part.text
        start = x
        for piece in script.pieces(text, look.bold):
            if not self.quiet:
                node = look.node
                if piece.actual:
                    node = node.inline("Span")
                    node.actual = piece.actual
                self.canvas.claim(node)
            x = self._show(piece.text, piece.font, look.size, look.colour, x, baseline + look.rise)
        if look.link and not self.quiet:
            top = baseline + look.rise + look.size * 0.8
            box = (start, baseline + look.rise - look.size * 0.25, x, top)
            link = Link(self.canvas.page_index, box, look.link, look.words)
            look.node.kids.append(link)
            self.canvas.links.append(link)
            self.canvas.release()

    def _show(self, text: str, font: str, size: float, ink: str, x: float, y: float) -> float:
        words = self.canvas.beginText(x, y)
        words.setFont(font, size)
        words.setFillColor(colour(ink))
        words.textOut(text)
        self.canvas.drawText(words)
        return float(words.getX())

    def page_number(self, anchor: str) -> str:
        """Return the number of the page that an anchor stands on, or a dash where it stands nowhere."""
        found = self.layout.anchors.get(anchor)
        return str(found[0] + 1) if found else "–"

    def plain_text(self, text: str, x: float, y: float, size: float, ink: str, *, bold: bool = False) -> float:
        """Paint text of headers and footers inside what is open; returns where it ends."""
        for piece in script.pieces(script.clean(text), bold):
            x = self._show(piece.text, piece.font, size, ink, x, y)
        return x

    def rule(self, x: float, y: float, width: float, weight: float = RULE_WIDTH, ink: str = RULE) -> None:
        """Paint a horizontal rule as decoration."""
        self.canvas.artifact()
        self.stroke_line(x, y, x + width, y, weight, ink)

    def leader(self, x1: float, x2: float, y: float, step: float) -> None:
        """Paint dots that lead the eye along a line, at places that are the same on every line."""
        first = math.ceil(x1 / step) * step
        if first > x2:
            return
        canvas = self.canvas
        canvas.artifact()
        canvas.saveState()
        canvas.setLineCap(1)
        canvas.setDash([0, step])
        self.stroke_line(first, y + 0.5, x2, y + 0.5, step * 0.15, MUTED)
        canvas.restoreState()

    def stroke_line(self, x1: float, y1: float, x2: float, y2: float, weight: float, ink: str) -> None:
        """Stroke a line inside what is open."""
        self.canvas.setLineWidth(weight)
        self.canvas.setStrokeColor(colour(ink))
        self.canvas.line(x1, y1, x2, y2)

    def frame(self, x: float, y: float, width: float, height: float, radius: float) -> None:
        """Stroke a rounded frame inside what is open."""
        self.canvas.setLineWidth(0.8)
        self.canvas.setStrokeColor(colour(RULE))
        self.canvas.roundRect(x, y, width, height, radius, stroke=1, fill=0)

    def _inline_mark(self, part: Part, x: float, baseline: float) -> None:
        if not self.quiet:
            self.canvas.artifact()
        size = part.look.size
        if isinstance(part.mark, Sign):
            side = size * 1.12
            self.shape(part.mark, x, baseline + size * 0.33 - side / 2, side)
        elif isinstance(part.mark, Steps):
            self._steps(part.mark, x, baseline - size * 0.06, size)

    def shape(self, sign: Sign, x: float, y: float, side: float) -> None:
        """Paint a status shape into a square, from its lower left corner."""
        self.outlines(shape_outlines(sign.family, sign.name), x, y, side / 16)

    def outlines(self, outlines: tuple[Outline, ...], x: float, y: float, scale: float) -> None:
        """Paint outlines that stand on a 16 by 16 grid with y down."""
        canvas = self.canvas
        canvas.saveState()
        canvas.translate(x, y + 16 * scale)
        canvas.scale(scale, -scale)
        for each in outlines:
            path = canvas.beginPath()
            for command, points in each.segments:
                draw: Callable[..., None] = getattr(path, _COMMANDS[command])
                draw(*points)
            if each.fill:
                canvas.setFillColor(colour(each.fill))
            if each.line:
                canvas.setStrokeColor(colour(each.line))
                canvas.setLineWidth(each.line_width)
                canvas.setLineCap(1 if each.round_ends else 0)
                canvas.setLineJoin(1 if each.round_ends else 0)
                canvas.setDash(list(each.dash) if each.dash else [])
            canvas.drawPath(path, stroke=int(bool(each.line)), fill=int(bool(each.fill)))
        canvas.restoreState()

    def _steps(self, steps: Steps, x: float, y: float, size: float) -> None:
        wide = size * 0.52
        for step in range(steps.total):
            left = x + step * size * 0.68
            ink = colour(MUTED)
            self.canvas.setFillColor(ink)
            self.canvas.setStrokeColor(ink)
            self.canvas.setLineWidth(0.7)
            self.canvas.roundRect(left, y, wide, size * 0.82, 1.1, stroke=1, fill=int(step < steps.done))

    def picture(self, picture: Picture, x: float, top: float, node: Node | None) -> None:
        """Paint a picture from its top left corner: as a figure, or as decoration where no node is given."""
        if node is None:
            self.canvas.artifact()
        else:
            self.canvas.claim(node)
            node.boxes.append((x, top - picture.height, x + picture.width, top))
        self.canvas.saveState()
        self.canvas.setLineCap(0)
        for mark in picture.marks:
            _PAINT[type(mark)](self, mark, x, top)
        self.canvas.restoreState()

    def _stroke(self, mark: Stroke, x: float, top: float) -> None:
        path = self.canvas.beginPath()
        path.moveTo(x + mark.points[0][0], top - mark.points[0][1])
        for right, down in mark.points[1:]:
            path.lineTo(x + right, top - down)
        self.canvas.setDash(list(mark.dash) if mark.dash else [])
        self.canvas.setStrokeColor(colour(mark.colour))
        self.canvas.setLineWidth(mark.width)
        self.canvas.drawPath(path, stroke=1, fill=0)

    def _bar(self, mark: Bar, x: float, top: float) -> None:
        self._inks(mark.fill, mark.line, mark.line_width)
        self.canvas.setDash(list(mark.dash) if mark.dash else [])
        place = (x + mark.x, top - mark.y - mark.height, mark.width, mark.height)
        self.canvas.roundRect(*place, mark.radius, stroke=int(bool(mark.line)), fill=int(bool(mark.fill)))

    def _dot(self, mark: Dot, x: float, top: float) -> None:
        self._inks(mark.fill, mark.line, mark.line_width)
        self.canvas.setDash([])
        self.canvas.circle(
            x + mark.x, top - mark.y, mark.radius, stroke=int(bool(mark.line)), fill=int(bool(mark.fill))
        )

    def _polygon(self, mark: Polygon, x: float, top: float) -> None:
        self._inks(mark.fill, "", 0)
        path = self.canvas.beginPath()
        path.moveTo(x + mark.points[0][0], top - mark.points[0][1])
        for right, down in mark.points[1:]:
            path.lineTo(x + right, top - down)
        path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)

    def _inks(self, fill: str, line: str, weight: float) -> None:
        if fill:
            self.canvas.setFillColor(colour(fill))
        if line:
            self.canvas.setStrokeColor(colour(line))
            self.canvas.setLineWidth(weight)

    def _label(self, mark: Label, x: float, top: float) -> None:
        text = script.clean(mark.text)
        wide = text_width(text, mark.size, bold=mark.bold)
        left = x + mark.x - wide * {"start": 0, "middle": 0.5, "end": 1}[mark.anchor]
        self.plain_text(text, left, top - mark.y, mark.size, mark.colour, bold=mark.bold)

    def _badge(self, mark: Badge, x: float, top: float) -> None:
        place = (x + mark.x, top - mark.y - mark.side, mark.side / 16)
        self.outlines(shape_outlines(mark.family, mark.name), *place)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text on paper, fallback signs included."""
    return sum(fonts.width(piece.font, piece.text) for piece in script.pieces(text, bold)) * size


_PAINT: Final[dict[type, Callable[..., None]]] = {
    Stroke: Painter._stroke,
    Bar: Painter._bar,
    Dot: Painter._dot,
    Polygon: Painter._polygon,
    Label: Painter._label,
    Badge: Painter._badge,
}
