"""A health partner is handed the file: finds what was asked of health, answers it, cites it, says what the body says."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from tests.gui.conftest import _windows_go, dressed, preferences, qapp_args
from tests.gui.evaluate_content import write_pdf
from tests.gui.test_evaluate_citing import spot_of
from tests.journeys.opened import open_from_a_colleague
from tests.journeys.person import Person
from tests.journeys.test_main_journey import Life, evaluate, life, text_of

from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.evidence.dialogs import AddDialog
from areasef.ui.pages.evidence.page import EvidencePage

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
FIXTURES = (_windows_go, dressed, preferences, qapp_args, life)
ASKED, BODY, STRAND = "Health figures, north", "Three Rivers Community Health Trust", "L3"
QUOTE = "Of 212 children who waited for therapy in July"
OURS = "The figures for the north were in our report of July; nobody asked us for them."


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    """What the partner has at hand: a report, a sheet and a mail."""
    pages = (("Report of the designated clinical officer", (f"{QUOTE},", "", "41 had waited over 18 weeks.")),)
    report = write_pdf(tmp_path / "officer-report.pdf", pages)
    sheet = tmp_path / "therapy-waits.xlsx"
    with xlsxwriter.Workbook(str(sheet)) as book:
        rows = book.add_worksheet("Waits")
        for at, row in enumerate((("Month", "Waiting"), ("January 2026", 260), ("July 2026", 212))):
            rows.write_row(at, 0, row)
    mail, message = tmp_path / "follow-up.eml", EmailMessage()
    message["From"], message["To"], message["Subject"] = "clinic@example.org", "dco@example.org", "Two-year follow-up"
    message.set_content("All 38 babies who were born early were seen at two years.\n")
    mail.write_bytes(bytes(message))
    return report, sheet, mail


def test_a_health_partner(life: Life, demo: Path, files: tuple[Path, ...], tmp_path: Path) -> None:
    person, (report, sheet, mail) = life.person, files
    file = open_from_a_colleague(life, demo, tmp_path)
    person.press("Evidence, ")
    page = library(life)
    answer_the_request(life, page, report)
    add(life, page, sheet, "January 2026")
    add(life, page, mail, "All 38 babies")
    person.click_tab(page.tabs.bar, 1)
    person.press("Show the item")
    person.wait(lambda: page.view.current is not None and page.view.current.item.title == ASKED)
    person.press(f"Cite it in {STRAND}")
    strand = evaluate(life.desk)
    person.wait(lambda: strand.strand.code == STRAND)
    cite(person, strand)
    say_otherwise(person, strand)
    life.desk.window.close()
    life.wait_for_the_end()

    life.begin()
    person.press(file.stem)
    person.press("Evaluate")
    strand = evaluate(life.desk)
    person.row(strand.strands.list, STRAND)
    person.press("Supports, E-156, page 1")
    person.wait(lambda: QUOTE in strand.evidence.preview.line.words.words)
    person.wait(lambda: differing(strand))


def library(life: Life) -> EvidencePage:
    page = life.desk.window.page
    assert isinstance(page, EvidencePage)
    life.person.wait(lambda: page.view.current is not None)
    return page


def answer_the_request(life: Life, page: EvidencePage, report: Path) -> None:
    """Find what was asked of one's own body, and attach the file; the screen says what follows."""
    person, asked = life.person, page.asked
    person.click_tab(page.tabs.bar, 1)
    person.tab_to("Asked of")
    person.type("Three")
    person.wait(lambda: asked.body.currentText() == BODY)
    assert [row.partner for row in asked.model.rows] == [BODY]
    person.row(asked.list, ASKED)
    life.files.will_name(report)
    person.press("Attach a file")
    person.wait(lambda: asked.model.rows[0].state == "Came")
    assert any("to cite it in a strand" in each for each in words_on(asked.form))


def add(life: Life, page: EvidencePage, file: Path, words: str) -> None:
    """Add a file, and see what it says beside the list."""
    person = life.person
    person.press("Add evidence")
    person.wait(lambda: isinstance(page.verbs.dialog, AddDialog))
    life.files.will_name(file)
    person.press("Choose files")
    person.press("Add 1 file")
    person.wait(lambda: not page.verbs.adding.busy and words in page.view.preview.preview.text.toPlainText())


def cite(person: Person, page: EvaluatePage) -> None:
    """Select the words on the page that came along; the screen asks for which statement, and takes the first."""
    preview = page.evidence.preview
    person.wait(lambda: preview.sheet.isVisible() and preview.sheet.has_words and QUOTE in text_of(preview.sheet))
    sheet = preview.sheet
    person.wait(lambda: "E-156" in str(page.evidence.list.currentIndex().data(ACCESSIBLE)))
    assert person.focus() is page.evidence.list
    preview.paper.ensureVisible(0, spot_of(sheet, QUOTE).y())
    person.drag(sheet, spot_of(sheet, QUOTE), spot_of(sheet, QUOTE, end=True))
    person.click(page.evidence.supports)
    person.wait(lambda: any("Which statement?" in each for each in words_on(page.evidence)))
    person.click(page.evidence.supports)
    person.wait(
        lambda: "E-156" in "".join(each.accessibleName() for each in page.writing.findChildren(QAbstractButton))
    )


def say_otherwise(person: Person, page: EvaluatePage) -> None:
    """Say for one's own body, in its own words, that it sees the strand differently."""

    def answer(asked: QWidget) -> None:
        person.type("Sees")
        person.tab_to("Its own words")
        person.type(OURS)
        person.press("Keep")

    def choose(menu: QWidget) -> None:
        person.answering(lambda: person.choose(f"{BODY} contributed")(menu), answer)

    person.answering(lambda: person.press(f"{BODY} contributed"), choose)
    person.wait(lambda: differing(page))


def differing(page: EvaluatePage) -> bool:
    """Say whether the strand names the body that sees it differently."""
    said = [each.text() for each in page.heading.bodies.findChildren(QAbstractButton) if each.isVisible()]
    return any("Trust differs" in each for each in said)


def words_on(part: QWidget) -> list[str]:
    """Return what can be read on a part of the window."""
    return [each.text() for each in part.findChildren(QLabel) if each.isVisible()]
