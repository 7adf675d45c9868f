"""Whether the work is saved is said over every page until it is true again, and a reader is told why it is read only."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import AREA
from tests.gui.conftest import desk_for
from tests.gui.test_evaluate import page_of, writing_card

from areasef.services import writing
from areasef.services.session import Session
from areasef.services.workspaces import create_workspace
from areasef.ui import appearance
from areasef.ui.desk import Desk
from areasef.ui.jobs import InlineJobs
from areasef.ui.navigation import Target
from areasef.ui.opening import Opening
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.question import Question
from areasef.ui.widgets.writing_box import WritingBox
from areasef.words.faults import AppError


def write(session: Session, words: str = "Families wait 19 weeks.") -> str:
    strand, section = session.framework.strands[0].id, session.framework.sections[0].id
    return writing.add_statement(session, strand, section, words).id


@contextmanager
def no_room(session: Session) -> Iterator[None]:
    """A working copy that cannot grow by a byte, as on a full disk."""
    db = session.store._db.conn
    (most,) = db.execute("PRAGMA max_page_count").fetchone()
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count={pages}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA max_page_count={most}")


def test_not_saved_stands_over_every_page_since_when_and_goes_once_it_is_saved(desk: Desk, tmp_path: Path) -> None:
    document, window = desk.session.document, desk.window
    kept, other = tmp_path / "kept.areasef", tmp_path / "Other.areasef"
    desk.open(Target("overview"))
    shutil.copyfile(document, kept)
    create_workspace(other, AREA, "R. Okafor").close()
    shutil.copyfile(other, document)
    write(desk.session)
    window.commands.run("file.save")
    since = window.top.saved.words
    assert since.startswith("Not saved since ")
    for place in ("overview", "plan", "settings"):
        window.go(Target(place))
        assert window.banner.isVisible()
        assert window.banner.accessibleName().startswith(f"{since}. ")
        assert "no longer this workspace" in window.banner.words
        assert "Your work is kept" in window.banner.words
    window.setProperty("lastAnnouncement", "")
    window.commands.run("file.save")
    assert since in window.property("lastAnnouncement")
    shutil.copyfile(kept, document)
    window.commands.run("file.save")
    assert window.top.saved.words.startswith("Saved ")
    assert not window.banner.isVisible()


def test_the_banner_saves_elsewhere(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copyfile(desk.session.document, tmp_path / "kept.areasef")
    document = desk.session.document
    document.unlink()
    document.mkdir()
    desk.open(Target("overview"))
    write(desk.session)
    desk.window.commands.run("file.save")
    target = tmp_path / "Elsewhere.areasef"
    monkeypatch.setattr("areasef.ui.desk.QFileDialog.getSaveFileName", lambda *_: (str(target), ""))
    desk.window.banner.press()
    assert target.exists()
    assert desk.window.status.last == "A copy was saved as Elsewhere.areasef"
    assert desk.window.banner.isVisible()
    document.rmdir()
    shutil.copyfile(tmp_path / "kept.areasef", document)


def paste_too_much(box: WritingBox) -> None:
    """Paste more words than there is room for."""
    QApplication.clipboard().setText(" Not kept" * 4000)
    box.paste()


def test_words_that_cannot_be_kept_are_called_not_saved_until_they_are(
    desk: Desk, session: Session, qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", write(session)))
    window, box = desk.window, writing_card(page).box
    with no_room(session):
        paste_too_much(box)
        qtbot.keyClicks(box, " Not kept")
        page.leave()
        assert window.top.saved.words.startswith("Not saved since ")
        assert "The disk is full" in window.banner.words
        assert box.body().endswith(" Not kept")
    page.leave()
    desk._look_again.timeout.emit()
    assert window.top.saved.words.startswith("Kept ")
    assert not window.banner.isVisible()
    kept = writing.statement(session, writing_card(page).statement_id)
    assert kept is not None
    assert kept.body.endswith(" Not kept")


def test_words_that_could_not_be_kept_are_kept_by_themselves_once_there_is_room(
    desk: Desk, session: Session, qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", write(session)))
    window, box = desk.window, writing_card(page).box
    with no_room(session):
        paste_too_much(box)
        qtbot.waitUntil(lambda: writing_card(page).unkept)
        desk._look_again.timeout.emit()
        assert writing_card(page).unkept
        assert window.top.saved.words.startswith("Not saved since ")
    desk._look_again.timeout.emit()
    assert window.top.saved.words.startswith("Kept ")
    assert not window.banner.isVisible()
    assert not page._banner.isVisible()
    assert [draft.text for draft in session.store.drafts()] == [box.body()]


def test_a_step_that_was_refused_is_said_until_a_save_and_never_called_saved_before(
    desk: Desk, session: Session, qtbot: QtBot
) -> None:
    key = write(session)
    page = page_of(desk, Target("evaluate", "statement", key))
    window, box = desk.window, writing_card(page).box
    with no_room(session):
        with pytest.raises(AppError):
            write(session, "Too much. " * 40_000)
        desk._show_saved()
        assert window.banner.words.count("The disk is full") == 1
        paste_too_much(box)
        window.setProperty("lastAnnouncement", "")
        window.commands.run("file.save")
        assert "The disk is full" in window.property("lastAnnouncement")
        assert window.top.saved.words.startswith("Not saved since ")
        assert page._banner.words.count("The disk is full") == 1
    window.commands.run("file.save")
    assert window.top.saved.words.startswith("Saved ")
    assert not window.banner.isVisible()
    assert window.property("lastAnnouncement").startswith("Saved ")
    with no_room(session), pytest.raises(AppError):
        write(session, "Too much. " * 40_000)
    desk._show_saved()
    assert window.banner.isVisible()
    window.commands.run("file.save")
    assert window.top.saved.words.startswith("Saved ")
    assert not window.banner.isVisible()


def test_what_takes_longer_than_a_moment_is_called_saving_until_it_is_saved(
    dressed: QApplication, session: Session, preferences: Preferences, qtbot: QtBot
) -> None:
    desk = Desk(session, preferences, lambda: None)
    qtbot.addWidget(desk.window)
    desk.open(Target("settings"))
    desk.window.arrive_now()
    write(session)
    with session.store._shared.publishing:  # as a disk that is slow
        desk.save()
        qtbot.waitUntil(lambda: desk.window.top.saved.words == "Saving…", timeout=20_000)
    qtbot.waitUntil(lambda: desk.window.top.saved.words.startswith("Saved "), timeout=20_000)
    desk._quiet.stop()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_reader_is_told_who_has_the_file_and_a_press_says_why_nothing_changes(
    session: Session, preferences: Preferences, dressed: QApplication, qtbot: QtBot
) -> None:
    write(session)
    first = desk_for(session, preferences, qtbot)

    def read() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, Question)
        asked.button("read").click()

    found: list[Session] = []
    opening = Opening(InlineJobs(), first.window.errors)
    opening.opened.connect(found.append)
    QTimer.singleShot(0, read)
    opening.open(session.document, "J. Lindqvist")
    second = desk_for(found[0], preferences, qtbot)
    page = page_of(second, Target("evaluate"))
    said = second.window.banner.accessibleName()
    assert said.startswith(f"Read only. {session.author} has this file open on ")
    assert "Nothing done here changes the file." in said
    part = page.heading.picker._parts[0]
    part.click()
    assert page.heading.picker.chosen == ""
    assert f"{session.author} has this file open" in page.heading.picker.property("lastAnnouncement")
    for desk in (first, second):
        desk._quiet.stop()
    found[0].close()


@pytest.mark.parametrize("percent", [100, 200])
def test_no_word_of_a_banner_is_cut_and_its_link_stays_in_sight(desk: Desk, percent: int) -> None:
    looks = appearance.current()
    assert looks is not None
    looks.choose_text_size(percent)
    desk.open(Target("overview"))
    banner = desk.window.banner
    banner.say("Not saved since 14:02", "The disk is full. What was kept before is safe. " * 3, "bad", "Save elsewhere")
    banner.show()
    for wide in (1366, 700):
        desk.window.resize(wide, 688)
        QApplication.sendPostedEvents()
        words, link = banner._words, banner._link
        assert words.height() >= words.heightForWidth(words.width())
        assert banner.rect().contains(link.mapTo(banner, link.rect().bottomRight()))
        here, there = (QRect(each.mapTo(banner, QPoint(0, 0)), each.size()) for each in (words, link))
        assert not here.intersects(there)
    looks.choose_text_size(100)
