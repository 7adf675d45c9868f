"""The plan goes to Excel from its menu and from any screen, and comes back, in the real window."""

from __future__ import annotations

from pathlib import Path

from tests.gui.test_plan_dates import session

from areasef.ui.navigation import Target
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.window import Window

__all__ = ["session"]


def test_the_menu_of_the_plan_writes_a_workbook_and_says_where(window: Window, tmp_path: Path) -> None:
    window.go(Target("plan"))
    page = window.page
    assert isinstance(page, PlanPage)
    page.ask_where = lambda _parent, _start: str(tmp_path / "to the board")
    line = next(each for each in page._menu.actions() if each.text() == "Export the plan to Excel")
    line.trigger()
    assert (tmp_path / "to the board.xlsx").read_bytes()[:2] == b"PK"
    assert "5 actions and all that belongs to them written to to the board.xlsx" in str(
        window.property("lastAnnouncement")
    )


def test_a_file_that_cannot_be_written_is_said_in_place(window: Window, tmp_path: Path) -> None:
    window.go(Target("plan"))
    page = window.page
    assert isinstance(page, PlanPage)
    page.ask_where = lambda _parent, _start: str(tmp_path / "no such folder" / "plan.xlsx")
    page.export()
    assert page._banner.isVisible()
    page.ask_where = lambda _parent, _start: ""
    page.export()
