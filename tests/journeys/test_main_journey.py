"""The main job through the real window: from the first window to a page that holds the sentence and what backs it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot
from tests.documents import vera
from tests.gui.conftest import _windows_go, dressed, preferences, qapp_args
from tests.gui.evaluate_content import write_pdf
from tests.gui.test_evaluate_citing import spot_of
from tests.journeys.person import FileDialogs, Person, is_box, row_of

from areasef.ui import start
from areasef.ui.desk import Desk
from areasef.ui.first_run import places
from areasef.ui.first_run.window import FirstRun
from areasef.ui.pages.evaluate.evidence_pane import ALL
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.evidence.dialogs import AddDialog
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.publish.exporting import CHECKED
from areasef.ui.pages.publish.page import PublishPage
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.page_view import PageView

FIXTURES = (_windows_go, dressed, preferences, qapp_args)
STRAND = "Right help at the right time"
QUOTE = "Parents and carers appreciate the short breaks that are available"
WORDS = "Families value their short breaks, and too few families get one."
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report that says the quoted words on page 4: a published one where there is one, one made here else."""
    real = Path(os.environ.get("AREASEF_SHARED", "nowhere")) / "data" / "reports" / "25-hertfordshire.pdf"
    if real.is_file():
        return real
    pages: list[tuple[str, tuple[str, ...]]] = [
        (f"Report, page {number}", ("Nothing is said here.",)) for number in range(1, 7)
    ]
    pages[3] = ("What it is like", ("Children wait for places.", "", f"{QUOTE} to support", "them."))
    return write_pdf(tmp_path / "report.pdf", tuple(pages))


class Life:
    """One computer: the application can be started on it again and again."""

    def __init__(self, app: QApplication, profile: Path, person: Person, files: FileDialogs) -> None:
        self._app, self._profile = app, profile
        self.person = person
        self.files = files
        self.sitting: start.Sitting | None = None

    def begin(self) -> FirstRun:
        """Start the application, which remembers nothing but what its profile holds; one that is closing goes first."""
        self._gone()
        self.sitting = start.Sitting(self._app, Preferences(self._profile))
        self.sitting.begin(None)
        first = self.sitting.first
        assert first is not None
        self.person.wait(first.isVisible)
        return first

    @property
    def desk(self) -> Desk:
        """The open file, once it is on screen."""
        sitting = self.sitting
        assert sitting is not None
        self.person.wait(lambda: sitting.desk is not None and sitting.desk.window.isVisible())
        assert sitting.desk is not None
        return sitting.desk

    def wait_for_the_end(self) -> None:
        """Wait until the window is closed and all work is in the file."""
        sitting = self.sitting
        assert sitting is not None
        self.person.wait(lambda: sitting.desk is None)

    def end(self) -> None:
        """Close whatever is on screen."""
        if self.sitting is not None and self.sitting.desk is not None:
            self.sitting.desk.window.close()
            self.wait_for_the_end()
        if self.sitting is not None and self.sitting.first is not None:
            self.sitting.first.close()
        self._gone()
        self.sitting = None

    def _gone(self) -> None:
        """Wait until the work is in the file and its window is gone."""
        if (sitting := self.sitting) is not None:
            self.person.wait(lambda: sitting.desk is None)


