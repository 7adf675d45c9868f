"""Plans as other councils lay them out: headings over each table, heads in questions, formulas, columns nobody reads."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from tests.unit.services.test_importing_plan import action, book_of, kept, said, understood

from areasef import commands
from areasef.__main__ import main
from areasef.domain.identity import new_id
from areasef.domain.partner import Partner
from areasef.domain.plan import Action, ActionStep, Measure, Priority
from areasef.domain.plan_sheet.meaning import Happens
from areasef.services.exporting_plan import export_plan
from areasef.services.importing_plan import unread_in_lines
from areasef.services.session import Session

HEAD = (
    "Ref",
    "What are we going to do?",
    "Who is responsible? (Lead)",
    "By when",
    "How will we know it’s made a difference?",
)


def apart(path: Path) -> Path:
    """A table for each area, its heading over the head in cells merged across it."""
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("PAP")
    page.merge_range("A1:E1", "Alderbrook local area partnership: priority action plan")
    page.merge_range("A2:E2", "Area for priority action 1: Waits are too long")
    page.write_row(2, 0, HEAD)
    page.write_row(3, 0, ["1.1", "Open a clinic", "ICB", "46478", "Waits fall"])
    page.merge_range("A6:E6", "Area for priority action 2: Plans say little")
    page.write_row(6, 0, HEAD)
    page.write_row(7, 0, ["2.1", "Audit plans", "Council", "March 2027", ""])
    book.close()
    return path


def test_a_heading_over_each_table_names_its_priority_also_over_the_first(session: Session, tmp_path: Path) -> None:
    found = kept(session, apart(tmp_path / "plan.xlsx"))
    assert [each.title for each in session.store.all(Priority)] == ["Waits are too long", "Plans say little"]
    assert [row.number for row in found.rows_that(Happens.HEADING)] == [2, 6]
    clinic = action(session, "Open a clinic")
    assert clinic.due is not None
    assert clinic.lead_partner_id is not None
    assert [(each.action_id, each.title) for each in session.store.all(Measure)] == [(clinic.id, "Waits fall")]
    assert said(found) == ""


def test_a_title_over_the_head_is_no_priority(session: Session, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "plan.xlsx")
    page = book.add_worksheet("Plan")
    page.write(0, 0, "Priority action plan of Alderbrook")
    page.write_row(1, 0, ["Action", "Lead", "Due"])
    page.write_row(2, 0, ["Open a clinic", "ICB", "March 2027"])
    book.close()
    kept(session, tmp_path / "plan.xlsx")
    assert [each.title for each in session.store.all(Priority)] == ["Imported actions"]


def test_a_formula_that_nobody_worked_out_and_an_error_are_said_by_cell_and_name_nothing(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "formulas.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("Action plan")
    page.write_row(0, 0, ["Priority", "Action", "Progress"])
    page.write_row(1, 0, ["Waits", "Open a clinic"])
    page.write_formula(1, 2, "=Notes!B2", None, "")
    page.write_row(2, 0, ["Waits"])
    page.write_formula(2, 1, "=Notes!A9", None, "#REF!")
    page.write_row(3, 1, ["Meet weekly", "Begun"])
    page.write_formula(3, 0, "=Notes!A8", None, "#N/A")
    book.close()
    found = kept(session, path)
    assert [fault.place for fault in found.faults] == ["Action plan!C2", "Action plan!B3", "Action plan!A4"]
    assert "The cell holds =Notes!B2, and no program has worked it out" in said(found)
    assert [each.title for each in session.store.all(Action)] == ["Open a clinic", "Meet weekly"]
    assert [each.title for each in session.store.all(Priority)] == ["Waits"]


def test_what_is_not_read_is_said(session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("Action plan")
    page.write_row(0, 0, ["Action", "% complete", "Lead", "Directorate spend code"])
    page.write_row(1, 0, ["Open a clinic", 0.5, "ICB", "X1"])
    old = book.add_worksheet("Archive")
    old.write(0, 0, "Kept for later")
    book.close()
    read, mapping = book_of(session, path)
    lines = list(unread_in_lines(mapping, read))
    assert lines == ["Action plan: not read: columns B “% complete”, D “Directorate spend code”.", "Archive: not read."]
    assert main(["import", "plan", str(path)]) == commands.DONE
    assert lines[0] in capsys.readouterr().out


def test_our_own_workbook_comes_back_without_a_fault_whatever_it_holds(session: Session, tmp_path: Path) -> None:
    priority = Priority(new_id(), "Waits")
    body = Partner(new_id(), "Help; for everyone", position=9)
    signs = Action(new_id(), priority.id, "…", partner_ids=(body.id, session.store.all(Partner)[0].id))
    few = Measure(new_id(), signs.id, "Plans that are late", "%", baseline=0.5, target=0.1 + 0.2)
    twin = Priority(new_id(), "Waits", position=2.0)
    under_twin = Action(new_id(), twin.id, "(To be agreed)")
    with session.store.write("Unusual") as batch:
        for each in (priority, body, signs, few, twin, under_twin, ActionStep(new_id(), signs.id, "First\nthis")):
            batch.put(each)
    export_plan(session, tmp_path / "plan.xlsx")
    found = understood(session, tmp_path / "plan.xlsx")
    assert (found.things, found.faults) == ((), ())
