"""A review that is not finished outlives its window and its process, and is gone on with or let go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.builders import AREA
from tests.gui.conftest import too_small, unnamed
from tests.gui.test_report_import import kept, read, report_file, report_page, said, unsure_file
from tests.unit.store.crashing import kill_after, start

from areasef.services import undoing
from areasef.services.reviewing import unfinished_reviews
from areasef.services.session import Session
from areasef.services.workspaces import create_workspace, open_workspace
from areasef.ui import theme
from areasef.ui.jobs import InlineJobs
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.overview.page import OverviewPage
from areasef.ui.pages.report.page import ReportPage
from areasef.ui.preferences import Preferences
from areasef.ui.window import Window

FIXTURES = (report_file, unsure_file)
_REVIEWING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from areasef.services.reviewing import unfinished_review
from areasef.services.workspaces import open_workspace
from areasef.ui import application
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.preferences import Preferences
preferences = Preferences()
app = application.build([], preferences)
session = open_workspace(Path(sys.argv[1]), "R. Okafor")
desk = Desk(session, preferences, lambda: None)
desk.open(Target("report"))
page = desk.window.page
page.read(Path(sys.argv[2]))
def work():
    if not page.reviewing:
        return
    timer.stop()
    first = page.review.items[0]
    page.review.list.stand_on(first.id)
    page.review.form.merge.click()
    page.review.list.stand_on(page.review.items[1].id)
    page.review.form.text.setPlainText("Typed and not handed over.")
    watch.start(20)
def look():
    left = unfinished_review(session)
    if left is not None and any(item.text == "Typed and not handed over." for item in left.items):
        print("typed", flush=True)
        watch.stop()
timer, watch = QTimer(interval=20), QTimer()
timer.timeout.connect(work)
watch.timeout.connect(look)
timer.start()
app.exec()
"""


@contextmanager
def opened(document: Path, preferences: Preferences) -> Iterator[Window]:
    """The file opened by another sitting, in a window of its own that is closed as a person closes it."""
    made = Window(open_workspace(document, "R. Okafor"), registry.pages(), preferences, jobs=InlineJobs())
    made.show()
    yield made
    made.close()
    made.context.session.close()
    made.deleteLater()


def take_back(window: Window) -> None:
    assert window.page is not None
    window.page.context.undo()


def do_again(window: Window) -> None:
    change = undoing.redo(window.context.session)
    assert change is not None
    window.context.bus.say(change)


def test_a_killed_process_leaves_the_review_with_what_was_being_typed(
    dressed: QApplication, preferences: Preferences, tmp_path: Path, report_file: Path
) -> None:
    document = tmp_path / "Killed.areasef"
    create_workspace(document, AREA, "R. Okafor").close()
    assert kill_after(start(_REVIEWING, document, report_file), 1)[0] == "typed"
    with opened(document, Preferences()) as window:
        page = report_page(window)
        assert page.offer.go_on.isVisible()
        assert "31 findings in inspection.pdf" in said(window)
        page.offer.go_on.click()
        assert page.reviewing
        assert len(page.review.items) == 31
        assert page.review.items[1].text == "Typed and not handed over."
        page.review.list.stand_on(page.review.items[-1].id)
        assert page.review.sheet.page == page.review.items[-1].page
        page.keep()
        assert len(kept(window.context.session)) == 31
        assert not report_page(window).offer.isVisible()


def test_the_window_closes_on_a_review_and_overview_leads_back_to_it(
    dressed: QApplication, preferences: Preferences, tmp_path: Path, report_file: Path
) -> None:
    document = tmp_path / "Alderbrook.areasef"
    create_workspace(document, AREA, "R. Okafor").close()
    with opened(document, preferences) as window:
        page = read(window, report_file)
        page.review.list.stand_on(page.review.items[0].id)
        page.review.form.text.setPlainText("Typed, and the window closed on it.")
    with opened(document, preferences) as window:
        window.go(Target("overview"))
        overview = window.page
        assert isinstance(overview, OverviewPage)
        first = overview.do_next.list.rows[0]
        assert "inspection.pdf" in f"{first}"
        overview.do_next.followed.emit(first.payload)
        assert isinstance(window.page, ReportPage)
        window.page.offer.go_on.click()
        assert window.page.review.items[0].text == "Typed, and the window closed on it."


