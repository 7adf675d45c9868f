"""Prints invented reports the way published ones are printed, with everything that varies between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from areasef.resources import assets

from .invented import ASKED, NEXT, STEMS, Invented, Item

LEFT, RIGHT, TOP, BOTTOM, LEADING = 56.7, 529.0, 734.0, 66.0, 14.5
SPLIT = 218.0
EXPERIENCE = "What is it like to be a child or young person with SEND in this area?"


@dataclass(frozen=True)
class Style:
    """How a report is printed."""

    glyph: str = "◼"
    indent: float = 0.0
    labels: bool = False
    doubled: bool = True
    footer: tuple[str, ...] = ("Area SEND inspection report: {area} Local Area Partnership", "{dates}")
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
    glyphs_first: bool = False
    stray_glyph: bool = False
    narrow: float = 0.0
    break_before_rows: bool = False
    repeat_head: bool = False


class Press:
    """A canvas with a cursor: text runs down the page and on to the next."""

    def __init__(self, path: Path, report: Invented, style: Style) -> None:
        for name in ("DejaVuSans", "DejaVuSans-Bold"):
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, str(assets() / "fonts" / f"{name}.ttf")))
        self.canvas = Canvas(str(path), pagesize=(595.0, 842.0), invariant=1)
        self.report, self.style = report, style
        self.page, self.y = 1, TOP
        self.pages: dict[str, tuple[int, int]] = {}
        self.late: list[tuple[float, float, str, float, bool]] = []
        self._open()

    def _open(self) -> None:
        if self.style.footer_first:
            self._foot()

    def _foot(self) -> None:
        if self.page < self.style.footer_from:
            return
        for index, line in enumerate(self.style.footer):
            text = line.format(area=self.report.area, dates=self.report.dates, page=self.page)
            self._draw(59.7, 25.7 - 12 * index, text, 10, False)
        if not any("{page}" in line for line in self.style.footer):
            self._draw(519.0, 15.7, str(self.page), 20, True)
        self.canvas.rect(LEFT, 38.8, 478, 0.3, stroke=0, fill=1)

    def _draw(self, x: float, y: float, text: str, size: float, bold: bool) -> None:
        self.canvas.setFont("DejaVuSans-Bold" if bold else "DejaVuSans", size)
        self.canvas.drawString(x, y, text)

    def turn(self) -> None:
        """End the page and open the next."""
        for piece in self.late:
            self._draw(*piece)
        self.late = []
        if not self.style.footer_first:
            self._foot()
        self.canvas.showPage()
        self.page += 1
        self.y = TOP
        self._open()

    def close(self) -> None:
        """End the last page and write the file."""
        self.turn()
        self.canvas.save()

    def line(self, text: str, x: float = LEFT, size: float = 12.0, bold: bool = False, late: bool = False) -> None:
        """Set one line and move down."""
        if self.y < BOTTOM:
            self.turn()
        if late:
            self.late.append((x, self.y, text, size, bold))
        else:
            self._draw(x, self.y, text, size, bold)
        self.y -= LEADING if size <= 14 else 1.2 * size

    def heading(self, *lines: str) -> None:
        """Set a heading with space around it; never at the very foot."""
        self.y -= 18
        if self.y < BOTTOM + 60:
            self.turn()
        for text in lines:
            self.line(text, size=14, bold=True)
        self.y -= 14

    def paragraph(self, text: str) -> None:
        """Set a paragraph and the space after it."""
        for line in wrap(text, RIGHT - LEFT - self.style.narrow):
            self.line(line)
        self.y -= LEADING

    def finding(self, text: str) -> None:
        """Set a bulleted finding with a hanging indent, and note its pages."""
        if self.y < BOTTOM:
            self.turn()
        start = self.page
        y = self.y
        for index, line in enumerate(wrap(text, RIGHT - LEFT - 18 - self.style.indent - self.style.narrow)):
            if index == 0:
                self._draw(LEFT + self.style.indent, y, self.style.glyph, 12, False)
            self.line(line, x=LEFT + 18 + self.style.indent, late=self.style.glyphs_first)
        self.pages[text] = (start, self.page)
        self.y -= 6


def wrap(text: str, width: float, size: float = 12.0) -> list[str]:
    """Break a text into lines, also after a hyphen, and at a soft hyphen, which then shows."""
    lines = [""]
    for word in text.split(" "):
        glue = " " if lines[-1] else ""
        for piece in pieces(word):
            shown = piece.replace("\u00ad", "")
            ending = "-" if piece.endswith("\u00ad") else ""
            if lines[-1] and pdfmetrics.stringWidth(lines[-1] + glue + shown + ending, "DejaVuSans", size) > width:
                if glue == "" and lines[-1][-1] != "-":
                    lines[-1] += "-"
                lines.append(shown)
            else:
                lines[-1] += glue + shown
            glue = ""
    return lines


def pieces(word: str) -> list[str]:
    """Return the parts of a word between which a line may break."""
    return [part for part in word.replace("-", "-\0").replace("\u00ad", "\u00ad\0").split("\0") if part]


def print_report(path: Path, report: Invented, style: Style | None = None) -> dict[str, tuple[int, int]]:
    """Write the PDF; return the first and last page of each finding by its text."""
    press = Press(path, report, style or Style())
    _opening(press)
    for text in report.information:
        press.paragraph(text)
    press.heading(*press.style.experience)
    for text in report.experience:
        press.paragraph(text)
    press.heading("What is the area partnership doing that is effective?")
    for text in report.effective:
        press.finding(text)
    press.heading("What does the area partnership need to do better?")
    for text in report.better:
        press.finding(text)
    _tables(press)
    _closing(press)
    press.close()
    return press.pages


def _opening(press: Press) -> None:
    report, style = press.report, press.style
    press.y = 800
    press.line("Local area partnership report", size=10)
    press.y = 706
    for line in wrap(style.title.format(area=report.area), RIGHT - LEFT, style.title_size):
        press.line(line, size=style.title_size, bold=False)
    for line in (f"Inspection dates: {report.dates}", report.previous):
        for part in wrap(line, RIGHT - LEFT):
            press.line(part)
        press.y -= 6
    press.heading("Inspection outcome")
    for text in (STEMS[report.outcome], NEXT[report.outcome], ASKED[report.outcome]):
        press.paragraph(text)
    press.heading("Information about the local area partnership")


def _tables(press: Press) -> None:
    if press.report.priority:
        press.heading("Areas for priority action")
        table(press, ("Responsible body", "Areas for priority action"), press.report.priority)
    press.heading("Areas for improvement")
    table(press, ("Areas for improvement",), press.report.improvement)
    if press.style.stray_glyph:
        press.line(press.style.glyph)


def _closing(press: Press) -> None:
    press.heading("Local area partnership details")
    rows = (
        ("Local Authority", "Integrated Care Board(s)"),
        (f"{press.report.area} Council", "NHS Marlbridge and Weir Integrated Care Board"),
        ("Ash Doe, Director of Children’s Services", "Bay Roe, Chief Executive"),
        ("www.marlbridge.example", "www.weir.icb.example"),
    )
    labels = ("", "Name of authority: ", "", "Website: ") if press.style.labels else ("",) * 4
    for said, (left, right) in zip(labels, rows, strict=True):
        row(press, [cell([("", said + left)], 150), cell([("", right)], 290)], bold=left == "Local Authority")
    press.heading("Information about this inspection")
    press.paragraph("This inspection was carried out at the request of the Secretary of State for Education.")
    press.heading("Inspection team")


CellLine = tuple[float, str]


def cell(parts: Iterable[tuple[str, str]], width: float) -> list[CellLine]:
    """Return the lines of a cell with their indents; a bullet stands in the first line of its part."""
    lines: list[CellLine] = []
    for mark, text in parts:
        indent = 36.0 if mark and not mark[0].isdigit() else 0.0
        numbered = f"{mark} {text}" if mark and not indent else text
        for index, line in enumerate(wrap(numbered, width - indent)):
            bullet = bool(indent) and index == 0
            lines.append((indent - 18, f"{mark}   {line}") if bullet else (indent, line))
    return lines


def table(press: Press, heads: Sequence[str], items: Sequence[Item]) -> None:
    """Print a table: its head row where the style doubles headings, then an item to a row."""
    two = len(heads) > 1
    if press.style.doubled or two:
        row(press, [[(0.0, head)] for head in heads], bold=True)
    if press.style.break_before_rows and not two:
        press.turn()
    rows = [[part for item in items for part in item.parts]] if press.style.one_cell and not two else None
    if rows:
        row(press, [cell(rows[0], RIGHT - LEFT - 12)])
        return
    for item in items:
        right = cell(item.parts, RIGHT - SPLIT - 12 if two else RIGHT - LEFT - 12)
        row(press, [cell([("", item.body)], SPLIT - LEFT - 12), right] if two else [right], heads if two else ())


def row(press: Press, cells: list[list[CellLine]], heads: Sequence[str] = (), *, bold: bool = False) -> None:
    """Print one row; what does not fit goes on in a row on the next page."""
    lefts = [LEFT, SPLIT][: len(cells)]
    while any(cells):
        fit = max(int((press.y + LEADING - BOTTOM) // LEADING), 0)
        if not fit:
            press.turn()
            if heads and press.style.repeat_head:
                row(press, [[(0.0, head)] for head in heads], bold=True)
            continue
        now = [lines[:fit] for lines in cells]
        cells = [lines[fit:] for lines in cells]
        _draw_row(press, now, lefts, bold)


def _draw_row(press: Press, cells: list[list[CellLine]], lefts: list[float], bold: bool) -> None:
    top, tallest = press.y + 11.5, max(len(lines) for lines in cells)
    bottom = top - tallest * LEADING - 4
    for left, lines in zip(lefts, cells, strict=True):
        for index, (indent, text) in enumerate(lines):
            y = press.y - index * LEADING
            if press.style.shaded:
                _shade(press, left + 5.4 + indent, y, text)
            press._draw(left + 5.4 + indent, y, text, 12, bold)
    if press.style.rules:
        edges = [*lefts, RIGHT]
        for one, other in pairwise(edges):
            for y in (top, bottom):
                press.canvas.rect(one, y, other - one, 0.4, stroke=0, fill=1)
        if press.style.torn_after and len(cells) == 1:
            for index in range(press.style.torn_after, tallest, press.style.torn_after):
                press.canvas.rect(LEFT, press.y - index * LEADING + 10.5, RIGHT - LEFT, 0.4, stroke=0, fill=1)
        for x in edges if press.style.walls else ():
            press.canvas.rect(x, bottom, 0.4, top - bottom, stroke=0, fill=1)
    press.y = bottom - 12


def _shade(press: Press, x: float, y: float, text: str) -> None:
    width = pdfmetrics.stringWidth(text, "DejaVuSans", 12)
    press.canvas.setFillGray(0.93)
    press.canvas.rect(x, y - 3, width, LEADING, stroke=0, fill=1)
    press.canvas.setFillGray(0)
    press.canvas.rect(x, y - 3, width, 0.3, stroke=0, fill=1)


def text_form(report: Invented, *, html: bool = False, bullet: str = "- ") -> str:
    """Return the report as unwrapped text, with hyphens for bullets, its table as left-over HTML where asked."""
    lines = [f"Area SEND inspection of {report.area} Local Area Partnership", f"Inspection dates: {report.dates}"]
    lines += [report.previous, "Inspection outcome", STEMS[report.outcome], NEXT[report.outcome], ASKED[report.outcome]]
    lines += ["Information about the local area partnership", *report.information, EXPERIENCE, *report.experience]
    lines += ["What is the area partnership doing that is effective?", *(bullet + text for text in report.effective)]
    lines += ["What does the area partnership need to do better?", *(bullet + text for text in report.better)]
    if report.priority:
        lines += ["Areas for priority action", "Responsible body\tAreas for priority action"]
        lines += [f"{item.body}\t{item.text}" for item in report.priority]
    lines += ["Areas for improvement", "Areas for improvement"]
    lines += [_html(item) if html else item.text for item in report.improvement]
    lines += ["Local area partnership details", "Local authority\tIntegrated care board"]
    return "\n\n".join(lines)


def _html(item: Item) -> str:
    points = "".join(f"■ {text} " for _, text in item.parts[1:])
    return f"<p>{item.parts[0][1]}</p>" + (f' <ul style="list-style-type: none"> {points}' if points else "")
