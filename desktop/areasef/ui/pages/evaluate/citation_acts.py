"""Cite a page, open a citation on its words, and what else a person does to a citation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Literal

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from areasef.domain.change import Change
from areasef.domain.citation import Anchor, Citation, Stance
from areasef.domain.quoting import quoted
from areasef.domain.statement import placed
from areasef.services import citing, writing
from areasef.services.anchoring import Selection
from areasef.services.citing import Opened
from areasef.services.session import Session
from areasef.ui import theme
from areasef.ui.dialogs.answers import WordsQuestion
from areasef.ui.errors import said
from areasef.ui.navigation import Target
from areasef.ui.pages.evaluate.drift import Drift
from areasef.ui.pages.evaluate.evidence_pane import EvidencePane
from areasef.ui.pages.evaluate.statement_acts import Do, Toast
from areasef.ui.pages.evaluate.views import where_words
from areasef.ui.widgets.page_view import Marked
from areasef.words.faults import AppError

_SAID = {Stance.SUPPORTS: "as support", Stance.CHALLENGES: "as challenge"}
_NO_WORDS = (
    "No words are selected on this page. Say in your own words what it shows; it is kept and printed as yours.",
    "There are no words to select here. Say in your own words what it shows; it is kept and printed as yours.",
)
_NEEDED = "Say in a few words what it shows, or leave it and select its words on the page."


Go = Callable[[Target], object]


class CitationActs:
    """Verbs over citations. ``do`` writes and tells the window; what cannot be shown is said above the page."""

    def __init__(self, session: Session, pane: EvidencePane, window: QWidget, do: Do, toast: Toast, go: Go) -> None:
        self._session = session
        self._pane = pane
        self._window = window
        self._do = do
        self._toast = toast
        self.go = go
        self.caret: Callable[[str], int | None] = lambda _: None
        self.opened = ""
        self.drift = Drift(session, pane, do, toast, self.open)

    def cite(self, statement_id: str, stance: Stance) -> bool:
        """Cite what is selected for a statement; where there are no words, ask what the page says."""
        selection = self._pane.preview.selection()
        shown = self._pane.preview.shown
        if selection is None or shown is None:
            self._pane.say("Nothing to cite yet.", "Choose an item and a page first.")
            return False
        says, asked = "", None
        if selection.end <= selection.start:
            body = _NO_WORDS[0 if self._pane.preview.can_select() else 1]
            title = f"What does {shown.item.ref} say?"
            about = f"{statement_id} {selection.revision_id} {selection.page}"
            asked = WordsQuestion(self._window, title, body, "What it says", "", "Cite it", about, _NEEDED)
            if asked.ask() != "keep":
                return False
            says = asked.words
        done = self._do(lambda: self._cite(statement_id, selection, stance, says))
        if asked is not None and not done:
            asked.leave_words()
        if done:
            page = f", page {selection.page}" if selection.page else ""
            self._toast(f"Cited {shown.item.ref}{page} {_SAID[stance]}")
        return done

    def open(self, citation_id: str) -> bool:
        """Show a citation's page with its words marked; say so where they moved or the file is missing."""
        try:
            found = citing.open_citation(self._session, citation_id)
        except AppError as error:
            self._pane.preview.show_nothing(said(error).message)
            self._pane.say(f"{said(error).title}.", said(error).remedy, "bad")
            return False
        self.opened = citation_id
        self._pane.say_nothing()
        locator, place = found.citation.locator, found.place
        marks: tuple[Marked, ...] = ()
        if place.end > place.start:
            stance: Literal["supports", "challenges"] = (
                "challenges" if found.citation.stance is Stance.CHALLENGES else "supports"
            )
            marks = (Marked(place.start, place.end, stance),)
        if place.anchor is Anchor.FILE_MISSING:
            self._pane.preview.show_nothing(f"The file of {found.evidence.ref} is missing. {_quoted(found)}")
            go = partial(self.go, Target("evidence", "evidence", found.evidence.id))
            self._pane.say("File missing.", "What is written stays.", "bad", (("Put the file there again", go),))
            return True
        self._pane.preview.show_page(found.evidence, locator.page or 1, marks, found.revision.id, said=_quoted(found))
        self.drift.say(found)
        self._pane.mark_row(found.evidence.id, citation_id)
        return True

    def menu(self, citation_id: str, spot: QPoint) -> None:
        """Show the menu of a citation's chip."""
        made = self.make_menu(citation_id)
        made.exec(spot)
        made.deleteLater()

    def make_menu(self, citation_id: str) -> QMenu:
        """Return the menu of a citation's chip."""
        menu = QMenu(self._window)
        theme.dress(menu)
        try:
            found = citing.open_citation(self._session, citation_id)
            citation: Citation | None = found.citation
        except AppError:
            citation = None
        if citation is not None:
            _add(menu, "Open its page", partial(self.open, citation_id))
            self._add_changes(menu, citation)
            menu.addSeparator()
        _add(menu, "Remove the citation", partial(self.remove, citation_id))
        return menu

    def remove(self, citation_id: str) -> None:
        """Put a citation in the bin; the toast brings it back."""
        if self._do(lambda: citing.remove_citation(self._session, citation_id)):
            self._toast("Citation removed")

    def turn(self, citation: Citation) -> None:
        """Make a support a challenge, or the other way round."""
        stance = Stance.SUPPORTS if citation.stance is Stance.CHALLENGES else Stance.CHALLENGES
        if self._do(lambda: citing.change_citation(self._session, replace(citation, stance=stance))):
            self._toast("Now cited " + _SAID[stance])
            if self.opened == citation.id:
                self.open(citation.id)

    def say(self, citation: Citation) -> None:
        """Ask what a citation says, in our own words."""
        asked = WordsQuestion(
            self._window,
            "What does it say?",
            "Kept and printed as your own words.",
            "What it says",
            citation.says,
            "Keep",
            citation.id,
        )
        if asked.ask() == "keep" and not self._do(
            lambda: citing.change_citation(self._session, replace(citation, says=asked.words))
        ):
            asked.leave_words()

    def _add_changes(self, menu: QMenu, citation: Citation) -> None:
        statement = writing.statement(self._session, citation.statement_id)
        is_placed = statement is not None and citation.id in placed(statement.body)
        if is_placed:
            _add(menu, "Take it out of the text", partial(self._unplace, citation.id))
        else:
            _add(menu, "Put it into the text", partial(self._place, citation))
        other = "support" if citation.stance is Stance.CHALLENGES else "challenge"
        _add(menu, f"Cite as {other} instead", partial(self.turn, citation))
        _add(menu, "What it says …", partial(self.say, citation))
        for words, act in self.drift.ways(citation):
            _add(menu, words, act)

    def _cite(self, statement_id: str, selection: Selection, stance: Stance, says: str) -> Change:
        made = citing.cite(self._session, statement_id, selection, stance, self.caret(statement_id), says)
        kinds = frozenset({"citation", "statement", "evidence"})
        return Change(kinds, frozenset({made.id, statement_id, made.evidence_id}), "Cite a page")

    def _place(self, citation: Citation) -> None:
        at = self.caret(citation.statement_id)
        self._do(lambda: citing.place_citation(self._session, citation.id, at))

    def _unplace(self, citation_id: str) -> None:
        if self._do(lambda: citing.unplace_citation(self._session, citation_id)):
            self._toast("Taken out of the text; the citation stays")


def _quoted(found: Opened) -> str:
    locator = found.citation.locator
    where = where_words(found.citation) or "the whole item"
    said = quoted(locator.quote) if locator.quote else ""
    ours = f"We say it says: {found.citation.says}" if found.citation.says else ""
    return f"{found.evidence.ref}, {where}: {' '.join(filter(None, (said, ours))) or 'nothing quoted'}"


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(lambda: do())
