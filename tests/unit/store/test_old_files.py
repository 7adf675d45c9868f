"""A file of every released version opens, whole, also where the kinds have grown since."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from areasef.domain.citation import Citation
from areasef.domain.evidence import Evidence, Revision
from areasef.domain.partner import Partner
from areasef.domain.statement import Statement
from areasef.store.engine import connect
from areasef.store.opening import open_workspace
from areasef.store.workspace import Workspace

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*.areasef.gz"))


def unpacked(fixture: Path, document: Path) -> Path:
    document.write_bytes(gzip.decompress(fixture.read_bytes()))
    return document


def is_whole(workspace: Workspace) -> bool:
    statement, revision = workspace.get(Statement, "s1"), workspace.get(Revision, "r1")
    assert statement is not None
    assert revision is not None
    assert statement.partner_ids == ("p1",)
    assert [item.ref for item in workspace.all(Evidence)] == ["E-101"]
    assert [citation.locator.quote for citation in workspace.all(Citation) if citation.locator] == ["Waits fell"]
    assert b"".join(workspace.read_blob(revision.sha256)) == b"Waits fell from 52 weeks to 31.\n"
    assert [(hit.kind, hit.page) for hit in workspace.search("weeks", 5)] == [("evidence", 1)]
    return workspace.verify() == ()


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
@pytest.mark.parametrize("read_only", [True, False])
def test_an_old_file_opens_whole(document: Path, fixture: Path, read_only: bool) -> None:
    workspace = open_workspace(unpacked(fixture, document), "J. Lindqvist", read_only=read_only)
    assert is_whole(workspace)
    workspace.close()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_from_before_a_field_and_a_link_were_added_gains_them(document: Path, read_only: bool) -> None:
    db = connect(unpacked(FIXTURES[0], document))
    for sql in (
        "DROP TRIGGER log_partner_insert",
        "DROP TRIGGER log_partner_update",
        "DROP TRIGGER log_partner_delete",
        "ALTER TABLE partner DROP COLUMN note",
        "DROP TABLE risk_action",
    ):
        db.conn.execute(sql)
    db.conn.close()
    before = document.read_bytes()
    workspace = open_workspace(document, "J. Lindqvist", read_only=read_only)
    assert is_whole(workspace)
    assert workspace.all(Partner) == (Partner("p1", "NHS Three Rivers ICB"),)
    if read_only:
        assert document.read_bytes() == before
    else:
        with workspace.write("Note") as batch:
            batch.put(Partner("p1", "NHS Three Rivers ICB", note="New"))
        assert workspace.history(Partner, "p1")[0].field == "note"
    workspace.close()


def test_there_is_a_file_of_the_first_version() -> None:
    assert FIXTURES
