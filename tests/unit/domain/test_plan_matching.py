"""Which thing a row is about, and what stays as it is kept where nothing of a cell could be taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

import pytest

from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Area, Evaluation
from areasef.domain.partner import Partner
from areasef.domain.plan import Action, Measure, Milestone, Priority
from areasef.domain.plan_sheet.guessing import guess
from areasef.domain.plan_sheet.mapping import row_key
from areasef.domain.plan_sheet.meaning import Happens, Understanding
from areasef.domain.plan_sheet.understanding import understand
from areasef.domain.record import Risk
from areasef.domain.workbook import Cell, Sheet, Workbook
from areasef.packs.listing import shipped_packs
from areasef.packs.reading import read_pack

T = TypeVar("T")


@pytest.fixture
def dossier() -> Dossier:
    """Two priorities that each have an action of one title; the first action has a partner and a strand."""
    framework = read_pack(shipped_packs()[0].path).framework
    assert framework is not None
    about = Evaluation("e", "", framework.id, framework.edition, date(2026, 11, 23))
    strand = framework.strands[0].id
    return replace(
        Dossier(framework, Area("a", ""), about, datetime(2026, 11, 23)),
        partners=(Partner("icb", "Three Rivers ICB"),),
        priorities=(Priority("p1", "Long waits", position=1.0), Priority("p2", "Weak plans", position=2.0)),
        actions=(
            Action("a1", "p1", "Train the team", lead_partner_id="icb", partner_ids=("icb",), strand_ids=(strand,)),
            Action("a2", "p2", "Train the team", position=1.0),
        ),
        risks=(Risk("r", "No therapists", action_ids=("a1",)),),
    )


def sheet(name: str, *rows: tuple[str, ...]) -> Sheet:
    return Sheet(name, tuple(tuple(Cell(words) if words else None for words in row) for row in rows))


def things(found: Understanding, kind: type[T]) -> list[T]:
    return [each for each in found.things if isinstance(each, kind)]


def read(dossier: Dossier, *sheets: Sheet) -> Understanding:
    book = Workbook(sheets)
    return understand(book, guess(book), dossier)


def test_of_two_actions_of_one_title_a_row_means_the_one_under_its_priority(dossier: Dossier) -> None:
    rows = (("Priority", "Action", "In detail"), ("Weak plans", "Train the team", "All of it"))
    changed = things(read(dossier, sheet("Actions", *rows)), Action)
    assert [(each.id, each.priority_id, each.detail) for each in changed] == [("a2", "p2", "All of it")]


def test_a_very_title_is_worth_more_than_the_reference_of_one_that_is_alike(dossier: Dossier) -> None:
    two = (Action("a1", "p1", "Open a clinic in the north"), Action("a2", "p1", "Open a clinic in the south"))
    rows = (("Ref", "Action", "In detail"), ("1.2", "Open a clinic in the north", "On Mondays"))
    changed = things(read(replace(dossier, actions=two), sheet("Actions", *rows)), Action)
    assert [(each.id, each.title) for each in changed] == [("a1", "Open a clinic in the north")]


def test_rows_without_a_reference_find_their_action_by_its_name(dossier: Dossier) -> None:
    actions = sheet(
        "Actions",
        ("Ref", "Priority", "Action"),
        ("", "Long waits", "Open a clinic"),
        ("", "Long waits", "Write to families"),
    )
    measures = sheet(
        "Measures", ("Ref", "Action ref", "Action", "Measure"), ("", "", "Open a clinic", "Longest wait falls")
    )
    milestones = sheet(
        "Milestones", ("Action ref", "Action", "Measure ref", "Milestone"), ("", "Open a clinic", "", "Doors open")
    )
    found = read(dossier, actions, measures, milestones)
    clinic = next(each for each in things(found, Action) if each.title == "Open a clinic")
    assert [each.action_id for each in things(found, Measure)] == [clinic.id]
    assert [(each.action_id, each.measure_id) for each in things(found, Milestone)] == [(clinic.id, None)]


def test_further_rows_of_an_action_that_is_left_out_belong_to_no_other(dossier: Dossier) -> None:
    rows = (
        ("Action", "In detail", "Measure"),
        ("Open a clinic", "x", "Longest wait falls"),
        ("Write to families", "x", "Letters sent"),
        ("", "", "Letters read"),
    )
    book = Workbook((sheet("Actions", *rows),))
    found = understand(book, guess(book).leaving_out(row_key(0, 2), out=True), dossier)
    assert [each.title for each in things(found, Measure)] == ["Longest wait falls"]
    assert found.rows[-1].happens is Happens.LEFT_OUT


def test_what_is_kept_stays_where_nothing_of_a_cell_is_taken(dossier: Dossier) -> None:
    actions = sheet(
        "Actions",
        ("Ref", "Action", "Lead partner", "Partners", "Strands"),
        ("1.1", "Train the team", "X Ltd", "X Ltd", "Z9"),
    )
    risks = sheet("Risks", ("Risk", "Owner", "Actions"), ("No therapists", "", "9.9"))
    book = Workbook((actions, risks))
    found = understand(book, guess(book).with_name("x ltd", ""), dossier)
    assert found.things == ()
    assert {fault.code for fault in found.faults} == {
        "sheet.name_left_out",
        "sheet.unknown_strand",
        "sheet.unknown_action",
    }


def test_a_dash_for_a_title_is_no_action(dossier: Dossier) -> None:
    found = read(dossier, sheet("Actions", ("Action", "In detail"), ("–", "–")))
    assert things(found, Action) == []
