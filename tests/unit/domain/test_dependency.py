"""Which actions wait for which, and that none waits for itself in the end."""

from __future__ import annotations

from dataclasses import replace

from areasef.domain.dependency import waits_for, without
from areasef.domain.plan import Action

FIRST, SECOND, THIRD = (Action(key, "p", key) for key in "abc")
ROW = (FIRST, replace(SECOND, depends_on_ids=("a",)), replace(THIRD, depends_on_ids=("b",)))


def test_an_action_cannot_wait_for_one_that_waits_for_it_by_another() -> None:
    assert waits_for(ROW, replace(FIRST, depends_on_ids=("c",))) == ROW[2]
    assert waits_for(ROW, replace(FIRST, depends_on_ids=("a",))) == replace(FIRST, depends_on_ids=("a",))
    assert waits_for(ROW, replace(THIRD, depends_on_ids=("b", "a"))) is None


def test_a_circle_that_is_there_already_ends_the_search() -> None:
    circle = (replace(FIRST, depends_on_ids=("b",)), replace(SECOND, depends_on_ids=("a",)))
    assert waits_for(circle, replace(THIRD, depends_on_ids=("a",))) is None


def test_one_that_is_gone_is_waited_for_no_more() -> None:
    assert without(replace(THIRD, depends_on_ids=("a", "b", "gone")), ("b", "gone")) == ("a",)
