"""Several reports in one file: which is followed up can be seen and chosen, and a report is removed as one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.gui.conftest import too_small, unnamed
from tests.gui.test_report_import import kept, read, report_file, said
from tests.unit.intake.reports.invented import Author
from tests.unit.intake.reports.printing import print_report

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions
from areasef.domain.evidence import Evidence
from areasef.domain.record import FindingKind
from areasef.services import following_up, planning, undoing
from areasef.services.gathering import gather
from areasef.services.session import Session
from areasef.ui import theme
from areasef.ui.navigation import Target
from areasef.ui.pages.findings.page import FindingsPage
from areasef.ui.widgets.entries import ChoiceEntry
from areasef.ui.widgets.question import Question
from areasef.ui.window import Window

FIXTURES = (report_file,)


def another(folder: Path, seed: int, area: str, dates: str) -> Path:
    path = folder / f"{area}-{seed}.pdf"
    print_report(path, Author(seed).report("systemic_failings", area=area, dates=dates))
    return path


@pytest.fixture
def page(window: Window, tmp_path: Path) -> FindingsPage:
    """An old and a new report of the area, and a still newer one of a neighbour."""
    for path in (
        another(tmp_path, 31, "Alderbrook", "8 to 12 July 2019"),
        another(tmp_path, 32, "Alderbrook", "1 to 5 July 2024"),
        another(tmp_path, 33, "Millford", "6 to 10 July 2026"),
    ):
        read(window, path).keep()
    assert isinstance(window.page, FindingsPage)
    return window.page


def words(entry: ChoiceEntry) -> list[str]:
    return [entry.box.itemText(at) for at in range(entry.box.count())]


def choose(page: FindingsPage, at: int) -> None:
    page.report.box.setCurrentIndex(at)
    page.report.box.activated.emit(at)


def asked(act: Callable[[], object], key: str) -> str:
    """Do what opens the question, read it, and give an answer."""
    heard: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Question) or not dialog.isVisible():
            return
        watch.stop()
        heard.append(dialog.accessibleDescription())
        dialog.button(key).click()

    watch = QTimer(interval=10)
    watch.timeout.connect(answer)
    watch.start()
    act()
    return heard[0]


def take_back(window: Window) -> None:
    assert window.page is not None
    window.page.context.undo()


def do_again(window: Window, session: Session) -> None:
    assert window.page is not None
    change = undoing.redo(session)
    assert change is not None
    window.page.context.bus.say(change)


def test_the_newest_report_of_the_area_is_followed_and_the_others_stand_below(
    page: FindingsPage, window: Window
) -> None:
    assert page.report.box.isVisible()
    assert [each.split(", ")[1] for each in words(page.report)] == ["6 July 2026", "1 July 2024", "8 July 2019"]
    assert page.report.box.currentText() == "Area SEND inspection of Alderbrook, 1 July 2024"
    assert "Area SEND inspection of Alderbrook, 1 July 2024: 32 findings." in said(window)
    headings = [row.words for row in page.list.findings.rows if row.heading and "inspection" in row.words]
    assert [each.rsplit(" ", 1)[1] for each in headings] == ["2024", "2026", "2019"]
    marked = {row.key for row in page.list.findings.rows if row.mark}
    asked_for = {
        each.id
        for each in following_up.findings(page._session)
        if each.report_date and each.report_date.year == 2024 and each.kind in ("priority_action", "improvement")
    }
    assert marked == asked_for


def test_another_report_can_be_chosen_and_documents_follow_it(
    page: FindingsPage, window: Window, session: Session
) -> None:
    choose(page, 2)
    assert "Area SEND inspection of Alderbrook, 8 July 2019: 32 findings." in said(window)
    first = page.current
    assert first is not None
    assert first.report_date is not None
    assert first.report_date.year == 2019
    dossier = gather(session)
    assert {each.report_date.year for each in dossier.followed if each.report_date} == {2019}
    made = DOCUMENTS["priority-action-plan"].build(dossier, DocumentOptions())
    asked_for = [each for each in kept(session) if each.kind is FindingKind.PRIORITY_ACTION and "•" not in each.text]
    printed = {each.id for each in asked_for if each.text in repr(made.chapters)}
    assert printed
    assert printed == {each.id for each in asked_for if each in dossier.followed}
    choose(page, 1)
    assert {each.report_date.year for each in gather(session).followed if each.report_date} == {2024}


def test_choosing_another_report_is_taken_back_by_undo(page: FindingsPage, window: Window, session: Session) -> None:
    before = said(window)
    choose(page, 2)
    assert "Alderbrook, 8 July 2019: 32 findings." in said(window)
    take_back(window)
    assert said(window).startswith(before[:40])
    assert "8 July 2019: 32 findings." not in said(window)
    assert page.report.box.currentText().startswith("Area SEND inspection of Alderbrook, 1 July 2024")
    do_again(window, session)
    assert {each.report_date.year for each in gather(session).followed if each.report_date} == {2019}


def test_a_choice_of_an_older_file_is_followed_and_come_back_to(
    page: FindingsPage, window: Window, session: Session
) -> None:
    session.store.set_setting("report", '["Area SEND inspection of Alderbrook", "2019-07-08"]')
    assert {each.report_date.year for each in gather(session).followed if each.report_date} == {2019}
    page.refresh(None)
    choose(page, 1)
    assert {each.report_date.year for each in gather(session).followed if each.report_date} == {2024}
    take_back(window)
    assert {each.report_date.year for each in gather(session).followed if each.report_date} == {2019}


def test_a_report_is_removed_as_one_and_comes_back_as_one(page: FindingsPage, window: Window, session: Session) -> None:
    own = [each for each in kept(session) if each.report_date and each.report_date.year == 2024]
    asked_for = next(each for each in own if each.kind is FindingKind.PRIORITY_ACTION)
    made, change = following_up.make_priority(session, asked_for)
    window.bus.say(change)
    following_up.change_finding(session, replace(own[0], done="Two clinics were opened."))
    page.refresh(None)
    page.go(Target("findings", "finding", asked_for.id))
    left = asked(page.ask_to_remove_report, "leave")
    assert len(kept(session)) == 96
    for part in (
        "Area SEND inspection of Alderbrook, 1 July 2024: 32 findings go to the bin, with what was said of 1 of them",
        "Priority 1 no longer answers any of it, and stays in the plan.",
        "The file stays in Evidence as E-102",
    ):
        assert part in left
    asked(page.ask_to_remove_report, "remove")
    assert len(kept(session)) == 64
    assert planning.priorities(session)[0].finding_ids == ()
    assert len(session.store.all(Evidence)) == 3
    assert page.report.box.currentText() == "Area SEND inspection of Alderbrook, 8 July 2019"
    undoing.undo(session)
    assert len(kept(session)) == 96
    assert planning.priorities(session)[0].finding_ids == made.finding_ids


def test_a_removed_report_can_be_imported_again(page: FindingsPage, window: Window, tmp_path: Path) -> None:
    page.list.stand_on(following_up.findings(page._session)[0].id)
    asked(page.ask_to_remove_report, "remove")
    again = read(window, tmp_path / "Alderbrook-32.pdf")
    again.keep()
    assert "1 July 2024: 32 findings." in said(window)


def test_one_report_needs_no_choice(window: Window, report_file: Path) -> None:
    read(window, report_file).keep()
    assert isinstance(window.page, FindingsPage)
    assert not window.page.report.box.isVisible()


@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("contrast", 2.0)])
def test_every_control_has_a_name_and_is_large_enough(page: FindingsPage, look: str, scale: float) -> None:
    theme.apply(look, scale)
    assert unnamed(page) == []
    assert too_small(page) == []
