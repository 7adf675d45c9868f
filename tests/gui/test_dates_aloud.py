from __future__ import annotations

from datetime import date

import pytest

from areasef.ui.dates import age_words

AS_AT = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "After this day"),
        (date(2026, 11, 23), "Today"),
        (date(2026, 11, 22), "1 day"),
        (date(2026, 11, 10), "13 days"),
        (date(2026, 11, 9), "2 weeks"),
        (date(2026, 9, 22), "8 weeks"),
        (date(2026, 9, 21), "2 months"),
        (date(2025, 9, 19), "14 months"),
        (date(2024, 11, 23), "2 years"),
    ],
)
def test_an_age_is_said_in_the_unit_people_use(day: date, words: str) -> None:
    assert age_words(day, AS_AT) == words
