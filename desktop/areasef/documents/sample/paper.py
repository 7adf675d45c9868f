"""PDFs of the demonstration: several pages with a running head, headings, tables, charts and what people said."""

from __future__ import annotations

import io
from typing import Any, Final, Literal
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, String
from reportlab.lib.colors import Color, toColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from areasef.documents.pdf.fonts import REGULAR, SEMIBOLD, load
from areasef.documents.sample.blocks import Block, SampleFile
from areasef.tokens import LIGHT

_MARGIN: Final = 15 * mm
_WIDTH: Final = A5[0] - 2 * _MARGIN
_BODIES: Final = {"health": LIGHT.chart3, "parents": LIGHT.good, "young_people": LIGHT.caution}
_CHART: Final = (_WIDTH, 170.0)


def pdf(file: SampleFile) -> bytes:
    """Return a PDF of the file; a page that runs over goes on overleaf, and the running head counts them all."""
    for font in (REGULAR, SEMIBOLD):
        load(font)
    target = io.BytesIO()
    pages = _Paper(io.BytesIO(), file, 0)
    pages.build(_story(file))
    _Paper(target, file, pages.page).build(_story(file))
    return target.getvalue()


class _Paper(BaseDocTemplate):
    """A booklet with a running head, and a cover where the file has one."""

    def __init__(self, target: io.BytesIO, file: SampleFile, pages: int) -> None:
        super().__init__(target, pagesize=A5, title=file.title, author=file.body, lang="en-GB", invariant=1)
        self._file = file
        self._pages = pages
        frame = Frame(_MARGIN, 16 * mm, _WIDTH, A5[1] - 35 * mm, 0, 0, 0, 0)
        self.addPageTemplates(
            [
                PageTemplate("cover", [frame], onPage=self._cover),
                PageTemplate("page", [frame], onPage=self._head),
            ]
            if file.cover
            else [PageTemplate("page", [frame], onPage=self._head)]
        )

    def _head(self, canvas: Any, _paper: object) -> None:
        canvas.setFont(REGULAR, 8)
        canvas.setFillColor(toColor(LIGHT.paper_muted))
        canvas.drawString(_MARGIN, A5[1] - 11 * mm, self._file.title)
        canvas.drawRightString(A5[0] - _MARGIN, A5[1] - 11 * mm, f"{canvas.getPageNumber()} of {self._pages}")
        canvas.setStrokeColor(toColor(LIGHT.line))
        canvas.line(_MARGIN, A5[1] - 13.5 * mm, A5[0] - _MARGIN, A5[1] - 13.5 * mm)
        canvas.drawString(_MARGIN, 9 * mm, self._file.body)

    def _cover(self, canvas: Any, _paper: object) -> None:
        canvas.setFillColor(_accent(self._file))
        canvas.rect(0, A5[1] - 24 * mm, A5[0], 24 * mm, stroke=0, fill=1)
        canvas.setFillColor(toColor(LIGHT.on_dark))
        canvas.setFont(SEMIBOLD, 11)
        canvas.drawString(_MARGIN, A5[1] - 14 * mm, self._file.body)


def _story(file: SampleFile) -> list[Any]:
    title = Paragraph(escape(file.title), _style(file, 24 if file.cover else 19, bold=True, after=6))
    under = Paragraph(escape(file.under), _style(file, 12.5 if file.cover else 10.5, muted=True, after=12))
    flow: list[Any] = [NextPageTemplate("page")]
    flow += [Spacer(1, 42 * mm), title, under, PageBreak()] if file.cover else [title, under]
    for number, sheet in enumerate(file.sheets):
        if number:
            flow.append(PageBreak())
        for block in sheet.blocks:
            flow += _flow(file, block)
    return flow


def _flow(file: SampleFile, block: Block) -> list[Any]:
    words = escape(block.words)
    if block.kind == "heading":
        return [Paragraph(words, _style(file, 17, bold=True, before=10, after=7, accent=True))]
    if block.kind == "subheading":
        return [Paragraph(words, _style(file, 13, bold=True, before=6, after=3))]
    if block.kind == "bullet":
        return [Paragraph(words, _style(file, 12, after=3, left=14), bulletText="\N{BULLET}")]
    if block.kind == "said":
        return [Paragraph(words, _style(file, 12, after=7, left=14, accent=True))]
    if block.kind == "table":
        return [_table(file, block), Spacer(1, 10)]
    if block.kind == "chart":
        return [_chart(block), Spacer(1, 8)]
    return [Paragraph(words, _style(file, 12, after=7))]


