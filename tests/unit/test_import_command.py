"""``areasef import report``: the whole report as one JSON object, a few lines in plain words, or one sentence why not."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from tests.builders import AREA
from tests.unit.intake.reports.invented import Author
from tests.unit.intake.reports.printing import print_report, text_form
from tests.unit.plan_books import messy

from areasef import commands
from areasef.__main__ import main
from areasef.domain.record import Finding
from areasef.services.workspaces import create_workspace, open_workspace

KEYS = (
    "area",
    "start",
    "end",
    "previous_start",
    "previous_end",
    "outcome",
    "next_full_inspection_years",
    "monitoring_inspection",
    "priority_action_plan_required",
    "information",
    "experience",
    "effective",
    "better",
    "priority_action",
    "improvement",
)


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    print_report(path, Author(60).report("systemic_failings"))
    return path


def test_json_is_one_object_with_the_keys_of_a_report(report_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "report", str(report_file), "--json"]) == commands.DONE
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert tuple(found) == KEYS
    assert (found["area"], found["start"], found["outcome"]) == ("Marlbridge", "2024-07-08", "systemic_failings")
    assert set(found["effective"][0]) == {"page", "end_page", "text"}
    assert set(found["priority_action"][0]) == {"body", "text"}
    assert all(isinstance(text, str) for text in found["improvement"])
    assert err == ""


def test_a_text_has_no_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text_form(Author(61).report()), encoding="utf-8")
    assert main(["import", "report", str(path), "--json"]) == commands.DONE
    assert set(json.loads(capsys.readouterr().out)["better"][0]) == {"text"}


def test_plain_words_name_area_outcome_and_what_must_be_done(
    report_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "report", str(report_file)]) == commands.DONE
    said = capsys.readouterr().out
    assert said.startswith("Marlbridge, 8 July 2024 to 12 July 2024\nThere are widespread")
    assert "12 effective, 10 to do better, 6 for priority action, 4 for improvement" in said


def test_what_could_not_be_read_is_said_and_changes_the_exit_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text_form(Author(62).report(dates="in the summer")), encoding="utf-8")
    assert main(["import", "report", str(path), "--json"]) == commands.FAULTS
    out, err = capsys.readouterr()
    assert json.loads(out)["start"] is None
    assert "no dates that can be read" in err


def test_what_is_no_report_is_refused_in_a_sentence(
    report_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("A letter about bins and roads. " * 20, encoding="utf-8")
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(report_file) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="one", user="two"))
    for path, words in (
        (letter, "none of the headings"),
        (locked, "opens only with a password"),
        (tmp_path / "missing.pdf", "damaged, or is neither"),
    ):
        assert main(["import", "report", str(path)]) == commands.FAILED
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"areasef: {path.name} ")
        assert words in err
        assert err.count("\n") == 1


def test_into_a_workspace_it_keeps_findings_and_refuses_them_twice(
    report_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = tmp_path / "Alderbrook.areasef"
    create_workspace(workspace, AREA, "R. Okafor").close()
    assert main(["import", "report", str(report_file), "--workspace", str(workspace)]) == commands.DONE
    assert "32 findings kept in Alderbrook.areasef" in capsys.readouterr().out
    assert main(["import", "report", str(report_file), "--workspace", str(workspace)]) == commands.FAILED
    assert "are in this workspace" in capsys.readouterr().err
    session = open_workspace(workspace, read_only=True)
    try:
        assert len(session.store.all(Finding)) == 32
    finally:
        session.close()


class TestPlan:
    def test_a_workbook_alone_is_read_and_its_faults_are_said_by_cell(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = messy(tmp_path / "messy.xlsx")
        assert main(["import", "plan", str(path)]) == commands.FAULTS
        out, err = capsys.readouterr()
        assert out.startswith("Actions: 8 new, 1 left out")
        assert "Action plan row 7, new: Open two more clinics in the north" in out
        assert out.endswith("Nothing was kept.\n")
        assert "areasef: Action plan!E9: 31 February 2026 is no date." in err

    def test_into_a_workspace_it_keeps_and_the_second_time_finds_nothing_new(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path, workspace = messy(tmp_path / "messy.xlsx"), tmp_path / "Alderbrook.areasef"
        create_workspace(workspace, AREA, "R. Okafor").close()
        into = ["import", "plan", str(path), "--workspace", str(workspace)]
        assert main([*into, "--preview"]) == commands.FAULTS
        assert capsys.readouterr().out.endswith("Nothing was kept.\n")
        assert main(into) == commands.FAULTS
        assert capsys.readouterr().out.endswith("Kept in Alderbrook.areasef.\n")
        assert main(into) == commands.FAILED
        assert "Nothing in messy.xlsx differs from what is here" in capsys.readouterr().err
        assert main([*into, "--preview", "--json"]) == commands.FAULTS
        found = json.loads(capsys.readouterr().out)
        assert {row["becomes"] for row in found["rows"]} == {"same", "left_out"}
        assert found["faults"][1]["place"] == "Action plan!E9"
        assert found["kept"] is False

    def test_what_is_no_workbook_is_refused_in_a_sentence(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "plan.docx"
        path.write_text("A plan in words.")
        assert main(["import", "plan", str(path), "--json"]) == commands.FAILED
        out, err = capsys.readouterr()
        assert json.loads(out)["error"]["code"] == "sheet.not_a_workbook"
        assert err.count("\n") == 1
