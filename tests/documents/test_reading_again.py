"""The exported file opened again by other programs: its words in order, its links, labels and bookmarks."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.documents.filled import Filling
from tests.documents.rich import rich
from tests.documents.vera import assert_valid

from areasef.documents import summary
from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions, Table, words
from areasef.documents.pdf.writer import render_pdf, write_pdf
from areasef.documents.self_evaluation.document import build
from areasef.documents.selfcheck import check_pdf
from areasef.domain.dossier import Dossier
from areasef.domain.statement import plain
from areasef.packs.reading import read_pack

SECOND = Path(__file__).parents[1] / "packs" / "second"
LETTERS = re.compile(r"[^\w]|\d", re.UNICODE)


def letters(text: str) -> str:
    """Return the letters of a text alone: raised numbers, spaces and line ends fall away."""
    return LETTERS.sub("", text)


def in_order(dossier: Dossier, text: str) -> bool:
    """Say whether every statement stands in a text, strand by strand and section by section."""
    at = 0
    for strand in dossier.framework.strands:
        for section in dossier.framework.sections:
            for statement in dossier.statements_of(strand, section):
                at = text.find(letters(plain(statement.body)), at) + 1
                if not at:
                    return False
    return True


def test_other_programs_read_every_statement_in_order(tmp_path: Path) -> None:
    dossier = rich()
    path = tmp_path / "sef.pdf"
    write_pdf(build(dossier, DocumentOptions()), path)
    with pypdfium2.PdfDocument(path) as pdf:
        assert in_order(dossier, letters("".join(page.get_textpage().get_text_bounded() for page in pdf)))
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed: the order was read by PDFium only")
    told = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert in_order(dossier, letters(told))


def test_a_raised_number_leads_to_its_row_and_the_row_to_the_index() -> None:
    data, receipt = render_pdf(build(rich(), DocumentOptions()))
    pages = dict(receipt.page_of)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages, 1)}
        found = [
            (str(link.Contents), numbers[link.Dest[0].objgen])
            for page in pdf.pages
            for link in page.get("/Annots", [])
            if "/Dest" in link
        ]
    strand = rich().framework.strands[2].id
    assert ("Evidence 12", pages[f"{strand}-evidence-12"]) in found
    assert ("E-131", pages["evidence-index"]) in found


def test_labels_are_the_printed_numbers_and_strands_stand_under_their_part_in_the_bookmarks() -> None:
    data, _ = render_pdf(build(rich(), DocumentOptions()))
    with pypdfium2.PdfDocument(data) as pdf:
        assert [pdf.get_page_label(at) for at in range(3)] == ["Cover", "2", "3"]
    with pikepdf.open(io.BytesIO(data)) as again, again.open_outline() as outline:
        under = {item.title: [child.title for child in item.children] for item in outline.root}
    assert under["Impact"][0] == "I1 Needs identified and assessed"
    assert len(under["Impact"]) == 5
    assert "Where we stand" in under


def test_the_summary_is_four_pages_and_a_receipt() -> None:
    made = DOCUMENTS["summary"].build(rich(), DocumentOptions())
    assert render_pdf(made)[1].pages == 5
    assert render_pdf(DOCUMENTS["summary"].build(rich(), DocumentOptions(receipt=False)))[1].pages == 4


@pytest.mark.parametrize("document_id", ["self-evaluation", "summary"])
def test_another_pack_with_other_sections_and_levels_makes_the_same_documents(document_id: str, tmp_path: Path) -> None:
    pack = read_pack(SECOND).framework
    assert pack is not None
    dossier = Filling(pack).dossier
    made = DOCUMENTS[document_id].build(dossier, DocumentOptions(draft=False))
    path = tmp_path / "second.pdf"
    write_pdf(made, path)
    check = check_pdf(path, made)
    assert check.faults == ()
    assert all(part.title in check.text for part in pack.parts)
    assert "SEND" not in check.text
    assert_valid(path, "ua1")


def test_every_script_and_words_without_end_pass_through(tmp_path: Path) -> None:
    full = rich()
    hard = (
        "Mae’r plant yn aros yn hir am asesiad; Ŵyl, tŷ, dŵr.",
        "الأطفال ينتظرون وقتا طويلا (2026).",
        "הילדים מחכים זמן רב.",
        "Families said 👍🏽 and 🚀, twice.",
        f"{'Donaudampfschifffahrt' * 30} ends.",
        "A\u200bzero\x00width and a\nline\tbreak.",
    )
    statements = tuple(
        replace(each, body=hard[at % len(hard)] + each.body, confidence_reason=hard[at % len(hard)])
        for at, each in enumerate(full.statements)
    )
    evidence = tuple(replace(each, title=hard[at % len(hard)]) for at, each in enumerate(full.evidence))
    views = tuple(replace(each, reason=hard[at % len(hard)]) for at, each in enumerate(full.self_views))
    dossier = replace(full, statements=statements, evidence=evidence, self_views=views)
    for document_id in ("self-evaluation", "summary"):
        made = DOCUMENTS[document_id].build(dossier, DocumentOptions())
        path = tmp_path / f"{document_id}.pdf"
        receipt = write_pdf(made, path)
        check = check_pdf(path, made)
        assert check.faults == ()
        assert "הילדים מחכים" in check.text
        assert document_id == "summary" or "🚀" in receipt.missing
        assert_valid(path, "ua1")


def test_the_summary_prints_the_sub_points_of_a_finding_under_one_another() -> None:
    made = rich()
    text = "Leaders should act together to: • find children early; and ◼ tell families when."
    asked = replace(made, findings=(replace(made.findings[0], text=text), *made.findings[1:]))
    tables = [each for each in summary.build(asked, DocumentOptions()).blocks() if isinstance(each, Table)]
    cells = [[words(line) for line in row[0].content] for each in tables for group in each.groups for row in group.rows]
    first = "1. Leaders should act together to:"
    assert [first, "• find children early; and", "◼ tell families when."] in cells
