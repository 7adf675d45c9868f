"""What stands in a place while it is read: nothing for a moment, then words, and never a number that is not known yet."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.gui.plan_content import fill

from areasef.services.session import Session
from areasef.ui.jobs import Jobs
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.overview.page import OverviewPage
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.loading import Loading
from areasef.ui.window import Window

WORDS = {
    "overview": "Reading the evaluation",
    "evidence": "Reading the library",
    "plan": "Reading the plan",
}


@pytest.fixture
def gate(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A disk that is slow: whoever reads beside the window waits until it is opened."""
    fill(session)
    opened, beside = threading.Event(), Session.beside

    def slow(self: Session) -> Session:
        opened.wait(60)
        return beside(self)

    monkeypatch.setattr(Session, "beside", slow)
    yield opened
    opened.set()


@pytest.mark.parametrize("place", list(WORDS))
def test_a_place_that_is_read_slowly_says_so_and_then_shows_what_it_holds(
    dressed: QApplication, preferences: Preferences, session: Session, gate: threading.Event, qtbot: QtBot, place: str
) -> None:
    jobs = Jobs()
    window = Window(session, registry.pages(), preferences, jobs=jobs)
    qtbot.addWidget(window)
    window.show()
    window.go(Target(place))
    window.arrive_now()
    page = window.page
    assert isinstance(page, OverviewPage | EvidencePage | PlanPage)
    qtbot.waitUntil(lambda: page.loading.words == WORDS[place], timeout=20_000)
    assert page.loading.isVisible()
    said = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert not [words for words in said if words.strip() == "0"]
    gate.set()
    qtbot.waitUntil(lambda: not page.loading.isVisible(), timeout=20_000)
    assert page.loading.words == ""
    window.close()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)


def test_a_moment_is_not_worth_a_word_and_what_can_be_ended_offers_stop(dressed: QApplication, qtbot: QtBot) -> None:
    waiting, stopped = Loading(), []
    qtbot.addWidget(waiting)
    waiting.show()
    waiting.begin("Reading plan.xlsx", lambda: stopped.append(True))
    assert waiting.words == ""
    assert not waiting.stop.isVisible()
    qtbot.waitUntil(lambda: waiting.words == "Reading plan.xlsx", timeout=20_000)
    waiting.stop.click()
    assert stopped == [True]
    waiting.end()
    assert waiting.words == ""
    assert not waiting.stop.isVisible()
