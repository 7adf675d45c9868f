"""What stands before the partnership: the evaluation at a glance, and the next days on which something is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from areasef.domain.check import run_checks
from areasef.domain.dossier import Dossier
from areasef.domain.evidence import Holding
from areasef.domain.plan import Delivery
from areasef.domain.sight import Gap, gaps
from areasef.domain.summary import Summary, summarise
from areasef.services.gathering import gather
from areasef.services.guiding import Step, taken_up
from areasef.services.reviewing import unfinished_review
from areasef.services.scheduling import schedule, working_days
from areasef.services.session import Session
from areasef.services.workspaces import is_demonstration

SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that is due: what kind of thing, its id and title, the day, and how many working days are left."""

    kind: str
    id: str
    title: str
    day: date
    working_days: int


@dataclass(frozen=True, slots=True)
class Glance:
    """What the first screen shows. ``worded`` are the strands whose view is said in words.

    ``review`` names the file of a report whose review was left, or is empty. ``question`` is where *Guide me* goes on
    in a file that is in the making. ``made_up`` says that the area is the demonstration's.
    """

    summary: Summary
    coming: tuple[Coming, ...]
    overdue: int
    as_at: date
    levels_shown: bool
    worded: frozenset[str]
    review: str = ""
    gaps: tuple[Gap, ...] = ()
    findings: int = 0
    question: Step | None = None
    made_up: bool = False


def glance(session: Session) -> Glance:
    """Return the whole first screen, as it stands now. Runs off the GUI thread."""
    dossier = gather(session)
    as_at = dossier.evaluation.as_at
    left = unfinished_review(session)
    due = sorted([*_due(dossier), *_deadlines(session)])
    return Glance(
        summary=summarise(dossier, run_checks(dossier)),
        coming=tuple(_coming(as_at, *each) for each in due if each[0] >= as_at)[:SHOWN],
        overdue=sum(1 for each in due if each[0] < as_at),
        as_at=as_at,
        levels_shown=dossier.evaluation.levels_shown,
        worded=frozenset(view.strand_id for view in dossier.self_views if view.reason.strip()),
        review=left.name if left else "",
        gaps=gaps(dossier),
        findings=len(dossier.findings),
        question=_question(dossier, session),
        made_up=is_demonstration(session),
    )


def _question(dossier: Dossier, session: Session) -> Step | None:
    """Return where the questions go on while a strand stands empty, from the strand that whoever looks wrote in last."""
    if session.read_only or all(dossier.statements_of(each) for each in dossier.framework.strands):
        return None
    own = [each for each in dossier.statements if each.author == session.author]
    last = max(own, key=lambda each: each.id, default=None)  # ids follow the time
    return taken_up(session, last.strand_id if last else "")


def _due(dossier: Dossier) -> list[tuple[date, str, str, str]]:
    """Return what is not done yet, by its day: actions, milestones of the plan, and what partners were asked for."""
    found: list[tuple[date, str, str, str]] = []
    for action in dossier.actions:
        day = action.new_due or action.due
        if day and action.delivery is not Delivery.DONE:
            found.append((day, "action", action.id, action.title))
    for request in dossier.requests:
        if request.due and request.state is Holding.REQUESTED:
            found.append((request.due, "request", request.id, request.title))
    return found


def _deadlines(session: Session) -> Iterator[tuple[date, str, str, str]]:
    """Yield the days that follow from an inspection report and are not done."""
    for each in schedule(session).still_to_come:
        if each.day:
            yield (each.day, "date", each.interval.id, each.interval.title)


def _coming(as_at: date, day: date, kind: str, thing_id: str, title: str) -> Coming:
    return Coming(kind, thing_id, title, day, working_days(as_at, day))
