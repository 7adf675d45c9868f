"""The worker reads what is good, says in one sentence what is not, and never takes the application with it."""

from __future__ import annotations

import os
import random
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest
import xlsxwriter
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from areasef.domain.page import boxes_of, character_at, to_page, to_picture
from areasef.intake.worker import Worker
from areasef.words.faults import AppError

WORDS = "Sixty-one of 84 teachers said the programme had reached them."


def a_pdf(path: Path, pages: int = 3, rotation: int = 0) -> Path:
    canvas = Canvas(str(path), pagesize=(400, 300))
    for number in range(1, pages + 1):
        canvas.drawString(40, 200, WORDS)
        canvas.drawString(40, 150, f"This is page {number}.")
        canvas.setPageRotation(rotation)
        canvas.showPage()
    canvas.save()
    return path


def refusal(worker: Worker, path: Path) -> AppError:
    with pytest.raises(AppError) as caught:
        worker.read(path)
    assert str(caught.value).endswith((".", "?"))
    return caught.value


def test_a_pdf_gives_the_text_of_each_page(worker: Worker, tmp_path: Path) -> None:
    reading = worker.read(a_pdf(tmp_path / "survey 🙂 ẃ.pdf"))
    assert reading.media_type == "application/pdf"
    assert [page.number for page in reading.pages] == [1, 2, 3]
    assert WORDS in reading.pages[1].text
    assert "page 3" in reading.pages[2].text
    assert reading.faults == ()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_boxes_of_words_cover_their_ink(worker: Worker, tmp_path: Path, rotation: int) -> None:
    path = a_pdf(tmp_path / "page.pdf", 1, rotation)
    geometry = worker.geometry(path, 1)
    start = geometry.text.index("teachers")
    (box,) = boxes_of(geometry, start, start + len("teachers"))
    picture = worker.picture(path, 1, 2.0)
    image = Image.frombytes("RGBA", (picture.width, picture.height), picture.pixels, "raw", "BGRA", picture.stride)
    left, top, right, bottom = to_picture(geometry, box, 2.0)
    dark = image.convert("L").crop((round(left), round(top), round(right), round(bottom)))
    darkest, _ = dark.getextrema()
    assert isinstance(darkest, int)
    assert darkest < 100
    x, y = to_page(geometry, (left + right) / 2, (top + bottom) / 2, 2.0)
    found = character_at(geometry, x, y)
    assert found is not None
    assert start <= found < start + len("teachers")


