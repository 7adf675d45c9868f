"""Texts of several paragraphs as people type them: an empty line or a line break ends a paragraph, dashes make a list."""

from __future__ import annotations

import re

from areasef.documents.model import Block, Listing, Paragraph, ParagraphStyle, Runs, runs

BULLET = re.compile(r"^\s*[-•*–▪◼■●○◦−]\s+")
LONG_LEAD = 420


def prose(text: str, style: ParagraphStyle = "body", *, keep: bool = False) -> list[Block]:
    """Return the blocks of a typed text; nothing for an empty one. ``keep`` holds it to what follows."""
    blocks: list[Block] = []
    items: list[Runs] = []
    for line in text.splitlines():
        if BULLET.match(line):
            items.append(runs(BULLET.sub("", line).strip()))
            continue
        if items:
            blocks.append(Listing(tuple(items)))
            items = []
        if line.strip():
            blocks.append(Paragraph(runs(line.strip()), style, keep=keep))
    if items:
        blocks.append(Listing(tuple(items)))
    return blocks


def led(text: str) -> list[Block]:
    """Return a typed text whose first paragraph leads in larger type, unless it is long."""
    first, _, rest = text.strip().partition("\n")
    if not first or BULLET.match(first):
        return prose(text)
    style: ParagraphStyle = "lead" if len(first) <= LONG_LEAD else "body"
    return [Paragraph(runs(first.strip()), style), *prose(rest)]
