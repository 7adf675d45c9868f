"""The middle of Evaluate: the strand's head, its sections as tabs, and the statements of the open section as cards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QWidget

from areasef.domain.dossier import Dossier
from areasef.domain.framework import Section
from areasef.domain.partner import exists_on
from areasef.ui import metrics, theme
from areasef.ui.later import later
from areasef.ui.pages.evaluate.compact_head import CompactHead
from areasef.ui.pages.evaluate.heading import StrandHeading
from areasef.ui.pages.evaluate.reading_card import CardView, Chip, ReadingCard
from areasef.ui.pages.evaluate.views import StrandCards, numbers
from areasef.ui.pages.evaluate.writing_card import WritingCard
from areasef.ui.parts import shell
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.citation_chip import CitationChip
from areasef.ui.widgets.empty import DashedBox
from areasef.ui.widgets.label import key_label, label
from areasef.ui.widgets.scroll import LongScroll
from areasef.ui.widgets.tabs import Tabs
from areasef.ui.widgets.writing_box import WritingBox

_AT_ONCE = 3
_IN_TURN = 3
CardMenu = Callable[[str], QMenu]
Card = ReadingCard | WritingCard
WIDE_FROM = 900
_OR_GUIDED = "Write it yourself, or press Guide me to be asked one question after another."
_GUIDED = "Start with the question above, or add a statement of your own."
_ABOUT = (
    "Evaluate takes one strand of the framework at a time: write what is true, put the page that shows it beside it, "
    "and say how you see the strand."
)
ROOMY_FROM = 720
_LEAST = 96  # less of the statements is worth nothing beside the fields for why


class WritingPane(QFrame):
    """Shows one strand. What a person does to a statement is told by signals; the page does it.

    ``opened`` hands over a card that was just made for writing; ``focus_comes`` says that the focus is about to come here.
    """

    edit_asked = Signal(str)
    agree_asked = Signal(str)
    stood_on = Signal(str)
    add_asked = Signal()
    guide_me_asked = Signal()
    section_opened = Signal(str)
    citation_opened = Signal(str)
    citation_menu_asked = Signal(str, QPoint)
    opened = Signal(object)
    focus_comes = Signal()

    def __init__(self, sections: tuple[Section, ...], heading: StrandHeading, card_menu: CardMenu) -> None:
        super().__init__()
        shell(self).setAutoFillBackground(True)
        self._card_menu = card_menu
        self._sections = sections
        self.heading = heading
        self.tabs = Tabs("Sections")
        self.tabs.setObjectName("surfaceTabs")
        self.tabs.set_tabs([section.short_title for section in sections])
        self.tabs.opened.connect(lambda at: self.section_opened.emit(self._sections[at].id))
        self.compact = CompactHead(sections)
        self.compact.section_picked.connect(self.tabs.open)
        self.compact.heading_asked.connect(self._turn_heading)
        heading.why_turned.connect(self._give_room)
        self.compact.hide()
        self.statements = LongScroll("Statements", margins=(20, 14, 20, 16), spacing=13, even=True)
        self.cards: list[Card] = []
        self.keys: list[str] = []
        self.writing: WritingCard | None = None
        self._strip: QWidget | None = None
        self._over = QFrame()  # which gives way, whether or not there is something in the strip
        self._later: list[Callable[[], Card]] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._make_some)
        self._guided = False
        self._nothing = self._make_nothing()
        self._foot, self.add_button = self._make_foot()
        self._wide = False
        self._laid: list[QWidget] = []
        self.statements.column.prepare = self._prepare
        inside = self.statements.widget()
        assert inside is not None
        # as high as its words at this width, not as they would be at the least width
        inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._whole = column = metrics.column(self, spacing=0)
        column.addWidget(self.compact)
        column.addWidget(heading)
        column.addWidget(self.tabs)
        column.addWidget(self.statements, 1)
        column.addStretch(0)  # takes the room of the statements where they give way
        theme.look_changed().connect(self._dress)

    @property
    def section(self) -> Section:
        """The section that is open."""
        return self._sections[max(0, self.tabs.current())]

    def open_section(self, section_id: str) -> None:
        """Open a section by its id."""
        at = next((at for at, section in enumerate(self._sections) if section.id == section_id), 0)
        self.tabs.open(at)

    def set_compact(self, compact: bool) -> None:
        """Give the words the room: the head is one line, the whole of it one press away."""
        self.compact.setVisible(compact)
        self.heading.setVisible(not compact)
        self.heading.set_bare(compact)
        self.tabs.setVisible(not compact)
        self._give_room()

    def set_strip(self, strip: QWidget) -> None:
        """Put a strip above the statements."""
        self._strip = strip
        metrics.column(self._over, spacing=0).addWidget(strip)
        self._whole.insertWidget(self._whole.indexOf(self.statements), self._over)

    def say_place(self, current: str) -> None:
        """Say which statement of how many is at hand, where the head is one line."""
        words = f"Statement {self.keys.index(current) + 1} of {len(self.keys)}" if current in self.keys else ""
        self.compact.show_section(max(0, self.tabs.current()), words)

    def show_cards(self, dossier: Dossier, strand_id: str, editing: str, current: str = "") -> None:
        """Lay the cards of the open section; a card that says the same stays, and so does the box being typed in.

        The first cards, and all up to the one at hand, are made at once; the rest while nothing else happens.
        """
        made = StrandCards(dossier, strand_id, self.section)
        self._count_sections(dossier, strand_id)
        old = {card.statement_id: card for card in self.cards}
        stood_in = self._stood_in()
        self.cards, self.writing, self._later = [], None, []
        views = made.cards()
        self.keys = [view.statement.id for view in views]
        at_hand = max((self.keys.index(key) for key in (editing, current) if key in self.keys), default=0)
        at_once = max(_AT_ONCE, at_hand + 2, len(old) if len(old) <= len(views) else 0)
        for at, view in enumerate(views):
            make = partial(self._card, dossier, made, view, old.get(view.statement.id), editing)
            if at < at_once:
                self.cards.append(make())
            else:
                self._later.append(make)
        for card in old.values():
            if card not in self.cards:
                card.hide()
                card.deleteLater()
        self._lay()
        if stood_in in self.keys and old[stood_in] not in self.cards:
            self.focus_statement(stood_in)  # its card was made anew under the focus, as when it is agreed
        if self._later:
            self._turn.start()

    def _stood_in(self) -> str:
        focus = self.window().focusWidget()
        return next(
            (card.statement_id for card in self.cards if focus and (card is focus or card.isAncestorOf(focus))), ""
        )

    def make_all(self) -> None:
        """Make the cards that were left for later."""
        while self._later:
            self._make_some()

    def _make_some(self) -> None:
        fresh = [make() for make in self._later[:_IN_TURN]]
        del self._later[:_IN_TURN]
        foot = self.statements.column.indexOf(self._foot)
        with metrics.laid_at_once(self.statements.column):
            for at, card in enumerate(fresh):
                self.statements.column.insertWidget(foot + at, card)
                theme.dress_if_around(card)
                card.show()
        self._foot.raise_()
        self.cards += fresh
        self._laid = [*self.cards, self._foot]
        if self._later:
            self._turn.start()

    def card_of(self, statement_id: str) -> Card | None:
        """Return the card of a statement, where it is in the open section."""
        if self._later and statement_id in self.keys[len(self.cards) :]:
            self.make_all()
        return next((card for card in self.cards if card.statement_id == statement_id), None)

    def bring_to(self, card: QWidget) -> None:
        """Scroll a card into sight once the layout has settled."""
        later(card, lambda: self._bring(card))

    def _bring(self, card: QWidget) -> None:
        """Show the whole of a card, or where it is too high for that, its top and the part in which somebody stands."""
        inside, focus = self.statements.widget(), self.window().focusWidget()
        edge = metrics.px(16)
        if inside is None or card.height() + 2 * edge <= self.statements.viewport().height():
            self.statements.ensureWidgetVisible(card, 0, edge)
            return
        part = focus if focus is not None and card.isAncestorOf(focus) else card
        if part is card or isinstance(part, WritingBox):
            high = self.statements.viewport().height()
            above, below = (part.mapTo(card, QPoint(0, y)).y() + edge for y in (0, part.height()))
            part = card if above < high // 4 and below + edge <= high else part  # else large text needs the room
            self.statements.verticalScrollBar().setValue(part.mapTo(inside, QPoint(0, 0)).y() - edge)
        else:
            self.statements.ensureWidgetVisible(part, 0, edge)

    def focus_statement(self, statement_id: str) -> None:
        """Put the focus on a statement's card."""
        self.let_in()
        card = self.card_of(statement_id)
        if card is not None:
            target = card.box if isinstance(card, WritingCard) else card
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring_to(card)

    def focus_add(self) -> None:
        """Put the focus on the button that adds a statement."""
        self.let_in()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_chip(self, statement_id: str, citation_id: str) -> None:
        """Put the focus on a citation's chip."""
        self.let_in()
        card = self.card_of(statement_id)
        for chip in card.findChildren(CitationChip) if card else ():
            if chip.property("citation") == citation_id:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
                self.bring_to(chip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put citations and fields beside the words where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _card(
        self, dossier: Dossier, made: StrandCards, view: CardView, old: Card | None, editing: str
    ) -> ReadingCard | WritingCard:
        key = view.statement.id
        if key == editing:
            if not isinstance(old, WritingCard):
                old = self._open(dossier, made, view)
            old.show_statement(view, numbers(view.statement), self._chip)
            self.writing = old
            return old
        if isinstance(old, ReadingCard) and old.view == view:
            return old
        reading = ReadingCard(view, self._card_menu(key), self._chip)
        reading.edit_asked.connect(self.edit_asked)
        reading.agree_asked.connect(self.agree_asked)
        reading.stood_on.connect(self.stood_on)
        reading.set_wide(self._wide)
        return reading

    def _open(self, dossier: Dossier, made: StrandCards, view: CardView) -> WritingCard:
        as_at, chosen = dossier.evaluation.as_at, view.statement.partner_ids
        partners = tuple(
            each for each in dossier.partners if exists_on(each.starts, each.ends, as_at) or each.id in chosen
        )
        card = WritingCard(
            view, dossier.framework, partners, self._card_menu(view.statement.id), made.weak_sentences, self._chip
        )
        card.set_wide(self._wide)
        self.opened.emit(card)
        return card

    def _lay(self) -> None:
        wanted: list[QWidget] = [*self.cards, self._foot] if self.cards else [self._nothing, self._foot]
        column = self.statements.column
        with metrics.laid_at_once(column):
            for widget in self._laid:
                if widget not in wanted:
                    column.removeWidget(widget)
            for at, widget in enumerate(wanted):
                item = column.itemAt(at)
                if item is None or item.widget() is not widget:
                    column.removeWidget(widget)
                    column.insertWidget(at, widget)
                    theme.dress_if_around(widget)
                    widget.show()
        if wanted != self._laid:
            for widget in wanted:
                widget.raise_()  # a listener meets them in this order, not in that in which they were made
        self._nothing.setVisible(self._nothing in wanted)
        self._laid = wanted
        if not self.cards:
            self._say_nothing()

    def _turn_heading(self) -> None:
        self.heading.setVisible(self.heading.isHidden())
        self._give_room()

    def _give_room(self) -> None:
        """Let the statements, then the strip over them, give way to the fields for why where the window is too low."""
        why = self.heading.saying_why and not self.heading.isHidden()
        left = self.height() - self._high(self.compact) - self._high(self.heading) - self._high(self._strip)
        self._over.setVisible(not why or left >= 0)
        roomy = not why or left - self._high(self.tabs) >= metrics.px(_LEAST)
        self.statements.setVisible(roomy)
        self.tabs.setVisible(roomy and self.compact.isHidden())

    def _high(self, part: QWidget | None) -> int:
        if part is None or (part.isHidden() and part is not self.tabs):
            return 0
        return max(part.sizeHint().height(), part.heightForWidth(self.width()))

    def let_in(self) -> None:
        """Bring the statements back where they gave way, or are behind another pane."""
        self.focus_comes.emit()
        if self.statements.isHidden():
            self.heading.put_why_away()

    def _fit(self) -> None:
        self._give_room()
        wide = self.width() / theme.look().scale >= WIDE_FROM
        self.heading.set_roomy(self.height() / theme.look().scale >= ROOMY_FROM)
        if wide != self._wide:
            self._wide = wide
            self.statements.column.renew()

    def _dress(self) -> None:
        """Fit at another text size, at which nothing is as high as it was."""
        self.statements.column.renew()
        self._fit()

    def _prepare(self, card: QWidget) -> None:
        """Put citations and fields of a card beside the words or under them, before it is measured."""
        if isinstance(card, ReadingCard | WritingCard):
            card.set_wide(self._wide)

    def _make_foot(self) -> tuple[QFrame, Button]:
        foot = QFrame()
        line = metrics.row(foot, spacing=8)
        add = Button("Add a statement", self.add_asked.emit, kind="quiet", icon="plus", keys="Ctrl N")
        line.addWidget(add)
        line.addWidget(key_label("Ctrl N"))
        self.guide_me = Button("Guide me", self.guide_me_asked.emit, kind="quiet", icon="route")
        line.addWidget(self.guide_me)
        line.addStretch(1)
        return foot, add

    def _make_nothing(self) -> QFrame:
        box = DashedBox()
        column = metrics.column(box, margins=(20, 16, 20, 16), spacing=6)
        self._empty_title, self._empty_hint = label("", "section", wrap=True), label("", "body", wrap=True)
        self._about = label(_ABOUT, "body", "muted", wrap=True)
        for each in (self._empty_title, self._empty_hint, self._about):
            column.addWidget(each)
        return box

    def _say_nothing(self) -> None:
        self._empty_title.setText(f"Nothing is written under “{self.section.title}” yet")
        self._empty_hint.setText(f"{self.section.hint} {_GUIDED if self._guided else _OR_GUIDED}")

    def set_guided(self, guided: bool) -> None:
        """Say what to do next as it is while *Guide me* asks, and while it does not."""
        self._guided = guided
        self.guide_me.setVisible(not guided)
        self._say_nothing()

    def _count_sections(self, dossier: Dossier, strand_id: str) -> None:
        self._about.setVisible(not dossier.statements_of(strand_id))
        for at, section in enumerate(self._sections):
            cards = StrandCards(dossier, strand_id, section)
            weak, count = cards.any_weak(), len(cards.statements)
            words = f"{section.short_title}  {count}" if count else section.short_title
            counted = "1 statement" if count == 1 else f"{count} statements"
            spoken = f"{section.title}, {counted}{', something must be fixed' if weak else ''}"
            self.tabs.set_words(at, words, ("check", "must") if weak else None, spoken)

    def _chip(self, chip: Chip) -> CitationChip:
        made = CitationChip(chip.ref, chip.where, chip.stance, chip.anchor, chip.title)
        if not chip.placed:
            made.setAccessibleName(f"{made.accessibleName()}, not in the text")
        made.setProperty("citation", chip.citation_id)
        made.clicked.connect(lambda: self.citation_opened.emit(chip.citation_id))
        made.customContextMenuRequested.connect(
            lambda at: self.citation_menu_asked.emit(chip.citation_id, made.mapToGlobal(at))
        )
        return made
