"""Exporting beside the window: where to, how far it is, Stop, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from areasef.documents.model import DocumentOptions
from areasef.domain.change import Change
from areasef.services import publishing
from areasef.services.publishing import Exported
from areasef.services.session import Session
from areasef.ui import accessible
from areasef.ui.jobs import Stopped, Ticket
from areasef.ui.pages.page import Page
from areasef.ui.pages.publish.before import BeforeExport
from areasef.ui.widgets.wait_strip import WaitStrip

CHECKED = "Tags, reading order, language, bookmarks: checked in the file itself."


class Exporting:
    """One export at a time. Stop leaves no file, and what stood in its place stays."""

    def __init__(self, page: Page, before: BeforeExport, wait: WaitStrip) -> None:
        self._page, self._before, self._wait = page, before, wait
        self._context = page.context
        self.busy = False
        self._name = ""

    def begin(self, document_id: str, options: DocumentOptions, ask_where: Callable[[str], str]) -> None:
        """Ask where to, and write the document there; while one is being written, say so."""
        if self.busy:
            self._before.say(f"{self._name} is still being written. Export the next one after it, or press Stop.")
            accessible.announce(self._before, self._before.said)
            return
        session: Session = self._context.session
        where = ask_where(publishing.file_name(session, document_id, date.today(), large=options.large_print))
        if not where:
            return
        target = Path(where) if where.lower().endswith(".pdf") else Path(f"{where}.pdf")
        self._name = target.name
        words = f"Writing {target.name}"
        self._page.clear_error()

        def write(ticket: Ticket) -> Exported | None:
            try:
                with session.beside() as beside:
                    return publishing.export(beside, document_id, target, options, ticket.step)
            except Stopped:
                return None

        def progress(_done: int, _all: int, step: str) -> None:
            self._wait.say(f"{words}: {step}")

        self._before.say(words)
        self.busy = True
        started = self._context.jobs.run(write, self._exported, self._not_exported, progress)
        if self.busy:
            self._wait.begin(words, started.stop)

    def _end(self) -> None:
        self.busy = False
        self._wait.end()

    def _exported(self, made: Exported | None) -> None:
        self._end()
        if made is None:
            self._before.say("Stopped. No file was written.")
            accessible.announce(self._before, self._before.said)
            return
        if made.faults:
            checked = f"The check of the file found {len(made.faults)}: {made.faults[0]}"
        else:
            checked = CHECKED
        words = " ".join((f"Exported to {made.path}.", checked, made.undrawn)).strip()
        self._before.say(words, made.receipt.sha256, made.path)
        self._context.toast(f"Exported to {made.path}", None)
        if made.record is not None:
            self._context.bus.say(Change(frozenset({"export"}), frozenset({made.record.id}), "Export a document"))

    def _not_exported(self, error: Exception) -> None:
        self._end()
        self._before.say("")
        self._context.errors.show(error, self._page)
