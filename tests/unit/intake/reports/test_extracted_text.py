"""Texts that another program took out of a PDF: wrapped lines, footers between them, columns kept apart by spaces."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pytest

from areasef.intake.reports.reading import read_report

from .invented import Author, Invented, Item
from .printing import text_form
from .test_printed_reports import check


def wrapped(invented: Invented, foot: str) -> str:
    """Return a report as wrapped text with a page's foot every 40 lines, its two columns side by side."""
    lines: list[str] = []
    for block in text_form(invented, bullet="◼ ").split("\n\n"):
        left, tab, right = block.partition("\t")
        lines += _beside(left, right) if tab else textwrap.wrap(block, 88)
        lines.append("")
    pages = ["\n".join(lines[start : start + 40]) for start in range(0, len(lines), 40)]
    return "".join(f"\f{page}\n\n{foot}\n{number}\n" for number, page in enumerate(pages, 1))


def _beside(left: str, right: str) -> list[str]:
    one, other = textwrap.wrap(left, 28), textwrap.wrap(right, 55)
    count = max(len(one), len(other))
    one, other = one + [""] * (count - len(one)), other + [""] * (count - len(other))
    return [f"{first:<32}{second}".rstrip() for first, second in zip(one, other, strict=True)]


@pytest.mark.parametrize(
    "foot",
    [
        "Area SEND inspection report: Marlbridge Local Area Partnership\n8 to 12 July 2024",
        "Inspection report: Marlbridge Local Area Partnership, 2 to 6\nOctober 2023",
        "Area SEND Inspection report: Marlbridge Local AREA Partnership 8 to 12 July 2024",
        "Marlbridge: SEND, as inspected\nMonday 8 to Friday 12 July 2024",
    ],
)
@pytest.mark.parametrize("outcome", ["positive", "systemic_failings"])
def test_wrapped_text_is_read_back(tmp_path: Path, foot: str, outcome: str) -> None:
    invented = Author(4).report(outcome, "•")
    path = tmp_path / "report.txt"
    path.write_text(wrapped(invented, foot), encoding="utf-8")
    check(read_report(path), invented, None)


@pytest.mark.parametrize("apart", [1, 2, 6])
def test_columns_that_an_extractor_moves_from_page_to_page_are_read_back(tmp_path: Path, apart: int) -> None:
    invented = Author(47).report("systemic_failings", "•")
    bodies = ("Marlbridge Council and NHS Weir Integrated Care Board (ICB)", "school and college leaders", "Mid Weir")
    invented.priority = [replace(item, body=bodies[at % 3]) for at, item in enumerate(invented.priority)]
    lines: list[str] = []
    for at, block in enumerate(text_form(invented, bullet="◼ ").split("\n\n")):
        left, tab, right = block.partition("\t")
        wide = 30 + at % 4 * 2
        beside = [f"{one:<{wide + apart}}{other}".rstrip() for one, other in _cells(left, right, wide)]
        lines += [*(["\f"] if at % 2 else []), *beside] if tab else [*textwrap.wrap(block, 88), ""]
    path = tmp_path / "report.txt"
    path.write_text("\n".join(lines).replace("\f\n", "\f"), encoding="utf-8")
    check(read_report(path), invented, None)


def _cells(left: str, right: str, wide: int) -> list[tuple[str, str]]:
    return list(zip_longest(textwrap.wrap(left, wide), textwrap.wrap(right, 55), fillvalue=""))


def test_what_is_asked_of_nobody_begins_no_item_in_a_text(tmp_path: Path) -> None:
    author = Author(48)
    first = "Health leaders must reduce how long all of the children of this area wait for their plans. "
    later = ("Data should be read often.", "Children’s needs should be known early.", "There needs to be more of it.")
    invented = author.report(improvement=[Item([("", first + more)]) for more in later])
    path = tmp_path / "report.txt"
    path.write_text(wrapped(invented, "Inspection report: Marlbridge Local Area Partnership"), encoding="utf-8")
    check(read_report(path), invented, None)


