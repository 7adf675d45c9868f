"""Which parser a file belongs to: by its content, never by its name alone; and the drawing of a page of it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from areasef.domain.page import PageGeometry, PagePicture
from areasef.intake import images, mail, pdf, sheets, texts, writing
from areasef.intake.reading import Reading
from areasef.words.faults import AppError, Fault

PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLS: Final = "application/vnd.ms-excel"
ODS: Final = "application/vnd.oasis.opendocument.spreadsheet"
MSG: Final = "application/vnd.ms-outlook"
EML: Final = "message/rfc822"
CSV: Final = "text/csv"
TXT: Final = "text/plain"
PNG: Final = "image/png"
JPEG: Final = "image/jpeg"
ZIP: Final = "application/zip"
UNKNOWN: Final = "application/octet-stream"

_ENDINGS: Final = {
    ".pdf": PDF,
    ".docx": DOCX,
    ".xlsx": XLSX,
    ".pptx": PPTX,
    ".xls": XLS,
    ".ods": ODS,
    ".msg": MSG,
    ".eml": EML,
    ".csv": CSV,
    ".txt": TXT,
    ".png": PNG,
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".zip": ZIP,
}
NAMES: Final = {
    PDF: "a PDF",
    DOCX: "a Word document",
    XLSX: "an Excel workbook",
    PPTX: "a PowerPoint presentation",
    XLS: "an older Excel workbook",
    ODS: "an OpenDocument spreadsheet",
    MSG: "an Outlook message",
    EML: "a mail",
    CSV: "a table in text",
    TXT: "plain text",
    PNG: "a PNG picture",
    JPEG: "a JPEG picture",
    ZIP: "a ZIP archive",
    UNKNOWN: "a file of another kind",
}
_READERS: Final[dict[str, Callable[[Path], Reading]]] = {
    PDF: pdf.read,
    DOCX: writing.read_document,
    PPTX: writing.read_slides,
    XLSX: sheets.read,
    XLS: sheets.read,
    ODS: sheets.read,
    EML: mail.read_eml,
    MSG: mail.read_msg,
    CSV: texts.read_table,
    TXT: texts.read,
    PNG: images.read,
    JPEG: images.read,
}
_INSIDE_ZIP: Final = {
    "word/document.xml": DOCX,
    "xl/workbook.xml": XLSX,
    "xl/workbook.bin": XLSX,
    "ppt/presentation.xml": PPTX,
}
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_file(path: Path) -> Reading:
    """Read a file's pages. A file whose content is not what its name says is read as what it is, and that is said."""
    media_type = sniff(path)
    reader = _READERS.get(media_type)
    claimed = _ENDINGS.get(path.suffix.lower(), "")
    lies = bool(claimed) and claimed != media_type and {claimed, media_type} != {CSV, TXT}
    said = (Fault("intake.other_kind", params={"claimed": NAMES[claimed], "real": NAMES[media_type]}),) if lies else ()
    if reader is None:
        why = () if lies else (Fault("intake.archive" if media_type == ZIP else "intake.no_reader"),)
        return Reading(media_type, "", faults=(*said, *why))
    reading = reader(path)
    return replace(reading, media_type=media_type, faults=(*said, *reading.faults))


def draw_page(path: Path, number: int, scale: float) -> PagePicture:
    """Draw a page of a PDF or a picture. Raises AppError for kinds that are shown as text."""
    media_type = sniff(path)
    if media_type == PDF:
        return pdf.picture(path, number, scale)
    if media_type in (PNG, JPEG):
        return images.picture(path, scale)
    raise AppError("intake.not_drawn")


def page_geometry(path: Path, number: int) -> PageGeometry:
    """Return where the characters of a PDF's page stand. Raises AppError for kinds that are shown as text."""
    if sniff(path) != PDF:
        raise AppError("intake.not_drawn")
    return pdf.geometry(path, number)


def sniff(path: Path) -> str:
    """Return the media type that a file's content shows."""
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise AppError("intake.unreadable") from error
    if not head:
        raise AppError("intake.empty")
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"PK\x03\x04"):
        return _sniff_zip(path)
    if head.startswith(_OLE):
        return _sniff_ole(path)
    return _sniff_text(path, head)


def _sniff_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            for name, media_type in _INSIDE_ZIP.items():
                if name in names:
                    return media_type
            if "mimetype" in names and archive.read("mimetype").strip() == ODS.encode():
                return ODS
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError):
        pass
    return ZIP


def _sniff_ole(path: Path) -> str:
    data = path.read_bytes()[: 8 * 1024 * 1024]
    if "__substg1.0_".encode("utf-16-le") in data or "__properties_version1.0".encode("utf-16-le") in data:
        return MSG
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return XLS
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise AppError("intake.protected")
    return UNKNOWN


def _sniff_text(path: Path, head: bytes) -> str:
    if not texts.looks_like_text(head):
        return UNKNOWN
    if mail.looks_like_mail(head):
        return EML
    return CSV if path.suffix.lower() == ".csv" else TXT
