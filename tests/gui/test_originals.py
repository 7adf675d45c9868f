"""A file whose bytes are missing or damaged: the library and the item say so, and the same file mends it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.conftest import too_small, unnamed
from tests.gui.evidence_content import newest
from tests.gui.evidence_window import evidence_of, titles
from tests.gui.test_evidence import FORUM, SURVEY, filled, ids

from areasef.domain.evidence import Original
from areasef.services import keeping, proving
from areasef.services.adding import SharedFields
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace
from areasef.store.engine import connect
from areasef.ui.navigation import Target
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.window import Window

__all__ = ["filled", "ids"]
HARMS = {
    "a byte that flipped": ("UPDATE blob_piece SET data = x'00' || substr(data, 2) WHERE sha256 = ?", "File damaged"),
    "a piece that is gone": ("DELETE FROM blob_piece WHERE sha256 = ?", "File missing"),
    "a file that is gone": ("DELETE FROM blob WHERE sha256 = ?", "File missing"),
}


def harm(document: Path, sql: str, sha256: str) -> None:
    """Damage the file on the disk behind the application's back."""
    db = connect(document)
    db.conn.execute("PRAGMA foreign_keys=OFF")
    db.conn.execute(sql, (sha256,))
    db.conn.close()


@pytest.fixture(params=HARMS)
def harmed(request: pytest.FixtureRequest, filled: tuple[Path, dict[str, str]], tmp_path: Path) -> str:
    """Make the survey of Alderbrook's file unsound in one of three ways; the word for it."""
    document, known = filled
    session = open_workspace(document, "R. Okafor", read_only=True)
    sha256 = newest(session, known[SURVEY]).sha256
    session.close()
    shutil.copy(document, tmp_path / "Alderbrook.areasef")
    sql, word = HARMS[request.param]
    harm(tmp_path / "Alderbrook.areasef", sql, sha256)
    return word


@pytest.fixture
def session(harmed: str, tmp_path: Path) -> Iterator[Session]:
    made = open_workspace(tmp_path / "Alderbrook.areasef", "R. Okafor")
    yield made
    made.close()


def on_survey(window: Window, ids: dict[str, str]) -> EvidencePage:
    return evidence_of(window, Target("evidence", "evidence", ids[SURVEY]))


def test_the_library_and_the_item_say_what_is_wrong_and_the_same_file_mends_it(
    window: Window,
    session: Session,
    ids: dict[str, str],
    harmed: str,
    filled: tuple[Path, dict[str, str]],
    qtbot: QtBot,
) -> None:
    page = on_survey(window, ids)
    row = page.view.model.row(page.view.model.find(ids[SURVEY]))
    assert row.trouble == harmed
    assert f"{SURVEY}. {harmed}. " in row.spoken
    assert [page.view.model.row(at).trouble for at in range(page.view.model.rowCount())].count("") == 7
    banner = page.view.preview.broken_banner
    assert banner.isVisible()
    assert banner.words.startswith(f"{harmed}. The bytes of reception-teachers’-survey.pdf")
    assert page.view.broken_banner.words == "1 file is missing or damaged."
    assert not unnamed(page)
    assert not too_small(page)

    page.view.broken_banner.press()
    assert titles(page) == [SURVEY]
    page.view.clear()
    assert len(titles(page)) == 8
    page.view.open_item(ids[FORUM])
    assert banner.isHidden()

    page.view.open_item(ids[SURVEY])
    original = filled[0].parent / "reception-teachers’-survey.pdf"
    page.verbs.ask_file = lambda _: str(original)
    banner.press()
    assert banner.isHidden()
    assert page.view.broken_banner.isHidden()
    assert page.view.model.row(page.view.model.find(ids[SURVEY])).trouble == ""
    assert window.toast.words == f"{original.name} is whole again"
    assert len(keeping.revisions(session, ids[SURVEY])) == 1
    assert session.verify() == ()
    out = keeping.export_original(session, newest(session, ids[SURVEY]).id, filled[0].parent / "out.pdf")
    assert out.read_bytes() == original.read_bytes()
    out.unlink()


def test_another_file_becomes_a_new_revision_and_the_old_one_is_still_said_to_be_broken(
    window: Window, session: Session, ids: dict[str, str], harmed: str, filled: tuple[Path, dict[str, str]]
) -> None:
    page = on_survey(window, ids)
    page.verbs.ask_file = lambda _: str(filled[0].parent / "joint-needs-assessment-2025.pdf")
    page.view.preview.broken_banner.press()
    assert [each.number for each in keeping.revisions(session, ids[SURVEY])] == [1, 2]
    assert page.view.preview.broken_banner.words.startswith(f"{harmed} in revision 1.")
    assert "it is a new revision now" in window.toast.words


def test_verify_names_it(session: Session, ids: dict[str, str], harmed: str) -> None:
    codes = {fault.code for fault in session.verify()}
    assert codes & {"store.verify_original", "store.verify_absent"}


def test_adding_the_same_file_again_mends_it_too(
    window: Window, session: Session, ids: dict[str, str], filled: tuple[Path, dict[str, str]]
) -> None:
    page = on_survey(window, ids)
    page.verbs.adding.add([filled[0].parent / "reception-teachers’-survey.pdf"], SharedFields())
    assert page.view.preview.broken_banner.isHidden()
    assert proving.broken(session) == {}
    assert session.store.blob_state(newest(session, ids[SURVEY]).sha256) is Original.WHOLE
