"""The boxes of a line of sight: what each link says, where it leads, and where the line breaks off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from areasef.domain.dossier import Dossier
from areasef.domain.evidence import Evidence
from areasef.domain.numbering import findings_of, measures_of, numbering
from areasef.domain.plan import Action, Measure, Priority
from areasef.domain.progress import DELIVERY_WORDS, SHAPE_OF, amount_words, latest, number_words
from areasef.domain.record import Finding
from areasef.domain.sight import WORDS, Gap, Lack, Line
from areasef.domain.statement import Statement, plain
from areasef.ui.dates import day_words
from areasef.ui.models.plan_rows import PlanRow
from areasef.ui.navigation import Target

LINKS: Final = 6
OPEN: Final = ("check", "look")


@dataclass(frozen=True, slots=True)
class SightBox:
    """One box: what it is, its words, where it leads, and a status shape where it has one."""

    head: str
    words: str
    target: Target
    shape: tuple[str, str] | None = None
    here: bool = False


def line_of_sight(dossier: Dossier, row: PlanRow) -> tuple[SightBox, ...]:
    """Return the boxes of an action or a priority of the plan's table."""
    action, priority = row.action, row.priority
    if action is not None:
        priority = next((each for each in dossier.priorities if each.id == action.priority_id), None)
    if priority is None:
        return ()
    if action is None:
        return (
            _found(dossier, priority),
            _change(priority),
            _actions(dossier, priority),
            _measures(dossier, priority),
            _shown_by(dossier, priority),
            _statement(dossier, priority, None),
        )
    measure = next(iter(measures_of(dossier, action.id)), None)
    return (
        _found(dossier, priority),
        _change(priority),
        _action(dossier, action, here=True),
        _measure(dossier, action, measure),
        _evidence(dossier, action, _known(dossier, action.evidence_ids)),
        _statement(dossier, priority, action),
    )


def boxes_of(dossier: Dossier, line: Line) -> tuple[SightBox, ...]:
    """Return the boxes of a line that begins with a finding or a statement; those after a gap say that nothing is there."""
    if line.statement is not None:
        start, end = statement_box(dossier, line.statement), _finding_end(dossier, line)
    elif line.finding is not None:
        start, end = finding_box(line.finding), _statement_end(dossier, line)
    else:
        return ()
    priority, action = line.priority, line.action
    nothing = SightBox("", "Nothing here yet", start.target)
    return (
        start,
        _change(priority) if priority else _no_priority(line),
        _action(dossier, action) if action else _open("Action", Lack.ACTION, line) if priority else nothing,
        _measure(dossier, action, line.measure) if action else nothing,
        _reached(dossier, line) or nothing,
        end,
    )


def _no_priority(line: Line) -> SightBox:
    """Return the box where no priority answers: marked where one is wanted, not for what inspectors found effective."""
    return SightBox("Priority", WORDS[Lack.PRIORITY], mend(line), OPEN if line.lack else None)


def mend(line: Line) -> Target:
    """Return where a line is mended where it breaks off; where it is whole, its action."""
    if line.lack is Lack.PRIORITY and line.finding is not None:
        return Target("findings", "finding", line.finding.id, "answers")
    if line.lack is Lack.ANSWER and line.statement is not None:
        return Target("plan", "new", "", line.statement.id)
    if line.action is not None:
        return Target("plan", "action", line.action.id, "measures" if line.lack else "evidence_ids")
    if line.priority is not None:
        return Target("plan", "priority", line.priority.id, "title")
    return Target("findings", "finding", line.finding.id if line.finding else "")


def mend_gap(gap: Gap) -> Target:
    """Return where a gap is mended."""
    if gap.lack is Lack.PRIORITY:
        return Target("findings", "finding", gap.id, "answers")
    if gap.lack is Lack.ANSWER:
        return Target("plan", "new", "", gap.id)
    if gap.lack is Lack.EFFECT:
        return Target("plan", "action", gap.id, "evidence_ids")
    return Target("plan", gap.kind, gap.id, "measures" if gap.kind == "action" else "title")


def finding_box(finding: Finding, others: int = 0) -> SightBox:
    """Return the box of a finding; ``others`` counts those that stand behind it."""
    head = " ".join(filter(None, ("Finding", finding.number)))
    head += f", {_month(finding.report_date)}" if finding.report_date else ""
    more = f" And {others} more." if others else ""
    return SightBox(head, finding.text + more, Target("findings", "finding", finding.id))


def statement_box(dossier: Dossier, statement: Statement) -> SightBox:
    """Return the box of a statement, with the view of its strand where levels are shown."""
    strand = dossier.framework.strand(statement.strand_id)
    view = dossier.self_view(statement.strand_id)
    level = next((each for each in dossier.framework.levels if view and each.id == view.level_id), None)
    words = f"“{plain(statement.body).strip() or 'Nothing written yet'}”"
    place = f"{strand.code}, {place_of(dossier, statement)}"
    head, shape = f"Statement {place}", None
    if level is not None and dossier.evaluation.levels_shown:
        shape, head = ("self_view", level.shape), f"{place}. {level.title}"
    return SightBox(head, words, Target("evaluate", "statement", statement.id), shape)


def place_of(dossier: Dossier, statement: Statement) -> int:
    """Return a statement's number in its section."""
    row = dossier.statements_of(statement.strand_id, statement.section_id)
    return next((at for at, each in enumerate(row, 1) if each.id == statement.id), 0)


def _found(dossier: Dossier, priority: Priority) -> SightBox:
    found = findings_of(dossier, priority)
    if found:
        return finding_box(found[0], len(found) - 1)
    number = numbering(dossier).priorities.get(priority.id, "")
    return SightBox(f"Priority {number}", priority.title, Target("plan", "priority", priority.id, "title"))


