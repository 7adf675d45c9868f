"""Binding chapters into a document: glossary and receipt at the end, header, footer and marking on every page."""

from __future__ import annotations

from collections.abc import Sequence

from areasef.documents.model import Chapter, Cover, Document, DocumentOptions
from areasef.documents.parts.cover import footer
from areasef.documents.parts.glossary import glossary
from areasef.documents.parts.phrases import partnership
from areasef.documents.parts.receipt import Reasons, receipt
from areasef.documents.spoken import spoken
from areasef.domain.dossier import Dossier


def bind(
    dossier: Dossier,
    options: DocumentOptions,
    name: str,
    subject: str,
    chapters: Sequence[Chapter],
    reasons: Reasons,
    counts: Sequence[tuple[str, str]] = (),
    *,
    glossed: bool = True,
) -> Document:
    """Return the document of chapters. ``name`` stands in its footer and title, ``subject`` says what it is about.

    A glossary of the words it uses follows unless ``glossed`` is off, and the receipt where the options ask for one.
    """
    made = (*chapters, *(glossary(dossier.framework, spoken(chapters)) if glossed else ()))
    if options.receipt:
        made = (*made, receipt(dossier, options, made, reasons, counts))
    return Document(
        title=_title(dossier, name, chapters),
        owner=partnership(dossier),
        chapters=made,
        footer=footer(dossier, options, name),
        made_at=dossier.read_at,
        marking=options.marking,
        draft=options.draft,
        subject=subject,
    )


def _title(dossier: Dossier, name: str, chapters: Sequence[Chapter]) -> str:
    """Return the title a reader shows: the area, and what stands on the cover where there is one."""
    covers = (block for chapter in chapters for block in chapter.blocks if isinstance(block, Cover))
    said = next((each.title.strip() for each in covers), "") or name
    return f"{dossier.area.name}: {' '.join(said.split())}"
