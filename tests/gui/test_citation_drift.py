"""A citation whose words moved in a newer file says so, shows where they stand, and is anchored anew at one press."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.evaluate_content import QUOTE, write_pdf
from tests.gui.test_evaluate import filled, page_of, writing_card

from areasef.domain.citation import Anchor, Citation, Stance
from areasef.services import adding, citing, keeping, looking_up, undoing
from areasef.services.anchoring import Selection
from areasef.services.library import cited_places
from areasef.services.session import Session
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.widgets.button import Button

__all__ = ["filled"]
OTHERS = ("Reception teachers’ survey, revised", ("We asked every school again.",))
AGAIN = (
    "What teachers said",
    (
        "Two lines come first.",
        "61 of 84 teachers said the programme had reached",
        "them by the first half term, and 57",
    ),
)


@pytest.fixture
def cited(session: Session, filled: dict[str, str]) -> Citation:
    """Words on page 2 of the survey, cited for a statement."""
    survey = keeping.newest_revision(session, filled["survey"])
    assert survey is not None
    page = keeping.page(session, survey.id, 2)
    assert page is not None
    start = page.text.index(QUOTE)
    return citing.cite(session, filled["north"], Selection(survey.id, 2, start, start + len(QUOTE)), Stance.SUPPORTS)


def revise(session: Session, filled: dict[str, str], folder: Path, *pages: tuple[str, tuple[str, ...]]) -> None:
    adding.add_revision(session, filled["survey"], write_pdf(folder / "survey again.pdf", pages))


def opened(desk: Desk, filled: dict[str, str], cited: Citation) -> EvaluatePage:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    assert page.citations.open(cited.id)
    return page


def way(page: EvaluatePage, words: str) -> Button:
    """Return what the notice above the page offers by these words."""
    found = [each for each in page.evidence.notice.findChildren(Button) if each.accessibleName() == words]
    (button,) = [each for each in found if each.isVisible()]
    return button


def chip(page: EvaluatePage) -> str:
    return writing_card(page).chips()[0].accessibleName()


def now(session: Session, cited: Citation) -> Citation:
    kept = looking_up.thing(session, Citation, cited.id)
    assert kept is not None
    return kept


def test_words_that_stand_on_another_page_of_the_newer_file_are_shown_there_and_anchored_at_one_press(
    desk: Desk, session: Session, filled: dict[str, str], cited: Citation, tmp_path: Path, qtbot: QtBot
) -> None:
    revise(session, filled, tmp_path, OTHERS, OTHERS, AGAIN)
    page = opened(desk, filled, cited)
    assert chip(page) == "Supports, E-101, page 2, quote moved"
    said = page.evidence.notice.words
    assert said.startswith("Quote moved. Revision 2 is newer than the file cited")
    assert "stands on page 3, not on page 2" in said
    shown = page.evidence.preview.shown
    assert shown is not None
    assert (shown.revision.number, shown.page) == (1, 2)

    way(page, "Show the newest file").click()
    shown = page.evidence.preview.shown
    assert shown is not None
    assert (shown.revision.number, shown.page) == (2, 3)
    way(page, "Show the file it cites").click()
    shown = page.evidence.preview.shown
    assert shown is not None
    assert (shown.revision.number, shown.page) == (1, 2)

    way(page, "Anchor it there").click()
    kept = now(session, cited)
    assert (kept.locator.page, " ".join(kept.locator.quote.split())) == (3, QUOTE)
    assert chip(page) == "Supports, E-101, page 3"
    assert page.evidence.notice.isHidden()
    shown = page.evidence.preview.shown
    assert shown is not None
    assert (shown.revision.number, shown.page) == (2, 3)

    desk.window.toast.button.click()
    assert now(session, cited) == cited
    assert chip(page) == "Supports, E-101, page 2, quote moved"
    undoing.redo(session)
    assert now(session, cited) == kept


def test_words_that_the_newer_file_does_not_say_are_chosen_again(
    desk: Desk, session: Session, filled: dict[str, str], cited: Citation, tmp_path: Path
) -> None:
    revise(session, filled, tmp_path, OTHERS, ("Now", ("70 of 84 teachers said it had reached them.",)))
    page = opened(desk, filled, cited)
    assert chip(page) == "Supports, E-101, page 2, quote not found"
    assert page.evidence.notice.words.startswith(
        "Quote not found. Revision 2 is newer than the file cited and does not say"
    )
    way(page, "Use the selected words").click()
    assert page.evidence.notice.words.startswith("Select the words first.")
    assert now(session, cited) == cited
    way(page, "Show the newest file").click()
    sheet = page.evidence.preview.sheet
    at = sheet._geometry.text.index("70 of 84") if sheet._geometry else -1
    sheet.select(at, at + len("70 of 84 teachers"))
    way(page, "Use the selected words").click()
    assert now(session, cited).locator.quote == "70 of 84 teachers"
    assert chip(page) == "Supports, E-101, page 2"


def test_a_newer_file_that_says_the_same_is_told_and_both_can_be_seen(
    desk: Desk, session: Session, filled: dict[str, str], cited: Citation, tmp_path: Path
) -> None:
    revise(session, filled, tmp_path, OTHERS, AGAIN)
    page = opened(desk, filled, cited)
    assert chip(page) == "Supports, E-101, page 2, newer file"
    assert page.evidence.notice.words == (
        "A newer file is there. This cites revision 1; revision 2 has come since. The words stand there too, on page 2."
    )
    way(page, "Show the newest file").click()
    shown = page.evidence.preview.shown
    assert shown is not None
    assert shown.revision.number == 2
    (place,) = [each for each in cited_places(session, filled["survey"]) if each.citation.id == cited.id]
    assert place.anchor is Anchor.NEWER
    menu = page.citations.make_menu(cited.id)
    next(each for each in menu.actions() if each.text() == "Anchor it where its words stand now").trigger()
    menu.deleteLater()
    assert chip(page) == "Supports, E-101, page 2"
