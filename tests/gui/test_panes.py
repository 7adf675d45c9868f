"""A pane that was closed stays closed however the window folds, and comes back when it is asked for or its tab opened."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from areasef.ui import theme
from areasef.ui.pages.evaluate.page import EVIDENCE, WRITING, EvaluatePage
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.panes import Pane, Panes
from areasef.ui.window import Window


@pytest.fixture
def holder(dressed: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 688)
    return made


def panes_in(holder: QWidget, preferences: Preferences) -> tuple[Panes, list[QPushButton]]:
    buttons = [QPushButton(words) for words in ("one", "two", "three")]
    widths = (200, 0, 300)
    made = Panes("x", [Pane(b.text(), b, w) for b, w in zip(buttons, widths, strict=True)], preferences)
    made.setParent(holder)
    made.resize(1366, 688)
    holder.show()
    made.show()
    return made, buttons


def seen(buttons: list[QPushButton]) -> list[str]:
    return [each.text() for each in buttons if each.isVisible()]


def test_a_closed_pane_stays_closed_through_every_fold(holder: QWidget, preferences: Preferences) -> None:
    panes, buttons = panes_in(holder, preferences)
    panes.close_pane(2)
    assert seen(buttons) == ["one", "two"]
    for width in (1000, 700, 1366):
        holder.resize(width, 688)
        panes.arrange()
        assert "three" not in seen(buttons), width
    panes.show_pane(2)
    assert seen(buttons) == ["one", "two", "three"]


def test_its_tab_opens_a_closed_pane_for_good(holder: QWidget, preferences: Preferences) -> None:
    panes, buttons = panes_in(holder, preferences)
    panes.close_pane(2)
    holder.resize(1000, 688)
    panes.arrange()
    panes._tabs.open(1)
    assert seen(buttons) == ["one", "three"]
    holder.resize(1366, 688)
    panes.arrange()
    assert seen(buttons) == ["one", "two", "three"]


def test_panes_keep_their_order_and_handles_when_the_text_size_changes_fast(
    holder: QWidget, preferences: Preferences
) -> None:
    panes, buttons = panes_in(holder, preferences)
    for scale in (1.0, 1.5, 2.0, 1.0):
        theme.apply("light", scale)
    places = [each.mapTo(holder, each.rect().topLeft()).x() for each in buttons]
    assert places == sorted(places)
    for splitter in (panes._outer, panes._inner):
        assert [splitter.handle(at) for at in range(splitter.count())] == splitter._handles


def test_closed_evidence_is_offered_until_it_is_seen_again(window: Window, preferences: Preferences) -> None:
    window.commands.run("place.evaluate")
    page = window.page
    assert isinstance(page, EvaluatePage)
    page.evidence.closed.emit()
    offered = page.heading.show_evidence
    assert not page.panes.shown(EVIDENCE)
    assert not offered.isHidden()
    for width in (1000, 1366):
        window.resize(width, 688)
        assert not page.evidence.isVisible()
        assert not offered.isHidden()
    page.turn_guide()
    assert page.guide.isVisible()
    assert offered.isHidden()
    page.turn_guide()
    assert page.panes.shown(WRITING)
