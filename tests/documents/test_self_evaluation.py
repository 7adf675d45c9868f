from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.documents.rich import many, rich
from tests.documents.vera import assert_valid

from areasef.documents.model import DocumentOptions
from areasef.documents.pdf.writer import render_pdf, write_pdf
from areasef.documents.self_evaluation.document import build
from areasef.documents.selfcheck import check_pdf
from areasef.documents.spoken import spoken


def test_verapdf_and_our_own_check_find_no_fault(tmp_path: Path) -> None:
    made = build(rich(), DocumentOptions())
    path = tmp_path / "sef.pdf"
    write_pdf(made, path)
    assert check_pdf(path, made).faults == ()
    assert_valid(path, "ua1")


def test_every_statement_stands_with_its_numbers_and_every_number_leads_to_a_row() -> None:
    dossier = rich()
    data, receipt = render_pdf(build(dossier, DocumentOptions()))
    anchors = dict(receipt.page_of)
    text = check_pdf(data).text
    assert all(f"statement-{each.id}" in anchors for each in dossier.statements)
    assert all(each.locator.quote in text for each in dossier.citations)
    strand = dossier.framework.strands[2]
    assert all(f"{strand.id}-evidence-{number}" in anchors for number in range(1, 13))


def test_a_strand_starts_on_its_own_page_with_its_view_beside_its_name() -> None:
    _, receipt = render_pdf(build(rich(), DocumentOptions()))
    pages = [page for anchor, page in receipt.page_of if anchor.startswith("strand-")]
    assert len(pages) == len(set(pages)) == 11


def test_three_hundred_statements_and_words_alone_and_large_print_and_nothing_at_all() -> None:
    full = rich()
    empty = replace(
        full, statements=(), citations=(), evidence=(), revisions=(), findings=(), self_views=(), responses=(),
        agreements=(), actions=(), priorities=(), requests=(), partners=(), people=(), role_holdings=(),
        evaluation=replace(full.evaluation, summary="", context="", vision="", governance="", coproduction="", monitoring=""),
    )  # fmt: skip
    alone = replace(full, evaluation=replace(full.evaluation, levels_shown=False))
    for dossier, large in ((many(), False), (alone, False), (full, True), (empty, False)):
        made = build(dossier, DocumentOptions(large_print=large))
        data, receipt = render_pdf(made, large=large)
        assert check_pdf(data, made).faults == ()
        assert receipt.missing == ()
    assert "To improve" not in "\n".join(spoken(build(alone, DocumentOptions()).chapters))


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_says_so_on_every_page_and_a_final_does_not(draft: bool, tmp_path: Path) -> None:
    made = build(rich(), DocumentOptions(draft=draft, marking="OFFICIAL"))
    said = "\n".join(made.footer)
    assert ("draft" in said) is draft
    assert made.draft is draft
    assert made.marking == "OFFICIAL"


def test_the_one_page_summary_stands_on_one_page() -> None:
    pages = dict(render_pdf(build(rich(), DocumentOptions()))[1].page_of)
    assert pages["our-area"] == pages["where-we-stand"] + 1
