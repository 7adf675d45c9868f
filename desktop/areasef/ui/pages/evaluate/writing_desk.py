"""The writing at hand in Evaluate: which statement is open, what is being typed, and that nothing typed is ever lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from areasef.domain.change import Change
from areasef.domain.dossier import Dossier
from areasef.domain.framework import Prompt
from areasef.services import evaluating, saving, writing
from areasef.services.session import now
from areasef.ui import accessible
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.writing_card import WritingCard
from areasef.ui.widgets.writing_box import MOST
from areasef.words.faults import AppError

if TYPE_CHECKING:
    from areasef.ui.pages.evaluate.page import EvaluatePage

WRITING = 1
_CUT_SHORT = f"A statement holds {MOST:,} characters: the rest of what you pasted was left out"


class WritingDesk:
    """``current`` is the statement that citing and moving are about; ``editing`` the one whose box is open."""

    def __init__(self, page: EvaluatePage) -> None:
        self._page = page
        self.current = self.editing = ""
        pane = page.writing
        pane.edit_asked.connect(self.edit)
        pane.stood_on.connect(self._stood)
        pane.add_asked.connect(self.add)
        pane.opened.connect(self._wire)

    def show(self, dossier: Dossier) -> None:
        """Lay the cards; a statement that is gone is no longer at hand."""
        here = {each.id: each.section_id for each in dossier.statements}
        section_id = self._page.writing.section.id
        if self.editing and here.get(self.editing) != section_id:
            self.editing = ""
        if self.current and here.get(self.current) != section_id:
            self.current = ""
        self._page.writing.show_cards(dossier, self._page.strand_id, self.editing, self.current)
        self._page.writing.say_place(self.current)

    def forget(self) -> None:
        """No statement is at hand: another strand or section is shown."""
        self.current = self.editing = ""
        self._page.looking.chosen = False

    def body_at_hand(self) -> str:
        """Return the words that suggestions are made for: those being typed, else those of the statement at hand."""
        card = self._page.writing.writing
        if card is not None and self.editing == self.current:
            return card.box.body()
        dossier = self._page.dossier
        kept = dossier.statement_by_id.get(self.current) if dossier else None
        return kept.body if kept else ""

    def caret(self, statement_id: str) -> int | None:
        """Return where the caret stands in a statement's text; None where it is not open."""
        card = self._page.writing.writing
        return card.box.caret() if card is not None and card.statement_id == statement_id else None

    def edit(self, statement_id: str, field: str = "") -> None:
        """Open a statement for writing; the one that was open is kept and closed."""
        if self.editing != statement_id:
            self.settle()
            self.editing = self.current = statement_id
            self._lay()
            self._page.stood_on()
        card = self._page.writing.writing
        self._page.panes.show_pane(WRITING)
        self._page.writing.let_in()
        if card is not None:
            card.focus_field(field)
            self._page.writing.bring_to(card)

    def ask_which(self) -> None:
        """Go to the statements, and only then ask which is meant: standing on one takes away what was said before."""
        page = self._page
        page.looking.hold()
        page.focus_first()
        if not page.writing.keys:
            page.evidence.say("No statement yet.", "Write one first, then cite the page that shows it.")
        elif self.current:
            words = "The first is chosen now. Choose another if this page speaks of that one, then cite it."
            page.evidence.say("Which statement?", words)
        else:
            page.evidence.say("Which statement?", "Choose the statement that this page speaks of, then cite it.")

    def edit_current(self) -> None:
        """Open the statement at hand, or the first."""
        cards = self._page.writing.cards
        if self.current or cards:
            self.edit(self.current or cards[0].statement_id)

    def finish(self) -> None:
        """Keep what was typed and close the box; the focus stays on the card."""
        if not self.editing:
            return
        self.settle()
        card = self._page.writing.writing
        if card is not None and card.unkept:
            return
        done, self.editing = self.editing, ""
        self.current = done
        if not self._page.session.read_only and writing.is_untouched(self._page.session, done):
            self._take_back(done)
            return
        self._lay()
        self._page.guided.answered()
        self._page.writing.focus_statement(done)

    def _take_back(self, statement_id: str) -> None:
        """Keep no statement in which nothing was written; the question it was to answer stays."""
        session = self._page.session
        if self._page.do(lambda: writing.bin_statement(session, statement_id)):
            self._page.context.toast("Nothing was written, so no statement is kept", self._page.context.undo)
            if not self._page.guided.unanswered():
                self.binned(statement_id)

    def settle(self) -> None:
        """Keep what is being typed."""
        card = self._page.writing.writing
        if card is not None:
            card.settle()

    def add(self, prompt: Prompt | None = None) -> None:
        """Add a statement at the end of the section and open it; a prompt gives it its opening words."""
        page = self._page
        self.settle()
        section = page.writing.section
        opening = prompt if isinstance(prompt, Prompt) else None
        try:
            made = writing.add_statement(page.session, page.strand_id, section.id, prompt=opening)
        except AppError as error:
            page.context.errors.show(error, page)
            return
        self.editing = self.current = made.id
        page.context.bus.say(Change(frozenset({"statement"}), frozenset({made.id}), "Add a statement"))
        self.edit(made.id)
        card = page.writing.writing
        if card is not None:
            card.box.set_caret(len(made.body))
        page.stood_on()

    def step(self, by: int) -> None:
        """Go to the next or previous statement; where one is being written, write that one."""
        keys = self._page.writing.keys
        if not keys:
            return
        at = keys.index(self.current) + by if self.current in keys else 0
        if not 0 <= at < len(keys):
            words = "First statement" if by < 0 else "Last statement"
            accessible.announce(self._page.writing, f"{words} of {self._page.writing.section.title}")
            return
        if self.editing:
            self.edit(keys[at])
        else:
            self.stand_on(keys[at])
            self._page.writing.focus_statement(keys[at])

    def move(self, steps: int) -> None:
        """Move the statement at hand up or down; the focus goes with it."""
        if not self.current:
            return
        self.settle()
        key = self.current
        if self._page.acts.move(key, steps):
            card = self._page.writing.card_of(key)
            if card is not None:
                self._page.writing.bring_to(card)
                if self.editing != key:
                    self._page.writing.focus_statement(key)
                keys = self._page.writing.keys
                accessible.announce(card, f"Statement {keys.index(key) + 1} of {len(keys)}")

    def stand_on(self, statement_id: str) -> None:
        """Make a statement the one at hand."""
        self._stood(statement_id)

    def binned(self, statement_id: str) -> None:
        """A statement went into the bin: the focus goes to the next one."""
        keys = self._page.writing.keys
        if keys:
            self._page.writing.focus_statement(keys[min(self._place, len(keys) - 1)])
        else:
            self._page.writing.focus_add()

    def keep_why(self, field: str, words: str) -> None:
        """Keep the reason of a view, or what is not known."""
        page = self._page
        keep = evaluating.set_reason if field == "reason" else evaluating.set_not_known
        if page.do(lambda: keep(page.session, page.strand_id, words)):
            writing.drop_typing(page.session, page.strand_id, field)

    def keep_why_draft(self, field: str, words: str) -> None:
        """Keep what is being typed into the reason or into what is not known."""
        self._keep_draft(self._page.strand_id, words, field)

    _place = 0

    def _stood(self, statement_id: str) -> None:
        if statement_id != self.current:
            self.current = statement_id
            self._page.stood_on()
        keys = self._page.writing.keys
        self._place = keys.index(statement_id) if statement_id in keys else 0

    def _lay(self) -> None:
        if self._page.dossier is not None:
            self.show(self._page.dossier)

    def _wire(self, card: WritingCard) -> None:
        key = card.statement_id
        card.reworded.connect(lambda body: self._reword(card, body))
        card.typed.connect(lambda field, words: self._typed(card, field, words))
        card.changed.connect(lambda fields: self._change(card, fields))
        card.stood_on.connect(lambda: self._stood(key))
        card.done.connect(self.finish)
        card.box.cut_short.connect(lambda: self._page.context.toast(_CUT_SHORT, None))
        card.cite_asked.connect(self._page.stand_in_evidence)
        card.find_asked.connect(self._page.stand_in_evidence)
        card.partners_asked.connect(lambda: self._page.context.go(Target("settings", "partnership", "", "partners")))
        kept = saving.saved(self._page.session).kept_at
        card.say_kept(f"Kept {kept:%H:%M}" if kept else "")
        if self._page.session.read_only:
            card.set_read_only(self._page.read_only_words)

    def _reword(self, card: WritingCard, body: str) -> None:
        session = self._page.session
        if self._page.do(lambda: writing.reword(session, card.statement_id, body)):
            card.say_kept(f"Kept {now():%H:%M}")
            card.waiting.pop("body", None)
            return
        kept = writing.statement(session, card.statement_id)
        card.hold(kept.body if kept else "")

    def _typed(self, card: WritingCard, field: str, words: str) -> None:
        if self._keep_draft(card.statement_id, words, field):
            card.say_kept(f"Kept {now():%H:%M}")
            card.waiting.pop(field, None)
        else:
            card.waiting[field] = words
            card.say_kept("Not kept")
        if field == "body":
            self._page.looking.look_at_statement()

    def _change(self, card: WritingCard, fields: dict[str, Any]) -> None:
        session = self._page.session
        kept = writing.statement(session, card.statement_id)
        if kept is None:
            return
        if self._page.do(lambda: writing.change_statement(session, replace(kept, **fields))):
            card.say_kept(f"Kept {now():%H:%M}")
            if "confidence_reason" in fields:
                writing.drop_typing(session, card.statement_id, "confidence_reason")

    def keep_again(self) -> bool:
        """Keep as a draft what could not be kept, and return whether all of it is now; a refusal is not said again."""
        card = self._page.writing.writing
        if card is None or not card.waiting:
            return False
        for field, typed in tuple(card.waiting.items()):
            words = card.box.body() if field == "body" else typed
            try:
                writing.keep_typing(self._page.session, card.statement_id, words, field)
            except AppError:
                return False
            del card.waiting[field]
        card.say_kept(f"Kept {now():%H:%M}")
        return True

    def _keep_draft(self, subject_id: str, words: str, field: str) -> bool:
        try:
            writing.keep_typing(self._page.session, subject_id, words, field)
        except AppError as error:
            self._page.context.errors.show(error, self._page)
            return False
        return True
