"""Our own workbook typed into: each cell that is changed is one change, and a row that belongs elsewhere says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.unit.services.test_importing_plan import action, book_of, edited, exported, filled, said, typed_over

from areasef.domain.evidence import Evidence
from areasef.domain.funding import Funding
from areasef.domain.identity import new_id
from areasef.domain.plan import Action, Actual, Measure, Milestone, Priority
from areasef.domain.plan_sheet.columns import COLUMNS, SHEET_NAMES, Column, Kind, Reads, written
from areasef.domain.plan_sheet.meaning import Happens, RowMeaning, Understanding
from areasef.domain.workbook import Workbook
from areasef.services import importing_plan
from areasef.services.gathering import gather
from areasef.services.session import Session

__all__ = ["filled"]
_TYPED = {
    Reads.TEXT: "Other words",
    Reads.FIRST_DAY: date(2026, 8, 3),
    Reads.LAST_DAY: date(2027, 5, 14),
    Reads.DELIVERY: "Off track",
    Reads.STAGE: "Sustained",
    Reads.NUMBER: 7.0,
    Reads.STEP: 2.0,
    Reads.BODY: "Alderbrook Council",
    Reads.BODIES: "Alderbrook Council",
    Reads.PERSON: "Jane Ward (Council)",
    Reads.WORDS: "Local reform plan",
    Reads.STRANDS: "I1",
    Reads.EVIDENCE: "E-104",
    Reads.REFS: "1.2",
    Reads.POUNDS: 9000.0,
    Reads.FUNDING: "Agreed",
}
_NAMED = {"action_ref": "2.1", "action": "Clear overdue annual reviews", "measure_ref": "M2", "measure": "Letters sent"}
_NUMBERED = {Kind.ACTIONS: "ref", Kind.MEASURES: "ref"}


@pytest.fixture
def full(filled: Session) -> Session:
    """A plan with some of everything, and two measures."""
    with filled.store.write("More") as batch:
        bridge = action(filled, "Bridge offer in all six localities").id
        batch.put(Measure(new_id(), bridge, "Letters sent", "letters"))
        batch.put(Measure(new_id(), bridge, "Parents who got an answer", "%", 38.0, None, 85.0, position=1.0))
        batch.put(Evidence(new_id(), "E-104", "Survey of parents"))
        batch.put(Funding(new_id(), "Workshops", 4000, action_ids=(bridge,)))
    return filled


def changed(found: Understanding) -> list[RowMeaning]:
    return [row for row in found.rows if row.happens is not Happens.SAME]


def typed(session: Session, folder: Path, cells: dict[tuple[str, int, str], object]) -> Understanding:
    book, mapping = edited(session, exported(session, folder / "plan.xlsx"), cells)
    return importing_plan.meaning(book, mapping, gather(session))


@pytest.mark.parametrize("kind", list(Kind))
def test_a_cell_that_is_changed_is_exactly_one_change(full: Session, tmp_path: Path, kind: Kind) -> None:
    book, mapping = book_of(full, exported(full, tmp_path / "plan.xlsx"))
    dossier = gather(full)
    columns = [each for each in written(kind) if each.key not in ("key", _NUMBERED.get(kind))]
    assert columns
    for column in columns:
        place = (SHEET_NAMES[kind], _row_of(kind, column), column.key)
        found = importing_plan.meaning(typed_over(book, mapping, {place: _value(kind, column)}), mapping, dossier)
        assert said(found) == "", column.key
        rows = changed(found)
        assert [(row.sheet, row.number, row.happens) for row in rows] == [(*place[:2], Happens.CHANGED)], column.key
        assert [cell.key for cell in rows[0].cells if cell.changes] == [column.key]


def _value(kind: Kind, column: Column) -> object:
    return _TYPED[column.reads] if kind is Kind.ACTIONS else _NAMED.get(column.key, _TYPED[column.reads])


def _row_of(kind: Kind, column: Column) -> int:
    if kind is Kind.MEASURES:
        return 4
    return 3 if kind is Kind.MILESTONES and column.key != "measure_ref" else 2


class TestARowThatMoves:
    def test_a_measure_typed_to_another_action_moves_there_last_with_its_milestones_and_says_so(
        self, full: Session, tmp_path: Path
    ) -> None:
        clinics, reviews = (
            action(full, each) for each in ("Two clinics a month in the north", "Clear overdue annual reviews")
        )
        wait = full.store.all(Measure, title="North wait")[0]
        with full.store.write("More") as batch:
            batch.put(Measure(new_id(), reviews.id, "Reviews overdue", position=4.0))
            batch.put(Milestone(new_id(), clinics.id, wait.id, "30 weeks", date(2026, 12, 1), 30.0))
        place = next(at for at, row in enumerate(_rows(full, tmp_path, "Measures"), 1) if "North wait" in row)
        cells: dict[tuple[str, int, str], object] = {("Measures", place, "action_ref"): "2.2"}
        book, mapping = edited(full, exported(full, tmp_path / "plan.xlsx"), cells)
        rows = changed(importing_plan.meaning(book, mapping, gather(full)))
        assert [(row.number, str(row.moves)) for row in rows] == [
            (place, "It moves from “1.2 Two clinics a month in the north” to “2.2 Clear overdue annual reviews”.")
        ]
        importing_plan.keep_plan(full, "plan.xlsx", book, mapping)
        moved = full.store.all(Measure, title="North wait")[0]
        assert (moved.action_id, moved.position) == (reviews.id, 5.0)
        assert [each.action_id for each in full.store.all(Milestone, measure_id=wait.id)] == [reviews.id]
        assert full.store.all(Actual, measure_id=wait.id), "its values stay with it"

    def test_the_command_line_says_it_too(self, full: Session, tmp_path: Path) -> None:
        found = typed(full, tmp_path, {("Milestones", 2, "action"): "Clear overdue annual reviews"})
        line = list(importing_plan.in_lines(found))[1]
        assert line.endswith(
            "It moves from “1.1 Bridge offer in all six localities” to “2.2 Clear overdue annual reviews”."
        )

    def test_an_action_that_is_typed_under_another_priority_leaves_both_outcomes_as_they_are(
        self, full: Session, tmp_path: Path
    ) -> None:
        waits, advice = (each for each in full.store.all(Priority) if each.position < 3)
        with full.store.write("More") as batch:
            batch.put(Priority(advice.id, advice.title, "My plan says what I need.", advice.position))
        book, mapping = edited(full, exported(full, tmp_path / "plan.xlsx"), {("Actions", 2, "priority"): advice.title})
        found = importing_plan.meaning(book, mapping, gather(full))
        assert [str(row.moves) for row in changed(found)] == [f"It moves from “{waits.title}” to “{advice.title}”."]
        importing_plan.keep_plan(full, "plan.xlsx", book, mapping)
        outcomes = {each.id: each.outcome for each in full.store.all(Priority)}
        assert outcomes[advice.id] == "My plan says what I need."
        assert outcomes[waits.id] == waits.outcome

    def test_a_workbook_from_before_the_plan_was_renumbered_moves_nothing(self, full: Session, tmp_path: Path) -> None:
        path = exported(full, tmp_path / "plan.xlsx")
        first = full.store.all(Priority)[0]
        with full.store.write("More") as batch:
            batch.put(Action(new_id(), first.id, "One that comes before all others", position=-1.0))
        book = importing_plan.read_plan_file(full.reader, path)
        for sheets in (book.sheets, book.sheets[1:]):  # the whole workbook, and one without its actions
            part = Workbook(sheets)
            mapping = importing_plan.first_guess(part)
            found = importing_plan.meaning(part, mapping, gather(full))
            assert found.things == ()
            assert [row for row in found.rows if row.moves] == []

    def test_a_reference_and_a_name_that_contradict_each_other_are_said(self, full: Session, tmp_path: Path) -> None:
        cells: dict[tuple[str, int, str], object] = {
            ("Milestones", 2, "action_ref"): "2.1",
            ("Milestones", 2, "action"): "Clear overdue annual reviews",
        }
        found = typed(full, tmp_path, cells)
        assert "It was said otherwise in A2; what stands there is taken." in said(found)
        assert [row.moves.now for row in changed(found) if row.moves] == ["2.1 Named health adviser in each team"]

    @pytest.mark.parametrize(("key", "words"), [("action_ref", "7.9"), ("action", "Nothing like it")])
    def test_what_is_nowhere_moves_nothing_and_is_said(
        self, full: Session, tmp_path: Path, key: str, words: str
    ) -> None:
        found = typed(full, tmp_path, {("Milestones", 2, key): words})
        assert found.things == ()
        assert f"“{words}” is not what 1.1 Bridge offer in all six localities is called" in said(found)

    def test_a_milestone_takes_only_a_measure_of_its_own_action(self, full: Session, tmp_path: Path) -> None:
        found = typed(full, tmp_path, {("Milestones", 2, "measure_ref"): "M3"})
        assert found.things == ()
        assert "“M3” is no measure of the action that this milestone belongs to" in said(found)


class TestPercentages:
    def test_a_fraction_among_percentages_stays_as_excel_shows_it_and_is_pointed_at(
        self, full: Session, tmp_path: Path
    ) -> None:
        place = next(
            at for at, row in enumerate(_rows(full, tmp_path, "Measures"), 1) if "Parents who got an answer" in row
        )
        found = typed(full, tmp_path, {("Measures", place, "target"): 0.9})
        assert "0.9 is taken as it stands, though the numbers beside it are percentages. Write 90% if" in said(found)
        cell = changed(found)[0].cell("target")
        assert cell is not None
        assert (cell.words, cell.before) == ("0.9", "85")

    def test_a_percentage_for_what_counts_something_else_is_pointed_at(self, full: Session, tmp_path: Path) -> None:
        place = next(at for at, row in enumerate(_rows(full, tmp_path, "Measures"), 1) if "North wait" in row)
        found = typed(full, tmp_path, {("Measures", place, "target"): "85%"})
        assert "“85%” is a percentage, and the measure is in weeks; 85 is taken." in said(found)


def test_an_outcome_may_be_changed_in_any_row_of_its_priority(full: Session, tmp_path: Path) -> None:
    found = typed(full, tmp_path, {("Actions", 3, "outcome"): "Nobody waits."})
    assert said(found) == ""
    assert [each.outcome for each in found.things if isinstance(each, Priority)] == ["Nobody waits."]


def _rows(session: Session, folder: Path, name: str) -> list[list[str]]:
    book = importing_plan.read_plan_file(session.reader, exported(session, folder / "plan.xlsx"))
    sheet = next(each for each in book.sheets if each.name == name)
    return [[cell.text if cell else "" for cell in row] for row in sheet.rows]


def test_every_column_of_ours_is_read_by_a_way_that_is_tried_here() -> None:
    assert {column.reads for kind in Kind for column in COLUMNS[kind] if column.ours} <= _TYPED.keys()
