"""Tab through every screen, as somebody does who has no mouse: no trap, no stray window, every stop named and ringed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QTabBar, QWidget
from pytestqt.qtbot import QtBot
from tests.gui import overview_content, plan_content
from tests.gui.conftest import tab_stops
from tests.journeys.person import Person

from areasef.domain.statement import Statement
from areasef.services import writing
from areasef.services.session import Session
from areasef.ui.desk import Desk
from areasef.ui.first_run.window import FirstRun
from areasef.ui.focus import INNER, FocusRing
from areasef.ui.jobs import InlineJobs
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.preferences import Preferences
from areasef.ui.window import Window

FAR = 200
EVERYWHERE = (
    *(Target("overview"), Target("evaluate"), Target("evaluate", "checks"), Target("evidence")),
    *(Target("evidence", "request"), Target("plan"), Target("plan", "dates"), Target("findings"), Target("report")),
    *(Target("publish"), Target("help"), Target("settings"), Target("settings", "partnership")),
    Target("settings", "evaluation"),
)


class Shown(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.objectName()} {watched.accessibleName()}")
        return False


@pytest.fixture
def session(session: Session) -> Session:
    overview_content.fill(session)
    plan_content.fill(session)
    return session


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.open(Target("overview"))
    return desk


def settle() -> None:
    for _ in range(4):
        QCoreApplication.sendPostedEvents()


def said(widget: QWidget) -> str:
    words = widget.accessibleName() or str(getattr(widget, "text", str)())
    return f"{type(widget).__name__} {words[:60]!r}"


def walk(start: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until the focus is back where it began, and return where it stopped."""
    ring = QApplication.instance().findChild(FocusRing)  # type: ignore[union-attr]
    assert ring is not None
    seen, here = [start], start
    for _ in range(FAR):
        QTest.keyClick(here, key)
        settle()
        now = QApplication.focusWidget()
        assert now is not None, f"the focus is lost after {said(here)}"
        assert now is not here, f"{said(here)} holds the focus"
        own = bool(now.property(INNER)) or isinstance(now, QAbstractItemView)
        assert own or ring.framed() is now, f"no ring round {said(now)}"
        assert now.accessibleName() or getattr(now, "text", str)(), f"{type(now).__name__} has no name"
        if now is start:
            return seen
        assert now not in seen, f"{said(here)} leads back to {said(now)}, and never to {said(start)}"
        seen.append(now)
        here = now
    raise AssertionError("Tab never came back")


def first(root: QWidget) -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    assert root is focus or root.isAncestorOf(focus)
    assert focus in tab_stops(root), f"the focus begins on {said(focus)}, where Tab does not stop"
    return focus


def walk_both_ways(root: QWidget) -> list[QWidget]:
    begin = first(root)
    there = walk(begin)
    back = walk(begin, Qt.Key.Key_Backtab)
    assert [begin, *reversed(back[1:])] == there, "back is another way than there"
    missed = [said(each) for each in tab_stops(root) if each not in there and not _of_one_stop(each, there)]
    assert not missed, "\n".join(missed)
    return there


def _of_one_stop(widget: QWidget, seen: list[QWidget]) -> bool:
    """Say whether arrows lead to it: it stands beside a stop in one picker, or turns the tabs of a bar for a mouse."""
    return isinstance(widget.parentWidget(), QTabBar) or any(
        each.parentWidget() is widget.parentWidget() and type(each) is type(widget) for each in seen
    )


def assert_in_order(window: Window, seen: list[QWidget]) -> None:
    """Top bar, rail, page, status bar: each is left for good once it was left."""
    page = window.page
    assert page is not None
    parts = (window.top, window.rail, page, window.status)

    def part_of(widget: QWidget) -> int:
        return next(at for at, part in enumerate(parts) if part is widget or part.isAncestorOf(widget))

    order = [part_of(each) for each in seen]
    begin = next(at for at, part in enumerate(order) if part == 0 and order[at - 1] != 0)
    turned = order[begin:] + order[:begin]
    assert turned == sorted(turned), [said(each) for each in seen]


def test_tab_goes_round_every_screen_and_back(desk: Desk) -> None:
    shown = Shown()
    app = QApplication.instance()
    assert app is not None
    for target in EVERYWHERE:
        app.installEventFilter(shown)
        desk.window.go(target)
        settle()
        app.removeEventFilter(shown)
        assert shown.windows == [], f"no window comes up but the one that is there: {target}"
        assert_in_order(desk.window, walk_both_ways(desk.window))


def test_tab_goes_through_a_statement_that_is_written_in_the_order_of_the_guide(desk: Desk) -> None:
    """Box, faults, chips, confidence, partner, ages (design guide, section 5); the guide of inspectors after them."""
    window = desk.window
    window.go(Target("evaluate"))
    window.commands.run("edit")
    seen = walk_both_ways(window)
    page = window.page
    assert isinstance(page, EvaluatePage)
    card = page.writing.writing
    assert card is not None
    inside = [said(each) for each in seen if card.isAncestorOf(each)]
    wanted = ("Statement 1 of", "Supports, E-", "Cite a page", "Low", "Stands behind it", "0–5", "Done", "More for")
    met = [next(at for at, each in enumerate(inside) if words in each) for words in wanted]
    assert met == sorted(met), inside
    window.commands.run("guide")
    walk_both_ways(window)


def test_tab_goes_round_a_narrow_window(desk: Desk) -> None:
    for width, place in ((700, "evaluate"), (700, "publish"), (480, "evidence"), (480, "plan")):
        desk.window.resize(width, 600)
        desk.window.go(Target(place))
        settle()
        walk_both_ways(desk.window)


DIALOGS = ("keys", "as_at", "edit.bin")


@pytest.mark.parametrize("command", DIALOGS)
def test_tab_goes_round_a_dialog_and_the_focus_comes_back(
    desk: Desk, session: Session, qtbot: QtBot, command: str
) -> None:
    window = desk.window
    writing.bin_statement(session, session.store.all(Statement)[0].id)
    window.go(Target("publish"))
    before = QApplication.focusWidget()

    person = Person(qtbot)

    def answer(dialog: QWidget) -> None:
        person.focus()
        walk_both_ways(dialog)
        person.keys(Qt.Key.Key_Escape)

    person.answering(lambda: window.commands.run(command), answer)
    assert person.focus() is before


def test_tab_goes_round_the_form_that_adds_evidence(desk: Desk, qtbot: QtBot) -> None:
    desk.window.go(Target("evidence", "add"))
    settle()
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    walk_both_ways(dialog)
    dialog.reject()


def test_tab_goes_round_the_first_window(dressed: QApplication, preferences: Preferences, qtbot: QtBot) -> None:
    window = FirstRun(preferences, lambda: None, InlineJobs())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    walk_both_ways(window)
