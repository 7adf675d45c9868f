"""The guide of a strand, one key away while writing: prompts, typical evidence, what reports elsewhere said, words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from areasef.domain.framework import Framework, Prompt, Strand
from areasef.ui import accessible, metrics
from areasef.ui.widgets.button import Button, IconButton
from areasef.ui.widgets.label import divider, label
from areasef.ui.widgets.prose import Prose
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.tabs import Tabs

_TABS = ("Prompts", "Evidence", "Reports", "Words")


class GuidePane(QFrame):
    """What inspectors look for in a strand. A prompt becomes a statement in one press."""

    prompt_chosen = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._strand: Strand | None = None
        self._framework: Framework | None = None
        self._answered: frozenset[str] = frozenset()
        head = metrics.row(margins=(16, 10, 12, 6), spacing=8)
        self._title = label("What inspectors look for", "section", wrap=True)
        head.addWidget(self._title, 1)
        self.close_button = IconButton("panel-right", "Close the guide", self.closed.emit)
        head.addWidget(self.close_button)
        self.tabs = Tabs("Parts of the guide")
        self.tabs.set_tabs(list(_TABS))
        self.tabs.opened.connect(lambda _: self._fill())
        self._scroll = Scroll("The guide", margins=(16, 12, 16, 16), spacing=10)
        column = metrics.column(self, spacing=0)
        column.addLayout(head)
        column.addWidget(self.tabs)
        column.addWidget(self._scroll, 1)

    def show_strand(self, framework: Framework, strand: Strand, answered: frozenset[str]) -> None:
        """Show the guide of a strand; ``answered`` are the prompts that already led to a statement."""
        self._framework, self._strand, self._answered = framework, strand, answered
        self._title.setText(f"What inspectors look for in {strand.code}")
        self._fill()

    def _fill(self) -> None:
        strand, framework = self._strand, self._framework
        if strand is None or framework is None:
            return
        while item := self._scroll.column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for widget in self._parts(framework, strand):
            self._scroll.column.addWidget(widget)
        self._scroll.column.addStretch(1)

    def _parts(self, framework: Framework, strand: Strand) -> list[QWidget]:
        at = self.tabs.current()
        if at == 0:
            return [Prose(strand.about, "body"), *(self._prompt(each) for each in strand.prompts), _sources(strand)]
        if at == 1:
            return _typical(framework, strand)
        if at == 2:
            return _reports(strand)
        return _glossary(framework)

    def start_buttons(self) -> list[Button]:
        """Return the buttons that make a statement of a prompt, in the order of the prompts."""
        return [each for each in self._scroll.findChildren(Button) if not each.isHidden()]

    def _prompt(self, prompt: Prompt) -> QWidget:
        box = QFrame()
        box.setObjectName("card")
        column = metrics.column(box, margins=(12, 8, 12, 8), spacing=4)
        column.addWidget(Prose(prompt.text, "body"))
        line = metrics.row(spacing=8)
        done = prompt.id in self._answered
        line.addWidget(label("Answered" if done else "Not answered yet", "meta", "muted"))
        line.addStretch(1)
        words = "Write another" if done else "Start a statement"
        button = Button(words, lambda: self.prompt_chosen.emit(prompt), kind="quiet", icon="plus", small=True)
        accessible.named(button, f"{words}: {prompt.text}")
        line.addWidget(button)
        column.addLayout(line)
        return box


def _typical(framework: Framework, strand: Strand) -> list[QWidget]:
    found: list[QWidget] = []
    for agency in framework.agencies:
        rows = [each for each in strand.typical_evidence if each.agency_id == agency.id]
        if rows:
            found.append(label(agency.title, "label"))
            found += [Prose(each.text, "body") for each in rows]
    return found or [Prose("The framework names no typical evidence for this strand.", "body")]


def _reports(strand: Strand) -> list[QWidget]:
    found: list[QWidget] = [
        Prose("What published reports elsewhere have said, in our words. Never a measure of your area.", "body")
    ]
    for tone, title in (("strong", "Where it is strong"), ("weak", "Where it is weak")):
        notes = [note for note in strand.report_notes if note.tone == tone]
        if notes:
            found += [divider(), label(title, "label"), *(Prose(note.text, "body") for note in notes)]
    return found


def _glossary(framework: Framework) -> list[QWidget]:
    found: list[QWidget] = []
    for term in sorted(framework.glossary, key=lambda each: each.term.casefold()):
        found += [label(term.term, "label"), Prose(term.meaning, "body")]
    return found or [Prose("The framework has no list of words.", "body")]


def _sources(strand: Strand) -> QWidget:
    checked = "checked against it" if strand.source.verified else "not checked against the published page yet"
    return label(f"Source: {strand.source.document}, {checked}.", "meta", "muted", wrap=True)
