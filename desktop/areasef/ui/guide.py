"""The pages of the guide as they ship, and which of them is about what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from areasef import resources
from areasef.ui.accessible import HELP

OF_PLACE: Final = {
    "overview": "getting-started#the-places",
    "evaluate": "evaluate",
    "evidence": "evidence",
    "plan": "plan",
    "report": "plan#after-an-inspection",
    "findings": "plan#after-an-inspection",
    "workbook": "plan#to-excel-and-back",
    "publish": "publish",
    "settings": "your-file#look",
    "help": "getting-started",
}


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the guide: its id, its title and its text in Markdown."""

    id: str
    title: str
    text: str


def topics() -> tuple[Topic, ...]:
    """Return the pages that ship, in the order of their file names; none where the guide was left out."""
    return tuple(_read())


def about(focus: QWidget | None, place: str) -> str:
    """Return the page, and its section after a #, about the thing in focus, else about the place."""
    each = focus
    while each is not None:
        said = each.property(HELP)
        if isinstance(said, str):
            return said
        each = each.parentWidget()
    return OF_PLACE.get(place, "getting-started")


def anchor_of(heading: str) -> str:
    """Return how a link names a heading: small letters, joined by hyphens."""
    kept = "".join(sign for sign in heading.casefold() if sign.isalnum() or sign in " -")
    return "-".join(kept.split())


def _read() -> Iterator[Topic]:
    for path in sorted(resources.guide().glob("*.md")):
        text = path.read_text("utf-8")
        yield Topic(path.stem.partition("-")[2], text.partition("\n")[0].removeprefix("# ").strip(), text)
