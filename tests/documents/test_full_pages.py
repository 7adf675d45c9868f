"""Pages as a book designer would leave them: full where they can be, no heading at a foot, nothing spilled over."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.documents.filled import Filling
from tests.documents.plan_dossier import empty, many, plan
from tests.documents.rich import rich
from tests.documents.test_page_breaks import lines, rows_by_page
from tests.documents.test_tagged_pdf import document, table

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import Cell, Column, DocumentOptions, RowGroup, Table, runs
from areasef.documents.pdf.style import STANDARD, UPRIGHT, PageFormat, page_format
from areasef.documents.pdf.writer import render_pdf
from areasef.domain.dossier import Dossier

HEADS = {STANDARD.h1.size, STANDARD.h2.size, STANDARD.h3.size}
LEAST = 0.55
"""Share of a page that must be taken where the next one goes on with the same chapter."""


@dataclass(frozen=True)
class Seen:
    """What an eye sees of a page: its size, how far down it is taken, whether a chapter opens it, how large its last words are."""

    size: tuple[float, float]
    filled: float
    opens: bool
    last: float
    text: str


def look(data: bytes) -> list[Seen]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [_seen(page) for page in pdf]


def test_a_long_name_of_an_area_takes_neither_the_draft_nor_the_marking_off_a_page() -> None:
    owner = (
        "Ardal Gwlad y Gŵyr, the East Riding of Yorkshire and North and North East Lincolnshire area SEND partnership"
    )
    for large in (False, True):
        options = DocumentOptions(marking="OFFICIAL-SENSITIVE", large_print=large)
        made = replace(DOCUMENTS["self-evaluation"].build(plan(), options), owner=owner)
        with pypdfium2.PdfDocument(render_pdf(made, large=large)[0]) as pdf:
            for page in pdf:
                wide, high = page.get_size()
                top = page.get_textpage().get_text_bounded(0, high - 70, wide, high)
                assert "Draft" in top
                foot = page.get_textpage().get_text_bounded(0, 0, wide, 70)
                assert "OFFICIAL-SENSITIVE" in top + foot


def _seen(page: pypdfium2.PdfPage) -> Seen:
    form = page_format(landscape=page.get_width() > page.get_height())
    text = page.get_textpage()
    signs = []
    for at in range(text.count_chars()):
        box = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(text, at, *box)
        left, right, bottom, top = (each.value for each in box)
        if right > left and form.foot - 8 < bottom and top < form.height - form.top + 8:
            signs.append((bottom, round(pdfium.FPDFText_GetFontSize(text, at), 1)))
    lowest, highest = min(signs), max(bottom for bottom, _ in signs)
    opens = any(bottom > highest - 40 and size == STANDARD.h1.size for bottom, size in signs)
    filled = (form.height - form.top - lowest[0]) / form.text_height
    return Seen(page.get_size(), filled, opens, lowest[1], text.get_text_bounded())


def planned() -> Dossier:
    both, made = rich(), plan()
    names = ("priorities", "actions", "measures", "milestones", "actuals", "risks", "funding", "decisions")
    return replace(both, **{name: getattr(made, name) for name in names})


@cache
def made(name: str, document_id: str) -> tuple[bytes, dict[str, int], int]:
    dossiers = {"planned": planned, "plan": plan, "empty": empty, "many": lambda: many(9, 14), "rich": rich}
    dossier = Filling().dossier if name == "filled" else dossiers[name]()
    data, receipt = render_pdf(DOCUMENTS[document_id].build(dossier, DocumentOptions()))
    return data, dict(receipt.page_of), receipt.pages


@pytest.mark.parametrize("document_id", list(DOCUMENTS))
@pytest.mark.parametrize("name", ["planned", "plan", "empty", "many"])
def test_no_page_ends_with_a_heading_and_none_is_half_empty_where_its_chapter_goes_on(
    name: str, document_id: str
) -> None:
    pages = look(made(name, document_id)[0])
    for number, (page, after) in enumerate(zip(pages, [*pages[1:], None], strict=True), start=1):
        assert page.last not in HEADS, number
        goes_on = after is not None and not after.opens and after.size == page.size
        assert number == 1 or not goes_on or page.filled >= LEAST, number


@pytest.mark.parametrize("document_id", list(DOCUMENTS))
@pytest.mark.parametrize("name", ["filled", "planned", "plan", "empty"])
def test_the_receipt_is_one_page_and_the_last(name: str, document_id: str) -> None:
    _, pages, count = made(name, document_id)
    assert pages["receipt"] == count


def test_a_few_rows_never_stand_alone_on_a_last_page() -> None:
    for count in range(20, 80):
        pages = rows_by_page(table(count))
        assert len(pages) == 1 or pages[-1] >= 5, count


def test_what_does_not_spill_keeps_its_usual_space() -> None:
    assert rows_by_page(table(50))[0] < rows_by_page(table(36))[0]


def tall(count: int, group: str = "") -> Table:
    words = tuple(runs(f"Line {n} of the row") for n in range(count))
    rows = tuple((Cell((runs(f"{n}.1"),), "row", header=True), Cell(words)) for n in range(1, 4))
    return Table((Column("Ref", 10), Column("What", 90)), (RowGroup(rows, group),), "Tall rows")


def test_a_tall_row_goes_on_over_the_foot_of_a_page_under_its_reference() -> None:
    data, _ = render_pdf(document(*lines(12), tall(30)))
    pages = look(data)
    assert all(page.filled > 0.9 for page in pages[:-1])
    for before, page in pairwise(pages):
        assert "Line 0 " in page.text
        row = next(ref for ref in ("1.1", "2.1", "3.1") if ref in page.text)
        assert row in before.text
    assert min(page.text.count("Line ") for page in pages) >= 3


def test_a_group_that_goes_on_says_its_title_again() -> None:
    pages = look(render_pdf(document(tall(20, "Priority 1")))[0])
    assert "(continued)" not in pages[0].text
    assert all("Priority 1 (continued)" in page.text for page in pages[1:])


def test_a_priority_stands_on_one_page_with_its_actions_and_measures() -> None:
    data, pages, _ = made("plan", "strategic-plan")
    said = look(data)[next(page for anchor, page in pages.items() if anchor.startswith("priority-")) - 1]
    assert "How we will know" in said.text
    assert "1.5" in said.text
    assert "M5" in said.text
    assert said.size[0] > UPRIGHT.width


def beyond(data: bytes) -> list[tuple[int, str]]:
    """Return the signs that stand outside the text of their page (header and footer are inside it), by page."""
    found = []
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf, start=1):
            form = page_format(landscape=page.get_width() > page.get_height())
            text = page.get_textpage()
            lines = [text.get_rect(at) for at in range(text.count_rects())]
            if all(_inside(form, line) for line in lines):
                continue  # a line holds its signs, and the blanks behind them
            for at in range(text.count_chars()):
                sign = text.get_text_range(at, 1)
                if sign.strip() and not _inside(form, text.get_charbox(at)):
                    found.append((number, sign))
    return found


def _inside(form: PageFormat, box: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = box
    beside = form.side - 2 <= left and right <= form.width - form.side + 2
    return beside and bottom > 20 and top < form.height - 20


@pytest.mark.parametrize("document_id", list(DOCUMENTS))
@pytest.mark.parametrize(
    "words",
    [
        "W" * 200,
        "They wait, and nobody rings; then a letter comes. " * 60,
        "Gobaith 🚀🌈 i bawb 👩‍👩‍👧 heddiw, 2026; الأطفال ينتظرون وقتا (2026) في البلدة " * 4,
    ],
    ids=["a long word", "three thousand signs", "emoji beside Arabic"],
)
def test_nothing_runs_over_the_edge_of_a_page_whatever_was_typed(document_id: str, words: str) -> None:
    both = planned()
    kinds = ("priorities", "actions", "measures", "risks", "funding", "decisions", "milestones", "findings", "evidence")
    told: dict[str, Any] = {
        name: tuple(replace(each, **_said(each, words)) for each in getattr(both, name)) for name in kinds
    }
    both = replace(
        both,
        evaluation=replace(both.evaluation, title=words, vision=words, context=words, governance=words),
        statements=tuple(replace(each, body=words) for each in both.statements),
        **told,
    )
    data, _ = render_pdf(DOCUMENTS[document_id].build(both, DocumentOptions()))
    assert beyond(data) == []


def _said(thing: object, words: str) -> dict[str, str]:
    names = (
        "title",
        "text",
        "outcome",
        "detail",
        "progress",
        "source",
        "response",
        "came_of_it",
        "note",
        "done",
        "left",
    )
    return {name: words for name in names if hasattr(thing, name)}
