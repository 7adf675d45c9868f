"""A narrow, low window, as at 200 % on a laptop: nothing is said twice, and one thing scrolls, not one in another."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget
from tests.gui.clipping import overlaps, settle
from tests.gui.plan_content import fill

from areasef.services import adding
from areasef.services.adding import SharedFields
from areasef.services.session import Session
from areasef.ui.models.finding_rows import FindingRow
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.evidence.library_view import PREVIEW_PANE, LibraryView
from areasef.ui.pages.evidence.preview_pane import PreviewPane
from areasef.ui.pages.finding_list import FindingList
from areasef.ui.pages.overview.page import OverviewPage
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.publish.page import PublishPage
from areasef.ui.widgets.elided import Elided
from areasef.ui.window import Window

NARROW = (683, 344)  # 1366 by 688 at 200 %


@pytest.fixture
def session(session: Session) -> Session:
    fill(session)
    return session


def go(window: Window, place: str, size: tuple[int, int] = NARROW) -> QWidget:
    window.resize(*size)
    window.go(Target(place))
    settle()
    assert window.page is not None
    return window.page


def said(window: Window, words: str) -> int:
    """Return how often words stand in the window as a line of their own."""
    found: list[QWidget] = [*window.findChildren(QLabel), *window.findChildren(Elided)]
    texts = {each: each.text() for each in found if each.isVisible() and isinstance(each, QLabel | Elided)}
    return sum(text == words for text in texts.values())


@pytest.mark.parametrize("place", ["overview", "evidence", "plan", "publish", "findings", "settings", "help"])
def test_a_title_stands_once(window: Window, place: str) -> None:
    page = go(window, place)
    title = page.accessibleName()
    assert said(window, title) == 1
    go(window, place, (1366, 688))
    assert said(window, title) == 1


def test_rows_follow_one_another_without_gaps_at_each_width(dressed: QApplication) -> None:
    words = "Waits for an assessment of autism are too long, and help while families wait is thin in the north."
    listed = FindingList("Findings")
    listed.resize(700, 400)
    listed.show()
    listed.show_rows([FindingRow(str(at), words, number=str(at), under="Followed up") for at in range(4)])
    settle()
    for width in (300, 700, 420):
        listed.resize(width, 400)
        settle()
        for at in range(3):
            box, next_ = (listed.visualRect(listed.model().index(row, 0)) for row in (at, at + 1))
            assert next_.top() == box.bottom() + 1
    listed.close()


def in_sight(list_: QListView, window: Window) -> bool:
    """Return whether the row at hand of a list is seen whole, through whatever scrolls around it."""
    box = list_.visualRect(list_.currentIndex())
    middle = list_.viewport().mapTo(window, box.center())
    seen = window.childAt(middle)
    return seen is list_.viewport()


def test_the_checks_before_an_export_scroll_with_their_pane(window: Window) -> None:
    page = go(window, "publish")
    assert isinstance(page, PublishPage)
    page.panes.show_pane(2)
    settle()
    checks = page.before.checks
    assert len(checks.rows) > 3
    assert checks.verticalScrollBar().maximum() == 0
    assert page.before.holder.verticalScrollBar().maximum() > 0
    checks.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in checks.rows:
        settle()
        assert in_sight(checks, window)
        QTest.keyClick(checks, Qt.Key.Key_Down)
    go(window, "publish", (1366, 688))
    assert page.before.holder.verticalScrollBar().maximum() == 0


def test_the_first_action_stands_under_its_priority(window: Window) -> None:
    page = go(window, "plan")
    assert isinstance(page, PlanPage)
    heading = page.table.visualRect(page.model.index(0, 0))
    shown = QRect(QPoint(0, 0), page.table.viewport().size())
    assert page.model.rows[0].is_group
    assert shown.contains(heading.adjusted(0, 0, heading.left() - heading.right(), 0))


@pytest.mark.parametrize("size", [(1093, 550), (911, 459), NARROW])
def test_the_overview_begins_at_its_top_with_what_to_do_next(window: Window, size: tuple[int, int]) -> None:
    page = go(window, "overview", size)
    assert isinstance(page, OverviewPage)
    assert page.do_next.list.hasFocus()
    for each in (page.figures, page.do_next.list):
        middle = each.mapTo(window, QPoint(each.width() // 2, 8))
        seen = window.childAt(middle)
        assert seen is not None
        assert seen is each or each.isAncestorOf(seen)
    assert page.table.mapTo(window, QPoint(0, 0)).y() > page.do_next.mapTo(window, QPoint(0, 0)).y()
    go(window, "overview", (1366, 688))
    assert page.table.mapTo(window, QPoint(0, 0)).x() < page.do_next.mapTo(window, QPoint(0, 0)).x()


@pytest.mark.parametrize("kind", ["sight", "dates", "risk", "changes"])
def test_no_band_stands_empty_over_a_view_of_the_plan(window: Window, kind: str) -> None:
    page = go(window, "plan")
    assert isinstance(page, PlanPage)
    below = page.tabs.bar.mapTo(page, QPoint(0, 0)).y()
    window.go(Target("plan", kind))
    settle()
    assert 0 <= page.tabs.bar.mapTo(page, QPoint(0, 0)).y() < below
    assert page.tabs.bar.mapTo(page, QPoint(0, 0)).y() <= 12


def test_the_reason_is_asked_for_in_a_field_that_is_seen_whole_and_the_statements_come_back(
    window: Window, session: Session
) -> None:
    strand = session.framework.strands[0].id
    page = go(window, "evaluate")
    assert isinstance(page, EvaluatePage)
    page.show_strand(strand)
    assert not page.heading.isVisible()
    window.go(Target("evaluate", "strand", strand, "reason"))
    settle()
    field = page.heading.reason.edit
    assert QApplication.focusWidget() is field
    assert field.visibleRegion().boundingRect() == field.rect()
    assert window.rect().contains(QRect(field.mapTo(window, QPoint(0, 0)), field.size()))
    assert not page.writing.statements.isVisible()  # there is no room for both
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle()
    assert page.writing.statements.isVisible()
    page.heading.focus_field("reason")
    QTest.mouseClick(page.writing.compact.level, Qt.MouseButton.LeftButton)
    assert page.writing.statements.isVisible()
    assert not page.heading.isVisible()


BETWEEN = ((1100, 688), (1180, 688), (1280, 640))
"""A window that is not yet narrow: everything stands side by side and has little room."""


@pytest.mark.parametrize("size", BETWEEN)
def test_no_column_of_the_plan_lies_out_of_sight_beside_its_timeline(window: Window, size: tuple[int, int]) -> None:
    page = go(window, "plan", size)
    assert isinstance(page, PlanPage)
    assert page.table.horizontalScrollBar().maximum() == 0
    assert page.timeline.isVisible()
    assert page.timeline.viewport().width() > 250
    page.edit(page.model.rows[1].action or page.model.rows[0].priority)  # type: ignore[arg-type]
    settle()
    assert not page.table.isVisible() or page.table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", BETWEEN)
def test_names_and_titles_never_run_down_a_narrow_column(
    window: Window, session: Session, size: tuple[int, int]
) -> None:
    page = go(window, "overview", size)
    assert isinstance(page, OverviewPage)
    line = page.table.fontMetrics().lineSpacing()
    heights = [page.table.rowHeight(at) for at, row in enumerate(page.table.rows.rows) if row.strand_id]
    assert max(heights) < 4 * line
    evaluate = go(window, "evaluate", size)
    assert isinstance(evaluate, EvaluatePage)
    for strand in session.framework.strands:
        window.go(Target("evaluate", "strand", strand.id))
        settle()
        title = next(each for each in evaluate.findChildren(QLabel) if each.text() == strand.short_title)
        assert title.height() < 3 * title.fontMetrics().lineSpacing(), strand.short_title


@pytest.mark.parametrize("size", BETWEEN)
def test_the_box_one_finds_evidence_with_is_as_wide_as_its_words(
    window: Window, session: Session, size: tuple[int, int]
) -> None:
    adding.add_note(session, "Two-year reviews, April 2025 to March 2026", "Reviewed by two and a half: 83%.")
    page = go(window, "evidence", size)
    library = page.findChild(LibraryView)
    assert library is not None
    box = library.find_box
    said = box.fontMetrics().horizontalAdvance(box.placeholderText())
    assert box.width() > said + box.textMargins().left() + 16
    assert not [each for each in overlaps(window) if "Find in titles" in each]


@pytest.mark.parametrize(("size", "least"), [((1280, 640), 200), ((1093, 550), 200), ((911, 459), 110)])
def test_a_page_of_evidence_has_most_of_the_pane_that_shows_it(
    window: Window, session: Session, size: tuple[int, int], least: int
) -> None:
    covers = SharedFields(covers_from=date(2025, 4, 1), covers_to=date(2026, 3, 31), owner="Health visiting lead")
    adding.add_note(session, "Two-year reviews, April 2025 to March 2026", "Reviewed by two and a half: 83%.", covers)
    page = go(window, "evidence", size)
    preview = page.findChild(PreviewPane)
    assert preview is not None
    library = page.findChild(LibraryView)
    assert library is not None
    library.panes.show_pane(PREVIEW_PANE)
    settle()
    assert preview.preview.height() >= least, preview.preview.height()
    assert preview.next_step.cite.isVisible()
