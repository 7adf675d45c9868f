from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.evidence_content import make_files, make_pdf, newest
from tests.gui.evidence_window import evidence_of, kept, titles

from areasef.domain.evidence import Evidence, Holding, RevisionKind, TextState
from areasef.services import adding, keeping, undoing
from areasef.services.adding import SharedFields
from areasef.services.session import Session
from areasef.ui.desk import Desk
from areasef.ui.jobs import InlineJobs, Jobs
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.evidence.dialogs import AddDialog
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.evidence.results import files_in
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.entries import ChoiceEntry, DayEntry, LineEntry, TextEntry
from areasef.ui.window import Window


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    folder = tmp_path / "given"
    folder.mkdir()
    return make_files(folder)


def dialog_of(page: EvidencePage) -> AddDialog:
    assert isinstance(page.verbs.dialog, AddDialog)
    return page.verbs.dialog


def said(page: EvidencePage) -> dict[str, str]:
    """Return what the list of results says, by the first words of each row."""
    return {row.what: row.where for row in page.verbs.results.list.rows}


def test_what_a_system_leaves_beside_documents_is_nobodys_evidence(tmp_path: Path) -> None:
    for name in ("Minutes.docx", "~$Minutes.docx", "Thumbs.db", "desktop.ini"):
        (tmp_path / name).write_bytes(b"words")
    assert [each.name for each in files_in([tmp_path])] == ["Minutes.docx"]
    assert files_in([tmp_path / "~$Minutes.docx"]) == ()


def test_many_are_added_with_what_they_share_and_each_says_what_it_gave(
    window: Window, session: Session, files: dict[str, Path]
) -> None:
    page = evidence_of(window, Target("evidence", "add"))
    dialog = dialog_of(page)
    dialog.button("keep").click()
    assert dialog.isVisible()
    dialog.take(list(files.values()))
    assert dialog.button("keep").text() == "Add 7 files"
    kind, since = dialog.entries["source_type_id"], dialog.entries["covers_from"]
    assert isinstance(kind, ChoiceEntry)
    assert isinstance(since, DayEntry)
    kind.box.setCurrentIndex(kind.box.findData("data"))
    kind.box.activated.emit(kind.box.currentIndex())
    since.edit.setText("Sep 2026")
    dialog.button("keep").click()
    items = session.store.all(Evidence)
    assert len(items) == 7
    assert all((item.source_type_id, item.covers_from) == ("data", date(2026, 9, 1)) for item in items)
    assert all(item.covers_to == date(2026, 9, 30) for item in items), "a month is a whole month"
    words = said(page)
    assert words["E-107 Reception teachers survey"].startswith("PDF, 3 pages, ")
    assert words["E-102 Xlsx notes"] == "Workbook, 1 sheet, 3 words."
    assert words["E-103 Eml notes"].startswith("Mail, ")
    assert words["E-106 Txt notes"] == "Text, 1 part, 5 words."
    assert page.verbs.results.isVisible()
    assert page.view.list.hasFocus()
    assert undoing.undo_label(session) == "Add evidence"


def test_the_same_file_again_shows_its_twin_and_is_added_only_when_asked(
    window: Window, session: Session, files: dict[str, Path], tmp_path: Path
) -> None:
    page = evidence_of(window)
    page.verbs.adding.add([files["pdf"]], SharedFields())
    copy = tmp_path / "a copy.pdf"
    copy.write_bytes(files["pdf"].read_bytes())
    page.verbs.adding.add([copy], SharedFields())
    assert said(page) == {"a copy.pdf is already here": "The same file is E-101, Reception teachers survey"}
    page.verbs.results.list.followed.emit(page.verbs.results.list.rows[0].payload)
    assert page.view.current is not None
    assert page.view.current.item.ref == "E-101"
    page.verbs.results.again.click()
    assert [item.title for item in session.store.all(Evidence)] == ["Reception teachers survey", "A copy"]


