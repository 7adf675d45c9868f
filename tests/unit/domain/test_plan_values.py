"""Dates, numbers, words and names of cells, as people type them into plans."""

from __future__ import annotations

from datetime import date

import pytest

from areasef.domain.partner import Partner, Person
from areasef.domain.plan_sheet.columns import Reads
from areasef.domain.plan_sheet.names import EVERYBODY, NEW_PARTNER, NEW_PERSON, Known, guess_who, split_names
from areasef.domain.plan_sheet.values import (
    NotUnderstood,
    colour_word,
    guess_delivery,
    guess_stage,
    read_days,
    read_number,
    read_step,
)
from areasef.domain.workbook import Cell, cell_name

KNOWN = Known(
    (
        Partner("c", "Alderbrook Council", "Council", "council"),
        Partner("i", "NHS Three Rivers ICB", "ICB", "icb"),
        Partner("f", "Alderbrook Parent Carer Forum", "Forum", "forum"),
        Partner("a", "Sight, Sound and Signing", "", "voluntary"),
        Partner("m", "NHS Moor and Fell ICB", "Moor", "icb_other"),
        Partner("e", "Everyone; a youth group", "Everyone", "youth"),
    ),
    (Person("p", "Jane Ward"),),
)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("31/03/2027", date(2027, 3, 31), date(2027, 3, 31)),
        ("31.3.27", date(2027, 3, 31), date(2027, 3, 31)),
        ("2027-03-31", date(2027, 3, 31), date(2027, 3, 31)),
        ("2027-03-31 00:00:00", date(2027, 3, 31), date(2027, 3, 31)),
        ("31st March 2027", date(2027, 3, 31), date(2027, 3, 31)),
        ("Wednesday 31 March 2027", date(2027, 3, 31), date(2027, 3, 31)),
        ("Sept 2026", date(2026, 9, 1), date(2026, 9, 30)),
        ("Mar-27", date(2027, 3, 1), date(2027, 3, 31)),
        ("March ’27", date(2027, 3, 1), date(2027, 3, 31)),
        ("by end of March 2027", date(2027, 3, 1), date(2027, 3, 31)),
        ("Q3 2026/27", date(2026, 10, 1), date(2026, 12, 31)),
        ("Quarter 4 26/27", date(2027, 1, 1), date(2027, 3, 31)),
        ("2026/27", date(2026, 4, 1), date(2027, 3, 31)),
        ("Academic year 2026/27", date(2026, 9, 1), date(2027, 8, 31)),
        ("Autumn term 2026", date(2026, 9, 1), date(2026, 12, 31)),
        ("Summer term 2026/27", date(2027, 4, 1), date(2027, 7, 31)),
        ("September 2026 to March 2027", date(2026, 9, 1), date(2027, 3, 31)),
        ("Sep - Dec 2026", date(2026, 9, 1), date(2026, 12, 31)),
        ("Nov to Feb 2027", date(2026, 11, 1), date(2027, 2, 28)),
        ("15 December to 20 January 2027", date(2026, 12, 15), date(2027, 1, 20)),
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("Dec 26 – Mar 27", date(2026, 12, 1), date(2027, 3, 31)),
        ("Dec-26 to Mar-27", date(2026, 12, 1), date(2027, 3, 31)),
        ("by 31st of March 2027", date(2027, 3, 31), date(2027, 3, 31)),
        ("March 31st, 2027", date(2027, 3, 31), date(2027, 3, 31)),
        ("31st March ’27", date(2027, 3, 31), date(2027, 3, 31)),
        ("09/2026", date(2026, 9, 1), date(2026, 9, 30)),
        ("2027-04-03T00:00:00", date(2027, 4, 3), date(2027, 4, 3)),
        ("46112", date(2026, 3, 31), date(2026, 3, 31)),
        (46112.0, date(2026, 3, 31), date(2026, 3, 31)),
        (date(2027, 3, 31), date(2027, 3, 31), date(2027, 3, 31)),
    ],
)
def test_dates_of_every_common_form_are_understood(typed: str | float | date, first: date, last: date) -> None:
    found = read_days(Cell(typed))
    assert found is not None
    assert (found.start, found.end) == (first, last)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31 February 2026", "31 February 2026 is no date. Write it as 28 February 2026, or leave the cell empty."),
        ("31/02/2028", "31/02/2028 is no date. Write it as 29 February 2028"),
        ("Ongoing", "“Ongoing” names no day. Write the day by which it should be done"),
        ("TBC", "names no day"),
        ("early 2027", "“early 2027” is no date"),
        ("12/25/2026", "is no date"),
        ("13/2026", "is no date"),
        ("12345", "is no date"),
        ("March 2027 to January 2026", "is no date that can be understood"),
        ("27 March", "“27 March” has no year"),
        ("Q3 2026", "Write it as Q3 2026/27"),
        ("when funding allows", "“when funding allows” is no date"),
        (12.0, "“12” is no date"),
        ("Q4 9999/00", "is no date"),
        ("1 January 0999", "is no date"),
        (date(1, 1, 1), "is no date"),
    ],
)
def test_what_is_no_date_says_what_to_write(typed: str | float, words: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_days(Cell(typed))
    assert words in str(caught.value.fault)


@pytest.mark.parametrize(
    "typed",
    [
        "Dec 2025 (revised to March 2026)",
        "Dec 2025, now Mar 2026",
        "31 December 2025 revised date: 31/03/2026",
        "31/03/2026 (was 31/12/2025)",
        "Mar 2026, originally Dec 2025",
    ],
)
def test_a_date_that_moved_keeps_both(typed: str) -> None:
    found = read_days(Cell(typed))
    assert found is not None
    assert (found.end, found.moved) == (date(2025, 12, 31), date(2026, 3, 31))


def test_nothing_is_nothing() -> None:
    assert read_days(Cell("n/a")) is None
    assert read_number(Cell("-")) is None


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        (Cell("62%"), 62, "%"),
        (Cell("62 per cent"), 62, "%"),
        (Cell(0.62, percent=True), 62, "%"),
        (Cell(41.0), 41, ""),
        (Cell("£1,200"), 1200, "£"),
        (Cell("38 weeks (March)"), 38, "weeks"),
    ],
)
def test_numbers_come_with_their_unit(cell: Cell, value: float, unit: str) -> None:
    assert read_number(cell) == (value, unit)