def _change(priority: Priority) -> SightBox:
    words = priority.outcome or "Not said yet"
    return SightBox("What should change", words, Target("plan", "priority", priority.id, "outcome"))


def _action(dossier: Dossier, action: Action, *, here: bool = False) -> SightBox:
    due, word = action.new_due or action.due, DELIVERY_WORDS[action.delivery]
    lead = dossier.partner_by_id.get(action.lead_partner_id or "")
    words = f"{action.title.rstrip('.')}. {f'{lead.label}.' if lead else ''}".strip()
    head = f"{word}, due {_month(due)}" if due else word
    shape = ("delivery", SHAPE_OF[action.delivery])
    return SightBox(head, words, Target("plan", "action", action.id), shape, here)


def _measure(dossier: Dossier, action: Action, measure: Measure | None) -> SightBox:
    target = Target("plan", "action", action.id, "measures")
    if measure is None:
        return SightBox("Measure", "No measure yet", target, OPEN)
    number = f"Measure {numbering(dossier).measures[measure.id]}"
    if measure.baseline is None:
        return SightBox(f"{number}. {WORDS[Lack.BASELINE]}", _journey(dossier, measure), target, OPEN)
    return SightBox(number, _journey(dossier, measure), target)


def _journey(dossier: Dossier, measure: Measure) -> str:
    now = latest(measure, dossier.actuals, dossier.evaluation.as_at)
    short = "%" if measure.unit.startswith("%") else ""
    parts = []
    if measure.baseline is not None:
        parts.append(f"from {amount_words(measure.baseline, measure.unit)}")
    if now is not None:
        parts.append(f"now {number_words(now.value)}{short}")
    if measure.target is not None:
        parts.append(f"target {number_words(measure.target)}{short}")
    return f"{measure.title}: {', '.join(parts) or 'no values yet'}."


def _evidence(dossier: Dossier, action: Action, shown: tuple[Evidence, ...]) -> SightBox:
    stage = next((each.title for each in dossier.framework.impact_stages if each.id == action.impact_stage_id), "")
    head = f"Impact: {stage[:1].lower()}{stage[1:]}" if stage else "Evidence of impact"
    return _items(head, shown, Target("plan", "action", action.id, "evidence_ids"))


def _reached(dossier: Dossier, line: Line) -> SightBox | None:
    """Return what shows the impact of an action, or the progress on the finding itself; None for neither."""
    if line.action is not None:
        return _evidence(dossier, line.action, line.evidence)
    if not line.evidence:
        return None
    return _items("Evidence for the finding", line.evidence, mend(line))


def _items(head: str, shown: tuple[Evidence, ...], otherwise: Target) -> SightBox:
    if not shown:
        return SightBox(head, "No evidence of impact yet", otherwise)
    more = f" And {len(shown) - 1} more." if len(shown) > 1 else ""
    return SightBox(head, f"{shown[0].ref} {shown[0].title}.{more}", Target("evidence", "evidence", shown[0].id))


def _known(dossier: Dossier, ids: Iterable[str]) -> tuple[Evidence, ...]:
    return tuple(dossier.evidence_by_id[key] for key in dict.fromkeys(ids) if key in dossier.evidence_by_id)


def _actions(dossier: Dossier, priority: Priority) -> SightBox:
    under = [each for each in dossier.actions if each.priority_id == priority.id]
    if not under:
        return SightBox("Actions", "No action yet", Target("plan", "priority", priority.id), OPEN)
    said = f"{len(under)} action{'' if len(under) == 1 else 's'}"
    return SightBox("Actions", said, Target("plan", "action", under[0].id))


def _measures(dossier: Dossier, priority: Priority) -> SightBox:
    ids = {each.id for each in dossier.actions if each.priority_id == priority.id}
    count = sum(1 for each in dossier.measures if each.action_id in ids)
    said = f"{count} measure{'' if count == 1 else 's'}" if count else "No measure yet"
    return SightBox("Measures", said, Target("plan", "priority", priority.id), None if count else OPEN)


def _shown_by(dossier: Dossier, priority: Priority) -> SightBox:
    ids = [key for each in dossier.actions if each.priority_id == priority.id for key in each.evidence_ids]
    return _items("Evidence of impact", _known(dossier, ids), Target("plan", "priority", priority.id))


def _statement(dossier: Dossier, priority: Priority, action: Action | None) -> SightBox:
    ids = (*(action.statement_ids if action else ()), *priority.statement_ids)
    found = [dossier.statement_by_id[key] for key in dict.fromkeys(ids) if key in dossier.statement_by_id]
    if found:
        return statement_box(dossier, found[0])
    kind, key = ("action", action.id) if action else ("priority", priority.id)
    return SightBox("Statement", "No statement linked yet", Target("plan", kind, key, "statement_ids"))


def _statement_end(dossier: Dossier, line: Line) -> SightBox:
    if line.priority is None:
        return SightBox("", "Nothing here yet", mend(line))
    return _statement(dossier, line.priority, line.action)


def _finding_end(dossier: Dossier, line: Line) -> SightBox:
    found = findings_of(dossier, line.priority) if line.priority else ()
    if found:
        return finding_box(found[0], len(found) - 1)
    if line.priority is None:
        return SightBox("", "Nothing here yet", mend(line))
    return SightBox("Finding", "It answers no finding", Target("plan", "priority", line.priority.id, "finding_ids"))


def _open(head: str, lack: Lack, line: Line) -> SightBox:
    return SightBox(head, WORDS[lack], mend(line), OPEN)


def _month(day: date | None) -> str:
    return " ".join(day_words(day, short=True).split()[1:]) if day else ""