def test_word_excel_mail_and_text(worker: Worker, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("What families told us", 1)
    document.add_paragraph("Mae’n anodd iawn aros.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "North", "38 weeks"
    document.sections[0].header.paragraphs[0].text = "Alderbrook"
    document.save(str(tmp_path / "a.docx"))
    text = "\n".join(page.text for page in worker.read(tmp_path / "a.docx").pages)
    assert all(words in text for words in ("What families told us", "Mae’n anodd", "North\t38 weeks", "Alderbrook"))
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as book:
        sheet = book.add_worksheet("Waits")
        sheet.write_row(0, 0, ["Area", "Weeks"])
        sheet.write_row(1, 0, ["North", 38])
    (page,) = worker.read(tmp_path / "b.xlsx").pages
    assert (page.label, page.text) == ("Waits", "Area\tWeeks\nNorth\t38")
    mail = "From: forum@example.org\nTo: lead@example.org\nDate: Mon, 2 Nov 2026 09:00:00 +0000\nSubject: Waits\n\nStill waiting."
    (tmp_path / "c.eml").write_text(mail)
    (page,) = worker.read(tmp_path / "c.eml").pages
    assert "Subject: Waits" in page.text
    assert "Still waiting." in page.text
    (tmp_path / "d.csv").write_bytes("Area,Wait\nCafé,38\n".encode("cp1252"))
    assert "Café\t38" in worker.read(tmp_path / "d.csv").pages[0].text


def test_a_picture_is_a_page_without_text_that_can_be_drawn(worker: Worker, tmp_path: Path) -> None:
    Image.new("RGB", (300, 200), "white").save(tmp_path / "board.png")
    reading = worker.read(tmp_path / "board.png")
    assert reading.page_count == 1
    assert worker.picture(tmp_path / "board.png", 1, 1.0).width == 300


def test_a_file_that_lies_about_its_kind_is_read_as_what_it_is(worker: Worker, tmp_path: Path) -> None:
    reading = worker.read(a_pdf(tmp_path / "x.pdf").rename(tmp_path / "minutes.docx"))
    assert WORDS in reading.pages[0].text
    said = "Its name says a Word document, but it is a PDF; it was kept and read as that."
    assert str(reading.faults[0]) == f"{said} Check that it is the file you meant."


def test_bad_files_get_one_sentence_each(worker: Worker, tmp_path: Path) -> None:
    good = a_pdf(tmp_path / "good.pdf")
    with pikepdf.open(good) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refusal(worker, tmp_path / "locked.pdf").code == "intake.protected"
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type")
    assert refusal(worker, tmp_path / "cut.pdf").code == "intake.broken_pdf"
    with zipfile.ZipFile(tmp_path / "other.docx", "w") as archive:
        archive.writestr("holiday.txt", "not a document")
    reading = worker.read(tmp_path / "other.docx")
    assert "it is a ZIP archive" in str(reading.faults[0])
    (tmp_path / "nothing.pdf").touch()
    assert refusal(worker, tmp_path / "nothing.pdf").code == "intake.empty"
    with (tmp_path / "huge.pdf").open("wb") as file:
        file.truncate(2 * 1024**3)
    assert refusal(worker, tmp_path / "huge.pdf").code == "intake.too_large"
    assert refusal(worker, tmp_path).code == "intake.not_a_file"
    assert worker.read(good).page_count == 3


def test_a_bomb_and_entities_are_refused(worker: Worker, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * (80 * 1024 * 1024) + b"</a>")
    assert refusal(worker, tmp_path / "bomb.docx").code == "intake.unpacks_too_large"
    laughs = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'
    with zipfile.ZipFile(tmp_path / "laughs.docx", "w") as archive:
        archive.writestr("word/document.xml", laughs)
    assert refusal(worker, tmp_path / "laughs.docx").code == "intake.unsafe_xml"


def test_a_page_without_text_says_that_it_is_a_scan(worker: Worker, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "scan.pdf"))
    canvas.rect(50, 50, 100, 100, fill=1)
    canvas.save()
    reading = worker.read(tmp_path / "scan.pdf")
    assert [fault.code for fault in reading.faults] == ["intake.scan"]
    assert worker.picture(tmp_path / "scan.pdf", 1, 1.0).width > 0


def hostile_pdf(path: Path, depth: int = 28) -> Path:
    """A small file whose page draws a form twice, which draws a form twice, and so on: 2 to the power of ``depth``."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    form = pdf.make_stream(b"0 0 1 1 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 200, 200])
    for _ in range(depth):
        outer = pdf.make_stream(
            b"/X Do /X Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 200, 200]
        )
        outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
        form = outer
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    pdf.pages[0].Contents = pdf.make_stream(b"/X Do")
    pdf.save(path)
    return path


def test_a_parser_that_hangs_is_ended_and_the_next_call_works(tmp_path: Path) -> None:
    worker = Worker()
    try:
        path = hostile_pdf(tmp_path / "hostile.pdf")
        with pytest.raises(AppError) as caught:
            worker.picture(path, 1, 2.0, timeout=1.0)
        assert caught.value.code == "intake.hung"
        assert worker.read(a_pdf(tmp_path / "good.pdf")).page_count == 3
    finally:
        worker.close()


def test_a_worker_that_is_killed_is_said_and_replaced(tmp_path: Path) -> None:
    worker = Worker()
    try:
        path = a_pdf(tmp_path / "good.pdf")
        worker.read(path)
        assert worker.process_id is not None
        os.kill(worker.process_id, 9)
        counts = set()
        for _ in range(2):
            try:
                counts.add(worker.read(path).page_count)
            except AppError as error:
                assert error.code == "intake.crashed"  # noqa: PT017 - either is right, silence is not
        assert counts == {3}
    finally:
        worker.close()


def test_mutated_files_never_crash_or_hang_the_client(worker: Worker, tmp_path: Path) -> None:
    data = a_pdf(tmp_path / "seed.pdf").read_bytes()
    rng = random.Random(7)
    outcomes: set[str] = set()
    for number in range(100):
        mutated = bytearray(data[: rng.randrange(20, len(data))] if number % 2 else data)
        for _ in range(8):
            mutated[rng.randrange(len(mutated))] = rng.randrange(256)
        path = tmp_path / "mutated.pdf"
        path.write_bytes(mutated)
        try:
            outcomes.add(f"{worker.read(path, timeout=20).page_count > 0}")
        except AppError as error:
            outcomes.add(error.code)
    assert "True" in outcomes
    assert outcomes <= {"True", "False", "intake.broken_pdf", "intake.protected", "intake.page_unreadable"}
