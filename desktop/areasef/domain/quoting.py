"""Quoted words as they are read: without the marks that a file was typed with, between quotation marks that differ."""

from __future__ import annotations

import csv
import html
import re
from typing import Final

_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_LINE_MARK: Final = re.compile(r"^\s*(?:#{1,6}\s+|>+\s*|[*+-]\s+|\|\s*)", re.MULTILINE)
_EMPHASIS: Final = re.compile(r"(\*\*\*|\*\*|__|`+)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_BAR: Final = re.compile(r"\s*\|\s*")
_OPENS: Final = re.compile(r'(^|[\s(\[–—-])"')


def bare(quote: str) -> str:
    """Return the words of a quote in one line, without Markdown, HTML or the doubled quotation marks of a table in text."""
    words = html.unescape(_TAG.sub("", "\n".join(map(_cells, quote.splitlines()))))
    words = _LINE_MARK.sub("", words)
    words = _EMPHASIS.sub(r"\2", words)
    words = _BAR.sub(", ", words).strip(", ") if "|" in words else words
    words = " ".join(words.replace('""', '"').split())
    if words.count('"') % 2:
        words = words[1:] if words.startswith('"') else words.removesuffix('"')
    words = _OPENS.sub("\\1“", words).replace('"', "”")
    whole = words.startswith("“") and words.endswith("”") and "”" not in words[1:-1]
    return words[1:-1] if whole else words


def _cells(line: str) -> str:
    """Return a row of a table in text as its cells; any other line as it is."""
    if not (line.startswith('"') and '","' in line):
        return line
    return ", ".join(cell for cell in next(csv.reader([line]), ()) if cell)


def quoted(quote: str) -> str:
    """Return words between quotation marks that differ from those inside them."""
    words = bare(quote)
    return f"‘{words}’" if "“" in words or "”" in words else f"“{words}”"
