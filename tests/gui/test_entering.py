"""Enter presses the button that has the focus, on every system."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.test_evaluate import page_of

from areasef.services import writing
from areasef.services.session import Session
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target


def test_enter_presses_a_button_as_space_does_and_once_where_it_is_held(desk: Desk, session: Session) -> None:
    page = page_of(desk, Target("evaluate"))
    page.writing.add_button.setFocus()
    QTest.keyClick(page.writing.add_button, Qt.Key.Key_Return)
    assert len(writing.statements(session, page.strand_id, page.writing.section.id)) == 1
    page.evidence.search_button.setFocus()
    QTest.keyClick(page.evidence.search_button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert page.evidence.search.hasFocus()


def test_enter_with_another_key_held_is_left_to_the_commands(desk: Desk, session: Session) -> None:
    page = page_of(desk, Target("evaluate"))
    page.writing.add_button.setFocus()
    QTest.keyClick(page.writing.add_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert writing.statements(session, page.strand_id, page.writing.section.id) == ()
