"""Every dialog fits the window behind it at each text size: its buttons are in sight and its rows can be pressed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QListWidget
from tests.gui.asked import ASKED, looked_at
from tests.gui.clipping import cut, overlaps, settle
from tests.gui.overview_content import fill

from areasef.domain.evidence import Evidence
from areasef.services import keeping
from areasef.services.session import Session
from areasef.ui import appearance
from areasef.ui.dialogs.bin import BinDialog
from areasef.ui.navigation import Target
from areasef.ui.pages.evidence import choices
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.ticking import TickList, ask_ticks
from areasef.ui.window import Window

LAPTOP = (1366, 688)


@pytest.fixture
def session(session: Session) -> Session:
    fill(session)
    return session


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QDialog]]:
    """The dialogs that were asked, each shown as it opens and left alone."""
    with looked_at(monkeypatch) as shown:
        yield shown


@pytest.mark.parametrize(("size", "percent"), [(LAPTOP, 100), (LAPTOP, 150), (LAPTOP, 200), ((1920, 1080), 200)])
def test_a_dialog_fits_its_window_with_its_words_and_its_buttons(
    window: Window,
    session: Session,
    preferences: Preferences,
    opened: list[QDialog],
    size: tuple[int, int],
    percent: int,
) -> None:
    looks = appearance.current()
    assert looks is not None
    looks.choose_text_size(percent)
    window.resize(*size)
    wrong: list[str] = []
    for name, ask in ASKED.items():
        ask(window, session, preferences)
        dialog = opened[-1]
        if dialog.width() > size[0] or dialog.height() > size[1]:
            wrong.append(f"{name} is {dialog.width()}x{dialog.height()}")
        wrong += [f"{name}: {said}" for said in (*cut(dialog), *overlaps(dialog))]
        buttons = [each for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
        wrong += [f"{name}: {each.text()} has no room" for each in buttons if each.height() < 24]
        rows = [each for each in dialog.findChildren(QListWidget) if each.isVisible() and each.count()]
        low = [each.accessibleName() for each in rows if each.visualItemRect(each.item(0)).height() < 24]
        wrong += [f"{name}: a row of {said} is too low to press" for said in low]
        dialog.close()
    looks.choose_text_size(100)
    assert len(opened) == len(ASKED)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ["as-at date", "words"])
def test_what_is_wrong_with_a_field_pushes_no_field_out_of_sight(
    window: Window, session: Session, preferences: Preferences, opened: list[QDialog], name: str
) -> None:
    window.resize(*LAPTOP)
    ASKED[name](window, session, preferences)
    (dialog,) = opened
    field = dialog.findChild(Field)
    assert field is not None
    before = dialog.height()
    field.set_error("Type a date, like 7 March 2026")
    settle()
    assert field.control.visibleRegion().boundingRect().height() == field.control.height()
    assert dialog.height() > before


def test_a_row_to_tick_is_a_target_and_ticks_where_it_is_pressed(
    window: Window, session: Session, opened: list[QDialog]
) -> None:
    ask_ticks(window, "Which strands?", choices.strands(session.framework), ())
    rows = opened[-1].findChild(TickList)
    assert rows is not None
    place = rows.visualItemRect(rows.item(2))
    assert place.height() >= 24
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert rows.chosen() == (session.framework.strands[2].id,)
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert rows.chosen() == ()


def test_the_bin_calls_things_as_the_screen_does(window: Window, session: Session, opened: list[QDialog]) -> None:
    item = session.store.all(Evidence)[0]
    keeping.bin_evidence(session, item.id)
    BinDialog(window, session, window.bus).exec()
    words = [each.text() for each in opened[-1].findChildren(QLabel)]
    assert item.title in words
    assert any(re.match(r"Evidence, \d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d", each) for each in words), words


def test_what_bodies_say_never_lies_on_how_we_see_it_however_large_the_text_is_at_first(
    window: Window, session: Session
) -> None:
    looks = appearance.current()
    assert looks is not None
    looks.choose_text_size(150)
    window.resize(*LAPTOP)
    window.go(Target("evaluate", "strand", session.framework.strands[1].id))
    settle()
    found = overlaps(window)
    looks.choose_text_size(100)
    assert not found, "\n".join(found)
