"""The line of sight: from what was found, or written, through priority, action and measure to evidence of impact.

Where the line breaks off, a gap says so; each gap knows the field that mends it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from areasef.domain.dossier import Dossier
from areasef.domain.evidence import Evidence, Holding
from areasef.domain.framework import Strand
from areasef.domain.numbering import Numbering, actions_of, measures_of, numbering
from areasef.domain.plan import Action, Delivery, Measure, Priority
from areasef.domain.progress import can_be_done, held_ids
from areasef.domain.record import Finding, FindingKind
from areasef.domain.statement import Statement

ASKED = (FindingKind.PRIORITY_ACTION, FindingKind.IMPROVEMENT)


class Lack(StrEnum):
    """Where a line breaks off."""

    PRIORITY = "priority"
    ACTION = "action"
    MEASURE = "measure"
    BASELINE = "baseline"
    ANSWER = "answer"
    EFFECT = "effect"


WORDS = {
    Lack.PRIORITY: "No priority answers it",
    Lack.ACTION: "No action under it",
    Lack.MEASURE: "No measure",
    Lack.BASELINE: "No value at the start",
    Lack.ANSWER: "No action answers it",
    Lack.EFFECT: "Done, and nothing shows its effect",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing, of which thing: its kind, id, reference and title, the strands it touches."""

    lack: Lack
    kind: str
    id: str
    ref: str
    title: str
    strand_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line as far as it goes. What it begins with is a finding or a statement; nothing after a gap is filled."""

    finding: Finding | None = None
    statement: Statement | None = None
    priority: Priority | None = None
    action: Action | None = None
    measure: Measure | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def lack(self) -> Lack | None:
        """Where the line breaks off before evidence of impact; None where each link is there."""
        if self.priority is None and self.action is None:
            if self.finding is not None:
                return Lack.PRIORITY if self.finding.kind in ASKED else None
            return Lack.ANSWER
        if self.action is None:
            return Lack.ACTION
        if self.measure is None:
            return Lack.MEASURE
        return Lack.BASELINE if self.measure.baseline is None else None


def lines_of_finding(dossier: Dossier, finding: Finding) -> tuple[Line, ...]:
    """Return every line that begins with a finding; one that ends at once where no priority answers it."""
    shown = tuple(dossier.evidence_by_id[each.evidence_id] for each in dossier.cited_for(finding.id))
    found = [
        Line(finding, None, *rest[:3], tuple(dict.fromkeys((*rest[3], *shown))))
        for priority in dossier.priorities
        if finding.id in priority.finding_ids
        for rest in _under(dossier, priority, actions_of(dossier, priority.id))
    ]
    return tuple(found) or (Line(finding, evidence=tuple(dict.fromkeys(shown))),)


def lines_of_strand(dossier: Dossier, strand: Strand) -> tuple[Line, ...]:
    """Return the lines of what needs to be better in a strand, then those of other statements that are answered."""
    kinds = {each.id: each.kind for each in dossier.framework.sections}
    found: list[Line] = []
    for statement in dossier.statements_of(strand):
        lines = _of_statement(dossier, statement)
        if lines or kinds.get(statement.section_id) == "weakness":
            found += lines or [Line(statement=statement)]
    found.sort(key=lambda line: line.statement is None or kinds.get(line.statement.section_id) != "weakness")
    return tuple(found)


def gaps(dossier: Dossier) -> tuple[Gap, ...]:
    """Return where lines break off, each once: findings first, then what needs to be better, then the plan in its order."""
    numbers = numbering(dossier)
    return (*_unanswered(dossier), *_without_action(dossier), *_of_plan(dossier, numbers))


def lacking(dossier: Dossier, finding: Finding) -> str:
    """Return in words where the lines of a finding break off first; empty where none does or none is asked for."""
    numbers = numbering(dossier)
    lines = [line for line in lines_of_finding(dossier, finding) if line.lack is not None]
    if not lines:
        return ""
    order = list(Lack)
    first = min(lines, key=lambda line: order.index(line.lack or Lack.BASELINE))
    if first.lack is Lack.ACTION and first.priority is not None:
        return f"Priority {numbers.priorities[first.priority.id]} has no action"
    if first.lack is Lack.MEASURE and first.action is not None:
        return f"Action {numbers.actions[first.action.id]} has no measure"
    if first.lack is Lack.BASELINE and first.measure is not None:
        return f"Measure {numbers.measures[first.measure.id]} has no value at the start"
    return WORDS[Lack.PRIORITY]


def _of_statement(dossier: Dossier, statement: Statement) -> list[Line]:
    own = [each for each in dossier.actions if statement.id in each.statement_ids]
    found: list[Line] = []
    for priority in dossier.priorities:
        under = actions_of(dossier, priority.id)
        if statement.id in priority.statement_ids:
            found += [Line(None, statement, *rest) for rest in _under(dossier, priority, under)]
        else:
            answering = tuple(each for each in under if each in own)
            found += [Line(None, statement, *rest) for rest in _under(dossier, priority, answering) if answering]
    return found


Rest = tuple[Priority, Action | None, Measure | None, tuple[Evidence, ...]]


def _under(dossier: Dossier, priority: Priority, actions: tuple[Action, ...]) -> Iterator[Rest]:
    known = dossier.evidence_by_id
    for action in actions:
        items = (known[key] for key in action.evidence_ids if key in known)
        shown = tuple(item for item in items if item.holding is Holding.HELD)
        for measure in measures_of(dossier, action.id) or (None,):
            yield (priority, action, measure, shown)
    if not actions:
        yield (priority, None, None, ())


def _unanswered(dossier: Dossier) -> Iterator[Gap]:
    answered = {key for priority in dossier.priorities for key in priority.finding_ids}
    for each in dossier.followed:
        if each.kind in ASKED and each.id not in answered:
            yield Gap(Lack.PRIORITY, "finding", each.id, f"Finding {each.number}".strip(), each.text, each.strand_ids)


def _without_action(dossier: Dossier) -> Iterator[Gap]:
    weak = {each.id for each in dossier.framework.sections if each.kind == "weakness"}
    for strand in dossier.framework.strands:
        for statement in dossier.statements_of(strand):
            if statement.section_id in weak and not any(line.action for line in _of_statement(dossier, statement)):
                yield Gap(Lack.ANSWER, "statement", statement.id, strand.code, statement.body, (strand.id,))


def _of_plan(dossier: Dossier, numbers: Numbering) -> Iterator[Gap]:
    held = held_ids(dossier.evidence)
    for priority in dossier.priorities:
        under = actions_of(dossier, priority.id)
        if not under:
            ref = f"Priority {numbers.priorities[priority.id]}"
            yield Gap(Lack.ACTION, "priority", priority.id, ref, priority.title, priority.strand_ids)
        for action in under:
            measures, ref = measures_of(dossier, action.id), f"Action {numbers.actions[action.id]}"
            strands = action.strand_ids or priority.strand_ids
            if action.delivery is Delivery.DONE and not can_be_done(action, held):
                yield Gap(Lack.EFFECT, "action", action.id, ref, action.title, strands)
            if not measures:
                yield Gap(Lack.MEASURE, "action", action.id, ref, action.title, strands)
            for measure in measures:
                if measure.baseline is None:
                    named = f"Measure {numbers.measures[measure.id]}, action {numbers.actions[action.id]}"
                    yield Gap(Lack.BASELINE, "action", action.id, named, measure.title, strands)
