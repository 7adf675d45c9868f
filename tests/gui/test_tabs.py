from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.clipping import settle

from areasef.ui import metrics, theme
from areasef.ui.widgets.tabs import Tabs


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_tab_is_cut_where_the_line_has_room_whatever_they_say_and_whichever_is_open(
    dressed: QApplication, qtbot: QtBot, percent: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    theme.dress(window)
    tabs = Tabs("Evidence")
    metrics.column(window).addWidget(tabs)
    tabs.set_tabs(["Library", "Asked for"])
    window.resize(1200, 200)
    window.show()
    settle()
    theme.apply("light", percent / 100)
    for words in ("Asked for 6", "Asked for 128", "Asked for"):
        tabs.set_words(1, words, ("check", "must") if words.endswith("8") else None)
        for index in (1, 0, 1):
            tabs.open(index)
            settle()
            assert tabs.bar.tabRect(1).right() < tabs.bar.width(), (words, index)
