"""What was added for a strand is pointed out when one comes back to it."""

from __future__ import annotations

from pathlib import Path

from tests.gui.evaluate_content import write_pdf
from tests.gui.evidence_window import evidence_of
from tests.gui.test_evaluate import filled, page_of

from areasef.services.adding import SharedFields
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target

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
