from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from areasef.domain.citation import Citation, Locator, LocatorKind, Stance
from areasef.domain.evaluation import Area, Evaluation
from areasef.domain.evidence import Evidence, Freshness, Revision, RevisionKind
from areasef.domain.identity import new_id
from areasef.domain.partner import Partner
from areasef.domain.statement import Confidence, State, Statement
from areasef.store.opening import create, open_workspace
from areasef.store.workspace import Workspace
from areasef.words.faults import AppError

AS_AT = date(2026, 11, 23)


def furnish(workspace: Workspace) -> tuple[Evaluation, Partner, Statement]:
    evaluation = Evaluation(new_id(), "Self-evaluation", "test", "1", AS_AT)
    partner = Partner(new_id(), "NHS Three Rivers ICB")
    statement = Statement(
        new_id(), evaluation.id, "i3", "impact", "Waits fell.", partner_ids=(partner.id,), age_ids=("0-5",)
    )
    with workspace.write("Furnish") as batch:
        for thing in (evaluation, partner, statement):
            batch.put(thing)
    return evaluation, partner, statement


def test_what_was_put_comes_back_equal(workspace: Workspace) -> None:
    evaluation, partner, statement = furnish(workspace)
    item = Evidence(new_id(), workspace.next_ref(), "Survey 🙂", covers_to=AS_AT, strand_ids=("i3", "l4"))
    revision = Revision(new_id(), item.id, 1, RevisionKind.FILE, "a.pdf", sha256="0" * 64)
    locator = Locator(
        LocatorKind.PAGE, 2, "2", "“Mae’n anodd”", "before", "after", 10, 24, "h", "pdfium", ((1.0, 2.0, 3.5, 4.0),)
    )
    citation = Citation(new_id(), statement.id, item.id, revision.id, revision.sha256, Stance.CHALLENGES, locator)
    with workspace.write("Cite") as batch:
        for thing in (item, revision, citation):
            batch.put(thing)
    assert workspace.get(Evaluation, evaluation.id) == evaluation
    assert workspace.all(Statement, strand_id="i3") == (statement,)
    assert workspace.get(Evidence, item.id) == item
    assert workspace.all(Citation, statement_id=statement.id) == (citation,)
    assert workspace.all(Partner) == (partner,)
    assert Freshness.CURRENT


def test_a_write_tells_what_it_changed_and_writing_the_same_again_tells_nothing(workspace: Workspace) -> None:
    _, _, statement = furnish(workspace)
    with workspace.write("Reword") as batch:
        batch.put(replace(statement, body="Waits fell twice."))
    assert batch.change.kinds == {"statement"}
    assert batch.change.ids == {statement.id}
    with workspace.write("Reword") as again:
        again.put(replace(statement, body="Waits fell twice."))
    assert not again.change.kinds
    assert workspace.undo_label == "Reword"


