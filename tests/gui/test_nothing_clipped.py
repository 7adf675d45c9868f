from __future__ import annotations

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.gui import overview_content
from tests.gui.clipping import BEHIND, cut, overlaps, settle
from tests.gui.conftest import too_small

from areasef.services import partnering
from areasef.services.session import Session
from areasef.ui import appearance
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.pages import registry


def test_the_walk_finds_words_that_are_cut(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    words, button = QLabel("A label that has no room", box), QPushButton("A button out of sight", box)
    words.setGeometry(0, 0, 40, 20)
    button.setGeometry(20, 4, 300, 30)
    box.resize(200, 60)
    box.show()
    assert [each.split("'")[1] for each in cut(box)] == ["A label that has no room", "A button out of sight"]
    assert len(overlaps(box)) == 1


def test_the_walk_is_content_with_a_layout_that_fits(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    inner = QWidget(box)
    line = QHBoxLayout(inner)
    line.addWidget(QLabel("Words"))
    line.addWidget(QPushButton("Press"))
    inner.setGeometry(0, 0, 300, 60)
    box.resize(300, 60)
    box.show()
    assert cut(box) == overlaps(box) == []


LEAST_WIDE = 460  # in pixels at 100 %: what a 1366 by 768 screen has at 300 %
SIZES = ((1366, 688), (1920, 1080), (1024, 640), (700, 600))
LONG = "Bwrdd Gofal Integredig Llanfairpwllgwyngyll a’r Cylch 🐉 مجلس الرعاية"


@pytest.fixture
def session(session: Session) -> Session:
    overview_content.fill(session)
    partnering.add_partner(session, LONG, "icb", "health")
    return session


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
def test_no_word_of_any_page_is_cut_and_nothing_lies_on_anything(desk: Desk, percent: int) -> None:
    looks = appearance.current()
    assert looks is not None
    looks.choose_text_size(percent)
    wrong: list[str] = []
    for place in registry.pages():
        desk.open(Target(place))
        for size in (each for each in SIZES if each[0] * 100 >= percent * LEAST_WIDE):
            desk.window.resize(*size)
            settle()
            wrong += [f"{place} at {size}: {said}" for said in (*cut(desk.window), *overlaps(desk.window))]
    desk.window.resize(*SIZES[0])
    for target in BEHIND:
        desk.window.go(target)
        settle()
        wrong += [f"{target}: {said}" for said in (*cut(desk.window), *overlaps(desk.window))]
        wrong += [f"{target}: {said} is too small" for said in too_small(desk.window)]
    looks.choose_text_size(100)
    assert not wrong, "\n".join(wrong)
