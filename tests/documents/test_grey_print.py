"""Printed in grey: every word of a page stands out from the paper, and a status is still its shape and its word."""

from __future__ import annotations

import pypdfium2
import pytest
from tests.documents.plan_dossier import plan
from tests.documents.rich import rich

from areasef import tokens
from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions
from areasef.documents.pdf.writer import render_pdf

SCALE = 3


def luminance(grey: int) -> float:
    """Return the relative luminance of a grey of 0 to 255, as WCAG 2 counts it."""
    part = grey / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def faint(page: pypdfium2.PdfPage) -> list[str]:
    """Return the runs of words on a page that stand out less than 4.5 to 1 once it is grey."""
    picture = page.render(scale=SCALE, grayscale=True)
    rows, line = bytes(picture.buffer), picture.stride
    text = page.get_textpage()
    found = []
    for at in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(at)
        said = text.get_text_bounded(left, bottom, right, top).strip()
        if not any(sign.isalnum() for sign in said):
            continue
        high = page.get_height()
        across = slice(max(int(left * SCALE), 0), int(min(right, left + 60) * SCALE) + 1)
        seen = [
            grey
            for y in range(int((high - top) * SCALE), int((high - bottom) * SCALE) + 1)
            for grey in rows[y * line : (y + 1) * line][across]
        ]
        if seen and (luminance(max(seen)) + 0.05) / (luminance(min(seen)) + 0.05) < 4.5:
            found.append(said)
    return found


@pytest.mark.parametrize("document_id", ["self-evaluation", "strategic-plan"])
def test_a_page_printed_in_grey_says_all_it_says_in_colour(document_id: str) -> None:
    dossier = plan() if document_id == "strategic-plan" else rich()
    data, _ = render_pdf(DOCUMENTS[document_id].build(dossier, DocumentOptions()))
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf, start=1):
            assert not faint(page), number
        words = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    family = "delivery" if document_id == "strategic-plan" else "self_view"
    assert sum(shape.word in words for shape in tokens.SHAPES[family].values()) >= 3
