"""Bad input of every kind: one clear sentence each, the file itself kept where it can be, and the good ones beside it."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from tests.builders import AREA
from tests.unit.intake.test_worker import a_pdf
from tests.unit.store.crashing import kill_after, start
from tests.unit.store.disks import somebody_without_rights

from areasef.domain.evidence import Evidence, TextState
from areasef.services import adding, keeping, saving, writing
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace
from areasef.words.faults import AppError

TYPES = """
import sys
from pathlib import Path
from areasef.services import writing
from areasef.services.workspaces import open_workspace
session = open_workspace(Path(sys.argv[1]), "R. Okafor")
statement = writing.add_statement(session, "i3", "impact", "Old words.")
print(statement.id)
words = "Old words. "
for number in range(100_000):
    words += f"{number} "
    writing.keep_typing(session, statement.id, words)
    print(words)
"""


def protected(path: Path) -> None:
    with pikepdf.open(a_pdf(path.with_name("open.pdf"))) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))


def cut_short(path: Path) -> None:
    whole = a_pdf(path.with_name("whole.pdf")).read_bytes()
    path.write_bytes(whole[: len(whole) // 3])


def zip_of_something_else(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("holiday.txt", "not a document")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)


def lying(path: Path) -> None:
    a_pdf(path.with_name("true.pdf")).rename(path)


def named_in_bytes(path: Path) -> None:
    a_pdf(path.with_name("true.pdf")).rename(os.fsdecode(os.fsencode(path.parent) + b"/caf\xe9.pdf"))


KEPT: list[tuple[str, Callable[[Path], object], str]] = [
    ("locked.pdf", protected, "is protected with a password"),
    ("cut.pdf", cut_short, "is damaged or cut short"),
    ("minutes.docx", zip_of_something_else, "Its name says a Word document, but it is a ZIP archive"),
    ("survey.xlsx", lying, "Its name says an Excel workbook, but it is a PDF"),
]
REFUSED: list[tuple[str, Callable[[Path], object], str]] = [
    ("nothing.pdf", lambda path: path.touch(), "nothing.pdf is empty (0 bytes)"),
    ("film.mp4", huge, "film.mp4 has 2048 MB; the most that a workspace holds is 250 MB a file"),
    ("a folder", lambda path: path.mkdir(), "a folder is not a file"),
    ("gone.pdf", lambda path: None, "gone.pdf could not be read"),
]


@pytest.mark.parametrize(("name", "make", "words"), KEPT, ids=[each[0] for each in KEPT])
def test_a_bad_file_is_kept_byte_for_byte_and_said_in_one_sentence(
    session: Session, tmp_path: Path, name: str, make: Callable[[Path], object], words: str
) -> None:
    bad = tmp_path / f"in 🙂 {name}"
    make(bad)
    report = adding.add_files(session, [bad, a_pdf(tmp_path / "good 🙂.pdf")])
    (fault,) = report.faults
    assert fault.place == bad.name
    assert words in str(fault)
    assert len(report.added) == 2
    revision = keeping.newest_revision(session, report.added[0])
    assert revision is not None
    out = keeping.export_original(session, revision.id, tmp_path / "out")
    assert out.read_bytes() == bad.read_bytes()
    assert session.verify() == ()


@pytest.mark.parametrize(("name", "make", "words"), REFUSED, ids=[each[0] for each in REFUSED])
def test_what_cannot_be_kept_is_said_in_one_sentence_and_the_rest_goes_on(
    session: Session, tmp_path: Path, name: str, make: Callable[[Path], object], words: str
) -> None:
    make(tmp_path / name)
    report = adding.add_files(session, [tmp_path / name, a_pdf(tmp_path / "good.pdf")])
    (fault,) = report.faults
    assert words in str(fault)
    assert len(report.added) == 1
    with pytest.raises(AppError):
        adding.add_revision(session, report.added[0], tmp_path / name)
    assert len(keeping.revisions(session, report.added[0])) == 1
    assert session.verify() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and rights of POSIX systems")
def test_a_pipe_is_never_opened_and_a_file_without_rights_is_said(session: Session, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    report = adding.add_files(session, [tmp_path / "pipe.pdf"])
    assert [fault.code for fault in report.faults] == ["evidence.not_a_file"]
    with somebody_without_rights() as folder:
        (folder / "secret.pdf").write_bytes(b"%PDF-1.7")
        (folder / "secret.pdf").chmod(0)
        report = adding.add_files(session, [folder / "secret.pdf"])
    assert [str(fault) for fault in report.faults] == [
        "secret.pdf: secret.pdf could not be read. Check that you may open it, and add it again."
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_a_name_that_is_no_text_is_shown_with_a_mark(session: Session, tmp_path: Path) -> None:
    named_in_bytes(tmp_path / "x.pdf")
    report = adding.add_files(session, [tmp_path / os.fsdecode(b"caf\xe9.pdf")])
    assert report.faults == []
    item = session.store.get(Evidence, report.added[0])
    revision = keeping.newest_revision(session, report.added[0])
    assert item is not None
    assert revision is not None
    assert (item.title, revision.name, revision.text_state) == ("Caf\ufffd", "caf\ufffd.pdf", TextState.READ)


def test_what_was_being_typed_when_the_power_went_comes_back(session: Session) -> None:
    session.close()
    told = kill_after(start(TYPES, session.document), 30)
    again = open_workspace(session.document, "R. Okafor")
    try:
        writing.settle_drafts(again)
        kept = writing.statement(again, told[0])
        assert kept is not None
        assert kept.body.startswith(told[-1].strip())
        assert again.verify() == ()
    finally:
        again.close()


def test_a_file_that_a_stranger_changed_is_never_replaced_and_both_can_be_opened(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving.save(session)
    copy = saving.save_copy(session, tmp_path / "Theirs.areasef")
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("AREASEF_PROFILE", str(tmp_path / "their profile"))
        theirs = open_workspace(copy, "J. Lindqvist")
        writing.add_statement(theirs, "i1", "know", "Theirs.")
        theirs.close()
    writing.add_statement(session, "i1", "know", "Mine.")
    copy.replace(session.document)
    with pytest.raises(AppError) as caught:
        saving.save(session)
    assert "has changed since you opened it, so it was not replaced" in str(caught.value)
    mine = saving.save_copy(session, tmp_path / "Mine.areasef")
    for document, words in ((session.document, "Theirs."), (mine, "Mine.")):
        reader = open_workspace(document, read_only=True)
        assert [each.body for each in writing.statements(reader, "i1", "know")] == [words]
        reader.close()
    with pytest.raises(AppError):
        session.close()
    again = open_workspace(session.document, "R. Okafor")
    try:
        assert [each.body for each in writing.statements(again, "i1", "know")] == ["Theirs."]
        aside = saving.kept_aside(again)
        assert aside is not None
        kept = open_workspace(aside, read_only=True)
        assert [each.body for each in writing.statements(kept, "i1", "know")] == ["Mine."]
        kept.close()
    finally:
        again.close()


def test_a_file_that_was_just_made_is_whole_for_whoever_reads_it_on_another_computer(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AREASEF_PROFILE", str(tmp_path / "their profile"))
    reader = open_workspace(session.document, "J. Lindqvist", read_only=True)
    assert (reader.area.name, reader.evaluation.as_at) == (AREA.name, AREA.as_at)
    reader.close()
