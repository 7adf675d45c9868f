"""The stage: the real application, offscreen, with the workspaces that the pictures show."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from areasef.services.session import Session
from areasef.ui import appearance, application
from areasef.ui.desk import Desk
from areasef.ui.first_run.window import FirstRun
from areasef.ui.jobs import InlineJobs
from areasef.ui.navigation import Target
from areasef.ui.preferences import Preferences
from shots import content


class Stage:
    """Opens what a picture needs when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.preferences = Preferences(folder / "profile")
        self.preferences.own_name = content.WRITER
        self._app = application.build(["areasef"], self.preferences)
        QGuiApplication.styleHints().setCursorFlashTime(0)
        self._desks: list[Desk] = []

    @cached_property
    def full(self) -> Desk:
        """Return the desk over the workspace that is filled in."""
        return self._desk(content.full(self.folder))

    @cached_property
    def empty(self) -> Desk:
        """Return the desk over the workspace in which nothing was written."""
        return self._desk(content.empty(self.folder))

    @cached_property
    def first(self) -> FirstRun:
        """Return the first window, as it stands before there is any file."""
        return FirstRun(Preferences(self.folder / "newcomer"), lambda: None, InlineJobs())

    def dress(self, theme: str, percent: int) -> None:
        """Put on a theme at a text size."""
        looks = appearance.current()
        assert looks is not None
        looks.choose_theme(theme)
        looks.choose_text_size(percent)

    def show(self, widget: QWidget, size: tuple[int, int]) -> None:
        """Show a window at a size, and let it come to rest."""
        widget.resize(*size)
        widget.show()
        widget.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Let what was asked for be laid out and painted."""
        for _ in range(4):
            QApplication.sendPostedEvents()
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def leave(self) -> None:
        """Close every window and file."""
        for desk in self._desks:
            desk.window.close()

    def _desk(self, session: Session) -> Desk:
        desk = Desk(session, self.preferences, _nobody, InlineJobs())
        self._desks.append(desk)
        desk.open(Target("overview"))
        return desk


def _nobody() -> None:
    """Nobody waits for the window to close."""
