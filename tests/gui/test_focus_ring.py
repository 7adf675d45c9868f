from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.clipping import settle

from areasef.ui import metrics, theme


def _has(picture: QImage, colour: QColor) -> bool:
    return any(
        picture.pixelColor(x, y) == colour for y in range(picture.height()) for x in range(0, picture.width(), 3)
    )


@pytest.mark.parametrize("other", ["dark", "contrast"])
def test_the_ring_is_still_there_after_the_theme_was_changed(dressed: QApplication, qtbot: QtBot, other: str) -> None:
    window = QWidget()
    theme.dress(window)
    qtbot.addWidget(window)
    edit = QLineEdit()
    metrics.column(window, margins=(20, 20, 20, 20)).addWidget(edit)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    for name in ("light", other):
        theme.apply(name, 1.0)
        settle()
        assert _has(window.grab().toImage(), theme.look().colour("focus_halo")), name
