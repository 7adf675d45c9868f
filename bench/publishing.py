"""The file brought up to date with 500 MB of attachments in it, against a copy of the same bytes, flushed as well."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from areasef.services import writing
from areasef.services.session import Session
from bench.filling import new_session, room
from bench.measure import Row, Spread, bench, spread, timed
from bench.saving import bare

FILES, EACH, TIMES = 10, 50 * 2**20, 3


def copied(source: Path, target: Path) -> None:
    """Copy a file and flush it to the disk."""
    shutil.copyfile(source, target)
    handle = os.open(target, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What was timed while a file was published, in ms: saves, what they computed, and bare commits of the same words."""

    saves: Spread
    computed: Spread
    bare: Spread


def save_while_publishing(session: Session, statement_id: str, folder: Path) -> Meanwhile:
    """Publish in another thread, as the window does; meanwhile time saves and bare flushed commits by turns.

    Both wait for the same disk, which is busy with the publish: what they differ in is ours.
    """
    beside, peer = session.beside(), bare(folder)
    publisher = threading.Thread(target=beside.store.publish)
    publisher.start()
    saves: list[float] = []
    computed: list[float] = []
    commits: list[float] = []
    while publisher.is_alive():
        words = f"Typed meanwhile {len(saves)}"
        start, spent = time.perf_counter(), time.thread_time()
        writing.reword(session, statement_id, words)
        computed.append((time.thread_time() - spent) * 1000)
        saves.append((time.perf_counter() - start) * 1000)
        start = time.perf_counter()
        peer.execute("UPDATE statement SET body = ? WHERE id = 1", (words,))
        commits.append((time.perf_counter() - start) * 1000)
    publisher.join()
    beside.leave()
    peer.close()
    return Meanwhile(spread(saves), spread(computed), spread(commits))


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
        meanwhile = save_while_publishing(session, statement.id, folder)
        session.close()
    said = f"{FILES * EACH // 2**20} MB, {TIMES} times; least {ours.least:.0f}, most {ours.most:.0f}"
    yield Row("publish, median", ours.median, "ms", "copy and flush", peer.median, said)
    saves, computed, commits = meanwhile.saves, meanwhile.computed, meanwhile.bare
    said = f"{saves.count} saves and as many commits by turns"
    yield Row("save while publishing, median", saves.median, "ms", "bare commit", commits.median, said)
    yield Row("save while publishing, p95", saves.p95, "ms", "bare commit", commits.p95)
    yield Row("save while publishing, most", saves.most, "ms", "bare commit", commits.most)
    yield Row("of it computed, most", computed.most, "ms", conditions="CPU time of the thread that saves")
