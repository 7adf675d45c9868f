"""Adding beside the window: files are kept and read while one goes on working; Stop keeps what is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from areasef.services import adding
from areasef.services.adding import AddReport, SharedFields
from areasef.ui import accessible, metrics, theme
from areasef.ui.context import Context
from areasef.ui.jobs import Stopped, Ticket
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label

_SHOW_AFTER_MS: Final = 300
_SAY_EVERY_MS: Final = 5000


class Adding(QObject):
    """One run at a time; what is asked meanwhile waits its turn. ``ended`` hands over the report."""

    progressed = Signal(int, int, str)
    ended = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._ticket: Ticket | None = None
        self._waiting: list[tuple[tuple[Path, ...], SharedFields, bool]] = []

    @property
    def busy(self) -> bool:
        """Whether files are being added."""
        return self._ticket is not None

    def add(self, paths: Sequence[Path], shared: SharedFields, *, keep_twins: bool = False) -> None:
        """Add files; those that the library already holds only where ``keep_twins`` says so."""
        if self._ticket is not None:
            self._waiting.append((tuple(paths), shared, keep_twins))
            return
        session, files = self._context.session, tuple(paths)
        self.progressed.emit(0, len(files), files[0].name if files else "")

        def work(ticket: Ticket) -> AddReport:
            def progress(done: int, total: int, name: str) -> bool:
                try:
                    ticket.step(done, total, name)
                except Stopped:
                    return False
                return True

            with session.beside() as beside:
                return adding.add_files(beside, files, shared, progress, keep_twins, lambda: ticket.stopping)

        started = self._context.jobs.run(work, self._done, self._failed, self.progressed.emit)
        self._ticket = started if self._context.jobs.busy else None

    def stop(self) -> None:
        """Stop after the file at hand; what was added stays."""
        self._waiting.clear()
        if self._ticket is not None:
            self._ticket.stop()

    def _done(self, report: AddReport) -> None:
        self._ticket = None
        self._context.bus.say(report.change)
        self.ended.emit(report)
        if self._waiting:
            paths, shared, keep_twins = self._waiting.pop(0)
            self.add(paths, shared, keep_twins=keep_twins)

    def _failed(self, error: Exception) -> None:
        self._ticket = None
        self.ended.emit(AddReport())
        self._context.errors.show(error)


class ProgressStrip(QFrame):
    """Which file is being added, of how many, and Stop; it stays away for what takes less than a moment."""

    def __init__(self, adding_: Adding) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("tone", "neutral")
        line = metrics.row(self, margins=(16, 6, 12, 6), spacing=12)
        self._words: QLabel = label("", "table", wrap=True)
        self._bar = _Bar()
        self.stop_button = Button("Stop", adding_.stop, small=True)
        line.addWidget(self._words, 1)
        line.addWidget(self._bar)
        line.addWidget(self.stop_button)
        self._wait = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._wait.timeout.connect(self.show)
        self._said = QElapsedTimer()
        adding_.progressed.connect(self._step)
        adding_.ended.connect(lambda _: self._end())
        self.hide()

    def _step(self, done: int, total: int, name: str) -> None:
        if not name:
            return
        words = f"Adding {done + 1} of {total}: {name}"
        self._words.setText(words)
        self._bar.show_part(done / total if total else 0.0)
        if self.isHidden() and not self._wait.isActive():
            self._wait.start()
        if not self._said.isValid() or self._said.elapsed() > _SAY_EVERY_MS:
            self._said.start()
            accessible.announce(self, words)

    def _end(self) -> None:
        self._wait.stop()
        self._said.invalidate()
        self.hide()


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        metrics.sized(self, width=160, height=8)

    def show_part(self, part: float) -> None:
        self._part = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.look()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("line"))
        painter.fillRect(QRectF(0, 0, self.width() * self._part, self.height()), look.colour("accent"))
        painter.end()
