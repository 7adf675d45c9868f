"""Whatever is given to a command: exit status 2, one sentence on the error stream, and the same in JSON."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.builders import AREA
from tests.unit.store.disks import somebody_without_rights
from tests.unit.store.test_refusals import cut_short, damaged, newer

from areasef import commands
from areasef.__main__ import main
from areasef.services.workspaces import create_workspace


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (thing)")
    connection.close()


BAD: dict[str, Callable[[Path], object]] = {
    "is not in": lambda path: None,
    "is empty": lambda path: path.touch(),
    "is not an Area SEF workspace": lambda path: path.write_bytes(b"PK\x03\x04 a letter" * 50),
    "could not be read": lambda path: path.mkdir(),
    "is a database of another program": foreign,
    "was made by a newer version": newer,
    "is damaged": damaged,
    "is damaged and": cut_short,
}


@pytest.mark.parametrize("verb", ["verify", "check", "export"])
@pytest.mark.parametrize("words", BAD)
def test_a_workspace_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, verb: str
) -> None:
    bad = tmp_path / "Bad 🙂.areasef"
    BAD[words](bad)
    assert main([verb, str(bad), "--json"]) == commands.FAILED
    spoken = capsys.readouterr()
    assert spoken.err.startswith("areasef: Bad 🙂.areasef " + words)
    assert spoken.err.count("\n") == 1
    assert json.loads(spoken.out)["error"]["words"] == spoken.err.removeprefix("areasef: ").strip()


def test_a_folder_that_cannot_be_made_or_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "Alderbrook.areasef"
    create_workspace(document, AREA, "R. Okafor").close()
    (tmp_path / "taken").write_text("a file")
    assert main(["export", str(document), "--to", str(tmp_path / "taken")]) == commands.FAILED
    assert "could not be written" in capsys.readouterr().err
    assert (tmp_path / "taken").read_text() == "a file"


def test_a_folder_without_rights_is_one_sentence_and_nothing_is_left_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    warm = tmp_path / "Warm.areasef"
    create_workspace(warm, AREA, "R. Okafor").close()
    main(["export", str(warm)])  # what is imported late is imported while everything may be read
    with somebody_without_rights() as home:
        monkeypatch.setenv("AREASEF_PROFILE", str(home / "profile"))
        document = home / "Alderbrook.areasef"
        create_workspace(document, AREA, "R. Okafor").close()
        assert main(["export", str(document), "--to", str(home / "open")]) == commands.DONE
        capsys.readouterr()
        closed = home / "closed"
        closed.mkdir()
        closed.chmod(0o555)
        assert main(["export", str(document), "--to", str(closed)]) == commands.FAILED
        said = capsys.readouterr().err
        assert said.startswith("areasef: ")
        assert said.count("\n") == 1
        assert list(closed.iterdir()) == []


def test_a_pack_with_a_missing_id_is_said_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from areasef.packs.listing import shipped_packs

    (pack, *_) = shipped_packs()
    copy = tmp_path / "pack"
    for source in pack.path.rglob("*"):
        if source.is_file():
            target = copy / source.relative_to(pack.path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    framework = copy / "framework.toml"
    framework.write_text(framework.read_text("utf-8").replace('id = "cabinet"\n', "", 1), "utf-8")
    assert main(["packs", "check", str(copy), "--json"]) == commands.FAULTS
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert fault["place"].startswith("framework.toml, roles[")
    assert "has no id" in fault["words"]
    assert main(["packs", "check", str(tmp_path / "no pack")]) in (commands.FAULTS, commands.FAILED)
    spoken = capsys.readouterr()
    assert "Traceback" not in spoken.err + spoken.out


def test_a_file_that_is_open_elsewhere_can_be_checked_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "Alderbrook.areasef"
    session = create_workspace(document, AREA, "R. Okafor")
    try:
        assert main(["verify", str(document), "--json"]) == commands.DONE
        assert json.loads(capsys.readouterr().out)["faults"] == []
    finally:
        session.close()
