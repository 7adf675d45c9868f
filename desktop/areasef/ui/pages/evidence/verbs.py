"""What is done on the Evidence screen: each verb asks what it must, calls its service, and tells the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from areasef.domain.change import Change
from areasef.domain.evidence import Revision, RevisionKind
from areasef.domain.record import Request
from areasef.services import adding, keeping, proving
from areasef.services.proving import Broken, PutAgain
from areasef.services.session import Session, now
from areasef.ui import choosing, theme
from areasef.ui.context import Context
from areasef.ui.dialogs.editor import Editor
from areasef.ui.jobs import Ticket
from areasef.ui.navigation import Target
from areasef.ui.pages.evidence import dialogs
from areasef.ui.pages.evidence.adding import Adding, ProgressStrip
from areasef.ui.pages.evidence.bringing import Brought, keep_picture
from areasef.ui.pages.evidence.opening import open_elsewhere
from areasef.ui.pages.evidence.preview_pane import CITED, DETAILS, HISTORY
from areasef.ui.pages.evidence.results import Results
from areasef.words.faults import AppError

if TYPE_CHECKING:
    from areasef.ui.pages.evidence.page import EvidencePage


class Verbs(QObject):
    """The verbs of one screen. ``ask_file`` and ``ask_where`` ask for a path; ``open_file`` hands one to the system."""

    def __init__(self, context: Context, page: EvidencePage) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.adding = Adding(context)
        self.strip = ProgressStrip(self.adding)
        self.results = Results()
        self.ask_file: Callable[[str], str] = self._ask_file
        self.ask_where: Callable[[str], str] = self._ask_where
        self.open_file: Callable[[Path], bool] = open_elsewhere
        self.dialog: Editor | None = None
        self._stays = False  # while one form gives way to another

    @property
    def _session(self) -> Session:
        session: Session = self._context.session
        return session

    def bind(self) -> None:
        """Answer what the parts of the screen ask for."""
        page = self._page
        view, asked = page.view, page.asked
        self.adding.ended.connect(self._added)
        self.results.item_asked.connect(page.show_item)
        self.results.again_asked.connect(self._add_twins)
        self.results.closed.connect(page.focus_first)
        view.list.delete_asked.connect(self.delete)
        view.list.menu_asked.connect(self._open_menu)
        view.preview.open_asked.connect(self.open_original)
        view.preview.attach_asked.connect(self.add_revision)
        view.preview.again_asked.connect(self.put_again)
        view.preview.history.revision_asked.connect(self.add_revision)
        view.preview.history.export_asked.connect(self.export)
        view.preview.history.page_asked.connect(self._show_revision)
        asked.ask_asked.connect(self.ask_partner)
        asked.attach_asked.connect(self.attach)
        asked.delete_asked.connect(self.delete_request)
        asked.item_asked.connect(page.show_item)

    def ask_files(self, paths: Sequence[Path] = (), strand_ids: tuple[str, ...] = ()) -> None:
        """Ask which files to add and what they share; the strands that somebody comes from are chosen already."""
        if self._refused():
            return
        dialog = dialogs.AddDialog(self._page, self._session, self._context.preferences, paths, strand_ids)
        dialog.note_asked.connect(partial(self._instead, dialog, self.ask_note))
        dialog.link_asked.connect(partial(self._instead, dialog, self.ask_link))
        if strand_ids:  # somebody came from there, and goes back where nothing is added
            dialog.finished.connect(lambda _: self._go_back(dialog, strand_ids[0]))
        self._open(dialog, lambda _: self.adding.add(dialog.files, dialog.shared))

    def choose_files(self) -> None:
        """Ask for files at once."""
        if self._refused():
            return
        found = choosing.ask_files(self._page, self._context.preferences, "evidence", "Choose files to add")
        if found:
            self.ask_files(found)

    def choose_folder(self) -> None:
        """Ask for a folder at once."""
        if self._refused():
            return
        found = choosing.ask_folder(self._page, self._context.preferences, "evidence", "Choose a folder to add")
        if found:
            self.ask_files(found)

    def ask_note(self, text: str = "", strand_ids: tuple[str, ...] = ()) -> None:
        """Ask for a note, for the strands that are chosen already."""
        self._open(dialogs.note_form(self._page, self._session, text, strand_ids), self._keep_note)

    def ask_link(self, link: str = "", strand_ids: tuple[str, ...] = ()) -> None:
        """Ask for a link, for the strands that are chosen already."""
        self._open(dialogs.link_form(self._page, self._session, link, strand_ids), self._keep_link)

    def ask_partner(self, strand_ids: tuple[str, ...] = (), agency_id: str = "") -> None:
        """Ask what is asked of whom: of the body that speaks for an agency, where one is meant."""
        if not self._refused():
            self._open(dialogs.ask_form(self._page, self._session, strand_ids, agency_id), self._keep_asked)

    def bring(self, found: Brought) -> None:
        """Add what was dropped or pasted, each in its way."""
        if self._refused():
            return
        if found.files:
            self.ask_files(found.files)
        elif found.picture is not None:
            self.ask_files([keep_picture(found.picture, self._session.cache, now())])
        elif found.link:
            self.ask_link(found.link)
        elif found.words:
            self.ask_note(found.words)

    def add_revision(self) -> None:
        """Ask for a file and add it as a new revision of the item at hand."""
        item = self._page.view.current
        if item is None or self._refused():
            return
        found = self.ask_file(f"Choose the new file of {item.item.ref}")
        if found:
            self._beside(
                lambda session: adding.add_revision(session, item.id, Path(found)), f"{Path(found).name} is added"
            )

    def put_again(self, broken: Broken) -> None:
        """Ask for the file whose bytes are missing or damaged: the same bytes mend it, others become a new revision."""
        if self._refused():
            return
        found = self.ask_file(f"Choose {broken.revision.name}")
        if not found:
            return
        session, name = self._session, Path(found).name

        def work(_ticket: Ticket) -> PutAgain:
            with session.beside() as beside:
                return proving.put_again(beside, broken.revision.id, Path(found))

        def done(put: PutAgain) -> None:
            self._page.clear_error()
            self._context.bus.say(put.change)
            words = f"{name} is whole again" if put.mended else f"{name} is another file: it is a new revision now"
            self._context.toast(words, None if put.mended else self._context.undo)

        self._context.jobs.run(work, done, self._context.errors.door(self._page))

    def attach(self, request: Request | None) -> None:
        """Ask for the file that was asked for, and attach it."""
        if request is None or self._refused():
            return
        found = self.ask_file(f"Choose the file of “{request.title}”")
        if found:
            self.attach_file(request, Path(found))

    def attach_file(self, request: Request, file: Path) -> None:
        """Attach a file to what was asked for."""
        if not self._refused():
            self._beside(lambda session: adding.attach(session, request.id, file), f"{file.name} is attached")

    def export(self, revision: Revision) -> None:
        """Ask where, and write an original there, identical."""
        found = self.ask_where(revision.name)
        if not found:
            return

        def write(session: Session) -> Change:
            keeping.export_original(session, revision.id, Path(found))
            return Change(frozenset(), frozenset())

        self._beside(write, f"{Path(found).name} is exported, identical to what was added")

    def open_original(self) -> None:
        """Open a copy of the original in its own program; copy a link, since nothing here reaches a network."""
        item = self._page.view.current
        revision = keeping.newest_revision(self._session, item.id) if item else None
        if revision is None:
            return
        if revision.kind is RevisionKind.LINK:
            QApplication.clipboard().setText(revision.link)
            self._context.toast("The link is copied", None)
            return
        try:
            copy = keeping.reading_copy(self._session, revision)
            if not self.open_file(copy):
                raise AppError("evidence.cannot_open", name=revision.name)
        except AppError as error:
            self._context.errors.show(error, self._page)
        else:
            self._context.toast(f"A copy of {revision.name} is opened; changes to it are not kept here", None)

    def delete(self) -> None:
        """Put the item at hand in the bin; the next row is at hand, the toast brings it back."""
        item = self._page.view.current
        if (
            item is not None
            and not self._refused()
            and self._page.do(partial(keeping.bin_evidence, self._session, item.id))
        ):
            self._context.toast(f"{item.item.ref} {item.item.title} is in the bin", self._context.undo)

    def delete_request(self, request: Request) -> None:
        """Put a request in the bin."""
        if not self._refused() and self._page.do(partial(keeping.bin_request, self._session, request)):
            self._context.toast(f"“{request.title}” is in the bin", self._context.undo)

    def read_waiting(self) -> None:
        """Read what a crash or a Stop left unread, beside the window."""
        if not self._session.read_only:
            session = self._session

            def work(ticket: Ticket) -> Change:
                with session.beside() as beside:
                    return adding.read_waiting(beside, lambda *_: not ticket.stopping)

            self._context.jobs.run(work, self._context.bus.say, self._context.errors.door(self._page))

    def _open(self, dialog: Editor, keep: Callable[[dict[str, Any]], object]) -> None:
        self.dialog = dialog

        def accepted() -> None:
            if dialog.answer is not None and keep(dialog.answer) is False:
                dialog.leave_words()  # it could not be written: the next one begins with them

        dialog.accepted.connect(accepted)
        dialog.open()

    def _instead(self, dialog: Editor, ask: Callable[[str, tuple[str, ...]], None]) -> None:
        self._stays = True
        dialog.reject()
        self._stays = False
        ask("", dialog.values["strand_ids"])

    def _go_back(self, dialog: Editor, strand_id: str) -> None:
        if dialog.answer is None and not self._stays:
            self._context.go(Target("evaluate", "strand", strand_id))

    def _keep_note(self, values: dict[str, Any]) -> bool:
        shared = dialogs.shared_of(values)
        return self._kept(lambda: adding.add_note(self._session, values["title"], values["note"], shared).id)

    def _keep_link(self, values: dict[str, Any]) -> bool:
        shared = dialogs.shared_of(values)
        return self._kept(lambda: adding.add_link(self._session, values["title"], values["link"], shared).id)

    def _kept(self, write: Callable[[], str]) -> bool:
        try:
            made = write()
        except AppError as error:
            self._context.errors.show(error, self._page)
            return False
        self._context.bus.say(Change(frozenset({"evidence", "revision"}), frozenset({made}), "Add evidence"))
        self._page.show_item(made)
        return True

    def _keep_asked(self, values: dict[str, Any]) -> bool:
        asked = dialogs.asked_of(values)
        try:
            made = keeping.ask_partner(
                self._session,
                asked.title,
                asked.partner_id,
                asked.due,
                asked.strand_ids,
                asked.source_type_id,
                note=asked.note,
            )
        except AppError as error:
            self._context.errors.show(error, self._page)
            return False
        ids = frozenset({made.id, made.evidence_id or ""})
        self._context.bus.say(Change(frozenset({"evidence", "request"}), ids, "Ask a partner"))
        self._context.toast(f"“{asked.title}” is asked for", self._context.undo)
        return True

    def _added(self, report: adding.AddReport) -> None:
        self.results.show_report(report)
        if report.added:
            self._page.show_item(report.added[-1])

    def _add_twins(self, paths: tuple[Path, ...]) -> None:
        self.results.hide()
        self.adding.add(paths, adding.SharedFields(), keep_twins=True)

    def _show_revision(self, revision: Revision) -> None:
        item = self._page.view.current
        if item is not None:
            self._page.view.preview.open_tab(0)
            self._page.view.preview.show_item(item, 1, revision.id)

    def _beside(self, write: Callable[[Session], Change], said: str) -> None:
        """Do slow work beside the window, tell it, and say what was done."""
        session = self._session
        self._page.clear_error()

        def work(_ticket: Ticket) -> Change:
            with session.beside() as beside:
                return write(beside)

        def done(change: Change) -> None:
            self._page.clear_error()
            self._context.bus.say(change)
            self._context.toast(said, self._context.undo if change.kinds else None)

        self._context.jobs.run(work, done, self._context.errors.door(self._page))

    def _open_menu(self, spot: QPoint) -> None:
        menu = self.row_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(spot)

    def row_menu(self) -> QMenu:
        """Return the menu of the row at hand."""
        page, menu = self._page, QMenu(self._page)
        theme.dress(menu)
        preview, current = page.view.preview, page.view.current
        if current is None:
            return menu
        lines: list[tuple[str, Callable[[], object]]] = []
        if not preview.open_button.isHidden():
            lines.append((preview.open_button.accessibleName(), preview.open_button.click))
        lines += [
            ("Details", partial(page.view.open_item, current.id, 1, DETAILS)),
            ("Where it is cited", partial(page.view.open_item, current.id, 1, CITED)),
            ("History", partial(page.view.open_item, current.id, 1, HISTORY)),
        ]
        if not self._session.read_only:
            lines += [("Add a new revision", self.add_revision), ("Delete", self.delete)]
        for words, do in lines:
            menu.addAction(words).triggered.connect(partial(_run, do))
        return menu

    def _refused(self) -> bool:
        if self._session.read_only:
            self._context.errors.show(AppError("store.read_only"), self._page)
        return self._session.read_only

    def _ask_file(self, title: str) -> str:
        return choosing.ask_file(self._page, self._context.preferences, "evidence", title)

    def _ask_where(self, name: str) -> str:
        start = str(self._session.document.parent / name)
        found, _ = QFileDialog.getSaveFileName(self._page, "Export the original to", start)
        return found


def _run(do: Callable[[], object], _checked: bool = False) -> None:
    """Do what a line of the menu says, without what Qt tells of it."""
    do()
