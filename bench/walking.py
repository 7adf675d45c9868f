"""A full workspace walked through in the real window, as a person would: the longest turn of the event loop at each step.

What counts is the CPU time of the GUI thread: on a computer that is busy with other things the clock on the wall tells
of those.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEventLoop, QObject, QTimer

from bench.filling import fill_evidence, fill_plan, fill_writing, new_session, room
from bench.measure import Row, apart, bench

ITEMS, STATEMENTS, CROWDED, ACTIONS = 5000, 300, 60, 200
RUNS, ALLOWED_MS = 3, 50


class Turns(QObject):
    """Counts what each turn of the event loop takes of the GUI thread, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[float] = []
        self._last = time.thread_time()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self._turn)

    def _turn(self) -> None:
        now = time.thread_time()
        self.found.append((now - self._last) * 1000)
        self._last = now

    def of(self, action: Callable[[], object], busy: Callable[[], int]) -> tuple[float, float]:
        """Do something, let the window come to rest, and return the longest turn and the sum of all turns."""
        loop, quiet = QEventLoop(), 0

        def look() -> None:
            nonlocal quiet
            quiet = 0 if busy() else quiet + 1
            if quiet > 8:
                loop.quit()

        rest = QTimer(interval=20)
        rest.timeout.connect(look)
        QTimer.singleShot(0, action)
        self.found.clear()
        self._last = time.thread_time()
        rest.start()
        loop.exec()
        rest.stop()
        return max(self.found), sum(self.found)


def walk(document: str, profile: str) -> dict[str, tuple[float, float]]:
    """Open the file and do one thing after another; return the longest turn and the sum of turns of each."""
    os.environ["AREASEF_PROFILE"] = profile
    from bench.steps import Walk

    walked = Walk(Path(document))
    turns = Turns()
    found = {}
    for said, action in walked.steps():
        found[said] = turns.of(action, walked.busy)
    walked.end()
    QCoreApplication.sendPostedEvents()
    return found


@bench("walking")
def walking() -> Iterator[Row]:
    """Walk through a workspace of 5,000 items, 300 statements and 200 actions; the least of several walks at each step."""
    with room() as folder:
        session = new_session(folder)
        fill_evidence(session, ITEMS, 1)
        fill_writing(session, STATEMENTS, CROWDED)
        fill_plan(session, 12, ACTIONS)
        session.close()
        walks = [
            apart("bench.walking:walk", str(session.document), str(folder / f"profile-{run}")) for run in range(RUNS)
        ]
    for said in walks[0].returned:
        longest, whole = (min(each.returned[said][at] for each in walks) for at in (0, 1))
        yield Row(said, longest, "ms", "allowed", ALLOWED_MS, f"all turns together {whole:.0f}")


if __name__ == "__main__":
    for name, (longest, whole) in walk(*sys.argv[1:]).items():
        sys.stdout.write(f"{name:40} {longest:7.1f} {whole:8.1f}\n")
