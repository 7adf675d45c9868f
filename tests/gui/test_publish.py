from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import too_small, unnamed
from tests.gui.plan_content import fill

from areasef.documents.catalogue import DOCUMENTS
from areasef.services import publishing
from areasef.services.session import Session
from areasef.ui import theme
from areasef.ui.jobs import Jobs
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.publish.exporting import CHECKED
from areasef.ui.pages.publish.page import PublishPage
from areasef.ui.pages.publish.past import export_row
from areasef.ui.preferences import Preferences
from areasef.ui.window import Window


@pytest.fixture
def session(session: Session) -> Session:
    fill(session)
    return session


@pytest.fixture
def page(window: Window) -> PublishPage:
    window.go(Target("publish"))
    assert isinstance(window.page, PublishPage)
    return window.page


@pytest.fixture
def coming(dressed: QApplication, preferences: Preferences, session: Session, qtbot: QtBot) -> Iterator[PublishPage]:
    """Publish with its work done beside the window, as people have it."""
    made = Window(session, registry.pages(), preferences, jobs=Jobs())
    qtbot.addWidget(made)
    made.show()
    made.go(Target("publish"))
    made.arrive_now()
    page = made.page
    assert isinstance(page, PublishPage)
    yield page
    made.context.jobs.finish()


@pytest.fixture
def working(coming: PublishPage, qtbot: QtBot) -> PublishPage:
    """The same, once its pages are set."""
    qtbot.waitUntil(lambda: coming.sheets.pages > 0 and not coming.context.jobs.busy)
    return coming


