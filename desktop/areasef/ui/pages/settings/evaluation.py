"""The area and the evaluation's own words: what heads the documents, and the texts printed before the strands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtWidgets import QFrame, QWidget

from areasef.services import evaluating, workspaces
from areasef.services.session import Session
from areasef.ui import metrics
from areasef.ui.context import Context
from areasef.ui.pages.settings.whole_answers import WholeAnswers
from areasef.ui.widgets.entries import DayEntry, Entry, LineEntry, TextEntry
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.label import label
from areasef.ui.widgets.picker import Option, SegmentedPicker

TEXTS: Final = (
    ("summary", "Summary", "What a reader should know who reads one page only."),
    ("context", "Our area", "The place, its children and young people, its schools and services."),
    ("vision", "What we want for children and young people", "In words they would use themselves."),
    ("governance", "How decisions are made", "Boards, who chairs them, how often they meet, and to whom they answer."),
    ("coproduction", "How families and young people take part", "Who took part in this evaluation, and how."),
    ("monitoring", "How we keep this up to date", "Who looks at it again, and when."),
    ("resources", "Money and people", "What the plan costs, who pays, and who does the work. Printed in plans."),
    (
        "officers_statement",
        "Statement by accountable officers",
        "What those who answer for a priority action plan say in their own words.",
    ),
    ("publication_note", "Note on publication", "What a reader of the published pages should know."),
)


class EvaluationWords(QWidget):
    """Each field is kept when it is left."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._session: Session = context.session
        self.entries: dict[str, Entry] = {
            "name": LineEntry("Area name", lambda value: self._keep_area("name", value)),
            "last_inspection": DayEntry(
                "Last area SEND inspection",
                lambda value: self._keep_area("last_inspection", value),
                "Leave empty if there was none.",
            ),
            "marking": LineEntry(
                "Protective marking",
                lambda value: self._keep_area("marking", value),
                "Printed on every page, such as OFFICIAL-SENSITIVE. Leave empty for none.",
            ),
            "title": LineEntry("Title of the evaluation", lambda value: self._keep("title", value)),
            "version": LineEntry(
                "Version", lambda value: self._keep("version", value), "Printed at the foot of pages."
            ),
        }
        for name, words, hint in TEXTS:
            self.entries[name] = TextEntry(words, self._keeper(name), hint, height=96)
        self.levels = SegmentedPicker(
            "How we see it", (Option("levels", "Levels and words"), Option("words", "Words alone"))
        )
        self.levels.picked.connect(lambda key: self._keep("levels_shown", key == "levels"))
        column = metrics.column(self, spacing=12)
        column.addWidget(self._card("The area", ("name", "last_inspection", "marking")))
        second = self._card("The evaluation", ("title", "version"))
        layout = second.layout()
        assert layout is not None
        hint = "With words alone, a strand has a reason but no level, on screen and in documents."
        layout.addWidget(Field("How we see it", self.levels, hint))
        column.addWidget(second)
        column.addWidget(self._card("What is printed before the strands", tuple(name for name, *_ in TEXTS)))
        self.answers = WholeAnswers(context)
        column.addWidget(self.answers)
        metrics.sized(self, max_width=860)

    def show_all(self) -> None:
        """Show what the file holds now; what is being typed is left alone."""
        area, evaluation = self._session.area, self._session.evaluation
        for name, entry in self.entries.items():
            entry.show_value(getattr(area if name in ("name", "last_inspection", "marking") else evaluation, name))
        self.answers.show_all()
        self.levels.choose("levels" if evaluation.levels_shown else "words")

    def settle(self) -> None:
        """Keep what is being typed."""
        for entry in self.entries.values():
            entry.settle()

    def _keeper(self, name: str):  # type: ignore[no-untyped-def]
        return lambda value: self._keep(name, value)

    def _keep(self, name: str, value: object) -> None:
        if name == "title" and not value:
            self.entries[name].field.set_error("The evaluation needs a title.")
            return
        self.entries["title"].field.set_error("")
        changed = replace(self._session.evaluation, **{name: value})  # type: ignore[arg-type]
        self._context.bus.say(evaluating.change_evaluation(self._session, changed))

    def _keep_area(self, name: str, value: object) -> None:
        field = self.entries[name].field
        field.set_error("The area needs a name: it heads every page." if name == "name" and not value else "")
        if isinstance(value, date) and value > date.today():
            field.set_error("This day has not come yet.")
        if not field.error:
            changed = replace(self._session.area, **{name: value})  # type: ignore[arg-type]
            self._context.bus.say(workspaces.change_area(self._session, changed))

    def _card(self, title: str, names: tuple[str, ...]) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = metrics.column(card, margins=(16, 14, 16, 16), spacing=14)
        column.addWidget(label(title, "section"))
        for name in names:
            column.addWidget(self.entries[name].field)
        return card
