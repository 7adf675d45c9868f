"""A file that is not ours, not whole or not free is refused by its own sentence, and left as it was."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from areasef.domain.partner import Partner
from areasef.store import blobs
from areasef.store.engine import connect
from areasef.store.opening import create, open_workspace
from areasef.store.workspace import Workspace
from areasef.words.faults import AppError

from .crashing import kill_after, start

HOLDS = """
import sys
from pathlib import Path
from areasef.store.opening import open_workspace
workspace = open_workspace(Path(sys.argv[1]), "J. Lindqvist")
print("open")
sys.stdin.read()
"""


def code_of_opening(document: Path, read_only: bool = False) -> str:
    with pytest.raises(AppError) as caught:
        open_workspace(document, "R. Okafor", read_only=read_only)
    assert str(caught.value)
    return caught.value.code


def foreign(document: Path) -> None:
    connection = sqlite3.connect(document)
    connection.execute("CREATE TABLE other (thing)")
    connection.close()


def newer(document: Path) -> None:
    create(document, "R. Okafor", {}).close()
    db = connect(document)
    db.conn.execute("UPDATE about SET value = '99' WHERE key = 'reader'")
    db.conn.close()


def hollow(document: Path) -> None:
    create(document, "R. Okafor", {}).close()
    db = connect(document)
    db.conn.execute("DELETE FROM about WHERE key = 'workspace'")
    db.conn.close()


def damaged(document: Path) -> None:
    create(document, "R. Okafor", {}).close()
    data = bytearray(document.read_bytes())
    data[16384 * 2 : 16384 * 9] = b"\xa5" * (16384 * 7)
    document.write_bytes(data)


def cut_short(document: Path) -> None:
    create(document, "R. Okafor", {}).close()
    document.write_bytes(document.read_bytes()[:200_000])


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda document: document.write_bytes(b""), "store.empty"),
        (lambda document: document.write_bytes(b"PK\x03\x04 a letter" * 50), "store.not_a_workspace"),
        (lambda document: document.write_bytes(b"SQLite format 3\x00"), "store.foreign"),
        (lambda document: None, "store.not_there"),
        (foreign, "store.foreign"),
        (newer, "store.newer"),
        (hollow, "store.damaged"),
        (damaged, "store.damaged"),
        (cut_short, "store.damaged"),
    ],
    ids=[
        "empty",
        "no database",
        "header alone",
        "missing",
        "another program's",
        "newer",
        "hollow",
        "damaged",
        "cut short",
    ],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_that_cannot_be_opened_is_left_as_it_was(
    document: Path, make: Callable[[Path], object], code: str, read_only: bool
) -> None:
    make(document)
    before = document.read_bytes() if document.exists() else None
    assert code_of_opening(document, read_only=read_only) == code
    assert (document.read_bytes() if document.exists() else None) == before
    assert not [path for path in document.parent.iterdir() if path.name.startswith(".")]


def test_a_second_window_is_told_who_has_it_and_may_read(document: Path) -> None:
    first = create(document, "R. Okafor", {})
    with first.write("Add") as batch:
        batch.put(Partner("p1", "Council"))
    with pytest.raises(AppError) as caught:
        open_workspace(document, "J. Lindqvist")
    assert (caught.value.code, caught.value.params["who"]) == ("store.in_use", "R. Okafor")
    reader = open_workspace(document, "J. Lindqvist", read_only=True)
    assert [partner.name for partner in reader.all(Partner)] == ["Council"]
    with pytest.raises(AppError, match="read only"), reader.write("Edit"):
        pass
    reader.close()
    first.close()


def test_a_lock_left_by_a_process_that_died_here_is_taken_over(document: Path) -> None:
    create(document, "R. Okafor", {}).close()
    process = start(HOLDS, document)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    assert code_of_opening(document) == "store.in_use"
    kill_after(process, 0)
    open_workspace(document, "R. Okafor").close()


def test_another_computers_lock_is_taken_over_only_when_asked(document: Path) -> None:
    create(document, "R. Okafor", {}).close()
    note = document.with_name(f".{document.name}.holder.json")
    note.write_text(json.dumps({"who": "J. Lindqvist", "host": "OFFICE-7", "process": 4, "since": "2026-11-23T09:00"}))
    assert code_of_opening(document) == "store.in_use_elsewhere"
    assert note.exists()
    open_workspace(document, "R. Okafor", take_over=True).close()
    assert not note.exists()


def test_verify_finds_a_changed_byte_an_altered_log_and_a_trigger_that_is_gone(document: Path, tmp_path: Path) -> None:
    workspace = create(document, "R. Okafor", {})
    source = tmp_path / "a.pdf"
    source.write_bytes(b"evidence")
    workspace.add_blob(source)
    with workspace.write("Add") as batch:
        batch.put(Partner("p1", "Council"))
    workspace.close()
    db = connect(document)
    db.conn.execute("UPDATE blob_piece SET data = x'00'")
    db.conn.execute("""UPDATE change_log SET changes = replace(changes, 'Council', 'Nobody')""")
    db.conn.execute("DROP TRIGGER log_partner_update")
    db.conn.close()
    opened = open_workspace(document, "R. Okafor", read_only=True, profile=tmp_path / "fresh")
    found = {fault.code for fault in opened.verify()}
    assert found == {"store.verify_original", "store.verify_log", "store.verify_trigger", "store.verify_row"}
    with pytest.raises(AppError) as caught:
        opened.verify(lambda done, of: done < of - 1)
    assert caught.value.code == "store.verify_stopped"
    opened.close()
    with pytest.raises(AppError):
        open_workspace(document, "R. Okafor", profile=tmp_path / "fresh")


def test_a_file_that_is_too_large_or_has_no_room_is_not_added(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "video.mp4"
    with large.open("wb") as file:
        file.truncate(blobs.LARGEST + 1)
    with pytest.raises(AppError) as caught:
        workspace.add_blob(large)
    assert caught.value.code == "store.file_too_large"
    monkeypatch.setattr(blobs, "_ROOM_LEFT", 10**18)
    small = tmp_path / "a.pdf"
    small.write_bytes(b"evidence")
    with pytest.raises(AppError) as caught:
        workspace.add_blob(small)
    assert caught.value.code == "store.no_room"
    assert workspace.verify() == ()