def cell_by_cell(invented: Invented, foot: str) -> str:
    """Return a report as an extractor gives it that reads each cell to its end: feet first, nothing between rows."""
    lines: list[str] = []
    for block in text_form(invented, bullet="◼ ").split("\n\n"):
        left, tab, right = block.partition("\t")
        lines += [*textwrap.wrap(left, 28), *textwrap.wrap(right, 55)] if tab else textwrap.wrap(block, 88)
    pages = ["\n".join(lines[start : start + 40]) for start in range(0, len(lines), 40)]
    return "\n".join(f"{foot} {number}\n{page}" if number > 1 else page for number, page in enumerate(pages, 1))


def column_by_column(invented: Invented) -> str:
    """Return a report whose table is read down its columns: every body first, then what they must do."""
    before, table, after = _around_table(text_form(invented, bullet="◼\n\n"))
    rows = [row.split("\t") for row in table]
    bodies = ["\n".join(textwrap.wrap(left, 28)) for left, _ in rows]
    asks = ["\n".join(textwrap.wrap(right, 55)) for _, right in rows]
    return "\n\n".join([*before, "Responsible body", *bodies, "Areas for priority action", *asks, *after])


def _around_table(text: str) -> tuple[list[str], list[str], list[str]]:
    blocks = text.split("\n\n")
    start = blocks.index("Responsible body\tAreas for priority action")
    end = blocks.index("Areas for improvement")
    return blocks[:start], blocks[start + 1 : end], blocks[end:]


@pytest.mark.parametrize("outcome", ["inconsistent", "systemic_failings"])
@pytest.mark.parametrize("seed", range(6))
def test_text_read_cell_by_cell_is_read_back(tmp_path: Path, outcome: str, seed: int) -> None:
    invented = Author(20 + seed).report(outcome, "•")
    path = tmp_path / "report.txt"
    path.write_text(
        cell_by_cell(invented, "Area SEND inspection report: Marlbridge Local Area Partnership 8 to 12 July 2024")
    )
    check(read_report(path), invented, None, narrative=False)


@pytest.mark.parametrize("seed", range(4))
def test_text_read_column_by_column_is_read_back(tmp_path: Path, seed: int) -> None:
    invented = Author(30 + seed).report("systemic_failings", "•")
    path = tmp_path / "report.txt"
    path.write_text(column_by_column(invented), encoding="utf-8")
    check(read_report(path), invented, None)


def test_the_end_of_a_name_on_the_next_page_goes_back_to_its_row(tmp_path: Path) -> None:
    invented = Author(40).report("systemic_failings")
    text = cell_by_cell(invented, "Area SEND inspection report: Marlbridge Local Area Partnership")
    name = "\n".join(textwrap.wrap(invented.priority[0].body, 28))
    start, _, last = name.rpartition(" ")
    assert last == "Board"
    ask = "\n".join(textwrap.wrap(invented.priority[0].text, 55))
    cut = text.replace(f"{name}\n{ask}", f"{start}\n{ask}\n\f{last}")
    assert cut != text
    path = tmp_path / "report.txt"
    path.write_text(cut, encoding="utf-8")
    check(read_report(path), invented, None, narrative=False)


def test_bullets_that_come_before_their_texts_are_given_back_to_them(tmp_path: Path) -> None:
    invented = Author(41).report("positive")
    together = "".join("◼\n" for _ in invented.effective[3:6])
    text = text_form(invented, bullet="◼ ")
    apart = "\n\n".join(f"◼ {each}" for each in invented.effective[3:6])
    assert apart in text
    wrapped_blocks = ["\n".join(textwrap.wrap(each, 88)) for each in invented.effective[3:6]]
    path = tmp_path / "report.txt"
    path.write_text(text.replace(apart, "\n\n".join([together, *wrapped_blocks])), encoding="utf-8")
    check(read_report(path), invented, None)


