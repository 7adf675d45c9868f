"""Ask for the as-at date: the day from which freshness is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from areasef.domain.change import Change
from areasef.services import evaluating
from areasef.services.session import Session
from areasef.ui.dialogs.left_words import FormQuestion
from areasef.ui.widgets.entries import DayEntry
from areasef.ui.widgets.question import Choice


def ask_as_at(parent: QWidget, session: Session) -> Change | None:
    """Show the question and keep the answer; None where it was left as it is."""
    evaluation = session.evaluation
    choices = (Choice("keep", "Leave it", safe=True), Choice("set", "Change the date", primary=True, stays=True))
    body = "The age of every item is counted to this day. What you write still carries today’s time."
    asked = FormQuestion(parent, "Evaluate as at which day?", body, choices, "")
    answer: list[Change] = []
    wanted: list[object] = [evaluation.as_at]
    entry = DayEntry("As at", wanted.append, "Such as 23 November 2026")
    entry.show_value(evaluation.as_at)
    asked.content.addWidget(entry.field)
    asked.remember(as_at=entry)

    def chosen(key: str) -> None:
        if key != "set":
            return
        entry.settle()
        day = wanted[-1]
        if not entry.edit.text().strip():
            entry.field.set_error("Type a day, like 23 November 2026.")
        if entry.field.error or not isinstance(day, date):
            entry.edit.setFocus()
            return
        answer.append(evaluating.change_evaluation(session, replace(evaluation, as_at=day)))
        asked.accept()

    asked.chosen.connect(chosen)
    entry.edit.setFocus()
    asked.exec()
    return answer[0] if answer else None
