"""A section of many statements: what is out of sight is laid out later, and is as it should be once somebody comes to it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.clipping import cut, overlaps, settle
from tests.gui.conftest import desk_for

from areasef.services import writing
from areasef.services.session import Session
from areasef.ui import theme
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.preferences import Preferences

_MANY = 24
_WORDS = "Families can now get help before a diagnosis, and say that waiting is calmer than it was a year ago. "


@pytest.fixture
def crowded(dressed: object, session: Session, preferences: Preferences, qtbot: QtBot) -> Desk:
    """A window in front of a section of many statements, the odd ones long."""
    strand = session.framework.strands[0].id
    for number in range(_MANY):
        writing.add_statement(session, strand, "impact", _WORDS * (1 + 5 * (number % 2)))
    desk = desk_for(session, preferences, qtbot)
    desk.window.go(Target("evaluate", "strand", strand))
    page_of(desk).writing.open_section("impact")
    page_of(desk).writing.make_all()
    all_laid(page_of(desk), qtbot)
    return desk


def page_of(desk: Desk) -> EvaluatePage:
    page = desk.window.page
    assert isinstance(page, EvaluatePage)
    return page


def wrong(page: EvaluatePage) -> list[str]:
    """Return the numbers of the cards that are not as wide as the column or not as high as their words."""
    column = page.writing.statements.column
    width = column.geometry().marginsRemoved(column.contentsMargins()).width()
    return [
        f"{at}: {card.width()}x{card.height()}"
        for at, card in enumerate(page.writing.cards, 1)
        if (card.width(), card.height()) != (width, card.heightForWidth(width))
    ]


def all_laid(page: EvaluatePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not wrong(page))


def seen(page: EvaluatePage) -> list[int]:
    """Return which cards can be seen, by number."""
    view = page.writing.statements.viewport()
    found = []
    for at, card in enumerate(page.writing.cards, 1):
        top = card.mapTo(view, card.rect().topLeft()).y()
        if top < view.height() and top + card.height() > 0:
            found.append(at)
    return found


def test_in_a_narrower_window_what_is_seen_fits_at_once_and_the_rest_soon_after(crowded: Desk, qtbot: QtBot) -> None:
    page = page_of(crowded)
    crowded.window.resize(840, 688)
    settle()
    late = {int(each.split(":")[0]) for each in wrong(page)}
    assert late, "everything was laid out in one turn"
    assert not late & set(seen(page))
    all_laid(page, qtbot)
    assert (cut(page.writing.statements), overlaps(page.writing.statements)) == ([], [])


def test_who_scrolls_to_what_was_not_laid_out_yet_finds_it_whole(crowded: Desk) -> None:
    page = page_of(crowded)
    crowded.window.resize(840, 688)
    settle()
    bar = page.writing.statements.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()
    assert seen(page)[0] > 3
    assert not {int(each.split(":")[0]) for each in wrong(page)} & set(seen(page))


def test_what_is_read_stays_where_it_is_while_what_stands_above_becomes_higher(crowded: Desk, qtbot: QtBot) -> None:
    page = page_of(crowded)
    view = page.writing.statements.viewport()
    page.writing.statements.verticalScrollBar().setValue(page.writing.cards[15].y())
    settle()
    assert page.writing.cards[15].mapTo(view, page.writing.cards[15].rect().topLeft()).y() == 0
    crowded.window.resize(840, 688)
    settle()
    all_laid(page, qtbot)
    assert page.writing.cards[15].mapTo(view, page.writing.cards[15].rect().topLeft()).y() == 0


def test_in_large_text_every_statement_has_room_for_its_words(crowded: Desk, qtbot: QtBot) -> None:
    page = page_of(crowded)
    theme.apply("light", 1.5)
    settle()
    all_laid(page, qtbot)
    assert (cut(page.writing.statements), overlaps(page.writing.statements)) == ([], [])
