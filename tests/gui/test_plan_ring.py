from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.gui.clipping import settle
from tests.gui.plan_content import fill

from areasef.services.session import Session
from areasef.ui import theme
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.window import Window


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_row_of_the_plan_that_has_the_focus_wears_ring_and_halo_as_every_list_does(
    window: Window, session: Session, name: str
) -> None:
    fill(session)
    window.resize(1366, 688)
    window.show()
    window.activateWindow()
    theme.apply(name, 1.0)
    window.go(Target("plan"))
    assert isinstance(window.page, PlanPage)
    table = window.page.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert table.hasFocus()
    row = table.visualRect(table.currentIndex())
    picture = table.viewport().grab().toImage()
    seen = {picture.pixelColor(row.center().x(), y).name() for y in range(row.top(), row.bottom() + 1)}
    assert {theme.look().colour("focus").name(), theme.look().colour("focus_halo").name()} <= seen
