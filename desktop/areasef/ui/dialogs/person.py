"""The form of somebody who works for a partner, wherever somebody is named."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from areasef.domain.identity import new_id
from areasef.domain.partner import Person
from areasef.services import partnering
from areasef.services.session import Session
from areasef.ui.dialogs.editor import Editor, Make
from areasef.ui.widgets.entries import ChoiceEntry, LineEntry, TextEntry

_BODY = "Who works for a partner, never a child. The file keeps them: Settings, The partnership lists them."


def person_fields(session: Session) -> dict[str, Make]:
    """Return the fields of a person."""
    partners = [(each.id, each.name) for each in partnering.partners(session)]
    return {
        "name": partial(LineEntry, "Name"),
        "partner_id": lambda keep: ChoiceEntry("Works for", partners, keep, none="Not said"),
        "email": partial(LineEntry, "Work email"),
        "phone": partial(LineEntry, "Work phone"),
        "note": partial(TextEntry, "Note"),
    }


def ask_person(parent: QWidget, session: Session) -> Person | None:
    """Ask for somebody who is not named yet; None where nobody is."""
    asked = person_fields(session)
    values = {"name": "", "partner_id": None, "email": "", "phone": "", "note": ""}
    form = Editor(parent, "Who is it?", asked, values, "name", about="new person", body=_BODY, leave="Name nobody")
    form.exec()
    if form.answer is None:
        return None
    given = {name: value or "" for name, value in form.answer.items() if name != "partner_id"}
    return Person(new_id(), partner_id=form.answer["partner_id"] or None, **given)
