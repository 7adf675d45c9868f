"""Prints invented reports the way published ones are printed, with everything that varies between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.pdfbase import pdfmetrics

from .invented import ASKED, NEXT, STEMS, Invented, Item
from .press import EXPERIENCE, Press, Style

__all__ = ["EXPERIENCE", "Style", "print_report", "text_form"]


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
    press.y = style.begin
    for line in press.wrap(style.title.format(area=report.area), style.right - style.left, style.title_size):
        press.line(line, size=style.title_size, bold=False)
    for line in (f"Inspection dates: {report.dates}", report.previous):
        for part in press.wrap(line, style.right - style.left):
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
    press.walls = True  # whatever the tables of recommendations have
    rows = (
        ("Local Authority", "Integrated Care Board(s)"),
        (f"{press.report.area} Council", "NHS Marlbridge and Weir Integrated Care Board"),
        ("Ash Doe, Director of Children’s Services", "Bay Roe, Chief Executive"),
        ("www.marlbridge.example", "www.weir.icb.example"),
    )
    labels = ("", "Name of authority: ", "", "Website: ") if press.style.labels else ("",) * 4
    for said, (left, right) in zip(labels, rows, strict=True):
        row(
            press,
            [cell(press, [("", said + left)], 150), cell(press, [("", right)], 290)],
            bold=left == "Local Authority",
        )
    press.heading("Information about this inspection")
    press.paragraph("This inspection was carried out at the request of the Secretary of State for Education.")
    press.heading("Inspection team")


CellLine = tuple[float, str]


def cell(press: Press, parts: Iterable[tuple[str, str]], width: float) -> list[CellLine]:
    """Return the lines of a cell with their indents; a bullet stands in the first line of its part."""
    lines: list[CellLine] = []
    for mark, text in parts:
        indent = press.style.deeper + 18.0 if mark and not mark[0].isdigit() else 0.0
        numbered = f"{mark} {text}" if mark and not indent else text
        for index, line in enumerate(press.wrap(numbered, width - indent)):
            bullet = bool(indent) and index == 0
            lines.append((indent - 18, f"{mark}   {line}") if bullet else (indent, line))
    return lines


def table(press: Press, heads: Sequence[str], items: Sequence[Item]) -> None:
    """Print a table: its head row where the style doubles headings, then an item to a row."""
    two = len(heads) > 1
    if press.style.lead:
        press.paragraph(press.style.lead)
    if two and press.style.bodies_above:
        _under_names(press, items)
        return
    if press.style.doubled or two:
        row(press, _heads(press, heads), bold=True)
    if press.style.break_before_rows and not two:
        press.turn()
    style = press.style
    wide = style.right - style.left - 2 * style.inset - 1.2
    rows = [[part for item in items for part in item.parts]] if press.style.one_cell and not two else None
    if rows:
        row(press, [cell(press, rows[0], wide)])
        return
    for at, item in enumerate(items):
        right = cell(press, item.parts, wide - style.split + style.left if two else wide)
        narrow = style.split - style.left - 2 * style.inset - 1.2
        above, below = at > 0 and items[at - 1].body == item.body, items[at + 1 : at + 2]
        body = "" if style.bodies_once and above else item.body
        ends = (not above, not below or below[0].body != item.body)
        row(press, [cell(press, [("", body)], narrow), right] if two else [right], heads if two else (), ends=ends)


def _under_names(press: Press, items: Sequence[Item]) -> None:
    """Print areas in one column, each body once above its own: in a row of the table, or as a line between tables."""
    style = press.style
    wide = style.right - style.left - 2 * style.inset - 1.2
    for at, item in enumerate(items):
        if not at or items[at - 1].body != item.body:
            if style.bodies_above == "row":
                row(press, [cell(press, [("", item.body)], 0.85 * wide)], bold=True)
            else:
                press.y -= 6
                for line in press.wrap(item.body, 0.85 * press.width):
                    press.line(line, bold=True)
                press.y -= 6
        row(press, [cell(press, item.parts, wide)])


def _heads(press: Press, heads: Sequence[str]) -> list[list[CellLine]]:
    """Return the cells of a head row; bold letters are wider, so a head wraps before its text would."""
    narrow = 0.8 * (press.style.split - press.style.left - 2 * press.style.inset)
    return [cell(press, [("", head)], narrow if len(heads) > 1 and not at else 400.0) for at, head in enumerate(heads)]


def row(
    press: Press,
    cells: list[list[CellLine]],
    heads: Sequence[str] = (),
    *,
    bold: bool = False,
    ends: tuple[bool, bool] = (True, True),
) -> None:
    """Print one row; what does not fit goes on in a row on the next page. ``ends`` are those of a cell over several."""
    lefts = [press.style.left, press.style.split][: len(cells)]
    while any(cells):
        fit = press.room()
        if not fit:
            press.turn()
            if heads and press.style.repeat_head:
                row(press, _heads(press, heads), bold=True)
            continue
        now = [lines[:fit] for lines in cells]
        cells = [lines[fit:] for lines in cells]
        opened = ends[0] or press.y == press.style.top
        _draw_row(press, now, lefts, bold, (opened, ends[1] or any(cells) or press.room_after(max(map(len, now))) < 1))


def _draw_row(
    press: Press, cells: list[list[CellLine]], lefts: list[float], bold: bool, ends: tuple[bool, bool]
) -> None:
    style = press.style
    tallest = max(len(lines) for lines in cells)
    top = press.y + 0.96 * style.size
    bottom = top - tallest * style.leading - style.padding
    for left, lines in zip(lefts, cells, strict=True):
        down = (tallest - len(lines)) / 2 if style.middle else 0.0
        for index, (indent, text) in enumerate(lines):
            y = press.y - (index + down) * style.leading
            if style.shaded:
                _shade(press, left + style.inset + indent, y, text)
            press.draw(left + style.inset + indent, y, text, style.size, bold)
    if style.boxed and not bold:
        inner = (lefts[-1] + style.inset - 2, style.right - style.inset + 2)
        press.canvas.rect(inner[0], bottom + 3, inner[1] - inner[0], top - bottom, stroke=1, fill=0)
    if style.rules and style.merged and len(lefts) > 1:
        press.merged([*lefts, style.right], bottom, top, ends)
    elif style.rules:
        press.ruled([*lefts, style.right], bottom, top)
    if style.rules and style.torn_after and len(cells) == 1:
        for index in range(style.torn_after, tallest, style.torn_after):
            y = press.y - index * style.leading + 10.5
            press.canvas.rect(style.left, y, style.right - style.left, 0.4, stroke=0, fill=1)
    press.y = bottom - style.after_row


def _shade(press: Press, x: float, y: float, text: str) -> None:
    width = pdfmetrics.stringWidth(text, press.style.font, press.style.size)
    press.canvas.setFillGray(0.93)
    press.canvas.rect(x, y - 3, width, press.style.leading, stroke=0, fill=1)
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
