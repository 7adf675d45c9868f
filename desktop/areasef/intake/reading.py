"""What reading a file gives: its true kind, its pages as text, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from areasef.domain.citation import LocatorKind
from areasef.words.faults import Fault


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page (slide, sheet, part of a document, mail part): number from 1, its label and its stored text."""

    number: int
    label: str
    kind: LocatorKind
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read: media type by content, the extractor with its version, the pages, and faults."""

    media_type: str
    extractor: str
    pages: tuple[ReadPage, ...] = ()
    page_count: int = 0
    faults: tuple[Fault, ...] = ()


def as_json(reading: Reading) -> dict[str, object]:
    """Return a reading as it travels over the wire."""
    return {
        "media_type": reading.media_type,
        "extractor": reading.extractor,
        "page_count": reading.page_count,
        "pages": [[page.number, page.label, str(page.kind), page.text] for page in reading.pages],
        "faults": [[fault.code, fault.place, fault.params] for fault in reading.faults],
    }


def from_json(given: dict[str, object]) -> Reading:
    """Return a reading that came over the wire."""
    pages = given["pages"]
    faults = given["faults"]
    assert isinstance(pages, list)
    assert isinstance(faults, list)
    return Reading(
        media_type=str(given["media_type"]),
        extractor=str(given["extractor"]),
        page_count=int(str(given["page_count"])),
        pages=tuple(
            ReadPage(number, _text(label), LocatorKind(kind), _text(text)) for number, label, kind, text in pages
        ),
        faults=tuple(Fault(code, place, params) for code, place, params in faults),
    )


def _text(words: str) -> str:
    """Return text that can be stored: what a parser left as half of a pair (bytes of no known encoding) is marked lost."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
