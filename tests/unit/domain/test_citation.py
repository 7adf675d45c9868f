from __future__ import annotations

import hashlib

import pytest

from areasef.domain.citation import Anchor, Locator, LocatorKind, anchored, locate

PAGE = "We asked teachers. 61 of 84 teachers said it reached them. Later, 61 of 84 teachers said so again."
QUOTE = "61 of 84 teachers said"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def cited(text: str, quote: str, occurrence: int = 0) -> Locator:
    at = -1
    for _ in range(occurrence + 1):
        at = text.index(quote, at + 1)
    return anchored(LocatorKind.PAGE, 2, "2", text, at, at + len(quote), digest(text), "pdfium 1")


def test_words_are_found_where_they_were_anchored() -> None:
    place = locate(cited(PAGE, QUOTE, 1), PAGE, digest(PAGE))
    assert place.anchor is Anchor.FOUND
    assert place.start == PAGE.rindex(QUOTE)


def test_the_right_one_of_two_is_found_after_the_text_shifted() -> None:
    shifted = "A new heading. " + PAGE
    place = locate(cited(PAGE, QUOTE, 1), shifted, digest(shifted))
    assert place.anchor is Anchor.FOUND
    assert shifted[place.start : place.end] == QUOTE
    assert place.start == shifted.rindex(QUOTE)


def test_words_in_another_context_have_moved() -> None:
    other = f"Somewhere else entirely: {QUOTE} nothing."
    assert locate(cited(PAGE, QUOTE), other, digest(other)).anchor is Anchor.MOVED


def test_words_that_are_gone_are_lost_and_a_gone_file_is_missing() -> None:
    locator = cited(PAGE, QUOTE)
    assert locate(locator, "Nothing here", digest("Nothing here")).anchor is Anchor.LOST
    assert locate(locator, None, "").anchor is Anchor.FILE_MISSING


def test_a_page_without_words_is_always_found() -> None:
    assert locate(Locator(LocatorKind.PAGE, 3), "any text", digest("any text")).anchor is Anchor.FOUND


@pytest.mark.parametrize("insert", ["x", "😀", "نص", "\n"])
def test_one_inserted_sign_anywhere_before_never_loses_the_words(insert: str) -> None:
    locator = cited(PAGE, QUOTE, 1)
    for at in range(PAGE.rindex(QUOTE) - 32):
        text = PAGE[:at] + insert + PAGE[at:]
        place = locate(locator, text, digest(text))
        assert text[place.start : place.end] == QUOTE
