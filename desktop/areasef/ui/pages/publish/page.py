"""Publish: choose a document, read it as it will print, see what stands in the way, export."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QMenu, QScrollArea

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions
from areasef.domain.change import Change
from areasef.services import publishing
from areasef.services.publishing import Exported, Preflight
from areasef.services.session import Session
from areasef.ui import accessible, metrics, theme
from areasef.ui.context import Context
from areasef.ui.jobs import Ticket
from areasef.ui.pages.evidence.opening import open_elsewhere
from areasef.ui.pages.page import Page
from areasef.ui.pages.publish.before import BeforeExport
from areasef.ui.pages.publish.documents import DocumentList, DocumentRow
from areasef.ui.pages.publish.exporting import Exporting
from areasef.ui.pages.publish.past import show_past
from areasef.ui.pages.publish.sheets import Sheets
from areasef.ui.widgets.button import Button, IconButton
from areasef.ui.widgets.flow import flow_row
from areasef.ui.widgets.label import divider, label
from areasef.ui.widgets.panes import Pane, Panes
from areasef.ui.widgets.picker import Option, SegmentedPicker
from areasef.ui.widgets.wait_clock import SHOW_AFTER_MS
from areasef.ui.widgets.wait_strip import WaitStrip
from areasef.words.faults import AppError

_DOCUMENTS, _PAGES, _CHECKS = range(3)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at a document brings back."""

    found: Preflight
    made: Exported


