"""The small markup that sample content is written in, as blocks that every maker of files can set.

``#`` and ``##`` begin a heading, ``-`` a bullet, ``>`` words that somebody said, ``|`` a row of a table (the first is
its head), ``~`` a row of a line chart (the first names the points), and ``---`` a new page, slide or sheet, with its name. Any other line is a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

Kind = Literal["heading", "subheading", "text", "bullet", "said", "table", "chart"]
_MARKS: Final[tuple[tuple[str, Kind], ...]] = (
    ("## ", "subheading"),
    ("# ", "heading"),
    ("- ", "bullet"),
    ("> ", "said"),
    ("|", "table"),
    ("~", "chart"),
)
_ROWS: Final = ("table", "chart")
_NEW_PAGE: Final = "---"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page: words, or the rows of a table or a chart."""

    kind: Kind
    words: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, slide or sheet with its name, which may be empty."""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A file to be made: its name, the body that wrote it, its title and a line under it, and its pages.

    ``kind`` is the ending of the name; ``facts`` are further lines that a kind needs, such as a mail's sender.
    """

    name: str
    title: str
    body: str
    under: str
    sheets: tuple[Sheet, ...]
    cover: bool = False
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> str:
        """The ending of its name, in small letters and without the dot."""
        return self.name.rpartition(".")[2].lower()

    def fact(self, name: str) -> str:
        """Return one of the further lines, empty where it was not given."""
        return dict(self.facts).get(name, "")


def parse(text: str) -> tuple[Sheet, ...]:
    """Return the pages that a text in the markup describes."""
    sheets: list[Sheet] = []
    name, lines = "", list[str]()
    for line in [*text.strip().splitlines(), _NEW_PAGE]:
        if line.startswith(_NEW_PAGE):
            if any(each.strip() for each in lines):
                sheets.append(Sheet(name, _blocks(lines)))
            name, lines = line.removeprefix(_NEW_PAGE).strip(), []
        else:
            lines.append(line.strip())
    return tuple(sheets)


def _blocks(lines: list[str]) -> tuple[Block, ...]:
    found: list[Block] = []
    for filled, group in groupby(lines, bool):
        if filled:
            for kind, run in groupby(_marked(group), lambda each: each[0]):
                found += _run(kind, [words for _, words in run])
    return tuple(found)


def _marked(lines: Iterable[str]) -> list[tuple[Kind, str]]:
    marked: list[tuple[Kind, str]] = []
    for line in lines:
        mark, kind = next((each for each in _MARKS if line.startswith(each[0])), ("", "text"))
        marked.append((kind, line.removeprefix(mark).strip()))
    return marked


def _run(kind: Kind, words: list[str]) -> list[Block]:
    if kind in _ROWS:
        return [Block(kind, rows=tuple(_cells(line) for line in words))]
    return [Block(kind, each) for each in words]


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.removesuffix("|").split("|"))
