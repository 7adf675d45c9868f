"""Footnotes: small type at a page's end that begins with a mark which also stands raised in its text.

Neither belongs to a sentence of the report, and a footnote would stand in the middle of a finding that a page cuts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from areasef.intake.reports.printed import PrintedPage, Word

_MARK: Final = re.compile(r"[\d*†‡]{1,2}")
SMALL: Final = 0.92  # of the usual size: the type of a footnote
RAISED_SIZE: Final = 0.78  # and of a mark
RAISED: Final = 1.5  # points above the line
NEAR: Final = 3.0  # points after a word
ONE_LINE: Final = 4.5
FOOT: Final = 0.055  # of the page's height: what every page repeats stands below it


def without_footnotes(page: PrintedPage) -> PrintedPage:
    """Return a page without its footnotes and the marks that lead to them."""
    usual = median(word.size for word in page.words) if page.words else 0.0
    marks = [word for word in page.words if _is_mark(word, usual)]
    raised = [mark for mark in marks if any(_carries(word, mark, usual) for word in page.words)]
    tops = [mark.baseline for mark in marks if mark not in raised and _begins_note(mark, raised, page, usual)]
    if not tops:
        return page
    top = max(tops)
    noted = {mark.text for mark in marks if mark not in raised and mark.baseline <= top}
    kept = (
        word
        for word in page.words
        if (word.baseline > top + ONE_LINE or word.baseline <= FOOT * page.height)
        and not (word in raised and word.text in noted)
    )
    return replace(page, words=tuple(kept))


def _is_mark(word: Word, usual: float) -> bool:
    return word.size < RAISED_SIZE * usual and bool(_MARK.fullmatch(word.text))


def _carries(word: Word, mark: Word, usual: float) -> bool:
    """Say whether a word of usual size ends right before a mark that stands a little higher."""
    beside = -NEAR < mark.left - word.right < NEAR
    return beside and word.size >= SMALL * usual and RAISED < mark.baseline - word.baseline < usual


def _begins_note(mark: Word, raised: Sequence[Word], page: PrintedPage, usual: float) -> bool:
    """Say whether a mark begins a footnote: its like is raised above it, and all below is small."""
    foot = FOOT * page.height
    below = [word for word in page.words if foot < word.baseline < mark.baseline + ONE_LINE]
    first = all(word.left >= mark.left for word in below if abs(word.baseline - mark.baseline) < ONE_LINE)
    small = all(word.size < SMALL * usual for word in below)
    return first and small and any(one.text == mark.text and one.baseline > mark.baseline for one in raised)
