"""A narrow, low window, as at 200 % on a laptop: nothing is said twice, and one thing scrolls, not one in another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget
from tests.gui.clipping import settle
from tests.gui.plan_content import fill

from areasef.services.session import Session
from areasef.ui.models.finding_rows import FindingRow
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.page import EvaluatePage
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
