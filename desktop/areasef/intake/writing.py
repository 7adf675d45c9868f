"""Word documents and presentations, read from their XML: body, tables, text boxes, headers, notes and comments.

The archive is read with limits, so that a small file that unpacks to a huge one is refused; entities are never expanded.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from areasef.domain.citation import LocatorKind
from areasef.intake.office import R, links_of, opened, xml
from areasef.intake.reading import Reading, ReadPage
from areasef.words.faults import AppError, Fault

EXTRACTOR: Final = "office xml 1"
PARAGRAPHS_A_PART: Final = 60
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_EXTRAS: Final = (
    ("header", "Header"),
    ("footer", "Footer"),
    ("footnotes", "Footnotes"),
    ("endnotes", "Endnotes"),
    ("comments", "Comments"),
)
_HEADING: Final = re.compile(r"heading|title", re.I)
_DIGITS: Final = re.compile(r"(\d+)")


def read_document(path: Path) -> Reading:
    """Read a Word document in parts of about 60 paragraphs, each labelled by its heading."""
    faults: list[Fault] = []
    with opened(path) as archive:
        body = xml(archive, "word/document.xml")
        if body is None:
            raise AppError("intake.broken_document")
        pages = _parts(list(_paragraphs(body)))
        for prefix, label in _EXTRAS:
            pages = (*pages, *_extra(archive, prefix, label, len(pages), faults))
    return Reading("", EXTRACTOR, pages, len(pages), tuple(faults))


def read_slides(path: Path) -> Reading:
    """Read a presentation: each slide a page, with its notes after it."""
    pages: list[ReadPage] = []
    faults: list[Fault] = []
    with opened(path) as archive:
        for number, name in enumerate(_slides_in_order(archive), 1):
            slide = xml(archive, name)
            if slide is None:
                faults.append(Fault("intake.bad_slide", f"slide {number}"))
                continue
            words = _drawn(slide)
            for target in links_of(archive, name).values():
                notes = xml(archive, target) if "notesSlides/" in target else None
                said = " ".join(_drawn(notes)) if notes is not None else ""
                words += [f"Notes: {said}"] if said else []
            pages.append(ReadPage(number, str(number), LocatorKind.SLIDE, "\n".join(words)))
    return Reading("", EXTRACTOR, tuple(pages), len(pages), tuple(faults))


def _slides_in_order(archive: zipfile.ZipFile) -> list[str]:
    """Return the slides' parts as they are shown: the numbers in their names are only the order they were made in."""
    show = xml(archive, "ppt/presentation.xml")
    links = links_of(archive, "ppt/presentation.xml")
    listed = show.iter(f"{_P}sldId") if show is not None else ()
    found = [links[each.get(f"{R}id", "")] for each in listed if each.get(f"{R}id", "") in links]
    made = (name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name))
    return found or sorted(made, key=_natural)


def _paragraphs(root: ET.Element) -> Iterator[tuple[str, bool]]:
    """Yield each paragraph's words and whether it is a heading, in reading order; a table row is one line."""
    for child in root:
        if child.tag == _FALLBACK:
            continue
        if child.tag == f"{_W}p":
            words = _words(child)
            if words.strip():
                style = child.find(f"{_W}pPr/{_W}pStyle")
                name = style.get(f"{_W}val", "") if style is not None else ""
                yield words, bool(_HEADING.match(name))
            yield from _boxes(child)
        elif child.tag == f"{_W}tr":
            cells = [" ".join(words for words, _ in _paragraphs(cell)) for cell in _cells(child)]
            if any(cells):
                yield "\t".join(cells), False
        else:
            yield from _paragraphs(child)


def _cells(row: ET.Element) -> Iterator[ET.Element]:
    """Yield a row's own cells, also those in content controls; never those of a table inside a cell."""
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        else:
            yield from _cells(child)


def _boxes(paragraph: ET.Element) -> Iterator[tuple[str, bool]]:
    """Yield the paragraphs of text boxes that hang on a paragraph, each once."""
    stack = [paragraph]
    while stack:
        node = stack.pop(0)
        if node.tag == _FALLBACK:
            continue
        if node.tag == f"{_W}txbxContent":
            yield from _paragraphs(node)
        else:
            stack = [*node, *stack]


def _words(paragraph: ET.Element) -> str:
    pieces: list[str] = []
    _collect(paragraph, pieces)
    return "".join(pieces)


def _collect(node: ET.Element, pieces: list[str]) -> None:
    for child in node:
        if child.tag in (_FALLBACK, f"{_W}txbxContent", f"{_W}del", f"{_W}moveFrom", f"{_W}instrText"):
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in (f"{_W}tab", f"{_W}ptab"):
            pieces.append("\t")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
        elif child.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        else:
            _collect(child, pieces)


def _parts(paragraphs: list[tuple[str, bool]]) -> tuple[ReadPage, ...]:
    pages: list[ReadPage] = []
    held: list[str] = []
    label = ""
    for words, heading in [*paragraphs, ("", True)]:
        full = len(held) >= PARAGRAPHS_A_PART
        if held and (full or (heading and len(held) >= PARAGRAPHS_A_PART // 3) or not words):
            number = len(pages) + 1
            pages.append(ReadPage(number, label or f"part {number}", LocatorKind.PARAGRAPH, "\n".join(held)))
            held, label = [], ""
        if heading and words and not label:
            label = words.strip()[:60]
        if words:
            held.append(words)
    return tuple(pages)


def _extra(archive: zipfile.ZipFile, prefix: str, label: str, before: int, faults: list[Fault]) -> tuple[ReadPage, ...]:
    names = sorted((n for n in archive.namelist() if re.fullmatch(rf"word/{prefix}\d*\.xml", n)), key=_natural)
    lines: list[str] = []
    for name in names:
        try:
            root = xml(archive, name)
        except AppError as error:
            faults.append(Fault(error.code, label, error.params))
            continue
        if root is not None:
            lines += [words for words, _ in _paragraphs(root)]
    unique = list(dict.fromkeys(lines))
    return (ReadPage(before + 1, label, LocatorKind.PARAGRAPH, "\n".join(unique)),) if unique else ()


def _drawn(slide: ET.Element) -> list[str]:
    lines = []
    for paragraph in slide.iter(f"{_A}p"):
        words = "".join(run.text or "" for run in paragraph.iter(f"{_A}t"))
        if words.strip():
            lines.append(words)
    return lines


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, part) for part in _DIGITS.split(name)]
