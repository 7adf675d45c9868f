"""Invented reports, printed with every variation met in published ones, are read back word for word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from areasef.domain.report import InspectionReport
from areasef.intake.reports.expected import as_expected
from areasef.intake.reports.reading import read_report

from .invented import Author, Invented, Item
from .printing import Style, print_report, text_form


def plain(value: object) -> object:
    """Return texts without case, spaces and punctuation."""
    if isinstance(value, str):
        return "".join(letter for letter in value.casefold() if letter.isalnum())
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return value


def finding(text: str, pages: dict[str, tuple[int, int]] | None) -> dict[str, object]:
    where = {"page": pages[text][0], "end_page": pages[text][1]} if pages else {}
    return {**where, "text": text.replace("\u00ad", "")}


def check(
    report: InspectionReport, invented: Invented, pages: dict[str, tuple[int, int]] | None, *, narrative: bool = True
) -> None:
    """Compare each value; without ``narrative``, only the words of its paragraphs, where nothing shows their ends."""
    found, wanted = as_expected(report), invented.wanted()
    for kind in ("effective", "better"):
        wanted[kind] = [finding(text, pages) for text in getattr(invented, kind)]
    for key in ("information", "experience"):
        if not narrative or any(
            item.uncertain for item in getattr(report, key)
        ):  # a page ended with a sentence inside a paragraph
            found[key], wanted[key] = "".join(str(found[key])), "".join(str(wanted[key]))
    for key, value in wanted.items():
        assert plain(found[key]) == plain(value), key
    assert found.keys() == wanted.keys()


PRINTED = {
    "as most are": Style(),
    "the other glyph, single headings": Style(glyph="▪", doubled=False),
    "dates beside the footer": Style(
        footer=("Inspection report: {area} Local Area Partnership, {dates}  {page}",), footer_first=True
    ),
    "a footer in other words": Style(
        footer=("{area}: SEND, as inspected", "on {dates}", "{page}"), footer_at=70.0, bottom=95.0
    ),
    "borders around paragraphs in cells": Style(boxed=True, glyph="▪"),
    "a footer that wraps": Style(
        footer=("Area SEND Inspection report: {area} Local AREA Partnership, 2 to 6", "October 2023", "{page}")
    ),
    "a footer high up, beside the page's number": Style(
        footer=("Area SEND inspection report:", "{area} Local Area", "Partnership", "{dates}"),
        footer_at=118.0,
        number_at=124.0,
        bottom=140.0,
    ),
    "no footer on page 2": Style(footer_from=3),
    "the question on two lines": Style(
        experience=(
            "What is it like to be a child or young person with special",
            "educational needs and/or disabilities (SEND) in this area?",
        )
    ),
    "the question broken elsewhere": Style(
        experience=(
            "What is it like to be a child or young person with special educational needs",
            "and/or disabilities in this area?",
        )
    ),
    "the question with a word lost": Style(
        experience=("What is it like to be a child or young person SEND in this area?",)
    ),
    "shading inside cells": Style(shaded=True),
    "glyphs printed before their texts": Style(glyphs_first=True),
    "a bullet without text at the end": Style(stray_glyph=True),
    "a heading apart from its rows": Style(break_before_rows=True),
    "heads repeated on each page": Style(repeat_head=True),
    "rules across and none upright": Style(walls=False),
    "narrower lines": Style(narrow=61.0),
    "findings further in": Style(indent=18.0, glyph="▪"),
    "labels of a template left in": Style(labels=True),
    "a title with an article": Style(title="Area SEND inspection of the {area} Local Area Partnership", title_size=31),
}


@pytest.mark.parametrize("outcome", ["positive", "inconsistent", "systemic_failings"])
@pytest.mark.parametrize("name", PRINTED)
def test_a_printed_report_is_read_back(tmp_path: Path, name: str, outcome: str) -> None:
    seed = sum(map(ord, name + outcome))
    for mark in ("•", PRINTED[name].glyph, "−", "-"):
        invented = Author(seed).report(outcome, mark)
        pages = print_report(tmp_path / "report.pdf", invented, PRINTED[name])
        check(read_report(tmp_path / "report.pdf"), invented, pages)


@pytest.mark.parametrize("seed", range(12))
def test_rows_and_bullets_cut_anywhere_are_whole_again(tmp_path: Path, seed: int) -> None:
    invented = Author(seed).report("systemic_failings", "•")
    invented.better = invented.better[: 4 + seed % 6]  # moves the tables down the page
    pages = print_report(tmp_path / "report.pdf", invented, Style(narrow=seed * 3.0))
    check(read_report(tmp_path / "report.pdf"), invented, pages)


@pytest.mark.parametrize(
    ("area", "previous", "start", "end"),
    [
        ("Stow-on-Weir", "Date of previous inspection: 16 May 2016", "2016-05-16", "2016-05-16"),
        (
            "Marlbridge Borough",
            "Dates of previous inspections: 28 February to 4 March 2022",
            "2022-02-28",
            "2022-03-04",
        ),
        ("North and South Marlbridgeshire", "Date of previous inspection: Not previously inspected", None, None),
        ("Marl and Weir", "Date of previous inspection: None previously", None, None),
        ("Weir and Marl", "Date of previous inspection: No previous inspection", None, None),
        ("Isles of Weir", "Date of previous inspection: This is the first area SEND inspection", None, None),
        (
            "Weir upon Marl",
            "Date of previous inspection: The previous full inspection was on 19 March 2018. There was a subsequent "
            "revisit on 24 March 2020.",
            "2018-03-19",
            "2018-03-19",
        ),
    ],
)
def test_titles_and_previous_inspections(
    tmp_path: Path, area: str, previous: str, start: str | None, end: str | None
) -> None:
    invented = Author(3).report(area=area, previous=previous, previous_start=start, previous_end=end)
    pages = print_report(tmp_path / "report.pdf", invented)
    report = read_report(tmp_path / "report.pdf")
    check(report, invented, pages)
    assert report.area == area
    assert not report.faults


def test_numbered_items_in_one_cell(tmp_path: Path) -> None:
    author = Author(5)
    items = [Item([(f"{number}.", author.ask())]) for number in range(1, 5)]
    invented = author.report(improvement=items)
    pages = print_report(tmp_path / "report.pdf", invented, Style(one_cell=True))
    check(read_report(tmp_path / "report.pdf"), invented, pages)


@pytest.mark.parametrize("style", [Style(rules=False), Style(one_cell=True)])
@pytest.mark.parametrize("begin", [706.0, 640.0, 575.0])
def test_items_that_are_a_list_of_bullets_are_parted_and_marked(tmp_path: Path, style: Style, begin: float) -> None:
    author = Author(21)
    items = [Item([("◼", author.ask())]) for _ in range(5)]
    invented = author.report(improvement=items)
    pages = print_report(tmp_path / "report.pdf", invented, replace(style, begin=begin))
    report = read_report(tmp_path / "report.pdf")
    check(report, invented, pages)
    assert all(item.uncertain for item in report.improvement)


def test_numbered_sub_points_stay_in_their_item(tmp_path: Path) -> None:
    author = Author(6)
    listed = Item([("", "Leaders should ensure that:"), ("1.", "plans are shared;"), ("2.", "plans are kept.")])
    invented = author.report(improvement=[listed, Item([("", author.ask())])])
    print_report(tmp_path / "report.pdf", invented)
    report = read_report(tmp_path / "report.pdf")
    assert [item.text for item in report.improvement] == [item.text for item in invented.improvement]
    assert report.improvement[0].sub_points == ("1. plans are shared;", "2. plans are kept.")


def test_text_after_sub_points_and_problems_before_an_ask_stay_in_their_item(tmp_path: Path) -> None:
    author = Author(7)
    after = author.listed("•")
    after.parts.append(("", "Leaders should also make sure that families hear of it."))
    problem = Item([("", "Too many families wait. " + author.sentence() + " " + author.ask())])
    invented = author.report(improvement=[after, problem, Item([("", author.ask())])])
    pages = print_report(tmp_path / "report.pdf", invented, Style(shaded=True))
    check(read_report(tmp_path / "report.pdf"), invented, pages)


@pytest.mark.parametrize("outcome", ["inconsistent", "systemic_failings"])
def test_tables_without_rules_are_parted_by_sentences_and_marked(tmp_path: Path, outcome: str) -> None:
    invented = Author(8).report(outcome)
    pages = print_report(tmp_path / "report.pdf", invented, Style(rules=False))
    report = read_report(tmp_path / "report.pdf")
    check(report, invented, pages)
    assert all(item.uncertain for item in (*report.improvement, *report.priority_action))


@pytest.mark.parametrize("after", [2, 3])
def test_rules_inside_a_cell_tear_no_sentence_and_are_marked(tmp_path: Path, after: int) -> None:
    author = Author(18)
    also = Item([("", author.ask() + " They should also tell families what has changed. This is to ensure that:")])
    also.parts += [("•", "plans are shared;"), ("•", "plans are kept.")]
    invented = author.report(improvement=[also, *(Item([("", author.ask())]) for _ in range(4))])
    pages = print_report(tmp_path / "report.pdf", invented, Style(torn_after=after))
    report = read_report(tmp_path / "report.pdf")
    check(report, invented, pages)
    assert report.improvement[0].uncertain


def test_a_row_that_asks_in_other_words_begins_a_page_as_an_item_of_its_own(tmp_path: Path) -> None:
    author = Author(19)
    for count in range(2, 9):
        items = [Item([("", author.ask())]), *(Item([("", f"Strengthen plan {n}. Keep it short.")]) for n in range(20))]
        invented = author.report(improvement=items, better=[author.sentence() for _ in range(count)])
        pages = print_report(tmp_path / "report.pdf", invented)
        check(read_report(tmp_path / "report.pdf"), invented, pages)


def test_an_item_may_begin_with_what_is_to_be_done(tmp_path: Path) -> None:
    author = Author(24)
    items = [Item([("", author.ask())]), Item([("", "Continue to listen.")]), Item([("", "Further the joint work.")])]
    invented = author.report(improvement=items)
    pages = print_report(tmp_path / "report.pdf", invented, Style(rules=False))
    check(read_report(tmp_path / "report.pdf"), invented, pages)


def test_a_row_below_the_rest_of_a_cut_one_begins_an_item_whatever_it_begins_with(tmp_path: Path) -> None:
    author = Author(22)
    for count in range(2, 9):
        long = [Item([("", f"{author.ask()} {author.ask()} {author.ask()}")]) for _ in range(9)]
        items = [item for each in long for item in (each, Item([("2.", author.ask())]))]
        invented = author.report(improvement=items, better=[author.sentence() for _ in range(count)])
        pages = print_report(tmp_path / "report.pdf", invented)
        check(read_report(tmp_path / "report.pdf"), invented, pages)


def test_bodies_printed_once_beside_several_actions_reach_over_a_page(tmp_path: Path) -> None:
    author = Author(23)
    for count in range(2, 9):
        actions = [Item([("", author.ask())], f"{'Weir' if at < 9 else 'Marlbridge'} Council") for at in range(18)]
        invented = author.report(
            "systemic_failings", priority=actions, better=[author.sentence() for _ in range(count)]
        )
        pages = print_report(tmp_path / "report.pdf", invented, Style(bodies_once=True))
        check(read_report(tmp_path / "report.pdf"), invented, pages)


def test_an_area_that_begins_a_page_has_the_body_that_a_merged_cell_shows_on_the_page_before(tmp_path: Path) -> None:
    author = Author(25)
    actions = [Item([("", author.ask())], "Weir Council"), Item([("", author.ask())], "Weir Council")]
    for count in range(2, 12):
        better = [author.sentence() for _ in range(count)]
        invented = author.report("systemic_failings", priority=actions, better=better)
        pages = print_report(tmp_path / "report.pdf", invented, Style(bodies_once=True))
        check(read_report(tmp_path / "report.pdf"), invented, pages)


@pytest.mark.parametrize("style", [Style(rules=False), Style(walls=False)])
@pytest.mark.parametrize("other", ["Marlbridge", "Practitioners at Weir Hospital", "Mid and South Weir"])
def test_a_body_without_a_word_of_its_kind_is_told_by_where_it_stands(tmp_path: Path, style: Style, other: str) -> None:
    author = Author(26)
    bodies = ("Marlbridge Council", other, other, "NHS Weir Integrated Care Board", other)
    actions = [Item([("", author.ask()), ("", author.ask())], body) for body in bodies]
    for begin in range(480, 720, 40):
        invented = author.report("systemic_failings", priority=actions)
        pages = print_report(tmp_path / "report.pdf", invented, replace(style, begin=float(begin)))
        check(read_report(tmp_path / "report.pdf"), invented, pages)


@pytest.mark.parametrize("other", ["NHS England", "Weir", "Practitioners at Weir Hospital", "head teachers of"])
def test_a_body_without_a_word_of_its_kind_above_a_page_end_is_whole(tmp_path: Path, other: str) -> None:
    author = Author(29)
    bodies = [f"{other} {side}" for side in ("North", "South", "East", "West")]
    actions = [Item([("", f"{author.ask()} {author.sentence()}")], body) for body in (*bodies, "Weir Council")]
    actions += [Item([("", f"{author.ask()} {author.sentence()}")], f"{body} of Marl") for body in bodies]
    for begin in range(480, 720, 24):
        invented = author.report("systemic_failings", priority=actions)
        pages = print_report(tmp_path / "report.pdf", invented, Style(begin=float(begin)))
        check(read_report(tmp_path / "report.pdf"), invented, pages)


@pytest.mark.parametrize("mark", ["◼", "1."])
def test_a_row_without_its_mark_goes_on_where_every_other_row_has_one(tmp_path: Path, mark: str) -> None:
    author = Author(27)
    long = [Item([(mark, f"{author.ask()} {author.ask()} Data must be read by all of them.")]) for _ in range(12)]
    for begin in range(480, 720, 24):
        invented = author.report(improvement=long)
        pages = print_report(tmp_path / "report.pdf", invented, Style(begin=float(begin)))
        check(read_report(tmp_path / "report.pdf"), invented, pages)


def test_what_is_wrong_may_stand_before_what_is_asked_in_a_list_without_rules(tmp_path: Path) -> None:
    author = Author(28)
    first = Item([("", "The partnership does not know well enough what its families need."), ("", author.ask())])
    invented = author.report(improvement=[first, Item([("", author.ask())])])
    pages = print_report(tmp_path / "report.pdf", invented, Style(rules=False))
    check(read_report(tmp_path / "report.pdf"), invented, pages)


def test_sentences_alone_tell_items_apart_where_all_lines_stand_equally_far_apart(tmp_path: Path) -> None:
    author = Author(30)
    style = Style(rules=False, padding=0.0, after_row=11.5)  # no more between rows than between lines
    for _ in range(6):
        invented = author.report(improvement=[Item([("", author.ask())]) for _ in range(5)])
        pages = print_report(tmp_path / "report.pdf", invented, style)
        check(read_report(tmp_path / "report.pdf"), invented, pages)


def test_ruled_rows_are_certain(tmp_path: Path) -> None:
    print_report(tmp_path / "report.pdf", Author(9).report(), Style(break_before_rows=True))
    assert not any(item.uncertain for item in read_report(tmp_path / "report.pdf").improvement)


def test_hyphens_of_the_writer_stay_and_those_of_the_printer_go(tmp_path: Path) -> None:
    text = "Ser\u00advices know chil\u00addren and lead\u00aders of long-standing multi-agency teams meet of\u00adten."
    whole = text.replace("\u00ad", "")
    for narrow in (250.0, 270.0, 290.0, 310.0, 330.0, 350.0, 370.0):
        invented = Author(10).report(effective=[f"{text} The services for children have leaders." for _ in range(4)])
        invented.effective = [f"{text} {whole} Number {'abcd'[index]}." for index in range(4)]
        print_report(tmp_path / "report.pdf", invented, Style(narrow=narrow))
        found = [item.text for item in read_report(tmp_path / "report.pdf").effective]
        assert found == [one.replace("\u00ad", "") for one in invented.effective]


def test_narrow_and_fixed_spaces_part_words(tmp_path: Path) -> None:
    invented = Author(11).report(effective=["Plans\u202fof 25\u00a0children are read by all.", "Other plans are too."])
    print_report(tmp_path / "report.pdf", invented)
    found = [item.text for item in read_report(tmp_path / "report.pdf").effective]
    assert found == ["Plans of 25 children are read by all.", "Other plans are too."]


def test_every_item_stands_where_its_boxes_say(tmp_path: Path) -> None:
    invented = Author(12).report("systemic_failings")
    print_report(tmp_path / "report.pdf", invented)
    report = read_report(tmp_path / "report.pdf")
    for item in (*report.effective, *report.better, *report.priority_action, *report.improvement):
        assert item.places[0].page == item.page
        assert item.places[-1].page == item.end_page
        for place in item.places:
            assert all(0 < left < right < 595 and 40 < low < high < 842 for left, low, right, high in place.boxes)


@pytest.mark.parametrize("labels", [False, True])
def test_bodies_and_officers_are_offered(tmp_path: Path, labels: bool) -> None:
    print_report(tmp_path / "report.pdf", Author(13).report(), Style(labels=labels))
    council, board = read_report(tmp_path / "report.pdf").bodies
    assert (council.name, council.officer) == ("Marlbridge Council", "Ash Doe, Director of Children’s Services")
    assert (board.name, board.website) == ("NHS Marlbridge and Weir Integrated Care Board", "www.weir.icb.example")


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("outcome", ["positive", "systemic_failings"])
def test_the_text_form_is_read_back(tmp_path: Path, outcome: str, html: bool) -> None:
    invented = Author(14).report(outcome, "■")
    path = tmp_path / "report.txt"
    path.write_text(text_form(invented, html=html), encoding="utf-8")
    check(read_report(path), invented, None)


def test_a_bullet_that_an_empty_line_breaks_is_whole_again(tmp_path: Path) -> None:
    invented = Author(15).report()
    text = text_form(invented)
    first = invented.effective[2]
    middle = first.index(" ", len(first) // 2)
    while not first[middle + 1].islower():
        middle = first.index(" ", middle + 1)
    broken = text.replace(first, first[:middle] + "\n\n" + first[middle + 1 :])
    assert broken != text
    path = tmp_path / "report.txt"
    path.write_text(broken, encoding="utf-8")
    check(read_report(path), invented, None)


def test_priority_actions_without_systemic_failings_are_pointed_out(tmp_path: Path) -> None:
    invented = replace(Author(16).report("systemic_failings"), outcome="inconsistent")
    print_report(tmp_path / "report.pdf", invented)
    report = read_report(tmp_path / "report.pdf")
    assert [fault.code for fault in report.faults] == ["report.priority_unexpected"]


def test_a_dash_or_a_number_that_begins_a_line_begins_no_item(tmp_path: Path) -> None:
    author = Author(17)
    texts = [f"Support {'is given to many ' * count}– this helps them." for count in range(1, 9)]
    asks = [
        f"Leaders should {'plan well ' * count}until young people are 18. This is what they need." for count in range(9)
    ]
    items = [Item([("1.", asks[0])]), *(Item([("", text)]) for text in asks[1:])]
    invented = author.report(better=texts, improvement=items)
    pages = print_report(tmp_path / "report.pdf", invented)
    check(read_report(tmp_path / "report.pdf"), invented, pages)
