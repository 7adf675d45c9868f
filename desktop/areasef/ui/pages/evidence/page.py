"""Evidence: what is held, what is still asked for, and how things come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QApplication

from areasef.domain.change import Change
from areasef.domain.evidence import Freshness, Holding
from areasef.domain.library import Wanted, choose, ordered
from areasef.domain.record import Request
from areasef.services import library as libraries
from areasef.services.library import Library
from areasef.services.session import Session
from areasef.ui.context import Context
from areasef.ui.dates import day_words
from areasef.ui.jobs import Ticket
from areasef.ui.models.file_words import counted
from areasef.ui.navigation import Target
from areasef.ui.pages.evidence.asked_view import AskedView
from areasef.ui.pages.evidence.bringing import brought
from areasef.ui.pages.evidence.library_view import LIST_PANE, LibraryView
from areasef.ui.pages.evidence.originals import Originals
from areasef.ui.pages.evidence.preview_pane import DETAILS
from areasef.ui.pages.evidence.verbs import Verbs
from areasef.ui.pages.page import Page
from areasef.ui.parts import shell
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.drop_hint import ADD_WORDS, DropHint
from areasef.ui.widgets.empty import EmptyState
from areasef.ui.widgets.keyed_button import KeyedButton
from areasef.ui.widgets.loading import Loading
from areasef.ui.widgets.stack import Stack
from areasef.ui.widgets.tabs import Tabs
from areasef.words.faults import AppError

LIBRARY, ASKED = range(2)
_BLANK, _EMPTY, _VIEWS = range(3)
Counts = dict[str, Counter[str]]
_KINDS: Final = (
    *("evidence", "revision", "citation", "request", "statement", "evaluation", "partner"),
    *("finding_citation", "finding"),
)


class EvidencePage(Page):
    """The Evidence screen."""

    title = "Evidence"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.held: Library | None = None
        self._asked = 0
        self._then: Target | None = None
        self.tabs = Tabs("Parts of Evidence", indent=18)
        self.tabs.set_tabs(["Library", "Asked for"])
        self.body.addWidget(self.tabs)
        self._stack = shell(Stack())
        if context.session is None:
            self._build_closed()
            return
        self.verbs = Verbs(context, self)
        self.view = LibraryView(context, self.do)
        self.asked = AskedView(context, self.do)
        self.originals = Originals(context, self.view.show_broken, context.errors.door(self))
        self.hint = DropHint(self)
        self._build()
        self._bind()
        self.setAcceptDrops(not self._session.read_only)

    @property
    def _session(self) -> Session:
        session: Session = self.context.session
        return session

    def refresh(self, change: Change | None) -> None:
        """Show the library as it stands now: a few items at once, all of it beside the window."""
        if self.context.session is None or (change is not None and not change.touches(*_KINDS)):
            return
        if change is not None and self.held is not None:
            fresh = libraries.refreshed(self._session, self.held, change)
            self.originals.hear(change)
            if fresh is not None:
                self._show(fresh)
                if change.touches("revision"):
                    self.view.preview.refresh_page()
                return
        self._load()

    def focus_first(self) -> None:
        """Stand in the list; on the button that chooses files where there is none."""
        if self.context.session is None:
            return
        if self.tabs.current() == ASKED:
            first = self.asked.list
        elif self.held is not None and not self.held.items:
            self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        else:
            self.view.stand_in_list()
            return
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, target: Target) -> None:
        """Add, ask, or show an item at a page (``field``) or a field of its details, or a request."""
        if self.context.session is None:
            return
        if target.kind == "add":
            files = tuple(Path(each) for each in target.id.split("\n") if each)
            self.verbs.ask_files(files, (target.field,) if target.field else ())
        elif target.kind == "ask":
            self.verbs.ask_partner((target.id,) if target.id else (), target.field)
        elif self.held is None:
            self._then = target
        elif target.kind == "request":
            self.tabs.open(ASKED)
            self.asked.open_request(target.id)
        elif target.kind == "evidence":
            self._go_to_item(target)
        elif target.kind == "stale":
            self.tabs.open(LIBRARY)
            self.view.show_stale()
        elif target.kind == "filter":
            self.tabs.open(LIBRARY)
            self.view.ask(**{target.id: target.field})

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page does for commands."""
        if self.context.session is None:
            return {}
        return {
            "new": self.verbs.ask_files,
            "evidence.add": self.verbs.ask_files,
            "edit": self._edit,
            "done": self.leave,
            "move.find": self._find,
            "move.next_tab": lambda: self._step(1),
            "move.previous_tab": lambda: self._step(-1),
        }

    def set_low(self, low: bool) -> None:
        """Give up what is said elsewhere too where the window is very low."""
        self.headed = not low or self.context.session is None
        super().set_low(low)
        if self.context.session is not None:
            self._low_add.setVisible(low and not self._session.read_only)
            self.view.preview.set_low(low)

    def leave(self) -> None:
        """Keep what is being typed."""
        if self.context.session is not None:
            self.view.preview.settle()
            self.asked.settle()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take whatever can become evidence, and show that it will be taken."""
        data = event.mimeData()
        if data.hasUrls() or data.hasImage() or data.hasText():
            event.acceptProposedAction()
            self.hint.cover(self._drop_words(event))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say what a drop would do here."""
        event.acceptProposedAction()
        self.hint.cover(self._drop_words(event))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the hint away."""
        self.hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what is dropped; one file on the form of a request is what was asked for."""
        self.hint.hide()
        event.acceptProposedAction()
        found, request = brought(event.mimeData()), self._asked_at(event)
        if request is not None:
            self.verbs.attach_file(request, found.files[0])
        else:
            self.verbs.bring(found)

    def _asked_at(self, event: QDropEvent) -> Request | None:
        """Return the request on whose form one file is held."""
        form = self.asked.form
        if not form.isVisible() or len(brought(event.mimeData()).files) != 1:
            return None
        at = form.mapFrom(self, event.position().toPoint())
        return self.asked.current if form.rect().contains(at) else None

    def _drop_words(self, event: QDropEvent) -> str:
        request = self._asked_at(event)
        return f"Drop to attach it to “{request.title}”" if request is not None else ADD_WORDS

    def paste(self) -> None:
        """Add what the clipboard holds."""
        found = brought(QGuiApplication.clipboard().mimeData())
        if found.anything:
            self.verbs.bring(found)
        else:
            self.context.errors.show(AppError("evidence.nothing_to_paste"), self)

    def show_item(self, evidence_id: str) -> None:
        """Show an item of the library."""
        if self.held is None or all(each.id != evidence_id for each in self.held.items):
            self._then = Target("evidence", "evidence", evidence_id)
            return
        self.tabs.open(LIBRARY)
        self.view.open_item(evidence_id)
        self.view.stand()

    def _build(self) -> None:
        ask = Button("Ask a partner", self.verbs.ask_partner, icon="send")
        add = KeyedButton("Add evidence", self.verbs.ask_files, icon="plus", keys="Ctrl E")
        self.set_header_buttons(ask, add)
        for button in (ask, add):
            button.setVisible(not self._session.read_only)
        self._low_add = Button("Add evidence", self.verbs.ask_files, icon="plus", small=True)
        self._low_add.hide()
        self.tabs.add_at_end(self._low_add)
        self._views = shell(Stack())
        self._views.addWidget(self.view)
        self._views.addWidget(self.asked)
        self.loading = Loading()
        for part in (self.loading, self._make_empty(), self._views):
            self._stack.addWidget(part)
        self.body.addWidget(self.verbs.strip)
        self.body.addWidget(self.verbs.results)
        self.body.addWidget(self._stack, 1)

    def _bind(self) -> None:
        self.tabs.opened.connect(self._open_tab)
        self.verbs.bind()
        self.view.preview.preview.failed.connect(self.originals.doubt)
        self.verbs.adding.ended.connect(lambda _: self.originals.again())
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    def _build_closed(self) -> None:
        self.tabs.hide()
        self.body.addWidget(EmptyState("library", "Nothing here yet", "Open or start a file to fill this place."))

    def _make_empty(self) -> EmptyState:
        self._choose = Button("Choose files", self.verbs.choose_files, kind="primary")
        buttons = (
            self._choose,
            Button("Choose a folder", self.verbs.choose_folder),
            Button("Paste text or a picture", self.paste, kind="quiet"),
        )
        facts = (
            ("calendar", "The date each item speaks for is the one thing we ask now."),
            ("copy", "Files are copied in, so a moved folder breaks nothing."),
            ("shield", "Nothing leaves this computer: what you add stays in this file."),
        )
        words = "Drop a whole folder if you like. Everything goes to the inbox first; you say what it is when you have time."
        return EmptyState("inbox", "Drop files here to start your evidence", words, facts, buttons)

    def _load(self) -> None:
        self._asked += 1
        asked, session = self._asked, self._session
        if self.held is None:
            self.loading.begin("Reading the library")

        def read(_ticket: Ticket) -> tuple[Library, Counts]:
            with session.beside() as beside:
                found = libraries.library(beside)
                ordered(found.items, self.view.order)  # the order is remembered by reference: it is quick from now on
                return found, choose(found.items, Wanted()).counts

        def done(read: tuple[Library, Counts]) -> None:
            if asked == self._asked:
                self._show(*read)

        self.context.jobs.run(read, done, self._not_read)

    def _not_read(self, error: Exception) -> None:
        self.loading.end()
        self.context.errors.show(error, self)

    def _show(self, held: Library, present: Counts | None = None) -> None:
        first = self.held is None
        was_empty = first or not (self.held and self.held.items)
        self.held = held
        self.loading.end()
        self.view.show_library(held, present)
        waiting = self.asked.show_requests(held)
        self.tabs.set_words(ASKED, f"Asked for  {waiting}", spoken=f"Asked for, {waiting} to come")
        self._open_tab(self.tabs.current())
        if was_empty and held.items and not first:
            self.focus_first()
        if first and self.isVisible():
            self.focus_first()
            self.verbs.read_waiting()
        if self.isVisible():
            self.originals.begin()
        then, self._then = self._then, None
        if then is not None:
            self.go(then)

    def _say(self, held: Library) -> None:
        if self.tabs.current() == ASKED:
            self.set_title(self.title, self.asked.sentence())
            return
        if not held.items:
            self.set_title(self.title, "Nothing here yet.")
            return
        undated = sum(
            1 for each in held.items if each.freshness is Freshness.UNDATED and each.item.holding is Holding.HELD
        )
        here = sum(1 for each in held.items if each.item.holding is Holding.HELD)
        rest = f", {here:,} of them held" if here < len(held.items) else ""
        said = f"{counted(len(held.items), 'item')} on {day_words(held.as_at)}{rest}. "
        if undated:
            said += f"{undated:,} {'does' if undated == 1 else 'do'} not say yet which period {'it covers' if undated == 1 else 'they cover'}."
        else:
            said += "Every item says which period it covers."
        self.set_title(self.title, said)

    def _open_tab(self, index: int) -> None:
        self.leave()
        self._views.setCurrentIndex(index)
        empty = self.held is not None and not self.held.items and index == LIBRARY
        self._stack.setCurrentIndex(_BLANK if self.held is None else _EMPTY if empty else _VIEWS)
        if self.held is not None:
            self._say(self.held)

    def _go_to_item(self, target: Target) -> None:
        self.tabs.open(LIBRARY)
        if target.field and not target.field.isdigit():
            self.view.open_item(target.id, tab=DETAILS)
            self.view.preview.details.focus_field(target.field)
        else:
            self.view.open_item(target.id, int(target.field or 1))
            self.view.stand()

    def _edit(self) -> None:
        current = self.view.current
        if current is not None and self.tabs.current() == LIBRARY:
            self.view.open_item(current.id, tab=DETAILS)
            self.view.preview.details.focus_field("title")

    def _find(self) -> None:
        self.tabs.open(LIBRARY)
        self.view.panes.show_pane(LIST_PANE)
        self.view.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.find_box.selectAll()

    def _step(self, by: int) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.view.preview.isAncestorOf(focus)
        (self.view.preview.tabs if inside else self.tabs).step(by)
