"""What the screens share that import a file: choose or drop it, wait while it is read, look it through, keep it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from areasef.services.session import Session
from areasef.ui.context import Context
from areasef.ui.jobs import Ticket
from areasef.ui.navigation import Target
from areasef.ui.pages.page import Page
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import divider
from areasef.ui.widgets.loading import Loading
from areasef.ui.widgets.stack import Stack


class FilePage(Page):
    """Whoever makes one fills its stack, and says in ``read`` and ``keep`` how its file is read and kept."""

    review: Any
    """What a file is looked through in: a widget that can ``take_back`` the last thing that was decided."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._keeping = False
        self.ask_file: Callable[[], str] = self._ask_file
        self._ticket: Ticket | None = None
        self._stack = Stack()
        self.body.addWidget(divider())
        self.body.addWidget(self._stack, 1)

    @property
    def _session(self) -> Session:
        session: Session = self.context.session
        return session

    @property
    def reviewing(self) -> bool:
        """Whether a file is being looked through."""
        return self.context.session is not None and self._stack.currentWidget() is self.review

    def go(self, target: Target) -> None:
        """Read the file that is named."""
        if target.kind == "file":
            self.read(Path(target.id))
        else:
            self.focus_first()

    def read(self, path: Path) -> None:
        """Read a file beside the window; what stood in review gives way once it is read."""
        raise NotImplementedError

    def keep(self) -> None:
        """Keep what was looked through, beside the window."""
        raise NotImplementedError

    def choose_file(self) -> None:
        """Ask for the file and read it."""
        found = self.ask_file()
        if found:
            self.read(Path(found))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        event.acceptProposedAction()
        self.read(Path(event.mimeData().urls()[0].toLocalFile()))

    def _add_buttons(self) -> None:
        self.waiting = Loading()
        self.another = Button("Another file", self.choose_file, icon="folder")
        self.keep_button = Button("Keep", self.keep, kind="primary", icon="check")
        self.set_header_buttons(self.another, self.keep_button)
        self._show_buttons(False)
        self.setAcceptDrops(True)

    def _wait_for(self, path: Path) -> None:
        if self._ticket is not None:
            self._ticket.stop()
        self.clear_error()
        self._show_buttons(False)
        self.waiting.begin(f"Reading {path.name}", self._stop, at_once=True)
        self._stack.setCurrentWidget(self.waiting)
        self.waiting.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_step(self, _done: int, _all: int, words: str) -> None:
        self.waiting.say(words)

    def _not_read(self, error: Exception) -> None:
        self._ticket = None
        self.waiting.end()
        self._show_empty()
        self.context.errors.show(error, self)

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.stop()
            self._ticket = None
        self.waiting.end()
        self._show_empty()

    def _take_back(self) -> None:
        if self.reviewing and self.review.take_back():
            self.context.toast("Undone", None)
        else:
            self.context.undo()

    def _not_kept(self, error: Exception) -> None:
        self._keeping = False
        self.context.errors.show(error, self)

    def _show_empty(self) -> None:
        raise NotImplementedError

    def _ask_file(self) -> str:
        raise NotImplementedError

    def _show_buttons(self, shown: bool) -> None:
        self.waiting.end()
        for button in (self.another, self.keep_button):
            button.setVisible(shown)
        self._fit_header()