def test_a_step_that_fails_leaves_nothing(workspace: Workspace) -> None:
    _, _, statement = furnish(workspace)
    before = workspace.content_hash()

    def fail() -> None:
        with workspace.write("Fail") as batch:
            batch.put(replace(statement, body="Half a thought"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert workspace.content_hash() == before
    assert workspace.undo_label == "Furnish"


def test_history_says_who_what_before_and_after(workspace: Workspace) -> None:
    _, _, statement = furnish(workspace)
    with workspace.write("Set confidence") as batch:
        batch.put(replace(statement, confidence=Confidence.LOW, confidence_reason="One source only"))
    newest = workspace.history(Statement, statement.id)[:2]
    assert {(each.field, each.before, each.after) for each in newest} == {
        ("confidence", None, "low"),
        ("confidence_reason", "", "One source only"),
    }
    assert {(each.who, each.label) for each in newest} == {("R. Okafor", "Set confidence")}


def test_undo_and_redo_of_an_edit_a_link_and_a_deletion(workspace: Workspace) -> None:
    _, partner, statement = furnish(workspace)
    other = Partner(new_id(), "Alderbrook Council")
    with workspace.write("Add a partner") as batch:
        batch.put(other)
    with workspace.write("Stand behind") as batch:
        batch.put(replace(statement, partner_ids=(other.id, partner.id), state=State.AGREED))
    both = workspace.content_hash()
    with workspace.write("Bin") as batch:
        batch.bin(Statement, statement.id)
    assert workspace.all(Statement) == ()
    assert workspace.undo() is not None
    assert workspace.content_hash() == both
    workspace.undo()
    assert workspace.get(Statement, statement.id) == statement
    workspace.redo()
    assert workspace.content_hash() == both
    assert workspace.redo_label == "Bin"
    with workspace.write("Something new") as batch:
        batch.put(replace(other, note="New"))
    assert workspace.redo() is None


def test_undoing_everything_leaves_the_same_content_as_at_first(workspace: Workspace) -> None:
    empty = workspace.content_hash()
    furnish(workspace)
    for number in range(5):
        with workspace.write(f"Add {number}") as batch:
            batch.put(Partner(new_id(), f"School {number}", position=number))
    full = workspace.content_hash()
    while workspace.undo():
        pass
    assert workspace.content_hash() == empty
    assert workspace.binned() == ()
    while workspace.redo():
        pass
    assert workspace.content_hash() == full
    assert workspace.verify() == ()


def test_the_bin_names_what_lies_in_it_and_gives_it_back(workspace: Workspace) -> None:
    _, _, statement = furnish(workspace)
    with workspace.write("Bin") as batch:
        batch.bin(Statement, statement.id)
    (entry,) = workspace.binned()
    assert (entry.title, entry.by, entry.kind) == ("Waits fell.", "R. Okafor", Statement)
    with workspace.write("Restore") as batch:
        batch.restore(Statement, statement.id)
    assert workspace.get(Statement, statement.id) == statement


def test_references_are_given_once_even_when_the_item_is_undone(workspace: Workspace) -> None:
    given = []
    for _ in range(3):
        with workspace.write("Add") as batch:
            item = Evidence(new_id(), workspace.next_ref(), "Survey")
            batch.put(item)
        given.append(item.ref)
        workspace.undo()
    assert given == ["E-101", "E-102", "E-103"]


def test_everything_is_there_after_the_file_was_closed_and_opened_again(document: Path) -> None:
    first = create(document, "R. Okafor", {"a.toml": "x"})
    _, _, statement = furnish(first)
    first.keep_draft(statement.id, "body", "Half typed")
    first.set_setting("as", "is")
    digest = first.content_hash()
    first.close()
    assert [each.name for each in document.parent.iterdir() if each.name.startswith(".")] == []
    second = open_workspace(document, "J. Lindqvist")
    assert second.content_hash() == digest
    assert [draft.text for draft in second.drafts()] == ["Half typed"]
    assert second.pack_files() == {"a.toml": "x"}
    assert second.setting("as") == "is"
    assert second.verify() == ()
    second.close()


def test_an_original_comes_out_as_it_went_in_and_is_kept_once(workspace: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "long name 🙂.bin"
    source.write_bytes(bytes(range(256)) * 12_000)
    info = workspace.add_blob(source)
    assert workspace.add_blob(source) == info
    target = tmp_path / "out.bin"
    workspace.export_blob(info.sha256, target)
    assert target.read_bytes() == source.read_bytes()
    assert workspace.has_blob(info.sha256)


def test_a_job_beside_the_window_writes_over_its_own_connection(workspace: Workspace) -> None:
    _, _, statement = furnish(workspace)
    beside = workspace.another()
    with beside.write("From a job") as batch:
        batch.put(replace(statement, body="Written beside."))
    beside.close()
    found = workspace.get(Statement, statement.id)
    assert found is not None
    assert found.body == "Written beside."


def test_no_area_no_crash(workspace: Workspace) -> None:
    assert workspace.all(Area) == ()


def test_nothing_is_written_over_a_file_that_is_there(document: Path) -> None:
    document.write_text("a colleague’s work")
    with pytest.raises(AppError) as caught:
        create(document, "R. Okafor", {})
    assert caught.value.code == "store.exists"
    assert document.read_text() == "a colleague’s work"
