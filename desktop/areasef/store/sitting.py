"""One sitting at a workspace: what its connections share, the batch that is being written, and what is saved."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from areasef.domain.change import NOTHING, Change
from areasef.domain.identity import new_id
from areasef.store import bin as bins
from areasef.store import tables
from areasef.store.changelog import Clock
from areasef.store.lock import DocumentLock
from areasef.store.working_copy import Memory, read_memory
from areasef.words.faults import AppError

_DISK: Final = ("store.full", "store.disk", "store.damaged_now")
"""What keeps an edit from the working copy until somebody does something about the disk."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was being typed and not settled yet."""

    subject_id: str
    field: str
    text: str
    at: str


@dataclass(frozen=True, slots=True)
class SavedState:
    """Two true times: when the last edit was kept in the working copy, and when it was last in the file.

    ``problem`` says why the file could not be brought up to date; ``unkept``, why the last edit is not even in the
    working copy.
    """

    kept_at: datetime | None = None
    in_file_at: datetime | None = None
    waiting: bool = False
    problem: AppError | None = None
    unkept: AppError | None = None


@dataclass
class Sitting:
    """What all connections to one working copy share."""

    lock: DocumentLock | None
    memory: Memory
    session: str = field(default_factory=new_id)
    guard: threading.RLock = field(default_factory=threading.RLock)
    publishing: threading.Lock = field(default_factory=threading.Lock)
    adding: threading.RLock = field(default_factory=threading.RLock)
    saved: SavedState = SavedState()
    clock: Clock | None = None

    @contextmanager
    def told(self) -> Iterator[None]:
        """Note where an edit could not be kept, so that nobody is told it was."""
        try:
            yield
        except AppError as error:
            if error.code in _DISK:
                with self.guard:
                    self.saved = replace(self.saved, unkept=error)
            raise

    def ask_again(self) -> None:
        """Forget that an edit could not be kept."""
        with self.guard:
            self.saved = replace(self.saved, unkept=None)

    def remember(self, folder: Path) -> None:
        """After a publish that failed: take what was remembered on the disk, for it may have reached the document."""
        self.memory = read_memory(folder) or self.memory


class Batch:
    """The writes of one step. ``change`` is there once the step is over."""

    def __init__(self, db: Database, who: str) -> None:
        self._db = db
        self._who = who
        self.change: Change = NOTHING

    def put(self, thing: object) -> None:
        """Insert a thing, or write only the fields that differ from what is there."""
        tables.put(self._db, thing)

    def bin(self, kind: type, thing_id: str) -> None:
        """Put a thing in the bin."""
        bins.put_in_bin(self._db, kind, thing_id, now().isoformat(), self._who)

    def restore(self, kind: type, thing_id: str) -> None:
        """Take a thing out of the bin."""
        bins.take_out(self._db, kind, thing_id)


def now() -> datetime:
    """Return the present time with its zone, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)
