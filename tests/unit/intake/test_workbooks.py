"""Workbooks cell by cell, read in the worker: what Excel shows, what merged cells are, and files that mean harm."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from tests.unit.plan_books import messy, table

from areasef.domain.workbook import Workbook
from areasef.intake.workbooks import ROWS
from areasef.intake.worker import LARGEST_BOOK, Worker
from areasef.services.importing_plan import read_plan_file
from areasef.words.faults import AppError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(worker: Worker, path: Path) -> Workbook:
    return read_plan_file(worker, path)


def refused(worker: Worker, path: Path) -> AppError:
    with pytest.raises(AppError) as caught:
        read(worker, path)
    return caught.value


def how_it_ends(worker: Worker, path: Path) -> str:
    """Return *read*, or the code of the sentence that refuses a file."""
    try:
        read(worker, path)
    except AppError as error:
        return error.code if str(error) else "no words"
    return "read"


def test_cells_keep_their_kind_their_error_and_their_colour(worker: Worker, tmp_path: Path) -> None:
    cover, plan = read(worker, messy(tmp_path / "messy.xlsx")).sheets
    assert cover.text(3, 1) == "SEND improvement plan"
    cell = plan.cell(6, 4)
    assert cell is not None
    assert cell.value == date(2027, 3, 31)
    assert plan.text(6, 8) == "41"
    assert plan.text(12, 8) == "62%"
    assert plan.text(15, 4) == "#REF!"
    coloured = plan.cell(8, 5)
    assert coloured is not None
    assert (coloured.value, coloured.fill) == (None, "FFC000")
    assert any(each.holds(5, 7) and each.left == 0 for each in plan.merged)


@pytest.mark.parametrize(
    ("shown", "typed", "words"),
    [
        ("0%", 0.85, "85%"),
        ("0.0%;[Red]-0.0%", 0.856, "85.6%"),
        ('0"%"', 85, "85%"),
        ("0\\%", 85, "85%"),
        ('0" weeks"', 26, "26 weeks"),
        ('"£"#,##0', 46000, "£46000"),
        ("[$£-809]#,##0.00", 6200, "£6200"),
        ("General", 0.85, "0.85"),
        ("#,##0.00", 0.85, "0.85"),
    ],
)
def test_a_number_is_read_as_excel_shows_it(
    worker: Worker, tmp_path: Path, shown: str, typed: float, words: str
) -> None:
    path = tmp_path / "formats.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Plan").write_number(0, 0, typed, book.add_format({"num_format": shown}))
    book.close()
    assert read(worker, path).sheets[0].text(0, 0) == words


def test_a_percentage_of_an_opendocument_spreadsheet_is_one(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "plan.ods"
    cells = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="percentage" office:value="0.85"/></table:table-row>'
        '<table:table-row><table:table-cell office:value-type="float" office:value="0.85"/></table:table-row>'
    )
    names = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="Plan">{cells}</table:table></office:spreadsheet></office:body></office:document-content>',
        )
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{names}:manifest:1.0"/>')
    sheet = read(worker, path).sheets[0]
    assert [sheet.text(row, 2) for row in (0, 1)] == ["85%", "85%"]
    assert sheet.text(2, 0) == "0.85"


def test_formulas_give_the_value_that_excel_kept(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "formulas.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("Plan")
    page.write_formula("A1", '="Open"&" a clinic"', None, "Open a clinic")
    page.write_formula("A2", '=HYPERLINK("http://example.org","Look")', None, "Look")
    book.close()
    (sheet,) = read(worker, path).sheets
    assert [sheet.text(0, 0), sheet.text(1, 0)] == ["Open a clinic", "Look"]


def test_a_table_in_text_is_a_workbook_of_one_sheet(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Action;Due\nOpen a clinic;31/03/2027\n", encoding="cp1252")
    (sheet,) = read(worker, path).sheets
    assert [sheet.text(1, 0), sheet.text(1, 1)] == ["Open a clinic", "31/03/2027"]


def test_a_very_long_sheet_is_cut_and_that_is_said(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    page = book.add_worksheet("Everything")
    for row in range(100_000):
        page.write_string(row, 0, "Action")
    book.close()
    found = read(worker, path)
    assert len(found.sheets[0].rows) == ROWS
    assert f"Everything: Only the first {ROWS} rows were read" in str(found.faults[0])


def test_what_is_no_workbook_is_refused_by_name(worker: Worker, tmp_path: Path) -> None:
    letter = tmp_path / "plan.xlsx"
    letter.write_text("Dear all, the plan is attached.")
    empty = tmp_path / "empty.xlsx"
    empty.write_bytes(b"")
    other = tmp_path / "photos.xlsx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("photo.txt", "a picture")
    for path in (letter, empty, other, tmp_path):
        error = refused(worker, path)
        assert error.code == "sheet.not_a_workbook"
        assert path.name in str(error)
    assert refused(worker, tmp_path / "missing.xlsx").code == "sheet.unreadable"


def test_a_locked_workbook_is_refused(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "locked.xlsx"
    path.write_bytes(_OLE + b"\x00" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 512)
    assert refused(worker, path).code == "sheet.locked"
    assert "Save a copy without the password" in str(refused(worker, path))


def test_a_bomb_is_refused_and_the_worker_lives_on(worker: Worker, tmp_path: Path) -> None:
    good = table(tmp_path / "good.xlsx", ("Action", "Due"), [("Open a clinic", None)])
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        with target.open("xl/media/zeros.bin", "w", force_zip64=True) as stream:
            for _ in range(600):
                stream.write(bytes(1 << 20))
    assert bomb.stat().st_size < 2 << 20
    assert refused(worker, bomb).code == "sheet.too_large"
    assert read(worker, good).sheets[0].text(1, 0) == "Open a clinic"


def test_a_file_larger_than_any_plan_is_not_opened(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "huge.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(LARGEST_BOOK + 1)
    assert refused(worker, path).code == "sheet.too_large"


def test_cut_and_bent_workbooks_end_in_a_sentence_or_in_cells(worker: Worker, tmp_path: Path) -> None:
    data = messy(tmp_path / "whole.xlsx").read_bytes()
    path = tmp_path / "bent.xlsx"
    ended = []
    for step in range(1, 40):
        bent = bytearray(data[: len(data) * step // 40] if step % 2 else data)
        for at in range(step * 7, len(bent), 997):
            bent[at] ^= step
        path.write_bytes(bytes(bent))
        ended.append(how_it_ends(worker, path))
    assert all(each == "read" or each.startswith("sheet.") for each in ended)
    assert "sheet.unreadable" in ended


def test_xml_that_orders_about_is_passed_over(worker: Worker, tmp_path: Path) -> None:
    good = table(tmp_path / "good.xlsx", ("Action", "Due"), [("Open a clinic", None)])
    path = tmp_path / "entities.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == "xl/styles.xml":
                text = text.replace(b"<styleSheet", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><styleSheet', 1)
            target.writestr(name, text)
    assert how_it_ends(worker, path) in ("read", "sheet.unreadable")
    assert read(worker, good).sheets[0].text(1, 0) == "Open a clinic"
