"""Welsh, Arabic, Hebrew and signs of other planes in every field of every kind: each document is written, and loses none."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_origin

import pytest
from tests.documents.filled import Filling
from tests.documents.test_golden import read_again

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions
from areasef.documents.pdf.writer import write_pdf
from areasef.documents.selfcheck import check_pdf
from areasef.documents.spoken import spoken

WELSH, SIGN, ARABIC, HEBREW = "Ŵyl dŵr tŷ", "🙂👩‍👧", "مرحبا بالعالم", "שלום"


class AnyScript(Filling):
    """The same filling; each word stands among words of four scripts."""

    def _word(self, kind: str, name: str, hint: Any) -> Any:
        word = super()._word(kind, name, str)
        words = f"{word} {WELSH} {SIGN} {ARABIC} {HEBREW}"
        return (words,) if get_origin(hint) is tuple else words


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_field_in_four_scripts_is_printed_and_can_be_read_again(document_id: str, tmp_path: Path) -> None:
    filling = AnyScript()
    made = DOCUMENTS[document_id].build(filling.dossier, DocumentOptions())
    path = tmp_path / "made.pdf"
    write_pdf(made, path)
    text, printed = read_again(path), "\n".join(spoken(made.chapters))
    lost = [key for key, word in filling.words.items() if word in printed and word not in text]
    assert not lost
    plain = " ".join(text.split())
    for words in WELSH.split():
        assert words in plain
    assert "\ufffd" not in text
    assert not check_pdf(path, made).faults
