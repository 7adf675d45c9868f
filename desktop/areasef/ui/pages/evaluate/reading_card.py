"""A statement as it is read: number, state, confidence and partner above, the words, and its citations below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QMenu

from areasef import tokens
from areasef.domain.statement import Statement, plain
from areasef.ui import accessible, metrics
from areasef.ui.pages.evaluate.sided import Sided
from areasef.ui.widgets.button import Button, more_button
from areasef.ui.widgets.citation_chip import CitationChip
from areasef.ui.widgets.flow import Flow, flow_row
from areasef.ui.widgets.label import label, set_tip
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
    title: str = ""
    placed: bool = True


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
    about: str = ""
    may_agree: bool = False

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
        pages = "1 page supports" if supports == 1 else f"{supports or 'No'} pages support"
        parts.append(f"{pages}, {against or 'none'} {'challenges' if against <= 1 else 'challenge'}.")
        parts.extend(f"{fault}." for fault in self.faults)
        return " ".join(parts)


ChipMaker = Callable[[Chip], CitationChip]


class ReadingCard(QFrame):
    """One statement. Enter, F2 or a double click edits it; a draft can be agreed on it; its menu holds the rest."""

    edit_asked = Signal(str)
    agree_asked = Signal(str)
    stood_on = Signal(str)

    def __init__(self, view: CardView, menu: QMenu, make_chip: ChipMaker) -> None:
        super().__init__()
        self.setObjectName("card")
        self.view = view
        self.statement_id = view.statement.id
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu.setParent(self, menu.windowFlags())
        self._menu = menu
        column = metrics.column(self, margins=(16, 8, 16, 12), spacing=4)
        head = metrics.row(spacing=12)
        head.addWidget(label(str(view.number), "meta_strong"))
        head.addWidget(label(view.state, "meta", "muted", wrap=True), 1)
        if view.confidence:
            key = (view.statement.confidence or "low").lower()
            head.addWidget(StatusWord("confidence", key, f"{view.confidence} confidence", style="meta"))
        if view.partners:
            head.addWidget(label(view.partners, "meta", "muted"))
        if view.may_agree:
            head.addWidget(self._agree_button(view))
        head.addWidget(more_button(f"More for statement {view.number}", menu, height=tokens.SIZE["hit_min"]))
        column.addLayout(head)
        self._body = Sided()
        self._chips: Flow | None = None
        column.addWidget(self._body)
        self._fill(view)
        self._add_chips(view, make_chip)
        self.setAccessibleName(f"{view.spoken} {self._words(view)}")

    def set_wide(self, wide: bool) -> None:
        """Put the citations beside the words, or under them."""
        if wide != self._body.wide:
            self._body.set_wide(wide)
            if self._chips is not None:
                self._chips.set_gap(4 if wide else 8)
            for chip in self.findChildren(CitationChip):
                chip.set_listed(wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the statement for writing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit_asked.emit(self.statement_id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Shift F10 and a right click open what its three dots open."""
        self._menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that this is the statement at hand."""
        super().focusInEvent(event)
        self.stood_on.emit(self.statement_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the statement for writing."""
        self.edit_asked.emit(self.statement_id)
        event.accept()

    def _agree_button(self, view: CardView) -> Button:
        made = Button("Agree", lambda: self.agree_asked.emit(self.statement_id), kind="quiet", small=True)
        made.setProperty("aside", True)
        who = f"For {view.partners}" if view.partners else "Asks who agrees it"
        accessible.named(made, f"Agree statement {view.number}", who)
        set_tip(made, who)
        return made

    def _words(self, view: CardView) -> str:
        return plain(view.statement.body).strip() or "Nothing written yet."

    def _fill(self, view: CardView) -> None:
        self._body.words.addWidget(Prose(self._words(view)))
        if view.statement.for_review and view.statement.review_note:
            note = f"To look at again: {view.statement.review_note}"
            self._body.words.addWidget(label(note, "meta", "muted", wrap=True))
        for fault in view.faults:
            key = "must" if fault.startswith("Must") else "look"
            self._body.words.addWidget(StatusWord("check", key, fault, style="meta"))
        self._body.words.addStretch(1)

    def _add_chips(self, view: CardView, make_chip: ChipMaker) -> None:
        if not view.chips:
            return
        holder, self._chips = flow_row()
        for chip in view.chips:
            self._chips.addWidget(make_chip(chip))
        self._body.side.addWidget(holder)
        self._body.side.addStretch(1)


def partners_line(names: Sequence[str]) -> str:
    """Return who stands behind a statement, in a line: ``Council and ICB``."""
    if len(names) <= 2:
        return " and ".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