@pytest.mark.parametrize("typed", ["<5", "lots", "10-20"])
def test_what_is_no_number_is_said(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        read_number(Cell(typed))


def test_steps_are_figures_or_words() -> None:
    assert [read_step(Cell(each)) for each in ("4", "High", 3.0)] == [4, 4, 3]
    with pytest.raises(NotUnderstood):
        read_step(Cell("12"))


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("On track", "on_track"),
        ("GREEN", "on_track"),
        ("A", "slipping"),
        ("Blue (complete)", "done"),
        ("Red – overdue", "off_track"),
        ("Not started", "not_due"),
        ("Amber/Green", ""),
        ("Red - not started", ""),
        ("Purple", ""),
    ],
)
def test_a_rating_is_guessed_only_where_it_is_plain(word: str, meaning: str) -> None:
    assert guess_delivery(word) == meaning


def test_stages_are_found_by_title_or_common_word() -> None:
    titles = {"in_place": "In place", "sustained": "Sustained"}
    assert [guess_stage(each, titles) for each in ("in place", "Embedded", "Emerging")] == ["in_place", "sustained", ""]


@pytest.mark.parametrize(
    ("fill", "word"),
    [
        ("FF0000", "Red"),
        ("C00000", "Red"),
        ("FFC000", "Amber"),
        ("FFFF00", "Amber"),
        ("00B050", "Green"),
        ("92D050", "Green"),
        ("0070C0", "Blue"),
        ("BFBFBF", "Grey"),
        ("FFFFFF", ""),
        ("", ""),
    ],
)
def test_the_colour_of_a_cell_has_a_word(fill: str, word: str) -> None:
    assert colour_word(fill) == word


def test_names_are_parted_but_not_torn() -> None:
    assert split_names("Jane Ward / Sam Cole", KNOWN) == ("Jane Ward", "Sam Cole")
    assert split_names("Council; ICB\nForum", KNOWN) == ("Council", "ICB", "Forum")
    assert split_names("Sight, Sound and Signing", KNOWN) == ("Sight, Sound and Signing",)
    assert split_names("Ward, Jane", KNOWN) == ("Jane Ward",)
    assert split_names("Council, ICB and Forum", KNOWN) == ("Council", "ICB", "Forum")
    assert split_names("Council / NHS Moor and Fell ICB", KNOWN) == ("Council", "NHS Moor and Fell ICB")
    assert split_names("Forum; Everyone; a youth group; Moor", KNOWN) == ("Forum", "Everyone; a youth group", "Moor")
    both = ("Sight, Sound and Signing", "NHS Moor and Fell ICB", "Forum")
    assert split_names("Sight, Sound and Signing, NHS Moor and Fell ICB and Forum", KNOWN) == both
    assert split_names("Health and Safety team, Moor & Sam Cole", KNOWN) == (
        "Health",
        "Safety team",
        "Moor",
        "Sam Cole",
    )


@pytest.mark.parametrize(
    ("name", "reads", "who"),
    [
        ("LA", Reads.ANYBODY, "partner:c"),
        ("Health", Reads.BODIES, "partner:i"),
        ("PCF", Reads.BODIES, "partner:f"),
        ("jane ward", Reads.ANYBODY, "person:p"),
        ("Jane Ward (Council)", Reads.PERSON, "person:p"),
        ("All partners", Reads.BODIES, EVERYBODY),
        ("Everyone", Reads.BODIES, "partner:e"),
        ("Therapy Trust", Reads.ANYBODY, NEW_PARTNER),
        ("Head of SEND service", Reads.ANYBODY, NEW_PERSON),
        ("Sam Cole", Reads.ANYBODY, NEW_PERSON),
    ],
)
def test_who_is_meant_is_guessed(name: str, reads: Reads, who: str) -> None:
    assert guess_who(name, reads, KNOWN) == who


def test_cells_are_named_as_excel_does() -> None:
    assert [cell_name(11, 5), cell_name(0, 26), cell_name(0, 701)] == ["F12", "AA1", "ZZ1"]
