"""Files that are no area SEND report of this framework, each refused with its own sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from areasef.domain.report import InspectionOutcome
from areasef.intake.reports.headings import Section
from areasef.intake.reports.opening import outcomes, worded
from areasef.intake.reports.printed import Line
from areasef.words.faults import AppError

# Letters of 2016 to 2022, with and without weaknesses, and of the visits that followed them.
_OLD: Final = re.compile(
    r"written statements? of action|areas? of significant weakness|significant areas? of weakness"
    r"|joint (?:local )?area (?:send|special educational needs)[\w /()]{0,40} (?:inspection|re-?visit)"
    r"|joint inspection of the local area|effectiveness of the (?:local )?area in (?:implementing|identifying)"
    r"|area send interim visit|interim area send visit|interim visit to .{2,60}(?:local )?area"
    r"|inspect.{1,400}special educational needs reforms"
)
_MONITORING: Final = re.compile(
    r"area send monitoring inspection|monitoring inspection of .{2,80}(?:local )?area partnership"
    r"|monitoring inspection (?:report|letter|outcome)"
)
# What a partnership says of itself, in the order of a report perhaps; inspectors never say "we".
_OWN_TITLE: Final = re.compile(
    r"self[\s-]*(?:evaluation|assessment|review)|\bsef\b|position statement|peer (?:review|challenge)|mock inspection"
)
_WE: Final = re.compile(r"\b(?:we|our|ours)\b")
_OF_INSPECTORS: Final = (Section.ABOUT, Section.TEAM, Section.END)
MOST_WE: Final = 5  # in quotations of what leaders or families said
LEAST_LETTERS: Final = 200
START: Final = 3000  # letters: a monitoring inspection says early what it is
OWN: Final = (Section.EFFECTIVE, Section.BETTER)  # headings that nothing but such a report has
AROUND: Final = (Section.INFORMATION, Section.EXPERIENCE)


def check_is_report(name: str, lines: Sequence[Line], parts: Mapping[Section, Sequence[Line]]) -> InspectionOutcome:
    """Return the outcome that the report states. Raises AppError where the file is something else."""
    text = _plain(lines)
    if sum(letter.isalpha() for letter in text) < LEAST_LETTERS:
        raise AppError("report.no_text", name=name)
    stated = worded(" ".join(line.text for line in parts.get(Section.OUTCOME, ())))
    if _MONITORING.search(_plain(parts.get(Section.TITLE, ()))[:START]):
        raise AppError("report.monitoring", name=name)
    if len(stated) == 1 and _is_shaped(parts):
        if _is_own(text, parts):
            raise AppError("report.own_evaluation", name=name)
        return stated[0]
    raise AppError(_why(text, stated, parts), name=name)


def _plain(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(line.text for line in lines).casefold().split())


def _is_shaped(parts: Mapping[Section, Sequence[Line]]) -> bool:
    """Say whether a file has the headings of a report: recommendations alone stand in many other papers."""
    around = any(section in parts for section in AROUND)
    return any(section in parts for section in OWN) or (Section.IMPROVEMENT in parts and around)


def _is_own(text: str, parts: Mapping[Section, Sequence[Line]]) -> bool:
    """Say whether a paper in the order of a report is a partnership's own: no inspectors stand at its end."""
    if any(section in parts for section in _OF_INSPECTORS):
        return False
    title = _plain(parts.get(Section.TITLE, ()))[:START]
    return bool(_OWN_TITLE.search(title)) or len(_WE.findall(text)) > MOST_WE


def _why(text: str, stated: Sequence[InspectionOutcome], parts: Mapping[Section, Sequence[Line]]) -> str:
    anywhere = outcomes(text)
    own = sum(section in parts for section in OWN)
    if len(anywhere) > 1 and (len(stated) > 1 or own < len(OWN)):
        return "report.several_outcomes"
    if _MONITORING.search(text[:START]):
        return "report.monitoring"
    if own:
        return "report.no_outcome"
    if anywhere:
        return "report.quote_only"
    return "report.old_framework" if _OLD.search(text) else "report.something_else"
