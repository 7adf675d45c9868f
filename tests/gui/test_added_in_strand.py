"""What was added for a strand is pointed out when one comes back to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from tests.gui.evaluate_content import write_pdf
from tests.gui.evidence_window import evidence_of
from tests.gui.test_evaluate import filled, page_of

from areasef.domain.change import Change
from areasef.domain.citation import Stance
from areasef.domain.evidence import Evidence, Revision
from areasef.services import citing
from areasef.services.adding import SharedFields
from areasef.services.anchoring import Selection
from areasef.services.session import Session
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.pages.evidence.dialogs import AddDialog

__all__ = ["filled"]


def test_an_item_that_was_added_for_the_strand_is_selected_shown_and_named(
    desk: Desk, filled: dict[str, str], tmp_path: Path
) -> None:
    target = Target("evaluate", "statement", filled["north"])
    page = page_of(desk, target)
    new = write_pdf(tmp_path / "forum minutes.pdf", (("Minutes", ("Families wait 38 weeks in the north.",)),))
    evidence_of(desk.window).verbs.adding.add([new], SharedFields(strand_ids=(filled["strand"],)))
    page = page_of(desk, target)
    row = page.evidence.model.rows[page.evidence.list.currentIndex().row()]
    assert (row.ref, row.title) == ("E-104", "Forum minutes")
    assert page.evidence.list.selectionModel().isSelected(page.evidence.list.currentIndex())
    shown = page.evidence.preview.shown
    assert shown is not None
    assert shown.item.title == "Forum minutes"
    assert page.evidence.notice.words.startswith("E-104 is added.")
    assert page.evidence.notice.isVisible()

    page.evidence.row_chosen.emit(page.evidence.model.rows[0])
    page = page_of(desk, target)
    assert page.evidence.notice.isHidden()
    assert page.evidence.preview.shown is not None
    assert page.evidence.preview.shown.item.title != "Forum minutes"


def test_an_item_of_no_strand_that_is_brought_along_is_named_and_not_called_added_once_it_is_cited(
    desk: Desk, session: Session, filled: dict[str, str], tmp_path: Path
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    code = page.strand.code
    new = write_pdf(tmp_path / "board minutes.pdf", (("Minutes", ("The board agreed to join the figures.",)),))
    evidence_of(desk.window).verbs.adding.add([new], SharedFields())
    item = next(each for each in session.store.all(Evidence) if each.title == "Board minutes")
    page = page_of(desk, Target("evaluate", "strand", filled["strand"], f"evidence:{item.id}:1"))
    assert page.evidence.notice.words == (
        "E-104, Board minutes. Select the words that show it, then press Supports or Challenges. "
        f"Citing it links it to {code}."
    )
    page.desk.stand_on(filled["north"])
    (revision,) = session.store.all(Revision, evidence_id=item.id)
    citing.cite(session, filled["north"], Selection(revision.id, 1), Stance.SUPPORTS, says="It was agreed.")
    desk.window.bus.say(Change(frozenset({"citation", "evidence"}), frozenset({item.id}), "Cite as support"))
    assert "E-104" in [row.ref for row in page.evidence.model.rows], "it is linked to the strand now"
    assert "is added" not in page.evidence.notice.words


def test_a_picture_is_cited_in_words_of_ones_own(desk: Desk, filled: dict[str, str], tmp_path: Path) -> None:
    target = Target("evaluate", "statement", filled["north"])
    page, picture = page_of(desk, target), QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    picture.save(str(tmp_path / "flip chart.png"))
    evidence_of(desk.window).verbs.adding.add(
        [tmp_path / "flip chart.png"], SharedFields(strand_ids=(filled["strand"],))
    )
    page = page_of(desk, target)
    assert page.evidence.notice.words == (
        "E-104 is added. Press Supports or Challenges, then say in your own words what it shows."
    )


def test_who_adds_nothing_after_all_is_back_at_the_writing(desk: Desk, filled: dict[str, str]) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    page.add_evidence()
    assert desk.window.place == "evidence"
    dialog = evidence_of(desk.window).verbs.dialog
    assert dialog is not None
    dialog.button("leave").click()
    assert desk.window.place == "evaluate"
    assert page.strand_id == filled["strand"]


def test_a_note_instead_of_files_is_for_the_strand_that_one_came_from(
    desk: Desk, session: Session, filled: dict[str, str]
) -> None:
    page = page_of(desk, Target("evaluate", "statement", filled["north"]))
    page.add_evidence()
    verbs = evidence_of(desk.window).verbs
    assert isinstance(verbs.dialog, AddDialog)
    verbs.dialog.note_asked.emit()
    assert desk.window.place == "evidence"
    form = verbs.dialog
    assert form is not None
    form.entries["title"].retype("What a head teacher said")
    form.button("keep").click()
    made = next(each for each in session.store.all(Evidence) if each.title == "What a head teacher said")
    assert made.strand_ids == (filled["strand"],)
