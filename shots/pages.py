"""Pages of the documents: written as they are exported, and drawn by the worker as the application draws them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image

from areasef.documents.model import DocumentOptions
from areasef.services import publishing
from areasef.services.session import Session
from shots.keeping import keep

_SCALE: Final = 1.5
"""Pixels for each point: a page 893 pixels wide."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page that is pictured: the file's name, the document, the heading it is found by, and how many pages after it."""

    name: str
    document: str
    heading: str = ""
    after: int = 0


PAGES: Final = (
    PagePicture("page-cover", "self-evaluation"),
    PagePicture("page-summary", "summary", "Where we stand"),
    PagePicture("page-strand-left", "self-evaluation", "I1 "),
    PagePicture("page-strand-right", "self-evaluation", "I1 ", 1),
    PagePicture("page-plan", "strategic-plan", "Priority 1"),
    PagePicture("page-receipt", "self-evaluation", "Receipt"),
)


def take_page(session: Session, wanted: PagePicture) -> list[Path]:
    """Write the document, draw the page and keep its picture."""
    made = publishing.preview(session, wanted.document, DocumentOptions(draft=True, receipt=True))
    first = next((page for words, page in made.headings if words.startswith(wanted.heading)), 1)
    number = (first if wanted.heading else 1) + wanted.after
    drawn = session.drawer.picture(made.path, number, _SCALE)
    picture = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.pixels, "raw", "BGRX", drawn.stride, 1)
    return [keep(picture, wanted.name)]