def test_bad_files_each_say_one_sentence_and_the_rest_goes_on(
    window: Window, session: Session, files: dict[str, Path], tmp_path: Path
) -> None:
    huge, empty = tmp_path / "huge.pdf", tmp_path / "empty.docx"
    cut, liar, locked = tmp_path / "cut.pdf", tmp_path / "liar.docx", tmp_path / "locked.pdf"
    empty.touch()
    with huge.open("wb") as file:
        os.truncate(file.fileno(), 2 * 1024**3)
    cut.write_bytes(files["pdf"].read_bytes()[:300])
    liar.write_bytes(make_pdf(tmp_path / "true.pdf", (("Liar", "Not a Word document."),)).read_bytes())
    with pikepdf.open(files["pdf"]) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    page = evidence_of(window)
    page.verbs.adding.add([huge, empty, cut, liar, locked, files["txt"]], SharedFields())
    words = said(page)
    assert "2048 MB" in words["huge.pdf was not added"]
    assert "is empty" in words["empty.docx was not added"]
    assert "damaged or cut short" in words["E-101 Cut"]
    assert "Its name says a Word document, but it is a PDF" in words["E-102 Liar"]
    assert "password" in words["E-103 Locked"]
    assert words["E-104 Txt notes"] == "Text, 1 part, 5 words."
    assert len(titles(page)) == 4
    target = tmp_path / "back.pdf"
    keeping.export_original(session, newest(session, session.store.all(Evidence)[2].id).id, target)
    assert target.read_bytes() == locked.read_bytes()


