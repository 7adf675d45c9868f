"""A report as text -> lines: paragraphs on one line each or wrapped, hyphens for bullets, left-over HTML, tabs."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Final

from areasef.intake.reports.furniture import text_without_furniture
from areasef.intake.reports.printed import FAR, Line

MOST_BYTES: Final = 2_000_000
_TAG: Final = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_ITEM: Final = re.compile(r"<li\b[^<>]{0,200}>", re.IGNORECASE)
_BREAK: Final = re.compile(r"<(?:p|br|div|tr|h[1-6])\b[^<>]{0,200}>", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \u00a0\u202f\u2007\u2009]+")


def read_text(path: Path) -> str:
    """Return a file's text, whatever common encoding it has; the first two million bytes."""
    with path.open("rb") as stream:
        content = stream.read(MOST_BYTES)
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def lines_of_text(text: str) -> list[Line]:
    """Return the lines of a text, each knowing by its gap whether an empty line stood above."""
    raw: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f").split("\n"):
        raw += _without_tags(line).split("\n")
    lines: list[Line] = []
    empty = True
    for line in text_without_furniture(raw):
        bare = _SPACES.sub(" ", line.replace("\f", "")).strip(" ")
        if bare.strip():
            lines.append(Line(bare, gap=FAR if empty else 0.0))
        empty = not bare.strip()
    return lines


def _without_tags(line: str) -> str:
    if "<" not in line:
        return html.unescape(line)
    line = _BREAK.sub("\n", _ITEM.sub(" • ", line))
    return html.unescape(_TAG.sub(" ", line))
