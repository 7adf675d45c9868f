"""A disk without room, in the window: each writing says so in one sentence, leaves what was there, and works once there is room."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.gui.plan_content import fill
from tests.gui.test_report_import import kept, read, report_file
from tests.journeys.person import FileDialogs

from areasef.domain.evidence import Evidence
from areasef.services import scheduling, writing
from areasef.services.adding import SharedFields
from areasef.services.session import Session
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.publish.page import PublishPage

FIXTURES = (report_file,)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a disk that is full."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.open(Target("overview"))
    return desk


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> FileDialogs:
    return FileDialogs(monkeypatch)


def announced(desk: Desk) -> str:
    return str(desk.window.property("lastAnnouncement"))


def test_saving(desk: Desk, session: Session) -> None:
    strand, section = session.framework.strands[0].id, session.framework.sections[0].id
    before = session.document.read_bytes()
    made = writing.add_statement(session, strand, section, "Families wait 19 weeks.")
    with no_file_over(4096):
        desk.window.commands.run("file.save")
    assert desk.window.top.saved.words.startswith("Not saved since ")
    assert "What was kept before is safe" in desk.window.banner.words
    assert session.document.read_bytes() == before
    assert writing.statement(session, made.id) is not None
    desk.window.commands.run("file.save")
    assert desk.window.top.saved.words.startswith("Saved ")
    assert session.document.read_bytes() != before
    assert not list(session.document.parent.glob(".areasef-*"))


def test_a_copy(desk: Desk, files: FileDialogs, tmp_path: Path) -> None:
    target = tmp_path / "Copy.areasef"
    for size, there in ((4096, False), (100_000_000, True)):
        files.will_name(target)
        with no_file_over(size):
            desk.window.commands.run("file.save_copy")
        assert target.exists() == there
        assert ("A copy was saved" in announced(desk)) == there
    assert not list(tmp_path.glob(".areasef-*"))


def test_a_pdf(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "sef.pdf"
    target.write_bytes(b"old")
    desk.window.go(Target("publish"))
    page = desk.window.page
    assert isinstance(page, PublishPage)
    page.ask_where = lambda _: str(target)
    with no_file_over(4096):
        page.export_draft()
    assert announced(desk).startswith("Not exported. ")
    assert f"{tmp_path} is full" in announced(desk)
    assert target.read_bytes() == b"old"
    page.export_draft()
    assert target.read_bytes().startswith(b"%PDF")
    assert not list(tmp_path.glob(".*.part"))


def test_a_workbook_and_a_calendar(desk: Desk, session: Session, files: FileDialogs, tmp_path: Path) -> None:
    fill(session)
    clock = scheduling.current_clock(session)
    scheduling.keep_clock(
        session,
        replace(clock, outcome_id="systemic_failings", received=date(2026, 11, 16), inspected=date(2026, 9, 18)),
    )
    desk.window.go(Target("plan", "dates"))
    for target, button in ((tmp_path / "plan.xlsx", "plan.export"), (tmp_path / "dates.ics", "")):
        for size, there in ((100, False), (100_000_000, True)):
            files.will_name(target)
            with no_file_over(size):
                if button:
                    desk.window.commands.run(button)
                else:
                    desk.window.page.tabs.view.export()  # type: ignore[union-attr]
            assert target.exists() == there, target
            assert ("is full" in announced(desk)) != there
    assert not list(tmp_path.glob(".*.part"))


def test_evidence_that_is_too_large_is_named_and_the_rest_is_added(
    desk: Desk, session: Session, tmp_path: Path
) -> None:
    large, small = tmp_path / "large.txt", tmp_path / "small.txt"
    large.write_text("Words. " * 700_000, "utf-8")
    small.write_text("Three families told us.", "utf-8")
    desk.window.go(Target("evidence"))
    page = desk.window.page
    assert isinstance(page, EvidencePage)
    with no_file_over(3_000_000):
        page.verbs.adding.add([small, large], SharedFields())
    rows = page.verbs.results.list.model()
    said = [str(rows.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(rows.rowCount())]
    assert said[0].startswith("Passed: E-101 Small")
    assert said[1].startswith("Must fix: large.txt was not added. ")
    assert [each.title for each in session.store.all(Evidence)] == ["Small"]
    page.verbs.adding.add([large], SharedFields())
    assert [each.title for each in session.store.all(Evidence)] == ["Small", "Large"]
    assert session.verify() == ()


def test_the_findings_of_a_report(desk: Desk, session: Session, report_file: Path) -> None:
    page = read(desk.window, report_file)
    count = len(page.review.items)
    with no_file_over(4096):
        page.keep()
    assert kept(session) == []
    assert page.reviewing
    assert len(page.review.items) == count
    assert "What was kept before is safe" in announced(desk)
    page.keep()
    assert len(kept(session)) == count
