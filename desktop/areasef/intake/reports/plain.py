"""A report as text -> lines: paragraphs on one line each or wrapped, hyphens for bullets, left-over HTML, tabs."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from areasef.intake.reports.bullets import is_marker
from areasef.intake.reports.furniture import text_without_furniture
from areasef.intake.reports.headings import heading
from areasef.intake.reports.measure import measure
from areasef.intake.reports.printed import FAR, NEW_PAGE, Line

MOST_BYTES: Final = 2_000_000
_TAG: Final = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_ITEM: Final = re.compile(r"<li\b[^<>]{0,200}>", re.IGNORECASE)
_BREAK: Final = re.compile(r"<(?:p|br|div|tr|h[1-6])\b[^<>]{0,200}>", re.IGNORECASE)
_COLUMNS: Final = re.compile(r"(?<=\S) {3,}(?=\S)")
_GAP: Final = re.compile(r"(?:^ {3,}|(?<=\S) {2,})(?=\S)")
NEAR: Final = 3  # lines
NARROWEST: Final = 15  # letters of a left column
WIDEST: Final = 160
COLUMN_WIDTH: Final = 6.0
LEADING: Final = 14.5
SLACK: Final = 2.0  # letters: what a guess at widths may be wrong by
_PIPES: Final = re.compile(r"^\s*\|\s*|\s*\|\s*$")
_PIPE: Final = re.compile(r"\s+\|\s+")
_SPACES: Final = re.compile(r"[ \u00a0\u202f\u2007\u2009]+")


def read_text(path: Path) -> str:
    """Return a file's text, whatever common encoding it has; the first two million bytes."""
    with path.open("rb") as stream:
        content = stream.read(MOST_BYTES)
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    if wide := two_bytes(content):
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def two_bytes(content: bytes) -> str:
    """Return the encoding of a text with two bytes to a letter and no mark that says so, or nothing."""
    start = content[:1024]
    for name, at in (("utf-16-le", 1), ("utf-16-be", 0)):
        high, low = start[at::2], start[1 - at :: 2]
        if high.count(0) > 0.7 * len(high) and not low.count(0):
            return name
    return ""


def lines_of_text(text: str) -> list[Line]:
    """Return the lines of a text, each knowing by its gap whether an empty line stood above."""
    raw: list[str] = []
    for line in text.replace("\ufffe", "-").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f").split("\n"):
        raw += _without_tags(line).split("\n")
    kept = text_without_furniture(raw)
    width = _width(kept)
    lines: list[Line] = []
    gap = FAR
    for row, line in enumerate(kept):
        gap = NEW_PAGE if "\f" in line else max(gap, 0.0)
        columns = _columns_near(kept, row) if width else frozenset()
        found = _pieces(line.replace("\f", ""), row, gap, width, columns)
        lines += found
        gap = 0.0 if found else max(gap, FAR)
    return lines


def _width(lines: Sequence[str]) -> float:
    """Return how wide a wrapped text was set, in average letters; 0 for a text with a paragraph to a line."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    if not lengths or lengths[int(0.9 * len(lengths))] > WIDEST:
        return 0.0
    return sorted(_reach(line) for line in lines if line.strip())[int(0.97 * len(lengths))]


def _reach(line: str) -> float:
    """Return how far a line reaches to the right: its indent, a letter for each space, and its print."""
    bare = line.rstrip()
    return len(bare) - len(bare.lstrip()) + measure(_SPACES.sub(" ", bare.strip()))


def _columns_near(lines: Sequence[str], row: int) -> frozenset[int]:
    """Return where a column begins on the lines around one, so that a single space before it there parts it too."""
    starts = Counter(
        found.end()
        for near in (*lines[max(row - NEAR, 0) : row], *lines[row + 1 : row + 1 + NEAR])
        for found in _GAP.finditer(near.replace("\f", ""))
        if found.end() >= NARROWEST
    )
    return frozenset(start for start, count in starts.items() if count > 1)


def _pieces(line: str, row: int, gap: float, width: float, columns: Collection[int] = ()) -> list[Line]:
    """Return what stands on a line: columns that a wrapped text keeps apart by spaces are pieces of their own."""
    wide = width and heading(" ".join(line.split())) is None  # a heading set in wide type is no row of columns
    edges = [found.span() for found in _COLUMNS.finditer(line)] if wide else []
    if wide and not edges:
        edges = [(at - 1, at) for at in sorted(columns) if line[at - 1 : at].isspace() and line[at : at + 1].strip()][
            :1
        ]
        edges = [edge for edge in edges if line[: edge[0]].strip()]
    starts = [0, *(end for start, end in edges if not is_marker(line[:start].strip()))]
    ends = [*starts[1:], len(line)]
    found: list[Line] = []
    for start, end in zip(starts, ends, strict=True):
        text = _SPACES.sub(" ", line[start:end]).strip(" ")
        if text.strip():
            left = COLUMN_WIDTH * (start + len(line[start:end]) - len(line[start:end].lstrip()))
            box = (left, -LEADING * row, left, -LEADING * row)
            room = width - _reach(line) - SLACK if width else FAR  # without a width, a line is a paragraph
            found.append(Line(text, box=box, gap=gap, room=room, first=measure(text.split()[0])))
    return found


def _without_tags(line: str) -> str:
    if "|" in line:  # a table as marked-up text has it
        line = _PIPE.sub("\t", _PIPES.sub("", line)) if line.strip(" |-:\t") else ""
    if "<" not in line:
        return html.unescape(line)
    line = _BREAK.sub("\n", _ITEM.sub(" • ", line))
    return html.unescape(_TAG.sub(" ", line))
