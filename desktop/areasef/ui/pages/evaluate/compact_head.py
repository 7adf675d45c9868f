"""The head of the writing pane where there is little room: which section, which statement, and how we see the strand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from areasef.domain.framework import Level, Section
from areasef.ui import accessible, metrics
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.chooser import Chooser
from areasef.ui.widgets.label import label


class CompactHead(QFrame):
    """``heading_asked`` asks for the whole head, and again to put it away."""

    section_picked = Signal(int)
    heading_asked = Signal()

    def __init__(self, sections: tuple[Section, ...]) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.sections = Chooser()
        accessible.named(self.sections, "Section")
        self.sections.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToContents)
        for section in sections:
            self.sections.addItem(section.short_title)
        self.sections.activated.connect(self.section_picked)
        self._place = label("", "table", "muted")
        self.level = Button("", self.heading_asked.emit, kind="quiet", small=True)
        line = metrics.row(self, margins=(12, 8, 12, 4), spacing=10)
        line.addWidget(self.sections)
        line.addWidget(self._place, 1)
        line.addWidget(self.level)

    def show_section(self, at: int, words: str) -> None:
        """Say which section is open and which statement is at hand."""
        self.sections.setCurrentIndex(at)
        self._place.setText(words)

    def show_level(self, level: Level | None, shown: bool) -> None:
        """Say how we see the strand; words alone where a partnership wants no levels."""
        words = level.title if level and shown else "No view yet" if shown else "How we see it"
        self.level.say(words)
        if shown:
            self.level.set_shape("self_view", level.shape if level else "none")
        accessible.named(self.level, f"How we see it: {words}", "Press to show or hide the reason and what bodies say")
