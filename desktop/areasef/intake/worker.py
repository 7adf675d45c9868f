"""The application's side of the worker: calls with a deadline, and a fresh worker where one was lost.

Every parser of foreign files runs in that process, so that a file which hangs or crashes its parser costs a worker,
never the window.
"""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from areasef.domain.page import PageGeometry, PagePicture
from areasef.domain.report import InspectionReport
from areasef.domain.workbook import Workbook
from areasef.intake import wire
from areasef.intake.deadline import Watch
from areasef.intake.reading import Reading, from_json
from areasef.intake.reports.wired import report_from_json
from areasef.intake.workbook_wire import workbook_from_json
from areasef.words.faults import AppError

READ_SECONDS: Final = 120.0
PAGE_SECONDS: Final = 15.0
REPORT_SECONDS: Final = 20.0
BOOK_SECONDS: Final = 30.0
LARGEST_BOOK: Final = 50 * 1024 * 1024
LARGEST: Final = 250 * 1024 * 1024


class Worker:
    """One worker process: started when first needed, killed at a deadline, one call at a time from any thread.

    Whoever makes one closes it: a job that is still under way then cannot start another process behind its back.
    """

    def __init__(self, read_seconds: float = READ_SECONDS, page_seconds: float = PAGE_SECONDS) -> None:
        self._read_seconds = read_seconds
        self._page_seconds = page_seconds
        self._turn = threading.Lock()
        self._hand = threading.Lock()
        self._closed = False
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def process_id(self) -> int | None:
        """The process that works now, or None."""
        return self._process.pid if self._process else None

    def read(self, path: Path, timeout: float | None = None, cancelled: Callable[[], bool] | None = None) -> Reading:
        """Read a file's text. Raises AppError where nothing of it can be read, or its parser hangs or fails.

        ``cancelled`` is asked ten times a second from another thread; True ends the reading (intake.stopped).
        """
        size = _size(path)
        if size > LARGEST:
            raise AppError("intake.too_large", size=size // 2**20, limit=LARGEST // 2**20)
        header, _ = self._ask({"verb": "read", "path": str(path)}, timeout or self._read_seconds, cancelled)
        return from_json(header)

    def report(
        self, path: Path, timeout: float = REPORT_SECONDS, cancelled: Callable[[], bool] | None = None
    ) -> InspectionReport:
        """Read a published inspection report. Raises AppError where the file is no such report, or reading was stopped."""
        size = _size(path)
        if size > LARGEST:
            raise AppError("intake.too_large", size=size // 2**20, limit=LARGEST // 2**20)
        header, _ = self._ask({"verb": "report", "path": str(path)}, timeout, cancelled)
        return report_from_json(header)

    def workbook(
        self, path: Path, timeout: float = BOOK_SECONDS, cancelled: Callable[[], bool] | None = None
    ) -> Workbook:
        """Read a workbook cell by cell. Raises AppError where it is none or too large, or reading was stopped."""
        size = _size(path)
        if size > LARGEST_BOOK:
            raise AppError("intake.too_large", size=size // 2**20, limit=LARGEST_BOOK // 2**20)
        header, _ = self._ask({"verb": "workbook", "path": str(path)}, timeout, cancelled)
        return workbook_from_json(header)

    def picture(self, path: Path, page: int, scale: float, timeout: float | None = None) -> PagePicture:
        """Draw a page (of a PDF or an image) upright at ``scale`` pixels a point."""
        request = {"verb": "picture", "path": str(path), "page": page, "scale": scale}
        header, pixels = self._ask(request, timeout or self._page_seconds)
        return PagePicture(header["width"], header["height"], header["stride"], pixels)

    def geometry(self, path: Path, page: int, timeout: float | None = None) -> PageGeometry:
        """Return where each character of a PDF's page stands."""
        request = {"verb": "geometry", "path": str(path), "page": page}
        header, _ = self._ask(request, timeout or self._page_seconds)
        boxes = tuple(tuple(box) if box else None for box in header["boxes"])
        return PageGeometry(tuple(header["crop"]), header["rotation"], header["text"], boxes)

    def stop(self) -> None:
        """End the worker, also in the middle of a call (intake.stopped there); the next call starts a fresh one."""
        with self._hand:
            process, self._process = self._process, None
        if process is not None:
            _end(process)

    def close(self) -> None:
        """End the worker for good: a call under way and every later one is answered with intake.stopped."""
        with self._hand:
            self._closed = True
        self.stop()

    def _ask(
        self, request: dict[str, Any], timeout: float, cancelled: Callable[[], bool] | None = None
    ) -> tuple[dict[str, Any], bytes]:
        with self._turn:
            process = self._started()
            try:
                with Watch(process, timeout, cancelled) as watch:
                    assert process.stdin is not None
                    assert process.stdout is not None
                    wire.send(process.stdin, request)
                    header, payload = wire.receive(process.stdout)
            except wire.Closed as error:
                stopped = "intake.crashed" if self._process is process else "intake.stopped"
                self.stop()
                raise AppError(watch.reason or stopped, seconds=round(timeout)) from error
        if "error" in header:
            raise AppError(header["error"], **header["params"])
        return header, payload

    def _started(self) -> subprocess.Popen[bytes]:
        held = self._process
        if held is not None and held.poll() is not None:
            self.stop()
        with self._hand:
            if self._closed:
                raise AppError("intake.stopped")
            process = self._process or subprocess.Popen(
                worker_command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._process = process
        return process


def worker_command() -> list[str]:
    """Return how a worker is started: the frozen application itself, else this Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    return [sys.executable, "-m", "areasef", "--worker"]


def _environment() -> dict[str, str]:
    source = str(Path(__file__).resolve().parents[2])
    known = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (source, known)))}


def _size(path: Path) -> int:
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise AppError("intake.unreadable") from error
    if not stat.S_ISREG(found.st_mode):
        raise AppError("intake.not_a_file")
    return found.st_size


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except OSError:
                continue