def test_taking_back_what_was_kept_brings_the_review_back_as_it_was(
    dressed: QApplication, preferences: Preferences, tmp_path: Path, report_file: Path
) -> None:
    document = tmp_path / "Alderbrook.areasef"
    create_workspace(document, AREA, "R. Okafor").close()
    with opened(document, preferences) as window:
        page = read(window, report_file)
        page.review.list.stand_on(page.review.items[0].id)
        page.review.form.merge.click()
        page.review.list.stand_on(page.review.items[1].id)
        page.review.form.text.setPlainText("Typed just before it was kept.")
        count = len(page.review.items)
        page.keep()
        assert len(kept(window.context.session)) == count
        assert not report_page(window).offer.isVisible()
        take_back(window)
        assert kept(window.context.session) == []
        page = report_page(window)
        assert page.offer.go_on.isVisible()
        do_again(window)
        assert len(kept(window.context.session)) == count
        assert not report_page(window).offer.isVisible()
        take_back(window)
        page = report_page(window)
        page.offer.go_on.click()
        assert len(page.review.items) == count
        assert page.review.items[1].text == "Typed just before it was kept."
        page.keep()
        assert [each.text for each in kept(window.context.session)].count("Typed just before it was kept.") == 1
        assert len(kept(window.context.session)) == count
        take_back(window)
        assert kept(window.context.session) == []
        do_again(window)
    with opened(document, preferences) as window:
        assert len(kept(window.context.session)) == count
        assert window.context.session.store.drafts() == ()


def test_a_review_that_is_let_go_can_be_taken_up_again(window: Window, session: Session, report_file: Path) -> None:
    page = read(window, report_file)
    count = len(page.review.items)
    page.review.list.stand_on(page.review.items[0].id)
    page.review.form.out.click()
    fresh = anew(window)
    fresh.offer.let_go.click()
    assert fresh.choose_button.isVisible()
    assert "The review of inspection.pdf is let go" in said(window)
    window.toast.button.click()
    assert fresh.offer.go_on.isVisible()
    fresh.offer.go_on.click()
    assert len(fresh.review.items) == count - 1


def test_a_file_that_went_is_asked_for_and_goes_on_from_where_it_is_now(
    window: Window, session: Session, report_file: Path, tmp_path: Path
) -> None:
    page = read(window, report_file)
    page.review.list.stand_on(page.review.items[0].id)
    page.review.form.out.click()
    left = page.review.items
    moved = tmp_path / "moved.pdf"
    report_file.rename(moved)
    fresh = anew(window)
    fresh.offer.go_on.click()
    assert not fresh.reviewing
    assert "inspection.pdf is no longer in" in said(window)
    fresh.read(moved)
    assert fresh.review.items == left
    fresh.keep()
    assert len(kept(session)) == len(left)


def test_another_report_leaves_the_review_of_the_first_as_it_is(
    window: Window, session: Session, report_file: Path, unsure_file: Path
) -> None:
    page = read(window, report_file)
    page.review.list.stand_on(page.review.items[0].id)
    page.review.form.out.click()
    left = page.review.items
    fresh = anew(window)
    fresh.read(unsure_file)
    assert "in unruled.pdf" in said(window)
    assert {each.name for each in unfinished_reviews(session)} == {"inspection.pdf", "unruled.pdf"}
    again = anew(window)
    again.read(unsure_file)
    again.keep()
    last = anew(window)
    assert "inspection.pdf" in last.offer.go_on.text()
    last.offer.go_on.click()
    assert last.review.items == left


def test_where_a_report_lies_stays_on_this_computer(
    dressed: QApplication, preferences: Preferences, tmp_path: Path, report_file: Path
) -> None:
    document = tmp_path / "Alderbrook.areasef"
    create_workspace(document, AREA, "R. Okafor").close()
    with opened(document, preferences) as window:
        read(window, report_file)
    held = document.read_bytes()
    assert report_file.name.encode() in held
    assert str(report_file.parent).encode() not in held
    with opened(document, Preferences(tmp_path / "another computer")) as window:
        page = report_page(window)
        page.offer.go_on.click()
        assert not page.reviewing
        assert "was begun on another computer" in said(window)
        page.read(report_file)
        assert page.reviewing


@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("dark", 1.0), ("contrast", 2.0)])
def test_every_control_has_a_name_and_is_large_enough(
    window: Window, report_file: Path, look: str, scale: float
) -> None:
    read(window, report_file)
    theme.apply(look, scale)
    page = anew(window)
    assert unnamed(page) == []
    assert too_small(page) == []


def anew(window: Window) -> ReportPage:
    """The page as another sitting makes it: it knows nothing but what is kept."""
    window.go(Target("overview"))
    window.stack.removeWidget(window._pages["report"])
    window._pages.pop("report").deleteLater()
    return report_page(window)