def test_stop_keeps_what_was_added(
    dressed: QApplication, preferences: Preferences, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    window = Window(session, registry.pages(), preferences, jobs=Jobs())
    qtbot.addWidget(window)
    window.show()
    page = evidence_of(window)
    qtbot.waitUntil(lambda: page.held is not None and window.jobs.busy == 0)
    many = []
    for number in range(40):
        many.append(tmp_path / f"note {number}.txt")
        many[-1].write_text(f"Note {number} about waiting.")
    page.verbs.adding.progressed.connect(lambda done, *_: page.verbs.strip.stop_button.click() if done == 3 else None)
    with qtbot.waitSignal(page.verbs.adding.ended, timeout=60_000) as ended:
        page.verbs.adding.add(many, SharedFields())
        assert page.verbs.adding.busy
    (report,) = ended.args
    assert report.stopped
    held = session.store.all(Evidence)
    assert 3 <= len(held) < 40
    assert not page.verbs.adding.busy
    assert page.verbs.results._words.text().startswith(f"Stopped: {len(held)} added")
    qtbot.waitUntil(lambda: len(titles(page)) == len(held), timeout=20_000)
    window.jobs.finish()


def test_files_and_folders_are_dropped_on_the_screen(
    window: Window, session: Session, files: dict[str, Path], tmp_path: Path
) -> None:
    page = evidence_of(window)
    (tmp_path / "given" / ".hidden").write_text("x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "given"))])
    spot = page.rect().center()
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(spot), Qt.DropAction.CopyAction, data, *keys)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert page.hint.isVisible()
    page.dropEvent(QDropEvent(QPointF(spot), Qt.DropAction.CopyAction, data, *keys))
    assert not page.hint.isVisible()
    dialog = dialog_of(page)
    assert {path.name for path in dialog.files} == {path.name for path in files.values()}
    assert dialog.focusWidget() is dialog.entries["covers_from"].field.control, "the one thing that is asked now"
    dialog.button("keep").click()
    assert len(session.store.all(Evidence)) == 7


def test_one_file_that_is_dropped_on_a_request_is_what_was_asked_for(
    window: Window, session: Session, tmp_path: Path
) -> None:
    keeping.ask_partner(session, "Therapy waits by locality", None, None)
    page = evidence_of(window)
    page.tabs.open(1)
    empty, came = tmp_path / "empty.pdf", tmp_path / "waits.txt"
    empty.write_bytes(b"")
    came.write_text("The north waits 41 weeks.")
    form, keys = page.asked.form, (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    spot = QPointF(form.mapTo(page, form.rect().center()))
    for file in (empty, came):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        page.dragEnterEvent(QDragEnterEvent(spot, Qt.DropAction.CopyAction, data, *keys))
        assert page.hint.words == "Drop to attach it to “Therapy waits by locality”"
        page.dropEvent(QDropEvent(spot, Qt.DropAction.CopyAction, data, *keys))
        assert page._banner.isVisible() is (file is empty), "an error of the last file is gone with the next"
    request = page.asked.current
    assert request is not None
    assert request.state is Holding.HELD
    assert newest(session, request.evidence_id or "").name == "waits.txt"


def test_a_picture_is_pasted(window: Window, session: Session, qtbot: QtBot) -> None:
    page = evidence_of(window)
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor.fromHsv(20, 80, 220))
    QGuiApplication.clipboard().setImage(picture)
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(page)
    assert dialog.files[0].suffix == ".png"
    dialog.button("keep").click()
    (item,) = session.store.all(Evidence)
    assert item.title.startswith("Pasted picture")
    assert newest(session, item.id).media_type == "image/png"


def test_words_are_pasted_as_a_note_that_can_be_found_and_cited(window: Window, session: Session) -> None:
    page = evidence_of(window)
    QGuiApplication.clipboard().setText("Heard at the forum\nFamilies wait 41 weeks in the north.")
    page.paste()
    form = page.verbs.dialog
    assert form is not None
    title, note = form.entries["title"], form.entries["note"]
    assert isinstance(title, LineEntry)
    assert isinstance(note, TextEntry)
    assert title.edit.text() == "Heard at the forum"
    form.button("keep").click()
    (item,) = session.store.all(Evidence)
    revision = newest(session, item.id)
    assert (revision.kind, revision.text_state) == (RevisionKind.NOTE, TextState.READ)
    assert page.view.preview.preview.text.toPlainText().startswith("Heard at the forum")
    page.view.find_box.setText("north")
    page.view.find_box._ask()
    assert titles(page) == ["Heard at the forum"] * 2


def test_a_link_is_pasted_and_kept_as_words(window: Window, session: Session) -> None:
    page = evidence_of(window)
    QGuiApplication.clipboard().setText("https://example.org/local-offer")
    page.paste()
    form = page.verbs.dialog
    assert form is not None
    title = form.entries["title"]
    assert isinstance(title, LineEntry)
    title.edit.setText("Our local offer")
    form.button("keep").click()
    (item,) = session.store.all(Evidence)
    assert newest(session, item.id).link == "https://example.org/local-offer"
    assert kept(session, item.id).title == "Our local offer"
    page.view.preview.open_button.click()
    assert window.toast.words == "The link is copied"
    assert QGuiApplication.clipboard().text() == "https://example.org/local-offer"


def test_nothing_to_paste_is_said(window: Window) -> None:
    page = evidence_of(window)
    QGuiApplication.clipboard().clear()
    page.paste()
    assert "holds no file, picture, text or link" in page._banner.accessibleName()


def test_what_a_crash_left_unread_is_read_when_the_screen_opens(
    window: Window, session: Session, files: dict[str, Path]
) -> None:
    report = adding.add_files(session, [files["pdf"]], stopping=lambda: True)
    assert newest(session, report.added[0]).text_state is TextState.WAITING
    evidence_of(window)
    assert newest(session, report.added[0]).text_state is TextState.READ


def test_the_rail_counts_what_waits_to_be_filed(
    dressed: QApplication, preferences: Preferences, session: Session, files: dict[str, Path]
) -> None:
    desk = Desk(session, preferences, lambda: None, InlineJobs())
    desk.open(Target("evidence"))
    button = desk.window.rail.button("evidence")
    assert button.accessibleName() == "Evidence"
    page = evidence_of(desk.window)
    page.verbs.adding.add([files["txt"], files["csv"]], SharedFields())
    assert button.accessibleName() == "Evidence, 2 to file"
    item = session.store.all(Evidence)[0]
    filed = replace(item, source_type_id="data", strand_ids=("i1",))
    page.do(lambda: keeping.change_evidence(session, filed))
    assert button.accessibleName() == "Evidence, 1 to file"
    assert page.view._present["scope"]["inbox"] == 1
    desk.window.close()
    desk.window.deleteLater()


def test_the_form_that_adds_shows_every_field_that_the_window_has_room_for(window: Window) -> None:
    window.resize(1366, 900)
    window.go(Target("evidence", "add"))
    assert isinstance(window.page, EvidencePage)
    dialog = dialog_of(window.page)
    assert dialog.height() <= window.height()
    assert dialog.fields.verticalScrollBar().maximum() == 0
