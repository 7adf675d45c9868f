"""The settings page: three tabs, of which the first is this computer's and the others are the file's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from areasef.domain.change import Change
from areasef.services.workspaces import sign_as
from areasef.ui import metrics
from areasef.ui.context import Context
from areasef.ui.navigation import Target
from areasef.ui.pages.page import Page
from areasef.ui.pages.settings.evaluation import EvaluationWords
from areasef.ui.pages.settings.looks import Looks
from areasef.ui.pages.settings.partnership import Partnership
from areasef.ui.parts import shell
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.stack import Stack
from areasef.ui.widgets.tabs import Tabs

TABS: Final = ("You", "The partnership", "The evaluation")
_SENTENCES: Final = (
    "For you on this computer. Nothing here changes the file.",
    "Kept in the file. Who the bodies are, who works for them, and who holds which role.",
    "Kept in the file. Each field is saved when you leave it, and prints in the documents.",
)
_KINDS: Final = {"partnership": 1, "partner": 1, "person": 1, "role": 1, "area": 2, "evaluation": 2}


class SettingsPage(Page):
    """This person's choices; with a file open, the partnership and the evaluation's own words."""

    title = "Settings"
    sentence = _SENTENCES[0]

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.looks = Looks(context.preferences)
        self.partnership: Partnership | None = None
        self.evaluation: EvaluationWords | None = None
        self.tabs = Tabs("Settings", indent=18)
        self._stack = shell(Stack())
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)
        self._add(TABS[0], self.looks)
        if context.session is not None:
            self.partnership, self.evaluation = Partnership(context), EvaluationWords(context)
            self.looks.named.connect(self._sign)
            self._add(TABS[1], self.partnership)
            self._add(TABS[2], self.evaluation)
        self.tabs.set_tabs(list(TABS[: self._stack.count()]))
        self.tabs.setVisible(self._stack.count() > 1)
        self.tabs.opened.connect(self._open)

    def refresh(self, change: Change | None) -> None:
        """Show what is chosen and what the file holds."""
        if change is None:
            self.looks.show_choices()
        if self.partnership is not None and (
            change is None or change.touches("partner", "person", "role_holding", "evaluation")
        ):
            self.partnership.show_all()
        if self.evaluation is not None:
            self.evaluation.show_all()

    def go(self, target: Target) -> None:
        """Open the tab that is asked for."""
        self.tabs.open(min(_KINDS.get(target.kind, 0), self._stack.count() - 1))
        entry = self.evaluation.entries.get(target.field) if self.evaluation is not None else None
        if entry is not None:
            entry.field.control.setFocus()
        elif target.field == "partners" and self.partnership is not None:
            self.partnership.add_button.setFocus()
        else:
            self.tabs.bar.setFocus()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page does for commands."""
        steps = {"move.previous_tab": lambda: self.tabs.step(-1), "move.next_tab": lambda: self.tabs.step(1)}
        return steps if self._stack.count() > 1 else {}

    def leave(self) -> None:
        """Keep what is being typed."""
        self.looks.settle()
        if self.evaluation is not None:
            self.evaluation.settle()

    def _sign(self, name: str) -> None:
        """Let the name stand by what is written from now on, also in the file that is open."""
        self.context.bus.say(sign_as(self.context.session, name))

    def _open(self, index: int) -> None:
        self.leave()
        self._stack.setCurrentIndex(index)
        self.set_title("Settings", _SENTENCES[index])

    def _add(self, name: str, inside: QWidget) -> None:
        scroll = Scroll(name, margins=(20, 12, 20, 16))
        line = metrics.row()
        line.addWidget(inside, 100)
        line.addStretch(1)
        scroll.column.addLayout(line)
        scroll.column.addStretch(1)
        self._stack.addWidget(scroll)
