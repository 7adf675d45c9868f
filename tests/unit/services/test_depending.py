"""Actions that depend on others: refused in a circle, never left dangling, logged, undone, and to Excel and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from tests.builders import AREA
from tests.gui.plan_content import fill
from tests.unit.plan_books import table

from areasef.domain.partner import Partner
from areasef.domain.plan import Action
from areasef.services import importing_plan, planning, undoing
from areasef.services.exporting_plan import export_plan
from areasef.services.session import Session
from areasef.services.what_changed import _Look
from areasef.services.workspaces import create_workspace
from areasef.words.faults import AppError


@pytest.fixture
def ids(session: Session) -> dict[str, str]:
    return fill(session)


def action(session: Session, key: str) -> Action:
    found = session.store.get(Action, key)
    assert found is not None
    return found


def tie(session: Session, key: str, *first: str) -> None:
    planning.keep(session, replace(action(session, key), depends_on_ids=first))


def test_a_circle_is_refused_in_one_sentence_and_nothing_is_kept(session: Session, ids: dict[str, str]) -> None:
    tie(session, ids["clinics"], ids["bridge"])
    tie(session, ids["adviser"], ids["clinics"])
    with pytest.raises(AppError, match="“Bridge offer in all six localities” cannot depend on “Named health adviser"):
        tie(session, ids["bridge"], ids["adviser"])
    assert action(session, ids["bridge"]).depends_on_ids == ()


def test_an_action_that_goes_is_waited_for_by_none_and_undo_brings_the_tie_back(
    session: Session, ids: dict[str, str]
) -> None:
    tie(session, ids["adviser"], ids["clinics"], ids["reviews"])
    planning.remove(session, action(session, ids["clinics"]))
    assert action(session, ids["adviser"]).depends_on_ids == (ids["reviews"],)
    undoing.undo(session)
    assert action(session, ids["adviser"]).depends_on_ids == (ids["clinics"], ids["reviews"])


def test_the_log_and_what_changed_name_the_actions_and_the_partners(session: Session, ids: dict[str, str]) -> None:
    forum = session.store.all(Partner)[-1]
    first = session.store.history(Action, ids["adviser"])[0].at
    tie(session, ids["adviser"], ids["clinics"])
    planning.keep(session, replace(action(session, ids["adviser"]), made_with_ids=(forum.id,)))
    assert [each.field for each in session.store.history(Action, ids["adviser"])][:2] == [
        "made_with_ids",
        "depends_on_ids",
    ]
    whole = {"depends_on_ids": ("[]", f'["{ids["clinics"]}"]'), "made_with_ids": ("[]", f'["{forum.id}"]')}
    look = _Look(session, datetime.fromisoformat(first))
    assert [(each.what, each.before, each.after) for each in look._moved(Action, whole)] == [
        ("Made with partners", "none", forum.label),
        ("Depends on actions", "none", "1.2"),
    ]


def test_ties_and_co_producers_go_to_excel_and_back(session: Session, ids: dict[str, str], tmp_path: Path) -> None:
    forum = session.store.all(Partner)[-1]
    tie(session, ids["bridge"], ids["adviser"], ids["clinics"])
    kept = replace(
        action(session, ids["bridge"]), made_with_ids=(forum.id,), made_with="Ten parents", depends_on="A room"
    )
    planning.keep(session, kept)
    path = tmp_path / "plan.xlsx"
    export_plan(session, path)
    book = importing_plan.read_plan_file(session.reader, path)
    mapping = importing_plan.first_guess(book)
    assert importing_plan.meaning(book, mapping, importing_plan.plan_as_kept(session)).things == ()
    other = create_workspace(tmp_path / "Other.areasef", AREA, "R. Okafor")
    importing_plan.keep_plan(other, path.name, book, mapping)
    made = {each.title: each for each in other.store.all(Action)}
    bridge = made["Bridge offer in all six localities"]
    titles = {each.id: each.title for each in made.values()}
    assert {titles[key] for key in bridge.depends_on_ids} == {
        "Named health adviser in each team",
        "Two clinics a month in the north",
    }
    assert (bridge.made_with, bridge.depends_on) == ("Ten parents", "A room")
    assert [each.name for each in other.store.all(Partner) if each.id in bridge.made_with_ids] == [forum.name]
    other.close()


def test_a_reference_that_is_none_and_a_circle_are_named_by_their_cell(session: Session, tmp_path: Path) -> None:
    head = ("Ref", "Priority", "Action", "Depends on actions")
    rows = [("1.1", "Waits", "First", "1.2"), ("1.2", "Waits", "Second", "1.1; 7.7"), ("1.3", "Waits", "Third", "1.1")]
    path = table(tmp_path / "plan.xlsx", head, rows)
    book = importing_plan.read_plan_file(session.reader, path)
    mapping = importing_plan.first_guess(book)
    _, found = importing_plan.keep_plan(session, path.name, book, mapping)
    said = [(each.place, str(each)) for each in found.faults]
    assert [place for place, _ in said] == ["Plan!D3", "Plan!D3"]
    assert "Action 1.1 depends on this one" in said[0][1]
    assert "“7.7” is no action of this workbook or of the plan, so it was left out." in said[1][1]
    made = {each.title: each for each in session.store.all(Action)}
    assert made["First"].depends_on_ids == (made["Second"].id,)
    assert made["Second"].depends_on_ids == ()
    assert made["Third"].depends_on_ids == (made["First"].id,)
