"""Import a plan from a workbook in the real window: choose, see how it is understood, decide, keep, take back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.gui.clipping import cut, overlaps, settle
from tests.gui.conftest import too_small, unnamed
from tests.gui.test_plan_dates import session
from tests.unit.plan_books import messy, table

from areasef.domain.identity import new_id
from areasef.domain.plan import Action, Delivery, Priority
from areasef.domain.plan_sheet.meaning import Happens
from areasef.services import planning
from areasef.services.exporting_plan import export_plan
from areasef.services.session import Session
from areasef.ui import appearance
from areasef.ui.jobs import Jobs
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.workbook.page import WorkbookPage
from areasef.ui.pages.workbook.review import CHANGES, FAULTS, ROWS
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.entries import ChoiceEntry
from areasef.ui.window import Window

__all__ = ["session"]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return messy(tmp_path / "messy.xlsx")


def page_of(window: Window) -> WorkbookPage:
    window.go(Target("workbook"))
    assert isinstance(window.page, WorkbookPage)
    return window.page


def read(window: Window, path: Path) -> WorkbookPage:
    page = page_of(window)
    page.ask_file = lambda: str(path)
    page.choose_button.click()
    assert page.reviewing
    return page


def choose(entry: ChoiceEntry, value: str) -> None:
    entry.box.setCurrentIndex(entry.box.findData(value))
    entry.box.activated.emit(entry.box.currentIndex())


def said(window: Window) -> str:
    return " ".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def imported(session: Session) -> list[str]:
    """Return the actions that the plan did not have before."""
    before = ("Bridge offer", "Two clinics", "Named health", "Clear overdue", "Hear from young")
    return [each.title for each in session.store.all(Action) if not each.title.startswith(before)]


def places(page: WorkbookPage) -> list[str]:
    return [row.lead for row in page.review.faults.entries.rows]


def test_a_workbook_is_chosen_looked_through_kept_and_taken_back(window: Window, session: Session, book: Path) -> None:
    page = read(window, book)
    QAbstractItemModelTester(page.review.table.sheet, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.review.table.hasFocus()
    assert "messy.xlsx: 8 new, 1 left out. Nothing is kept until you say so" in said(window)
    assert page.keep_button.text().strip() == "Keep 8 new"
    assert imported(session) == []
    page.keep_button.click()
    assert isinstance(window.page, PlanPage)
    assert len(imported(session)) == 8
    assert "8 rows new and 0 changed from messy.xlsx" in said(window)
    window.page.context.undo()
    assert imported(session) == []
    assert len(session.store.all(Priority)) == 2


def test_each_value_shows_how_it_is_understood(window: Window, book: Path) -> None:
    page = read(window, book)
    model = page.review.table.sheet
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    row = model.rows[2]
    assert (row.number, row.title) == (8, "Text families while they wait")
    assert model.words(row, heads.index("Due")) == "31 December 2026"
    assert model.words(row, heads.index("Delivery")) == "Slipping"
    page.review.table.setCurrentIndex(model.index(2, heads.index("Due")))
    cell = next(each for each in page.review.row.cells.entries.rows if each.key == page.review.row.cells.current)
    assert (cell.lead, cell.title, cell.detail) == ("E8", "Due: 31 December 2026", "Typed: Q3 2026/27")
    index = model.index(3, heads.index("Due"))
    assert "31 February 2026 is no date" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert (
        model.index(3, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Row 9: Publish waits each month. New. 2 faults."
    )


def test_every_fault_is_listed_by_cell_and_f7_goes_to_each(window: Window, book: Path, qtbot: QtBot) -> None:
    page = read(window, book)
    assert places(page) == ["C9", "E9", "E12", "F12", "J13", "F14", "E16", "G17"]
    window.commands.run("move.next_check")
    window.commands.run("move.next_check")
    current = page.review.table.current_row()
    assert current is not None
    assert (current.number, page.review.table.current_key()) == (9, "due")
    assert "31 February 2026 is no date" in str(page.review.table.property("lastAnnouncement"))
    page.review.tabs.open(FAULTS)
    page.review.faults.stand_on(page.review.faults.entries.rows[5].key)
    assert page.review.row.heading.text() == "Clear the backlog"
    qtbot.keyClick(page.review.faults, Qt.Key.Key_Return)
    assert page.review.tabs.current() == ROWS
    assert page.review.table.hasFocus()
    assert page.review.table.current_key() == "delivery"


def test_another_meaning_of_a_column_is_understood_at_once_and_can_be_taken_back(window: Window, book: Path) -> None:
    page = read(window, book)
    columns = page.review.reading.columns
    choose(columns.entries[4], "")
    assert "E9" not in places(page)
    assert columns.entries[4].box.currentText() == "Not read"
    choose(columns.entries[4], "starts")
    row = page.review.table.sheet.rows[2]
    cell = row.cell("starts")
    assert cell is not None
    assert cell.words == "1 October 2026"
    window.commands.run("edit.undo")
    window.commands.run("edit.undo")
    assert columns.entries[4].box.currentText() == "Due"
    assert "E9" in places(page)


def test_words_and_names_are_decided_by_a_person(window: Window, session: Session, book: Path) -> None:
    page = read(window, book)
    reading = page.review.reading
    reading.tabs.open(1)
    first = next(iter(reading.words.entries.values()))
    assert "Purple" in first.field._name
    choose(first, "off_track")
    assert "F12" not in places(page)
    council = planning.actions(session)[1].lead_partner_id
    reading.tabs.open(2)
    choose(reading.names.entries["Head of SEND"], f"partner:{council}")
    choose(reading.names.entries["DCO"], "")
    assert "C13" in places(page)
    page.keep()
    trained = next(each for each in session.store.all(Action) if each.title == "Train plan writers")
    assert (trained.delivery, trained.lead_partner_id) == (Delivery.OFF_TRACK, council)


def test_a_row_is_left_out_and_taken_again(window: Window, session: Session, book: Path, qtbot: QtBot) -> None:
    page = read(window, book)
    page.review.table.setCurrentIndex(page.review.table.sheet.index(1, 1))
    qtbot.keyClick(page.review.table, Qt.Key.Key_Delete)
    assert page.review.table.sheet.rows[1].happens is Happens.LEFT_OUT
    assert page.keep_button.text().strip() == "Keep 7 new"
    assert page.review.row.out.text().strip() == "Take this row"
    page.review.row.out.click()
    assert page.keep_button.text().strip() == "Keep 8 new"
    page.review.tabs.open(CHANGES)
    page.review.changes.stand_on(page.review.changes.entries.rows[1].key)
    qtbot.keyClick(page.review.changes, Qt.Key.Key_Delete)
    assert page.review.changes.entries.rows[1].word == "Left out"
    assert page.keep_button.text().strip() == "Keep 7 new"
    page.review.row.out.click()
    page.review.changes.stand_on(page.review.changes.entries.rows[0].key)
    page.review.row.out.click()
    page.keep()
    assert "Text families while they wait" in imported(session)
    assert "Open two more clinics in the north" not in imported(session)


def test_another_sheet_kind_or_head_can_be_chosen(window: Window, tmp_path: Path) -> None:
    path = table(
        tmp_path / "odd.xlsx", ("Things", "Until"), [("Deed", "Deadline"), ("Open a clinic", "March 2027")], "Notes"
    )
    page = read(window, path)
    assert "No rows of a plan" in said(window)
    assert page.keep_button.text().strip() == "Nothing to keep"
    page.keep_button.click()
    assert "Nothing to keep: no row is new" in window.toast.accessibleName()
    assert page.reviewing
    columns = page.review.reading.columns
    choose(columns.kind, "actions")
    choose(columns.head, "1")
    choose(columns.entries[0], "title")
    assert page.keep_button.text().strip() == "Keep 1 new"
    assert page.review.table.sheet.rows[0].cell("due").words == "31 March 2027"  # type: ignore[union-attr]
    choose(columns.kind, "")
    assert page.keep_button.text().strip() == "Nothing to keep"


def test_our_own_workbook_has_nothing_to_keep_until_the_plan_moves_on(
    window: Window, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "plan.xlsx"
    export_plan(session, path)
    page = read(window, path)
    assert "plan.xlsx: 9 as they are" in said(window)
    assert page.keep_button.text().strip() == "Nothing to keep"
    held = session.store.all(Action)[0]
    changed = Action(**{name: getattr(held, name) for name in Action.__slots__} | {"due": date(2027, 5, 1)})
    window.context.bus.say(planning.keep(session, changed))
    assert page.keep_button.text().strip() == "Keep 1 changed"
    row = page.review.table.sheet.rows[1 if page.review.table.sheet.rows[0].happens is Happens.SAME else 0]
    cell = row.cell("due")
    assert cell is not None
    assert (cell.before, cell.words) == ("1 May 2027", "31 March 2027")
    assert "not in it" not in said(window)
    window.context.bus.say(planning.keep(session, Action(new_id(), held.priority_id, "Made since")))
    assert "1 action of the plan is not in it and stays." in said(window)


def test_what_comes_back_changed_opens_on_what_differs(
    window: Window, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "plan.xlsx"
    export_plan(session, path)
    held = session.store.all(Action)[1]
    changed = Action(**{name: getattr(held, name) for name in Action.__slots__} | {"due": date(2027, 5, 1)})
    planning.keep(session, changed)
    page = read(window, path)
    assert page.review.changes.hasFocus()
    (row,) = page.review.changes.entries.rows
    assert (row.lead, row.title, row.word) == ("Row 3", "Two clinics a month in the north", "Changed")
    assert row.detail == "Due: 31 January 2027, was 1 May 2027"
    assert page.review.row.cells.entries.rows[0].lead == "K3"
    qtbot.keyClick(page.review.changes, Qt.Key.Key_Return)
    assert page.review.tabs.current() == ROWS
    current = page.review.table.current_row()
    assert current is not None
    assert current.number == 3


def test_what_cannot_be_read_is_said_in_place_and_another_can_be_chosen(
    window: Window, book: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.xlsx"
    letter.write_text("Dear all")
    page = page_of(window)
    page.read(letter)
    assert not page.reviewing
    assert page._banner.isVisible()
    assert "letter.xlsx is neither an Excel workbook" in said(window)
    assert page.choose_button.hasFocus()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(book))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(drop)
    assert page.reviewing
    assert not page._banner.isVisible()


def test_the_window_answers_while_a_workbook_is_read_and_reading_can_be_stopped(
    dressed: QApplication, preferences: Preferences, session: Session, book: Path, qtbot: QtBot
) -> None:
    window = Window(session, registry.pages(), preferences, jobs=Jobs())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    page = page_of(window)
    window.arrive_now()
    page.read(book)
    assert page.waiting.isVisible()
    page.waiting.stop.click()
    assert page.choose_button.isVisible()
    qtbot.waitUntil(lambda: window.jobs.busy == 0)
    assert not page.reviewing
    page.read(book)
    qtbot.waitUntil(lambda: page.reviewing)
    choose(page.review.reading.columns.entries[4], "")
    qtbot.waitUntil(lambda: "E9" not in places(page))
    page.keep()
    qtbot.waitUntil(lambda: isinstance(window.page, PlanPage))
    qtbot.waitUntil(lambda: window.jobs.busy == 0)
    assert len(imported(session)) == 8


def test_a_plan_of_very_many_rows_names_and_faults_can_still_be_looked_through(window: Window, tmp_path: Path) -> None:
    rows = [(f"Do thing number {at}", f"Person number {chr(65 + at % 26)}{at % 40}", "whenever") for at in range(400)]
    page = read(window, table(tmp_path / "long.xlsx", ("Action", "Owner", "By when"), rows))
    assert page.keep_button.text().strip() == "Keep 400 new"
    faults = page.review.faults.entries.rows
    assert (faults[0].lead, faults[-1].title) == ("C2", "300 more faults")
    assert page.review.table.rowHeight(0) == page.review.table.rowHeight(399)
    reading = page.review.reading
    reading.tabs.open(2)
    assert len(reading.names.entries) == 30
    reading.names.more.click()
    assert len(reading.names.entries) == 60
    assert not reading.names.entries[list(reading.names.entries)[30]].box.isHidden()


def test_an_empty_plan_offers_a_workbook(window: Window, session: Session) -> None:
    window.go(Target("plan"))
    for each in session.store.all(Priority):
        window.context.bus.say(planning.remove(session, each))
    assert isinstance(window.page, PlanPage)
    assert "Import a plan from Excel" in [
        button.text().strip() for button in window.page.findChildren(type(window.page._begin)) if button.isVisible()
    ]
    window.commands.run("place.workbook")
    assert isinstance(window.page, WorkbookPage)
    assert window.rail.button("plan").isChecked()


@pytest.mark.parametrize("percent", [100, 200])
def test_no_word_of_the_review_is_cut_and_everything_has_a_name(window: Window, book: Path, percent: int) -> None:
    looks = appearance.current()
    assert looks is not None
    looks.choose_text_size(percent)
    page = read(window, book)
    wrong: list[str] = []
    for size in ((1366, 688), (1024, 640), (1920, 1080)):
        window.resize(*size)
        for pane in range(3):
            page.review.panes.show_pane(pane)
            for tab in range(3):
                page.review.reading.tabs.open(tab)
                settle()
                wrong += [f"{size} {pane} {tab}: {said}" for said in (*cut(window), *overlaps(window))]
                wrong += [f"{size} {pane} {tab}: {said}" for said in (*unnamed(page), *too_small(page))]
    looks.choose_text_size(100)
    assert not wrong, "\n".join(dict.fromkeys(wrong))
