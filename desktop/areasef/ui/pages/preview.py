"""Shows a page of an item: drawn by the worker where it can be, as text else; words are selected and handed on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from areasef.domain.citation import AnyCitation, Stance, kind_of
from areasef.domain.evidence import Evidence, Revision, RevisionKind, TextState
from areasef.domain.library import PageHit
from areasef.domain.page import PageGeometry, PagePicture
from areasef.services import citing, keeping
from areasef.services.anchoring import Selection
from areasef.ui import accessible, metrics
from areasef.ui.context import Context
from areasef.ui.jobs import Ticket
from areasef.ui.pages.page_line import PageLine
from areasef.ui.pages.paper import Paper
from areasef.ui.widgets.page_view import Marked, PageView
from areasef.ui.widgets.prose import Prose
from areasef.ui.widgets.stack import Stack
from areasef.ui.widgets.text_page import TextPage

_DRAWN: Final = ("application/pdf", "image/png", "image/jpeg")
_WAIT_MS: Final = 300
_SCALE: Final = 1.6
_NOWHERE: Final = ("", 0)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the sheet: the item, its revision, and the page."""

    item: Evidence
    revision: Revision
    page: int


class Preview(QFrame):
    """``selection_changed`` hands on a Selection, empty of words where a page as a whole is meant.

    ``failed`` names an item whose page could not be drawn; ``handled`` says that a person turned to this page or selected words on it: no other is to be shown by itself.

    With a ``hint`` the line under the page is always there: it says what can be done, and makes the page larger.
    """

    selection_changed = Signal(object)
    page_turned = Signal(int)
    handled = Signal()
    failed = Signal(str)

    def __init__(self, context: Context, hint: str = "") -> None:
        super().__init__()
        self.setObjectName("desk")
        self._context = context
        self._shown: Shown | None = None
        self._marks: tuple[Marked, ...] = ()
        self._said, self._read_so = "", False
        self._found: PageHit | None = None
        self._there = _NOWHERE
        self._wanted: object = None
        self._failing = False
        self._job: Ticket | None = None
        self.paper = Paper(fills=bool(hint))
        self.sheet = self.paper.sheet
        self.text = TextPage()
        accessible.named(self.text, "Text of the page")
        self._note = Prose("", "body")
        self._stack = Stack()
        for widget in (self.paper, self.text, self._padded(self._note)):
            self._stack.addWidget(widget)
        self.line = PageLine(hint, self._zoom_round, self._draw_again)
        column = metrics.column(self, spacing=0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.line)
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._waiting.timeout.connect(lambda: self._say("Reading the page"))
        for source in (self.sheet, self.text):
            source.selected.connect(self._selected)
            source.page_asked.connect(self.turn)
        self.sheet.text_asked.connect(lambda: self._read_other_way(True))
        self.text.picture_asked.connect(lambda: self._read_other_way(False))

    @property
    def shown(self) -> Shown | None:
        """What is on the sheet."""
        return self._shown

    @property
    def pages(self) -> int:
        """How many pages the revision has."""
        return self._shown.revision.page_count if self._shown else 0

    def show_nothing(self, words: str) -> None:
        """Show words instead of a page."""
        self._shown, self._failing = None, False
        self._say_quote("")
        self.page_turned.emit(0)
        self._say(words)

    def show_page(
        self,
        item: Evidence,
        page: int = 1,
        marks: tuple[Marked, ...] = (),
        revision_id: str = "",
        said: str = "",
        found: PageHit | None = None,
    ) -> None:
        """Show a page of an item's newest revision, or of the one that is asked for, with the words cited on it.

        ``marks`` come first and are brought into sight; ``said`` stands under the page until words are selected;
        what a search ``found`` is selected. A page that is shown again as it was keeps what a person selected on it.
        """
        held = keeping.revisions(self._context.session, item.id)
        revision = next((each for each in held if each.id == revision_id), held[-1] if held else None)
        if revision is None:
            self.show_nothing(f"{item.ref} is {item.holding}: there is no file yet.")
            return
        page = min(max(page, 1), max(revision.page_count, 1))
        wanted = (revision.id, page, marks, said, found)
        if wanted != self._wanted and (marks or said or found):
            self._there = _NOWHERE  # something else on it is meant: what was selected is not kept
        self._shown, self._marks = Shown(item, revision, page), self._all_marks(revision, page, marks)
        self._wanted, self._said, self._found, self._read_so = wanted, said, found, self.as_text
        self._failing = False
        if not self._is_there:
            self._say_quote(said)
        self.page_turned.emit(page)
        if revision.kind is RevisionKind.LINK:
            self._say(f"A link: {revision.link}. Nothing is fetched from the network.")
        elif self._is_drawn(self._shown):
            self._draw(self._shown)
        else:
            self._show_text(self._shown)

    def _is_drawn(self, shown: Shown) -> bool:
        revision = shown.revision
        if revision.media_type not in _DRAWN or revision.text_state is TextState.UNREADABLE:
            return False
        if not self.as_text:
            return True
        page = keeping.page(self._context.session, revision.id, shown.page)
        return page is None or not page.text.strip()

    @property
    def as_text(self) -> bool:
        """Whether pages are read as text where they have any: a picture of a page cannot be read aloud."""
        return self._context.preferences.pages_as_text

    def read_as_text(self, wanted: bool) -> None:
        """Show pages as text, or as they look; the choice is kept for this person."""
        self._context.preferences.pages_as_text = wanted
        if self._shown is not None:
            self._show_again(self._shown)
            self.focus_page()

    def _read_other_way(self, as_text: bool) -> None:
        """Enter on the page: its words in the place of its picture, or the other way round, said aloud."""
        if self._shown is None or self._shown.revision.media_type not in _DRAWN or as_text == self.as_text:
            return
        self.read_as_text(as_text)
        there = f"Page {self._shown.page} of {self.pages}"
        if as_text and self._stack.currentIndex() != 1:
            accessible.announce(self, f"{there} has no words that can be read")
        else:
            accessible.announce(self, f"{there} is shown as {'a text' if as_text else 'a picture'}")

    def showEvent(self, event: QShowEvent) -> None:
        """Show the page as pages are read now, where that was changed in Settings meanwhile."""
        super().showEvent(event)
        if self._shown is not None and self._read_so != self.as_text:
            self._show_again(self._shown)

    def _show_again(self, shown: Shown) -> None:
        self.show_page(shown.item, shown.page, self._marks, shown.revision.id, self._said, self._found)

    def stop(self) -> None:
        """Ask for no page any more: what is being drawn comes to nobody."""
        if self._job is not None:
            self._job.stop()
        self._waiting.stop()
        self._shown = None

    def turn(self, by: int) -> None:
        """Turn to another page."""
        if self._shown is not None and 1 <= self._shown.page + by <= self.pages:
            self.show_page(self._shown.item, self._shown.page + by, (), self._shown.revision.id)
            self.handled.emit()

    def zoom(self, by: int) -> None:
        """Show the page larger (1), smaller (-1) or as wide as the pane (0)."""
        self.paper.enlarge(by)
        self._fit_line()

    def _zoom_round(self) -> None:
        self.zoom(0 if self.paper.is_largest else 1)

    def selection(self) -> Selection | None:
        """What a citation would point to now: the selected words, or the page as a whole."""
        if self._shown is None:
            return None
        start, end = self._source().selection if self._stack.currentIndex() < 2 and self._is_there else (0, 0)
        page = self._shown.page if self._shown.revision.page_count else 0
        kind = kind_of(self._shown.revision.media_type, self._shown.revision.page_count)
        return Selection(self._shown.revision.id, page, start, end, kind)

    def can_select(self) -> bool:
        """Say whether there are words on the sheet to select."""
        return self._stack.currentIndex() == 1 or (self._stack.currentIndex() == 0 and self.sheet.has_words)

    def focus_page(self) -> None:
        """Put the focus on the page, ready to select."""
        if self._stack.currentIndex() < 2:
            self._source().setFocus(Qt.FocusReason.OtherFocusReason)

    def _source(self) -> PageView | TextPage:
        return self.sheet if self._stack.currentIndex() == 0 else self.text

    def _draw(self, wanted: Shown) -> None:
        if self._job is not None:
            self._job.stop()
        if not (self._is_there and self._stack.currentIndex() == 0):
            self._waiting.start()
        session = self._context.session
        scale = max(_SCALE, self.width() / 595 * self.paper.zoom * self.devicePixelRatioF())

        def work(ticket: Ticket) -> tuple[PagePicture, PageGeometry | None]:
            with session.beside() as beside:
                picture = keeping.picture(beside, wanted.revision, wanted.page, scale)
                ticket.step(1, 2)
                is_pdf = wanted.revision.media_type == "application/pdf"
                return picture, keeping.geometry(beside, wanted.revision, wanted.page) if is_pdf else None

        self._job = self._context.jobs.run(
            work, lambda made: self._drawn(wanted, *made), lambda error: self._failed(wanted, error)
        )

    def _drawn(self, wanted: Shown, picture: PagePicture, geometry: PageGeometry | None) -> None:
        if wanted != self._shown:
            return
        self._waiting.stop()
        again = self._come(0)
        self.sheet.show_page(picture, geometry, self._marks, keep=again)
        if again:
            self._selected(*self.sheet.selection)
            return
        self._select_found(geometry.text if geometry else "")
        self.paper.take_in()
        self._fit_line()

    def _failed(self, wanted: Shown, error: Exception) -> None:
        if wanted != self._shown:
            return
        self._waiting.stop()
        self._failing = True
        self.failed.emit(wanted.item.id)
        page = keeping.page(self._context.session, wanted.revision.id, wanted.page)
        if page is not None and page.text.strip():
            self._show_text(wanted)
            self._say_quote(f"The page could not be drawn, so its words stand here. {error}")
        else:
            self._say(str(error))

    def _draw_again(self) -> None:
        if self._shown is not None:
            self._failing = False
            self._say_quote(self._said)
            self._draw(self._shown)

    def _show_text(self, shown: Shown) -> None:
        self._waiting.stop()
        page = keeping.page(self._context.session, shown.revision.id, shown.page)
        if page is None or not page.text.strip():
            self._say(shown.revision.fault or "There is no text to show. It can be cited as a whole.")
            return
        again = self._come(1)
        self._fit_line()
        self.text.show_text(page.text, self._marks, keep=again)
        if again:
            self._selected(*self.text.selection)
        else:
            self._select_found(page.text)

    @property
    def _is_there(self) -> bool:
        """Whether the page that is asked for stands on the sheet or as text, and not the one before it still."""
        return self._shown is not None and self._there == (self._shown.revision.id, self._shown.page)

    def _come(self, where: int) -> bool:
        """Bring the sheet or the text to the front; say whether it holds the very page already."""
        assert self._shown is not None
        again = self._is_there and self._stack.currentIndex() == where
        self._there = (self._shown.revision.id, self._shown.page)
        had_focus = self.text.hasFocus() or self.sheet.hasFocus()
        self._stack.setCurrentIndex(where)
        if had_focus:
            self._source().setFocus(Qt.FocusReason.OtherFocusReason)  # a picture is drawn later than it is asked for
        return again

    def _select_found(self, text: str) -> None:
        place = _place_of(self._found, text)
        if place is not None:
            self._source().select(*place)

    def _say(self, words: str) -> None:
        self._waiting.stop()
        self._note.say(words)
        self._stack.setCurrentIndex(2)
        self._fit_line()

    def _all_marks(self, revision: Revision, page: int, marks: tuple[Marked, ...]) -> tuple[Marked, ...]:
        text = keeping.page(self._context.session, revision.id, page)
        if text is None:
            return marks
        cited = citing.cited_on(self._context.session, revision.id, text)
        known = {(mark.start, mark.end) for mark in marks}
        others = [Marked(place.start, place.end, _stance(each)) for each, place in cited]
        return (*marks, *(each for each in others if (each.start, each.end) not in known))

    def _say_quote(self, words: str) -> None:
        self.line.say(words)
        self._fit_line()

    def _fit_line(self) -> None:
        drawn = self._stack.currentIndex() == 0
        can_cite = self._shown is not None and (not drawn or self.sheet.has_words) and self._stack.currentIndex() < 2
        self.line.fit(can_cite=can_cite, drawn=drawn, largest=self.paper.is_largest, failing=self._failing)

    def _selected(self, start: int, end: int) -> None:
        words = " ".join(self._source().selected_text.split())
        self._say_quote(f"Selected: {words}" if end > start else self._said)
        if self._stack.currentIndex() == 0:
            self.paper.show_caret()
        self.selection_changed.emit(self.selection())
        if end > start:
            self.handled.emit()

    @staticmethod
    def _padded(widget: QWidget) -> QFrame:
        frame = QFrame()
        metrics.column(frame, margins=(16, 10, 16, 10)).addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        return frame


def _stance(citation: AnyCitation) -> Literal["supports", "challenges"]:
    return "challenges" if citation.stance is Stance.CHALLENGES else "supports"


def _place_of(found: PageHit | None, text: str) -> tuple[int, int] | None:
    """Return where what was found stands on its page; nothing where its surroundings are not there."""
    if found is None or not found.marks:
        return None
    at = text.replace("\n", " ").find(found.snippet)
    start, end = found.marks[found.first]
    return (at + start, at + end) if at >= 0 else None
