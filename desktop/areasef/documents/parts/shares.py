"""How wide the columns of a table are where nobody can know beforehand which of them will hold the most words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import permutations
from typing import Final

from areasef.documents.model import Cell, Column, words

LEAST, MOST = 0.5, 2.0
"""So many times its given share is the least and the most that a column takes."""
FEW, SOME = 16, 24
"""Letters that stand on one line also in a narrow column, and those that stand on two."""
_SIGN: Final = 4
"""Letters that a sign before words takes."""
_STEPS: Final = (0.05, 0.02)
"""Parts of the width that are tried in turn in another column."""


def shared_by_words(
    columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]], *, fixed: int = 0
) -> tuple[Column, ...]:
    """Return columns of the widths at which the rows are lowest, as a reader of long cells would draw them.

    The first ``fixed`` of them keep their share; the others take between half and twice of theirs. One that holds few
    words alone, such as *No answer yet*, keeps room for them on a line.
    """
    said = [[sum(len(words(part)) for part in cell.content) for cell in row[fixed:]] for row in rows]
    free = columns[fixed:]
    room = sum(column.share for column in free)
    given = [column.share / room for column in free]
    longest = [max((count[at] for count in said), default=0) for at in range(len(free))]
    few = [min(part, _asked(most) / room) for part, most in zip(given, longest, strict=True)]
    floors = [max(small, part * LEAST) for small, part in zip(few, given, strict=True)]
    found = _lowest(given, said, floors)
    return (*columns[:fixed], *(replace(each, share=part * room) for part, each in zip(found, free, strict=True)))


def _asked(letters: int) -> float:
    """Return what a cell of few words asks for, in parts of the page's width in per cent: about one for each letter."""
    if letters <= FEW:
        return letters + _SIGN
    return letters / 2 + _SIGN if letters <= SOME else 0


def _lowest(given: Sequence[float], said: Sequence[Sequence[int]], floors: Sequence[float]) -> list[float]:
    """Move width from one column to another as long as that makes the sum of the rows lower."""
    parts, high = list(given), _height(given, said)
    for step in _STEPS:
        moved = True
        while moved:
            moved = False
            for source, target in permutations(range(len(parts)), 2):
                tried = list(parts)
                tried[source] -= step
                tried[target] += step
                if tried[source] < floors[source] or tried[target] > given[target] * MOST:
                    continue
                now = _height(tried, said)
                if now < high:
                    parts, high, moved = tried, now, True
    return parts


def _height(parts: Sequence[float], said: Iterable[Sequence[int]]) -> float:
    """Return how high rows of so many letters are, in any unit: each is as high as the highest of its cells."""
    return sum(max(count / part for count, part in zip(row, parts, strict=True)) for row in said)