@pytest.fixture
def life(
    dressed: QApplication, preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[Life]:
    monkeypatch.setattr(places, "documents_folder", lambda: tmp_path / "Documents")
    made = Life(dressed, tmp_path / "profile", Person(qtbot), FileDialogs(monkeypatch))
    yield made
    made.end()


def evaluate(desk: Desk) -> EvaluatePage:
    assert isinstance(desk.window.page, EvaluatePage)
    return desk.window.page


def sheet_at(page: EvaluatePage, person: Person, number: int) -> PageView:
    """Wait until a page is drawn, with its words."""
    preview = page.evidence.preview

    def drawn() -> bool:
        here = preview.shown is not None and preview.shown.page == number and preview.sheet.isVisible()
        return here and preview.sheet.has_words and (QUOTE in text_of(preview.sheet)) == (number == 4)

    person.wait(drawn)
    return preview.sheet


def text_of(sheet: PageView) -> str:
    assert sheet._geometry is not None
    return sheet._geometry.text


def tint_at(sheet: PageView, at: QPoint) -> tuple[int, int]:
    """Return how many pixels round a point are neither grey ink nor paper, of how many."""
    picture = sheet.grab().toImage()
    spots = [(at.x() + x, at.y() + y) for x in range(-6, 7) for y in range(-4, 5)]
    colours = [picture.pixelColor(*spot) for spot in spots]
    return sum(max(c.red(), c.green(), c.blue()) - min(c.red(), c.green(), c.blue()) > 12 for c in colours), len(spots)


def assert_opened_on_its_words(page: EvaluatePage, person: Person) -> None:
    """The page that is cited stands beside the statement, and the quoted words on it are marked."""
    sheet = sheet_at(page, person, 4)
    assert QUOTE in page.evidence.preview.line.words.words
    marked, of = tint_at(sheet, spot_of(sheet, "appreciate"))
    assert marked > of / 3
    plain, _ = tint_at(sheet, spot_of(sheet, text_of(sheet).split()[0]))
    assert plain == 0


def assert_printed(file: Path) -> None:
    """The file, opened again, holds the sentence, the reference, the page and the quoted words; veraPDF finds no fault."""
    with pypdfium2.PdfDocument(str(file)) as pdf:
        text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    for words in (WORDS.split(",")[0], "E-101", "page 4", QUOTE):
        assert words in text, words
    vera.assert_valid(file)


def test_with_the_mouse(life: Life, report: Path, tmp_path: Path) -> None:
    person, file, pdf = life.person, tmp_path / "Alderbrook.areasef", tmp_path / "sef.pdf"
    first = life.begin()
    person.type("Alderbrook")
    person.click(first.form.council)
    person.type("Alderbrook Council")
    life.files.will_name(file)
    person.press("Change…")
    person.press("Create the evaluation")
    page = evaluate(life.desk)
    person.row(page.strands.list, STRAND)
    person.press("Add a statement")
    person.wait(lambda: is_box(person.focus()))
    person.type(WORDS)
    evidence = add_by_mouse(life, report)
    assert evidence.view.current is not None
    person.press("Evaluate")
    person.click_tab(page.evidence.tabs.bar, ALL)
    person.row(page.evidence.list, "E-101")
    sheet_at(page, person, 1)
    person.answering(lambda: person.click(page.evidence.turner), person.choose("Page 4"))
    sheet = sheet_at(page, person, 4)
    page.evidence.preview.paper.ensureVisible(0, spot_of(sheet, QUOTE).y())
    person.drag(sheet, spot_of(sheet, QUOTE), spot_of(sheet, QUOTE, end=True))
    person.press("Supports")
    person.press("Done")
    agree(person, lambda: person.press("More for statement 1"), tick_by_mouse)
    assert "Agreed" in page.writing.cards[0].accessibleName()
    life.desk.window.close()
    life.wait_for_the_end()

    life.begin()
    person.press("Alderbrook")
    assert life.desk.window.place == "overview"
    person.press("Evaluate")
    page = evaluate(life.desk)
    person.row(page.strands.list, STRAND)
    person.press("Supports, E-101, page 4")
    assert_opened_on_its_words(page, person)
    person.press("Publish")
    publish = life.desk.window.page
    assert isinstance(publish, PublishPage)
    person.wait(lambda: publish.sheets.pages > 0)
    life.files.will_name(pdf)
    person.press("Export as draft")
    person.wait(lambda: publish.before.said.startswith(f"Exported to {pdf}. {CHECKED}"))
    assert life.files.asked
    assert_printed(pdf)


def add_by_mouse(life: Life, report: Path) -> EvidencePage:
    """Add a report from the strand at hand, and see it in the library."""
    person, window = life.person, life.desk.window
    person.press("Add evidence")
    page = window.page
    assert isinstance(page, EvidencePage)
    person.wait(lambda: isinstance(page.verbs.dialog, AddDialog))
    life.files.will_name(report)
    person.press("Choose files")
    person.press("Add 1 file")
    person.wait(lambda: page.view.current is not None and not page.verbs.adding.busy)
    return page


def agree(person: Person, open_menu: Callable[[], object], tick: Callable[[Person, QWidget], None]) -> None:
    """Agree the statement whose menu is opened, for the first body of the list."""

    def answer(menu: QWidget) -> None:
        person.answering(lambda: person.choose("Agree")(menu), lambda asked: tick(person, asked))

    person.answering(open_menu, answer)


def tick_by_mouse(person: Person, asked: QWidget) -> None:
    box = asked.findChild(QListWidget)
    assert box is not None
    person.click(box.viewport(), box.visualItemRect(box.item(0)).topLeft() + QPoint(12, 12))
    person.press("Keep these")


def tick_by_keys(person: Person, asked: QWidget) -> None:
    person.keys(Qt.Key.Key_Space)
    person.tab_to("Keep these")
    person.keys(Qt.Key.Key_Space)


def test_with_keys_alone(life: Life, report: Path, tmp_path: Path) -> None:
    person, file, pdf = life.person, tmp_path / "Alderbrook.areasef", tmp_path / "sef.pdf"
    life.begin()
    person.type("Alderbrook")
    person.tab_to("Council")
    person.type("Alderbrook Council")
    person.tab_to("Change where to keep the file")
    life.files.will_name(file)
    person.keys(Qt.Key.Key_Space)
    person.tab_to("Create the evaluation")
    person.keys(Qt.Key.Key_Space)
    page = evaluate(life.desk)
    to_strand(person, page)
    person.keys(Qt.Key.Key_N, CTRL)
    person.type(WORDS)
    person.keys(Qt.Key.Key_E, CTRL)
    evidence = life.desk.window.page
    assert isinstance(evidence, EvidencePage)
    person.wait(lambda: isinstance(evidence.verbs.dialog, AddDialog))
    person.tab_to("Choose files")
    life.files.will_name(report)
    person.keys(Qt.Key.Key_Space)
    person.tab_to("Add 1 file")
    person.keys(Qt.Key.Key_Space)
    person.wait(lambda: evidence.view.current is not None and not evidence.verbs.adding.busy)
    person.keys(Qt.Key.Key_2, CTRL)
    person.wait(lambda: is_box(person.focus()))
    select_by_keys(person, page)
    person.keys(Qt.Key.Key_F, CTRL | SHIFT)
    person.keys(Qt.Key.Key_Return, CTRL)
    person.tab_to("More for statement 1")
    agree(person, lambda: person.keys(Qt.Key.Key_Space), tick_by_keys)
    assert "Agreed" in page.writing.cards[0].accessibleName()
    assert person.focus() is page.writing.cards[0]
    person.press_last(Qt.Key.Key_Q, CTRL)
    life.wait_for_the_end()

    life.begin()
    person.tab_to("Alderbrook")
    person.keys(Qt.Key.Key_Space)
    assert life.desk.window.place == "overview"
    person.keys(Qt.Key.Key_2, CTRL)
    page = evaluate(life.desk)
    to_strand(person, page)
    person.tab_to("Supports, E-101, page 4")
    person.keys(Qt.Key.Key_Space)
    assert_opened_on_its_words(page, person)
    person.keys(Qt.Key.Key_7, CTRL)
    publish = life.desk.window.page
    assert isinstance(publish, PublishPage)
    person.wait(lambda: publish.sheets.pages > 0)
    life.files.will_name(pdf)
    person.keys(Qt.Key.Key_P, CTRL)
    person.wait(lambda: publish.before.said.startswith(f"Exported to {pdf}. {CHECKED}"))
    assert life.files.asked
    assert_printed(pdf)


def to_strand(person: Person, page: EvaluatePage) -> None:
    """Go from pane to pane to the strands, and down to the one that is meant."""
    to_pane(person, page.strands)
    while person.focus() is not page.strands.list:
        person.keys(Qt.Key.Key_Tab)
    person.keys(Qt.Key.Key_Home)
    wanted = row_of(page.strands.list, STRAND)
    person.keys(Qt.Key.Key_Down, times=wanted - page.strands.list.currentIndex().row())
    assert page.strand.short_title == STRAND


def to_pane(person: Person, pane: QWidget) -> None:
    """Go from pane to pane until the focus is in the one that is meant."""
    for _ in range(8):
        if pane.isAncestorOf(person.focus()):
            return
        person.keys(Qt.Key.Key_F6)
    raise AssertionError("F6 never came there")


def select_by_keys(person: Person, page: EvaluatePage) -> None:
    """Go to the evidence, to the whole list, to the item, to its page 4, and select the words."""
    to_pane(person, page.evidence)
    while page.evidence.tabs.current() != ALL:
        person.keys(Qt.Key.Key_PageDown, CTRL)
    person.wait(lambda: row_of(page.evidence.list, "E-101") >= 0)
    person.tab_to("Evidence")
    person.keys(Qt.Key.Key_Home)
    sheet_at(page, person, 1)
    person.keys(Qt.Key.Key_C, CTRL | SHIFT)
    assert person.focus() is page.evidence.preview.sheet
    for number in (2, 3, 4):
        person.keys(Qt.Key.Key_PageDown)
        sheet = sheet_at(page, person, number)
    while not text_of(sheet)[sheet.selection[0] :].startswith(QUOTE):
        person.keys(Qt.Key.Key_Down)
    while sheet.selected_text.strip() != QUOTE:
        person.keys(Qt.Key.Key_Right, SHIFT)
        assert QUOTE.startswith(sheet.selected_text.strip())
