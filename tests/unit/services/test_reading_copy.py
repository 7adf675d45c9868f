"""A copy that another program opens: only documents, under a plain name, where others cannot read it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from areasef.domain.evidence import Evidence, Revision
from areasef.services import adding, keeping
from areasef.services.session import Session
from areasef.words.faults import AppError


@pytest.fixture
def revision(session: Session, survey: Path) -> Revision:
    adding.add_files(session, [survey])
    found = keeping.newest_revision(session, session.store.all(Evidence)[0].id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "name", ["survey.pdf", "../../survey.pdf", "..\\..\\survey.pdf", "/etc/survey.pdf", "C:\\survey.pdf"]
)
def test_a_document_is_copied_under_its_last_name_within_the_private_folder(
    session: Session, revision: Revision, name: str
) -> None:
    copy = keeping.reading_copy(session, replace(revision, name=name))
    assert copy.name == "survey.pdf"
    assert copy.resolve().is_relative_to(session.cache.resolve())


@pytest.mark.parametrize(
    "name", ["survey.pdf.exe", "survey.lnk", "survey.desktop", "survey.pdf.exe.", "..", "survey", ""]
)
def test_what_could_be_a_program_is_never_opened(session: Session, revision: Revision, name: str) -> None:
    with pytest.raises(AppError) as refused:
        keeping.reading_copy(session, replace(revision, name=name))
    assert refused.value.code == "evidence.might_run"


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no mode on Windows")
def test_nobody_else_on_this_computer_reads_the_copies(session: Session) -> None:
    working = session.cache.parent
    assert working.stat().st_mode & 0o077 == 0
