"""What is said of files whose bytes are missing or damaged: over the library, in its rows, and over the item at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from areasef.domain.change import Change
from areasef.domain.evidence import Original
from areasef.services import proving
from areasef.services.proving import Broken
from areasef.services.session import Session
from areasef.ui.context import Context
from areasef.ui.jobs import Ticket
from areasef.ui.models.file_words import counted
from areasef.ui.widgets.banner import Banner

_WORD: Final = {Original.MISSING: "File missing", Original.DAMAGED: "File damaged"}
_SAID: Final = {
    Original.MISSING: "The bytes of {name} are not in this file any more.",
    Original.DAMAGED: "The bytes of {name} are not those that were added.",
}
AGAIN: Final = "Put the file there again"
_SAFE: Final = "All that is written and cited is safe. The same file mends it; another becomes a new revision."
Show = Callable[[dict[str, Broken]], object]


class Originals:
    """Proves every file once, beside the window, and those again that something happened to; ``show`` gets what is broken."""

    def __init__(self, context: Context, show: Show, failed: Callable[[Exception], None]) -> None:
        self._context = context
        self._show = show
        self._failed = failed
        self._begun = False
        self.broken: dict[str, Broken] = {}

    def begin(self) -> None:
        """Prove every file, once."""
        if not self._begun:
            self._begun = True
            self._prove(())

    def hear(self, change: Change) -> None:
        """A file was added or mended: prove those that were broken again."""
        if change.touches("revision"):
            self.again()

    def again(self) -> None:
        """Prove what is broken again: a file that is added once more mends it without a change of its own."""
        if self.broken:
            self._prove(tuple(self.broken))

    def doubt(self, evidence_id: str) -> None:
        """A page could not be drawn: prove the files of its item."""
        self._prove((evidence_id,))

    def _prove(self, ids: tuple[str, ...]) -> None:
        session: Session = self._context.session

        def work(ticket: Ticket) -> dict[str, Broken]:
            with session.beside() as beside:
                return proving.broken(beside, ids, lambda done, total: ticket.step(done, total))

        def done(found: dict[str, Broken]) -> None:
            kept = {key: each for key, each in self.broken.items() if ids and key not in ids}
            was, self.broken = self.broken, {**kept, **found}
            if was != self.broken:
                self._show(self.broken)

        self._context.jobs.run(work, done, self._failed)


def words_of(broken: Broken) -> str:
    """Return what is wrong in two words; it names the revision where it is an older one."""
    words = _WORD[broken.original]
    return words if broken.newest else f"{words} in revision {broken.revision.number}"


def say_of_item(banner: Banner, broken: Broken | None, put_again: Callable[[], object] | None) -> None:
    """Say over an item what is wrong with its file and what mends it, or nothing."""
    banner.setVisible(broken is not None)
    if broken is not None:
        words = f"{_SAID[broken.original].format(name=broken.revision.name)} {_SAFE}"
        banner.say(f"{words_of(broken)}.", words, "bad", AGAIN if put_again else "", put_again)


def say_of_all(banner: Banner, broken: dict[str, Broken], show_them: Callable[[], object]) -> None:
    """Say over the library how many files are missing or damaged, or nothing."""
    banner.setVisible(bool(broken))
    if broken:
        verb = "is" if len(broken) == 1 else "are"
        banner.say(f"{counted(len(broken), 'file')} {verb} missing or damaged.", "", "bad", "Show them", show_them)
