"""The library: filters, the list with its find box, and the item at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame

from areasef.domain.evidence import Freshness, Holding
from areasef.domain.library import Chosen, LibraryItem, Order, PageHit, Scope, Wanted, choose, ordered
from areasef.services.library import Library, found_pages
from areasef.services.proving import Broken
from areasef.services.session import Session
from areasef.ui import accessible, metrics
from areasef.ui.context import Context
from areasef.ui.jobs import Ticket
from areasef.ui.models.file_words import counted
from areasef.ui.models.library import LibraryModel
from areasef.ui.pages.evidence import choices
from areasef.ui.pages.evidence.details import Do
from areasef.ui.pages.evidence.filter_rows import filter_rows
from areasef.ui.pages.evidence.filters import FilterList
from areasef.ui.pages.evidence.find_bar import FindBar
from areasef.ui.pages.evidence.originals import say_of_all, words_of
from areasef.ui.pages.evidence.preview_pane import PreviewPane
from areasef.ui.pages.evidence.rows import LibraryList, library_heads
from areasef.ui.parts import shell
from areasef.ui.widgets.banner import Banner
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.chooser import Chooser
from areasef.ui.widgets.column_head import ColumnHead
from areasef.ui.widgets.empty import EmptyState
from areasef.ui.widgets.find_box import FindBox
from areasef.ui.widgets.panes import Pane, Panes
from areasef.ui.widgets.stack import Stack

_ORDERS: Final = (
    (Order.NEWEST, "Newest first"),
    (Order.OLDEST, "Oldest first"),
    (Order.COVERS, "Latest period first"),
    (Order.TITLE, "By title"),
    (Order.CITED, "Most cited first"),
)
_LIST, _NOTHING = 0, 1
_STALE: Final = {"freshness": str(Freshness.STALE), "holding": str(Holding.HELD)}
_SAY_AFTER_MS: Final = 400
FILTER_PANE, LIST_PANE, PREVIEW_PANE = range(3)


class LibraryView(QFrame):
    """Shows a library; what a row or its menu asks for is passed on by ``list`` and ``preview``."""

    stood_on = Signal()

    def __init__(self, context: Context, do: Do) -> None:
        super().__init__()
        shell(self)
        self._context = context
        session: Session = context.session
        self._library: Library | None = None
        self._present: dict[str, Counter[str]] = {}
        self._hits: Mapping[str, tuple[PageHit, ...]] | None = None
        self._asked = 0
        self._text = ""
        self._only: frozenset[str] | None = None
        self.broken_banner = Banner(flush=True)
        self.broken_banner.hide()
        self.stale_banner = Banner(flush=True)
        self.stale_banner.hide()
        self.wanted = Wanted()
        self.order = Order.NEWEST
        self.model = LibraryModel(session.framework)
        self.filters = FilterList()
        self.find_box = FindBox("Find in titles and pages")
        self.strand = Chooser()
        self.sort = Chooser()
        self.list = LibraryList(self.model)
        self.preview = PreviewPane(context, do)
        self.panes = Panes(
            "evidence",
            (
                Pane("Filters", self.filters, 220, 180),
                Pane("Items", self._middle(), 0, 320),
                Pane("Preview", self.preview, 404, 320, wide=640),
            ),
            context.preferences,
        )
        metrics.column(self, spacing=0).addWidget(self.panes)
        self._say = QTimer(self, singleShot=True, interval=_SAY_AFTER_MS)
        self._say.timeout.connect(self._say_count)
        self._bind()

    @property
    def current(self) -> LibraryItem | None:
        """The item at hand."""
        place = self.model.place(self.list.currentIndex().row())
        return place[0] if place else None

    def show_library(self, library: Library, present: dict[str, Counter[str]] | None = None) -> None:
        """Show a library as it stands now; the item at hand stays at hand, or the one after it.

        ``present`` are the counts of all its items, where a job has counted them already.
        """
        self._library = library
        self._present = present or choose(library.items, Wanted()).counts
        if self._hits is not None:
            self._search(self._text)
        self._apply()

    def ask(self, **asked: str) -> None:
        """Ask for other values of filters, and show the list."""
        changes = {name: Scope(value) if name == "scope" else value for name, value in asked.items()}
        self.wanted = replace(self.wanted, **changes)  # type: ignore[arg-type]
        self.strand.setCurrentIndex(max(0, self.strand.findData(self.wanted.strand)))
        self._apply()
        self._say.start()

    def clear(self) -> None:
        """Ask for nothing: every item is shown."""
        self.find_box.clear()
        self._hits, self._text, self._only = None, "", None
        self.wanted = Wanted()
        self.ask()

    def show_stale(self) -> None:
        """Show what is held and stale alone, as a figure of Overview counts it, with the way back to all."""
        self.clear()
        self.ask(**_STALE)
        self.stale_banner.show()
        self._say_stale()
        self.stand_in_list()

    def stand_in_list(self) -> None:
        """Bring the list to the front and put the focus in it."""
        self.panes.show_pane(LIST_PANE)
        self.stand()

    def _say_stale(self) -> None:
        """Say how many of all items are shown, as long as it is those that are stale."""
        asked = {name: getattr(self.wanted, name) for name in _STALE}
        if self._library is None or asked != _STALE:
            self.stale_banner.hide()
        if not self.stale_banner.isHidden() and self._library is not None:
            held = sum(1 for each in self._library.items if each.item.holding is Holding.HELD)
            some = sum(1 for at in range(self.model.rowCount()) if self._is_item(at))
            said = f"{some} of {counted(held, 'item')} {'is' if some == 1 else 'are'} stale."
            self.stale_banner.say(said, "Old for its kind on the as-at date.", "note", "Show all items", self.clear)

    def show_broken(self, broken: dict[str, Broken]) -> None:
        """Say which files are missing or damaged: over the list, in its rows, and over the item at hand."""
        self.model.show_troubles({key: words_of(each) for key, each in broken.items()})
        self.preview.show_broken(broken)

        def show_them() -> None:
            self.clear()
            self._only = frozenset(broken)
            self._apply()
            self.stand_in_list()

        say_of_all(self.broken_banner, broken, show_them)
        if not broken and self._only is not None:
            self.clear()

    def stand(self) -> None:
        """Put the focus on the item at hand: in the list or, where that is behind the item, on its parts."""
        at_hand = self.list if self.panes.shown(LIST_PANE) else self.preview.tabs.bar
        at_hand.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_item(self, evidence_id: str, page: int = 1, tab: int = 0) -> None:
        """Stand on an item, whatever was asked for, and show a page or another part of it."""
        if self.model.find(evidence_id) < 0:
            self.clear()
        at = self.model.find(evidence_id)
        if at < 0:
            return
        self.list.stand_on(at)
        place = self.model.place(at)
        if place is not None:
            self.preview.open_tab(tab)
            self.preview.show_item(place[0], page)
            self.panes.show_pane(PREVIEW_PANE)

    def _middle(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("surface")
        column = metrics.column(frame, spacing=0)
        for box, name in ((self.strand, "Strand"), (self.sort, "Order")):
            box.setMinimumContentsLength(0)
            accessible.named(box, name)
        self.strand.addItem("Strand: all", "")
        session: Session = self._context.session
        for key, words in choices.strands(session.framework):
            self.strand.addItem(words, key)
        for order, words in _ORDERS:
            self.sort.addItem(words, order)
        metrics.sized(self.strand, width=136)
        metrics.sized(self.sort, width=150)
        column.addWidget(FindBar(self.find_box, self.strand, self.sort))
        column.addWidget(self.broken_banner)
        column.addWidget(self.stale_banner)
        column.addWidget(ColumnHead(self.list, library_heads))
        self._nothing = Button("Show everything", self.clear, kind="secondary")
        words = "Nothing in the library fits what is asked for here."
        empty = EmptyState("search", "Nothing found", words, (), (self._nothing,))
        self._stack = Stack()
        self._stack.addWidget(self.list)
        self._stack.addWidget(empty)
        column.addWidget(self._stack, 1)
        return frame

    def _bind(self) -> None:
        self.filters.picked.connect(self._pick)
        self.find_box.wanted.connect(self._search)
        self.find_box.left.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.strand.activated.connect(lambda _: self.ask(strand=str(self.strand.currentData() or "")))
        self.sort.activated.connect(lambda _: self._sort())
        self.list.stood_on.connect(self._show_current)
        self.list.open_asked.connect(lambda: self.panes.show_pane(PREVIEW_PANE))

    def _pick(self, group: str, key: str) -> None:
        self._only = None
        held = getattr(self.wanted, group)
        if group == "scope":
            self.ask(scope=key)
        else:
            self.ask(**{group: "" if held == key else key})

    def _sort(self) -> None:
        self.order = Order(self.sort.currentData())
        self._apply()

    def _search(self, text: str) -> None:
        """Look for words beside the window; fewer than two letters ask for nothing."""
        self._text = text.strip()
        self._asked += 1
        asked, session = self._asked, self._context.session
        if len(self._text) < 2:
            if self._hits is not None:
                self._found(asked, None)
            return

        def look(_ticket: Ticket) -> dict[str, tuple[PageHit, ...]]:
            with session.beside() as beside:
                return found_pages(beside, text)

        self._context.jobs.run(look, lambda hits: self._found(asked, hits), self._context.errors.door())

    def _found(self, asked: int, hits: Mapping[str, tuple[PageHit, ...]] | None) -> None:
        if asked != self._asked:
            return
        self._hits = hits
        self._apply()
        self._say.start()

    def _apply(self) -> None:
        if self._library is None:
            return
        hits = self._hits
        found = frozenset(hits) if hits is not None else None
        if self._only is not None:
            found = self._only if found is None else found & self._only
        wanted = replace(self.wanted, found=found)
        chosen = choose(self._library.items, wanted) if wanted.narrows else Chosen(self._library.items, self._present)
        items = ordered(chosen.items, self.order)
        here, row = self.current, self.list.currentIndex().row()
        self.list.setUniformItemSizes(not hits)
        self.model.show_items(items, hits)
        session: Session = self._context.session
        self.filters.show_rows(filter_rows(chosen.counts, self._present, self.wanted, session))
        self._stack.setCurrentIndex(_LIST if items else _NOTHING)
        self._say_stale()
        at = self.model.find(here.id) if here is not None else 0
        if not items:
            self.preview.show_nothing("Choose an item to see its pages.")
        elif not self.list.currentIndex().isValid():
            self.list.stand_on(at if at >= 0 else row)
        else:
            self._show_current()

    def _show_current(self) -> None:
        place = self.model.place(self.list.currentIndex().row())
        if place is None:
            return
        item, hit = place
        if hit is not None:
            self.preview.show_item(item, hit.page, hit.revision_id, hit)
        else:
            self.preview.show_item(item)
        self.stood_on.emit()

    def _say_count(self) -> None:
        if self._library is not None:
            shown = sum(1 for at in range(self.model.rowCount()) if self._is_item(at))
            accessible.announce(self.list, f"{shown} of {counted(len(self._library.items), 'item')}")

    def _is_item(self, at: int) -> bool:
        place = self.model.place(at)
        return place is not None and place[1] is None
