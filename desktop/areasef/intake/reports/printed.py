"""What stands on a page before anyone reads it: words with their boxes, ruled lines, and lines of text.

Coordinates are PDF points from the bottom left of the visible page with its lines upright; ``drawn`` alone is the file's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from areasef.domain.report import Box
from areasef.intake.reports.stance import Stance

FAR = 1e6  # the gap above a first line: as far as can be
BOTTOM = 0.11  # of a page's height: below it a footer may stand
NEW_PAGE = 2e6  # and above the first line of a text's page


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight drawn line: ``at`` is its height (or its x when it stands), ``start`` and ``end`` its reach."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page: its number from 1, its size, and what is printed on it."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    across: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()
    stance: Stance | None = None
    blanks: tuple[tuple[float, float], ...] = ()  # where an empty line was set: x and height


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a ruled table: page, row band from the top, column from the left, how many columns the row has.

    ``part`` counts the stretches between rules that cross this column alone.
    """

    page: int
    row: int
    column: int
    columns: int
    part: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text. A text file's line has page 0, no box and no cell; ``gap`` is then FAR after an empty line.

    ``room`` is how much was left free at its end, and ``first`` how wide its first word is, so that a reader can tell
    whether the next line's first word was kept off this one on purpose. ``under`` and ``over`` say whether an empty line
    was set above or below it.
    """

    text: str
    page: int = 0
    box: Box = (0.0, 0.0, 0.0, 0.0)
    size: float = 0.0
    bold: bool = False
    gap: float = 0.0
    room: float = 0.0
    first: float = 0.0
    cell: Cell | None = None
    column_x: float = 0.0
    drawn: Box = (0.0, 0.0, 0.0, 0.0)
    under: bool = False
    over: bool = False

    @property
    def left(self) -> float:
        """Return where the line begins."""
        return self.box[0]

    def lowered(self, by: float) -> Line:
        """Return the same line lower on its page; where it is drawn stays."""
        left, bottom, right, top = self.box
        return replace(self, box=(left, bottom - by, right, top - by))

    def moved(self, by: float) -> Line:
        """Return the same line further to the right; where it is drawn stays."""
        left, bottom, right, top = self.box
        return replace(self, box=(left + by, bottom, right + by, top))

    def saying(self, text: str) -> Line:
        """Return the same place with other text."""
        return replace(self, text=text)
