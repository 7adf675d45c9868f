"""Start-up of the window: preferences, look, the first window, and a desk for each file until nobody wants one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from areasef.services.session import Session
from areasef.ui import application
from areasef.ui.desk import Desk
from areasef.ui.first_run.window import FirstRun
from areasef.ui.navigation import Target
from areasef.ui.preferences import Preferences

LookRound = Callable[[Path, Callable[[int, int, str], object]], Path]
"""Returns the demonstration of a folder, built there if need be; it tells how far it is."""


class Sitting(QObject):
    """One run of the application: either the first window or one desk is on screen."""

    def __init__(self, app: QApplication, preferences: Preferences, look_round: LookRound | None = None) -> None:
        super().__init__()
        self.first: FirstRun | None = None
        self.desk: Desk | None = None
        self._app = app
        self._preferences = preferences
        self._look_round = look_round

    def begin(self, file: Path | None) -> None:
        """Show the file that was given; without one, or where it cannot be opened, the first window."""
        first = self._show_first()
        if file is not None:
            first.open_file(file)

    def _show_first(self) -> FirstRun:
        first = FirstRun(self._preferences, self._open_sample if self._look_round else None)
        first.created.connect(lambda session: self._open(session, Target("evaluate", "guide")))
        first.opened.connect(lambda session: self._open(session, Target("overview")))
        first.closed.connect(self._app.quit)
        self.first = first
        first.show()
        return first

    def _open(self, session: Session, target: Target) -> None:
        self.desk = Desk(session, self._preferences, self._left)
        self.desk.open(target)

    def _left(self) -> None:
        desk, self.desk = self.desk, None
        if desk is None or not desk.another_asked:
            self._app.quit()
            return
        asked = desk.another_asked
        first = self._show_first()
        if asked == "file.open":
            first.ask_for_file()

    def _open_sample(self) -> None:
        if self.first is not None and self._look_round is not None:
            self.first.build_and_open(self._look_round)


def run(arguments: list[str], look_round: LookRound | None = None) -> int:
    """Show the window, with the file of the arguments if there is one, and return the exit status."""
    preferences = Preferences()
    app = application.build(["areasef", *arguments], preferences)
    app.setQuitOnLastWindowClosed(False)
    application.catch_everything()
    sitting = Sitting(app, preferences, look_round)
    sitting.begin(Path(arguments[0]).expanduser() if arguments else None)
    return app.exec()
