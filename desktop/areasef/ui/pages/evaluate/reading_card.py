"""A statement as it is read: number, state, confidence and partner above, the words, and its citations below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from areasef.domain.statement import Statement, plain
from areasef.ui import metrics
from areasef.ui.widgets.button import more_button
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import label
from areasef.ui.widgets.prose import Prose
from areasef.ui.widgets.status import StatusWord


@dataclass(frozen=True, slots=True)
class Chip:
    """A citation as a chip shows it: its id, the item's reference, the page's words, stance and anchor."""

    citation_id: str
    ref: str
    where: str
    stance: str
    anchor: str
    spoken: str


@dataclass(frozen=True, slots=True)
class CardView:
    """A statement with all that its card says."""

    statement: Statement
    number: int
    count: int
    state: str
    partners: str
    confidence: str
    chips: tuple[Chip, ...]
    faults: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """What a listener hears before the text (design guide, section 8)."""
        supports = sum(1 for chip in self.chips if chip.stance == "supports")
        against = len(self.chips) - supports
        parts = [f"Statement {self.number} of {self.count}, {self.state}."]
        if self.confidence:
            parts.append(f"{self.confidence} confidence.")
        if self.partners:
            parts.append(f"{self.partners}.")
        pages = "1 page supports" if supports == 1 else f"{supports or 'no'} pages support"
        parts.append(f"{pages}, {against or 'none'} {'challenges' if against <= 1 else 'challenge'}.")
        parts.extend(f"{fault}." for fault in self.faults)
        return " ".join(parts)


ChipMaker = Callable[[Chip], QWidget]


class ReadingCard(QFrame):
    """One statement. Enter, F2 or a double click edits it; its menu holds the rest."""

    edit_asked = Signal(str)

    def __init__(self, view: CardView, menu: QMenu, make_chip: ChipMaker) -> None:
        super().__init__()
        self.setObjectName("card")
        self.statement_id = view.statement.id
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu.setParent(self, menu.windowFlags())
        column = metrics.column(self, margins=(16, 10, 16, 12), spacing=6)
        head = metrics.row(spacing=12)
        head.addWidget(label(str(view.number), "label"))
        head.addWidget(label(view.state, "meta", "muted"))
        head.addStretch(1)
        if view.confidence:
            key = (view.statement.confidence or "low").lower()
            head.addWidget(StatusWord("confidence", key, f"{view.confidence} confidence"))
        if view.partners:
            head.addWidget(label(view.partners, "meta", "muted"))
        head.addWidget(more_button(f"More for statement {view.number}", menu))
        column.addLayout(head)
        words = plain(view.statement.body).strip()
        column.addWidget(Prose(words or "Nothing written yet."))
        for fault in view.faults:
            column.addWidget(StatusWord("check", "must" if fault.startswith("Must") else "look", fault))
        if view.chips:
            holder, flow = flow_row()
            for chip in view.chips:
                flow.addWidget(make_chip(chip))
            column.addWidget(holder)
        self.setAccessibleName(view.spoken)
        self.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the statement for writing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit_asked.emit(self.statement_id)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the statement for writing."""
        self.edit_asked.emit(self.statement_id)
        event.accept()


def partners_line(names: Sequence[str]) -> str:
    """Return who stands behind a statement, in a line: ``Council and ICB``."""
    if len(names) <= 2:
        return " and ".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
