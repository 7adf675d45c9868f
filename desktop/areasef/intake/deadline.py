"""A watch over one call to a worker: it ends the process that takes too long, or that nobody waits for any more."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Final

_LOOK_SECONDS: Final = 0.1


class Watch:
    """Kills ``process`` after ``seconds``, or once ``cancelled`` says so; ``reason`` is then the code of why."""

    def __init__(
        self, process: subprocess.Popen[bytes], seconds: float, cancelled: Callable[[], bool] | None = None
    ) -> None:
        self.reason = ""
        self._process = process
        self._seconds = seconds
        self._cancelled = cancelled
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, name="intake watch", daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()  # so that it can never end the worker of the next call

    def _look(self) -> None:
        end = time.monotonic() + self._seconds
        while not self._done.is_set():
            if self._cancelled is not None and self._cancelled():
                self.reason = "intake.stopped"
            elif time.monotonic() >= end:
                self.reason = "intake.hung"
            if self.reason:
                self._process.kill()
                return
            self._done.wait(self._pause(end))

    def _pause(self, end: float) -> float:
        left = max(0.0, end - time.monotonic())
        return left if self._cancelled is None else min(left, _LOOK_SECONDS)
