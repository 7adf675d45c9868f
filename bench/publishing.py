"""The file brought up to date with 500 MB of attachments in it, against a copy of the same bytes, flushed as well."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from areasef.services import writing
from areasef.services.session import Session
from bench.filling import new_session, room
from bench.measure import Row, bench, spread, timed

FILES, EACH, TIMES = 10, 50 * 2**20, 3


def copied(source: Path, target: Path) -> None:
    """Copy a file and flush it to the disk."""
    shutil.copyfile(source, target)
    handle = os.open(target, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def save_while_publishing(session: Session, statement_id: str) -> list[float]:
    """Publish in another thread, as the window does, and time each save that is made meanwhile."""
    beside = session.beside()
    publisher = threading.Thread(target=beside.store.publish)
    publisher.start()
    taken, number = [], 0
    while publisher.is_alive():
        start = time.perf_counter()
        writing.reword(session, statement_id, f"Typed meanwhile {number}")
        taken.append((time.perf_counter() - start) * 1000)
        number += 1
    publisher.join()
    beside.leave()
    return taken


@bench("publishing")
def publishing() -> Iterator[Row]:
    """Time a publish after one edit, and what a save takes while one is under way."""
    with room() as folder:
        session = new_session(folder)
        for number in range(FILES):
            source = folder / f"{number}.bin"
            source.write_bytes(os.urandom(EACH))
            session.store.add_blob(source)
            source.unlink()
        statement = writing.add_statement(session, "i3", "impact", "Waits fell.")

        def edit_and_publish(number: int) -> None:
            writing.reword(session, statement.id, f"Waits fell {number}.")
            session.store.publish()

        ours = timed(edit_and_publish, TIMES)
        peer = timed(lambda _: copied(session.document, folder / "copy"), TIMES)
        meanwhile = spread(save_while_publishing(session, statement.id))
        session.close()
    said = f"{FILES * EACH // 2**20} MB, {TIMES} times; least {ours.least:.0f}, most {ours.most:.0f}"
    yield Row("publish, median", ours.median, "ms", "copy and flush", peer.median, said)
    yield Row("save while publishing, median", meanwhile.median, "ms", conditions=f"{meanwhile.count} saves")
    yield Row("save while publishing, most", meanwhile.most, "ms")
