from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from tests.documents.vera import assert_valid

from areasef.documents.model import (
    Box,
    Cell,
    Chapter,
    Column,
    Columns,
    Contents,
    Cover,
    Document,
    Facts,
    Figure,
    Heading,
    Listing,
    Paragraph,
    RowGroup,
    Run,
    Sign,
    Statement,
    Steps,
    Table,
    View,
    runs,
)
from areasef.documents.pdf.writer import render_pdf, write_pdf
from areasef.documents.picture import Bar, Dot, Label, Picture, Polygon, Stroke
from areasef.documents.selfcheck import check_pdf

PICTURE = Picture(
    200,
    40,
    (
        Stroke(((0, 20), (200, 20)), "#0E5A72"),
        Bar(0, 0, 20, 10, fill="#0E5A72"),
        Dot(50, 20, 4, line="#0E5A72"),
        Polygon(((80, 0), (90, 10), (70, 10)), "#0E5A72"),
        Label(100, 30, "Weeks", "#1A2125"),
    ),
)


def table(rows: int, words: str = "Local offer audit") -> Table:
    return Table(
        (Column("No.", 1, "right"), Column("Item", 6), Column("Stance", 3)),
        (
            RowGroup(
                tuple(
                    (
                        Cell((runs(str(n)),), scope="row", header=True, anchor=f"e{n}"),
                        Cell((runs(words),)),
                        Cell((runs(Run("Mixed", bold=True, mark=Sign("self_view", "mixed"))),)),
                    )
                    for n in range(1, rows + 1)
                ),
                "Impact" if rows else "",
            ),
        ),
        "Evidence",
    )


def document(*blocks: object, title: str = "A document") -> Document:
    return Document(
        title,
        "Alderbrook area SEND partnership",
        (Chapter("Right help", (Heading(1, "Right help", "I3", "i3"), *blocks)),),  # type: ignore[arg-type]
        ("Self-evaluation, version 0.9 draft", "As at 23 November 2026"),
        datetime(2026, 11, 23, 14, 2, tzinfo=UTC),
        draft=True,
    )


def every_kind_of_block() -> Document:
    cited = runs("Waits fell to 19 weeks.", Run("1", raised=True, bold=True, link="#e1"), " More words.")
    made = document(
        Paragraph(runs("Help is arriving sooner. " * 12), "lead"),
        Paragraph(
            runs(
                "The Forum sees it differently: page ",
                Run(page_of="box"),
                ". ",
                Run("Site", link="https://example.org"),
            )
        ),
        Heading(2, "What we know", view=View("Our view since May", Sign("self_view", "strength"), "Strength")),
        Statement("1", cited, runs("High confidence.")),
        Statement("2", runs("Yes. " * 300), runs("Low confidence.")),
        Listing((runs(Run("Waits. ", bold=True), "38 weeks"), runs("Plans"))),
        Listing((runs("Agree"), runs("Fill")), numbered=True),
        Box((Heading(3, "Where partners see it differently", anchor="box"), Paragraph(runs("No. " * 700)))),
        Columns(((Paragraph(runs("Left")),), (Paragraph(runs("Right")),))),
        table(90),
        Figure(PICTURE, "Weeks, falling", runs("Weeks fell.")),
        Paragraph(runs(Run("Planned", mark=Steps(1, 5)))),
    )
    cover = Cover("Self-evaluation 2026–27", "How we know.", Facts((("As at", runs("23 November")),), "About"))
    chapters = (Chapter("Cover", (cover,)), Chapter("Contents", (Contents(),)), *made.chapters)
    wide = Chapter("Plan", (Heading(1, "Plan", anchor="plan"), table(1)), landscape=True)
    return Document(made.title, made.owner, (*chapters, wide), made.footer, made.made_at, draft=True)


def test_every_block_is_tagged_whole_and_in_order() -> None:
    made = every_kind_of_block()
    data, receipt = render_pdf(made)
    check = check_pdf(data, made)
    assert check.faults == ()
    assert check.figures == 1
    assert (
        check.headings[:3] == ("Self-evaluation 2026–27", "Contents", "I3\xa0\xa0Right help")
        or "Contents" in check.headings
    )
    assert receipt.missing == ()


def test_verapdf_finds_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "every.pdf"
    write_pdf(every_kind_of_block(), path)
    assert_valid(path, "ua1")
    assert_valid(path, "2a")


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_pdf(every_kind_of_block())[0] == render_pdf(every_kind_of_block())[0]


@pytest.mark.parametrize("rows", [0, 1, 200])
def test_a_table_prints_its_header_on_each_page_and_tags_it_once(rows: int) -> None:
    made = document(table(rows))
    data, receipt = render_pdf(made)
    assert check_pdf(data, made).faults == ()
    assert check_pdf(data).text.count("Stance") == 1
    assert receipt.pages == (1 if rows < 2 else 6)


def test_a_row_higher_than_a_page_is_not_cut_off() -> None:
    made = document(table(2, "word " * 4000))
    data, receipt = render_pdf(made)
    assert check_pdf(data, made).faults == ()
    assert receipt.pages > 10


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for lines in range(36, 50):
        made = document(*(Paragraph(runs("Line")) for _ in range(lines)), Heading(2, "Kept", anchor="kept"), table(3))
        pages = dict(render_pdf(made)[1].page_of)
        assert pages["kept"] == pages["e1"]


def test_words_without_end_and_every_script_are_kept() -> None:
    made = document(
        Paragraph(runs("x" * 5000)),
        Paragraph(runs("Mae'r dŵr a'r tŷ yn Ŵyl; Łódź, Ελλάδα, Україна")),
        Paragraph(runs("שלום עולם (2026) and مرحبا بالعالم then English")),
        Paragraph(runs("A rocket 🚀, a face ☺, 日本, e\u0301 and a\u200bzero\x00width")),
    )
    data, receipt = render_pdf(made)
    check = check_pdf(data, made)
    assert check.faults == ()
    assert "שלום עולם" in check.text
    assert "🚀" in check.text
    assert set(receipt.missing) == {"🚀", "日", "本"}


def test_large_print_sets_body_text_at_18_points_in_one_column() -> None:
    made = every_kind_of_block()
    plain, large = render_pdf(made)[1], render_pdf(made, large=True)
    assert large[1].pages > plain.pages * 1.5
    assert check_pdf(large[0], made).faults == ()


def test_a_reader_is_told_title_language_and_bookmarks() -> None:
    with pikepdf.open(io.BytesIO(render_pdf(every_kind_of_block())[0])) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert titles == ["Self-evaluation 2026–27", "I3 Right help", "Plan"]


def test_text_painted_as_decoration_is_noticed() -> None:
    made, longer = document(Paragraph(runs("Said."))), document(Paragraph(runs("Said. And more.")))
    faults = check_pdf(render_pdf(made)[0], longer).faults
    assert len(faults) == 1
    assert "differs" in faults[0]


def test_a_link_that_leads_nowhere_is_noticed() -> None:
    made = document(Paragraph(runs(Run("1", raised=True, link="#gone"), Run("There", link="#i3"), Run(page_of="lost"))))
    assert check_pdf(render_pdf(made)[0], made).faults == ("a link leads nowhere: gone", "a link leads nowhere: lost")


def test_writing_leaves_no_half_file_behind(tmp_path: Path) -> None:
    receipt = write_pdf(document(), tmp_path / "out.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]
    assert receipt.size == (tmp_path / "out.pdf").stat().st_size
