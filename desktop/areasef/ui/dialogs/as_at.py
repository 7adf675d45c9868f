"""Ask for the as-at date: the day from which freshness is counted."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from areasef.domain.change import Change
from areasef.services import evaluating
from areasef.services.session import Session
from areasef.ui.dates import NotADate, day_words, read_day
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.question import Choice, Question


def ask_as_at(parent: QWidget, session: Session) -> Change | None:
    """Show the question and keep the answer; None where it was left as it is."""
    evaluation = session.evaluation
    choices = (Choice("keep", "Leave it", safe=True), Choice("set", "Change the date", primary=True, stays=True))
    body = "The age of every item is counted to this day. What you write still carries today’s time."
    asked = Question(parent, "Evaluate as at which day?", body, choices)
    edit = QLineEdit(day_words(evaluation.as_at))
    field = Field("As at", edit, hint="Such as 23 November 2026")
    asked.content.addWidget(field)
    answer: list[Change] = []

    def chosen(key: str) -> None:
        if key != "set":
            return
        try:
            day = read_day(edit.text())
        except NotADate as error:
            field.set_error(str(error))
            return
        answer.append(evaluating.change_evaluation(session, replace(evaluation, as_at=day)))
        asked.accept()

    asked.chosen.connect(chosen)
    edit.setFocus()
    asked.exec()
    return answer[0] if answer else None
