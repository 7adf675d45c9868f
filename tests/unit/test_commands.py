from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.builders import AREA
from tests.gui.plan_content import fill

from areasef import commands
from areasef.__main__ import _names_a_file, main
from areasef.documents.catalogue import DOCUMENTS
from areasef.domain.statement import Statement
from areasef.services.workspaces import create_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with a plan and one claim that cites nothing."""
    path = tmp_path / "Alderbrook.areasef"
    session = create_workspace(path, AREA, "R. Okafor")
    fill(session)
    with session.store.write("A claim") as batch:
        for each in session.store.all(Statement):
            batch.put(each.__class__(**{**_fields(each), "body": "Children gain from the programme."}))
    session.close()
    return path


def _fields(statement: Statement) -> dict[str, Any]:
    return {name: getattr(statement, name) for name in statement.__dataclass_fields__}


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_export_writes_every_document_and_says_where(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    assert main(["export", str(workspace), "--to", str(folder), "--json"]) == commands.DONE
    rows = told(capsys)["exported"]
    assert {row["document"] for row in rows} == set(DOCUMENTS)
    for row in rows:
        assert Path(row["path"]).parent == folder
        assert Path(row["path"]).stat().st_size > 0
        assert len(row["sha256"]) == 64
        assert row["faults"] == []


def test_export_one_document_in_plain_words(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = sorted(DOCUMENTS)[0]
    assert main(["export", str(workspace), "--document", one, "--large-print"]) == commands.DONE
    said = capsys.readouterr().out
    assert str(workspace.parent) in said
    assert " page" in said
    assert main(["export", str(workspace), "--document", one]) == commands.DONE
    made = sorted(path.name for path in workspace.parent.glob("*.pdf"))
    assert len(made) == 2, "the editions would replace one another"
    assert sum("large-print" in name for name in made) == 1


def test_a_final_document_is_refused_while_a_check_must_be_fixed(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(workspace), "--to", str(tmp_path / "out"), "--final"]) == commands.FAILED
    assert "must be fixed before a final document" in capsys.readouterr().err
    assert not list((tmp_path / "out").glob("*.pdf")) if (tmp_path / "out").exists() else True


def test_check_lists_what_is_weak_with_its_place(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(workspace), "--json"]) == commands.FAULTS
    rows = told(capsys)["checks"]
    assert any(row["severity"] == "must" for row in rows)
    assert all(row["what"] and row["where"] for row in rows)
    assert main(["check", str(workspace)]) == commands.FAULTS
    assert "Must fix: " in capsys.readouterr().out


def test_verify_says_a_whole_file_is_whole(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(workspace)]) == commands.DONE
    assert "is whole" in capsys.readouterr().out


def test_a_file_of_another_kind_is_one_sentence_on_the_error_stream(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "letter.areasef"
    other.write_text("Dear all", "utf-8")
    assert main(["verify", str(other), "--json"]) == commands.FAILED
    spoken = capsys.readouterr()
    assert spoken.err.startswith("areasef: ")
    assert json.loads(spoken.out)["error"]["words"] == spoken.err.removeprefix("areasef: ").strip()


def test_packs_are_listed_and_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "list", "--json"]) == commands.DONE
    rows = told(capsys)["packs"]
    assert "area-send-2025" in {row["id"] for row in rows}
    assert main(["packs", "check", rows[0]["path"]]) == commands.DONE
    assert "no faults" in capsys.readouterr().out
    assert main(["packs", "check", str(tmp_path)]) == commands.FAULTS
    assert capsys.readouterr().out.strip()


def test_whoever_reads_along_may_stop_reading(workspace: Path) -> None:
    command = [sys.executable, "-m", "areasef", "check", str(workspace), "--json"]
    end, other = os.pipe()
    os.close(end)  # as if it had read enough before the first line
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "desktop")}
    ran = subprocess.run(command, env=here, stdout=other, stderr=subprocess.PIPE, text=True, check=False)
    os.close(other)
    assert ran.stderr == ""
    assert ran.returncode == commands.FAILED


def test_a_mistyped_word_is_refused_with_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["export"])
    assert caught.value.code == commands.FAILED
    assert "usage: areasef export" in capsys.readouterr().err


def test_every_command_reaches_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = re.findall(r"^    ([a-z]+)  ", capsys.readouterr().out, re.MULTILINE)
    assert {"export", "import", "check", "verify", "packs", "demo", "dates"} <= set(listed)
    for name in listed:
        with pytest.raises(SystemExit) as ended:
            main([name, "--help"])
        assert ended.value.code == 0
        assert f"usage: areasef {name}" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["Alderbrook.areasef", "folder/Alderbrook", "report.pdf"])
def test_a_file_is_opened_and_no_command(word: str) -> None:
    assert _names_a_file(word)
    assert not _names_a_file("export")


def test_export_writes_the_plan_as_a_workbook(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    assert main(["export", str(workspace), "--document", "plan-xlsx", "--to", str(folder), "--json"]) == commands.DONE
    (row,) = told(capsys)["exported"]
    assert row["path"] == str(folder / "Alderbrook-plan-2026-11-23.xlsx")
    assert row["rows"]["Actions"] == 5
    assert Path(row["path"]).read_bytes()[:2] == b"PK"
    assert main(["export", str(workspace), "--document", "plan-xlsx", "--to", str(folder)]) == commands.DONE
    assert "Actions 5, Measures 1" in capsys.readouterr().out
