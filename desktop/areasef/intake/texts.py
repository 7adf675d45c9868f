"""Plain text and tables in text: whatever encoding they come in."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from areasef.domain.citation import LocatorKind
from areasef.intake.reading import Reading, ReadPage
from areasef.words.faults import Fault

EXTRACTOR: Final = "text 1"
TABLE_EXTRACTOR: Final = "table 1"
LARGEST: Final = 8 * 1024 * 1024
LINES_A_PAGE: Final = 200
_LINES_A_CELL: Final = 20
_HEAD: Final = 20  # the lines that show what stands between columns
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read(path: Path) -> Reading:
    """Read a text in parts of 200 lines; one that is very long is cut, and that is said."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    faults = (Fault("intake.cut", params={"size": LARGEST // 2**20}),) if len(data) > LARGEST else ()
    pages = parts_of(decoded(data[:LARGEST]), "lines")
    return Reading("text/plain", EXTRACTOR, pages, len(pages), faults)


def read_table(path: Path) -> Reading:
    """Read a table in text: its cells set apart by tabs as those of a workbook; as plain text where it is none.

    A quoted cell of many lines is one that was never closed: then the lines say more than the cells.
    """
    plain = read(path)
    text = "\n".join(page.text for page in plain.pages)
    try:
        rows = list(rows_of(text))
    except csv.Error:
        return plain
    if any(cell.count("\n") > _LINES_A_CELL for row in rows for cell in row):
        return plain
    cells = "\n".join("\t".join(" ".join(cell.split()) for cell in row).rstrip("\t") for row in rows)
    pages = parts_of(cells, "lines")
    return Reading(plain.media_type, TABLE_EXTRACTOR, pages, len(pages), plain.faults)


def rows_of(text: str) -> Iterator[list[str]]:
    """Return the rows of a table in text, whatever stands between its columns.

    Raises:
        csv.Error: a cell cannot be read.
    """
    head = "\n".join(text.split("\n", _HEAD)[:_HEAD])
    csv.field_size_limit(LARGEST)
    return csv.reader(io.StringIO(text), delimiter=max(",;\t|", key=head.count))


def parts_of(text: str, noun: str) -> tuple[ReadPage, ...]:
    """Divide a text into parts of 200 lines, labelled by their lines."""
    lines = text.split("\n")
    parts: list[ReadPage] = []
    for start in range(0, max(1, len(lines)), LINES_A_PAGE):
        part = lines[start : start + LINES_A_PAGE]
        label = f"{noun} {start + 1} to {start + len(part)}"
        parts.append(ReadPage(len(parts) + 1, label, LocatorKind.PARAGRAPH, "\n".join(part)))
    return tuple(parts)


def decoded(data: bytes) -> str:
    """Return text in UTF-8, UTF-16 by its mark, or Windows-1252 where it is neither, with plain line ends."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _plain_ends(data.decode(encoding, "replace"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        at_the_cut = error.start > len(data) - 4
        text = data[: error.start].decode("utf-8") if at_the_cut else data.decode("cp1252", "replace")
    return _plain_ends(text)


def looks_like_text(head: bytes) -> bool:
    """Say whether the beginning of a file is text in one of the encodings that are known."""
    if head.startswith(tuple(mark for mark, _ in _BOMS)):
        return True
    if b"\x00" in head:
        return False
    odd = sum(1 for byte in head if byte < 32 and byte not in (9, 10, 12, 13, 27))
    return odd <= len(head) // 100


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
