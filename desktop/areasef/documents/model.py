"""The document model: what a document says, in reading order, before any writer turns it into a file.

Every value checks itself when it is made, so that a document that could not be read aloud is never built: a figure
without a text alternative, a ragged table, a header cell without scope and a skipped heading level are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from areasef.documents.picture import Picture

Align = Literal["left", "right"]
Scope = Literal["", "column", "row", "group"]
ParagraphStyle = Literal["body", "lead", "meta", "strong", "cover_lead", "small"]


class ModelError(ValueError):
    """A document that would not be accessible was built: a defect of the code that built it."""


@dataclass(frozen=True, slots=True)
class Steps:
    """A row of boxes of which the first ones are filled; the word beside it says the same."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Sign:
    """A status shape of the tokens, such as ``("self_view", "mixed")``; its word stands beside it."""

    family: str
    name: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. ``link`` is a web address or ``#anchor``; ``page_of`` stands for the page number of an anchor.

    ``plain`` leaves a link in the ink of the text around it, as in a table where every row leads somewhere.
    """

    text: str = ""
    bold: bool = False
    muted: bool = False
    raised: bool = False
    accent: bool = False
    link: str = ""
    page_of: str = ""
    plain: bool = False
    mark: Sign | Steps | None = None

    def __post_init__(self) -> None:
        if self.mark is not None and not self.text:
            raise ModelError("a shape needs its word beside it")


Runs = tuple[Run, ...]


def runs(*parts: str | Run) -> Runs:
    """Return inline content from plain strings and runs; empty strings fall away."""
    made = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in made if run.text or run.page_of)


def words(content: Runs) -> str:
    """Return the text of inline content as it is read aloud."""
    return "".join(run.text for run in content)


@dataclass(frozen=True, slots=True)
class View:
    """What stands at the right of a strand's heading: since when, and the level with its shape."""

    note: str
    sign: Sign
    word: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; level 1 and 2 enter the bookmarks. ``code`` is its grey reference, such as ``I3``.

    ``drawn_as`` gives it the size of another level without changing what it is; ``ruled`` puts a heavy rule under it.
    """

    level: int
    text: str
    code: str = ""
    anchor: str = ""
    view: View | None = None
    listed: bool = True
    drawn_as: int = 0
    ruled: bool = False

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ModelError("an empty heading")

    @property
    def spoken(self) -> str:
        """Code and text as one line."""
        return f"{self.code} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text; ``keep`` holds it on the page of what follows."""

    content: Runs
    style: ParagraphStyle = "body"
    anchor: str = ""
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A real list: bullets, or numbers where the order matters."""

    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. ``scope`` makes it a header cell: of its column, its row, or a group of rows.

    A cell's picture stands under its text; ``alt`` says what it shows, empty where the cells beside it say the same.
    """

    content: tuple[Runs, ...]
    scope: Scope = ""
    anchor: str = ""
    header: bool = False
    picture: Picture | None = None
    alt: str = ""

    def __post_init__(self) -> None:
        if self.header and not self.scope:
            raise ModelError("a header cell without scope")


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its title and its share of the width (any unit, shares are compared)."""

    title: str
    share: float
    align: Align = "left"

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ModelError("a table column without a title")


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a title that heads the group; an empty title means plain rows."""

    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A data table with a header row; ``summary`` says what it holds to those who cannot see it."""

    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    summary: str

    def __post_init__(self) -> None:
        wanted = len(self.columns)
        for group in self.groups:
            for row in group.rows:
                if len(row) != wanted:
                    raise ModelError(f"a ragged table: a row of {len(row)} cells under {wanted} columns")


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values as on a cover: a table whose first cells head their rows."""

    rows: tuple[tuple[str, Runs], ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with the words that say the same."""

    picture: Picture
    alt: str
    caption: Runs = ()

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ModelError("a figure without a text alternative")


@dataclass(frozen=True, slots=True)
class Statement:
    """A numbered claim with its citations, and a line that says who, how sure and about whom."""

    number: str
    content: Runs
    meta: Runs = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A framed aside: another body's view, how a page was made."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side, read one column after another."""

    columns: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: a line for every listed heading of level 1 or 2 that has an anchor."""

    title: str = "Contents"


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: whose document, its title, one sentence about it, and the facts at the foot."""

    title: str
    lead: str
    facts: Facts
    rings: int = 11
    strong_rings: int = 5


@dataclass(frozen=True, slots=True)
class Break:
    """The next block starts a new page."""


Block = Heading | Paragraph | Listing | Table | Facts | Figure | Statement | Box | Columns | Contents | Cover | Break


@dataclass(frozen=True, slots=True)
class Chapter:
    """Blocks under one running title, on upright or landscape pages; starts a new page unless it ``follows``.

    ``joins`` lets it start on the page before where little stands on that.
    """

    running: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    follows: bool = False
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: what it says and what stands on every page of it."""

    title: str
    owner: str
    chapters: tuple[Chapter, ...]
    footer: tuple[str, ...]
    made_at: datetime
    marking: str = ""
    draft: bool = False
    subject: str = ""
    language: str = "en-GB"

    def __post_init__(self) -> None:
        level = 0
        for block in self.blocks():
            if isinstance(block, Cover):
                level = 1
            elif isinstance(block, Heading):
                if block.level > level + 1:
                    raise ModelError(f"heading level {level} is followed by {block.level}: {block.text!r}")
                level = block.level

    def blocks(self) -> Iterator[Block]:
        """Walk every block in reading order, into boxes and columns."""
        for chapter in self.chapters:
            yield from walk(chapter.blocks)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Walk blocks in reading order, into boxes and columns."""
    for block in blocks:
        yield block
        if isinstance(block, Box):
            yield from walk(block.blocks)
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from walk(column)


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """What a person chooses when a document is made: draft mark, protective marking, receipt, large print."""

    draft: bool = True
    marking: str = "OFFICIAL-SENSITIVE"
    receipt: bool = True
    large_print: bool = False
