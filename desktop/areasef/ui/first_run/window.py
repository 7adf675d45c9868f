"""The first window: on the left the ways in, on the right one's own area. It makes and opens files; it shows none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QMainWindow, QWidget

from areasef.services.session import Session
from areasef.services.workspaces import SUFFIX, create_workspace, packs
from areasef.ui import metrics, theme
from areasef.ui.dropping import Dropping
from areasef.ui.errors import Errors
from areasef.ui.first_run import places
from areasef.ui.first_run.form import NewAreaForm, Wanted
from areasef.ui.first_run.welcome import Welcome
from areasef.ui.jobs import Jobs, Ticket
from areasef.ui.opening import Opening
from areasef.ui.preferences import PACKS_FOLDER, Preferences, profile_folder
from areasef.ui.widgets.scroll import Scroll
from areasef.words.faults import AppError

_BESIDE_FROM = 1000
_AIRY_FROM = 760  # below this height, one over the other, the ways in and the first field come before all else


class FirstRun(QMainWindow):
    """``created`` and ``opened`` hand over a session; ``closed`` says that nobody wanted one."""

    created = Signal(object)
    opened = Signal(object)
    closed = Signal()

    def __init__(
        self, preferences: Preferences, look_round: Callable[[], object] | None = None, jobs: Jobs | None = None
    ) -> None:
        super().__init__()
        theme.dress(self)
        self.preferences = preferences
        self.jobs = jobs or Jobs(self)
        self.errors = Errors(self)
        self.handed_over = self._dense = False
        self.welcome = Welcome(preferences.recent, look_round)
        choices = [(f"{each.title} ({each.edition})", each.path) for each in packs(profile_folder() / PACKS_FOLDER)]
        self.form = NewAreaForm(preferences.own_name, packs=choices)
        self._opening = Opening(self.jobs, _Here(self.errors, self.form), self)
        self._opening.opened.connect(lambda session: self._hand_over(session, self.opened.emit))
        self.setWindowTitle("Area SEF")
        whole = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        metrics.spaced(self._halves, spacing=0)
        self._halves.addWidget(self.welcome, 476)
        self._halves.addWidget(self.form, 890)
        scroll = Scroll("First steps", margins=(0, 0, 0, 0), spacing=0)
        scroll.column.addWidget(self._opening.strip)
        scroll.column.addWidget(whole)
        self.setCentralWidget(scroll)
        self.setMinimumSize(480, 320)
        self.resize(1366, 688)
        self.welcome.open_asked.connect(self.ask_for_file)
        self.welcome.recent_asked.connect(self.open_file)
        self.form.wanted.connect(self._create)
        Dropping(self, lambda files: self.open_file(files[0]), "Drop to open it", lambda file: file.suffix == SUFFIX)
        theme.look_changed().connect(self._fit)
        self.form.area.setFocus()

    def ask_for_file(self) -> None:
        """Let a file be chosen, and open it."""
        recent = self.preferences.recent
        start = recent[0].parent if recent else places.documents_folder()
        words = f"Area SEF workspaces (*{SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self, "Open a file", str(start), words)
        if name:
            self.open_file(Path(name))

    def open_file(self, file: Path) -> None:
        """Open a file, or say here what is wrong with it."""
        self.form.banner.hide()
        self._opening.open(file, self.preferences.own_name)

    def build_and_open(self, build: Callable[[Path, Callable[[int, int, str], object]], Path]) -> None:
        """Build the demonstration beside the window, saying how far it is, and open it."""
        if self.jobs.busy:
            return
        folder = places.new_files_folder()
        self.welcome.show_building("Building it")
        self.jobs.run(lambda ticket: build(folder, ticket.step), self._built, self._not_built, self._building)

    def _building(self, done: int, total: int, words: str) -> None:
        self.welcome.show_building(f"Step {done + 1} of {total}: {words[:1].lower()}{words[1:]}")

    def _built(self, file: Path) -> None:
        self.welcome.show_building("")
        self.open_file(file)

    def _not_built(self, error: Exception) -> None:
        self.welcome.show_building("")
        self.show_error(error)

    def show_error(self, error: Exception) -> None:
        """Say above the form why something could not be opened or made."""
        self.errors.show(error, self.form)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves over one another where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let a file that is being made be finished; one that is being opened is not wanted any more."""
        self.jobs.stop_all()
        self.jobs.finish()
        super().closeEvent(event)
        if not self.handed_over:
            self.closed.emit()

    def _create(self, wanted: Wanted) -> None:
        def work(_ticket: Ticket) -> Session:
            return create_workspace(_with_folder(wanted.document), wanted.area, wanted.author, wanted.pack)

        if wanted.author:
            self.preferences.own_name = wanted.author
        self.form.set_busy(True)
        self.jobs.run(work, lambda made: self._hand_over(made, self.created.emit), self._failed)

    def _failed(self, error: Exception) -> None:
        self.form.set_busy(False)
        self.show_error(error)

    def _hand_over(self, session: Session, tell: Callable[[Session], None]) -> None:
        self.handed_over = True
        tell(session)
        self.close()

    def _fit(self) -> None:
        beside = self.width() / theme.look().scale >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(way)
        dense = not beside and self.height() / theme.look().scale < _AIRY_FROM
        if dense != self._dense:
            self._dense = dense
            self.welcome.set_dense(dense)
            self.form.set_dense(dense)
            if dense:
                self._halves.addWidget(self.welcome.promises)


class _Here(Errors):
    """Shows errors above the form instead of in a dialog."""

    def __init__(self, errors: Errors, form: NewAreaForm) -> None:
        super().__init__(form)
        self._errors = errors
        self._form = form

    def show(self, error: Exception, place: object = None) -> None:
        """Say it above the form."""
        self._errors.show(error, self._form)


def _with_folder(document: Path) -> Path:
    """Make the folder of a file that does not exist yet. Raises AppError where that cannot be done."""
    try:
        document.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError("store.no_folder", folder=str(document.parent)) from error
    return document
