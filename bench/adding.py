"""A thousand files added while a script types in the real window, against the same window typed in with nothing else to do."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from reportlab.pdfgen.canvas import Canvas

from bench.filling import new_session, room
from bench.measure import Row, apart, bench, spread

FILES, IDLE_SECONDS, KEY_MS = 1000, 10, 40
WORDS = "Children in the north wait longer than others, and their families say so. "


def make_files(folder: Path) -> list[Path]:
    """Make small PDFs of two pages, all different."""
    made = []
    for number in range(FILES):
        path = folder / f"survey {number}.pdf"
        canvas = Canvas(str(path))
        for page in (1, 2):
            canvas.drawString(72, 700, f"Survey {number}, page {page}: families wait {number % 60} weeks.")
            canvas.showPage()
        canvas.save()
        made.append(path)
    return made


def first(look: Callable[[], list[Any]]) -> Any:
    """Let the window go on until what is looked for is there, and return the first."""
    loop = QEventLoop()
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: loop.quit() if look() else None)
    timer.start()
    loop.exec()
    return look()[0]


def sitting(folder: str) -> dict[str, object]:
    """Open the window, type into a statement, add the files meanwhile; return the gaps between turns of the event loop."""
    from PySide6.QtTest import QTest

    from areasef.domain.evidence import Evidence
    from areasef.services import adding, writing
    from areasef.services.session import Session
    from areasef.ui import application
    from areasef.ui.desk import Desk
    from areasef.ui.jobs import Ticket
    from areasef.ui.navigation import Target
    from areasef.ui.preferences import Preferences
    from areasef.ui.widgets.writing_box import WritingBox

    os.environ["AREASEF_PROFILE"] = str(Path(folder, "profile"))
    application.build([], Preferences())
    session = new_session(Path(folder))
    statement = writing.add_statement(session, "i3", "impact", "Waits fell.")
    desk = Desk(session, Preferences(), lambda: None)
    desk.open(Target("evaluate", "statement", statement.id, "body"))
    box = first(lambda: desk.window.findChildren(WritingBox))
    box.setFocus()
    gaps: list[float] = []
    keys: list[float] = []

    def beat() -> None:
        now = time.perf_counter()
        gaps.append((now - beat.last) * 1000)  # type: ignore[attr-defined]
        beat.last = now  # type: ignore[attr-defined]

    def press() -> None:
        start = time.perf_counter()
        QTest.keyClicks(box, WORDS[len(keys) % len(WORDS)])
        keys.append((time.perf_counter() - start) * 1000)

    heart, fingers = QTimer(interval=1), QTimer(interval=KEY_MS)
    heart.timeout.connect(beat)
    fingers.timeout.connect(press)

    def phase(begin: Callable[[QEventLoop], object]) -> dict[str, float]:
        loop = QEventLoop()
        begin(loop)
        gaps.clear()
        keys.clear()
        beat.last = time.perf_counter()  # type: ignore[attr-defined]
        start = beat.last  # type: ignore[attr-defined]
        loop.exec()
        found, typed = spread(gaps), spread(keys)
        return {
            "seconds": time.perf_counter() - start,
            "longest": found.most,
            "late": sum(gap > 50 for gap in gaps),
            "p95": found.p95,
            "key": typed.median,
            "key_most": typed.most,
            "keys": typed.count,
        }

    def add(loop: QEventLoop) -> None:
        def work(_ticket: Ticket) -> adding.AddReport:
            beside: Session = session.beside()
            try:
                return adding.add_files(beside, sorted(Path(folder, "files").iterdir()))
            finally:
                beside.leave()

        def done(report: adding.AddReport) -> None:
            desk.window.bus.say(report.change)
            loop.quit()

        def failed(error: Exception) -> None:
            sys.stderr.write(f"{error}\n")
            loop.quit()

        desk.window.jobs.run(work, done, failed)

    heart.start()
    fingers.start()
    idle = phase(lambda loop: QTimer.singleShot(IDLE_SECONDS * 1000, loop.quit))
    busy = phase(add)
    fingers.stop()
    heart.stop()
    count = len(session.store.all(Evidence))
    desk.window.close()
    first(lambda: [1] if desk.window.isHidden() else [])
    return {"idle": idle, "busy": busy, "count": count}


@bench("adding")
def adding_files() -> Iterator[Row]:
    """Measure the longest stall of the event loop, idle and while files are added; and what a key costs."""
    with room() as folder:
        (folder / "files").mkdir()
        make_files(folder / "files")
        found = apart("bench.adding:sitting", str(folder)).returned
    idle, busy = found["idle"], found["busy"]
    assert found["count"] == FILES
    said = f"{FILES:,} PDFs of two pages in {busy['seconds']:.0f} s, a key each {KEY_MS} ms"
    peer = f"{IDLE_SECONDS} s of typing alone"
    yield Row("longest stall while adding", busy["longest"], "ms", peer, idle["longest"], said)
    yield Row("stalls over 50 ms", busy["late"], "times", peer, idle["late"], "")
    yield Row("turn of the event loop, p95", busy["p95"], "ms", peer, idle["p95"], "")
    yield Row(
        "a key, median", busy["key"], "ms", peer, idle["key"], f"most {busy['key_most']:.0f}, {busy['keys']} keys"
    )
    yield Row("files added a second", FILES / busy["seconds"], "1/s")
