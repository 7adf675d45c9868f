from __future__ import annotations

import pytest

from areasef.domain.sub_point import in_lines, opening

AREA = "Leaders should act together to: • find children early; • tell families when; and ◼ look at what came of it."


def test_each_sub_point_stands_on_a_line_of_its_own() -> None:
    assert in_lines(AREA).splitlines() == [
        "Leaders should act together to:",
        "• find children early;",
        "• tell families when; and",
        "◼ look at what came of it.",
    ]
    assert in_lines(in_lines(AREA)) == in_lines(AREA)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (AREA, "Leaders should act together to"),
        ("Waits are too long.", "Waits are too long."),
        ("• find children early", "• find children early"),
        ("", ""),
    ],
)
def test_what_stands_before_the_sub_points_names_the_whole(text: str, said: str) -> None:
    assert opening(text) == said