@pytest.mark.parametrize("sign", ["?", "n", "§", "*", ">", "\ufffd", "o", "·", "–"])
@pytest.mark.parametrize("apart", [False, True])
def test_bullets_that_became_another_sign_still_part_findings(tmp_path: Path, sign: str, apart: bool) -> None:
    invented = Author(42).report("systemic_failings", "•")
    text = text_form(invented, bullet="◼\n\n" if apart else "◼ ").replace("◼", sign)
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    check(read_report(path), invented, None)


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_without_any_bullet_each_paragraph_is_a_finding_to_look_at(tmp_path: Path, between: str) -> None:
    invented = Author(43).report("positive")
    path = tmp_path / "report.txt"
    path.write_text(text_form(invented, bullet="").replace("\n\n", between), encoding="utf-8")
    report = read_report(path)
    check(report, invented, None, narrative=between == "\n\n")
    assert all(item.uncertain for item in (*report.effective, *report.better))


def test_a_heading_in_wide_type_is_no_row_of_columns(tmp_path: Path) -> None:
    invented = Author(44).report("systemic_failings", "•")
    text = wrapped(invented, "Area SEND inspection report: Marlbridge Local Area Partnership")
    for head in ("Inspection outcome", "Information about the local area partnership", "Areas for improvement"):
        text = text.replace(head, head.replace(" ", " " * 9))
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    check(read_report(path), invented, None)


def test_a_table_in_marked_up_text_keeps_its_columns(tmp_path: Path) -> None:
    invented = Author(45).report("systemic_failings", "•")
    rows = [f"{item.body}\t{item.text}" for item in invented.priority]
    text = text_form(invented).replace(rows[0], f"|---|---|\n\n{rows[0]}")
    for row in rows:
        text = text.replace(row, "| " + row.replace("\t", " | ") + " |")
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    check(read_report(path), invented, None)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_texts_of_other_programs_are_read_back(tmp_path: Path, encoding: str, end: str) -> None:
    invented = Author(46).report("systemic_failings", "•")
    path = tmp_path / "report.txt"
    path.write_bytes(text_form(invented, bullet="• ").replace("\n", end).encode(encoding))
    check(read_report(path), invented, None)


def test_a_bullet_alone_below_a_heading_belongs_to_its_first_finding(tmp_path: Path) -> None:
    invented = Author(49).report("positive")
    text = text_form(invented, bullet="◼\n\n")
    for head in (
        "What is the area partnership doing that is effective?",
        "What does the area partnership need to do better?",
    ):
        text = text.replace(f"{head}\n\n", f"{head}\n")
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    report = read_report(path)
    check(report, invented, None)
    assert not report.faults


def test_labels_that_come_before_both_dates_have_each_their_own(tmp_path: Path) -> None:
    invented = Author(50).report(
        "positive", dates="27 November to 1 December 2023", start="2023-11-27", end="2023-12-01"
    )
    label, _, said = invented.previous.partition(": ")
    path = tmp_path / "report.txt"
    plain = text_form(invented)
    title = f"Inspection dates: {invented.dates}\n\n{invented.previous}"
    assert title in plain
    path.write_text(plain.replace(title, f"Inspection dates:\n{label}:\n\n{invented.dates}\n\n{said}"))
    check(read_report(path), invented, None)


@pytest.mark.parametrize("dates", ["between 8 and 12 July 2024", "Monday 8 to Friday 12 July 2024"])
def test_dates_of_any_form_go_with_the_foot_above_them(tmp_path: Path, dates: str) -> None:
    invented = Author(51).report("positive")
    path = tmp_path / "report.txt"
    path.write_text(wrapped(invented, f"Area SEND inspection report: Marlbridge Local Area Partnership\n{dates}"))
    check(read_report(path), invented, None)


def test_a_bullet_alone_at_the_edge_of_several_pages_is_no_foot(tmp_path: Path) -> None:
    invented = Author(52).report("positive")
    path = tmp_path / "report.txt"
    path.write_text(text_form(invented, bullet="\f◼\n\n").replace("\n\n\f", "\n\f"), encoding="utf-8")
    report = read_report(path)
    check(report, invented, None)
    assert not any(item.uncertain for item in report.effective)
