"""The session: one open workspace with its framework, its evaluation, and the workers that read files for it."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from areasef.domain.evaluation import Area, Evaluation
from areasef.domain.framework import Framework
from areasef.intake.worker import Worker
from areasef.store.workspace import Workspace
from areasef.words.faults import AppError, Fault

_EVALUATION: Final = "evaluation"


@dataclass
class Session:
    """What the window and the command line hold: never a store. ``reader`` reads in bulk, ``drawer`` draws pages.

    ``because`` says why it was opened read only, where that was not simply wished.
    """

    store: Workspace
    framework: Framework
    reader: Worker
    drawer: Worker
    cache: Path
    shared: bool = False
    because: str = ""
    _files: dict[str, Path] = field(default_factory=dict)

    @property
    def author(self) -> str:
        """Who is writing, as the change log names them."""
        return self.store.author

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self.store.read_only

    @property
    def document(self) -> Path:
        """The workspace file."""
        return self.store.document

    @property
    def area(self) -> Area:
        """The area this workspace is about."""
        return self.store.all(Area)[0]

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation being worked on: the chosen one, else the newest."""
        chosen = self.store.setting(_EVALUATION)
        found = self.store.get(Evaluation, chosen) if chosen else None
        return found or max(self.store.all(Evaluation), key=lambda each: each.as_at)

    def beside(self) -> Session:
        """Return the same session over a connection of its own, for a job off the GUI thread: ``with session.beside() as beside``."""
        return Session(self.store.another(), self.framework, self.reader, self.drawer, self.cache, shared=True)

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_error: object) -> None:
        self.leave()

    def leave(self) -> None:
        """Close the connection of a session made by ``beside``; the workspace stays open."""
        if self.shared:
            self.store.close()

    def original(self, sha256: str, name: str = "") -> Path:
        """Return a private copy of an original for the worker to read.

        Raises AppError ``evidence.file_missing`` where the workspace does not hold it.
        """
        kept = self._files.get(sha256)
        if kept is not None and kept.exists():
            return kept
        if not self.store.has_blob(sha256):
            raise AppError("evidence.file_missing", name=name or sha256[:12])
        target = self.cache / f"{sha256}{Path(name).suffix[:8]}"
        if not target.exists():
            try:
                self.store.export_blob(sha256, target)
            except AppError as error:
                if error.code != "store.original_damaged":
                    raise
                raise AppError(error.code, name=name or sha256[:12]) from error  # not the name of the private copy
        self._files[sha256] = target
        return target

    def verify(self) -> tuple[Fault, ...]:
        """Prove the workspace: structure, log and originals against their hashes; what disagrees is returned."""
        return self.store.verify()

    def close(self, *, publish: bool = True) -> None:
        """Publish what is not in the file yet, stop the workers, give the lock back and remove private copies.

        Without ``publish`` the work waits in the working copy, and is gone on with on the next opening here.
        """
        try:
            self.store.close(publish=publish)
        finally:
            if not self.shared:
                self.reader.close()
                self.drawer.close()
                shutil.rmtree(self.cache, ignore_errors=True)


def new_session(store: Workspace, framework: Framework) -> Session:
    """Return a session over an open workspace, with two workers that start when first needed."""
    cache = store.private_folder() or Path(tempfile.mkdtemp(prefix="areasef-"))
    return Session(store, framework, Worker(), Worker(), cache)


def now() -> datetime:
    """Return the present time with its zone, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)
