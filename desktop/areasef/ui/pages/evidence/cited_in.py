"""Where an item is cited: each statement in its words, whether the page supports or challenges it, and the way there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from areasef.domain.citation import Anchor, FindingCitation
from areasef.domain.plan import Action
from areasef.domain.record import Finding
from areasef.domain.statement import plain
from areasef.services.library import CitedPlace
from areasef.services.session import Session
from areasef.ui import accessible, metrics
from areasef.ui.context import Context
from areasef.ui.navigation import Target
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import divider, label
from areasef.ui.widgets.prose import Prose
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.status import StatusWord

_TROUBLE: Final = {
    Anchor.MOVED: "Quote moved",
    Anchor.LOST: "Quote not found",
    Anchor.FILE_MISSING: "File missing",
    Anchor.NEWER: "Cites an older file",
    Anchor.SHIFTED: "Quote moved in the newer file",
    Anchor.DROPPED: "Quote not in the newer file",
}


class CitedIn(Scroll):
    """The statements that cite the item at hand."""

    def __init__(self, context: Context) -> None:
        super().__init__("Statements that cite it", margins=(16, 12, 16, 16), spacing=10)
        self._context = context

    def show_places(
        self,
        places: Sequence[CitedPlace],
        actions: Sequence[tuple[Action, str]] = (),
        findings: Sequence[tuple[FindingCitation, Finding]] = (),
    ) -> None:
        """Show where an item is cited, the actions whose effect it shows, and the findings whose progress it shows."""
        while item := self.column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for action, number in actions:
            self.column.addWidget(self._effect(action, number))
            self.column.addWidget(divider())
        for cited, finding in findings:
            self.column.addWidget(self._progress(cited, finding))
            self.column.addWidget(divider())
        if not places:
            words = "No statement cites it yet. “Cite it in a strand”, under its pages, opens the strand with this item beside it."
            self.column.addWidget(label(words, "body", "muted", wrap=True))
        for at, place in enumerate(places):
            if at:
                self.column.addWidget(divider())
            self.column.addWidget(self._row(place))
        self.column.addStretch(1)
        metrics.rescale(self)

    def _row(self, place: CitedPlace) -> QFrame:
        session: Session = self._context.session
        frame = QFrame()
        column = metrics.column(frame, spacing=4)
        statement, locator = place.statement, place.citation.locator
        strand = next((each for each in session.framework.strands if each.id == statement.strand_id), None)
        section = next((each for each in session.framework.sections if each.id == statement.section_id), None)
        where = ", ".join(
            filter(None, (strand.code if strand else "", section.short_title if section else "", _page(locator.page)))
        )
        line = metrics.row(spacing=10)
        stance = "for" if place.citation.stance == "supports" else "against"
        line.addWidget(StatusWord("direction", stance))
        line.addWidget(label(where, "meta", "muted"), 1)
        if place.anchor in _TROUBLE:
            line.addWidget(StatusWord("check", "look", _TROUBLE[place.anchor]))
        column.addLayout(line)
        column.addWidget(Prose(plain(statement.body).strip() or "Nothing written yet", "table"))
        button = Button("Open the statement", kind="quiet", small=True)
        accessible.named(button, f"Open the statement in {where}")
        button.clicked.connect(partial(self._go, statement.id))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _effect(self, action: Action, number: str) -> QFrame:
        frame = QFrame()
        column = metrics.column(frame, spacing=4)
        column.addWidget(label(f"Evidence of the effect of action {number}", "meta", "muted", wrap=True))
        column.addWidget(Prose(action.title, "table"))
        line = metrics.row(spacing=10)
        for words, target in (
            ("Open the action", Target("plan", "action", action.id, "evidence_ids")),
            ("Line of sight", Target("plan", "sight", action.id)),
        ):
            button = Button(words, partial(self._context.go, target), kind="quiet", small=True)
            accessible.named(button, f"{words}: action {number}")
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        return frame

    def _progress(self, cited: FindingCitation, finding: Finding) -> QFrame:
        frame = QFrame()
        column = metrics.column(frame, spacing=4)
        number = f"finding {finding.number}".strip()
        where = f"Shows the progress on {number}, {_page(cited.locator.page)}"
        column.addWidget(label(where, "meta", "muted", wrap=True))
        column.addWidget(Prose(finding.text, "table"))
        button = Button(
            "Open the finding",
            partial(self._context.go, Target("findings", "finding", finding.id, "evidence")),
            kind="quiet",
            small=True,
        )
        accessible.named(button, f"Open {number}")
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _go(self, statement_id: str, _checked: bool = False) -> None:
        self._context.go(Target("evaluate", "statement", statement_id, "body"))


def _page(number: int) -> str:
    return f"page {number}" if number else "the item as a whole"