def _table(file: SampleFile, block: Block) -> Table:
    numeric = [all(row[column][:1].isdigit() for row in block.rows[1:]) for column in range(len(block.rows[0]))]
    plain, right = _style(file, 10.5), _style(file, 10.5, right=True)
    head, head_right = _style(file, 10.5, bold=True), _style(file, 10.5, bold=True, right=True)
    cells = [
        [
            Paragraph(escape(words), (right if number else plain) if line else (head_right if number else head))
            for words, number in zip(row, numeric, strict=True)
        ]
        for line, row in enumerate(block.rows)
    ]
    widest = [
        max(min(len(row[column]), 16 if number else 44) for row in block.rows) + 3
        for column, number in enumerate(numeric)
    ]
    table = Table(cells, [_WIDTH * each / sum(widest) for each in widest], repeatRows=1)
    rules: list[Any] = [
        ("LINEBELOW", (0, 0), (-1, 0), 1.1, toColor(LIGHT.paper_text)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, toColor(LIGHT.neutral_line)),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    table.setStyle(TableStyle(rules))
    return table


def _chart(block: Block) -> Drawing:
    """Draw lines over named points from zero up, each named at its end."""
    width, height = _CHART
    names, lines = block.rows[0][1:], block.rows[1:]
    top = max(float(value) for line in lines for value in line[1:]) * 1.15
    right, step = width - 60, (width - 88) / max(1, len(names) - 1)
    drawing = Drawing(width, height)
    drawing.add(Line(24, 20, right, 20, strokeColor=toColor(LIGHT.neutral_line)))
    for number, name in enumerate(names):
        drawing.add(_label(24 + number * step, 6, name, "middle"))
    for number, line in enumerate(lines):
        ink = toColor((LIGHT.chart1, LIGHT.chart3, LIGHT.chart2)[number % 3])
        spots = [(24 + at * step, 20 + (height - 34) * float(value) / top) for at, value in enumerate(line[1:])]
        dash: Any = [4, 3] if number else None
        flat = [each for spot in spots for each in spot]
        drawing.add(PolyLine(flat, strokeColor=ink, strokeWidth=1.8, strokeDashArray=dash))
        for x, y in spots:
            drawing.add(Circle(x, y, 2.6, fillColor=ink, strokeColor=ink))
        drawing.add(_label(spots[-1][0] + 8, spots[-1][1] - 3, f"{line[0]} {line[-1]}", "start"))
    return drawing


def _label(x: float, y: float, words: str, anchor: Literal["start", "middle"]) -> String:
    return String(x, y, words, fontName=REGULAR, fontSize=8.5, textAnchor=anchor, fillColor=toColor(LIGHT.paper_muted))


def _accent(file: SampleFile) -> Color:
    return toColor(_BODIES.get(file.fact("agency"), LIGHT.accent))


def _style(
    file: SampleFile,
    size: float,
    *,
    bold: bool = False,
    muted: bool = False,
    accent: bool = False,
    right: bool = False,
    before: float = 0,
    after: float = 0,
    left: float = 0,
) -> ParagraphStyle:
    ink = _accent(file) if accent else toColor(LIGHT.paper_muted if muted else LIGHT.paper_text)
    how: dict[str, Any] = {"alignment": TA_RIGHT} if right else {}
    return ParagraphStyle(
        "sample",
        **{
            "fontName": SEMIBOLD if bold else REGULAR,
            "fontSize": size,
            "leading": size * 1.36,
            "textColor": ink,
            "spaceBefore": before,
            "spaceAfter": after,
            "leftIndent": left,
            "bulletIndent": 2,
            "bulletFontName": REGULAR,
            "keepWithNext": 1 if bold and size > 11 else 0,
        }
        | how,
    )
