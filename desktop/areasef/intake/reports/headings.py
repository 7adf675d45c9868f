"""Sections of a report, found by the beginnings of its headings, which never change order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from areasef.intake.reports.printed import Line


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


_EXACT: Final = {
    "inspectionoutcome": Section.OUTCOME,
    "areasforpriorityaction": Section.PRIORITY,
    "areaforpriorityaction": Section.PRIORITY,
    "areasforimprovement": Section.IMPROVEMENT,
    "areaforimprovement": Section.IMPROVEMENT,
    "inspectionteam": Section.TEAM,
}
_BEGINNINGS: Final = (
    ("informationaboutthelocalarea", Section.INFORMATION),
    ("informationaboutthelocalpartnership", Section.INFORMATION),
    ("whatisitliketobeachild", Section.EXPERIENCE),
    ("whatistheareapartnershipdoing", Section.EFFECTIVE),
    ("whatisthelocalareapartnershipdoing", Section.EFFECTIVE),
    ("whatdoestheareapartnershipneed", Section.BETTER),
    ("whatdoesthelocalareapartnershipneed", Section.BETTER),
    ("localareapartnershipdetails", Section.DETAILS),
    ("informationaboutthisinspection", Section.ABOUT),
    ("ifyouarenothappywiththeinspection", Section.END),
    ("theofficeforstandardsineducation", Section.END),
)
_COLUMN_HEADS: Final = re.compile(r"^responsiblebod(y|ies)(areas?forpriorityaction)?$")
_LONGEST_HEADING: Final = 110


def letters(text: str) -> str:
    """Return only the letters of a text, small, so that spaces, case and punctuation cannot hide a heading."""
    return "".join(letter for letter in text.casefold() if letter.isalpha())


def heading(text: str) -> Section | None:
    """Return the section that a line opens, or None. A sentence that happens to begin so ends like a sentence."""
    bare = text.strip("\f #*\t")
    if not bare[:1].isupper() or (len(bare) > _LONGEST_HEADING and not bare.startswith(("The Office", "If you are"))):
        return None
    only = letters(bare)
    if only in _EXACT and bare[-1:] not in ".,;":
        return _EXACT[only]
    return next((section for start, section in _BEGINNINGS if only.startswith(start)), None)


def is_column_head(text: str) -> bool:
    """Say whether a line is the head of the two-column table."""
    return bool(_COLUMN_HEADS.match(letters(text)))


def sections(lines: Sequence[Line]) -> dict[Section, list[Line]]:
    """Return the lines under each heading; a heading's second line and its repeats as a table's head are dropped."""
    found: dict[Section, list[Line]] = {Section.TITLE: []}
    here = Section.TITLE
    skip = 0
    for index, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        opened = heading(line.text)
        if opened is None or opened < here:
            if not (here is Section.PRIORITY and is_column_head(line.text)):
                found[here].append(line)
            continue
        if opened > here:
            here = opened
            found[here] = []
        skip = _rest_of_heading(lines, index)
    return found


def _rest_of_heading(lines: Sequence[Line], index: int) -> int:
    """Return how many lines more a question takes until its mark; 0 where it has it, or where none follows soon."""
    if not letters(lines[index].text).startswith("what") or "?" in lines[index].text:
        return 0
    for more in range(1, 4):
        if index + more < len(lines) and lines[index + more].text.rstrip().endswith("?"):
            return more
    return 0
