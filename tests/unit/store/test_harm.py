"""What the world does to files: disks without room, rights that are missing, links, colleagues. Nothing is lost."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from areasef.domain.partner import Partner
from areasef.store.engine import connect, uri_of
from areasef.store.opening import create, open_workspace
from areasef.store.workspace import Workspace
from areasef.words.faults import AppError

from .disks import fill, small_disk, somebody_without_rights

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and rights of POSIX systems")


def add(workspace: Workspace, name: str, note: str = "") -> None:
    with workspace.write("Add a partner") as batch:
        batch.put(Partner(f"id of {name}", name, note=note))


def names(workspace: Workspace) -> list[str]:
    return sorted(partner.name for partner in workspace.all(Partner))


def names_in(document: Path, profile: Path) -> list[str]:
    reader = open_workspace(document, "J. Lindqvist", read_only=True, profile=profile)
    try:
        return names(reader)
    finally:
        reader.close()


def test_the_disk_of_the_file_is_full_and_the_file_stays_as_it_was(tmp_path: Path) -> None:
    with small_disk(tmp_path / "usb", 16) as disk:
        document = disk / "Alderbrook.areasef"
        workspace = create(document, "R. Okafor", {})
        add(workspace, "Council")
        workspace.publish()
        before = document.read_bytes()
        ballast = fill(disk, leave=40_000)
        add(workspace, "Forum")
        with pytest.raises(AppError) as caught:
            workspace.publish()
        assert caught.value.code == "store.full"
        assert workspace.saved.problem is not None
        assert document.read_bytes() == before
        with pytest.raises(AppError):
            workspace.save_copy(disk / "Copy.areasef")
        assert sorted(each.name for each in disk.iterdir() if not each.name.startswith(".Alderbrook")) == [
            "Alderbrook.areasef",
            "Alderbrook.bak.areasef",
            "ballast",
        ]
        ballast.unlink()
        workspace.publish()
        assert workspace.saved.problem is None
        workspace.close()
        assert names_in(document, tmp_path / "fresh") == ["Council", "Forum"]


def test_the_disk_of_the_profile_is_full_and_what_was_kept_before_is_there(tmp_path: Path) -> None:
    document = tmp_path / "Alderbrook.areasef"
    with small_disk(tmp_path / "home", 12) as disk:
        workspace = create(document, "R. Okafor", {}, profile=disk)
        add(workspace, "Council")
        ballast = fill(disk)
        with pytest.raises(AppError) as caught:
            add(workspace, "Forum", "long " * 200_000)
        assert caught.value.code == "store.full"
        assert names(workspace) == ["Council"]
        large = tmp_path / "survey.pdf"
        large.write_bytes(b"a" * 3_000_000)
        with pytest.raises(AppError) as caught:
            workspace.add_blob(large)
        assert caught.value.code == "store.no_room"
        ballast.unlink()
        add(workspace, "Forum")
        workspace.close()
        fill(disk)
        (disk / "working").rename(disk / "elsewhere")
        with pytest.raises(AppError) as caught:
            open_workspace(document, "R. Okafor", profile=disk)
        assert caught.value.code == "store.no_room_to_open"
    assert names_in(document, tmp_path / "fresh") == ["Council", "Forum"]


def test_an_original_is_handed_out_whole_or_not_at_all(workspace: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "survey.pdf"
    source.write_bytes(os.urandom(3_000_000))
    sha256 = workspace.add_blob(source).sha256
    with small_disk(tmp_path / "usb", 1) as disk:
        with pytest.raises(AppError) as caught:
            workspace.export_blob(sha256, disk / "survey.pdf")
        assert caught.value.code == "store.full"
        assert list(disk.iterdir()) == []


@posix
def test_a_folder_that_may_not_be_written_is_said_and_the_file_can_be_read(tmp_path: Path) -> None:
    with somebody_without_rights() as home:
        folder, profile = home / "shared", home / "profile"
        folder.mkdir()
        document = folder / "Alderbrook.areasef"
        workspace = create(document, "R. Okafor", {}, profile=profile)
        add(workspace, "Council")
        workspace.close()
        folder.chmod(0o555)
        with pytest.raises(AppError) as caught:
            open_workspace(document, "R. Okafor", profile=profile)
        assert caught.value.code == "store.folder_read_only"
        with pytest.raises(AppError) as caught:
            create(folder / "New.areasef", "R. Okafor", {}, profile=profile)
        assert caught.value.code == "store.folder_read_only"
        assert names_in(document, home / "other") == ["Council"]
        folder.chmod(0o755)
        document.chmod(0o444)
        with pytest.raises(AppError) as caught:
            open_workspace(document, "R. Okafor", profile=profile)
        assert caught.value.code == "store.file_read_only"
        document.chmod(0)
        with pytest.raises(AppError) as caught:
            open_workspace(document, "R. Okafor", profile=profile)
        assert caught.value.code == "store.unreadable"


@posix
def test_a_profile_that_may_not_be_written_is_said_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with somebody_without_rights() as home:
        create(home / "Alderbrook.areasef", "R. Okafor", {}, profile=home / "profile").close()
        (home / "closed").mkdir(0o555)
        with pytest.raises(AppError) as caught:
            create(home / "New.areasef", "R. Okafor", {}, profile=home / "closed")
        assert caught.value.code == "store.folder_read_only"
        with pytest.raises(AppError) as caught:
            open_workspace(home / "Alderbrook.areasef", "R. Okafor", profile=home / "closed")
        assert caught.value.code == "store.folder_read_only"
        assert not [each for each in home.iterdir() if each.name.startswith((".", "New"))]


@posix
def test_a_folder_that_closes_while_work_goes_on_keeps_the_work(tmp_path: Path) -> None:
    with somebody_without_rights() as home:
        folder, profile = home / "shared", home / "profile"
        folder.mkdir()
        document = folder / "Alderbrook.areasef"
        workspace = create(document, "R. Okafor", {}, profile=profile)
        folder.chmod(0o555)
        add(workspace, "Council")
        with pytest.raises(AppError) as caught:
            workspace.publish()
        assert str(caught.value).endswith(".")
        folder.chmod(0o755)
        workspace.close()
        assert names_in(document, home / "other") == ["Council"]


@posix
def test_who_may_read_the_file_stays_as_it_was_chosen(document: Path) -> None:
    workspace = create(document, "R. Okafor", {})
    document.chmod(0o640)
    add(workspace, "Council")
    workspace.close()
    assert stat.S_IMODE(document.stat().st_mode) == 0o640


@posix
def test_a_link_leads_to_the_file_and_stays_a_link(document: Path, tmp_path: Path) -> None:
    create(document, "R. Okafor", {}).close()
    link = tmp_path / "On the desktop.areasef"
    link.symlink_to(document)
    workspace = open_workspace(link, "R. Okafor")
    add(workspace, "Council")
    workspace.close()
    assert link.is_symlink()
    assert names_in(document, tmp_path / "fresh") == ["Council"]


def test_a_reader_can_save_a_copy_to_work_in(document: Path, tmp_path: Path) -> None:
    workspace = create(document, "R. Okafor", {})
    add(workspace, "Council")
    workspace.close()
    reader = open_workspace(document, "J. Lindqvist", read_only=True, profile=tmp_path / "fresh")
    reader.save_copy(tmp_path / "Mine.areasef")
    reader.close()
    mine = open_workspace(tmp_path / "Mine.areasef", "J. Lindqvist", profile=tmp_path / "fresh")
    assert names(mine) == ["Council"]
    add(mine, "Forum")
    mine.close()
    assert names_in(document, tmp_path / "other") == ["Council"]


def test_another_files_publish_in_the_same_folder_is_left_alone(document: Path) -> None:
    workspace = create(document, "R. Okafor", {})
    other = create(document.with_name("Oakhill.areasef"), "J. Lindqvist", {})
    from areasef.store import document as files

    under_way = files.temporary_of(other.document)
    under_way.write_bytes(b"half written")
    add(workspace, "Council")
    workspace.close()
    assert under_way.exists()
    other.close()
    assert list(document.parent.glob(".areasef-*")) == [under_way]
    reopened = open_workspace(other.document, "J. Lindqvist")
    add(reopened, "Forum")
    reopened.close()
    assert not under_way.exists()


def test_whoever_took_a_file_over_keeps_their_name_on_it(document: Path) -> None:
    workspace = create(document, "R. Okafor", {})
    note = document.with_name(f".{document.name}.holder.json")
    taken = {"who": "J. Lindqvist", "host": "OFFICE-7", "process": 4, "since": "2026-11-23T09:00"}
    note.write_text(json.dumps(taken))
    workspace.close()
    assert json.loads(note.read_text()) == taken
    with pytest.raises(AppError) as caught:
        open_workspace(document, "R. Okafor")
    assert "J. Lindqvist has this file open on OFFICE-7" in str(caught.value)


def test_a_file_that_was_moved_away_is_written_anew_where_it_stood(document: Path, tmp_path: Path) -> None:
    workspace = create(document, "R. Okafor", {})
    add(workspace, "Council")
    document.rename(tmp_path / "Moved.areasef")
    workspace.close()
    assert names_in(document, tmp_path / "fresh") == ["Council"]


def test_verify_finds_a_bit_that_flipped_in_a_row_and_in_a_page(document: Path, tmp_path: Path) -> None:
    from areasef.domain.evidence import PageText
    from areasef.domain.page import page_text_hash

    workspace = create(document, "R. Okafor", {})
    add(workspace, "Council")
    text = "Waits fell from 52 weeks to 31."
    workspace.keep_pages("r1", [PageText("r1", 1, "1", text, page_text_hash(text))])
    workspace.close()
    db = connect(document)
    db.conn.execute("DROP TRIGGER log_partner_update")
    db.conn.execute("UPDATE partner SET name = 'Counbil'")
    db.conn.execute("UPDATE page_text SET text = replace(text, '52', '42')")
    db.conn.close()
    reader = open_workspace(document, "R. Okafor", read_only=True, profile=tmp_path / "fresh")
    found = [(fault.code, fault.place) for fault in reader.verify()]
    assert ("store.verify_row", "partner id of Council") in found
    assert ("store.verify_page", "r1 1") in found
    reader.close()


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/srv/a b/Ä?#%.areasef"), "file:///srv/a%20b/%C3%84%3F%23%25.areasef"),
        (PureWindowsPath(r"C:\Users\R\A.areasef"), "file:///C:/Users/R/A.areasef"),
        (PureWindowsPath(r"\\server\share\A.areasef"), "file:////server/share/A.areasef"),
    ],
)
def test_every_path_has_an_address_without_a_servers_name_in_the_wrong_place(
    path: PurePosixPath | PureWindowsPath, uri: str
) -> None:
    assert uri_of(path) == uri
