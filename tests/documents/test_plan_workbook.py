"""The plan as a workbook: read back as Excel would, and looked at in its own XML for what no reader tells."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import python_calamine
from tests.documents.plan_dossier import plan

from areasef.documents.model import DocumentOptions
from areasef.documents.plan_workbook import write_plan_workbook
from areasef.domain.dossier import Dossier
from areasef.domain.numbering import numbering


def written(dossier: Dossier, folder: Path) -> Path:
    path = folder / "plan.xlsx"
    write_plan_workbook(dossier, path, DocumentOptions(marking="OFFICIAL & SENSITIVE"))
    return path


def rows(path: Path, sheet: str) -> list[list[object]]:
    with python_calamine.CalamineWorkbook.from_path(path) as book:
        return [list(row) for row in book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)]


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_each_action_stands_in_a_row_with_real_dates(tmp_path: Path) -> None:
    dossier = plan()
    head, *body = rows(written(dossier, tmp_path), "Actions")
    assert head[:4] == ["Ref", "Priority", "What children will notice", "Action"]
    by_key = {row[head.index("Area SEF key")]: row for row in body}
    refs = numbering(dossier).actions
    assert set(refs) <= set(by_key)
    action = next(each for each in dossier.actions if each.due)
    row = by_key[action.id]
    assert row[head.index("Ref")] == refs[action.id]
    assert row[head.index("Action")] == action.title
    assert row[head.index("Due")] == action.due
    assert isinstance(row[head.index("Due")], date)


def test_every_sheet_names_its_rows_and_the_last_says_what_it_is(tmp_path: Path) -> None:
    dossier = plan()
    path = written(dossier, tmp_path)
    with python_calamine.CalamineWorkbook.from_path(path) as book:
        names = book.sheet_names
    assert names[:4] == ["Actions", "Measures", "Values of measures", "Milestones"]
    assert names[4:] == ["Updates", "Risks", "Decisions", "Funding", "About this workbook"]
    assert len(rows(path, "Measures")) == 1 + len(dossier.measures)
    assert len(rows(path, "Values of measures")) == 1 + len(dossier.actuals)
    assert len(rows(path, "Risks")) == 1 + len(dossier.risks)
    assert rows(path, "Funding")[1][:3] == [
        "Rent of the northern clinic",
        6200.0,
        "NHS Three Rivers Integrated Care Board",
    ]
    assert "As at" in str(rows(path, "About this workbook"))


def test_words_that_look_like_a_formula_stay_words(tmp_path: Path) -> None:
    dossier = plan()
    titles = ("=HYPERLINK(1)", "+44 ring them", "-2 places", "@SUM(A1)", "http://example.org/x", "12")
    actions = tuple(replace(dossier.actions[0], id=f"a{at}", title=title) for at, title in enumerate(titles))
    path = written(replace(dossier, actions=actions, measures=(), milestones=(), updates=()), tmp_path)
    head, *body = rows(path, "Actions")
    assert [row[head.index("Action")] for row in body if row[head.index("Action")]] == list(titles)
    with zipfile.ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not [name for name in sheets if "<f>" in archive.read(name).decode()]
        assert not [name for name in archive.namelist() if "_rels/sheet" in name and b"hyperlink" in archive.read(name)]


def test_the_sheet_can_be_worked_in_and_printed(tmp_path: Path) -> None:
    path = written(plan(), tmp_path)
    xml = part(path, "xl/worksheets/sheet1.xml")
    assert 'state="frozen"' in xml
    assert "<mergeCell" not in xml
    assert re.search(r'<dataValidation type="list".*?<formula1>"Not due,On track,Slipping,Off track,Done"', xml)
    assert "OFFICIAL &amp;&amp; SENSITIVE" in xml
    assert "As at " in xml
    assert 'orientation="landscape"' in xml
    table = part(path, "xl/tables/table1.xml")
    assert "<autoFilter" in table
    assert "the plan</dc:title>" in part(path, "docProps/core.xml")


def test_the_actions_are_printed_on_pages_side_by_side_that_each_say_whose_row_it_is(tmp_path: Path) -> None:
    path = written(plan(), tmp_path)
    xml, names = part(path, "xl/worksheets/sheet1.xml"), part(path, "xl/workbook.xml")
    head = rows(path, "Actions")[0]
    begins = [head[int(at)] for at in re.findall(r'<brk id="(\d+)"', xml.partition("<colBreaks")[2])]
    assert begins == ["Lead partner", "Progress so far", "Depends on actions"]
    assert "fitToPage" not in xml
    assert '<definedName name="_xlnm.Print_Titles" localSheetId="0">Actions!$A:$A,Actions!$1:$1<' in names
    areas = re.findall(r'"_xlnm.Print_Area" localSheetId="0">Actions!\$A:\$([A-Z]+)<', names)
    assert areas == ["Y"], "the key is for no reader"
    assert head[25:] == ["Area SEF key"]
    assert re.search(r'<pane xSplit="1" ySplit="1"', xml), "reference and head stay in sight"
    assert 'fitToHeight="0"' in part(path, "xl/worksheets/sheet2.xml")


def test_a_reference_that_is_typed_stays_as_it_is_typed(tmp_path: Path) -> None:
    path = written(plan(), tmp_path)
    formats = re.findall(r'<xf numFmtId="(\d+)"', part(path, "xl/styles.xml").partition("<cellXfs")[2])
    head = rows(path, "Measures")[0]
    columns = re.findall(r'<col min="(\d+)"[^>]*? style="(\d+)"', part(path, "xl/worksheets/sheet2.xml"))
    words = {head[int(at) - 1] for at, style in columns if formats[int(style)] == "49"}
    assert {"Ref", "Action ref"} == words, "of 1.10 a general cell would make 1.1"


def test_what_is_said_about_the_workbook_stands_in_rows_that_hold_it(tmp_path: Path) -> None:
    path = written(plan(), tmp_path)
    about = rows(path, "About this workbook")
    heights = dict(re.findall(r'<row r="(\d+)"[^>]*? ht="([\d.]+)"', part(path, "xl/worksheets/sheet9.xml")))
    long = [at for at, row in enumerate(about, 1) if len(str(row[1])) > 90]
    assert long
    assert all(float(heights[str(at)]) >= 30 for at in long)


def test_a_plan_of_nothing_is_still_a_workbook_to_fill_in(tmp_path: Path) -> None:
    bare = replace(
        plan(),
        priorities=(),
        actions=(),
        measures=(),
        milestones=(),
        actuals=(),
        updates=(),
        risks=(),
        funding=(),
        decisions=(),
    )
    assert len(rows(written(bare, tmp_path), "Actions")) == 1


def test_signs_that_no_workbook_may_hold_are_left_out_and_a_long_text_is_kept(tmp_path: Path) -> None:
    dossier = plan()
    action = replace(dossier.actions[0], title="Bell\x07 rung", detail="long " * 6000)
    path = written(replace(dossier, actions=(action,)), tmp_path)
    head, *body = rows(path, "Actions")
    row = next(row for row in body if row[head.index("Action")])
    assert row[head.index("Action")] == "Bell rung"
    assert len(str(row[head.index("In detail")]).strip()) == len(("long " * 6000).strip())


def test_a_very_long_name_leaves_room_for_the_marking(tmp_path: Path) -> None:
    dossier = plan()
    long = replace(dossier, area=replace(dossier.area, name="Alderbrook & the Vale " * 12))
    xml = part(written(long, tmp_path), "xl/worksheets/sheet1.xml")
    assert "OFFICIAL &amp;&amp; SENSITIVE" in xml
