"""Lines of sight and gaps as rows: what a line begins with, the links it has, and where it breaks off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from areasef.domain.dossier import Dossier
from areasef.domain.numbering import Numbering, numbering
from areasef.domain.progress import latest, measure_words
from areasef.domain.sight import WORDS, Gap, Lack, Line, lines_of_finding, lines_of_strand
from areasef.domain.statement import plain
from areasef.ui.models.entry_rows import EntryRow
from areasef.ui.models.file_words import counted
from areasef.ui.models.sight_boxes import OPEN, SightBox, boxes_of, mend, mend_gap, place_of
from areasef.ui.navigation import Target

_NAMES: Final = {
    Lack.PRIORITY: "finding without a priority",
    Lack.ANSWER: "thing to be better without an action",
    Lack.ACTION: "priority without an action",
    Lack.MEASURE: "action without a measure",
    Lack.BASELINE: "measure without a value at the start",
    Lack.EFFECT: "action called done that nothing shows",
}
_MANY: Final = {
    Lack.PRIORITY: "findings without a priority",
    Lack.ANSWER: "things to be better without an action",
    Lack.ACTION: "priorities without an action",
    Lack.MEASURE: "actions without a measure",
    Lack.BASELINE: "measures without a value at the start",
    Lack.EFFECT: "actions called done that nothing shows",
}


@dataclass(frozen=True, slots=True)
class SightRow:
    """A row with the boxes of its line, where Enter leads and what that is called, and the ids of what it is about."""

    entry: EntryRow
    boxes: tuple[SightBox, ...]
    target: Target
    opens: str
    about: frozenset[str]


def rows_of_lines(dossier: Dossier, lines: Iterable[Line]) -> list[SightRow]:
    """Return a row for each line, in their order."""
    numbers = numbering(dossier)
    rows = [_row(dossier, numbers, line, at) for at, line in enumerate(lines)]
    for at, (before, row) in enumerate(pairwise(rows), start=1):
        same = (before.entry.lead, before.entry.title) == (row.entry.lead, row.entry.title)
        rows[at] = replace(row, entry=replace(row.entry, as_above=same))
    return rows


def rows_of_gaps(dossier: Dossier, found: Iterable[Gap]) -> list[SightRow]:
    """Return a row for each gap, with the first line that breaks off there."""
    rows = []
    for gap in found:
        title = plain(gap.title).strip() or "Nothing written yet"
        entry = EntryRow(f"gap/{gap.lack}/{gap.id}/{gap.ref}", title, "", gap.ref, shape=OPEN, word=WORDS[gap.lack])
        line = _line_of(dossier, gap)
        boxes = boxes_of(dossier, line) if line else ()
        rows.append(SightRow(entry, boxes, mend_gap(gap), _opens(gap.lack), frozenset({gap.id, *gap.strand_ids})))
    return rows


def _row(dossier: Dossier, numbers: Numbering, line: Line, at: int) -> SightRow:
    lead, title, about = "", "", set[str]()
    if line.finding is not None:
        lead, title = f"Finding {line.finding.number}".strip(), line.finding.text
        about = {line.finding.id}
    elif line.statement is not None:
        strand = dossier.framework.strand(line.statement.strand_id)
        lead, title = f"{strand.code}, {place_of(dossier, line.statement)}", plain(line.statement.body).strip()
        about = {line.statement.id, strand.id}
    if line.action is not None:
        about |= {line.action.id}
    lack = line.lack
    word = WORDS[lack] if lack else _reached(line)
    shape = OPEN if lack else ("check", "pass") if line.evidence else None
    entry = EntryRow(
        f"line/{at}/{min(about, default='')}", title, _links(numbers, dossier, line), lead, "", shape, word
    )
    opens = _opens(lack) if lack or line.action else "Open the priority" if line.priority else "Open the finding"
    return SightRow(entry, boxes_of(dossier, line), mend(line), opens, frozenset(about))


def _links(numbers: Numbering, dossier: Dossier, line: Line) -> str:
    said = []
    if line.priority is not None:
        said.append(f"Priority {numbers.priorities[line.priority.id]}")
    if line.action is not None:
        said.append(f"action {numbers.actions.get(line.action.id, '')} {line.action.title}".rstrip("."))
    if line.measure is not None:
        now = latest(line.measure, dossier.actuals, dossier.evaluation.as_at)
        said.append(f"{numbers.measures[line.measure.id]} {line.measure.title}: {measure_words(line.measure, now)}")
    return " › ".join(said)


def _reached(line: Line) -> str:
    if line.evidence:
        return f"Shown by {', '.join(each.ref for each in line.evidence[:2])}"
    return "No evidence of impact yet" if line.action else ""


def _line_of(dossier: Dossier, gap: Gap) -> Line | None:
    """Return the first line that breaks off at a gap: from a finding where one leads there, else from a statement."""
    lines = [line for each in dossier.followed for line in lines_of_finding(dossier, each)]
    lines += [line for strand in dossier.framework.strands for line in lines_of_strand(dossier, strand)]
    return next((line for line in lines if gap.lack in (line.lack, Lack.EFFECT) and gap.id in _ids(line)), None)


def _ids(line: Line) -> set[str]:
    return {each.id for each in (line.finding, line.statement, line.priority, line.action) if each is not None}


def _opens(lack: Lack | None) -> str:
    return {
        Lack.PRIORITY: "Say which priority answers it",
        Lack.ANSWER: "Add an action",
        Lack.ACTION: "Open the priority",
        Lack.MEASURE: "Add a measure",
        Lack.BASELINE: "Open its measures",
        Lack.EFFECT: "Choose what shows its effect",
        None: "Open the action",
    }[lack]


def said_of(lacks: Sequence[Lack]) -> str:
    """Return in words which gaps there are, and how many of each."""
    parts = [_counted(lack, lacks.count(lack)) for lack in Lack if lack in lacks]
    if not parts:
        return "No gap: each line reaches a measure that has a value at its start."
    return f"{counted(len(lacks), 'gap')}: {', '.join(parts)}."


def _counted(lack: Lack, count: int) -> str:
    return f"{count} {_NAMES[lack] if count == 1 else _MANY[lack]}"
