"""A sheet or a table in text on its page: columns where they have room, rows that hang together where they have not."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from areasef.ui.widgets.page_view import Marked
from areasef.ui.widgets.text_page import TextPage

ROWS = ("Locality\tDue\tShare", "Alderbrook town\t1012\t86%", "Northern villages\t71\t3%", "All\t3488\t83%")
TEXT = "Two-year reviews\n" + "\n".join(ROWS)
WIDE, NARROW = 500, 150


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot) -> TextPage:
    made = TextPage()
    qtbot.addWidget(made)
    made.resize(WIDE, 300)
    made.show()
    made.show_text(TEXT)
    return made


def right_of(page: TextPage, words: str) -> int:
    """Return where words end on the screen."""
    cursor = QTextCursor(page.document())
    cursor.setPosition(TEXT.index(words) + len(words))
    return page.cursorRect(cursor).left()


def test_figures_stand_under_one_another_where_they_have_room(page: TextPage) -> None:
    assert right_of(page, "1012") == right_of(page, "\t71") == right_of(page, "3488") == right_of(page, "Due")
    assert right_of(page, "86%") == right_of(page, "\t3%") == right_of(page, "83%")
    assert right_of(page, "Alderbrook town") < right_of(page, "1012") < right_of(page, "86%")


def test_in_a_narrow_pane_a_row_hangs_together_and_no_cells_touch(page: TextPage) -> None:
    page.resize(NARROW, 300)
    assert page.horizontalScrollBar().maximum() == 0
    first = QTextCursor(page.document())
    first.setPosition(TEXT.index("Alderbrook town"))
    second = QTextCursor(page.document())
    second.setPosition(TEXT.index("86%"))
    assert page.cursorRect(second).top() > page.cursorRect(first).top()
    assert page.cursorRect(second).left() > page.cursorRect(first).left()
    before = QTextCursor(page.document())
    before.setPosition(TEXT.index("3488"))
    assert page.cursorRect(before).left() - right_of(page, "All") >= 8


def test_what_is_selected_is_the_stored_text_at_each_width(page: TextPage) -> None:
    start, end = TEXT.index("Northern"), TEXT.index("3%\n") + 2
    page.show_text(TEXT, (Marked(start, end, "supports"),))
    page.select(start, end)
    for width in (NARROW, WIDE, NARROW):
        page.resize(width, 300)
        assert page.selection == (start, end)
        assert page.selected_text == "Northern villages\t71\t3%"
        (mark,) = page.extraSelections()
        assert (mark.cursor.selectionStart(), mark.cursor.selectionEnd()) == (start, end)


def test_words_without_a_table_stay_as_they_are(page: TextPage) -> None:
    page.show_text("To:\tthe board\nWaits fell.")
    assert page.toPlainText() == "To:\tthe board\nWaits fell."


def test_figures_stand_under_one_another_below_headings_that_have_no_room(page: TextPage) -> None:
    head = "Locality\tChildren who were due a review\tReviewed by two and a half\tShare"
    text = "\n".join(("Two-year reviews", head, *ROWS[1:]))
    page.resize(330, 300)
    page.show_text(text)
    assert len(page.toPlainText()) == len(text)

    def ends(words: str) -> int:
        cursor = QTextCursor(page.document())
        cursor.setPosition(text.index(words) + len(words))
        return page.cursorRect(cursor).left()

    assert ends("1012") == ends("\t71") == ends("3488")
    assert ends("86%") == ends("\t3%") == ends("83%") > ends("1012")
    page.select(text.index("Share"), text.index("Share") + 5)
    assert page.selected_text == "Share"


def test_cited_words_stay_in_sight_when_the_pane_gets_lower(page: TextPage) -> None:
    start = TEXT.index("Northern")
    page.show_text(TEXT, (Marked(start, start + 8, "supports"),))
    for size in ((WIDE, 60), (NARROW, 60), (WIDE, 50)):
        page.resize(*size)
        cursor = QTextCursor(page.document())
        cursor.setPosition(start)
        spot = page.cursorRect(cursor)
        assert spot.top() >= 0
        assert spot.bottom() <= page.viewport().height()
