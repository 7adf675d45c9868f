"""A press for invented reports: pages, fonts, rules and the ways programs set type, with a cursor that runs down them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from areasef.resources import assets

from .invented import Invented

EXPERIENCE = "What is it like to be a child or young person with SEND in this area?"
FONTS = {"DejaVuSans": "DejaVuSans-Bold", "SourceSans3-Regular": "SourceSans3-Bold", "Times-Roman": "Times-Bold"}
LIGATURES = (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"))


@dataclass(frozen=True)
class Style:
    """How a report is printed; lengths in points."""

    glyph: str = "◼"
    indent: float = 0.0
    labels: bool = False
    doubled: bool = True
    footer: tuple[str, ...] = ("Area SEND inspection report: {area} Local Area Partnership", "{dates}")
    footer_at: float = 25.7
    number_at: float = 15.7  # of the page's number
    footer_first: bool = False
    footer_from: int = 2
    title: str = "Area SEND inspection of {area} Local Area Partnership"
    title_size: float = 26.0
    experience: tuple[str, ...] = (EXPERIENCE,)
    rules: bool = True
    walls: bool = True
    torn_after: int = 0
    shaded: bool = False
    one_cell: bool = False
    boxed: bool = False  # a border around the text of each cell, inside its own
    bodies_once: bool = False  # a body beside several actions stands beside the first
    merged: bool = False  # and no rule crosses its cell
    bodies_above: str = ""  # "row" or "line": a body stands above its actions, across both columns or above a table
    lead: str = ""  # what is said before the first area of a table
    glyphs_first: bool = False
    stray_glyph: bool = False
    narrow: float = 0.0
    break_before_rows: bool = False
    repeat_head: bool = False
    font: str = "DejaVuSans"
    size: float = 12.0
    leading: float = 14.5
    apart: float = 14.5  # after a paragraph
    between: float = 6.0  # after a finding
    left: float = 56.7
    right: float = 529.0
    top: float = 734.0
    bottom: float = 66.0
    split: float = 218.0  # where the second column begins
    inset: float = 5.4  # of the text in a cell
    padding: float = 4.0  # below the text in a cell
    after_row: float = 12.0
    hanging: float = 18.0  # from a bullet to its text
    deeper: float = 18.0  # from the edge of a cell to a sub-point's bullet
    runs: str = "line"  # or "word", "letter", "piece": what one operator of the file draws
    drawn: str = "bars"  # or "lines", "boxes", "path": how rules are drawn
    justified: bool = False
    ligatures: bool = False
    middle: bool = False  # the left cell stands half-way down the right one
    begin: float = 706.0  # where the first line of the first page stands
    heads: tuple[tuple[str, tuple[str, ...]], ...] = ()  # headings in other words, or on several lines
    empty_lines: bool = False  # paragraphs are parted by a line with a space on it, as Word sets it
    widows: bool = False  # whether one line of a paragraph may stand alone on a page


class Press:
    """A canvas with a cursor: text runs down the page and on to the next."""

    def __init__(self, path: Path, report: Invented, style: Style) -> None:
        for plain, bold in FONTS.items():
            for name in (plain, bold):
                if name not in pdfmetrics.getRegisteredFontNames() and not name.startswith("Times"):
                    pdfmetrics.registerFont(TTFont(name, str(assets() / "fonts" / f"{name}.ttf")))
        self.canvas = Canvas(str(path), pagesize=(595.0, 842.0), invariant=1)
        self.report, self.style = report, style
        self.page, self.y = 1, style.top
        self.walls = style.walls
        self.pages: dict[str, tuple[int, int]] = {}
        self.late: list[tuple[float, float, str, float, bool]] = []
        self._chance = random.Random(style.runs)
        self._open()

    @property
    def width(self) -> float:
        """How wide a line of a paragraph may be."""
        return self.style.right - self.style.left - self.style.narrow

    def _open(self) -> None:
        if self.style.footer_first:
            self._foot()

    def _foot(self) -> None:
        if self.page < self.style.footer_from:
            return
        for index, line in enumerate(self.style.footer):
            text = line.format(area=self.report.area, dates=self.report.dates, page=self.page)
            self.draw(59.7, self.style.footer_at - 12 * index, text, 10, False)
        if not any("{page}" in line for line in self.style.footer):
            self.draw(519.0, self.style.number_at, str(self.page), 20, True)
        self.canvas.rect(self.style.left, 38.8, 478, 0.3, stroke=0, fill=1)

    def draw(self, x: float, y: float, text: str, size: float, bold: bool, stretch: float = 0.0) -> None:
        """Set a text, as one run or as many; ``stretch`` is added to each space."""
        if self.style.ligatures:
            for letters, one in LIGATURES:
                text = text.replace(letters, one)
        for piece in self._runs(text, stretch):
            font = self._font(piece, bold)
            self.canvas.setFont(font, size)
            if piece.strip(" ") or len(text) < 3:
                self.canvas.drawString(x, y, piece)
            x += pdfmetrics.stringWidth(piece, font, size) + stretch * piece.count(" ")

    def _font(self, text: str, bold: bool) -> str:
        plain = self.style.font if all(ord(letter) < 0x2100 for letter in text) else "DejaVuSans"
        return FONTS[plain] if bold else plain

    def _runs(self, text: str, stretch: float) -> list[str]:
        kind = "word" if stretch and self.style.runs == "line" else self.style.runs
        if kind == "line" and self.style.font == "DejaVuSans":
            return [text]
        if kind == "letter":
            return list(text)
        words = [part for word in text.split(" ") for part in (word, " ")][:-1]
        if kind != "piece":
            return words
        cuts = [self._chance.randrange(1, len(word)) if len(word) > 3 else 0 for word in words]
        return [part for word, cut in zip(words, cuts, strict=True) for part in (word[:cut], word[cut:]) if part]

    def turn(self) -> None:
        """End the page and open the next."""
        for piece in self.late:
            self.draw(*piece)
        self.late = []
        if not self.style.footer_first:
            self._foot()
        self.canvas.showPage()
        self.page += 1
        self.y = self.style.top
        self._open()

    def close(self) -> None:
        """End the last page and write the file."""
        self.turn()
        self.canvas.save()

    def line(
        self,
        text: str,
        x: float | None = None,
        size: float = 0.0,
        bold: bool = False,
        late: bool = False,
        stretch: float = 0.0,
    ) -> None:
        """Set one line and move down."""
        size = size or self.style.size
        x = self.style.left if x is None else x
        if self.y < self.style.bottom:
            self.turn()
        if late:
            self.late.append((x, self.y, text, size, bold))
        else:
            self.draw(x, self.y, text, size, bold, stretch)
        self.y -= self.style.leading if size <= 14 else 1.2 * size

    def heading(self, *lines: str) -> None:
        """Set a heading with space around it; never at the very foot."""
        self.y -= 18
        if self.y < self.style.bottom + 60:
            self.turn()
        for text in dict(self.style.heads).get(" ".join(lines), lines):
            self.line(text, size=14, bold=True)
        self.y -= 14

    def room(self, down: float = 0.0) -> int:
        """Return how many lines still fit on the page, or would so far down."""
        return max(int((self.y - down + self.style.leading - self.style.bottom) // self.style.leading), 0)

    def room_after(self, lines: int) -> int:
        """Return how many lines will fit below a row of so many."""
        style = self.style
        return self.room(lines * style.leading + style.padding + style.after_row - 0.96 * style.size)

    def paragraph(self, text: str) -> None:
        """Set a paragraph and the space after it."""
        lines = self.wrap(text, self.width)
        self.flow(lines, lambda index, line, stretch: self.line(line, stretch=stretch), self.width)
        if self.style.empty_lines:
            self.line(" ")
        else:
            self.y -= self.style.apart

    def finding(self, text: str) -> None:
        """Set a bulleted finding with a hanging indent, and note its pages."""
        x = self.style.left + self.style.hanging + self.style.indent
        width = self.width - self.style.hanging - self.style.indent
        start = 0

        def one(index: int, line: str, stretch: float) -> None:
            nonlocal start
            if self.y < self.style.bottom:
                self.turn()
            if index == 0:
                start = self.page
                self.draw(self.style.left + self.style.indent, self.y, self.style.glyph, self.style.size, False)
            self.line(line, x=x, late=self.style.glyphs_first, stretch=stretch)

        self.flow(self.wrap(text, width), one, width)
        self.pages[text] = (start, self.page)
        self.y -= self.style.between

    def flow(self, lines: list[str], one: Callable[[int, str, float], None], width: float) -> None:
        """Set lines; where the style forbids single lines, turn the page sooner."""
        room, count = self.room(), len(lines)
        if self.style.widows and room < count:
            keep = room if count - room > 1 else room - 1
            breaks = 0 if keep < 2 else keep
        else:
            breaks = -1
        for index, line in enumerate(lines):
            if index == breaks and self.y < self.style.top:
                self.turn()
            spaces = line.count(" ")
            full = self.style.justified and index < count - 1 and spaces
            one(index, line, (width - self.wide(line)) / spaces if full else 0.0)

    def wide(self, text: str) -> float:
        """Return how wide a text is."""
        return float(pdfmetrics.stringWidth(text, self.style.font, self.style.size))

    def wrap(self, text: str, width: float, size: float = 0.0) -> list[str]:
        """Break a text into lines, also after a hyphen, and at a soft hyphen, which then shows."""
        lines = [""]
        for word in text.split(" "):
            glue = " " if lines[-1] else ""
            for piece in pieces(word):
                shown = piece.replace("\u00ad", "")
                ending = "-" if piece.endswith("\u00ad") else ""
                whole = lines[-1] + glue + shown + ending
                if lines[-1] and pdfmetrics.stringWidth(whole, self.style.font, size or self.style.size) > width:
                    if glue == "" and lines[-1][-1] != "-":
                        lines[-1] += "-"
                    lines.append(shown)
                else:
                    lines[-1] += glue + shown
                glue = ""
        return lines

    def merged(self, edges: list[float], bottom: float, top: float, ends: tuple[bool, bool]) -> None:
        """Rule a row whose left cell reaches over several: it is closed above and below only where it ends."""
        self.ruled(edges[1:], bottom, top)
        self._rule(edges[0], bottom, edges[0], top)
        for y, ended in zip((top, bottom), ends, strict=True):
            if ended:
                self._rule(edges[0], y, edges[1], y)

    def ruled(self, edges: list[float], bottom: float, top: float) -> None:
        """Rule a row: across from border to border, and upright unless the style leaves walls out."""
        if self.style.drawn == "path":
            path = self.canvas.beginPath()
            for one, other in pairwise(edges):
                path.rect(one, bottom, other - one, top - bottom)
            self.canvas.drawPath(path, stroke=1, fill=0)
            return
        for one, other in pairwise(edges):
            if self.style.drawn == "boxes":
                self.canvas.rect(one, bottom, other - one, top - bottom, stroke=1, fill=0)
            for y in (top, bottom):
                self._rule(one, y, other, y)
        for x in edges if self.walls else ():
            self._rule(x, bottom, x, top)

    def _rule(self, x: float, y: float, to_x: float, to_y: float) -> None:
        if self.style.drawn == "lines":
            self.canvas.line(x, y, to_x, to_y)
        elif self.style.drawn == "bars":
            self.canvas.rect(x, y, max(to_x - x, 0.4), max(to_y - y, 0.4), stroke=0, fill=1)


def pieces(word: str) -> list[str]:
    """Return the parts of a word between which a line may break."""
    return [part for part in word.replace("-", "-\0").replace("\u00ad", "\u00ad\0").split("\0") if part]
