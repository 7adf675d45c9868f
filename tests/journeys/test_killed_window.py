"""The window itself is killed while somebody works in it: what it had said was kept is there when the file is opened again."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pypdfium2
import pytest
from tests.builders import AREA
from tests.gui.conftest import _windows_go, dressed, preferences, qapp_args
from tests.journeys.test_main_journey import Life, life
from tests.unit.store.crashing import kill_after, start

from areasef.domain.evidence import Original, Revision, TextState
from areasef.services import planning
from areasef.services.workspaces import create_workspace
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.page import Page

FIXTURES = (_windows_go, dressed, preferences, qapp_args, life)
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from areasef.services.workspaces import open_workspace
from areasef.ui import application
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.preferences import Preferences
preferences = Preferences()
app = application.build([], preferences)
session = open_workspace(Path(sys.argv[1]), "R. Okafor")
desk = Desk(session, preferences, lambda: None)
window = desk.window
desk.open(Target(sys.argv[2]))
window.arrive_now()
page = window.page
"""
TYPES = """
from areasef.ui.pages.evaluate.writing_card import WritingCard
shown = WritingCard.say_kept
def say_kept(card, words):
    shown(card, words)
    if words.startswith("Kept") and card.box.body():
        print(card.box.body(), flush=True)
WritingCard.say_kept = say_kept
count = 0
def more():
    global count
    if page.dossier is None:
        return
    if page.writing.writing is None:
        page.desk.add()
    count += 1
    QTest.keyClicks(page.writing.writing.box, f"Word{count} ")
timer = QTimer(interval=50)
timer.timeout.connect(more)
timer.start()
app.exec()
"""
PLANS = """
from areasef.services import writing
page.add_priority()
window.arrive_now()
keep = writing.keep_typing
def keep_typing(session, subject_id, words, field):
    keep(session, subject_id, words, field)
    print(words, flush=True)
writing.keep_typing = keep_typing
count = 0
def more():
    global count
    count += 1
    edit = page.editor.form.entries["outcome"].edit
    edit.setFocus()
    QTest.keyClicks(edit, f"Word{count} ")
timer = QTimer(interval=50)
timer.timeout.connect(more)
timer.start()
app.exec()
"""
ADDS = """
from areasef.services.adding import SharedFields
files = sorted(Path(sys.argv[3]).iterdir())
page.verbs.adding.progressed.connect(lambda done, total, name: print(done, flush=True))
page.verbs.adding.add(files, SharedFields())
app.exec()
"""
EXPORTS = """
def ask_where(_name):
    print("asked", flush=True)
    return sys.argv[3]
page.ask_where = ask_where
timer = QTimer(interval=5)
timer.timeout.connect(lambda: page.sheets.pages and not window.jobs.busy and page.export_draft())
timer.start()
app.exec()
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    made = tmp_path / "Alderbrook.areasef"
    create_workspace(made, AREA, "R. Okafor").close()
    return made


def opened_again(life: Life, document: Path) -> Desk:
    """Open the file as a person does, in the first window."""
    life.begin()
    life.files.will_name(document)
    life.person.press("Open a file")
    return life.desk


def test_what_was_said_to_be_kept_stands_there_after_the_window_is_killed(life: Life, document: Path) -> None:
    told = kill_after(start(WINDOW + TYPES, document, "evaluate"), 3)
    page = go(opened_again(life, document), "evaluate")
    assert isinstance(page, EvaluatePage)
    life.person.wait(lambda: bool(page.writing.cards))
    said = page.writing.cards[0].accessibleName()
    assert told[-1].strip() in said, said


def test_what_was_typed_into_a_form_of_the_plan_stands_there_after_the_window_is_killed(
    life: Life, document: Path
) -> None:
    told = kill_after(start(WINDOW + PLANS, document, "plan"), 2)
    priority = planning.priorities(opened_again(life, document).session)[0]
    assert priority.outcome.startswith(told[-1])


def test_every_file_that_was_counted_is_in_the_library_after_the_window_is_killed(
    life: Life, document: Path, tmp_path: Path
) -> None:
    brought = tmp_path / "brought"
    brought.mkdir()
    for number in range(500):
        (brought / f"note {number:03}.txt").write_text(f"Note {number}. " * 50, "utf-8")
    told = kill_after(start(WINDOW + ADDS, document, "evidence", brought), 40)
    count = int(told[-1])
    assert count > 0
    desk = opened_again(life, document)
    page = go(desk, "evidence")
    assert isinstance(page, EvidencePage)
    life.person.wait(lambda: page.view.current is not None)
    store = desk.session.store
    there = {each.name: each.sha256 for each in store.all(Revision)}
    for file in sorted(brought.iterdir())[:count]:
        assert there.get(file.name) == hashlib.sha256(file.read_bytes()).hexdigest(), file.name
        assert store.blob_state(there[file.name]) is Original.WHOLE
    assert page.view.model.rowCount() == len(there)
    life.person.wait(lambda: {each.text_state for each in store.all(Revision)} == {TextState.READ})
    assert desk.session.verify() == ()


def test_an_exported_document_is_whole_after_the_window_is_killed_while_it_exports_again(
    life: Life, document: Path, tmp_path: Path
) -> None:
    target = tmp_path / "sef.pdf"
    kill_after(start(WINDOW + EXPORTS, document, "publish", target), 3)
    with pypdfium2.PdfDocument(str(target)) as made:
        assert len(made) > 2
    assert list(tmp_path.glob("*.part")) == []
    desk = opened_again(life, document)
    assert desk.session.verify() == ()


def go(desk: Desk, place: str) -> Page | None:
    desk.window.go(Target(place))
    desk.window.arrive_now()
    return desk.window.page
