"""The receipt, the last page: what a document holds, and every kind of typed text that it leaves out, with the reason.

What is left out is measured, not declared: each typed text is looked for in the words of the document itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from areasef.documents.model import (
    Block,
    Cell,
    Chapter,
    Column,
    Columns,
    DocumentOptions,
    Facts,
    Heading,
    Paragraph,
    RowGroup,
    Run,
    Runs,
    Table,
    runs,
)
from areasef.documents.parts.cover import version_words
from areasef.documents.parts.phrases import counted, day_words
from areasef.documents.parts.typed import Typed, typed
from areasef.documents.pdf.flow import TIGHTER
from areasef.documents.pdf.measure import first_fitting
from areasef.documents.pdf.script import clean, undrawn
from areasef.documents.spoken import spoken
from areasef.domain.dossier import Dossier

Reasons = Mapping[tuple[str, str], str]
"""Why a document leaves a field out: by kind and field; ``("*", field)`` is for every kind, ``(kind, "*")`` for the whole kind."""

NO_REASON: Final = "This document has no place for it."
_ROOMS: Final = ((54, 6), (46, 6), (54, 3), (46, 3), (54, 1), (54, 0), (46, 0), (40, 0))
"""How much of the width reasons take, and how many things are named: the first that leaves the receipt one page."""
SIGNS: Final = 30
"""Signs that could not be drawn are named up to so many."""
NEVER: Final[Reasons] = {
    ("*", "note"): "Notes are for working with and stay in the workspace.",
    ("Person", "email"): "How to reach a person stays in the workspace.",
    ("Person", "phone"): "How to reach a person stays in the workspace.",
    ("Statement", "review_note"): "A reminder to those who write, not a claim.",
    ("Evidence", "owner"): "Who looks after an item is for the partnership's own use.",
}
"""Why no document prints a field."""
OTHERWISE: Final[Reasons] = {
    ("Person", "name"): "Holds no role on the as-at date that this document names.",
    ("Partner", "short_name"): "The full name is printed.",
    ("Partner", "name"): "Did not exist on the as-at date, or goes by its short name here.",
    ("Revision", "name"): "An earlier revision, or its item says the same.",
    ("Revision", "link"): "An earlier revision, or its item says the same.",
    ("Response", "words"): "The body did not ask for its words to be printed, or agrees.",
    ("Evaluation", "officers_statement"): "It stands in the priority action plan.",
    ("Evaluation", "resources"): "It stands in the plans.",
    ("Area", "marking"): "This export was made with another marking, or none.",
}
"""Why a field is left out by a document that says nothing of its own about it."""
_FIELDS: Final = {"coproduction": "co-production"}
_MAIN: Final = {
    "Statement": ("body", "Statements"),
    "Evidence": ("title", "Evidence items"),
    "Finding": ("text", "Findings"),
    "Priority": ("title", "Priorities"),
    "Action": ("title", "Actions"),
    "Measure": ("title", "Measures"),
    "Milestone": ("title", "Milestones"),
    "ActionStep": ("title", "Steps of actions"),
    "Decision": ("title", "Decisions"),
    "Risk": ("title", "Risks"),
    "Funding": ("title", "Sums of money"),
    "Response": ("words", "Bodies’ own words"),
}


@dataclass(slots=True)
class Left:
    """Texts of one field that are not in a document: how many, of which things, and why."""

    kind: str
    name: str
    why: str
    count: int = 0
    items: list[str] = field(default_factory=list)


class Printed:
    """The words of a document, ready to be searched for typed texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        spoken_texts = [plain(text) for text in texts]
        self._whole = set(spoken_texts)
        self._text = "\n".join(spoken_texts)
        self._words = set(self._text.split())
        self._at = 0

    def has(self, parts: Sequence[str]) -> bool:
        """Say whether every part of a typed text stands in the document, as a whole word where it is short."""
        return all(self._has(plain(part)) for part in parts)

    def _has(self, part: str) -> bool:
        if not part or part in self._whole:
            return True
        inner = part.split()[1:-1]
        if inner and not self._words.issuperset(inner):
            return False
        at = self._find(part)
        if at >= 0:
            self._at = at
        return at >= 0

    def _find(self, part: str) -> int:
        for start in (self._at, 0):
            at = self._text.find(part, start)
            while at >= 0:
                if len(part) > 24 or self._stands_alone(part, at):
                    return at
                at = self._text.find(part, at + 1)
        return -1

    def _stands_alone(self, part: str, at: int) -> bool:
        before, after = self._text[at - 1 : at], self._text[at + len(part) : at + len(part) + 1]
        return not (before.isalnum() and part[0].isalnum()) and not (after.isalpha() and part[-1].isalnum())


