"""A workspace of 5,000 items of evidence opened, in a process of its own, against SQLite checking and copying that file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from areasef.services.gathering import gather
from areasef.services.workspaces import open_workspace
from bench.filling import fill_evidence, new_session, room
from bench.measure import Row, bench, best

ITEMS, PAGES = 5000, 4


def opened(document: str, profile: str, fresh: bool) -> dict[str, float]:
    """Open the workspace, gather it whole, close it; return seconds of each."""
    os.environ["AREASEF_PROFILE"] = profile
    if fresh:
        shutil.rmtree(profile)
    start = time.perf_counter()
    session = open_workspace(Path(document), "R. Okafor")
    there = time.perf_counter()
    found = len(gather(session).evidence)
    whole = time.perf_counter()
    session.close()
    return {"open": there - start, "gather": whole - there, "close": time.perf_counter() - whole, "found": found}


def checked(document: str, _profile: str, _fresh: bool) -> dict[str, float]:
    """What SQLite takes to check the file and copy it: without both it cannot be known to be whole, nor worked in."""
    start = time.perf_counter()
    connection = sqlite3.connect(f"file:{document}?mode=ro", uri=True)
    connection.execute("PRAGMA quick_check").fetchone()
    connection.close()
    shutil.copyfile(document, f"{document}.copy")
    return {"open": time.perf_counter() - start}


@bench("opening")
def opening() -> Iterator[Row]:
    """Time the opening on this computer's second day, and on a computer that has not seen the file."""
    with room() as folder:
        session = new_session(folder)
        fill_evidence(session, ITEMS, PAGES)
        session.close()
        document, profile = str(session.document), str(folder / "profile")
        size = session.document.stat().st_size / 2**20
        again = best("bench.opening:opened", document, profile, False)
        first = best("bench.opening:opened", document, profile, True)
        peer = best("bench.opening:checked", document, profile, False)
        assert again.returned["found"] == ITEMS
    said = f"{ITEMS:,} items, {ITEMS * PAGES:,} pages, {size:.0f} MB; best of 3"
    theirs = peer.returned["open"] * 1000
    yield Row("open again", again.returned["open"] * 1000, "ms", "check and copy", theirs, said)
    yield Row("open on another computer", first.returned["open"] * 1000, "ms", "check and copy", theirs, said)
    yield Row(
        "gather everything", again.returned["gather"] * 1000, "ms", conditions="the whole evaluation as one value"
    )
    yield Row("close", again.returned["close"] * 1000, "ms", conditions="nothing to save")
    yield Row("memory at most", again.peak_mb, "MB", "SQLite alone", peer.peak_mb, "")
