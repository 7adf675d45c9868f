"""A director only reads: from a number to the page that shows it, then the plan, and takes the plan on a page along."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from tests.documents import vera
from tests.gui.conftest import _windows_go, dressed, preferences, qapp_args
from tests.journeys.opened import button_saying, open_from_a_colleague
from tests.journeys.test_main_journey import Life, evaluate, life

from areasef.services.workspaces import open_workspace
from areasef.ui.pages.overview.page import OverviewPage
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.publish.exporting import CHECKED
from areasef.ui.pages.publish.page import PublishPage

FIXTURES = (_windows_go, dressed, preferences, qapp_args, life)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
WRITER = "R. Okafor"


def test_a_director(life: Life, demo: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "plan-on-a-page.pdf"
    open_from_a_colleague(life, demo, tmp_path)
    to_a_page(life)
    through_the_plan(life)
    export(life, pdf)
    with pypdfium2.PdfDocument(str(pdf)) as made:
        text = " ".join(made[0].get_textpage().get_text_bounded().split())
    assert "Shorter waits, and real help while waiting" in text
    vera.assert_valid(pdf)


def test_a_director_while_the_lead_writes(life: Life, demo: Path, tmp_path: Path) -> None:
    """The file is open elsewhere: it is read, the screen says so, and nothing that writes is offered as if it would."""
    person, file = life.person, tmp_path / "Alderbrook.areasef"
    file.write_bytes(demo.read_bytes())
    held = open_workspace(file, WRITER)
    try:
        life.begin()
        life.files.will_name(file)
        person.answering(lambda: person.press("Open a file"), lambda _: person.press("Open read only"))
        window = life.desk.window
        person.wait(lambda: any(WRITER in each for each in words_on(window)))
        to_a_page(life)
        export(life, tmp_path / "read.pdf")
    finally:
        life.end()
        held.close()


def to_a_page(life: Life) -> None:
    """From Overview to a strand, to a statement, to the page that shows it, and back."""
    person, window = life.person, life.desk.window
    person.wait(lambda: "79 of 90" in button_saying(window, "statements backed"))
    overview = window.page
    assert isinstance(overview, OverviewPage)
    person.row(overview.table, "Commissioning, with AP")
    person.keys(Qt.Key.Key_Return)
    page = evaluate(life.desk)
    person.wait(lambda: page.strand.code == "L4")
    person.press("Supports, E-138, page 1")
    person.wait(lambda: "138 children were in alternative provision" in page.evidence.preview.line.words.words)
    person.keys(Qt.Key.Key_Left, ALT)
    person.wait(lambda: window.place == "overview")


def through_the_plan(life: Life) -> None:
    """From the number of actions to the plan, what changed, and the line of sight."""
    person, window = life.person, life.desk.window
    person.press("off track")
    page = window.page
    assert isinstance(page, PlanPage)
    for at, words in enumerate(("Line of sight", "Dates", "Risks", "What changed"), 1):
        assert words in page.tabs.bar.bar.tabText(at)
        person.click_tab(page.tabs.bar.bar, at)
    person.wait(lambda: any("changes since" in each for each in words_on(page)))
    person.click_tab(page.tabs.bar.bar, 1)


def export(life: Life, pdf: Path) -> None:
    """Read the plan on a page as it will print, and take it along."""
    person = life.person
    person.keys(Qt.Key.Key_7, CTRL)
    publish = life.desk.window.page
    assert isinstance(publish, PublishPage)
    person.row(publish.documents, "Plan on a page")
    person.wait(lambda: publish.sheets.pages > 0 and publish.documents.current == "plan-on-a-page")
    life.files.will_name(pdf)
    person.press("Export as draft")
    person.wait(lambda: publish.before.said.startswith(f"Exported to {pdf}. {CHECKED}"))


def words_on(part: QWidget) -> list[str]:
    """Return what can be read on a part of the window."""
    return [each.text() for each in part.findChildren(QLabel) if each.isVisible()]
