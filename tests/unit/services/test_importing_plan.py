"""A plan from a workbook into a workspace and out again: nothing doubled, nothing lost, one undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.builders import AREA
from tests.gui.plan_content import fill
from tests.unit.plan_books import FIRST, SECOND, messy, table

from areasef.domain.evaluation import Area
from areasef.domain.funding import Funding, FundingState
from areasef.domain.identity import new_id
from areasef.domain.numbering import numbering
from areasef.domain.partner import Partner, Person
from areasef.domain.plan import Action, ActionStep, ActionUpdate, Actual, Delivery, Measure, Milestone, Priority
from areasef.domain.plan_sheet.columns import Kind
from areasef.domain.plan_sheet.mapping import Mapping
from areasef.domain.plan_sheet.meaning import Happens, Understanding
from areasef.domain.plan_sheet.rows import Row, rows_of
from areasef.domain.record import Decision, Risk
from areasef.domain.workbook import Cell, Sheet, Workbook
from areasef.services import importing_plan, planning, undoing
from areasef.services.exporting_plan import export_plan
from areasef.services.gathering import gather
from areasef.services.session import Session
from areasef.services.workspaces import create_workspace
from areasef.words.faults import AppError


@pytest.fixture
def filled(session: Session) -> Session:
    """A workspace whose plan has some of everything."""
    ids = fill(session)
    with session.store.write("More") as batch:
        batch.put(
            ActionUpdate(new_id(), ids["bridge"], date(2026, 11, 2), "R. Okafor", "Two of six: are live.\nMore soon.")
        )
        batch.put(ActionUpdate(new_id(), ids["bridge"], date(2026, 10, 2), "R. Okafor", "None is live."))
        batch.put(Risk(new_id(), "No therapists", 4, 5, "ICB", "Train our own", (ids["bridge"], ids["clinics"])))
        batch.put(ActionStep(new_id(), ids["bridge"], "Find a room by 3 March", None, True, 1.0))
        batch.put(ActionStep(new_id(), ids["bridge"], "Ask parents", date(2027, 1, 8), False, 2.0))
        icb = session.store.all(Partner)[1].id
        money = Funding(
            new_id(), "Evening worker", 46_000, "Better Care Fund", icb, "2026-27", FundingState.GAP, "Bid lost"
        )
        batch.put(replace(money, action_ids=(ids["bridge"], ids["clinics"])))
        batch.put(Decision(new_id(), "Fund it", "Board", date(2026, 9, 1), "DCS", "£20,000", "", (ids["bridge"],)))
        batch.put(Priority(new_id(), "A priority with nothing under it", "Children notice", 3.0))
    return session


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Session]:
    """A second workspace of the same area, with no plan."""
    made = create_workspace(tmp_path / "Other.areasef", AREA, "R. Okafor")
    yield made
    made.close()


def book_of(session: Session, path: Path) -> tuple[Workbook, Mapping]:
    book = importing_plan.read_plan_file(session.reader, path)
    return book, importing_plan.first_guess(book)


def understood(session: Session, path: Path) -> Understanding:
    book, mapping = book_of(session, path)
    return importing_plan.meaning(book, mapping, gather(session))


def kept(session: Session, path: Path) -> Understanding:
    return importing_plan.keep_plan(session, path.name, *book_of(session, path))[1]


def exported(session: Session, path: Path) -> Path:
    export_plan(session, path)
    return path


def edited(session: Session, path: Path, changes: dict[tuple[str, int, str], object]) -> tuple[Workbook, Mapping]:
    """Return a workbook with cells typed over, by sheet, row from 1 and column key."""
    book, mapping = book_of(session, path)
    return typed_over(book, mapping, changes), mapping


def typed_over(book: Workbook, mapping: Mapping, changes: dict[tuple[str, int, str], object]) -> Workbook:
    """Return a workbook that was read already, with cells typed over."""
    sheets = list(book.sheets)
    for (name, number, key), value in changes.items():
        at = next(place for place, sheet in enumerate(sheets) if sheet.name == name)
        column = next(place for place, held in mapping.sheets[at].columns.items() if held == key)
        rows = [list(row) for row in sheets[at].rows]
        while len(rows) < number:
            rows.append([])
        row = rows[number - 1]
        row += [None] * (column + 1 - len(row))
        row[column] = None if value is None else Cell(value)  # type: ignore[arg-type]
        sheets[at] = Sheet(name, tuple(tuple(each) for each in rows), sheets[at].merged)
    return Workbook(tuple(sheets), book.faults)


def without_keys(session: Session, kind: Kind) -> list[Row]:
    return [{key: value for key, value in row.items() if key != "key"} for row in rows_of(gather(session), kind)]


def action(session: Session, title: str) -> Action:
    return next(each for each in session.store.all(Action) if each.title == title)


def said(found: Understanding) -> str:
    return "\n".join(str(fault) for fault in found.faults)


class TestOurOwn:
    def test_nothing_changes_when_an_exported_plan_comes_straight_back(self, filled: Session, tmp_path: Path) -> None:
        found = understood(filled, exported(filled, tmp_path / "plan.xlsx"))
        assert found.things == ()
        assert found.faults == ()
        assert {row.happens for row in found.rows} == {Happens.SAME}
        with pytest.raises(AppError) as caught:
            kept(filled, tmp_path / "plan.xlsx")
        assert caught.value.code == "sheet.nothing_to_keep"

    def test_a_plan_goes_into_an_empty_workspace_and_is_the_same_there(
        self, filled: Session, other: Session, tmp_path: Path
    ) -> None:
        kept(other, exported(filled, tmp_path / "plan.xlsx"))
        for kind in Kind:
            assert without_keys(other, kind) == without_keys(filled, kind), kind
        assert kept_twice(other, tmp_path / "plan.xlsx") == {Happens.SAME}

    def test_only_what_was_typed_over_changes(self, filled: Session, tmp_path: Path) -> None:
        path = exported(filled, tmp_path / "plan.xlsx")
        before = {each.id: each for each in filled.store.all(Action)}
        book, mapping = edited(
            filled,
            path,
            {
                ("Actions", 2, "due"): date(2027, 4, 30),
                ("Actions", 3, "delivery"): "Off track",
                ("Actions", 7, "title"): "One row more",
                ("Actions", 7, "priority"): "Long waits, and little help while waiting",
                ("Measures", 2, "target"): 20.0,
            },
        )
        found = importing_plan.meaning(book, mapping, gather(filled))
        changed = [row for row in found.rows if row.happens is Happens.CHANGED]
        assert [(row.sheet, row.number) for row in changed] == [("Actions", 2), ("Actions", 3), ("Measures", 2)]
        cell = changed[0].cell("due")
        assert cell is not None
        assert (cell.place, cell.before, cell.words) == ("K2", "31 March 2027", "30 April 2027")
        importing_plan.keep_plan(filled, "plan.xlsx", book, mapping)
        after = {each.id: each for each in filled.store.all(Action)}
        bridge = action(filled, "Bridge offer in all six localities")
        assert replace(bridge, due=date(2027, 3, 31)) == before[bridge.id]
        assert action(filled, "Two clinics a month in the north").delivery is Delivery.OFF_TRACK
        assert len(after) == len(before) + 1
        assert filled.store.all(Measure)[0].target == 20.0

    def test_one_undo_takes_all_of_it_back(self, filled: Session, other: Session, tmp_path: Path) -> None:
        path = exported(filled, tmp_path / "plan.xlsx")
        empty = other.store.content_hash()
        kept(other, path)
        assert other.store.content_hash() != empty
        assert undoing.undo_label(other) == "Import a plan"
        undoing.undo(other)
        for kind in (Priority, Action, Measure, Milestone, Actual, ActionUpdate, Risk, Decision, Person):
            assert other.store.all(kind) == ()

    def test_sorted_rows_without_keys_find_their_actions_by_reference_and_title(
        self, filled: Session, tmp_path: Path
    ) -> None:
        dossier = gather(filled)
        rows = [
            (ref, dossier.actions[at].title if at else "Bridge offer in all the six localities")
            for at, ref in enumerate(numbering(dossier).actions.values())
        ]
        path = table(tmp_path / "sorted.xlsx", ("Ref", "Action"), list(reversed(rows)), "Actions")
        found = understood(filled, path)
        assert [row.happens for row in found.rows] == [Happens.SAME] * 4 + [Happens.CHANGED]

    def test_a_copied_row_becomes_a_new_action_and_is_said(self, filled: Session, tmp_path: Path) -> None:
        path = exported(filled, tmp_path / "plan.xlsx")
        key = action(filled, "Bridge offer in all six localities").id
        book, mapping = edited(filled, path, {("Actions", 8, "title"): "A copy", ("Actions", 8, "key"): key})
        found = importing_plan.meaning(book, mapping, gather(filled))
        row = next(row for row in found.rows if row.title == "A copy")
        assert row.happens is Happens.NEW
        assert "This row is a copy of row 2" in said(found)

    def test_an_emptied_cell_changes_nothing_and_a_dash_empties_it(self, filled: Session, tmp_path: Path) -> None:
        path = exported(filled, tmp_path / "plan.xlsx")
        book, mapping = edited(filled, path, {("Actions", 2, "due"): None, ("Actions", 3, "new_due"): "-"})
        importing_plan.keep_plan(filled, "plan.xlsx", book, mapping)
        assert action(filled, "Bridge offer in all six localities").due == date(2027, 3, 31)
        assert action(filled, "Two clinics a month in the north").new_due is None

    def test_links_that_are_not_in_the_workbook_stay(self, filled: Session, tmp_path: Path) -> None:
        path = exported(filled, tmp_path / "plan.xlsx")
        before = action(filled, "Two clinics a month in the north").statement_ids
        book, mapping = edited(filled, path, {("Actions", 3, "detail"): "In the library"})
        importing_plan.keep_plan(filled, "plan.xlsx", book, mapping)
        assert before
        assert action(filled, "Two clinics a month in the north").statement_ids == before
        assert next(each for each in filled.store.all(Priority) if each.finding_ids)

    def test_a_new_update_is_added_and_none_is_written_over(self, filled: Session, tmp_path: Path) -> None:
        path = exported(filled, tmp_path / "plan.xlsx")
        words = "9 November 2026, A. Head: Four of six are live."
        book, mapping = edited(filled, path, {("Actions", 2, "update"): words})
        importing_plan.keep_plan(filled, "plan.xlsx", book, mapping)
        updates = sorted(filled.store.all(ActionUpdate), key=lambda each: each.on)
        assert [each.text for each in updates][-1] == "Four of six are live."
        assert (updates[-1].on, updates[-1].author, len(updates)) == (date(2026, 11, 9), "A. Head", 3)

    def test_a_done_action_keeps_what_explains_it(self, filled: Session, tmp_path: Path) -> None:
        held = action(filled, "Bridge offer in all six localities")
        planning.keep(filled, replace(held, delivery=Delivery.DONE, closing_reason="Families run it now"))
        path = exported(filled, tmp_path / "plan.xlsx")
        book, mapping = edited(filled, path, {("Actions", 2, "closing_reason"): "-"})
        found = importing_plan.meaning(book, mapping, gather(filled))
        assert found.things == ()
        assert "what shows its effect or says why it is closed was kept" in said(found)


class TestRealLife:
    def test_title_head_headings_and_merged_cells_are_worked_out(self, session: Session, tmp_path: Path) -> None:
        found = kept(session, messy(tmp_path / "messy.xlsx"))
        titles = [each.title for each in session.store.all(Priority)]
        assert titles == [FIRST.removeprefix("Priority 1: "), SECOND.removeprefix("Priority 2: ")]
        assert [row.title for row in found.rows_that(Happens.HEADING)] == titles
        assert found.count(Happens.NEW) == 8
        clinics = action(session, "Open two more clinics in the north")
        assert (clinics.due, clinics.delivery) == (date(2027, 3, 31), Delivery.ON_TRACK)
        measure = next(each for each in session.store.all(Measure) if each.action_id == clinics.id)
        assert (measure.title, measure.baseline, measure.target) == ("Longest wait falls", 41.0, 26.0)
        assert [each.text for each in session.store.all(ActionUpdate)] == ["First clinic opened"]

    def test_every_fault_is_listed_by_its_cell_and_the_good_rest_is_kept(
        self, session: Session, tmp_path: Path
    ) -> None:
        found = kept(session, messy(tmp_path / "messy.xlsx"))
        places = [fault.place for fault in found.faults]
        assert places == [f"Action plan!{cell}" for cell in ("C9", "E9", "E12", "F12", "J13", "F14", "E16", "G17")]
        assert (
            "Action plan!E9: 31 February 2026 is no date. Write it as 28 February 2026, or leave the cell empty."
            in said(found)
        )
        assert "Action plan!E16: The cell shows #REF! and holds no value." in said(found)
        publish = action(session, "Publish waits each month")
        assert (publish.due, publish.delivery) == (None, Delivery.SLIPPING)  # amber, by its colour alone

    def test_done_without_a_reason_is_kept_as_the_rule_asks(self, session: Session, tmp_path: Path) -> None:
        found = kept(session, messy(tmp_path / "messy.xlsx"))
        assert action(session, "Clear the backlog").delivery is Delivery.ON_TRACK
        assert "Action plan!F14: It cannot be called done" in said(found)
        audited = action(session, "Audit ten plans a term")
        assert (audited.delivery, audited.closing_reason) == (Delivery.DONE, "Done and kept up")

    def test_dates_percentages_and_moved_dates_are_read(self, session: Session, tmp_path: Path) -> None:
        kept(session, messy(tmp_path / "messy.xlsx"))
        assert action(session, "Text families while they wait").due == date(2026, 12, 31)
        advice = action(session, "Health advice in six weeks")
        assert (advice.due, advice.new_due) == (date(2026, 9, 30), date(2026, 12, 31))
        assert action(session, "Clear the backlog").due == date(2026, 3, 31)
        measure = next(each for each in session.store.all(Measure) if each.action_id == advice.id)
        assert (measure.baseline, measure.unit, measure.target) == (62.0, "%", None)

    def test_people_and_bodies_are_matched_or_offered_as_new(self, session: Session, tmp_path: Path) -> None:
        partners = {each.name for each in session.store.all(Partner)}
        found = kept(session, messy(tmp_path / "messy.xlsx"))
        assert {(use.name, use.who) for use in found.names} >= {
            ("Jane Ward", "new_person"),
            ("Therapy Trust", "new_partner"),
        }
        assert {each.name for each in session.store.all(Partner)} - partners == {"Therapy Trust"}
        people = {each.name: each.id for each in session.store.all(Person)}
        assert set(people) == {"Jane Ward", "Head of SEND", "DCO"}  # nobody is added whom no action names
        clinics = action(session, "Open two more clinics in the north")
        assert clinics.lead_id == people["Jane Ward"]
        assert len(clinics.partner_ids) == 2
        assert len(action(session, "Train plan writers").partner_ids) == len(partners) + 1

    def test_what_a_person_decides_is_followed(self, session: Session, tmp_path: Path) -> None:
        book, mapping = book_of(session, messy(tmp_path / "messy.xlsx"))
        council = session.store.all(Partner)[0].id
        row = next(row for row in importing_plan.meaning(book, mapping, gather(session)).rows if row.ref == "A2")
        decided = mapping.with_word("delivery", "purple", "not_due").with_word("delivery", "red", "")
        decided = (
            decided.with_name("head of send", f"partner:{council}").with_name("dco", "").leaving_out(row.key, True)
        )
        _, found = importing_plan.keep_plan(session, "messy.xlsx", book, decided)
        trained = action(session, "Train plan writers")
        assert (trained.delivery, trained.lead_partner_id, trained.lead_id) == (Delivery.NOT_DUE, council, None)
        assert action(session, "Health advice in six weeks").delivery is Delivery.NOT_DUE
        assert not [each for each in session.store.all(Action) if each.title.startswith("Text families")]
        assert "DCO was left out" in said(found)
        again = importing_plan.meaning(book, decided.leaving_out(row.key, False), gather(session))
        assert again.count(Happens.NEW) == 1

    def test_next_month_the_same_plan_changes_only_what_moved(self, session: Session, tmp_path: Path) -> None:
        kept(session, messy(tmp_path / "messy.xlsx"))
        assert kept_twice(session, tmp_path / "messy.xlsx") <= {Happens.SAME, Happens.HEADING, Happens.LEFT_OUT}

    def test_sheets_one_for_each_priority_carry_it_in_their_names(self, session: Session, tmp_path: Path) -> None:
        path = table(
            tmp_path / "one.xlsx",
            ("No", "What we will do", "Who", "By when"),
            [(1, "Meet weekly", "ICB", "Mar 2027")],
            "Health in plans",
        )
        kept(session, path)
        assert [each.title for each in session.store.all(Priority)] == ["Health in plans"]
        assert action(session, "Meet weekly").lead_partner_id == session.store.all(Partner)[1].id

    def test_a_second_measure_in_a_row_of_its_own_belongs_to_the_action_above(
        self, session: Session, tmp_path: Path
    ) -> None:
        head = ("Theme", "Action", "KPI", "Baseline", "Target")
        rows = [
            ("Waits", "Open a clinic", "Longest wait", 41, 26),
            (None, None, "Families seen", 12, 40),
            ("Waits", "Meet", None, None, None),
        ]
        kept(session, table(tmp_path / "kpis.xlsx", head, rows))
        measures = [(each.title, each.baseline, each.target) for each in session.store.all(Measure)]
        assert measures == [("Longest wait", 41.0, 26.0), ("Families seen", 12.0, 40.0)]

    def test_milestones_in_lines_become_milestones(self, session: Session, tmp_path: Path) -> None:
        cell = "• Mar 2027: first clinic opens\n• all staff trained (30/06/2027)\n• families told"
        kept(session, table(tmp_path / "m.xlsx", ("Action", "Lead", "Milestones"), [("Open a clinic", "ICB", cell)]))
        found = [(each.title, each.due) for each in session.store.all(Milestone)]
        assert found == [
            ("first clinic opens", date(2027, 3, 31)),
            ("all staff trained", date(2027, 6, 30)),
            ("families told", None),
        ]

    def test_a_workbook_of_something_else_says_that_no_plan_was_found(self, session: Session, tmp_path: Path) -> None:
        path = table(tmp_path / "rota.xlsx", ("Monday", "Tuesday"), [("A", "B")], "Rota")
        found = understood(session, path)
        assert found.things == ()
        assert "No sheet has a row of headings with an action among them" in said(found)

    def test_steps_in_lines_become_steps_and_one_that_is_ticked_is_done(self, session: Session, tmp_path: Path) -> None:
        head = ("Priority", "Action", "Sub-points")
        first = [("P", "Train everyone", "• Book a hall\n• Invite staff (1 May 2027)")]
        kept(session, table(tmp_path / "s.xlsx", head, first))
        again = [("P", "Train everyone", "[x] Book a hall\n[ ] Invite staff (8 May 2027)\nSay thank you")]
        kept(session, table(tmp_path / "t.xlsx", head, again))
        assert [(each.title, each.due, each.done) for each in session.store.all(ActionStep)] == [
            ("Book a hall", None, True),
            ("Invite staff", date(2027, 5, 8), False),
            ("Say thank you", None, False),
        ]
        assert kept_twice(session, tmp_path / "t.xlsx") == {Happens.SAME}

    def test_a_register_of_risks_alone_comes_in(self, session: Session, tmp_path: Path) -> None:
        head = ("Risk", "Likelihood", "Impact", "Mitigation")
        path = table(
            tmp_path / "r.xlsx",
            head,
            [("No therapists", 4, "High", "Train our own"), ("Storms", 9, 1, "")],
            "Risk register",
        )
        found = kept(session, path)
        assert [(each.title, each.likelihood, each.effect) for each in session.store.all(Risk)] == [
            ("No therapists", 4, 4),
            ("Storms", None, 1),
        ]
        assert "Risk register!B3: “9” is no step from 1 to 5" in said(found)

    def test_a_sheet_of_money_in_other_words_comes_in_and_what_is_no_amount_is_said(
        self, session: Session, tmp_path: Path
    ) -> None:
        ids = fill(session)
        head = ("Description", "Budget", "Funder", "Status", "Year", "Linked actions")
        rows = [
            ("Clinic rent", "£6,200", "NHS Three Rivers ICB", "Secured", "2026-27", "1.1"),
            ("After March", "lots", "", "Maybe", "", "9.9"),
        ]
        found = kept(session, table(tmp_path / "m.xlsx", head, rows, "Budget"))
        rent, after = session.store.all(Funding)
        icb = next(each for each in session.store.all(Partner) if each.name == "NHS Three Rivers ICB")
        assert (rent.amount, rent.partner_id, rent.state, rent.period) == (6200, icb.id, FundingState.AGREED, "2026-27")
        assert rent.action_ids == (ids["bridge"],)
        assert (after.amount, after.state, after.action_ids) == (None, FundingState.SOUGHT, ())
        assert all(part in said(found) for part in ("Budget!B3", "Budget!D3", "Budget!F3"))


def kept_twice(session: Session, path: Path) -> set[Happens]:
    """Return what becomes of the rows of a workbook that was imported before."""
    found = understood(session, path)
    assert found.things == ()
    return {row.happens for row in found.rows}


def test_words_like_a_formula_make_the_journey_unharmed(filled: Session, other: Session, tmp_path: Path) -> None:
    held = action(filled, "Bridge offer in all six localities")
    planning.keep(filled, replace(held, title="=1+1", progress="@home\n-2 places", tags=("+plan", "=plan")))
    kept(other, exported(filled, tmp_path / "plan.xlsx"))
    there = action(other, "=1+1")
    assert (there.progress, there.tags) == ("@home\n-2 places", ("+plan", "=plan"))


def test_an_area_without_a_marking_exports_too(filled: Session, tmp_path: Path) -> None:
    with filled.store.write("No marking") as batch:
        batch.put(replace(filled.store.all(Area)[0], marking=""))
    assert exported(filled, tmp_path / "plan.xlsx").exists()
