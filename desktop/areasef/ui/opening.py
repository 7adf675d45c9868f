"""Open a file beside the window; where somebody has it, ask whether to read it only or to take it over."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from areasef.services import writing
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace
from areasef.ui.errors import Errors, said
from areasef.ui.jobs import Jobs, Stopped, Ticket
from areasef.ui.widgets.question import Choice, Question
from areasef.ui.widgets.wait_strip import WaitStrip
from areasef.words.faults import AppError

_READABLE: Final = ("store.in_use", "store.in_use_elsewhere", "store.folder_read_only", "store.file_read_only")


class Opening(QObject):
    """One file at a time. ``opened`` hands over its session; ``strip`` says what is waited for, and offers Stop."""

    opened = Signal(object)

    def __init__(self, jobs: Jobs, errors: Errors, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._errors = errors
        self._ticket: Ticket | None = None
        self.strip = WaitStrip()

    def open(self, document: Path, author: str) -> None:
        """Open a file; a second one waits until the first is open or was given up."""
        if not self._jobs.busy:
            self._begin(document, author)

    def _begin(self, document: Path, author: str, *, because: str = "", take_over: bool = False) -> None:
        read_only = bool(because)

        def work(ticket: Ticket) -> Session:
            session = open_workspace(document, author, read_only=read_only, take_over=take_over)
            session.because = because
            if not read_only:
                writing.settle_drafts(session)
            if ticket.stopping:
                session.close()
                raise Stopped
            return session

        self.strip.begin(f"Opening {document.stem}", self._stop)
        asked = read_only or take_over
        self._ticket = self._jobs.run(work, self._opened, lambda error: self._failed(error, document, author, asked))

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.stop()
        self.strip.end()

    def _opened(self, session: Session) -> None:
        self.strip.end()
        if self._ticket is not None and self._ticket.stopping:  # Stop was pressed while it was being handed over
            self._jobs.run(lambda _: session.close(), lambda _: None, self._errors.show)
            return
        self.opened.emit(session)

    def _failed(self, error: Exception, document: Path, author: str, asked: bool) -> None:
        self.strip.end()
        if asked or not isinstance(error, AppError) or error.code not in _READABLE:
            self._errors.show(error, None)
            return
        choices = [Choice("leave", "Leave it", safe=True), Choice("read", "Open read only", primary=True)]
        if error.code == "store.in_use_elsewhere":  # a computer that was switched off would hold it for ever
            choices.insert(1, Choice("take", "Take it over"))
        answer = Question(None, "Open it read only?", str(error), choices).ask()
        if answer != "leave":
            why = said(error).message if answer == "read" else ""
            self._begin(document, author, because=why, take_over=answer == "take")
