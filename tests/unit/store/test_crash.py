"""What was acknowledged survives a process that is killed without warning, whatever it was doing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from areasef.domain.identity import new_id
from areasef.domain.partner import Partner
from areasef.store.document import inspect
from areasef.store.opening import create, open_workspace
from areasef.store.working_copy import folder_of, profile_folder
from areasef.words.faults import AppError

from .crashing import kill_after, run, start

WRITES = """
import sys
from pathlib import Path
from areasef.domain.identity import new_id
from areasef.domain.partner import Partner
from areasef.store.opening import open_workspace
workspace = open_workspace(Path(sys.argv[1]), "R. Okafor")
publish_every = int(sys.argv[2])
for number in range(100_000):
    partner = Partner(new_id(), f"School {number}")
    with workspace.write("Add") as batch:
        batch.put(partner)
    print(partner.id)
    if publish_every and number % publish_every == 0:
        workspace.publish()
"""
HALF_PUBLISHED = """
import os, signal, sys
from pathlib import Path
from areasef.domain.partner import Partner
from areasef.store import document, publishing
from areasef.store.opening import open_workspace
workspace = open_workspace(Path(sys.argv[1]), "R. Okafor")
with workspace.write("Add") as batch:
    batch.put(Partner("p1", "NHS Three Rivers ICB"))
die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] == "before":
    document._keep_backup = die
else:
    whole, calls = publishing.write_memory, []
    def write_memory(*arguments):
        calls.append(1)
        die() if len(calls) == 2 else whole(*arguments)
    publishing.write_memory = write_memory
workspace.publish()
"""
FULL = """
import resource, sys
from pathlib import Path
from areasef.domain.partner import Partner
from areasef.store.opening import open_workspace
from areasef.words.faults import AppError
workspace = open_workspace(Path(sys.argv[1]), "R. Okafor")
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (1_200_000, hard))
kept = 0
try:
    for number in range(1000):
        with workspace.write("Add") as batch:
            batch.put(Partner(f"p{number}", "N" * 20_000))
        kept += 1
except AppError as error:
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    with workspace.write("There is room again") as batch:
        batch.put(Partner("after", "After"))
    workspace.close()
    print(error.code, kept)
"""


@pytest.mark.parametrize("publish_every", [0, 3])
def test_every_acknowledged_write_is_there_after_kill(document: Path, publish_every: int) -> None:
    create(document, "R. Okafor", {}).close()
    told: list[str] = []
    for number in range(4):
        told += kill_after(start(WRITES, document, publish_every), random.Random(number).randrange(5, 25))
        inspect(document)
    again = open_workspace(document, "R. Okafor")
    assert {partner.id for partner in again.all(Partner)} >= set(told)
    assert again.kept_aside is None
    assert again.verify() == ()
    again.close()
    assert not list(document.parent.glob(".areasef-*"))


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_publish_that_is_killed_is_gone_on_with(document: Path, moment: str) -> None:
    create(document, "R. Okafor", {}).close()
    kill_after(start(HALF_PUBLISHED, document, moment), 1)
    inspect(document)
    again = open_workspace(document, "R. Okafor")
    assert again.get(Partner, "p1") is not None
    assert again.kept_aside is None
    again.publish()
    again.close()
    fresh = open_workspace(document, "J. Lindqvist", read_only=True, profile=document.parent / "other profile")
    assert fresh.get(Partner, "p1") is not None
    fresh.close()


def test_a_full_disk_refuses_kindly_and_work_goes_on_when_there_is_room(document: Path) -> None:
    pytest.importorskip("resource")
    create(document, "R. Okafor", {}).close()
    code, kept = run(FULL, document).split()
    assert code in ("store.full", "store.disk")
    again = open_workspace(document, "R. Okafor")
    assert len(again.all(Partner)) == int(kept) + 1
    assert again.verify() == ()
    again.close()


def test_a_publish_that_fails_at_its_last_step_can_be_tried_again(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = create(document, "R. Okafor", {})
    with workspace.write("Add") as batch:
        batch.put(Partner("p1", "Council"))
    from areasef.store import document as files

    def unplugged(path: Path) -> None:
        if path.is_dir():
            raise OSError(5, "the disk was pulled out")

    with monkeypatch.context() as broken:
        broken.setattr(files, "_flush", unplugged)
        with pytest.raises(AppError):
            workspace.publish()
    assert workspace.saved.problem is not None
    workspace.publish()
    assert workspace.saved.problem is None
    workspace.close()


@pytest.mark.parametrize("lost", ["memory.json", "working.db"])
def test_unpublished_work_outlives_a_damaged_profile(document: Path, lost: str) -> None:
    workspace = create(document, "R. Okafor", {})
    folder = folder_of(document, workspace.workspace_id, profile_folder())
    workspace.close()
    kill_after(start(WRITES, document, 0), 5)
    if lost == "memory.json":
        (folder / lost).unlink()
    else:
        (folder / lost).write_bytes(b"damaged" * 5000)
    again = open_workspace(document, "R. Okafor")
    if lost == "memory.json":
        assert len(again.all(Partner)) >= 5
    else:
        assert again.kept_aside is not None
        assert any(path.name.startswith("working.db") for path in again.kept_aside.iterdir())
    again.close()


def test_a_document_that_moved_on_is_never_replaced(document: Path, tmp_path: Path) -> None:
    create(document, "R. Okafor", {}).close()
    mine = open_workspace(document, "R. Okafor")
    elsewhere = tmp_path / "J"
    elsewhere.mkdir()
    copy = elsewhere / document.name
    copy.write_bytes(document.read_bytes())
    theirs = open_workspace(copy, "J. Lindqvist", profile=elsewhere / "profile")
    with theirs.write("Add") as batch:
        batch.put(Partner(new_id(), "Theirs"))
    theirs.close()
    with mine.write("Add") as batch:
        batch.put(Partner(new_id(), "Mine"))
    copy.replace(document)
    with pytest.raises(AppError) as caught:
        mine.close()
    assert caught.value.code == "store.moved_on"
    again = open_workspace(document, "R. Okafor")
    assert [partner.name for partner in again.all(Partner)] == ["Theirs"]
    assert again.kept_aside is not None
    kept = open_workspace(again.kept_aside, "R. Okafor", read_only=True)
    assert [partner.name for partner in kept.all(Partner)] == ["Mine"]
    kept.close()
    again.close()
