"""What each kind of file gives: all places where words can be, in the order a reader sees them."""

from __future__ import annotations

import codecs
import zipfile
from pathlib import Path

import pytest
from tests.unit.intake.outlook import outlook_message

from areasef.intake.worker import Worker
from areasef.words.faults import AppError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def zipped(path: Path, parts: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return path


def para(words: str, tag: str = "w:t") -> str:
    return f"<w:p><w:r><{tag}>{words}</{tag}></w:r></w:p>"


def test_a_word_document_gives_the_words_of_every_place(worker: Worker, tmp_path: Path) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{para('nested')}</w:tc></w:tr></w:tbl>"
    body = (
        f"<w:sdt><w:sdtContent>{para('controlled')}</w:sdtContent></w:sdt>"
        f"<w:tbl><w:tr><w:tc>{para('cell')}{inner}</w:tc></w:tr></w:tbl>"
        f"<w:p><w:r><w:pict><w:txbxContent>{para('boxed')}</w:txbxContent></w:pict></w:r></w:p>"
        f"<w:p><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    )
    parts: dict[str, str | bytes] = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    for name in ("header1", "footer1", "footnotes", "endnotes", "comments"):
        parts[f"word/{name}.xml"] = f"<w:x {W}>{para('in ' + name)}</w:x>"
    reading = worker.read(zipped(tmp_path / "all.docx", parts))
    text = "\n".join(page.text for page in reading.pages)
    wanted = [
        "controlled",
        "cell",
        "nested",
        "boxed",
        "inserted",
        *(f"in {n}" for n in ("header1", "footer1", "footnotes")),
    ]
    assert [text.count(words) for words in wanted] == [1] * len(wanted)
    assert "in endnotes" in text
    assert "in comments" in text
    assert "gone" not in text


def test_slides_come_in_the_order_of_the_show_with_their_own_notes(worker: Worker, tmp_path: Path) -> None:
    def drawn(words: str) -> str:
        return f"<p:sld {P} {A}><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:sld>"

    path = zipped(
        tmp_path / "board.pptx",
        {
            "ppt/presentation.xml": f'<p:x {P} {R}><p:sldIdLst><p:sldId r:id="b"/><p:sldId r:id="a"/></p:sldIdLst></p:x>',
            "ppt/_rels/presentation.xml.rels": f'<R {RELS}><L Id="a" Target="slides/slide1.xml"/><L Id="b" Target="/ppt/slides/slide2.xml"/></R>',
            "ppt/slides/slide1.xml": drawn("made first"),
            "ppt/slides/slide2.xml": drawn("shown first"),
            "ppt/slides/_rels/slide2.xml.rels": f'<R {RELS}><L Id="n" Target="../notesSlides/notesSlide1.xml"/></R>',
            "ppt/notesSlides/notesSlide1.xml": drawn("say this"),
        },
    )
    first, second = worker.read(path).pages
    assert (first.label, first.text) == ("1", "shown first\nNotes: say this")
    assert second.text == "made first"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encoding_it_has(worker: Worker, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Café – 38 weeks\r\nnext".encode(encoding))
    assert worker.read(tmp_path / "a.txt").pages[0].text == "Café – 38 weeks\nnext"


def test_a_very_long_text_is_cut_and_that_is_said(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "long.csv").write_bytes(b"North,38\n" * 1_000_000)
    reading = worker.read(tmp_path / "long.csv")
    assert [str(fault) for fault in reading.faults] == [
        "Only the first 8 MB can be searched. The file is kept whole. Divide the file and add the part that you want to cite."
    ]


def test_a_mail_in_html_gives_its_words_and_names_what_was_attached(worker: Worker, tmp_path: Path) -> None:
    mail = (
        "From: forum@example.org\nSubject: Waits\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        "--x\nContent-Type: text/html; charset=utf-8\n\n<style>p{}</style><p>Still <b>waiting</b></p>"
        '<img src="https://example.org/track.png"><script>bad()</script>\n'
        '--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename="survey.csv"\n\na,b\n--x--\n'
    )
    (tmp_path / "a.eml").write_text(mail)
    (page,) = worker.read(tmp_path / "a.eml").pages
    assert "Still waiting" in page.text
    assert "Attached: survey.csv" in page.text
    assert not any(words in page.text for words in ("bad()", "p{}", "track.png"))


def test_other_kinds_are_kept_and_that_is_said(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1\x00\x00\x01")
    (fault,) = worker.read(tmp_path / "a.parquet").faults
    assert str(fault).startswith("It is kept as it is; no text can be read from this kind of file.")


def test_entities_in_utf_16_and_a_workbook_that_unpacks_too_far_are_refused(worker: Worker, tmp_path: Path) -> None:
    laughs = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'
    path = zipped(tmp_path / "a.docx", {"word/document.xml": codecs.BOM_UTF16_LE + laughs.encode("utf-16-le")})
    with pytest.raises(AppError, match="no office program writes"):
        worker.read(path)
    sheet = b" " * (65 * 1024 * 1024)
    path = zipped(tmp_path / "a.xlsx", {"xl/workbook.xml": "<a/>"} | {f"xl/s{n}.xml": sheet for n in range(8)})
    with pytest.raises(AppError, match="unpacks to far more"):
        worker.read(path)


@pytest.mark.parametrize("between", [",", ";", "\t", "|"])
def test_a_table_in_text_is_read_as_rows_of_cells(worker: Worker, tmp_path: Path, between: str) -> None:
    rows = [between.join(("Area", "Wait")), between.join(('"North\nand west"', "38"))]
    (tmp_path / "a.csv").write_text("\n".join(rows * 3) + "\n")
    (page,) = worker.read(tmp_path / "a.csv").pages
    assert page.text == "\n".join(["Area\tWait", "North and west\t38"] * 3)
    assert page.label == "lines 1 to 6"


def test_a_quote_that_is_never_closed_loses_no_line(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('Area,Wait\n"North,38\n' + "South,12\n" * 60)
    pages = worker.read(tmp_path / "a.csv").pages
    assert pages[0].text.split("\n")[:3] == ["Area,Wait", '"North,38', "South,12"]


def test_an_outlook_message_gives_who_when_what_about_the_words_and_what_was_attached(
    worker: Worker, tmp_path: Path
) -> None:
    headers = "From: Joan Ŵyn <joan@example.org>\r\nDate: Tue, 3 Nov 2026 09:15:00 +0000\r\n"
    words = "Autism waits in the north fell to 38 weeks.\r\n\r\n" + "A long tail. " * 400
    path = outlook_message(
        tmp_path / "waits.msg",
        {0x0037: "Waits, October 🚀", 0x1000: words, 0x007D: headers, 0x001A: "IPM.Note"},
        ({0x3001: "Sam Cole", 0x39FE: "sam@example.org"},),
        ("waits by month.xlsx",),
    )
    reading = worker.read(path)
    text = reading.pages[0].text
    assert reading.faults == ()
    assert "From: Joan Ŵyn <joan@example.org>" in text
    assert "To: Sam Cole <sam@example.org>" in text
    assert "3 Nov" in text or "2026-11-03" in text
    assert "Subject: Waits, October 🚀" in text
    assert "Autism waits in the north fell to 38 weeks." in text
    assert text.count("A long tail.") == 400
    assert text.endswith("Attached: waits by month.xlsx")


@pytest.mark.parametrize("share", [0.05, 0.1, 0.34, 0.6, 0.8, 0.9, 0.97])
def test_an_outlook_message_that_is_cut_short_says_so(worker: Worker, tmp_path: Path, share: float) -> None:
    path = outlook_message(tmp_path / "cut.msg", {0x0037: "Waits", 0x1000: "words " * 2000})
    assert worker.read(path).faults == ()
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    try:
        said = [fault.code for fault in worker.read(path).faults]
    except AppError as error:
        said = [error.code]
    assert said[0] in ("intake.cut_mail", "intake.broken_mail")
    assert len(said) == 1
