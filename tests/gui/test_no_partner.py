"""An area in which no partner is named yet: every place that would list them says so and leads to where they are named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from tests.gui.clipping import settle
from tests.gui.conftest import desk_for
from tests.gui.test_evaluate import page_of

from areasef.services.workspaces import NewArea, create_workspace
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.pages.settings.page import SettingsPage
from areasef.ui.preferences import Preferences


@pytest.fixture
def alone(dressed: QApplication, preferences: Preferences, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    session = create_workspace(tmp_path / "Brynmawr.areasef", NewArea("Brynmawr"), "R. Okafor")
    desk = desk_for(session, preferences, qtbot)
    yield desk
    desk._quiet.stop()
    session.close()


def at_the_partnership(desk: Desk) -> bool:
    page = desk.window.page
    assert isinstance(page, SettingsPage)
    assert page.partnership is not None
    return page.tabs.current() == 1 and page.partnership.add_button.hasFocus()


def test_the_strand_says_that_no_partner_is_named_and_leads_to_where_they_are(alone: Desk) -> None:
    page = page_of(alone, Target("evaluate"))
    (button,) = page.heading.bodies.findChildren(QAbstractButton)
    assert button.text() == "No partner named yet"
    settle()
    assert button.isVisible()
    button.click()
    assert at_the_partnership(alone)


def test_who_stands_behind_a_statement_leads_there_too_and_what_was_typed_is_kept(alone: Desk) -> None:
    page = page_of(alone, Target("evaluate"))
    page.desk.add()
    card = page.writing.writing
    assert card is not None
    card.box.insertPlainText("Needs are found early.")
    (line,) = card.fields.partners.menu_of_terms.actions()
    assert line.text() == "No partner yet: name them in Settings"
    line.trigger()
    assert at_the_partnership(alone)
    page = page_of(alone, Target("evaluate"))
    assert page.dossier is not None
    assert [each.body for each in page.dossier.statements] == ["Needs are found early."]
