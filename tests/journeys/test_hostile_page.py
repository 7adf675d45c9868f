"""A page that hangs its parser: the window goes on, the page says what happened, and the next page is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.builders import AREA
from tests.gui.conftest import _windows_go, dressed, preferences, qapp_args
from tests.unit.intake.test_worker import a_pdf, hostile_pdf

from areasef.domain.evidence import Evidence, PageText, Revision, TextState
from areasef.intake.worker import Worker
from areasef.services import adding, keeping
from areasef.services.session import Session
from areasef.services.workspaces import create_workspace
from areasef.ui.pages import registry
from areasef.ui.pages.preview import Preview
from areasef.ui.preferences import Preferences
from areasef.ui.window import Window

FIXTURES = (_windows_go, dressed, preferences, qapp_args)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = create_workspace(tmp_path / "Alderbrook.areasef", AREA, "R. Okafor")
    made.reader, made.drawer = Worker(read_seconds=1.5), Worker(page_seconds=1.5)
    yield made
    made.close()


@pytest.fixture
def preview(dressed: QApplication, preferences: Preferences, session: Session, qtbot: QtBot) -> Iterator[Preview]:
    window = Window(session, registry.pages(), preferences)
    qtbot.addWidget(window)
    window.show()
    made = Preview(window.context)
    made.setParent(window)
    made.resize(700, 600)
    made.show()
    yield made
    window.jobs.finish()


def item_of(session: Session, evidence_id: str) -> Evidence:
    item = session.store.get(Evidence, evidence_id)
    assert item is not None
    return item


def said(preview: Preview) -> str:
    return " ".join(label.text() for label in preview.findChildren(QLabel) if label.isVisible())


def test_the_window_goes_on_while_a_page_hangs_and_says_what_became_of_it(
    preview: Preview, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    hostile, good = hostile_pdf(tmp_path / "hostile 🙂.pdf"), a_pdf(tmp_path / "good.pdf")
    report = adding.add_files(session, [hostile, good])
    assert len(report.added) == 2
    (fault,) = report.faults
    assert "was stopped. The file is kept as it is" in str(fault)
    item = item_of(session, report.added[0])
    with_pages(session, item)
    beats: list[int] = []
    heart = QTimer(preview, interval=10)
    heart.timeout.connect(lambda: beats.append(1))
    heart.start()
    preview.show_page(item)
    qtbot.waitUntil(lambda: "was stopped" in said(preview), timeout=20_000)
    assert len(beats) > 20  # the loop went round while the page hung
    target = keeping.export_original(session, keeping.revisions(session, item.id)[0].id, tmp_path / "out.pdf")
    assert target.read_bytes() == hostile.read_bytes()
    preview.show_page(item_of(session, report.added[1]))
    qtbot.waitUntil(lambda: preview.sheet.isVisible(), timeout=20_000)


def test_the_end_of_a_page_that_hung_does_not_cover_the_page_that_is_shown_now(
    preview: Preview, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    report = adding.add_files(session, [hostile_pdf(tmp_path / "hostile.pdf")])
    item = item_of(session, report.added[0])
    with_pages(session, item)
    preview.show_page(item)
    preview.show_nothing("Choose an item.")
    qtbot.waitUntil(lambda: preview._context.jobs.busy == 0, timeout=20_000)
    assert "Choose an item." in said(preview)


def test_the_words_of_a_page_that_cannot_be_drawn_stand_there_with_the_reason_and_a_way_to_try_again(
    preview: Preview, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    report = adding.add_files(session, [hostile_pdf(tmp_path / "hostile.pdf")])
    item = item_of(session, report.added[0])
    with_pages(session, item)
    (revision,) = session.store.all(Revision, evidence_id=item.id)
    session.store.keep_pages(revision.id, [PageText(revision.id, 1, "1", "Waits fell in the north.", "")])
    preview.show_page(item)
    qtbot.waitUntil(lambda: preview.line.again.isVisible(), timeout=20_000)
    assert preview.text.toPlainText() == "Waits fell in the north."
    assert preview.line.words.words.startswith("The page could not be drawn, so its words stand here. ")
    assert "was stopped" in preview.line.words.words
    preview.line.again.click()
    assert preview._context.jobs.busy == 1
    assert not preview.line.again.isVisible()
    qtbot.waitUntil(lambda: preview.line.again.isVisible(), timeout=20_000)
    preview.show_nothing("Choose an item.")
    assert not preview.line.again.isVisible()


def with_pages(session: Session, item: Evidence) -> None:
    """Make a revision one whose text was read and whose page is to be drawn, as with a file read by an older reader."""
    (revision,) = session.store.all(Revision, evidence_id=item.id)
    with session.store.write("Read") as batch:
        batch.put(replace(revision, page_count=1, text_state=TextState.NO_TEXT))
