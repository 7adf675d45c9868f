"""A worker is shut in, and whoever waits for it can stop waiting."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.unit.intake.test_worker import a_pdf, hostile_pdf

from areasef.intake.worker import Worker
from areasef.words.faults import AppError

posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and pipes of POSIX systems")


def code_of(worker: Worker, path: Path) -> str:
    with pytest.raises(AppError) as caught:
        worker.picture(path, 1, 2.0)
    return caught.value.code


def test_stop_ends_a_call_that_hangs_and_the_next_one_works(tmp_path: Path) -> None:
    worker = Worker()
    try:
        good, hostile = a_pdf(tmp_path / "good.pdf"), hostile_pdf(tmp_path / "hostile.pdf")
        assert worker.read(good).page_count == 3
        ender = threading.Timer(0.3, worker.stop)
        ender.start()
        assert code_of(worker, hostile) == "intake.stopped"
        ender.join()
        assert worker.read(good).page_count == 3
    finally:
        worker.close()


def test_a_reading_that_nobody_wants_is_stopped(tmp_path: Path) -> None:
    worker = Worker()
    try:
        (tmp_path / "a.csv").write_bytes(b"North,38\n" * 900_000)
        with pytest.raises(AppError) as caught:
            worker.read(tmp_path / "a.csv", cancelled=lambda: True)
        assert caught.value.code == "intake.stopped"
    finally:
        worker.close()


def test_one_worker_hangs_and_the_other_goes_on(worker: Worker, tmp_path: Path) -> None:
    other = Worker()
    hostile = hostile_pdf(tmp_path / "hostile.pdf")
    heard: list[str] = []
    caller = threading.Thread(target=lambda: heard.append(code_of(other, hostile)))
    caller.start()
    assert worker.read(a_pdf(tmp_path / "good.pdf")).page_count == 3
    ender = threading.Timer(0.3, other.stop)
    ender.start()
    caller.join()
    ender.join()
    assert heard == ["intake.stopped"]


@posix
def test_what_is_no_file_is_never_opened(worker: Worker, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "nowhere.pdf").symlink_to(tmp_path / "gone")
    found = []
    for name in ("pipe.pdf", "nowhere.pdf", "absent.pdf", "x" * 300):
        with pytest.raises(AppError) as caught:
            worker.read(tmp_path / name)
        found.append(caught.value.code)
    assert found == ["intake.not_a_file", *["intake.unreadable"] * 3]


def test_a_very_long_path_is_read(worker: Worker, tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["a long name of a folder 🙂" * 2] * (2 if sys.platform == "win32" else 30))
    folder.mkdir(parents=True)
    assert worker.read(a_pdf(folder / "a.pdf")).page_count == 3


@posix
@pytest.mark.parametrize(
    "deed", ["open(r'{0}', 'w').write('x')", "import socket; socket.socket()", "bytearray(4 * 1024**3)"]
)
def test_a_worker_cannot_write_reach_out_or_take_all_memory(tmp_path: Path, deed: str) -> None:
    target = tmp_path / "written"
    code = f"from areasef.intake.limits import shut_in; shut_in(); {deed.format(target)}"
    path = str(Path(__file__).parents[3] / "desktop")
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path}, capture_output=True, check=False
    )
    assert done.returncode != 0
    assert any(error in done.stderr for error in (b"PermissionError", b"MemoryError"))
    assert not target.exists()


def test_a_worker_that_was_closed_starts_no_process_behind_the_back(tmp_path: Path) -> None:
    worker = Worker()
    good = a_pdf(tmp_path / "good.pdf")
    assert worker.read(good).page_count == 3
    worker.close()
    assert code_of(worker, good) == "intake.stopped"
    assert worker.process_id is None
