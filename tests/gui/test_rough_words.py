"""Words as they come: a whole report on the clipboard, signs that nobody can see, long names, and from right to left."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.test_evaluate import page_of, writing_card

from areasef.documents.model import DocumentOptions
from areasef.domain.plan import Priority
from areasef.domain.typed_words import seen
from areasef.services import planning, publishing, writing
from areasef.services.session import Session
from areasef.ui.desk import Desk
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.widgets.writing_box import MOST

UNSEEN = "\x00\x07\x1b\x7f\u202e\ufeff"
WELSH = "Cymorth cywir ar yr adeg gywir, ŵŷâêîôû"
ARABIC = "\u200fالمساعدة المناسبة في الوقت المناسب"


@pytest.fixture
def statement_id(session: Session) -> str:
    strand, section = session.framework.strands[0].id, session.framework.sections[0].id
    return writing.add_statement(session, strand, section).id


def test_a_whole_report_on_the_clipboard_becomes_as_much_as_a_statement_holds_and_that_is_said(
    desk: Desk, session: Session, statement_id: str, qtbot: QtBot
) -> None:
    page = page_of(desk, Target("evaluate", "statement", statement_id))
    box = writing_card(page).box
    QApplication.clipboard().setText(f"Families{UNSEEN} wait\r\n19 weeks.\u2028 " * 8_000)
    box.paste()
    assert len(box.body()) == MOST
    assert "20,000 characters" in desk.window.status.last
    qtbot.keyClicks(box, " And on.")
    desk.window.commands.run("done")
    kept = writing.statement(session, statement_id)
    assert kept is not None
    assert kept.body.startswith("Families wait 19 weeks. Families wait")
    assert kept.body.endswith(" And on.")
    assert seen(kept.body) == kept.body


def test_what_is_written_from_right_to_left_or_in_welsh_is_kept_letter_for_letter(
    desk: Desk, session: Session, statement_id: str, tmp_path: Path
) -> None:
    page = page_of(desk, Target("evaluate", "statement", statement_id))
    QApplication.clipboard().setText(f"{WELSH} {ARABIC}")
    writing_card(page).box.paste()
    desk.window.commands.run("done")
    kept = writing.statement(session, statement_id)
    assert kept is not None
    assert kept.body == f"{WELSH} {ARABIC}"
    target = tmp_path / "sef.pdf"
    publishing.export(session, "self-evaluation", target, DocumentOptions(draft=True))
    with pypdfium2.PdfDocument(str(target)) as made:
        words = " ".join(" ".join(each.get_textpage().get_text_bounded() for each in made).split())
    assert WELSH in words


def test_a_name_of_300_letters_with_signs_nobody_sees_is_kept_whole_without_them(desk: Desk, session: Session) -> None:
    made = planning.add_priority(session, "Waits")
    desk.window.go(Target("plan", "priority", made.id, "title"))
    page = desk.window.page
    assert isinstance(page, PlanPage)
    assert page.editor.form is not None
    name = ("A name that goes on and on, as they do " * 8)[:300].strip()
    edit = page.editor.form.entries["title"].field.control
    edit.selectAll()  # type: ignore[attr-defined]
    QApplication.clipboard().setText(f"{UNSEEN}{name}{UNSEEN}")
    edit.paste()  # type: ignore[attr-defined]
    desk.window.commands.run("done")
    kept = session.store.get(Priority, made.id)
    assert kept is not None
    assert kept.title == name
    assert page.table.model().index(0, 0).isValid()
