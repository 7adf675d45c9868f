"""The middle of Evaluate: the strand's head, its sections as tabs, and the statements of the open section as cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from areasef.domain.framework import Section, Strand
from areasef.services import partnering
from areasef.services.session import Session
from areasef.ui import metrics
from areasef.ui.pages.evaluate.heading import StrandHeading
from areasef.ui.pages.evaluate.reading_card import CardView, Chip, ReadingCard
from areasef.ui.pages.evaluate.views import StrandCards, numbers
from areasef.ui.pages.evaluate.writing_card import WritingCard
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.citation_chip import CitationChip
from areasef.ui.widgets.label import key_label
from areasef.ui.widgets.prose import Prose
from areasef.ui.widgets.scroll import Scroll
from areasef.ui.widgets.tabs import Tabs

CardMenu = Callable[[str], QMenu]


class WritingPane(QFrame):
    """Shows one strand. What a person does to a statement is told by signals; the page does it."""

    edit_asked = Signal(str)
    add_asked = Signal()
    section_opened = Signal(str)
    citation_opened = Signal(str)
    citation_menu_asked = Signal(str, QPoint)

    def __init__(self, session: Session, heading: StrandHeading, card_menu: CardMenu) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._session = session
        self._card_menu = card_menu
        self._sections: tuple[Section, ...] = session.framework.sections
        self._strand: Strand | None = None
        self.heading = heading
        self.tabs = Tabs("Sections")
        self.tabs.set_tabs([section.short_title for section in self._sections])
        self.tabs.opened.connect(lambda at: self.section_opened.emit(self._sections[at].id))
        self.statements = Scroll("Statements", margins=(20, 12, 20, 16), spacing=12)
        self.cards: list[QFrame] = []
        self.writing: WritingCard | None = None
        column = metrics.column(self, spacing=0)
        column.addWidget(heading)
        column.addWidget(self.tabs)
        column.addWidget(self.statements, 1)

    @property
    def section(self) -> Section:
        """The section that is open."""
        return self._sections[max(0, self.tabs.current())]

    def open_section(self, section_id: str) -> None:
        """Open a section by its id."""
        at = next((at for at, section in enumerate(self._sections) if section.id == section_id), 0)
        self.tabs.open(at)

    def show_cards(self, strand: Strand, editing: str) -> WritingCard | None:
        """Lay the cards of the open section; the statement being edited keeps its box, its caret and the focus."""
        self._strand = strand
        made = StrandCards(self._session, strand.id, self.section)
        self._count_sections(strand)
        keep = self.writing if self.writing is not None and self.writing.statement_id == editing else None
        self._clear(keep)
        if not made.statements:
            self.statements.column.addWidget(self._nothing())
        for statement in made.statements:
            view = made.card(statement)
            if statement.id == editing:
                card = keep or self._open(made, view)
                if keep is not None:
                    keep.show_statement(view, numbers(statement), self._chip)
                self.writing = card
                self._add(card)
            else:
                reading = ReadingCard(view, self._card_menu(statement.id), self._chip)
                reading.edit_asked.connect(self.edit_asked)
                self._add(reading)
        self._add_foot()
        return self.writing

    def card_of(self, statement_id: str) -> QWidget | None:
        """Return the card of a statement, where it is in the open section."""
        return next((card for card in self.cards if getattr(card, "statement_id", "") == statement_id), None)

    def bring_to(self, card: QWidget) -> None:
        """Scroll a card into sight once the layout has settled."""
        QTimer.singleShot(0, card, lambda: self.statements.ensureWidgetVisible(card, 0, metrics.px(16)))

    def _open(self, made: StrandCards, view: CardView) -> WritingCard:
        partners = partnering.partners(self._session)
        return WritingCard(
            view, self._session.framework, partners, numbers(view.statement), made.weak_sentences, self._chip
        )

    def _add(self, card: QFrame) -> None:
        self.cards.append(card)
        self.statements.column.addWidget(card)

    def _clear(self, keep: WritingCard | None) -> None:
        while item := self.statements.column.takeAt(0):
            widget = item.widget()
            if widget is not None and widget is not keep:
                widget.hide()
                widget.deleteLater()
        self.cards = []
        if keep is None:
            self.writing = None

    def _add_foot(self) -> None:
        foot = QFrame()
        line = metrics.row(foot, spacing=8)
        line.addWidget(Button("Add a statement", self.add_asked.emit, kind="quiet", icon="plus", keys="Ctrl N"))
        line.addWidget(key_label("Ctrl N"))
        line.addStretch(1)
        self.statements.column.addWidget(foot)
        self.statements.column.addStretch(1)

    def _nothing(self) -> QWidget:
        box = QFrame()
        box.setObjectName("empty")
        column = metrics.column(box, margins=(20, 16, 20, 16), spacing=6)
        column.addWidget(Prose(f"Nothing is written under “{self.section.title}” yet.", "section"))
        column.addWidget(Prose(self.section.hint, "body"))
        return box

    def _count_sections(self, strand: Strand) -> None:
        for at, section in enumerate(self._sections):
            cards = StrandCards(self._session, strand.id, section)
            weak = any(cards.faults(statement) for statement in cards.statements)
            count = len(cards.statements)
            words = f"{section.short_title}  {count}" if count else section.short_title
            spoken = f"{section.title}, {count} statements{', something must be fixed' if weak else ''}"
            self.tabs.set_words(at, words, ("check", "must") if weak else None, spoken)

    def _chip(self, chip: Chip) -> QWidget:
        made = CitationChip(chip.ref, chip.where, chip.stance, chip.anchor)
        made.clicked.connect(lambda: self.citation_opened.emit(chip.citation_id))
        made.customContextMenuRequested.connect(
            lambda at: self.citation_menu_asked.emit(chip.citation_id, made.mapToGlobal(at))
        )
        return made

    def focus_statement(self, statement_id: str) -> None:
        """Put the focus on a statement's card."""
        card = self.card_of(statement_id)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring_to(card)