class PublishPage(Page):
    """The Publish screen."""

    title = "Publish"
    sentence = "Choose a document, read it as it will print, then export. Nothing is sent anywhere."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._asked = 0
        self._ticket: Ticket | None = None
        self._made: Exported | None = None
        self._made_id = ""
        self._checked = False
        self._final_waits = ""
        self._slow = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._slow.timeout.connect(self._say_slow)
        self.ask_where: Callable[[str], str] = self._ask_where
        self.open_file: Callable[[Path], bool] = open_elsewhere
        self.documents = DocumentList()
        self.documents.documents.show_documents(_groups())
        self.sheets = Sheets(context)
        self.before = BeforeExport()
        self.panes = Panes(
            "publish",
            (
                Pane("Documents", self.documents, 232, 180),
                Pane("Pages", self._middle(), 0, 300),
                Pane("Checks", self.before, 340, 280),
            ),
            context.preferences,
        )
        self.wait = WaitStrip(flush=True)
        self.exporting = Exporting(self, self.before, self.wait)
        self.body.addWidget(divider())
        self.body.addWidget(self.wait)
        self.body.addWidget(self.panes, 1)
        self.set_header_buttons(Button("Past exports", self.show_past, icon="history"))
        self._bind()
        self.documents.choose(next(iter(DOCUMENTS), ""))

    @property
    def _session(self) -> Session:
        session: Session = self.context.session
        return session

    def refresh(self, change: Change | None) -> None:
        """Make the document at hand again, and check again."""
        if self.context.session is None:
            self.sheets.say("Open or start a file to see its documents here.")
        elif change is None or change.kinds != frozenset({"export"}):
            self._look()

    def focus_first(self) -> None:
        """Stand in the first check that fails, else on the button that exports."""
        self.panes.show_pane(_CHECKS)
        checks = self.before.checks
        if checks.rows and not checks.currentIndex().isValid():
            checks.setCurrentIndex(checks.model().index(0, 0))
        wanted = checks if checks.rows else self.before.draft
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Ask for no place for a final once somebody is elsewhere."""
        self._wait_no_more()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page does for commands."""
        return {
            "publish": self.export_draft,
            "move.next_check": partial(self._step_check, 1),
            "move.previous_check": partial(self._step_check, -1),
        }

    def _step_check(self, by: int) -> None:
        self.panes.show_pane(_CHECKS)
        self.before.checks.step(by)

    def export_draft(self) -> None:
        """Export with the draft mark."""
        self._export(self.before.options(draft=True))

    def export_final(self) -> None:
        """Export without the draft mark; what is missing is listed instead, once the checks have run."""
        if not self._checked:
            self._final_waits = self.documents.current
            self.before.wait_for_checks()
            if self._ticket is None:
                self._look()
        elif self.before.found.must:
            self.panes.show_pane(_CHECKS)
            self.before.list_missing()
        else:
            self._export(self.before.options(draft=False))

    def show_past(self) -> None:
        """Show what was exported before."""
        titles = {kind.id: kind.title for kind in DOCUMENTS.values()}
        show_past(self, publishing.exports(self._session), titles)

    def _middle(self) -> QFrame:
        frame = QFrame()
        column = metrics.column(frame, spacing=0)
        column.addWidget(self._tools())
        column.addWidget(divider())
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.sheets)
        self.sheets.turned.connect(lambda _: area.verticalScrollBar().setValue(0))
        column.addWidget(area, 1)
        return frame

    def _tools(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("surface")
        holder, flow = flow_row(8, spread=True)
        metrics.column(bar, margins=(12, 5, 12, 5)).addWidget(holder)
        self._contents = Button("Contents", self._open_contents, icon="list-checks")
        self._number = QLineEdit()
        accessible.named(self._number, "Page number", "Type a page and press Enter")
        metrics.sized(self._number, width=64)
        self._of = label("", "table", "muted")
        self.previous = IconButton("chevron-up", "Previous page", lambda: self.sheets.turn(-1))
        self.next = IconButton("chevron-down", "Next page", lambda: self.sheets.turn(1))
        sides = (Option("1", "One page"), Option("2", "Two pages"))
        self.sides = SegmentedPicker("Pages side by side", sides, "2")
        turner = QFrame()
        line = metrics.row(turner, spacing=8)
        for widget in (self.previous, self._number, self._of, self.next):
            line.addWidget(widget)
        self.larger = IconButton("zoom-in", "Larger page", self._zoom)
        views = QFrame()
        right = metrics.row(views, spacing=8)
        for each in (self.sides, self.larger):
            right.addWidget(each)
        for part in (self._contents, turner, views):
            flow.addWidget(part)
        return bar

    def _bind(self) -> None:
        self.documents.chosen.connect(lambda _: self._look())
        self.before.draft_asked.connect(self.export_draft)
        self.before.final_asked.connect(self.export_final)
        self.before.options_changed.connect(self._look)
        self.before.followed.connect(self.context.go)
        self.sheets.turned.connect(lambda _: self._say_place())
        self.sides.picked.connect(lambda key: self.sheets.set_side_by_side(int(key)))
        self.before.open_asked.connect(self._open_exported)
        self._number.returnPressed.connect(self._go_to_number)

    def _look(self) -> None:
        """Check, and make the document at hand into the private folder, beside the window."""
        document_id = self.documents.current
        if self.context.session is None or not document_id:
            return
        self._asked += 1
        self._checked = False
        if self._final_waits != document_id:
            self._final_waits = ""
        self.before.show_marking(self._session.area.marking)
        asked, options = self._asked, self.before.options(draft=True)

        def look(ticket: Ticket) -> Looked:
            with self._session.beside() as beside:
                ticket.step(0, 0, "Running the checks")
                found = publishing.preflight(beside)
                return Looked(found, publishing.preview(beside, document_id, options, ticket.step))

        def done(looked: Looked) -> None:
            if asked == self._asked:
                self._show(document_id, looked)
            else:
                looked.made.path.unlink(missing_ok=True)

        def progress(_done: int, _all: int, words: str) -> None:
            if asked == self._asked and not self.exporting.busy:
                self.wait.say(f"{title}: {words}")

        title = DOCUMENTS[document_id].title
        self._end_look()
        if self._made_id != document_id:
            self._slow.start()
        if not self.exporting.busy:
            self.wait.begin(title, self.stop_look)
        started = self.context.jobs.run(look, done, lambda error: self._failed(asked, error), progress)
        self._ticket = started if self.context.jobs.busy else None

    def stop_look(self) -> None:
        """Set no more pages; nothing is shown that is not what is chosen."""
        self._asked += 1
        self._end_look()
        self._wait_no_more()
        self.sheets.say("Stopped: these pages are not set.", self._look)
        self.sheets.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_look(self) -> None:
        """Wait no more for pages: another document is looked at, or somebody pressed Stop."""
        if self._ticket is not None:
            self._ticket.stop()
            self._ticket = None
        self._looked()

    def _wait_no_more(self) -> None:
        """Export no final: its checks did not run."""
        if self._final_waits:
            self._final_waits = ""
            self.before.say_needs("")

    def _looked(self) -> None:
        self._slow.stop()
        if not self.exporting.busy:
            self.wait.end()

    def _say_slow(self) -> None:
        self.sheets.say(f"Setting the pages: {DOCUMENTS[self.documents.current].title}")

    def _show(self, document_id: str, looked: Looked) -> None:
        self._ticket, self._checked = None, True
        self._looked()
        old, self._made, self._made_id = self._made, looked.made, document_id
        waiting = self.before.draft.hasFocus() and not self.before.checks.rows
        self.before.show_preflight(looked.found)
        if waiting and self.before.checks.rows:
            self.focus_first()
        self.panes.set_count(_CHECKS, str(len(looked.found.must) + len(looked.found.look)))
        pages = looked.made.receipt.pages
        self.documents.documents.set_pages(document_id, pages)
        self.sheets.show_file(looked.made.path, pages)
        if old is not None and old.path != looked.made.path:
            old.path.unlink(missing_ok=True)
        self.clear_error()
        if self._final_waits:
            self._final_waits = ""
            self.export_final()

    def _failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self._ticket = None
            self._looked()
            self._wait_no_more()
            self.sheets.say("The pages cannot be shown.", self._look)
            self.context.errors.show(error, self)

    def _say_place(self) -> None:
        shown = self.sheets.shown()
        self._number.setText("–".join(str(page) for page in shown))
        self._of.setText(f"of {self.sheets.pages}")

    def _go_to_number(self) -> None:
        digits = "".join(sign for sign in self._number.text().split("–")[0] if sign.isdigit())
        if digits:
            self.sheets.open_page(int(digits))
        self._say_place()

    def _zoom(self) -> None:
        """Show one page, larger each time, and as it was at last."""
        self.sides.choose("1")
        self.sheets.zoom()
        accessible.announce(self, f"Page at {self.sheets.percent} per cent of its first size")

    def _open_exported(self, path: Path) -> None:
        if not self.open_file(path):
            self.context.errors.show(AppError("publish.cannot_open", name=path.name), self)

    def _open_contents(self) -> None:
        menu = QMenu(self)
        theme.dress(menu)
        for words, page in self._made.headings if self._made else ():
            action = menu.addAction(f"{words}, page {page}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, at=page: self.sheets.open_page(at))
        if menu.isEmpty():
            menu.addAction("This document has no headings yet")
        menu.exec(self._contents.mapToGlobal(self._contents.rect().bottomLeft()))

    def _ask_where(self, name: str) -> str:
        start = str(self._session.document.parent / name)
        found, _ = QFileDialog.getSaveFileName(self, "Export to", start, "PDF (*.pdf)")
        return found

    def _export(self, options: DocumentOptions) -> None:
        if self.documents.current:
            self.exporting.begin(self.documents.current, options, self.ask_where)


def _groups() -> dict[str, tuple[DocumentRow, ...]]:
    groups: dict[str, tuple[DocumentRow, ...]] = {}
    for kind in DOCUMENTS.values():
        groups[kind.group] = (*groups.get(kind.group, ()), DocumentRow(kind.id, kind.title, kind.about))
    return groups
