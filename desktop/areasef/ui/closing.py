"""Close a file: the window stays and says so while the work goes into the file; then it goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from areasef.services import saving
from areasef.services.session import Session
from areasef.ui.errors import said
from areasef.ui.jobs import Ticket
from areasef.ui.later import later
from areasef.ui.widgets.question import Choice, Question
from areasef.ui.window import Window

WORDS = "Saving into the file"


class Closing(QObject):
    """Answers the window's question whether it may close. ``stayed`` is called where somebody decided to stay."""

    def __init__(self, window: Window, session: Session, stayed: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._stayed = stayed
        self._begun = self._saving = self._over = self._asked = False
        self._focus: QWidget | None = None
        self.kept_here = False
        window.may_close = self.may_close
        window.jobs.busy_changed.connect(lambda _: later(self, self._go_on))

    def may_close(self) -> bool:
        """Say whether nothing is under way any more; if something is, the window closes once it is over."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and app.isSavingSession():
            return True  # the computer is being switched off, and waits for nobody
        if not self._begun:
            self._asked = self._begun = True
            self._window.wait.begin(WORDS)
            later(self, self._hold)  # not before the key that asked for it was let go
            self._go_on()
            self._asked = False
        return self._over

    def _hold(self) -> None:
        """Let nothing be written any more; where the focus was is remembered, for somebody may stay."""
        if self._begun and not self._over:
            self._focus = self._window.focusWidget()
            self._window.setEnabled(False)

    def _release(self) -> None:
        self._window.wait.end()
        self._window.setEnabled(True)
        if self._focus is not None:
            self._focus.setFocus()

    def _go_on(self) -> None:
        if not self._begun or self._saving or self._over or self._window.jobs.busy:
            return
        if self._session.read_only or not saving.saved(self._session).waiting:
            self._end()
            return
        self._saving = True
        self._window.jobs.run(self._save, lambda _: self._end(), self._failed)

    def _save(self, _ticket: Ticket) -> None:
        with self._session.beside() as beside:
            saving.save(beside)

    def _end(self) -> None:
        self._over = True
        self._window.wait.end()
        if not self._asked:
            self._window.close()

    def _failed(self, error: Exception) -> None:
        self._release()
        sentence = said(error)
        words = (
            f"{sentence.message} {sentence.remedy}\n\nIf you close now, the work waits on this computer and is there"
        )
        choices = [
            Choice("stay", "Stay", safe=True),
            Choice("close", "Close, and keep the work here", primary=True),
        ]
        body = f"{words} again when you open the file here."
        if Question(self._window, "Close without saving into the file?", body, choices).ask() == "close":
            self.kept_here = True
            self._end()
        else:
            self._begun = self._saving = False
            self._stayed()
