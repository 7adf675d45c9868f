"""Lines: inline content broken to a width, each line a row of spans that know their look and their structure element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from areasef.documents.model import Run, Runs, Sign, Steps
from areasef.documents.pdf import fonts, script
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import ACCENT, MUTED, TextStyle

_MONTH: Final = "Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec"
_LONG_MONTH: Final = "January|February|March|April|August|September|October|November|December"
_TOKENS: Final = re.compile(rf" +|[(“‘]?(?:\d{{1,2}} (?:{_LONG_MONTH}|{_MONTH})|[Pp]ages? \d+)(?!\w)[^ ]*|[^ ]+")
"""Room, words, and what is never torn apart at the end of a line: a day from its month, a page from its number."""
RAISED_SIZE: Final = 0.78
RAISED_BY: Final = 0.36
_PAGE_ROOM: Final = "000"


@dataclass(slots=True, eq=False)
class Look:
    """How a stretch of text looks and what it belongs to; runs of one look are painted together."""

    bold: bool
    size: float
    rise: float
    colour: str
    node: Node
    link: str = ""
    page_of: str = ""
    words: str = ""


@dataclass(slots=True, eq=False)
class Part:
    """Text (or a mark and no text) of one look with its width."""

    text: str
    look: Look
    width: float
    mark: Sign | Steps | None = None


@dataclass(slots=True, eq=False)
class Word:
    """Parts that may not be torn apart, and the space behind them."""

    parts: list[Part] = field(default_factory=list)
    width: float = 0.0
    space: Part | None = None

    def add(self, part: Part) -> None:
        """Add a part."""
        self.parts.append(part)
        self.width += part.width


@dataclass(slots=True, eq=False)
class Line:
    """A set line: its parts from left to right and its width."""

    parts: list[Part]
    width: float


def mark_width(mark: Sign | Steps, size: float) -> float:
    """Return how far a shape moves the word behind it."""
    if isinstance(mark, Sign):
        return size * 1.62
    return mark.total * size * 0.68 + size * 0.3


def break_lines(content: Runs, style: TextStyle, width: float, node: Node) -> list[Line]:
    """Break inline content to a width (points); a word longer than the width is broken where it must be."""
    lines: list[Line] = []
    row: list[Part] = []
    used = 0.0
    for word in _words(content, style, node):
        if row and used + word.width > width:
            lines.append(Line(_merged(row), used))
            row, used = [], 0.0
        if word.width > width:
            for piece in _torn(word, width):
                if row:
                    lines.append(Line(_merged(row), used))
                row, used = list(piece.parts), piece.width
        else:
            row.extend(word.parts)
            used += word.width
        if word.space is not None:
            row.append(word.space)
            used += word.space.width
    if row:
        lines.append(Line(_merged(row), used))
    return lines


def widest_word(content: Runs, style: TextStyle, node: Node) -> float:
    """Return the width of the longest word of inline content (points)."""
    if len(content) == 1 and content[0].mark is None and not content[0].page_of and content[0].text.isascii():
        only = content[0]
        size = style.size * (RAISED_SIZE if only.raised else 1.0)
        face = fonts.face(only.bold or style.bold)
        words = (token for token in _TOKENS.findall(script.clean(only.text)) if token[0] != " ")
        return max((fonts.width(face, word) for word in words), default=0.0) * size
    return max((word.width for word in _words(content, style, node)), default=0.0)


def _words(content: Runs, style: TextStyle, node: Node) -> Iterator[Word]:
    word = Word()
    for run in content:
        look = _look(run, style, node)
        around = script.has_right_to_left(run.text)
        if run.mark is not None:
            word.add(Part("", look, mark_width(run.mark, style.size), run.mark))
            if isinstance(run.mark, Steps):
                yield word
                word = Word()
        for token in _TOKENS.findall(_PAGE_ROOM if run.page_of else script.clean(run.text)):
            if token[0] != " ":
                word.add(Part(token, look, _measure(token, look, around)))
            elif word.parts:
                word.space = Part(" ", look, _measure(" ", look, around))
                yield word
                word = Word()
    if word.parts:
        yield word


def _look(run: Run, style: TextStyle, node: Node) -> Look:
    owner = node
    if run.link:
        owner = node.inline("Link")
    elif run.page_of:
        owner = node.inline("Reference")
    size = style.size * RAISED_SIZE if run.raised else style.size
    rise = style.size * RAISED_BY if run.raised else 0.0
    colour = ACCENT if run.accent or (run.link and not run.plain) else MUTED if run.muted else style.colour
    bold = run.bold or style.bold
    return Look(bold, size, rise, colour, owner, run.link, run.page_of, run.text)


def _measure(text: str, look: Look, around: bool = False) -> float:
    """Return the width of a text. ``around``: digits, points and room inside right-to-left text are drawn in its font."""
    if text.isascii():
        wide = fonts.width(fonts.face(look.bold), text)
    else:
        wide = sum(fonts.width(piece.font, piece.text) for piece in script.pieces(text, look.bold))
    if around and not any(sign.isalpha() for sign in text):
        wide = max(wide, fonts.width(fonts.spare(look.bold), text))
    return wide * look.size


def _torn(word: Word, width: float) -> Iterator[Word]:
    """Yield a long word in parts that fit the width."""
    piece = Word()
    for part in word.parts:
        text = ""
        used = 0.0
        for sign in part.text:
            wide = _measure(sign, part.look)
            if text and piece.width + used + wide > width:
                piece.add(Part(text, part.look, used))
                yield piece
                piece, text, used = Word(), "", 0.0
            text += sign
            used += wide
        if text or part.mark is not None:
            piece.add(Part(text, part.look, used if text else part.width, part.mark))
    if piece.parts:
        yield piece


def _merged(row: list[Part]) -> list[Part]:
    """Join neighbours of one look, so that a line is few pieces of text."""
    out: list[Part] = []
    texts: list[str] = []
    last: Part | None = None
    for part in row:
        if last is not None and part.look is last.look and last.mark is None and part.mark is None:
            texts.append(part.text)
            last.width += part.width
            continue
        if last is not None:
            _close(last, texts)
        last = Part(part.text, part.look, part.width, part.mark)
        texts = [part.text]
        out.append(last)
    if last is not None:
        _close(last, texts)
    return out


def _close(part: Part, texts: list[str]) -> None:
    """Give a joined piece its text, and its true width where its words change when they stand together."""
    part.text = "".join(texts)
    if script.has_right_to_left(part.text):
        part.width = _measure(part.text, part.look)
