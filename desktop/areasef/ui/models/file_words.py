"""What a file is, how long it is and how large, in the words of people who send one another files."""

from __future__ import annotations

from typing import Final

from areasef.domain.evidence import Revision, RevisionKind

_KINDS: Final = (
    ("pdf", "PDF", "page"),
    ("wordprocessing", "Word", "part"),
    ("presentation", "PowerPoint", "slide"),
    ("spreadsheet", "workbook", "sheet"),
    ("excel", "workbook", "sheet"),
    ("csv", "table", "part"),
    ("plain", "text", "part"),
    ("rfc822", "mail", "part"),
    ("outlook", "mail", "part"),
    ("image/", "picture", "page"),
    ("zip", "ZIP archive", "part"),
)


def kind_words(revision: Revision) -> str:
    """Return what a revision is: ``PDF``, ``mail``, ``link``."""
    if revision.kind is RevisionKind.LINK:
        return "link"
    if revision.kind is RevisionKind.NOTE:
        return "note"
    return next((words for part, words, _ in _KINDS if part in revision.media_type), "file")


def length_words(revision: Revision) -> str:
    """Return how long a revision is: ``6 pages``, ``13 sheets``; nothing where that says nothing."""
    noun = next((noun for part, _, noun in _KINDS if part in revision.media_type), "page")
    if revision.kind is not RevisionKind.FILE or not revision.page_count:
        return ""
    return counted(revision.page_count, noun)


def size_words(size: int) -> str:
    """Return a size in bytes as people say it: ``412 KB``, ``1.8 MB``."""
    if size < 1024:
        return counted(size, "byte")
    if size < 1024 * 1024:
        return f"{size / 1024:.0f} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: ``1 page``, ``2,340 words``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
