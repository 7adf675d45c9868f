"""The item at hand: its pages, its details, where it is cited, and its history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel

from areasef.domain.evidence import Evidence, Freshness, RevisionKind
from areasef.domain.framework import title_of
from areasef.domain.library import LibraryItem, PageHit
from areasef.services import keeping
from areasef.services import library as libraries
from areasef.services.citing_findings import findings_shown_by
from areasef.services.proving import Broken
from areasef.services.session import Session
from areasef.ui import dates, metrics
from areasef.ui.context import Context
from areasef.ui.models.file_words import kind_words, length_words
from areasef.ui.pages.evidence import choices
from areasef.ui.pages.evidence.cited_in import CitedIn
from areasef.ui.pages.evidence.details import Details, Do
from areasef.ui.pages.evidence.history import History
from areasef.ui.pages.evidence.next_step import NextStep
from areasef.ui.pages.evidence.originals import say_of_item
from areasef.ui.pages.page_turner import PageTurner
from areasef.ui.pages.preview import Preview
from areasef.ui.widgets.banner import Banner
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label
from areasef.ui.widgets.stack import Stack
from areasef.ui.widgets.status import StatusWord
from areasef.ui.widgets.tabs import Tabs

PAGES, DETAILS, CITED, HISTORY = range(4)
_BESIDE: Final = 560
_ROOMY: Final = 400
"""From which height on the pane has room for the facts under a page; Details says them too."""
_TABS: Final = ("Pages", "Details", "Cited in", "History")


class PreviewPane(QFrame):
    """Shows one item; ``open_asked`` asks for its original in its own program, ``attach_asked`` for a file it lacks.

    ``again_asked`` wants the file of a Broken revision to be put there again.
    """

    open_asked = Signal()
    attach_asked = Signal()
    again_asked = Signal(object)

    def __init__(self, context: Context, do: Do) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._shown: LibraryItem | None = None
        self._low = False
        self._broken: Mapping[str, Broken] = {}
        self.broken_banner = Banner(flush=True)
        self.broken_banner.hide()
        self._title: QLabel = label("", "section", wrap=True)
        self._about: QLabel = label("", "meta", "muted", wrap=True)
        self.open_button = Button("Open", self._act, icon="external-link")
        self.tabs = Tabs("Parts of this item", indent=12)
        self.tabs.set_tabs(list(_TABS))
        self.preview = Preview(context)
        self.turner = PageTurner(self.preview, aside=True)
        self._beside = QFrame()
        metrics.row(self._beside, spacing=0).addWidget(self.turner)
        self.tabs.add_at_end(self._beside)
        self.facts = Facts()
        self.next_step = NextStep(context)
        self.details = Details(context.session, do)
        self.cited = CitedIn(context)
        self.history = History(context)
        self._stack = Stack()
        for part in (self._pages(), self.details, self.cited, self.history):
            self._stack.addWidget(part)
        column = metrics.column(self, spacing=0)
        column.addLayout(self._head())
        column.addWidget(self.broken_banner)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.opened.connect(self._open_tab)
        self.next_step.field_asked.connect(self._say_field)
        self.preview.page_turned.connect(self.next_step.turn)

    @property
    def shown(self) -> LibraryItem | None:
        """The item at hand."""
        return self._shown

    def show_item(self, found: LibraryItem, page: int = 1, revision_id: str = "", hit: PageHit | None = None) -> None:
        """Show an item at a page, with what was found on it selected."""
        other = self._shown is None or self._shown.id != found.id
        if other:
            self.details.settle()
        self._shown = found
        self._say_head(found)
        self._say_broken()
        self.facts.show_facts(self._context.session, found)
        self.next_step.show_item(found)
        self._fit_foot()
        self.details.show_item(found.item)
        self.tabs.set_words(CITED, f"Cited in  {found.cited}", spoken=f"Cited in {found.cited}")
        self._show_tab(self.tabs.current())
        at = self.preview.shown
        same = at is not None and at.item.id == found.id
        if page != 1 or revision_id or hit or not same:
            self.preview.show_page(found.item, page, revision_id=revision_id, found=hit)

    def show_broken(self, broken: Mapping[str, Broken]) -> None:
        """Say of the item at hand whether its file is missing or damaged, and of those that come."""
        self._broken = broken
        self._say_broken()

    def _say_broken(self) -> None:
        broken = self._broken.get(self._shown.id) if self._shown else None
        may = broken is not None and not self._context.session.read_only
        say_of_item(self.broken_banner, broken, (lambda: self.again_asked.emit(broken)) if may else None)

    def show_nothing(self, words: str) -> None:
        """Show that no item is at hand."""
        self.details.settle()
        self._shown = None
        self._say_broken()
        self._title.setText("")
        self._about.setText("")
        self.open_button.hide()
        self._foot.hide()
        self.tabs.set_words(CITED, "Cited in")
        self.preview.show_nothing(words)

    def refresh_page(self) -> None:
        """Show the page anew: another revision came, or its text was read meanwhile."""
        if self._shown is not None:
            self._say_head(self._shown)
            self.preview.show_page(self._shown.item)
            self._show_tab(self.tabs.current())

    def open_tab(self, index: int) -> None:
        """Open one of the four parts."""
        self.tabs.open(index)

    def set_low(self, low: bool) -> None:
        """Give the page the room of the facts where the window is very low; Details says them too."""
        self._low = low
        self._about.setVisible(not low)
        self._fit_foot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the next step beside the facts where both have room, alone where little is: one came for the page."""
        super().resizeEvent(event)
        self._fit_foot()

    def settle(self) -> None:
        """Keep what is being typed."""
        self.details.settle()

    def _fit_foot(self) -> None:
        roomy, read_only = self.height() >= metrics.px(_ROOMY), self._context.session.read_only
        beside = roomy and self.width() >= metrics.px(_BESIDE)
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self.next_step.keep_in_line(beside)
        self.facts.setVisible(roomy)
        self._foot.setVisible(self._shown is not None and not self._low and (roomy or not read_only))

    def _head(self) -> QHBoxLayout:
        line = metrics.row(margins=(16, 9, 16, 5), spacing=12)
        words = metrics.column(spacing=1)
        words.addWidget(self._title)
        words.addWidget(self._about)
        line.addLayout(words, 1)
        line.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _pages(self) -> QFrame:
        frame = QFrame()
        column = metrics.column(frame, spacing=0)
        column.addWidget(self.preview, 1)
        self._foot = QFrame()
        self._foot.setObjectName("paneFoot")
        self._line: QBoxLayout = metrics.column(self._foot, margins=(12, 9, 12, 8), spacing=4)
        self._line.addWidget(self.facts, 1, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self.next_step)
        column.addWidget(self._foot)
        return frame

    def _say_head(self, found: LibraryItem) -> None:
        session: Session = self._context.session
        item, revision = found.item, keeping.newest_revision(session, found.id)
        kind = session.framework.source_type(item.source_type_id)
        agency = title_of(session.framework.agencies, item.agency_id)
        parts = [item.ref]
        if revision is not None:
            parts += [kind_words(revision), length_words(revision)]
        parts += dict.fromkeys((kind.title.lower() if kind else "", agency.lower()))
        self._title.setText(item.title)
        self._about.setText(", ".join(filter(None, parts)))
        has_file = revision is not None and revision.kind is RevisionKind.FILE
        is_link = revision is not None and revision.kind is RevisionKind.LINK
        self.open_button.say("Open" if has_file else "Copy the link" if is_link else "Attach a file")
        self.open_button.setVisible(revision is None or has_file or is_link)

    def _act(self) -> None:
        if self.open_button.accessibleName() == "Attach a file":
            self.attach_asked.emit()
        else:
            self.open_asked.emit()

    def _open_tab(self, index: int) -> None:
        self.details.settle()
        self._stack.setCurrentIndex(index)
        self._beside.setVisible(index == PAGES)
        self._show_tab(index)

    def _say_field(self, name: str) -> None:
        self.open_tab(DETAILS)
        self.details.focus_field(name)

    def _show_tab(self, index: int) -> None:
        if self._shown is None:
            return
        if index == CITED:
            session, key = self._context.session, self._shown.id
            self.cited.show_places(
                libraries.cited_places(session, key),
                libraries.shows_effect_of(session, key),
                findings_shown_by(session, key),
            )
        elif index == HISTORY:
            self.history.show_item(self._shown.item, keeping.revisions(self._context.session, self._shown.id))


