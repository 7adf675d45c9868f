"""How wide a line of a text was printed, though only its letters are left: a guess that is right to a letter or two.

A program that takes a text out of a PDF may leave no empty line between paragraphs. Then only a line that ended for no
lack of room shows where one ends, and that needs more than a count: an "m" is four times as wide as an "l".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from areasef.intake.reports.printed import FAR, Line

# In hundredths of the size of the type, as usual in type without serifs.
_CLASSES: Final = {
    22: "il’‘'|",
    26: ".,:;!",
    31: " \u00a0\u202f",
    36: "fjtr()[]I-/",
    47: "scJL",
    58: "SBERPYXZVF&",
    64: "CDTAHNUGOQ",
    75: "wM—%",
    84: "mW@",
}
_OTHER: Final = 53
_WIDTHS: Final = {letter: wide for wide, letters in _CLASSES.items() for letter in letters}
AVERAGE: Final = 46.0  # of a letter in a sentence
OFTEN: Final = 3  # lines that end nearly alike show where the edge is
ALIKE: Final = 4.0  # letters


def measure(text: str) -> float:
    """Return how wide a text is, in average letters."""
    return sum(_WIDTHS.get(letter, _OTHER) for letter in text) / AVERAGE


def fitted_anew(lines: Sequence[Line]) -> list[Line]:
    """Return lines of a wrapped text whose room is what the widest of them leave, and not those of a whole report.

    A lone line that is wider still is two: some programs join what a hyphen parted.
    """
    rooms = sorted(line.room for line in lines if not line.page and line.room < FAR / 2)
    if not rooms:
        return list(lines)
    most = min(OFTEN, len(rooms))
    full = (room for at, room in enumerate(rooms) if rooms[min(at + most, len(rooms)) - 1] - room <= ALIKE)
    least = next(full, rooms[0])
    return [line if line.page or line.room >= FAR / 2 else replace(line, room=line.room - least) for line in lines]
