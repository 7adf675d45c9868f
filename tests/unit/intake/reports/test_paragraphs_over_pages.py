"""A page's end after a sentence: one paragraph or two, by how full the line and the page were and how long the halves are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from areasef.intake.reports.joining import Joiner
from areasef.intake.reports.printed import Line
from areasef.intake.reports.prose import paragraphs
from areasef.intake.reports.reading import read_report

from .invented import Author
from .press import Style
from .printing import print_report
from .test_printed_reports import plain

LEADING, FOOT, TOP, WIDE = 14.5, 60.0, 740.0, 470.0


def cut(above: int, below: int, *, left_free: int = 0, room: float = 3.0, after: str = "Leaders") -> list[Line]:
    """Return the lines of what ends one page and begins the next, with a whole paragraph before and after."""
    lines = [_line(1, FOOT + (left_free + above - at) * LEADING + 60, f"whole {at}", 14.5) for at in range(4)]
    lines[-1] = lines[-1].saying("whole.")
    for at in range(above):
        text = "a sentence ends." if at == above - 1 else f"above {at}"
        last = at == above - 1
        y = FOOT + (left_free + above - 1 - at) * LEADING
        lines.append(_line(1, y, text.capitalize(), LEADING if at else 29.0, room if last else 4.0))
    for at in range(below):
        text = "the end." if at == below - 1 else after if not at else f"below {at}"
        lines.append(_line(2, TOP - at * LEADING, text, LEADING if at else 1e6))
    lines += [_line(2, TOP - (below + 1) * LEADING, "Another one.", 29.0)]
    return lines


def _line(page: int, y: float, text: str, gap: float, room: float = 4.0) -> Line:
    return Line(text, page, (57.0, y, 57.0 + WIDE - room, y + 12), 12.0, gap=gap, room=room, first=40.0)


def count(lines: list[Line]) -> int:
    return len(paragraphs(lines, Joiner(line.text for line in lines), FOOT))


@pytest.mark.parametrize(("above", "below"), [(1, 7), (2, 6), (3, 2), (6, 2), (5, 3)])
def test_short_halves_at_a_full_page_are_one_paragraph_to_look_at(above: int, below: int) -> None:
    lines = cut(above, below)
    found = paragraphs(lines, Joiner(line.text for line in lines), FOOT)
    assert len(found) == 3
    assert found[1].uncertain
    assert (found[1].page, found[1].end_page) == (1, 2)


@pytest.mark.parametrize(
    "lines",
    [
        cut(6, 6),  # both long enough to be whole
        cut(2, 6, room=200.0),  # the next word had room: the break was meant
        cut(3, 5, left_free=2),  # two lines were left free at the page's end
        cut(6, 2, left_free=1),
    ],
)
def test_otherwise_they_are_two(lines: list[Line]) -> None:
    assert count(lines) == 4


@pytest.mark.parametrize("after", ["Furthermore, plans", "At times, plans", "On 1 July 2022, plans", "However, plans"])
def test_words_that_go_on_begin_no_paragraph(after: str) -> None:
    assert count(cut(6, 6, after=after)) == 3


@pytest.mark.parametrize("lines", [cut(1, 7), cut(3, 2), cut(6, 6, after="However, plans")])
def test_an_empty_line_at_a_pages_end_or_start_parts_them_for_certain(lines: list[Line]) -> None:
    last = next(at for at, line in enumerate(lines) if line.page == 2) - 1
    for parted in (
        [*lines[:last], replace(lines[last], over=True), *lines[last + 1 :]],
        [*lines[: last + 1], replace(lines[last + 1], under=True), *lines[last + 2 :]],
    ):
        found = paragraphs(parted, Joiner(line.text for line in parted), FOOT)
        assert len(found) == 4
        assert not any(item.uncertain for item in found)


@pytest.mark.parametrize(
    "after", ["The commissioning of health services changed", "The Weir area commissions a range of"]
)
def test_what_every_report_says_of_its_area_begins_a_paragraph(after: str) -> None:
    assert count(cut(3, 2, after=after)) == 4
    lines = [Line(text, gap=0.0, room=0.0, first=5.0) for text in ("It is so.", after, "and more.")]
    assert count(lines) == 2


def test_short_paragraphs_whose_last_lines_are_full_are_never_made_one(tmp_path: Path) -> None:
    style = Style(empty_lines=True, begin=560.0)
    full = "Children know what helps" + " and plans are read" * 2  # with the number, as wide as a line
    texts = [f"{full} as {full.lower()} in all of the area {chr(97 + at % 26) * 3}." for at in range(40)]
    invented = Author(33).report("positive", experience=texts)
    print_report(tmp_path / "report.pdf", invented, style)
    report = read_report(tmp_path / "report.pdf")
    assert [plain(item.text) for item in report.experience] == [plain(text) for text in texts]
    assert len({item.page for item in report.experience}) > 2
    assert not any(item.uncertain for item in report.experience)
