"""Files that are no area SEND report of this framework, each refused with its own sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from areasef.domain.report import InspectionOutcome
from areasef.intake.reports.headings import Section
from areasef.intake.reports.opening import outcomes
from areasef.intake.reports.printed import Line
from areasef.words.faults import AppError

# Letters of 2016 to 2022, with and without weaknesses, and of the visits that followed them.
_OLD: Final = re.compile(
    r"written statements? of action|areas? of significant weakness|significant areas? of weakness"
    r"|joint (?:local )?area (?:send|special educational needs) (?:inspection|re-?visit)"
    r"|joint inspection of the local area|effectiveness of the (?:local )?area in (?:implementing|identifying)"
    r"|inspect.{1,400}special educational needs reforms"
)
_MONITORING: Final = re.compile(
    r"area send monitoring inspection|monitoring inspection of .{2,80}local area partnership"
)
LEAST_LETTERS: Final = 200
WHOLE: Final = 3  # headings of findings and recommendations that a report has


def check_is_report(name: str, lines: Sequence[Line], parts: Mapping[Section, Sequence[Line]]) -> InspectionOutcome:
    """Return the outcome that the report states. Raises AppError where the file is something else."""
    text = " ".join(" ".join(line.text for line in lines).casefold().split())
    if sum(letter.isalpha() for letter in text) < LEAST_LETTERS:
        raise AppError("report.no_text", name=name)
    stated = outcomes(" ".join(line.text for line in parts.get(Section.OUTCOME, ())))
    shaped = sum(section in parts for section in (Section.EFFECTIVE, Section.BETTER, Section.IMPROVEMENT))
    title = " ".join(line.text for line in parts.get(Section.TITLE, ()))
    if shaped and _MONITORING.search(" ".join(title.casefold().split())):
        raise AppError("report.monitoring", name=name)
    if len(stated) == 1 and shaped:
        return stated[0]
    raise AppError(_why(text, stated, shaped), name=name)


def _why(text: str, stated: Sequence[InspectionOutcome], shaped: int) -> str:
    anywhere = outcomes(text)
    if len(stated) > 1 or (shaped < WHOLE and len(anywhere) > 1):
        return "report.several_outcomes"
    if not shaped and _OLD.search(text):
        return "report.old_framework"
    if not shaped and _MONITORING.search(text[:3000]):
        return "report.monitoring"
    if shaped:
        return "report.no_outcome"
    return "report.quote_only" if anywhere else "report.something_else"
