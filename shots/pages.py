"""Pages of the documents: written as they are exported, and drawn by the worker as the application draws them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image

from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions
from areasef.services import publishing
from areasef.services.session import Session
from shots.keeping import keep

_SCALE: Final = 1.5
"""Pixels for each point: a page 893 pixels wide."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page that is pictured: the file's name, the document, and the page; a negative one counts from the end."""

    name: str
    document: str
    page: int


PAGES: Final = (
    PagePicture("page-cover", "sef", 1),
    PagePicture("page-summary", "summary", 1),
    PagePicture("page-strand-left", "sef", 8),
    PagePicture("page-strand-right", "sef", 9),
    PagePicture("page-plan", "plan", 3),
    PagePicture("page-receipt", "sef", -1),
)


def take_page(session: Session, wanted: PagePicture) -> list[Path]:
    """Write the document, draw the page and keep its picture."""
    if wanted.document not in DOCUMENTS:
        return []
    made = publishing.preview(session, wanted.document, DocumentOptions(draft=True, receipt=True))
    number = wanted.page if wanted.page > 0 else made.receipt.pages + 1 + wanted.page
    drawn = session.drawer.picture(made.path, number, _SCALE)
    picture = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.pixels, "raw", "BGRX", drawn.stride, 1)
    return [keep(picture, wanted.name)]
