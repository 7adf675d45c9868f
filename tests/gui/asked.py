"""Every question and form that opens over the window, as it is asked in earnest; and what lets a test look at each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid
from tests.gui.clipping import settle

from areasef.domain.evaluation import Answer, Response
from areasef.domain.evidence import Evidence
from areasef.domain.record import Export
from areasef.services import keeping, partnering, undoing
from areasef.services.session import Session
from areasef.ui import errors
from areasef.ui.dialogs.answers import AnswerQuestion, WordsQuestion
from areasef.ui.dialogs.as_at import ask_as_at
from areasef.ui.dialogs.bin import BinDialog
from areasef.ui.dialogs.own_name import OwnNameQuestion
from areasef.ui.jobs import InlineJobs
from areasef.ui.key_sheet import KeySheet
from areasef.ui.navigation import Target
from areasef.ui.opening import Opening
from areasef.ui.pages.evidence import choices
from areasef.ui.pages.evidence.dialogs import AddDialog, ask_form, link_form, note_form
from areasef.ui.pages.publish.past import show_past
from areasef.ui.pages.settings.partnership import Partnership
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.ticking import ask_ticks
from areasef.ui.window import Window

Ask = Callable[[Window, Session, Preferences], object]
_NAME = "Health checks at 14 and over, quarter 2 2026-27, with notes of the designated clinical officer.pdf"


def _answer(window: Window, session: Session) -> str:
    partner = partnering.partners(session)[0]
    kept = Response("r", session.evaluation.id, "strand", "i2", partner.id, Answer.DIFFERS, "Families wait longer.")
    return AnswerQuestion(window, partner.name, "I2 Taking part in decisions", kept, Answer.DIFFERS).ask()


def _partnership(window: Window) -> Partnership:
    window.go(Target("settings", "partnership"))
    found = window.findChild(Partnership)
    assert found is not None
    return found


def _full_bin(window: Window, session: Session) -> None:
    for item in session.store.all(Evidence)[:3]:
        keeping.bin_evidence(session, item.id)
    BinDialog(window, session, window.bus).exec()
    for _ in range(3):
        undoing.undo(session)


def _exports(window: Window) -> None:
    moment = datetime(2026, 11, 23, 14, 2)
    made = tuple(Export(str(at), "sef", moment, _NAME, "ab12" * 16, "cd34", "draft", "R. Okafor") for at in range(6))
    show_past(window, made, {"sef": "Self-evaluation (SEF)"})


def _files(window: Window, session: Session, preferences: Preferences) -> None:
    found = [session.cache / name for name in (_NAME, "Forum survey.pdf", "Minutes.docx", "Notes.txt", "More.txt")]
    for path in found:
        path.write_bytes(b"words")
    AddDialog(window, session, preferences, found).ask()


ASKED: dict[str, Ask] = {
    "as-at date": lambda window, session, _: ask_as_at(window, session),
    "empty bin": lambda window, session, _: BinDialog(window, session, window.bus).exec(),
    "bin": lambda window, session, _: _full_bin(window, session),
    "add": lambda window, session, preferences: AddDialog(window, session, preferences).ask(),
    "add files": _files,
    "note": lambda window, session, _: note_form(window, session).ask(),
    "link": lambda window, session, _: link_form(window, session).ask(),
    "request": lambda window, session, _: ask_form(window, session).ask(),
    "answer": lambda window, session, _: _answer(window, session),
    "words": lambda window, *_: WordsQuestion(
        window, "Why again?", "It stays agreed.", "Why", "", "Mark it", "x"
    ).ask(),
    "own name": lambda window, *_: OwnNameQuestion(window).ask(),
    "no exports": lambda window, *_: show_past(window, (), {}),
    "past exports": lambda window, *_: _exports(window),
    "ticks": lambda window, session, _: ask_ticks(window, "Which strands?", choices.strands(session.framework), ()),
    "no ticks": lambda window, *_: ask_ticks(window, "Which strands?", (), ()),
    "sorry": lambda window, *_: errors.apology(window, errors.said(ValueError()), ValueError()).exec(),
    "in use": lambda window, session, _: Opening(InlineJobs(), window.errors).open(session.document, "J. Lindqvist"),
    "keys": lambda window, *_: KeySheet(window, window.commands).exec(),
    "partner": lambda window, session, _: _partnership(window).editor(partnering.partners(session)[0]).exec(),
}


@contextmanager
def looked_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QDialog]]:
    """Show the dialogs that are asked, each as it opens, and leave them alone."""
    shown: list[QDialog] = []

    def look(dialog: QDialog) -> int:
        dialog.show()
        settle()
        QApplication.processEvents()
        shown.append(dialog)
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    yield shown
    for each in filter(isValid, shown):
        each.close()
