from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.documents.plan_dossier import empty, many, plan
from tests.documents.vera import assert_valid

from areasef.documents.model import DocumentOptions
from areasef.documents.pdf.writer import render_pdf, write_pdf
from areasef.documents.plan_on_a_page import build
from areasef.documents.selfcheck import check_pdf
from areasef.documents.spoken import spoken
from areasef.domain.dossier import Dossier


def wordy(priorities: int) -> Dossier:
    """Return a plan in which each priority promises something in two lines."""
    made = many(priorities, 1)
    promise = "Children are seen sooner, and their families are told when and by whom."
    return replace(made, priorities=tuple(replace(each, outcome=promise) for each in made.priorities))


@pytest.mark.parametrize(
    "made", [empty(), plan(), many(3, 4), many(6, 12), many(9, 30), wordy(10), wordy(24), wordy(60)]
)
def test_the_plan_stands_on_one_page_whatever_its_size(made: Dossier) -> None:
    options = DocumentOptions(receipt=False)
    document = build(made, options)
    data, receipt = render_pdf(document)
    assert receipt.pages == 1
    assert check_pdf(data, document).faults == ()


def test_it_holds_all_it_has_room_for_and_counts_the_rest() -> None:
    small = "\n".join(spoken(build(plan(), DocumentOptions()).chapters))
    assert "1.5 Tell every waiting family, every eight weeks, where they are" in small
    assert "Families helped while waiting, in a year: 212, aim 300 families" in small
    large = "\n".join(spoken(build(many(9, 30), DocumentOptions()).chapters))
    assert "29 more actions: 6 off track" in large
    assert "more priorit" not in large
    full = "\n".join(spoken(build(wordy(60), DocumentOptions()).chapters))
    assert re.search(r"Priority number 0 in words.*\d\d more priorities: see the whole plan", full, re.DOTALL)


def test_verapdf_finds_no_fault_in_standard_and_in_large_print(tmp_path: Path) -> None:
    for large in (False, True):
        options = DocumentOptions(large_print=large)
        path = tmp_path / f"page-{large}.pdf"
        write_pdf(build(plan(), options), path, options)
        assert_valid(path, "ua1")
