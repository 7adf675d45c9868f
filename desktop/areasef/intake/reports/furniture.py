"""What is printed on every page and belongs to none of its sentences: footers, page numbers, running heads.

Footers contradict the title page in some reports, so nothing is ever read from them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from areasef.intake.reports.printed import BOTTOM, Line

_FOOT: Final = re.compile(r"^\s*(area\s+send\s+)?inspection\s+report\s*:?(\s|$)", re.IGNORECASE)
_HEAD: Final = re.compile(r"^\s*local\s+area\s+partnership\s+report\s*$", re.IGNORECASE)
_MONTHS: Final = "january|february|march|april|may|june|july|august|september|october|november|december"
_WEEKDAYS: Final = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_DATEISH: Final = re.compile(
    rf"^[\s,.–-]*((\d{{1,4}}|to|and|from|between|until|{_WEEKDAYS}|{_MONTHS})[\s,.–-]*)+$", re.IGNORECASE
)
_WRAPPED: Final = re.compile(r"^\s*((local\s+)?area\s+)?partnership\b[\s,\d]*", re.IGNORECASE)
TOP: Final = 0.93
MOST: Final = 3  # pages at least that show a foot
MOST_FOOT_LINES: Final = 4
_FOOT_SIGN: Final = "Inspection report:"
HIGHEST: Final = 0.16  # of a page's height
BESIDE: Final = 15.0  # points from the first line of a footer to a page number beside it
USUAL_FOOT: Final = 40.0  # points from the edge of a page to its lowest line


def without_furniture(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[Line]:
    """Return the lines of all pages, given each page's height, without what repeats at foot and head."""
    lowest = min((line.box[1] for _, lines in pages for line in lines), default=0.0)
    raised = max(0.0, lowest - USUAL_FOOT)  # a margin that somebody added around the pages
    pages = [(height, [line if not raised else line.lowered(raised) for line in lines]) for height, lines in pages]
    repeated = _repeated(pages)
    kept: list[Line] = []
    for height, lines in pages:
        foot = max((line.box[1] for line in lines if _is_foot(line, height)), default=-1.0)
        kept += [line for line in _without_top(height, lines) if not _at_foot(line, height, foot, repeated)]
    return kept


def _is_foot(line: Line, height: float) -> bool:
    """Say whether a line begins a footer: one that wraps stands higher, and its own words tell it from a sentence."""
    most = HIGHEST if ":" in line.text else BOTTOM
    return line.box[1] < most * height and bool(_FOOT.match(line.text))


def _at_foot(line: Line, height: float, foot: float, repeated: set[str]) -> bool:
    if line.cell is not None:
        return False
    if line.box[1] <= foot + 1 or (line.box[1] <= foot + BESIDE and line.text.strip().isdigit()):
        return True
    if line.box[1] >= BOTTOM * height:
        return False
    return line.text.strip().isdigit() or _shape(line.text) in repeated


def _without_top(height: float, lines: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    dropping = False
    for line in lines:
        at_top = line.cell is None and line.box[3] > TOP * height
        dropping = at_top and (
            bool(_FOOT.match(line.text) or _HEAD.match(line.text))
            or line.text.strip().isdigit()
            or (dropping and bool(_DATEISH.match(line.text)))
        )
        if not dropping:
            kept.append(line)
    return kept


def _repeated(pages: Sequence[tuple[float, Sequence[Line]]]) -> set[str]:
    """Return what lines say that repeat at the foot: on two pages at the very edge, above it on most of them."""
    seen: Counter[str] = Counter()
    edge: Counter[str] = Counter()
    for height, lines in pages:
        low = [line for line in lines if line.cell is None and line.box[1] < BOTTOM * height]
        seen.update({_shape(line.text) for line in low})
        edge.update({_shape(line.text) for line in low if line.box[1] < BOTTOM * height * 0.6})
    most = max(MOST, len(pages) / 2)
    return {shape for shape, count in seen.items() if edge[shape] > 1 or count >= most}


def _shape(text: str) -> str:
    return re.sub(r"[\d\s]+", " ", text).strip().casefold()


def text_without_furniture(lines: Sequence[str]) -> list[str]:
    """Return the lines of a text without its footers, wherever an extractor has put them.

    The first line after a footer begins with a form feed, as the first line of a page does.
    """
    kept: list[str] = []
    left = 0
    turned = False
    for index, line in enumerate(_with_known_feet(lines)):
        bare = line.strip("\f \t")
        if _FOOT.match(bare):
            left = MOST_FOOT_LINES
            turned = True
            while kept and (not kept[-1].strip() or kept[-1].strip().isdigit()):
                turned |= "\f" in kept.pop()
        elif left and (not bare or _DATEISH.match(bare) or _is_wrapped(bare)):
            left -= bool(bare)
        elif not (_HEAD.match(bare) and index > 0):
            left = 0
            kept.append(f"\f{line}" if turned and bare else line)
            turned = turned and not bare
    return kept


def _with_known_feet(lines: Sequence[str]) -> list[str]:
    """Return lines in which what repeats at the edges of most pages, in whatever words, is a foot like any other."""
    starts = [0, *(at for at, line in enumerate(lines) if at and line.startswith("\f")), len(lines)]
    edges: list[list[int]] = []
    for start, end in pairwise(starts):
        said = [at for at in range(start, end) if _shape(lines[at])]
        first = said[:MOST_FOOT_LINES] if start else []  # a title may show the dates as the feet do
        edges.append([*first, *said[MOST_FOOT_LINES:][-MOST_FOOT_LINES:]])
    seen = Counter(shape for edge in edges for shape in {_shape(lines[at]) for at in edge})
    often = max(MOST, len(edges) / 2)
    common = {shape for shape, count in seen.items() if count >= often and any(map(str.isalpha, shape))}  # no bullet
    feet = {at for edge in edges for at in edge if _shape(lines[at]) in common}
    return ["\f" * line.count("\f") + _FOOT_SIGN if at in feet else line for at, line in enumerate(lines)]


def _is_wrapped(text: str) -> bool:
    return bool(re.fullmatch(rf"{_WRAPPED.pattern}(\s|\d|,|to|{_MONTHS})*", text, re.IGNORECASE))
