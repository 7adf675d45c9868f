"""Sections of a report, found by what their headings ask or name, however they are worded or broken; their order never changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from itertools import takewhile
from typing import Final

from areasef.intake.reports.dates import NONE, span
from areasef.intake.reports.printed import FAR, Line


class Section(IntEnum):
    """The parts of a published report, in their order."""

    TITLE = 0
    OUTCOME = 1
    INFORMATION = 2
    EXPERIENCE = 3
    EFFECTIVE = 4
    BETTER = 5
    PRIORITY = 6
    IMPROVEMENT = 7
    DETAILS = 8
    ABOUT = 9
    TEAM = 10
    END = 11


# Whole headings, word by word: small letters, one space between, no punctuation.
_WORDS: Final = r"(?:[a-z]+ ){0,8}?"
_HEADINGS: Final = (
    (Section.OUTCOME, r"(?:the |overall )?inspection (?:outcome|judge?ment)s?|outcomes? of (?:the|this) inspection"),
    (
        Section.INFORMATION,
        rf"(?:information )?about {_WORDS}(?:local |the |this )(?:area|partnership)(?: partnership)?",
    ),
    (Section.INFORMATION, rf"information about {_WORDS}partnership"),
    (Section.EFFECTIVE, rf"what {_WORDS}(?:area|partnership|partners) {_WORDS}(?:effective|effectively|well)"),
    (Section.BETTER, rf"what {_WORDS}(?:area|partnership|partners) {_WORDS}(?:better|improve)|what needs to be better"),
    (Section.PRIORITY, r"(?:areas? (?:for|of|requiring|needing) (?:urgent )?)?priority actions?"),
    (Section.PRIORITY, r"priority areas? for (?:urgent )?action"),
    (Section.IMPROVEMENT, r"areas? (?:for|of|to|requiring|needing) (?:further |continued )?improve(?:ments?)?"),
    (
        Section.DETAILS,
        r"(?:the )?(?:local area partnership|local area|area partnership|partnership) (?:details|information)",
    ),
    (Section.DETAILS, r"details of the (?:local )?(?:area )?partnership"),
    (Section.ABOUT, r"(?:information )?about (?:the|this) inspection"),
    (Section.TEAM, r"(?:the )?inspection team"),
)
_WHOLE: Final = tuple((section, re.compile(pattern)) for section, pattern in _HEADINGS)
_BEGINNINGS: Final = (
    (re.compile(r"what (?:is it|it is|s it) like\b"), Section.EXPERIENCE),
    (re.compile(r"if you are not happy with the inspection\b"), Section.END),
    (re.compile(r"the office for standards in education\b"), Section.END),
)
_COLUMN_HEADS: Final = re.compile(
    r"^responsiblebod(y|ies)((areas?(for|of|requiring))?priorityactions?|priorityareas?foraction)?$"
)
_DETAILS_HEAD: Final = re.compile(r"localauthorit(y|ies)(integratedcareboards?)?")
_NUMBERED: Final = re.compile(r"^\d{1,2}[.)]?\s+(?=[A-Z])")
_LONGEST_HEADING: Final = 110
_LONGEST_QUESTION: Final = 160
MOST_LINES: Final = 4
SAME_SIZE: Final = 0.6


def letters(text: str) -> str:
    """Return only the letters of a text, small, so that spaces, case and punctuation cannot hide a heading."""
    return "".join(letter for letter in text.casefold() if letter.isalpha())


def _in_words(text: str) -> str:
    return " ".join(re.sub(r"[^a-z]+", " ", text.casefold().replace("(s)", "s")).split())


def heading(text: str) -> Section | None:
    """Return the section that a line opens, or None. A sentence that happens to begin so ends like a sentence."""
    bare = _NUMBERED.sub("", text.strip("\f #*\t"))
    if not bare[:1].isupper():
        return None
    said = _in_words(bare)
    begun = next((section for start, section in _BEGINNINGS if start.match(said)), None)
    if begun is Section.END or (begun and len(bare) <= _LONGEST_QUESTION):
        return begun
    if len(bare) > _LONGEST_HEADING or bare[-1:] in ".,;":
        return None
    return next((section for section, whole in _WHOLE if whole.fullmatch(said)), None)


def is_column_head(text: str) -> bool:
    """Say whether a line is the head of the two-column table."""
    return bool(_COLUMN_HEADS.match(letters(text)))


def sections(lines: Sequence[Line]) -> dict[Section, list[Line]]:
    """Return the lines under each heading; a heading's further lines and its repeats as a table's head are dropped."""
    found: dict[Section, list[Line]] = {Section.TITLE: []}
    here = Section.TITLE
    skip = 0
    for index, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        opened, count = _opened(lines, index)
        if opened is None and here is Section.IMPROVEMENT and _heads_details(lines, index):
            opened, count = Section.DETAILS, 0  # its heading was lost, or is worded as nothing else was
            _drop_lost_heading(found[here])
        if opened is None or opened < here:
            if not (here is Section.PRIORITY and is_column_head(line.text)):
                found[here].append(line)
            continue
        if opened > here:
            here = opened
            found[here] = []
        if not count:
            found[here].append(line)
        skip = max(count - 1, 0)
    if Section.OUTCOME not in found and len(found) > 1:
        _part_title(found)
    return found


def _part_title(found: dict[Section, list[Line]]) -> None:
    """Take what stands below the last date of the title for the outcome, where its heading was lost."""
    lines = found[Section.TITLE]
    after = max((at for at, line in enumerate(lines, 1) if span(line.text) != NONE), default=0)
    found[Section.TITLE], found[Section.OUTCOME] = lines[:after], lines[after:]


def _opened(lines: Sequence[Line], index: int) -> tuple[Section | None, int]:
    """Return the section that opens here and on how many lines its heading stands: it may be broken anywhere."""
    if not lines[index].text.strip("\f #*\t0123456789.)")[:1].isupper():
        return None, 0
    together = [
        lines[index],
        *takewhile(lambda line: _same_type(lines[index], line), lines[index + 1 : index + MOST_LINES]),
    ]
    for count in range(len(together), 0, -1):
        opened = heading(" ".join(line.text for line in together[:count]))
        if opened is Section.EXPERIENCE:
            return opened, 1 + _rest_of_question(lines, index)
        if opened is not None:
            return opened, count
    return None, 0


def _same_type(first: Line, line: Line) -> bool:
    """Say whether a line may belong to the heading that another begins; a bullet alone begins what stands below."""
    if not letters(line.text):
        return False
    if not first.page:
        return line.gap < FAR and not line.text[:1].isupper()
    alike = line.page == first.page and line.cell == first.cell
    return alike and line.bold == first.bold and abs(line.size - first.size) < SAME_SIZE


def _rest_of_question(lines: Sequence[Line], index: int) -> int:
    """Return how many lines more a question takes until its mark; 0 where it has it, or where none follows soon."""
    if "?" in lines[index].text:
        return 0
    for more in range(1, MOST_LINES):
        if index + more < len(lines) and lines[index + more].text.rstrip().endswith("?"):
            return more
    return 0


def _heads_details(lines: Sequence[Line], index: int) -> bool:
    """Say whether the table of the bodies begins here: the local authority beside the integrated care board."""
    said = letters(lines[index].text)
    ahead = "".join(letters(line.text) for line in lines[index + 1 : index + 3])
    return bool(_DETAILS_HEAD.fullmatch(said)) and (
        said.endswith(("board", "boards")) or "integratedcareboard" in ahead
    )


def _drop_lost_heading(lines: list[Line]) -> None:
    if (
        lines
        and lines[-1].text[-1:] not in ".;:"
        and len(lines[-1].text) < 60
        and "partnership" in letters(lines[-1].text)
    ):
        lines.pop()
