"""The one door off the GUI thread: a plain function in, its result or its error back on the GUI thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Final, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[Exception], None]
Progress = Callable[[int, int, str], None]
_TURN_SECONDS: Final = 0.001  # how long a job may keep the window waiting for its turn of Python


class Stopped(Exception):  # noqa: N818 - not an error: somebody pressed Stop
    """Raised inside a job that was asked to stop; nobody is told of it as an error."""


class Ticket(QObject):
    """What a running job holds: it reports how far it is and hears whether it should stop."""

    stepped = Signal(int, int, str)
    ended = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()
        self._told: tuple[int, int, str] | None = None

    def stop(self) -> None:
        """Ask the job to stop at its next step. What it has written stays whole."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Say whether somebody asked the job to stop."""
        return self._stop.is_set()

    def step(self, done: int, total: int, words: str = "") -> None:
        """Report progress (``total`` 0 where it is not known), the same only once. Raises Stopped where a stop was asked for."""
        if self.stopping:
            raise Stopped
        if (done, total, words) != self._told:
            self._told = done, total, words
            self.stepped.emit(done, total, words)


class _Run(QRunnable):
    def __init__(self, ticket: Ticket, function: Callable[[Ticket], object]) -> None:
        super().__init__()
        self._ticket = ticket
        self._function = function

    def run(self) -> None:
        try:
            result = self._function(self._ticket)
        except Exception as error:
            self._ticket.ended.emit(None, error)
        else:
            self._ticket.ended.emit(result, None)


_UNDER_WAY: Final[set[Ticket]] = set()


def under_way() -> int:
    """Return how many jobs are under way, in whichever window."""
    return len(_UNDER_WAY)


class Jobs(QObject):
    """Runs functions beside the window and brings what they return back to it.

    ``function`` gets the ticket; ``done``, ``failed`` and ``progress`` are called on the GUI thread.
    """

    busy_changed = Signal(int)
    at_once = False

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        sys.setswitchinterval(_TURN_SECONDS)
        self._running: list[Ticket] = []

    def run(
        self,
        function: Callable[[Ticket], T],
        done: Done[T],
        failed: Failed,
        progress: Progress | None = None,
    ) -> Ticket:
        """Start a function and return its ticket, with which it can be stopped."""
        ticket = Ticket()
        self._running.append(ticket)
        _UNDER_WAY.add(ticket)
        if progress is not None:
            ticket.stepped.connect(_OnThread(ticket, progress).call)
        ticket.ended.connect(
            _OnThread(ticket, lambda result, error: self._end(ticket, result, error, done, failed)).call
        )
        self.busy_changed.emit(len(self._running))
        self._start(_Run(ticket, function))
        return ticket

    @property
    def busy(self) -> int:
        """Return how many jobs are under way."""
        return len(self._running)

    def finish(self) -> None:
        """Let every job end and hand over its result: nothing is lost when the window closes."""
        while self._running:
            self._pool.waitForDone()
            QCoreApplication.sendPostedEvents()

    def stop_all(self) -> None:
        """Ask every job to stop at its next step."""
        for ticket in list(self._running):
            ticket.stop()

    def _start(self, run: QRunnable) -> None:
        self._pool.start(run)

    def _end(self, ticket: Ticket, result: object, error: Exception | None, done: Done[T], failed: Failed) -> None:
        self._running.remove(ticket)
        _UNDER_WAY.discard(ticket)
        ticket.deleteLater()
        self.busy_changed.emit(len(self._running))
        if error is None:
            done(cast(T, result))
        elif not isinstance(error, Stopped):
            failed(error)


class InlineJobs(Jobs):
    """Runs each function at once on the GUI thread: for tests, where order must be certain."""

    at_once = True

    def _start(self, run: QRunnable) -> None:
        run.run()


class _OnThread(QObject):
    """A receiver that lives on the GUI thread, so that a signal from a worker is queued to it."""

    def __init__(self, parent: QObject, function: Callable[..., None]) -> None:
        super().__init__(parent)
        self._function = function

    def call(self, *values: object) -> None:
        self._function(*values)