def test_every_document_shows_its_pages(page: PublishPage, session: Session) -> None:
    QAbstractItemModelTester(page.documents.documents, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for document_id in DOCUMENTS:
        page.documents.choose(document_id)
        assert page.sheets.pages > 0
        assert set(page.sheets._images) == set(page.sheets.shown())
    assert len(list(session.cache.glob("preview-*.pdf"))) == 1


def test_an_export_is_written_checked_said_and_remembered(
    page: PublishPage, window: Window, session: Session, tmp_path: Path
) -> None:
    target = tmp_path / "out.pdf"
    offered: list[str] = []

    def answer(name: str) -> str:
        offered.append(name)
        return str(target)

    page.ask_where = answer
    page.before.draft.click()
    assert offered[0].startswith("Alderbrook-")
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == page.sheets.pages
    digest = publishing.sha256_of(target)
    assert page.before.said.startswith(f"Exported to {target}. {CHECKED}")
    page.before.copy.click()
    assert QApplication.clipboard().text() == digest
    opened: list[Path] = []

    def open_file(path: Path) -> bool:
        opened.append(path)
        return True

    page.open_file = open_file
    page.before.open_button.click()
    assert opened == [target]
    made = publishing.exports(session)
    assert [each.sha256 for each in made] == [digest]
    assert made[0].state == "draft"
    assert f"SHA-256 {digest}" in export_row(made[0], {}).spoken.replace("\n", "")


def test_final_lists_what_is_missing_instead(page: PublishPage, session: Session) -> None:
    assert page.before.found.must
    page.before.final.click()
    assert page.before.needs.startswith("Final needs ")
    assert page.before.checks.hasFocus()
    assert page.before.checks.currentIndex().row() == 0
    assert publishing.exports(session) == ()


def test_a_final_that_is_asked_for_before_the_checks_have_run_waits_for_them(
    working: PublishPage, session: Session
) -> None:
    working.ask_where = lambda name: pytest.fail("a final has fixes to come first")
    working.before.large.click()
    working.before.final.click()
    assert working.before.needs == "The checks run first. Then the final is exported, or what it needs is listed."
    working.context.jobs.finish()
    assert working.before.needs.startswith("Final needs ")
    assert working.before.checks.hasFocus()
    assert publishing.exports(session) == ()


def test_what_is_exported_before_the_checks_have_run_bears_the_marking(coming: PublishPage) -> None:
    assert coming.sheets.pages == 0, "nothing is known yet"
    assert coming.before.options(draft=True).marking == "OFFICIAL-SENSITIVE"
    assert coming.before.mark.text() == "Mark every page OFFICIAL-SENSITIVE"
    coming.before.final.click()
    coming.leave()
    coming.ask_where = lambda name: pytest.fail("nobody is here any more")
    coming.context.jobs.finish()


def test_a_second_export_is_told_what_it_waits_for_and_an_old_error_goes(
    working: PublishPage, session: Session, tmp_path: Path
) -> None:
    working.ask_where = lambda name: str(tmp_path / "nowhere" / "out.pdf")
    working.before.draft.click()
    working.context.jobs.finish()
    assert working._banner.isVisible()
    working.ask_where = lambda name: str(tmp_path / "out.pdf")
    working.before.draft.click()
    assert not working._banner.isVisible(), "what went wrong the last time says nothing of this one"
    working.before.draft.click()
    assert working.before.said.startswith("out.pdf is still being written. ")
    working.context.jobs.finish()
    assert len(publishing.exports(session)) == 1


def test_who_comes_stands_on_the_first_check_that_fails(page: PublishPage) -> None:
    page.focus_first()
    chosen = page.before.checks.selectionModel().selectedIndexes()
    assert [each.row() for each in chosen] == [0], "a reader says the row that is selected when the focus comes"


def test_a_folder_that_is_not_there_is_said_and_the_way_stays_open(
    page: PublishPage, tmp_path: Path, session: Session
) -> None:
    page.ask_where = lambda name: str(tmp_path / "nowhere" / "out.pdf")
    page.before.draft.click()
    assert publishing.exports(session) == ()
    page.ask_where = lambda name: str(tmp_path / "out.pdf")
    page.before.draft.click()
    assert len(publishing.exports(session)) == 1


def test_leaving_the_dialog_exports_nothing(page: PublishPage, session: Session) -> None:
    page.ask_where = lambda name: ""
    page.before.draft.click()
    assert publishing.exports(session) == ()
    assert page.before.said == ""


def test_stop_ends_an_export_and_leaves_what_stood_there(
    working: PublishPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"the last one")
    working.ask_where = lambda name: str(target)
    working.before.draft.click()
    working.wait.stop_button.click()
    qtbot.waitUntil(lambda: not working.exporting.busy)
    assert working.before.said == "Stopped. No file was written."
    assert target.read_bytes() == b"the last one"
    assert publishing.exports(session) == ()
    assert working.wait.isHidden()


def test_stop_ends_the_setting_of_pages_and_a_button_begins_again(
    working: PublishPage, session: Session, qtbot: QtBot
) -> None:
    working.documents.choose("strategic-plan")
    working.wait.stop_button.click()
    assert working.sheets.said == "Stopped: these pages are not set."
    assert working.sheets.again.isVisible()
    assert working.sheets.again.hasFocus()
    qtbot.waitUntil(lambda: not working.context.jobs.busy)
    assert working.sheets.pages == 0
    working.sheets.again.click()
    qtbot.waitUntil(lambda: working.sheets.pages > 0)
    assert working.sheets.said == ""
    assert working.sheets.again.isHidden()
    assert len(list(session.cache.glob("preview-*.pdf"))) == 1


def test_pages_of_a_document_that_is_left_are_set_no_further(working: PublishPage, qtbot: QtBot) -> None:
    working.documents.choose("strategic-plan")
    left = working._ticket
    assert left is not None
    working.documents.choose("plan-on-a-page")
    assert left.stopping
    qtbot.waitUntil(lambda: working._made_id == "plan-on-a-page")
    qtbot.waitUntil(lambda: not working.context.jobs.busy)
    assert working._made_id == "plan-on-a-page", "what was left never comes after it"


def test_a_page_that_is_drawn_after_its_window_is_gone_troubles_nobody(working: PublishPage, qtbot: QtBot) -> None:
    jobs = working.context.jobs
    with qtbot.captureExceptions() as raised:
        working.sheets.turn(1)
        shiboken6.delete(working.sheets)
        qtbot.waitUntil(lambda: not jobs.busy)
    assert raised == []


def test_one_page_and_page_numbers(page: PublishPage, qtbot: QtBot) -> None:
    page.before.large.setChecked(True)
    page.sheets.set_side_by_side(1)
    pages = page.sheets.pages
    page._number.setText(str(pages + 5))
    qtbot.keyClick(page._number, Qt.Key.Key_Return)
    assert page.sheets.page == pages
    assert page._of.text() == f"of {pages}"
    qtbot.keyClick(page.sheets, Qt.Key.Key_Home)
    assert page.sheets.page == 1


def test_the_marking_can_be_left_out(page: PublishPage) -> None:
    assert page.before.options(draft=True).marking == "OFFICIAL-SENSITIVE"
    page.before.mark.setChecked(False)
    assert page.before.options(draft=True).marking == ""


def test_a_check_leads_to_where_it_is_mended(page: PublishPage, window: Window, qtbot: QtBot) -> None:
    window.commands.run("move.next_check")
    qtbot.keyClick(page.before.checks, Qt.Key.Key_Return)
    assert window.place in ("evaluate", "plan", "evidence")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_is_named_and_large_enough(page: PublishPage, scale: float) -> None:
    theme.apply("light", scale)
    assert unnamed(page) == []
    assert too_small(page) == []
