"""Columns are as wide as their words ask."""

from __future__ import annotations

from areasef.documents.model import Cell, Column, runs
from areasef.documents.parts.shares import shared_by_words

COLUMNS = (Column("No.", 8), Column("Report", 30), Column("Answer", 30), Column("Since", 32))


def row(*letters: int) -> tuple[Cell, ...]:
    return tuple(Cell((runs("x" * count),)) for count in letters)


def shares(*rows: tuple[Cell, ...]) -> list[int]:
    return [round(column.share) for column in shared_by_words(COLUMNS, rows, fixed=1)]


def test_a_column_of_long_texts_takes_the_room_that_others_do_not_need() -> None:
    number, report, answer, since = shares(row(2, 600, 60, 20), row(2, 400, 80, 20))
    assert number == 8
    assert report > 50
    assert 15 <= answer < 30
    assert since == 16  # half of what it was given


def test_cells_that_are_alike_leave_the_columns_as_they_were() -> None:
    assert shares(row(1, 300, 300, 320)) == [8, 30, 30, 32]


def test_a_column_of_few_words_keeps_them_on_a_line() -> None:
    _, report, answer, since = shares(row(2, 600, 13, 900), row(2, 400, 13, 900))
    assert answer >= 17  # No answer yet, and the sign before it
    assert shares(row(2, 600, 130, 20))[2] < answer
    assert report + answer + since in (91, 92, 93)


def test_the_widths_always_fill_the_row() -> None:
    for rows in ([], [row(1, 0, 0, 0)], [row(1, 900, 1, 1)], [row(1, 1, 2000, 900), row(1, 80, 0, 3)]):
        assert sum(shares(*rows)) in (99, 100, 101)
