"""From boxes on a page to the words that stand in them."""

from __future__ import annotations

from areasef.domain.page import Box, PageGeometry, runs_in

CROP: Box = (0, 0, 600, 800)


def geometry() -> PageGeometry:
    """Two lines, ``ab c`` over ``de``, ten points to a letter; the space and the line's end have no box."""
    boxes: list[Box | None] = [(10, 700, 20, 710), (20, 700, 30, 710), None, (40, 700, 50, 710), None]
    boxes += [(10, 680, 20, 690), (20, 680, 30, 690)]
    return PageGeometry(CROP, 0, "ab c\nde", tuple(boxes))


def test_a_line_is_one_run_over_its_spaces() -> None:
    assert runs_in(geometry(), ((10, 700, 50, 710),)) == ((0, 4),)


def test_lines_below_one_another_go_on_and_what_lies_outside_parts_them() -> None:
    assert runs_in(geometry(), ((10, 700, 50, 710), (10, 680, 30, 690))) == ((0, 7),)
    assert runs_in(geometry(), ((10, 700, 20, 710), (20, 680, 30, 690))) == ((0, 1), (6, 7))


def test_nothing_stands_in_no_box() -> None:
    assert runs_in(geometry(), ()) == ()
    assert runs_in(geometry(), ((300, 300, 400, 400),)) == ()
