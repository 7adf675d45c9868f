"""Lines -> sentences as a reader would read them, hyphens and all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from areasef.domain.report import Box, Place, ReportItem
from areasef.intake.reports.bullets import after_bullet, bullet, number, readable
from areasef.intake.reports.printed import Line

_LIGATURES: Final = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})
_END: Final = re.compile(r"([^\W\d_]+)-$")
_START: Final = re.compile(r"^([^\W\d_]+)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Halves that English joins with a hyphen: a break after them is the writer's own.
_OWN: Final = """all anti best cross co decision ever face follow full good half hard high home joined key know lack large
last life like long low mid mini much multi needs neuro new non off one out over part peer place post pre pro problem
quality quarter record school self semi short small start step sub term three time trauma two up well year young"""
_OWN_HALVES: Final = frozenset(_OWN.split())
_CERTAIN: Final = 3
CLEARLY: Final = 6.0  # points
CLEARLY_IN_TEXT: Final = 2.0  # letters


class Joiner:
    """Joins lines of one report. It knows the report's own words, to tell a printer's hyphen from the writer's."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = tuple(lines)
        self._words: Counter[str] = Counter()
        for line in self._lines:
            inner = _WORD.findall(line[: -len(last[0])] if (last := _END.search(line)) else line)
            self._words.update(word.casefold() for word in inner)
        self._hyphenated = self._breaks() >= _CERTAIN

    def _breaks(self) -> int:
        """Count line ends that only a printer can have hyphenated; several show that the whole report was."""
        count = 0
        for line, following in zip(self._lines, self._lines[1:], strict=False):
            last, first = _END.search(line), _START.match(following)
            count += bool(last and first and first[1].islower() and self._printers(last[1], first[1]))
        return count

    def _printers(self, last: str, first: str) -> bool:
        whole, left = (last + first).casefold(), last.casefold()
        return self._words[whole] > 0 and not self._words[f"{left}-{first}"] and left not in _OWN_HALVES

    def join(self, texts: Iterable[str]) -> str:
        """Return one text: a space between lines, none after a hyphen, and no printer's hyphen."""
        joined = ""
        for text in texts:
            text = " ".join(text.split()).translate(_LIGATURES)
            joined = self._two(joined, text) if joined else text
        return readable(joined)

    def _two(self, before: str, after: str) -> str:
        last, first = _END.search(before), _START.match(after)
        if last and first and first[1].islower() and self._drops(last[1], first[1]):
            return before[:-1] + after
        hyphen = before.endswith("-") and not before.endswith(" -") and before[-2:-1].isalnum()
        return before + after if hyphen and after[:1].isalnum() else f"{before} {after}"

    def _drops(self, last: str, first: str) -> bool:
        if self._printers(last, first):
            return True
        unknown = not self._words[last.casefold()] and not self._words[first.casefold()]
        return self._hyphenated and unknown and last.casefold() not in _OWN_HALVES

    def item(self, lines: Sequence[Line], *, uncertain: bool = False, body: str = "") -> ReportItem:
        """Return an item of the lines it stands on, with its places and its sub-points."""
        return ReportItem(
            self.join(line.text for line in lines),
            lines[0].page,
            lines[-1].page,
            _places(lines),
            uncertain,
            body,
            self._sub_points(lines),
        )

    def _sub_points(self, lines: Sequence[Line]) -> tuple[str, ...]:
        groups: list[list[str]] = []
        for index, line in enumerate(lines):
            if index and (bullet(line.text) or number(line.text)):
                groups.append([after_bullet(line.text)])
            elif groups:
                groups[-1].append(line.text)
        return tuple(self.join(group) for group in groups)


def _places(lines: Sequence[Line]) -> tuple[Place, ...]:
    boxes: dict[int, list[Box]] = {}
    for line in lines:
        if line.page:
            boxes.setdefault(line.page, []).append(line.drawn)
    return tuple(Place(page, tuple(found)) for page, found in boxes.items())


def ends_sentence(text: str) -> bool:
    """Say whether a line ends a sentence."""
    return bool(re.search(r"[.?!][’”\"')\]]*\s*$", text))


def starts_small(text: str) -> bool:
    """Say whether a line begins in the middle of a sentence."""
    return text[:1].islower()


def fitted(before: Line, after: Line) -> bool:
    """Say whether the first word of a line had room on the one before, so that the break was meant."""
    return before.room > after.first + (CLEARLY if after.page else CLEARLY_IN_TEXT)
