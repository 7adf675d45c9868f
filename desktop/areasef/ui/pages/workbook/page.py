"""The screen that imports a plan from a workbook: choose or drop the file, look it through, keep what differs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt

from areasef.domain.change import Change
from areasef.domain.dossier import Dossier
from areasef.domain.plan_sheet.mapping import Mapping as SheetsMapping
from areasef.domain.plan_sheet.meaning import Happens, Understanding
from areasef.domain.workbook import Workbook
from areasef.services.importing_plan import absent_words, first_guess, keep_plan, meaning, plan_as_kept, read_plan_file
from areasef.services.session import Session
from areasef.ui import accessible
from areasef.ui.choosing import ask_file
from areasef.ui.context import Context
from areasef.ui.jobs import Stopped, Ticket
from areasef.ui.models.file_words import counted
from areasef.ui.navigation import Target
from areasef.ui.pages.file_page import FilePage
from areasef.ui.pages.workbook.review import WorkbookReview
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.empty import EmptyState
from areasef.words.faults import AppError

_FILTER: Final = "Workbooks (*.xlsx *.xlsm *.xls *.ods *.csv);;All files (*)"
_FACTS: Final = (
    ("list-checks", "Titles over the headings, headings between rows and merged cells are worked out for you."),
    ("check", "See how each cell is understood, and every fault by its cell. Nothing is kept until you say so."),
    ("route", "A plan that was exported from here comes back without doubling anything; one undo takes it back."),
)
_Read = tuple[Workbook, SheetsMapping, Understanding, Dossier]


class WorkbookPage(FilePage):
    """The screen *Import a plan from Excel*."""

    title = "Import a plan"
    sentence = "The plan as it is kept in Excel, whatever its columns are called."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._name = ""
        if context.session is None:
            self._stack.addWidget(EmptyState("upload", "Nothing here yet", "Open or start a file to fill this place."))
            return
        self.choose_button = Button("Choose a workbook", self.choose_file, kind="primary", icon="folder")
        words = "Choose the workbook, or drop it here. It is read on this computer, and it stays as it is."
        self._empty = EmptyState("upload", "Import a plan from Excel", words, _FACTS, (self.choose_button,))
        self._add_buttons()
        self.review: WorkbookReview = WorkbookReview(context)
        for widget in (self._empty, self.waiting, self.review):
            self._stack.addWidget(widget)
        self.review.changed.connect(self._say_counts)

    def refresh(self, change: Change | None) -> None:
        """Compare the workbook with the plan as it stands now."""
        if self.reviewing and (change is None or change.kinds):
            book, mapping = self.review.book, self.review.mapping

            def work(_ticket: Ticket) -> tuple[Dossier, Understanding]:
                dossier = _kept_now(self._session)
                return dossier, meaning(book, mapping, dossier)

            def done(found: tuple[Dossier, Understanding]) -> None:
                if self.review.book is book and self.review.mapping is mapping:
                    self.review.compare_with(*found)

            self.context.jobs.run(work, done, self.context.errors.door(self))

    def focus_first(self) -> None:
        """Stand in the table, or on the button that chooses the file."""
        if self.reviewing:
            self.review.focus_first()
        elif self.context.session is not None:
            self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page does for commands."""
        if self.context.session is None:
            return {}
        return {
            "new": self.choose_file,
            "done": self.keep,
            "move.next_check": lambda: self.review.step_fault(1),
            "move.previous_check": lambda: self.review.step_fault(-1),
            "move.next_tab": lambda: self.review.tabs.step(1),
            "move.previous_tab": lambda: self.review.tabs.step(-1),
            "edit.undo": self._take_back,
        }

    def set_low(self, low: bool) -> None:
        """Give up what is said elsewhere too where the window is very low."""
        super().set_low(low)
        if self.context.session is not None and hasattr(self, "review"):
            self.review.row.set_low(low)

    def read(self, path: Path) -> None:
        """Read a workbook beside the window; what was looked through gives way once it is read."""
        self._wait_for(path)
        session = self._session

        def work(ticket: Ticket) -> _Read:
            book = _read(session, path, ticket)
            ticket.step(1, 2, "Working out what its columns are")
            mapping, dossier = first_guess(book), _kept_now(session)
            return book, mapping, meaning(book, mapping, dossier), dossier

        self._ticket = self.context.jobs.run(
            work,
            lambda found: self._show_review(path.name, *found),
            self._not_read,
            self._say_step,
        )

    def keep(self) -> None:
        """Keep what is new and what differs, beside the window."""
        if self._keeping or not self.reviewing:
            return
        found = self.review.found
        if found is None or not found.things:
            self.context.toast("Nothing to keep: no row is new, and none differs from the plan", None)
            return
        session, name, book, mapping = self._session, self._name, self.review.book, self.review.mapping

        def work(_ticket: Ticket) -> tuple[Change, Understanding]:
            with session.beside() as beside:
                return keep_plan(beside, name, book, mapping)

        self._keeping = True
        self.clear_error()
        self.context.jobs.run(work, lambda kept: self._kept(*kept), self._not_kept)

    def _show_review(
        self, name: str, book: Workbook, mapping: SheetsMapping, found: Understanding, dossier: Dossier
    ) -> None:
        self._ticket, self._name = None, name
        self._stack.setCurrentWidget(self.review)
        self.review.open(book, mapping, found, dossier)
        self._show_buttons(True)
        self._say_counts()
        self.focus_first()
        accessible.announce(self, self._sentence.text())

    def _show_empty(self) -> None:
        self._show_buttons(False)
        self.set_title(self.title, self.sentence)
        self._stack.setCurrentWidget(self._empty)
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_counts(self) -> None:
        found = self.review.found
        if found is None or not self.reviewing:
            return
        new, changed = found.count(Happens.NEW), found.count(Happens.CHANGED)
        same, out = found.count(Happens.SAME), found.count(Happens.LEFT_OUT)
        counts = ((new, "new"), (changed, "changed"), (same, "as they are"), (out, "left out"))
        rows = ", ".join(f"{count} {word}" for count, word in counts if count) or "No rows of a plan"
        said = f"{self._name}: {rows}. Nothing is kept until you say so; an empty cell changes nothing."
        if found.absent:
            said += f" {absent_words(found)}."
        faults = len(found.faults)
        if faults:
            said += f" {counted(faults, 'fault')}: F7 goes to the next."
        self.set_title(self.title, said)
        wanted = [f"{count} {word}" for count, word in ((new, "new"), (changed, "changed")) if count]
        self.keep_button.say(f"Keep {' and '.join(wanted)}" if wanted else "Nothing to keep")
        self._fit_header()
        accessible.named(self.review.table, "Rows as they are understood", said)

    def _kept(self, change: Change, found: Understanding) -> None:
        self._keeping = False
        self._show_empty()
        self.context.bus.say(change)
        new, changed = found.count(Happens.NEW), found.count(Happens.CHANGED)
        words = f"{counted(new, 'row')} new and {changed} changed from {self._name}"
        self.context.toast(words, self.context.undo)
        self.context.go(Target("plan"))

    def _ask_file(self) -> str:
        return ask_file(self, self.context.preferences, "workbook", "Choose a workbook", _FILTER)


def _read(session: Session, path: Path, ticket: Ticket) -> Workbook:
    """Read a workbook. Raises Stopped where somebody pressed Stop."""
    try:
        return read_plan_file(session.reader, path, lambda: ticket.stopping)
    except AppError as error:
        if error.code == "intake.stopped":
            raise Stopped from error
        raise


def _kept_now(session: Session) -> Dossier:
    with session.beside() as beside:
        return plan_as_kept(beside)
