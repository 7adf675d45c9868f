"""Reading again only what changed gives what reading everything gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from areasef.domain.change import Change
from areasef.domain.plan import Delivery
from areasef.services import adding, evaluating, planning, undoing
from areasef.services.gathering import gather, gather_again, rereads
from areasef.services.session import Session


def _change(session: Session, what: str) -> Change:
    priority = planning.add_priority(session, "Help sooner")
    action = planning.add_action(session, priority.id, "Two clinics a month")
    if what == "rate":
        return planning.keep(session, replace(action, delivery=Delivery.ON_TRACK, due=date(2027, 1, 31)))
    if what == "bin":
        return planning.remove(session, priority)
    if what == "undo":
        planning.remove(session, action)
        undone = undoing.undo(session)
        assert undone is not None
        return undone
    return evaluating.change_evaluation(session, replace(session.evaluation, as_at=date(2027, 3, 1)))


@pytest.mark.parametrize("what", ["rate", "bin", "undo", "evaluation"])
def test_what_changed_is_read_again(session: Session, what: str) -> None:
    before = gather(session)
    change = _change(session, what)
    assert rereads(change)
    # what was made before the change counts as known: only the change itself is read again
    known = replace(gather(session), priorities=before.priorities, actions=before.actions)
    touched = {"priority", "action", *change.kinds}
    again = gather_again(session, known, Change(frozenset(touched), change.ids))
    whole = gather(session)
    assert replace(again, content_hash="", read_at=whole.read_at) == replace(whole, content_hash="")


def test_a_change_of_evidence_reads_everything(session: Session) -> None:
    before = gather(session)
    adding.add_note(session, "A note", "What a parent told us.")
    change = Change(frozenset({"evidence"}), frozenset())
    assert not rereads(change)
    assert [item.title for item in gather_again(session, before, change).evidence] == ["A note"]
