"""The strip of *Guide me*, above the statements: the question, and the few things one can do with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from areasef.ui import accessible, metrics
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label
from areasef.ui.widgets.prose import Prose

Do = tuple[str, Callable[[], object]]


class GuideStrip(QFrame):
    """Says where one is and what is asked; the buttons are those it is given, in their order."""

    def __init__(self) -> None:
        super().__init__()
        inside = QFrame()
        inside.setObjectName("banner")
        inside.setProperty("tone", "neutral")
        metrics.column(self, margins=(20, 12, 20, 0)).addWidget(inside)
        self._where = label("", "meta", "muted", wrap=True)
        self._question = Prose("", "body")
        holder, self._line = flow_row(8)
        self.buttons: list[Button] = []
        column = metrics.column(inside, margins=(16, 8, 16, 8), spacing=4)
        for widget in (self._where, self._question, holder):
            column.addWidget(widget)
        self.hide()

    @property
    def question(self) -> str:
        """What is asked."""
        return self._question.words

    def ask(self, where: str, question: str, ways: tuple[Do, ...]) -> None:
        """Show a question and what can be done with it."""
        self._where.setText(where)
        self._question.say(question)
        accessible.named(self, f"{where}. {question}")
        self._line.clear()
        self.buttons = [
            Button(words, do, small=True, kind="quiet" if at else "secondary") for at, (words, do) in enumerate(ways)
        ]
        for button in self.buttons:
            self._line.addWidget(button)
            button.show()  # else it could not take the focus before the next layout
        self.show()

    def button(self, words: str) -> Button:
        """Return the button that bears these words."""
        return next(each for each in self.buttons if each.text() == words)
