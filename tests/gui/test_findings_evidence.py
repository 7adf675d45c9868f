"""Evidence for a finding in the real window: chosen, cited on its page, opened, removed, and seen from the item."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from tests.gui.conftest import too_small, unnamed
from tests.gui.evaluate_content import write_pdf
from tests.gui.test_findings_reports import another
from tests.gui.test_report_import import read, said
from tests.unit.services.conftest import survey

from areasef.domain.change import Change
from areasef.domain.evidence import Evidence
from areasef.services import adding, citing_findings, undoing
from areasef.services.adding import add_files
from areasef.services.session import Session
from areasef.ui.navigation import Target
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.findings.evidence_box import EvidenceEntry
from areasef.ui.pages.findings.page import FindingsPage
from areasef.ui.pages.findings.place_question import PlaceQuestion
from areasef.ui.widgets.citation_chip import CitationChip
from areasef.ui.window import Window

FIXTURES = (survey,)
WORDS = "61 of 84 teachers"


@pytest.fixture
def item(session: Session, survey: Path) -> Evidence:
    made = add_files(session, (survey,)).outcomes[0].evidence
    assert made is not None
    return made


@pytest.fixture
def page(window: Window, item: Evidence, tmp_path: Path) -> FindingsPage:
    read(window, another(tmp_path, 32, "Alderbrook", "1 to 5 July 2024")).keep()
    assert isinstance(window.page, FindingsPage)
    entry(window.page).choose_items((item.id,))
    return window.page


def entry(page: FindingsPage) -> EvidenceEntry:
    found = page.form.entries["evidence"]
    assert isinstance(found, EvidenceEntry)
    return found


def chips(page: FindingsPage) -> list[CitationChip]:
    return [chip for row in entry(page).rows for chip in row.findChildren(CitationChip)]


def press(page: FindingsPage, words: str) -> None:
    buttons = [each for row in entry(page).rows for each in row.findChildren(QAbstractButton)]
    next(each for each in buttons if each.accessibleName() == words).click()


def cite(page: FindingsPage, item: Evidence) -> None:
    """Choose the page of an item as a person does: turn to the second page, select words, cite."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, PlaceQuestion):
            return
        watch.stop()
        dialog.preview.read_as_text(True)
        dialog.preview.turn(1)
        at = dialog.preview.text.toPlainText().index(WORDS)
        dialog.preview.text.select(at, at + len(WORDS))
        dialog.button("cite").click()

    watch = QTimer(interval=10)
    watch.timeout.connect(answer)
    watch.start()
    press(page, f"Choose the page of {item.ref}")


def test_what_is_chosen_stands_in_the_form_and_every_button_has_a_name(page: FindingsPage, item: Evidence) -> None:
    assert [chip.accessibleName() for chip in chips(page)] == [f"Supports, {item.ref}, whole item"]
    assert item.title in said(page.window())  # type: ignore[arg-type]
    assert page.list.findings.rows[page.list.currentIndex().row()].under.startswith("Nothing said yet, evidence 1")
    assert not unnamed(page)
    assert not too_small(page)


def test_words_selected_on_a_page_are_cited_and_the_chip_leads_there(
    page: FindingsPage, window: Window, item: Evidence
) -> None:
    cite(page, item)
    assert [chip.accessibleName() for chip in chips(page)] == [f"Supports, {item.ref}, page 2"]
    assert f"“{WORDS}”" in [prose.words for prose in entry(page)._box.findChildren(type(page.form.words))]
    chips(page)[0].click()
    assert isinstance(window.page, EvidencePage)
    shown = window.page.view.preview.preview.shown
    assert shown is not None
    assert (shown.item.id, shown.page) == (item.id, 2)
    window.page.view.preview.open_tab(2)
    words = [each.text() for each in window.page.view.preview.cited.findChildren(QLabel)]
    assert any(each.startswith("Shows the progress on finding") and each.endswith(", page 2") for each in words)


def test_evidence_is_removed_and_comes_back(
    page: FindingsPage, window: Window, session: Session, item: Evidence
) -> None:
    cite(page, item)
    press(page, f"Remove {item.ref} from this finding")
    assert chips(page) == []
    change = undoing.undo(session)
    assert change is not None
    window.bus.say(change)
    assert [chip.accessibleName() for chip in chips(page)] == [f"Supports, {item.ref}, page 2"]


def test_a_jump_to_what_was_found_stands_on_its_finding(page: FindingsPage, window: Window, session: Session) -> None:
    finding = page.current
    assert finding is not None
    (made, _) = citing_findings.cited_for(session, finding.id)[0]
    page.list.step(1)
    window.go(Target("findings", "finding_citation", made.id))
    assert page.current is not None
    assert page.current.id == finding.id
    assert entry(page).choose.hasFocus()


def test_words_that_moved_in_a_newer_file_are_anchored_there_at_one_press_and_back(
    page: FindingsPage, window: Window, session: Session, item: Evidence, tmp_path: Path
) -> None:
    cite(page, item)
    sheets = [("Survey, revised", ("We asked again.",))] * 3
    again = (*sheets, ("What teachers said", ("Two lines come first.", f"{WORDS} said so.")))
    change = adding.add_revision(session, item.id, write_pdf(tmp_path / "again.pdf", again))
    assert change is not None
    window.bus.say(Change(frozenset({"evidence", "revision"}), frozenset({item.id}), "Add a revision"))
    page.refresh(None)
    (chip,) = chips(page)
    assert chip.accessibleName() == f"Supports, {item.ref}, page 2, quote moved"
    press(page, f"Use the newest file of {item.ref}")
    assert [each.accessibleName() for each in chips(page)] == [f"Supports, {item.ref}, page 4"]
    names = [each.accessibleName() for row in entry(page).rows for each in row.findChildren(QAbstractButton)]
    assert f"Use the newest file of {item.ref}" not in names
    assert window.toast.words == "Anchored anew"
    window.toast.button.click()
    assert [each.accessibleName() for each in chips(page)] == [f"Supports, {item.ref}, page 2, quote moved"]
