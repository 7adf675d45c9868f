"""Steps of actions: in their order, moved, removed with their action, found, told in what changed, and printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.gui.plan_content import fill

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions
from areasef.documents.spoken import spoken
from areasef.domain.plan import Action, ActionStep
from areasef.services import planning, undoing
from areasef.services.gathering import gather, search
from areasef.services.session import Session, now
from areasef.services.what_changed import changed_since


@pytest.fixture
def steps(session: Session) -> tuple[ActionStep, ...]:
    action = fill(session)["bridge"]
    for title, done, due in (("Find a room", True, None), ("Ask parents", False, date(2027, 1, 8))):
        made = planning.new_step(session, action)
        planning.keep(session, replace(made, title=title, done=done, due=due), "Add a step")
    return session.store.all(ActionStep)


def titles(session: Session) -> list[str]:
    return [each.title for each in session.store.all(ActionStep)]


def test_a_step_moves_up_and_one_undo_moves_it_back(session: Session, steps: tuple[ActionStep, ...]) -> None:
    planning.move_step_up(session, steps[1].id)
    assert titles(session) == ["Ask parents", "Find a room"]
    planning.move_step_up(session, steps[1].id)
    assert titles(session) == ["Ask parents", "Find a room"]
    undoing.undo(session)
    assert titles(session) == ["Find a room", "Ask parents"]


def test_they_go_with_their_action_and_come_back_with_it(session: Session, steps: tuple[ActionStep, ...]) -> None:
    action = session.store.get(Action, steps[0].action_id)
    assert action is not None
    planning.remove(session, action)
    assert titles(session) == []
    undoing.undo(session)
    assert titles(session) == ["Find a room", "Ask parents"]


def test_the_plan_prints_them_under_their_action(session: Session, steps: tuple[ActionStep, ...]) -> None:
    for large in (False, True):
        options = DocumentOptions(large_print=large)
        words = "\n".join(spoken(DOCUMENTS["strategic-plan"].build(gather(session), options).chapters))
        assert "Step 1, done: Find a room" in words
        assert "Step 2, by 8 January 2027: Ask parents" in words


def test_they_are_found_and_told_in_what_changed(session: Session, steps: tuple[ActionStep, ...]) -> None:
    assert [hit.kind for hit in search(session, "find a room")] == ["action_step"]
    found = changed_since(session, (now() - timedelta(days=1)).date())
    assert ("Step", "Ask parents", "New") in [(each.kind, each.title, each.fate) for each in found]
