"""Lines of the two tables -> rows: what stands in one ruled cell, or in one paragraph where nothing is ruled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from areasef.intake.reports.bullets import after_bullet, bullet, number
from areasef.intake.reports.joining import ends_sentence, fitted, starts_small
from areasef.intake.reports.printed import FAR, Line

_GLUE: Final = re.compile(
    r"^(this|these|they|it|those|such|in addition|additionally|furthermore|also|in particular|in doing so|as part of this"
    r"|(?:[\w’'-]+,? ){1,12}?(?:(?:should|must|needs? to) also|also needs? to))\b",
    re.IGNORECASE,
)
# "needs" alone is what children have; only "need to" asks.
_MODAL: Final = re.compile(
    r"\b(should|must|needs?\s+(?:\w+\s+)?to|are\s+required\s+to|is\s+required\s+to)\b", re.IGNORECASE
)
# An item may begin with what is to be done; the small letter of a sub-point does not count.
_ORDER: Final = re.compile(
    r"(?:\d{1,2}[.)]\s*)?(?:Continue|Further|Ensure|Strengthen|Improve|Develop|Reduce|Increase|Embed|Accelerate|Act)\s"
)
# Who is asked stands at the start of an item; what is asked of plans or of data goes on with the item above.
_WHO: Final = re.compile(
    r"^(?:\(?\w{1,2}[.)]\s*)?(?:\S+\s+){0,6}?(?:leaders?|leadership|partners?|partnerships?|authority|council|icbs?|boards?|trusts?"
    r"|areas?|providers?|commissioners?|practitioners?|professionals?|settings?|schools?|colleges?|teams?|staff|they|we"
    r"|corporation|borough)\b",
    re.IGNORECASE,
)
FLUSH: Final = 4.0  # points by which bullets of one list may stand apart
APART: Final = 1.12  # times the usual distance of lines
TALLEST_LEADING: Final = 30.0
AHEAD: Final = 3  # lines
PROBLEM_ROOM: Final = 20.0  # points
SHORT_LINE: Final = 20.0  # letters that were left free
UNENDED: Final = (";", ",", ":", " and", " or")


@dataclass(slots=True)
class Row:
    """Lines that belong together. ``ruled`` rows were printed in a cell of their own; ``body`` is the left cell.

    ``above`` is the body that stands on a line of its own above the rows that have none.
    """

    lines: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    ruled: bool = False
    uncertain: bool = False
    above: list[Line] = field(default_factory=list)

    @property
    def page(self) -> int:
        """Return the page the row begins on."""
        return (self.lines or self.body)[0].page


def says_what_to_do(text: str) -> bool:
    """Say whether a text asks for something: an item does, the second half of one may not."""
    return bool(_MODAL.search(text) or _ORDER.match(text))


def is_glue(text: str) -> bool:
    """Say whether a line begins like the continuation of what stands before it."""
    return bool(_GLUE.match(text))


def asks_nobody(text: str) -> bool:
    """Say whether a text asks without saying whom, as the later sentences of an item do."""
    first = re.split(r"(?<=[.:])\s", text)[0]
    return says_what_to_do(first) and not _WHO.match(first) and not _ORDER.match(first)


def ruled_rows(lines: Sequence[Line]) -> list[Row]:
    """Group lines by the cell they stand in; lines outside any cell stay together as one unruled row."""
    rows: list[Row] = []
    last: tuple[int, int, int] | None = None
    for line in lines:
        if not after_bullet(line.text).strip():
            continue  # a bullet without text
        key = None if line.cell is None else (line.cell.page, line.cell.row, line.cell.part)
        if not rows or key != last or (rows[-1].lines and _heads(line) and rows[-1].body):
            rows.append(Row(ruled=key is not None))
        (rows[-1].body if _heads(line) else rows[-1].lines).append(line)
        last = key
    return rows


def _heads(line: Line) -> bool:
    """Say whether a line stands in the left of several columns."""
    return line.cell is not None and line.cell.columns > 1 and line.cell.column == 0


def by_number(row: Row) -> list[Row]:
    """Part a cell that holds a numbered list of items; a numbered list after an introduction stays whole."""
    starts: list[int] = []
    for index, line in enumerate(row.lines):
        found = number(line.text)
        expected = int(number(row.lines[starts[-1]].text)) + 1 if starts else 0
        if found.isdigit() and (int(found) == expected or index == 0):
            starts.append(index)
    return _parted(row, starts[1:], uncertain=False) if starts and not starts[0] else [row]


def by_bullet(row: Row) -> list[Row]:
    """Part a row that is a list of items without an introduction, where each asks for something."""
    mark = bullet(row.lines[0].text)[:1] if row.lines else ""
    if not mark:
        return [row]
    edge = row.lines[0].left + FLUSH
    starts = [
        at
        for at, line in enumerate(row.lines)
        if bullet(line.text)[:1] == mark and line.left <= edge and not (at and starts_small(after_bullet(line.text)))
    ]
    parts = _parted(row, starts[1:], uncertain=True)
    if not all(says_what_to_do(" ".join(line.text for line in part.lines)) for part in parts):
        return [row]
    for part in parts:
        part.lines[0] = part.lines[0].saying(after_bullet(part.lines[0].text))
    return parts


def by_sentence(row: Row) -> list[Row]:
    """Part lines where a sentence ends and one begins that asks for something: all there is where nothing is ruled."""
    leading = median([line.gap for line in row.lines if 0 < line.gap < TALLEST_LEADING] or [TALLEST_LEADING])
    # Where lines stand in no cell and all equally far apart, only sentences tell items apart, as in a text.
    strict = any(line.cell or APART * leading < line.gap < FAR for line in row.lines[1:])
    candidates = [
        at for at in range(1, len(row.lines)) if _may_start(row.lines[at - 1], row.lines[at], leading, strict=strict)
    ]
    edges = [0, *candidates, len(row.lines)]
    starts: list[int] = []
    asked = False  # an item may say what is wrong before it asks for anything
    for start, end in pairwise(edges):
        text = " ".join(line.text for line in row.lines[start:end])
        asks, meant = says_what_to_do(text), bool(start) and _is_meant(row.lines[start - 1], row.lines[start], leading)
        fresh = not is_glue(text) and (meant or not asks_nobody(text))
        if asked and fresh and (asks or (meant and _asks_next(row, end, leading))):
            starts.append(start)
            asked = False
        asked |= asks
    return _parted(row, starts, uncertain=True)


def _asks_next(row: Row, start: int, leading: float) -> bool:
    """Say whether what follows a problem in the same paragraph says what is to be done about it."""
    if start >= len(row.lines) or _is_meant(row.lines[start - 1], row.lines[start], leading):
        return False
    return says_what_to_do(" ".join(line.text for line in row.lines[start : start + AHEAD]))


def _is_meant(before: Line, line: Line, leading: float) -> bool:
    """Say whether a line was begun on purpose: its first word had room on the one before, or it stands apart."""
    if not line.page:
        return before.room > line.first + SHORT_LINE
    return fitted(before, line) or line.gap > APART * leading


def _may_start(before: Line, line: Line, leading: float, *, strict: bool) -> bool:
    if bullet(line.text) or not ends_sentence(before.text):
        return False
    opens = line.text.lstrip("“‘\"'(")[:1].isupper() or bool(number(line.text))
    if not opens:
        return False
    if not line.page:
        return True
    return not strict or _is_meant(before, line, leading)


def _parted(row: Row, starts: Sequence[int], *, uncertain: bool) -> list[Row]:
    edges = [0, *starts, len(row.lines)]
    unsure = row.uncertain or (uncertain and bool(starts))
    return [Row(row.lines[start:end], list(row.body), row.ruled, unsure) for start, end in pairwise(edges)]


def is_marked(row: Row) -> bool:
    """Say whether a row begins with a bullet or a number."""
    return bool(row.lines) and bool(bullet(row.lines[0].text) or number(row.lines[0].text))


def continues(before: Row, row: Row) -> tuple[bool, bool]:
    """Say whether a row that begins a page continues the one before it, and whether that is uncertain."""
    if not before.lines or not row.lines:
        return True, False
    last, first = before.lines[-1], row.lines[0]
    if number(first.text) and number(before.lines[0].text):
        return False, False
    if starts_small(first.text) or bullet(first.text):
        return True, False
    text = " ".join(line.text for line in row.lines)
    asks = says_what_to_do(text) and not is_glue(first.text)
    if asks and ends_sentence(last.text) and not fitted(last, first) and asks_nobody(text):
        return True, True
    problem = not says_what_to_do(" ".join(line.text for line in before.lines))
    if asks and problem and ends_sentence(last.text) and last.room < first.first + PROBLEM_ROOM:
        return True, True  # what is wrong stands so far, and the last line was full
    asks &= not problem
    if number(first.text) and not (asks and row.ruled and ends_sentence(last.text)):
        return True, False
    if not ends_sentence(last.text):
        # Where the next word had room on the line before, only a full stop was forgotten.
        ended = asks and fitted(last, first) and not last.text.rstrip().endswith(UNENDED)
        return not ended, True
    if asks or (row.ruled and before.ruled and not is_glue(first.text)):
        return False, not (asks and fitted(last, first))
    return True, True


def is_torn(before: Row, row: Row) -> bool:
    """Say whether a rule inside a cell has torn a sentence or a list: what stands below it begins nothing."""
    if not before.lines or not row.lines:
        return False
    last, first = before.lines[-1], row.lines[0]
    if not (before.ruled and row.ruled):
        return starts_small(first.text) and not ends_sentence(last.text)
    if bullet(first.text):
        return last.text.rstrip().endswith(UNENDED)
    open_end = not ends_sentence(last.text) and (starts_small(first.text) or not fitted(last, first))
    return open_end or is_glue(first.text)