def plain(text: str) -> str:
    """Return text as it is compared: cleaned as for print, one normal form, single spaces."""
    return " ".join(unicodedata.normalize("NFC", clean(text)).split())


def left_out(
    dossier: Dossier, chapters: Sequence[Chapter], reasons: Reasons, edges: Sequence[str] = ()
) -> tuple[tuple[Left, ...], dict[str, tuple[int, int]]]:
    """Measure what chapters leave out, and of the main kinds how many of how many they hold.

    ``edges`` are what stands at the head and foot of every page.
    """
    printed = Printed((*spoken(chapters), *edges))
    found: dict[tuple[str, str], Left] = {}
    counts: dict[str, tuple[int, int]] = {}
    for text in typed(dossier):
        here = printed.has(text.parts)
        main = _MAIN.get(text.kind)
        if main and main[0] == text.field:
            had, of = counts.get(main[1], (0, 0))
            counts[main[1]] = (had + here, of + 1)
        if not here:
            _keep(found, text, reasons)
    return tuple(found.values()), counts


def reason(kind: str, name: str, reasons: Reasons) -> str:
    """Return why a document leaves a field out: what it says of the field, what holds everywhere, what it says of the kind."""
    of_field, everywhere, of_kind = (kind, name), ("*", name), (kind, "*")
    for table, key in (
        *((reasons, of_field), (reasons, everywhere), (NEVER, of_field), (NEVER, everywhere)),
        *((reasons, of_kind), (OTHERWISE, of_field)),
    ):
        if key in table:
            return table[key]
    return NO_REASON


