"""Recommendations in many wordings, and tables of priority action set in other ways, as PDFs and as texts of them."""

from __future__ import annotations

import os
import textwrap
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics

from areasef.intake.reports.reading import read_report

from .invented import Author, Invented, Item
from .press import Style
from .printing import print_report, text_form
from .test_printed_reports import check, plain
from .worded import worded

COUNT = max(int(os.environ.get("AREASEF_PRINTED", "24")) // 4, 6)
CLOSE = Style(padding=0.6, after_row=11.6)  # rows as close as Word sets them
LEAD = "The area must address the areas below in its plan, and work at pace on each of them:"
SET = {
    "a body to each area": replace(CLOSE, size=11.0),
    "a body in a row above its areas": replace(CLOSE, bodies_above="row"),
    "a body as a line above its areas": replace(CLOSE, bodies_above="line"),
    "a cell beside several areas": Style(padding=1.5, after_row=11.52, bodies_once=True, merged=True),
    "a body beside several areas and no rule": Style(bodies_once=True, rules=False),
}


def gathered(seed: int) -> Invented:
    """Return a report whose areas of one body stand together."""
    invented = worded(seed, "systemic_failings")
    invented.priority.sort(key=lambda item: item.body)
    return invented


@pytest.mark.parametrize("seed", range(COUNT))
@pytest.mark.parametrize("name", [name for name, style in SET.items() if style.rules])
def test_any_wording_is_read_back_however_bodies_are_set(tmp_path: Path, name: str, seed: int) -> None:
    invented = worded(seed) if name == "a body to each area" else gathered(seed)
    pages = print_report(tmp_path / "report.pdf", invented, SET[name])
    report = read_report(tmp_path / "report.pdf")
    check(report, invented, pages)
    assert not report.faults


def test_a_body_beside_several_areas_is_that_of_each_though_nothing_is_ruled(tmp_path: Path) -> None:
    author = Author(90)
    actions = [
        Item([("", author.ask())], body) for body in ("Weir Council", "Weir Council", "NHS Marl ICB", "Marl Trust")
    ]
    invented = author.report("systemic_failings", priority=actions, better=invented_few(author))
    pages = print_report(tmp_path / "report.pdf", invented, SET["a body beside several areas and no rule"])
    report = read_report(tmp_path / "report.pdf")
    check(report, invented, pages)
    assert all(item.uncertain for item in report.priority_action)


def invented_few(author: Author) -> list[str]:
    """Return so few findings that the table below them stands on one page."""
    return [author.sentence() for _ in range(2)]


@pytest.mark.parametrize("lead", [LEAD, "Inspectors found that these matter most."])
def test_words_before_the_first_area_are_no_area_and_are_pointed_out(tmp_path: Path, lead: str) -> None:
    invented = worded(91, "systemic_failings")
    pages = print_report(tmp_path / "report.pdf", invented, Style(lead=lead))
    report = read_report(tmp_path / "report.pdf")
    check(report, invented, pages)
    assert [fault.code for fault in report.faults] == ["report.loose_text"] * 2


def test_an_item_goes_on_after_its_points_whoever_is_asked_also(tmp_path: Path) -> None:
    author = Author(92)
    also = "Senior leaders in education, health and social care should also hear from families."
    items = [Item([*author.listed("•").parts, ("", also)]), Item([("", author.ask())])]
    invented = author.report(improvement=items)
    for style in (Style(rules=False), Style()):
        pages = print_report(tmp_path / "report.pdf", invented, style)
        check(read_report(tmp_path / "report.pdf"), invented, pages)
    (tmp_path / "report.txt").write_text(in_lines(text_form(invented, bullet="◼ ")), encoding="utf-8")
    check(read_report(tmp_path / "report.txt"), invented, None)


def in_lines(text: str, width: float = 470.0, between: str = "\n\n") -> str:
    """Return paragraphs broken into lines as wide as print is, and not by how many letters they have."""
    return between.join("\n".join(broken(block, width)) for block in text.split("\n\n"))


def broken(text: str, width: float) -> list[str]:
    """Return a text in lines of proportional type."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".lstrip()
        if pdfmetrics.stringWidth(longer, "Helvetica", 12) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@pytest.mark.parametrize("seed", range(6))
def test_paragraphs_that_no_empty_line_parts_end_where_a_line_had_room_for_another_word(
    tmp_path: Path, seed: int
) -> None:
    invented = Author(100 + seed).report("positive")
    path = tmp_path / "report.txt"
    path.write_text(in_lines(text_form(invented, bullet="◼ "), between="\n"), encoding="utf-8")
    found = [str(plain(item.text)) for item in read_report(path).experience]
    wanted = [str(plain(text)) for text in invented.experience]
    assert "".join(found) == "".join(wanted)
    starts = [wanted.index(next(text for text in wanted if text.startswith(one[:40]))) for one in found]
    assert starts == sorted(set(starts))  # none begins inside another
    free = [470 - pdfmetrics.stringWidth(broken(text, 470.0)[-1], "Helvetica", 12) for text in invented.experience]
    assert all(at + 1 in starts for at, room in enumerate(free[:-1]) if room > 120)


def test_a_line_that_a_program_made_of_two_does_not_make_the_others_look_short(tmp_path: Path) -> None:
    whole = (
        "Plans are read by all of those who work with families. Support is given early and well in most of the area. "
    )
    invented = Author(120).report(
        "positive", experience=[f"{whole * 3}It is the {word}." for word in ("first", "last")]
    )
    lines = in_lines(text_form(invented, bullet="◼ "), between="\n").split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("Plans are read"))
    path = tmp_path / "report.txt"
    path.write_text("\n".join([*lines[:at], f"{lines[at]} {lines[at + 1]}", *lines[at + 2 :]]), encoding="utf-8")
    assert [item.text for item in read_report(path).experience] == invented.experience


@pytest.mark.parametrize("seed", range(COUNT))
def test_a_table_read_down_its_columns_page_by_page_is_read_back(tmp_path: Path, seed: int) -> None:
    """Both columns of a page come one after the other, nothing parts rows, and a page cuts a name and its text."""
    author = Author(110 + seed)
    invented = author.report("systemic_failings", "•")
    names = (
        "Marlbridge County Council and NHS Marlbridge and Weir Integrated Care Board",
        "Marlbridge Council, NHS Weir ICB and school and college leaders",
    )
    invented.priority[0] = Item([("", f"{author.ask()} {author.sentence()}")])
    for at, item in enumerate(invented.priority):
        item.body = names[at // 2 % 2]
    before, table, after = _around(text_form(invented, bullet="◼ "))
    rows = [
        tuple(textwrap.wrap(part, wide) for part, wide in zip(row.split("\t"), (26, 55), strict=True)) for row in table
    ]
    left, right = [one for row in rows[:2] for one in row[0]], [one for row in rows[:2] for one in row[1]]
    cut = rows[2][0][:2], rows[2][1][:2]
    one = [*left, *cut[0], "", "Areas for priority action", *right, *cut[1]]
    rest = [*rows[2][0][2:], *(line for row in rows[3:] for line in row[0])]
    other = [*rest, "", *rows[2][1][2:], *(line for row in rows[3:] for line in row[1])]
    table_text = "\n".join(["Responsible body", *one, "", "Inspection report: Marl", "5", "\f" + other[0], *other[1:]])
    path = tmp_path / "report.txt"
    path.write_text("\n\n".join([*before, table_text, *after]), encoding="utf-8")
    check(read_report(path), invented, None)


def test_both_columns_on_each_line_are_told_apart_by_the_names_that_stand_elsewhere(tmp_path: Path) -> None:
    name = "Marlbridge County Council and NHS Marlbridge and Weir Integrated Care Board"
    author = Author(121)
    about = [f"{name} are jointly responsible for the planning of services.", author.sentence()]
    asks = [Item([("", f"{author.ask()} {author.sentence()}")], name) for _ in range(4)]
    invented = author.report("systemic_failings", information=about, priority=asks)
    before, table, after = _around(text_form(invented, bullet="◼ "))
    lines: list[str] = []
    for row in table:
        left, right = (textwrap.wrap(part, wide) for part, wide in zip(row.split("\t"), (26, 55), strict=True))
        lines += [f"{one} {other}".strip() for one, other in zip_longest(left, right, fillvalue="")]
    path = tmp_path / "report.txt"
    path.write_text("\n\n".join([*before, "\n".join(lines), *after]), encoding="utf-8")
    check(read_report(path), invented, None)


def _around(text: str) -> tuple[list[str], list[str], list[str]]:
    blocks = text.split("\n\n")
    start = blocks.index("Responsible body\tAreas for priority action")
    end = blocks.index("Areas for improvement")
    return blocks[:start], blocks[start + 1 : end], blocks[end:]