class Facts(QFrame):
    """What is asked of an item first: which period it covers, how old that is, who it is from."""

    def __init__(self) -> None:
        super().__init__()
        grid: QGridLayout = metrics.spaced(QGridLayout(self), margins=(4, 0, 0, 0), spacing=3)
        grid.setColumnStretch(2, 1)
        self._covers: QLabel = label("", "table", wrap=True)
        self._age = StatusWord("freshness", "current")
        self._from: QLabel = label("", "table", wrap=True)
        self._lines = (label("Covers", "table", "muted"), label("From", "table", "muted"))
        for row, line in enumerate(self._lines):
            metrics.sized(line, min_width=92)
            grid.addWidget(line, row, 0, Qt.AlignmentFlag.AlignTop)
        self._period: QBoxLayout = metrics.row(spacing=12)
        self._period.addWidget(self._covers)
        self._period.addWidget(self._age, 0, Qt.AlignmentFlag.AlignTop)
        self._period.addStretch(1)
        grid.addLayout(self._period, 0, 1, 1, 2)
        grid.addWidget(self._from, 1, 1, 1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the period stand in one line, its age beside it where both have room and else under it."""
        super().resizeEvent(event)
        self._fit_period()

    def _fit_period(self) -> None:
        said = self._covers.fontMetrics().horizontalAdvance(self._covers.text()) + metrics.px(2)
        aside = self._age.sizeHint().width() + metrics.px(12) if not self._age.isHidden() else 0
        room = self.width() - self._lines[0].minimumWidth() - metrics.px(12)
        beside, ways = said + aside <= room, QBoxLayout.Direction
        self._period.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._period.setSpacing(metrics.px(12 if beside else 1))
        self._covers.setMinimumWidth(said if beside else 0)  # words that wrap ask for less than they need

    def show_facts(self, session: Session, found: LibraryItem) -> None:
        """Show the facts of an item."""
        item = found.item
        day = item.covers_to or item.covers_from
        self._covers.setText(period_words(item))
        dated = day is not None and found.freshness is not Freshness.UNDATED
        self._age.setVisible(dated)
        if day is not None and dated:
            age = dates.age_words(day, session.evaluation.as_at)
            words = f"{age} old" if age[:1].isdigit() else age
            self._age.show_status("freshness", found.freshness, words)
        partner = choices.word(choices.partners(session), item.partner_id)
        source = ", ".join(filter(None, (item.owner, partner)))
        self._from.setText(source)
        self._from.setVisible(bool(source))
        self._lines[1].setVisible(bool(source))
        self._fit_period()


def period_words(item: Evidence) -> str:
    """Return what an item covers: ``7 to 18 September 2026``."""
    first, last = item.covers_from, item.covers_to
    if first is None or last is None or first == last:
        day = first or last
        return dates.day_words(day) if day else "Not said yet"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {dates.day_words(last)}"
    start = dates.day_words(first).removesuffix(f" {last.year}")
    return f"{start} to {dates.day_words(last)}"
