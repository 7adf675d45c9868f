"""Checking a written PDF in the file itself: all text is tagged or decoration, and the tagged text is the document's.

A validator passes a file whose real text was painted as decoration; this check does not.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pikepdf
from pikepdf import Name

from areasef.documents import model
from areasef.documents.pdf import script
from areasef.documents.spoken import dead_links, spoken

_SHOWS: Final = frozenset({"Tj", "TJ", "'", '"'})
_PAINTS: Final = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do"})
_MAP: Final = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4,8})>")


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """What the file itself says: its tagged text in reading order, and what is wrong, in words; nothing wrong is good."""

    text: str
    faults: tuple[str, ...] = ()
    figures: int = 0
    headings: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Nothing is wrong."""
        return not self.faults


@dataclass(slots=True)
class _Reading:
    """What was read of one file."""

    content: dict[tuple[int, int], str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    figures: int = 0
    headings: list[str] = field(default_factory=list)


def check_pdf(source: Path | bytes, document: model.Document | None = None) -> SelfCheck:
    """Open a PDF again and check its tags; with the document it was made from, also that no word was lost or moved."""
    reading = _Reading()
    with pikepdf.open(io.BytesIO(source) if isinstance(source, bytes) else source) as pdf:
        for index, page in enumerate(pdf.pages):
            _read_page(index, page, reading)
        text = _tagged_text(pdf, reading)
        _check_catalogue(pdf, reading)
    if document is not None:
        reading.faults += [f"a link leads nowhere: {place}" for place in dead_links(document.chapters)]
        wanted, found = _words_of(document), _bare(text)
        if wanted != found:
            reading.faults.append(_difference(wanted, found))
    return SelfCheck(text, tuple(reading.faults), reading.figures, tuple(reading.headings))


def _read_page(index: int, page: pikepdf.Page, reading: _Reading) -> None:
    fonts = _fonts(page)
    stack: list[int | None] = []
    signs: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        operands: Any = step.operands
        name = str(step.operator)
        if name in ("BDC", "BMC"):
            mark = operands[1].get("/MCID") if len(operands) > 1 else None
            stack.append(int(mark) if mark is not None else None)
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            signs = fonts.get(str(operands[0]), {})
        elif name in _SHOWS:
            said = _shown(operands, signs)
            if not stack and said.strip():
                reading.faults.append(f"page {index + 1}: untagged text {said[:40]!r}")
            mark = stack[-1] if stack else None
            if mark is not None:
                reading.content[index, mark] = reading.content.get((index, mark), "") + said
        elif name in _PAINTS and not stack:
            reading.faults.append(f"page {index + 1}: a mark that is neither content nor decoration")


def _shown(operands: Any, signs: dict[int, str]) -> str:
    parts = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
    raw = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return "".join(signs.get(code, "\ufffd") for code in raw)


def _fonts(page: pikepdf.Page) -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = {}
    for name, font in page.obj.Resources.get("/Font", {}).items():
        raw = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
        found[name] = {
            int(code, 16): bytes.fromhex(sign.decode()).decode("utf-16-be") for code, sign in _MAP.findall(raw)
        }
    return found


def _tagged_text(pdf: pikepdf.Pdf, reading: _Reading) -> str:
    if "/StructTreeRoot" not in pdf.Root:
        reading.faults.append("the file has no tags")
        return ""
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    seen: set[tuple[int, int]] = set()
    text = "\n".join(_element(pdf.Root.StructTreeRoot.K, pages, reading, seen))
    lost = reading.content.keys() - seen
    if lost:
        reading.faults.append(f"{len(lost)} pieces of content belong to no element")
    return text


def _element(element: Any, pages: dict[Any, int], reading: _Reading, seen: set[tuple[int, int]]) -> Iterator[str]:
    if isinstance(element, pikepdf.Array):
        for each in element:
            yield from _element(each, pages, reading, seen)
        return
    tag = str(element.S)
    if tag == "/Figure":
        reading.figures += 1
        if not str(element.get("/Alt", "")).strip():
            reading.faults.append("a figure without a text alternative")
    said = "".join(_kids(element, pages, reading, seen))
    if tag.startswith("/H") and tag[2:].isdigit():
        reading.headings.append(said)
    if tag in ("/Figure", "/Reference"):
        said = ""
    yield str(element.ActualText) if "/ActualText" in element else said


def _kids(element: Any, pages: dict[Any, int], reading: _Reading, seen: set[tuple[int, int]]) -> Iterator[str]:
    kids = element.get("/K", pikepdf.Array([]))
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        kind = kid.get("/Type")
        if kind == Name.MCR:
            spot = (pages[kid.Pg.objgen], int(kid.MCID))
            seen.add(spot)
            yield reading.content.get(spot, "")
        elif kind == Name.StructElem:
            inner = "".join(_element(kid, pages, reading, seen))
            yield inner if str(kid.S) in ("/Link", "/Span", "/Reference") else f"{inner}\n"


def _check_catalogue(pdf: pikepdf.Pdf, reading: _Reading) -> None:
    if "/MarkInfo" not in pdf.Root or not pdf.Root.MarkInfo.get("/Marked"):
        reading.faults.append("the file does not say that it is tagged")
    if "/Lang" not in pdf.Root:
        reading.faults.append("the file states no language")


def _bare(text: str) -> str:
    """Return text as it is compared: one normal form, no white space."""
    return "".join(unicodedata.normalize("NFC", text).split())


def _words_of(document: model.Document) -> str:
    return _bare("".join(script.clean(part) for part in spoken(document.chapters)))


def _difference(wanted: str, found: str) -> str:
    at = next(
        (n for n, (one, other) in enumerate(zip(wanted, found, strict=False)) if one != other),
        min(len(wanted), len(found)),
    )
    return f"the tagged text differs from the document at {wanted[max(0, at - 20) : at + 30]!r}, the file has {found[max(0, at - 20) : at + 30]!r}"
