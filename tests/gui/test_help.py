from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import too_small, unnamed

from areasef.ui import appearance, guide
from areasef.ui.actions import COMMANDS, shown_keys
from areasef.ui.navigation import PLACES, Target
from areasef.ui.pages import registry
from areasef.ui.pages.help.page import HelpPage
from areasef.ui.window import Window


def page(window: Window) -> HelpPage:
    found = window.page
    assert isinstance(found, HelpPage)
    return found


def words(window: Window) -> str:
    return page(window).text.toPlainText()


def test_every_page_of_the_guide_can_be_read_without_a_network(window: Window) -> None:
    for topic in guide.topics():
        window.go(Target("help", "topic", topic.id))
        assert words(window).startswith(topic.title)
        assert unnamed(window) == []
        assert too_small(window) == []
    assert "http" not in "".join(topic.text for topic in guide.topics())


def test_f1_opens_the_page_about_the_thing_in_focus_and_back_leads_to_it(window: Window) -> None:
    window.go(Target("plan"))
    window.top.as_at.show()
    window.top.as_at.setFocus()
    window.commands.run("place.help")
    assert "How old an item is, is counted to the day" in words(window)
    assert page(window).text.hasFocus()
    window.commands.run("move.back")
    assert window.place == "plan"


@pytest.mark.parametrize(("place", "title"), [("plan", "Plan"), ("publish", "Publish"), ("evidence", "Add evidence")])
def test_f1_opens_the_page_about_the_place(window: Window, place: str, title: str) -> None:
    window.go(Target(place))
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    window.commands.run("place.help")
    assert words(window).startswith(title)


def test_a_section_is_shown_where_one_is_named(window: Window) -> None:
    window.resize(1366, 400)
    window.go(Target("help", "topic", "evaluate#checks"))
    assert page(window).text.verticalScrollBar().value() > 0
    assert page(window).text.textCursor().block().text() == "Checks"


def test_words_are_found_in_every_page(window: Window, qtbot: QtBot) -> None:
    window.go(Target("help"))
    window.commands.run("move.find")
    field = page(window).wanted
    assert field.hasFocus()
    qtbot.keyClicks(field, "large print")
    assert page(window).shown == ("Publish",)
    assert page(window).text.textCursor().selectedText().casefold() == "large print"
    field.setText("no such words anywhere")
    assert page(window).shown == ()
    assert not page(window)._none.isHidden()


def test_the_list_is_worked_with_the_arrows(window: Window, qtbot: QtBot) -> None:
    window.go(Target("help"))
    assert page(window).list.hasFocus()
    qtbot.keyClick(page(window).list, Qt.Key.Key_Down)
    assert words(window).startswith("Evaluate a strand")


def test_the_guide_names_every_key_that_a_place_answers() -> None:
    text = next(topic.text for topic in guide.topics() if topic.id == "keys")
    hidden = {f"place.{place.id}" for place in PLACES if place.id not in registry.pages()}
    missing = [
        command.words
        for command in COMMANDS
        if command.keys
        and command.id not in hidden
        and f"| {shown_keys(command.keys[0])} | {command.words} |" not in text
    ]
    assert not missing


def test_what_the_window_says_help_is_about_exists() -> None:
    headings = {
        topic.id: {guide.anchor_of(line.lstrip("# ")) for line in topic.text.splitlines() if line.startswith("#")}
        for topic in guide.topics()
    }
    said = [*guide.OF_PLACE.values(), "getting-started#the-as-at-date", "keys", "your-file"]
    for each in said:
        name, _, anchor = each.partition("#")
        assert name in headings
        assert not anchor or anchor in headings[name], each
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in headings)


@pytest.mark.parametrize("percent", [100, 150])
def test_running_text_of_the_guide_holds_74_letters_in_a_line_at_most(window: Window, percent: int) -> None:
    looks = appearance.current()
    assert looks is not None
    looks.choose_text_size(percent)
    window.resize(1920, 1080)
    window.go(Target("help", "topic", "evaluate"))
    text = page(window).text
    full: list[int] = []
    block = text.document().begin()
    while block.isValid():
        lines = block.layout()
        if QTextCursor(block).currentTable() is None:
            full += [lines.lineAt(at).textLength() for at in range(lines.lineCount() - 1)]
        block = block.next()
    looks.choose_text_size(100)
    assert len(full) > 5
    assert sum(full) / len(full) <= 74
