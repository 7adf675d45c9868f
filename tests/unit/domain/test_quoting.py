from __future__ import annotations

import pytest

from areasef.domain.quoting import bare, quoted


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ('"North","Families said ""we wait"" for weeks"', "North, Families said “we wait” for weeks"),
        ('"We wait for weeks"', "We wait for weeks"),
        ('We wait for weeks"', "We wait for weeks"),
        ("**Most** families `wait` for __weeks__", "Most families wait for weeks"),
        ("> We wait\n> for weeks", "We wait for weeks"),
        ("| North | 41 weeks |", "North, 41 weeks"),
        ("<p>Waits &amp; reviews</p>", "Waits & reviews"),
        ("fewer than 5 < 10 and 3 * 4 * 5", "fewer than 5 < 10 and 3 * 4 * 5"),
        ("a snake_case_name and 2**3", "a snake_case_name and 2**3"),
        ("The “Bridge”\noffer", "The “Bridge” offer"),
    ],
)
def test_a_quote_is_read_without_the_marks_of_its_file(kept: str, read: str) -> None:
    assert bare(kept) == read


def test_marks_around_differ_from_marks_inside() -> None:
    assert quoted("families wait") == "“families wait”"
    assert quoted('families said "we wait" for weeks') == "‘families said “we wait” for weeks’"
    assert quoted('"we wait"') == "“we wait”"
