"""Another theme or text size in a crowded window: it comes in turns, what is seen first, and leaves nothing as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QDialog, QFocusFrame, QMenu, QSplitter, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.clipping import BEHIND, cut, overlaps, settle

from areasef import tokens
from areasef.services import writing
from areasef.services.session import Session
from areasef.ui import theme
from areasef.ui.jobs import Jobs
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.parts import is_shell
from areasef.ui.preferences import Preferences
from areasef.ui.window import Window
from areasef.words.faults import AppError

_WORDS = "Families can now get help before a diagnosis, and say that waiting is calmer than it was a year ago. "


@pytest.fixture
def crowded(dressed: object, session: Session, preferences: Preferences, qtbot: QtBot) -> Window:
    """A window with jobs of its own, in front of many statements, with two other pages seen before."""
    strand = session.framework.strands[0].id
    for number in range(16):
        writing.add_statement(session, strand, "impact", _WORDS * (1 + 3 * (number % 2)))
    made = Window(session, registry.pages(), preferences, jobs=Jobs())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    for target in (Target("plan"), Target("settings", "partnership"), Target("evaluate", "strand", strand)):
        made.go(target)
        made.arrive_now()
        qtbot.waitUntil(lambda: not made.jobs.busy)
    page_of(made).writing.open_section("impact")
    page_of(made).writing.make_all()
    settle()
    return made


def page_of(window: Window) -> EvaluatePage:
    page = window.page
    assert isinstance(page, EvaluatePage)
    return page


def ground(widget: QWidget, at: QPoint) -> str:
    """Return the colour that is painted at a point of a widget, as the tokens write it."""
    return widget.grab().toImage().pixelColor(at).name()


def token(colour: str) -> str:
    return QColor(colour).name()


def all_dressed(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: theme.redressing().waiting == 0)


def test_another_theme_comes_in_turns_and_what_was_out_of_sight_wears_it_too(crowded: Window, qtbot: QtBot) -> None:
    theme.apply("dark", 1.0)
    assert theme.redressing().waiting > 16, "everything was dressed in one turn"
    all_dressed(qtbot)
    writing_pane = page_of(crowded).writing
    bar = writing_pane.statements.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    surface, canvas = token(tokens.DARK.surface), token(tokens.DARK.canvas)
    assert {ground(card, QPoint(8, 6)) for card in writing_pane.cards} == {surface}
    assert ground(crowded.top, QPoint(3, 3)) == surface
    for place in ("plan", "settings"):
        crowded.go(Target(place))
        assert crowded.page is not None
        assert ground(crowded.page, QPoint(4, 4)) == canvas


def test_while_it_comes_the_page_shows_what_it_showed_and_the_pointer_says_so(crowded: Window, qtbot: QtBot) -> None:
    theme.apply("dark", 1.0)
    assert not crowded.stack.updatesEnabled()
    assert crowded.updatesEnabled()  # the frame follows at once
    all_dressed(qtbot)
    assert crowded.stack.updatesEnabled()


def test_a_page_that_is_asked_for_before_its_turn_comes_next(crowded: Window, qtbot: QtBot) -> None:
    theme.apply("dark", 1.0)
    qtbot.waitUntil(crowded.stack.updatesEnabled)
    assert theme.redressing().waiting
    crowded.go(Target("settings", "partnership"))
    page = crowded.page
    assert page is not None
    wanted = token(tokens.DARK.text)
    title = page._heading
    qtbot.waitUntil(lambda: title.palette().color(title.foregroundRole()).name() == wanted)
    all_dressed(qtbot)


def test_in_another_text_size_nothing_is_cut_and_two_changes_end_with_the_last(crowded: Window, qtbot: QtBot) -> None:
    theme.apply("light", 2.0)
    theme.apply("contrast", 1.5)
    all_dressed(qtbot)
    page = page_of(crowded)
    qtbot.waitUntil(lambda: not page.writing.statements.column.waiting)
    settle()
    assert (cut(crowded), overlaps(crowded)) == ([], [])
    assert ground(page.writing.cards[0], QPoint(10, 8)) == token(tokens.CONTRAST.surface)
    button = page.writing.add_button
    assert button.fontInfo().pixelSize() == round(tokens.TYPE["label"].size * 1.5)


def undressed(root: QWidget) -> list[str]:
    """Return what is seen and wears no stylesheet, though it is none of the shells, which need none."""
    return [
        f"{type(each).__name__} {each.objectName()} {each.accessibleName()}"
        for each in root.findChildren(QWidget)
        if each.isVisible()
        and not each.style().inherits("QStyleSheetStyle")
        and not (is_shell(each) or isinstance(each, QFocusFrame) or isinstance(each.parentWidget(), QSplitter))
    ]


def test_everything_on_every_page_is_dressed(window: Window) -> None:
    for target in (*(Target(place) for place in registry.pages()), *BEHIND):
        window.go(target)
        settle()
        assert undressed(window) == [], target


@pytest.mark.parametrize(
    "opens",
    [
        lambda window: window.commands.run("keys"),
        lambda window: window.errors.show(AppError("store.no_folder", folder="/nowhere")),
    ],
)
def test_a_dialog_over_a_window_is_dressed(window: Window, qtbot: QtBot, opens: Callable[[Window], object]) -> None:
    seen: list[bool] = []

    def look() -> None:
        dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
        seen.append(undressed(dialog) == [] and dialog.style().inherits("QStyleSheetStyle"))
        dialog.reject()

    from areasef.ui.later import later

    later(window, look)
    opens(window)
    assert seen == [True]


def test_every_menu_of_a_page_is_dressed(window: Window) -> None:
    for place in registry.pages():
        window.go(Target(place))
        settle()
    bare = [each for each in window.findChildren(QMenu) if not each.style().inherits("QStyleSheetStyle")]
    assert [[action.text() for action in menu.actions()] for menu in bare] == []


def test_the_buttons_of_a_header_have_room_once_they_are_larger(crowded: Window, qtbot: QtBot) -> None:
    """They are dressed after the header was fitted: it is fitted again, and none of them is cut."""
    crowded.resize(1366, 688)
    crowded.go(Target("publish"))
    crowded.arrive_now()
    qtbot.waitUntil(lambda: not crowded.jobs.busy)
    page = crowded.page
    assert page is not None
    past = next(each for each in page.findChildren(QAbstractButton) if each.text().strip() == "Past exports")
    before = past.width()
    theme.apply("light", 2.0)
    qtbot.waitUntil(lambda: past.width() > before * 1.5)
    settle()
    holder = past.parentWidget()
    assert holder is not None
    qtbot.waitUntil(lambda: holder.width() >= past.width())
    qtbot.waitUntil(lambda: not crowded.jobs.busy)