def receipt(
    dossier: Dossier,
    options: DocumentOptions,
    chapters: Sequence[Chapter],
    reasons: Reasons,
    counts: Sequence[tuple[str, str]] = (),
) -> Chapter:
    """Make the last page from the chapters before it. ``counts`` are what a document counts beyond the typed texts."""
    edges = (options.marking, version_words(dossier, options))
    missing, held = left_out(dossier, chapters, reasons, edges)
    printed = [(name, f"{had:,} of {of:,}") for name, (had, of) in held.items()] + list(counts)
    read = f"{day_words(dossier.read_at.date())}, {dossier.read_at:%H:%M %Z}".rstrip()
    rows: list[tuple[str, Runs]] = [
        ("Version", runs(f"{version_words(dossier, options)}, read from the workspace on {read}")),
        ("Content hash", runs(dossier.content_hash or "Not known")),
    ]
    third = max(1, -(-len(printed) // 3))
    tables = [_counts(printed[at : at + third]) for at in range(0, len(printed), third or 1)]
    blocks: list[Block] = [
        Heading(1, "Receipt", anchor="receipt"),
        Paragraph(runs("What this document holds, and what it leaves out. Nothing else that was typed is missing.")),
        Facts(tuple(rows), "Which content this is"),
        Heading(2, "What it holds", listed=False),
        *([Columns(tuple((table,) for table in tables))] if tables else [Paragraph(runs("Nothing is written yet."))]),
        Heading(2, "What it leaves out, and why", listed=False),
    ]
    signs = _undrawn(chapters)
    variants = ([*blocks, *_missing(missing, share, names), *signs] for share, names in _ROOMS)
    return Chapter("Receipt", tuple(first_fitting(variants, air=TIGHTER[-1])))


def _missing(missing: Sequence[Left], share: int, names: int) -> list[Block]:
    """Return what is left out by its reasons, which take so much of the width; up to so many things are named."""
    if not missing:
        return [Paragraph(runs("Nothing: every text that was typed stands in this document."))]
    columns = (Column("Why it is not here", share), Column("What, and how often", 100 - share))
    by_reason: dict[str, list[Left]] = {}
    for each in missing:
        by_reason.setdefault(each.why, []).append(each)
    rows = tuple(_row(why, found, names) for why, found in by_reason.items())
    return [Table(columns, (RowGroup(rows),), "What is left out and why")]


def _undrawn(chapters: Sequence[Chapter]) -> list[Block]:
    """Return what stands in the text and could not be drawn, sign by sign with its name; nothing where all could."""
    signs: dict[str, int] = {}
    for text in spoken(chapters):
        for sign in undrawn(text, bold=False):
            signs[sign] = signs.get(sign, 0) + text.count(sign)
    if not signs:
        return []
    names = [f"{_sign_name(sign)} ({count:,})" for sign, count in signs.items()]
    more = len(names) - SIGNS
    rest = f"; and {counted(more, 'other sign')}" if more > 0 else ""
    said = f"{'; '.join(names[:SIGNS])}{rest}."
    about = (
        "No font here has these signs. A name in brackets or an empty square stands in their place, and points over "
        "letters are left out; copied or read aloud, the text is as it was typed."
    )
    return [
        Heading(2, "What could not be drawn", listed=False),
        Paragraph(runs(about)),
        Paragraph(runs(Run(f"{said[:1].upper()}{said[1:]}", muted=True))),
    ]


def _sign_name(sign: str) -> str:
    """Return the name of a sign as a reader can look it up, or its number where it has none."""
    return unicodedata.name(sign, "").lower().replace("cjk", "CJK") or f"U+{ord(sign):04X}"


def _keep(found: dict[tuple[str, str], Left], text: Typed, reasons: Reasons) -> None:
    left = found.setdefault(
        (text.kind, text.field), Left(text.kind, text.field, reason(text.kind, text.field, reasons))
    )
    left.count += 1
    if text.item and text.item not in left.items:
        left.items.append(text.item)


def _counts(rows: Sequence[tuple[str, str]]) -> Table:
    cells = tuple((Cell((runs(name),), scope="row", header=True), Cell((runs(value),))) for name, value in rows)
    return Table(
        (Column("Kind", 64), Column("Printed here", 36)), (RowGroup(cells),), "How many of each kind are printed"
    )


def _row(why: str, found: list[Left], names: int) -> tuple[Cell, ...]:
    """Return a reason with the fields it holds for, kind by kind; main texts name their things."""
    kinds: dict[str, list[str]] = {}
    named: list[str] = []
    for each in found:
        kind, name = said(each.kind, each.name)
        kinds.setdefault(kind, []).append(f"{name} ({each.count:,})")
        if _MAIN.get(each.kind, ("",))[0] == each.name:
            named += each.items
    what = [runs("; ".join(f"{kind}: {', '.join(names)}" for kind, names in kinds.items()))]
    if named and names:
        more = len(named) - names
        listing = ", ".join(named[:names]) + (f" and {counted(more, 'other')}" if more > 0 else "")
        what.append(runs(Run(listing, muted=True)))
    return (Cell((runs(why),), scope="row", header=True), Cell(tuple(what)))


def said(kind: str, name: str) -> tuple[str, str]:
    """Return a kind and its field in words: ``Role holding`` and ``note``."""
    spaced = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind).strip()
    return f"{spaced[:1].upper()}{spaced[1:]}", _FIELDS.get(name, name.split(".")[-1].replace("_", " "))
