"""Long random histories of edits, bins and links, undone to the beginning and done again to the end."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from areasef.domain.evaluation import Evaluation
from areasef.domain.identity import new_id
from areasef.domain.partner import Partner
from areasef.domain.plan import Action, Actual, Measure, Priority
from areasef.domain.statement import Statement
from areasef.store.blobs import BlobInfo
from areasef.store.engine import connect
from areasef.store.opening import create
from areasef.store.sitting import Batch
from areasef.store.workspace import Workspace
from areasef.words.faults import AppError


def one_step(workspace: Workspace, chance: random.Random, evaluation: Evaluation, batch: Batch) -> None:
    partners, statements = workspace.all(Partner), workspace.all(Statement)
    what = chance.choice(("partner", "statement", "edit", "link", "bin", "plan"))
    if what == "partner" or not partners:
        batch.put(Partner(new_id(), f"Partner {chance.random()}"))
    elif what == "plan":
        priority = Priority(new_id(), "Waits", position=chance.random())
        action = Action(new_id(), priority.id, "Recruit", partner_ids=(chance.choice(partners).id,))
        measure = Measure(new_id(), action.id, "Weeks", target=chance.random() / 3)
        for thing in (priority, action, measure, Actual(new_id(), measure.id, date(2026, 9, 1), chance.random())):
            batch.put(thing)
    elif what == "statement" or not statements:
        batch.put(Statement(new_id(), evaluation.id, "i3", "impact", "Waits\u2028fell 🙂.", position=chance.random()))
    elif what == "edit":
        batch.put(replace(chance.choice(statements), body=f"“{chance.random()}”"))
    elif what == "link":
        some = chance.sample(partners, chance.randrange(min(4, len(partners)) + 1))
        batch.put(replace(chance.choice(statements), partner_ids=tuple(partner.id for partner in some)))
    else:
        batch.bin(Statement, chance.choice(statements).id)


@pytest.mark.parametrize("seed", range(6))
def test_undone_to_the_beginning_and_done_again_to_the_end(workspace: Workspace, seed: int) -> None:
    chance = random.Random(seed)
    evaluation = Evaluation(new_id(), "Self-evaluation", "test", "1", date(2026, 11, 23))
    hashes = [workspace.content_hash()]
    with workspace.write("Begin") as batch:
        batch.put(evaluation)
    hashes.append(workspace.content_hash())
    for number in range(30):
        with workspace.write(f"Step {number}") as batch:
            for _ in range(chance.randrange(1, 4)):
                one_step(workspace, chance, evaluation, batch)
        if batch.change.kinds:
            hashes.append(workspace.content_hash())
    for wanted in reversed(hashes[:-1]):
        assert workspace.undo() is not None
        assert workspace.content_hash() == wanted
    assert workspace.undo() is None
    for wanted in hashes[1:]:
        assert workspace.redo() is not None
        assert workspace.content_hash() == wanted
    assert workspace.redo() is None
    assert workspace.verify() == ()


def test_the_log_stays_in_order_over_two_connections_when_the_computers_clock_stands_still(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = create(document, "R. Okafor", {})
    beside = workspace.another()
    with monkeypatch.context() as stopped:
        stopped.setattr("areasef.store.changelog.time.time_ns", lambda: 10**18)
        for number in range(6):
            with (workspace, beside)[number % 2].write("Add") as batch:
                batch.put(Partner(f"p{number}", "School"))
    beside.close()
    workspace.close()
    db = connect(document, read_only=True)
    readings = [row[0] for row in db.conn.execute("SELECT clock FROM change_log ORDER BY n")]
    db.conn.close()
    assert readings == sorted(set(readings))
    assert len(readings) == 6


def test_stopping_one_file_leaves_another_that_is_being_added(document: Path, tmp_path: Path) -> None:
    workspace = create(document, "R. Okafor", {})
    beside = workspace.another()
    large, stopped = tmp_path / "large.pdf", tmp_path / "stopped.pdf"
    large.write_bytes(b"a" * 3_000_000)
    stopped.write_bytes(b"b" * 3_000_000)
    refused: list[str] = []

    def meanwhile(done: int, _: int) -> bool:
        if done < 2**20 + 1:
            try:
                beside.add_blob(stopped, lambda *_: False)
            except AppError as error:
                refused.append(error.code)
        return True

    info: BlobInfo = workspace.add_blob(large, meanwhile)
    assert refused == ["store.stopped"]
    assert b"".join(workspace.read_blob(info.sha256)) == large.read_bytes()
    beside.close()
    workspace.close()
