"""An evaluation in which every kind of cell of the overview stands somewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from areasef.domain.citation import Stance
from areasef.domain.evaluation import Answer
from areasef.domain.identity import new_id
from areasef.domain.plan import Delivery
from areasef.domain.record import Request
from areasef.services import adding, citing, evaluating, keeping, partnering, planning, writing
from areasef.services.session import Session

AS_AT: Final = date(2026, 11, 23)
_AGES: Final = (14, 42, 21, 56, 42, 35, 7, 430, 215, 28, 70)


def fill(session: Session) -> None:
    """Write under every strand but the last, back most of it, agree some of it and plan two actions."""
    levels = [level.id for level in session.framework.levels]
    for number, strand in enumerate(session.framework.strands[:-1]):
        evaluating.set_level(session, strand.id, levels[number % len(levels)])
        evaluating.set_reason(session, strand.id, "What families and the figures say agrees.")
        item = adding.add_note(session, f"Survey {number + 1}", f"Page {number + 1} says so.")
        end = AS_AT - timedelta(days=_AGES[number])
        keeping.change_evidence(session, replace(item, covers_to=end, strand_ids=(strand.id,)))
        for which in range(3):
            body = f"Children get what they need, part {which + 1}."
            made = writing.add_statement(session, strand.id, session.framework.sections[which].id, body)
            if which < 1 + number % 3:
                revision = keeping.newest_revision(session, item.id)
                assert revision is not None
                citing.cite(session, made.id, citing.Selection(revision.id, 1, 0, 4), Stance.SUPPORTS)
    _answer(session)
    _plan(session)


def _answer(session: Session) -> None:
    strands, partners = session.framework.strands, partnering.partners(session)
    for partner in partners:
        evaluating.respond(session, "strand", strands[0].id, partner.id, Answer.ENDORSES)
    evaluating.respond(session, "strand", strands[1].id, partners[0].id, Answer.ENDORSES)
    evaluating.respond(session, "strand", strands[2].id, partners[-1].id, Answer.DIFFERS, "Families wait longer.")


def _plan(session: Session) -> None:
    priority = planning.add_priority(session, "Help sooner")
    first = planning.add_action(session, priority.id, "Publish the waiting list every month")
    second = planning.add_action(session, priority.id, "Train 40 more reception teachers")
    planning.keep(session, replace(first, due=date(2026, 12, 8), delivery=Delivery.ON_TRACK))
    planning.keep(session, replace(second, due=date(2026, 11, 1), delivery=Delivery.OFF_TRACK))
    request = Request(new_id(), "Forum answer on short breaks", due=date(2026, 12, 29))
    with session.store.write("Ask") as batch:
        batch.put(request)
