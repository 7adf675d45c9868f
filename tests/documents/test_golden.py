"""Nothing that a person typed is lost on the way to paper without being named on the receipt."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import is_dataclass
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import pypdfium2
import pytest
from tests.documents.filled import Filling

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions, Table, words
from areasef.documents.parts.receipt import NO_REASON, left_out, said
from areasef.documents.parts.typed import KINDS, MACHINE
from areasef.documents.pdf.writer import write_pdf
from areasef.documents.spoken import spoken
from areasef.domain.citation import Locator
from areasef.domain.dossier import Dossier
from areasef.domain.framework import Framework

WORD = re.compile(r"qx\d+zj")
WITH_RECEIPT = tuple(DOCUMENTS)
"""Every document says on its last page what it leaves out."""


def test_every_kind_of_thing_in_a_dossier_is_looked_at() -> None:
    found = set()
    for hint in get_type_hints(Dossier).values():
        inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
        if is_dataclass(inner) and inner is not Framework:
            found.add(inner)
    assert found == set(KINDS)


def test_what_is_said_to_be_written_by_the_program_names_fields_that_exist() -> None:
    kinds = {kind.__name__: kind for kind in (*KINDS, Locator)}
    for name, fields in MACHINE.items():
        assert fields <= set(get_type_hints(kinds[name])), name


@pytest.mark.parametrize("document_id", WITH_RECEIPT)
def test_every_word_is_found_again_or_named_on_the_receipt_with_a_reason(document_id: str, tmp_path: Path) -> None:
    filling = Filling()
    assert len(filling.words) == len(set(filling.words.values())) > 60
    made = DOCUMENTS[document_id].build(filling.dossier, DocumentOptions())
    path = tmp_path / "made.pdf"
    write_pdf(made, path)
    text, printed = read_again(path), "\n".join(spoken(made.chapters[:-1]))
    reasons = {(each.kind, each.name): each.why for each in left_out(filling.dossier, made.chapters[:-1], {})[0]}
    told = receipt_lines(made.chapters[-1].blocks)
    for key, word in filling.words.items():
        if word in printed:
            assert word in text, f"{key} was lost on the way to paper"
            assert key not in reasons, f"{key} is printed and said to be left out"
            continue
        kind, name = said(*key)
        why = next((why for why, what in told if re.search(rf"(?:^|; ){kind}: [^;]*\b{name} \(1\)", what)), "")
        assert why, f"{key} is neither printed nor on the receipt"
        assert why != NO_REASON, f"{key} is left out without a reason"
        assert f"{name} (1)" in " ".join(text.split())


def test_the_self_evaluation_and_the_plan_together_print_what_belongs_in_a_document(tmp_path: Path) -> None:
    filling = Filling()
    text = ""
    for document_id in WITH_RECEIPT:
        path = tmp_path / f"{document_id}.pdf"
        write_pdf(DOCUMENTS[document_id].build(filling.dossier, DocumentOptions()), path)
        text += read_again(path)
    for key in (
        ("Statement", "body"), ("Statement", "confidence_reason"), ("Citation", "says"), ("Citation", "locator.quote"),
        ("Evidence", "title"), ("Evidence", "ref"), ("SelfView", "reason"), ("SelfView", "not_known"), ("Response", "words"),
        ("Finding", "text"), ("Finding", "done"), ("Finding", "impact"), ("Finding", "left"), ("Action", "title"),
        ("Evaluation", "summary"), ("Evaluation", "context"), ("Partner", "name"), ("Person", "name"), ("Request", "title"),
    ):  # fmt: skip
        assert filling.words[key] in text, key


def receipt_lines(blocks: tuple[object, ...]) -> list[tuple[str, str]]:
    """Return the lines of what the receipt leaves out, each with its reason."""
    return [
        (words(row[0].content[0]), words(line))
        for block in blocks
        if isinstance(block, Table)
        for group in block.groups
        for row in group.rows
        for line in row[1].content
    ]


def read_again(path: Path) -> str:
    """Return the text of a written PDF as another program reads it."""
    with pypdfium2.PdfDocument(path) as pdf:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    if shutil.which("pdftotext"):
        other = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
        assert set(WORD.findall(text)) == set(WORD.findall(other))
    return text
