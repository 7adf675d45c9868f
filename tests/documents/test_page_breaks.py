"""Pages break as an editor would break them, and the large-print edition is the same document."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from tests.documents.plan_dossier import empty, plan
from tests.documents.rich import rich
from tests.documents.test_tagged_pdf import document, table

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions, Facts, Heading, Listing, Paragraph, Run, runs
from areasef.documents.parts.receipt import left_out
from areasef.documents.pdf.lines import break_lines
from areasef.documents.pdf.paint import text_width
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import STANDARD
from areasef.documents.pdf.writer import render_pdf
from areasef.documents.self_evaluation.document import build
from areasef.documents.selfcheck import check_pdf
from areasef.documents.spoken import spoken

LARGE = DocumentOptions(large_print=True)


def lines(count: int) -> list[Paragraph]:
    return [Paragraph(runs("A line of text.")) for _ in range(count)]


def rows_by_page(*blocks: object) -> list[int]:
    """Return how many rows of the table stand on each page that has any."""
    pages = dict(render_pdf(document(*blocks))[1].page_of)
    where = [page for anchor, page in pages.items() if re.fullmatch(r"e\d+", anchor)]
    return [where.count(page) for page in sorted(set(where))]


@pytest.mark.parametrize("above", range(20, 36, 2))
def test_no_row_of_a_table_stands_alone_at_either_end_of_a_page(above: int) -> None:
    for count in (2, 3, 5, 40, 41):
        assert min(rows_by_page(*lines(above), table(count))) >= 2, count


def test_a_short_table_stays_whole_where_that_costs_little_and_not_where_it_costs_much() -> None:
    assert rows_by_page(*lines(28), table(8)) == [8]
    split = rows_by_page(*lines(20), table(16), *lines(30))
    assert len(split) == 2
    assert sum(split) == 16


def test_a_table_under_its_heading_moves_with_it() -> None:
    for above in range(18, 36):
        pages = dict(render_pdf(document(*lines(above), Heading(2, "Kept", anchor="kept"), table(6)))[1].page_of)
        assert pages["kept"] == pages["e1"], above


@pytest.mark.parametrize("last", [table(12), Listing(tuple(runs(f"Item {n}") for n in range(9)))])
def test_a_note_stands_under_the_end_of_what_it_is_about(last: object) -> None:
    for above in range(12, 36):
        note = Paragraph(runs("The note."), "meta", anchor="note")
        data, receipt = render_pdf(document(*lines(above), last, note))
        with pypdfium2.PdfDocument(data) as pdf:
            text = pdf[dict(receipt.page_of)["note"] - 1].get_textpage().get_text_bounded()
        assert re.search(r"Mixed|Item 8", text), above


def test_no_entry_of_a_list_stands_alone_at_either_end_of_a_page() -> None:
    listing = Listing(tuple(runs(f"Entry {n}") for n in range(9)))
    for above in range(14, 36):
        data, _ = render_pdf(document(*lines(above), listing))
        with pypdfium2.PdfDocument(data) as pdf:
            counts = [page.get_textpage().get_text_bounded().count("Entry ") for page in pdf]
        assert sum(counts) == 9
        assert min(count for count in counts if count) >= 2, above


def test_facts_leave_no_single_line_behind() -> None:
    facts = Facts(tuple((f"Name {n}", runs("Value")) for n in range(30)), "Facts")
    for above in range(10, 36):
        data, _ = render_pdf(document(*lines(above), facts))
        with pypdfium2.PdfDocument(data) as pdf:
            counts = [page.get_textpage().get_text_bounded().count("Name ") for page in pdf]
        assert min(count for count in counts if count) >= 2, above


def test_a_page_number_in_a_sentence_takes_the_room_it_needs() -> None:
    made = document(Paragraph(runs("See page ", Run(page_of="i3"), ". Then more.")))
    with pypdfium2.PdfDocument(render_pdf(made)[0]) as pdf:
        page = pdf[0].get_textpage()
        text = page.get_text_range()
        at = text.index("page 1") + len("page ")
        digit, stop = page.get_charbox(at), page.get_charbox(at + 1)
    assert text[at : at + 2] == "1."
    assert 0 <= stop[0] - digit[2] < 2


def test_a_day_is_not_torn_from_its_month_nor_a_page_from_its_number() -> None:
    for text in ("Due on 14 September", "Stands on page 12", "See (23 Nov 2026)"):
        for width in range(40, 120, 5):
            found = break_lines(runs(text), STANDARD.body, float(width), Node("P"))
            said = ["".join(part.text for part in line.parts).strip() for line in found]
            assert not any(line.endswith((" 14", " page", "(23")) or line in ("14", "page", "12") for line in said), (
                said
            )


def test_what_stands_behind_right_to_left_text_never_overlaps_it() -> None:
    for text in ("الأطفال ينتظرون (2026) في البلدة.", "הילדים מחכים 12,5 שבועות זמן רב."):
        line = break_lines(runs(text, Run("On track", bold=True)), STANDARD.body, 480.0, Node("P"))[0]
        for part in line.parts:
            assert part.width == pytest.approx(text_width(part.text, part.look.size, bold=part.look.bold), abs=0.01)


@pytest.mark.parametrize("document_id", list(DOCUMENTS))
def test_large_print_says_what_the_ordinary_edition_says_in_nothing_under_14_points(document_id: str) -> None:
    both = rich()
    made = plan()
    both = replace(both, priorities=made.priorities, actions=made.actions, measures=made.measures)
    ordinary, large = (DOCUMENTS[document_id].build(both, options) for options in (DocumentOptions(), LARGE))
    left = [left_out(both, each.chapters[:-1], {})[0] for each in (ordinary, large)]
    assert [(each.kind, each.name, each.count) for each in left[0]] == [
        (each.kind, each.name, each.count) for each in left[1]
    ]
    data, _ = render_pdf(large, large=True)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sizes = {
            float(step.operands[1])
            for page in pdf.pages
            for step in pikepdf.parse_content_stream(page)
            if str(step.operator) == "Tf"
        }
    assert min(size for size in sizes if size > 1) >= 14


def test_strands_with_nothing_in_them_share_a_page_and_others_begin_one() -> None:
    assert render_pdf(build(empty(), DocumentOptions()))[1].pages < 14
    one = rich()
    kept = one.framework.strands[2].id
    one = replace(
        one, self_views=(), requests=(), actions=(), evidence=(), citations=(),
        statements=tuple(each for each in one.statements if each.strand_id == kept),
        responses=tuple(each for each in one.responses if each.subject_kind == "evaluation"),
    )  # fmt: skip
    pages = dict(render_pdf(build(one, DocumentOptions()))[1].page_of)
    on = [pages[f"strand-{each.id}"] for each in one.framework.strands]
    assert on[0] == on[1]
    assert on[2] > on[1]
    assert on[3] > on[2]


def test_sixty_bodies_leave_the_cover_one_page_and_the_summary_four() -> None:
    made = rich()
    more = tuple(
        replace(made.partners[0], id=f"b{n}", name=f"The partnership of schools and settings in locality {n}",
                short_name=f"Locality {n}", position=n) for n in range(60)
    )  # fmt: skip
    made = replace(made, partners=(*made.partners, *more))
    summary = DOCUMENTS["summary"].build(made, DocumentOptions())
    _, receipt = render_pdf(summary)
    assert dict(receipt.page_of)["where-we-stand"] == 2
    assert receipt.pages == 5
    said = "\n".join(spoken(summary.chapters))
    assert "Locality 59" in said


def test_the_receipt_names_what_could_not_be_drawn() -> None:
    made = rich()
    made = replace(made, evaluation=replace(made.evaluation, context="A rocket 🚀🚀, 日 and שָׁלוֹם. \uf0b7 A bullet."))
    document = build(made, DocumentOptions())
    told = "\n".join(spoken(document.chapters[-1:]))
    assert "What could not be drawn" in told
    assert "ocket (2)" in told
    assert "CJK unified ideograph-65e5 (1)" in told
    assert "hebrew point" in told
    assert "private" not in told.casefold()
    assert "f0b7" not in told.casefold()
    with pypdfium2.PdfDocument(render_pdf(document)[0]) as pdf:
        assert "• A bullet." in " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "What could not be drawn" not in "\n".join(spoken(build(rich(), DocumentOptions()).chapters))


def test_a_quotation_that_holds_a_quotation_has_other_marks_around_it() -> None:
    made = rich()
    first = made.citations[0]
    quote = "Parents said “too late” in March."
    made = replace(made, citations=(replace(first, locator=replace(first.locator, quote=quote)), *made.citations[1:]))
    assert f"‘{quote}’" in "\n".join(spoken(build(made, DocumentOptions()).chapters))


@pytest.mark.parametrize("words", ["", " ", "\u200b", "\u00ad"])
@pytest.mark.parametrize("document_id", list(DOCUMENTS))
def test_texts_of_nothing_that_can_be_seen_stop_no_document(document_id: str, words: str) -> None:
    made, planned = rich(), plan()
    made = replace(
        made,
        evaluation=replace(made.evaluation, title=words, summary=words, context=words, vision=words),
        partners=tuple(replace(each, name=words, short_name=words) for each in made.partners),
        statements=tuple(replace(each, body=words) for each in made.statements),
        self_views=tuple(replace(each, reason=words, not_known=words) for each in made.self_views),
        findings=tuple(replace(each, text=words, number=words) for each in made.findings),
        priorities=tuple(replace(each, title=words, outcome=words) for each in planned.priorities),
        actions=tuple(replace(each, title=words, detail=words) for each in planned.actions),
        measures=tuple(replace(each, title=words, unit=words) for each in planned.measures),
    )
    for options in (DocumentOptions(), LARGE):
        document = DOCUMENTS[document_id].build(made, options)
        data, _ = render_pdf(document, large=options.large_print)
        assert check_pdf(data, document).faults == ()
