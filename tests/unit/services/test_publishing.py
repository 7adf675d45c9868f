from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from tests.gui.plan_content import fill

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions
from areasef.services import publishing
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace
from areasef.words.faults import AppError

OPTIONS = DocumentOptions()


@pytest.mark.parametrize("document_id", sorted(DOCUMENTS))
def test_every_document_is_written_checked_and_remembered(session: Session, tmp_path: Path, document_id: str) -> None:
    fill(session)
    target = tmp_path / publishing.file_name(session, document_id, date(2026, 11, 23))
    made = publishing.export(session, document_id, target, OPTIONS)
    assert made.faults == ()
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == made.receipt.pages
    assert made.record is not None
    assert made.record.sha256 == publishing.sha256_of(target) == made.receipt.sha256
    assert publishing.exports(session) == (made.record,)
    assert made.record.state == "draft"


def test_a_preview_leaves_no_trace_in_the_workspace(session: Session) -> None:
    made = publishing.preview(session, next(iter(DOCUMENTS)), OPTIONS)
    assert made.path.parent == session.cache
    assert publishing.exports(session) == ()


def test_a_name_holds_area_document_and_day(session: Session) -> None:
    name = publishing.file_name(session, next(iter(DOCUMENTS)), date(2026, 11, 23))
    assert name.startswith("Alderbrook-")
    assert name.endswith("-2026-11-23.pdf")


@pytest.mark.parametrize("document_id", sorted(DOCUMENTS))
def test_the_same_evaluation_at_the_same_moment_gives_the_same_bytes(
    session: Session, tmp_path: Path, document_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(session)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795442520")
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    for target in (one, other):
        publishing.export(session, document_id, target, OPTIONS)
    assert one.read_bytes() == other.read_bytes()
    with pikepdf.open(one) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261123")


def test_signs_that_no_font_has_are_told_after_an_export(session: Session, tmp_path: Path) -> None:
    plain = publishing.export(session, "self-evaluation", tmp_path / "a.pdf", OPTIONS)
    assert plain.undrawn == ""
    with session.store.write("Describe") as batch:
        batch.put(replace(session.evaluation, context="We heard 🚀 twice, and 日本."))
    made = publishing.export(session, "self-evaluation", tmp_path / "b.pdf", OPTIONS)
    assert "🚀 日 本" in made.undrawn


def test_a_folder_that_is_not_there_is_said_kindly(session: Session, tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        publishing.export(session, next(iter(DOCUMENTS)), tmp_path / "nowhere" / "a.pdf", OPTIONS)
    assert caught.value.code == "publish.no_folder"
    assert str(tmp_path / "nowhere") in str(caught.value)
    assert publishing.exports(session) == ()


def test_a_file_that_may_not_be_replaced_is_named_and_stays_as_it_was(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "Alderbrook-SEF.pdf"
    if sys.platform == "win32":
        target.write_bytes(b"old")
        held = target.open("rb")
    else:
        target.mkdir()
        held = (target / "old").open("wb")
    with held, pytest.raises(AppError) as caught:
        publishing.export(session, "summary", target, OPTIONS)
    assert caught.value.code == "publish.held"
    assert "Alderbrook-SEF.pdf" in str(caught.value)
    assert target.is_dir() or target.read_bytes() == b"old"
    assert list(tmp_path.glob(".*.part")) == []
    assert publishing.exports(session) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")
def test_a_full_disk_is_said_and_the_old_file_stays(session: Session, tmp_path: Path) -> None:
    import resource

    target = tmp_path / "Alderbrook-SEF.pdf"
    target.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(AppError) as caught:
            publishing.export(session, "summary", target, OPTIONS)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.code == "publish.full"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.glob("*.part")) + list(tmp_path.glob(".*.part")) == []


@pytest.mark.parametrize("step", ["Setting the pages", "Page 2 of ", "Tagging", "Writing and checking"])
def test_stopping_at_any_step_leaves_no_file_and_no_record(session: Session, tmp_path: Path, step: str) -> None:
    def tell(done: int, total: int, words: str) -> None:
        if words.startswith(step):
            raise LookupError(f"{done} of {total}")

    with pytest.raises(LookupError):
        publishing.preview(session, "self-evaluation", OPTIONS, tell)
    with pytest.raises(LookupError):
        publishing.export(session, "self-evaluation", tmp_path / "a.pdf", OPTIONS, tell)
    assert list(session.cache.glob("*.pdf")) == []
    assert list(tmp_path.glob("*.pdf")) + list(tmp_path.glob(".*.part")) == []
    assert publishing.exports(session) == ()


def test_a_name_that_is_very_long_still_fits_a_disk(session: Session) -> None:
    with session.store.write("Rename") as batch:
        batch.put(replace(session.area, name="Ŵŷ " * 120))
    for document_id in DOCUMENTS:
        name = publishing.file_name(session, document_id, date(2026, 11, 23))
        assert len(name.encode()) < 240
        assert DOCUMENTS[document_id].file_stem in name


def test_an_unknown_document_names_those_there_are(session: Session, tmp_path: Path) -> None:
    with pytest.raises(AppError, match=sorted(DOCUMENTS)[0]):
        publishing.export(session, "horoscope", tmp_path / "a.pdf", OPTIONS)


def test_a_reader_can_export_without_writing_into_the_file(session: Session, tmp_path: Path) -> None:
    session.close()
    with_reader = open_workspace(session.document, read_only=True)
    try:
        made = publishing.export(with_reader, next(iter(DOCUMENTS)), tmp_path / "a.pdf", OPTIONS)
        assert made.record is None
        assert (tmp_path / "a.pdf").exists()
    finally:
        with_reader.close()


def test_the_preflight_counts_what_must_be_fixed(session: Session) -> None:
    found = publishing.preflight(session)
    assert found.passed >= 0
    assert all(check.severity == "must" for check in found.must)
