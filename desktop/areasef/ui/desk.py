"""The desk: opens a file into a window, binds what belongs to the whole file, and keeps the file up to date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from areasef.domain.change import Change
from areasef.services import saving, undoing
from areasef.services.library import waiting_to_be_filed
from areasef.services.saving import Held
from areasef.services.session import Session, now
from areasef.services.workspaces import SUFFIX, is_unsigned, sign_as
from areasef.ui import accessible
from areasef.ui.bars import Heading, saved_words
from areasef.ui.bus import Keeping, SavedState
from areasef.ui.closing import Closing
from areasef.ui.dialogs.as_at import ask_as_at
from areasef.ui.dialogs.bin import BinDialog
from areasef.ui.dialogs.own_name import OwnNameQuestion
from areasef.ui.dialogs.typed_on import TypedOn
from areasef.ui.dropping import Dropping
from areasef.ui.exporting_plan import export_the_plan
from areasef.ui.finding import find
from areasef.ui.jobs import Jobs, Ticket
from areasef.ui.navigation import Target
from areasef.ui.pages import registry
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.drop_hint import ADD_WORDS
from areasef.ui.window import Window
from areasef.words.faults import AppError

QUIET_MS: Final = 120_000
SLOW_MS: Final = 300
LOOK_AGAIN_MS: Final = 1_000
READ_ONLY: Final = "Nothing done here changes the file. To work on it, save a copy of your own."
_FILTER: Final = f"Area SEF workspaces (*{SUFFIX})"


class Desk(QObject):
    """One open file in one window. ``leave`` is called when its window closes."""

    def __init__(
        self, session: Session, preferences: Preferences, leave: Callable[[], None], jobs: Jobs | None = None
    ) -> None:
        super().__init__()
        self.session = session
        self.preferences = preferences
        self._leave = leave
        self.another_asked = ""
        self.window = Window(session, registry.pages(), preferences, jobs)
        self._closing = Closing(self.window, session, self._stayed)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._save_beside)
        self.window.bus.changed.connect(self._changed)
        self.window.closed.connect(self._close)
        self.window.palette_box.set_search(lambda text: find(self.session, text))
        self.window.errors.told = self._show_saved
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._say_saving)
        self._look_again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._keep_again)
        if not session.read_only:
            TypedOn(session, self.window)
            Dropping(self.window, self._bring, ADD_WORDS, lambda file: file.suffix != SUFFIX)
        self._unsigned = not preferences.own_name and is_unsigned(session)
        self._true_at = None if saving.saved(session).waiting else now()
        self._bind()
        self.show_heading()
        self._show_saved()

    def open(self, target: Target) -> None:
        """Show the window at a place."""
        self.window.show()
        self.window.go(target)
        self._count_inbox()
        preferences = self.preferences
        preferences.note_recent(self.session.document)
        aside = saving.kept_aside(self.session)
        if aside is not None and aside.is_dir():
            self.window.say(f"The working copy was damaged. The file was opened; what was left is in {aside}.")
        elif aside is not None:
            self.window.say(f"The file had changed elsewhere. Your unsaved work is in {aside.name}, beside it.")

    def show_heading(self) -> None:
        """Say which area, file and date the window is about."""
        evaluation, area = self.session.evaluation, self.session.area
        self.window.set_heading(
            Heading(
                area=area.name,
                title=evaluation.title,
                file=self.session.document.name,
                where=_where(self.session.document),
                as_at=evaluation.as_at,
                edition=self.session.framework.edition,
                marking=area.marking,
                backup="Backup kept beside it" if saving.backup(self.session) else "",
            )
        )

    def save(self) -> None:
        """Save now, and say the time aloud: always safe."""
        # a refused step waits for nothing; words that are being typed are handed over now
        saving.ask_again(self.session)
        self._leave_page()
        self._save_beside(lambda: self._show_saved(aloud=True), self._not_saved)

    def _not_saved(self, error: Exception) -> None:
        """Say aloud that a save was asked for in vain: the banner may have stood there before."""
        if saving.saved(self.session).problem is None:
            self.window.errors.show(error, self.window.page)
            return
        self._show_saved()
        accessible.announce(self.window, self.window.banner.words, assertive=True)

    def _bind(self) -> None:
        bind = self.window.commands.bind
        bind("file.save", self.save)
        bind("file.save_copy", self._save_copy)
        bind("edit.undo", lambda: self._step("Undone", undoing.undo))
        bind("edit.redo", lambda: self._step("Done again", undoing.redo))
        bind("edit.bin", self._show_bin)
        bind("as_at", self._ask_as_at)
        for check in ("move.next_check", "move.previous_check"):
            bind(check, lambda: self.window.go(Target("evaluate", "checks")))
        bind("guide.me", lambda: self.window.go(Target("evaluate", "guide")))
        bind("publish", lambda: self.window.go(Target("publish")))
        bind("plan.export", self._export_plan)
        bind("evidence.add", lambda: self.window.go(Target("evidence", "add")))
        bind("file.partnership", lambda: self.window.go(Target("settings", "partnership")))
        bind("file.evaluation", lambda: self.window.go(Target("settings", "evaluation")))
        bind("file.new", lambda: self._another("file.new"))
        bind("file.open", lambda: self._another("file.open"))

    def _step(self, said: str, step: Callable[[Session], Change | None]) -> None:
        self._leave_page()
        change = step(self.session)
        if change is None:
            self.window.say("Nothing to undo" if said == "Undone" else "Nothing to do again")
            return
        self.window.bus.say(change)
        self.window.say(f"{said}: {change.label[:1].lower()}{change.label[1:]}")

    def _changed(self, change: Change) -> None:
        if change.touches("author"):
            self._unsigned = not self.preferences.own_name
        self._show_saved()
        self._quiet.start()
        if change.touches("evidence"):
            self._count_inbox()
        if change.touches("area", "evaluation"):
            self.show_heading()

    def _count_inbox(self) -> None:
        """Say on the rail how many items wait to be filed."""

        def count(_ticket: Ticket) -> int:
            with self.session.beside() as beside:
                return waiting_to_be_filed(beside)

        button = self.window.rail.button("evidence")
        self.window.jobs.run(count, lambda found: button.set_count(found, f"{found} to file"), self.window.errors.show)

    def _save_beside(
        self, done: Callable[[], object] | None = None, failed: Callable[[Exception], object] | None = None
    ) -> None:
        """Bring the file up to date in a job: with many attachments that takes seconds."""

        def work(_ticket: Ticket) -> None:
            with self.session.beside() as beside:
                saving.save(beside)

        def refused(error: Exception) -> None:
            self._slow.stop()
            if failed is not None:
                failed(error)
            self._show_saved()

        def there(_: None) -> None:
            self._slow.stop()
            if done is not None:
                done()
            else:
                self._show_saved()

        self._slow.start()
        self.window.jobs.run(work, there, refused)

    def _keep_again(self) -> None:
        """Try once more to keep what could not be kept, and say how it stands."""
        if self.window.page is not None:
            self.window.page.keep_again()
        self._show_saved()

    def _say_saving(self) -> None:
        self.window.bus.say_saved(SavedState(Keeping.SAVING, None, "", saving.saved(self.session).in_file_at))

    def _show_saved(self, *, aloud: bool = False) -> None:
        held = saving.saved(self.session)
        state = saved_state(held, read_only=self.session.read_only, since=self._true_at)
        self.window.bus.say_saved(state)
        self._say_banner(state)
        if held.unkept is not None:
            self._look_again.start()  # the words being typed may have been kept meanwhile
        if aloud and held.unkept is not None:
            accessible.announce(self.window, self.window.banner.words, assertive=True)
        elif aloud and held.problem is None:
            at = f" {held.in_file_at:%H:%M}" if held.in_file_at else ""
            self.window.say(f"Saved{at} in {self.session.document.name}")

    def _say_banner(self, state: SavedState) -> None:
        """Say over every page what is true of all of them: read only, not saved, or written by nobody who is named."""
        banner = self.window.banner
        if state.keeping is Keeping.NOT_SAVED:
            banner.say(saved_words(state), state.why, "bad", "Save elsewhere", self._save_copy)
        elif state.keeping is Keeping.READ_ONLY:
            banner.say(
                "Read only", f"{self.session.because} {READ_ONLY}".strip(), "neutral", "Save a copy", self._save_copy
            )
        elif self._unsigned:
            words = f"What you write bears the name that this computer knows you by: {self.session.author}."
            banner.say("Who are you?", words, "note", "Give your name", self._ask_name)
        banner.setVisible(self._unsigned or state.keeping in (Keeping.NOT_SAVED, Keeping.READ_ONLY))

    def _bring(self, files: list[Path]) -> None:
        """Add what was dropped; for the strand that was in front, if one was."""
        page = self.window.page
        strand_id = page.strand_id if isinstance(page, EvaluatePage) else ""
        self.window.go(Target("evidence", "add", "\n".join(map(str, files)), strand_id))

    def _ask_name(self) -> None:
        """Ask whose hand writes; who does not say is not asked again in this sitting."""
        question = OwnNameQuestion(self.window)
        if question.ask() == "keep":
            self.preferences.own_name = question.name
            self.window.bus.say(sign_as(self.session, question.name))
            self.window.say(f"What you write bears your name: {question.name}")
        else:
            self._unsigned = False
            self._show_saved()

    def _save_copy(self) -> None:
        self._leave_page()
        start = str(self.session.document.with_stem(f"{self.session.document.stem} copy"))
        name, _ = QFileDialog.getSaveFileName(self.window, "Save a copy", start, _FILTER)
        if name:
            try:
                target = saving.save_copy(self.session, _suffixed(Path(name)))
            except AppError as error:
                self.window.errors.show(error, self.window.page)
            else:
                without = saving.saved(self.session).unkept is not None
                words = ", without what could not be kept" if without else ""
                self.window.say(f"A copy was saved as {target.name}{words}")

    def _show_bin(self) -> None:
        BinDialog(self.window, self.session, self.window.bus).exec()

    def _ask_as_at(self) -> None:
        change = ask_as_at(self.window, self.session)
        if change is not None:
            self.window.bus.say(change)
            self.show_heading()

    def _export_plan(self) -> None:
        self._leave_page()
        export_the_plan(self.window.context, self.window, self.window.page)

    def _another(self, command_id: str) -> None:
        """Leave this file; ``another_asked`` tells whoever is left what is wanted next."""
        self.another_asked = command_id
        self.window.close()

    def _stayed(self) -> None:
        """Somebody decided to stay with this file after all."""
        self.another_asked = ""
        self._show_saved()

    def _leave_page(self) -> None:
        if self.window.page is not None:
            self.window.page.leave()

    def _close(self) -> None:
        for timer in (self._quiet, self._slow, self._look_again):
            timer.stop()
        try:
            self.session.close(publish=not self._closing.kept_here)
        except AppError as error:
            self.window.errors.show(error, None)
        self._leave()


def saved_state(held: Held, *, read_only: bool, since: datetime | None = None) -> SavedState:
    """Return what the bars say: two true times, when the work was kept here and when it was last in the file.

    ``since`` is when all was in the file although nothing was written into it yet: on opening.
    """
    if read_only:
        return SavedState(Keeping.READ_ONLY, None, READ_ONLY)
    if held.unkept is not None:
        return SavedState(
            Keeping.NOT_SAVED, held.kept_at or held.in_file_at or since, str(held.unkept), held.in_file_at
        )
    if held.problem is not None:
        return SavedState(Keeping.NOT_SAVED, held.in_file_at or since, str(held.problem), held.in_file_at)
    if held.waiting:
        why = "Kept on this computer. It goes into the file by itself, on Ctrl S, and when you close."
        return SavedState(Keeping.KEPT, held.kept_at, why, held.in_file_at)
    return SavedState(Keeping.SAVED, held.in_file_at or held.kept_at, "", held.in_file_at)


def _where(document: Path) -> str:
    parent = document.resolve().parent
    cloud = next((name for name in ("OneDrive", "Dropbox", "Google Drive", "SharePoint") if name in str(parent)), "")
    return f"in {cloud}" if cloud else f"in {parent.name or parent}"


def _suffixed(path: Path) -> Path:
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
