"""Who has a document open: a lock held by the process, and a small file beside it that names the holder."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from areasef.domain.days import full_words
from areasef.store.engine import is_full
from areasef.words.faults import AppError


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a document: the person, the computer, the process there, and since when."""

    who: str
    host: str
    process: int
    since: str


class DocumentLock:
    """Held while a document is open for writing. A lock left behind on this computer is taken over at once."""

    def __init__(self, document: Path) -> None:
        # a new file is made beside the window and closed by it: whoever took the lock, another thread may give it back
        self._lock = FileLock(document.with_name(f".{document.name}.lock"), thread_local=False)
        self._mine: Holder | None = None
        self._note = document.with_name(f".{document.name}.holder.json")

    def take(self, who: str, take_over: bool = False) -> None:
        """Take the lock. Raises AppError ``store.in_use`` with the holder's name where somebody has it.

        Another computer's note is only taken over where ``take_over`` says so: its lock may not be seen from here.
        """
        holder, folder = self.holder(), self._note.parent
        if holder is not None and holder.host != platform.node() and not take_over:
            raise _in_use(holder, "store.in_use_elsewhere")
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise _in_use(holder, "store.in_use") from error
        except OSError as error:
            raise AppError("store.full" if is_full(error) else "store.folder_read_only", folder=str(folder)) from error
        since = datetime.now().astimezone().isoformat(timespec="minutes")
        self._mine = Holder(who, platform.node(), os.getpid(), since)
        try:
            self._note.write_text(json.dumps(asdict(self._mine), ensure_ascii=False), "utf-8")
        except OSError as error:
            self.give_back()
            raise AppError("store.full" if is_full(error) else "store.folder_read_only", folder=str(folder)) from error

    def say_who(self, who: str) -> None:
        """Name the holder otherwise from now on; where the note cannot be written, the old one stays."""
        if self._mine is None or not self._lock.is_locked or self.holder() != self._mine:
            return
        renamed = replace(self._mine, who=who)
        try:
            self._note.write_text(json.dumps(asdict(renamed), ensure_ascii=False), "utf-8")
        except OSError:
            return
        self._mine = renamed

    def holder(self) -> Holder | None:
        """Return who the note beside the document names, or None where there is none that can be read."""
        try:
            return Holder(**json.loads(self._note.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def give_back(self) -> None:
        """Let the document go, and remove what stood beside it; a note of somebody who took it over stays.

        The lock's file goes while the lock is still held: whoever waits for it then sees that it guards nothing.
        """
        if not self._lock.is_locked:
            return
        if self.holder() in (self._mine, None):
            self._note.unlink(missing_ok=True)
        if os.name != "nt":  # there the lock removes its own file
            Path(self._lock.lock_file).unlink(missing_ok=True)
        self._lock.release()


def _in_use(holder: Holder | None, code: str) -> AppError:
    who = holder.who if holder else "Somebody"
    host = holder.host if holder else "this computer"
    since = _moment(holder.since) if holder else "a while ago"
    return AppError(code, who=who, host=host, since=since)


def _moment(since: str) -> str:
    try:
        at = datetime.fromisoformat(since)
    except ValueError:
        return "a while ago"
    return f"{at:%H:%M} on {full_words(at.date())}"
