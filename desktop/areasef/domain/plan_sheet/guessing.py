"""The first guess at a workbook: which row is the head, what each column is, and what the rows of a sheet are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from areasef.domain.plan_sheet.columns import COLUMNS, KEY, NEEDED, SHEET_NAMES, Kind, Reads
from areasef.domain.plan_sheet.mapping import Mapping, SheetMapping
from areasef.domain.workbook import Sheet, Workbook

LOOKED_AT: Final = 40
_EXACT, _WITHIN = 100, 40
_HINTS: Final = (
    (Kind.RISKS, "risk"),
    (Kind.DECISIONS, "decision"),
    (Kind.FUNDING, "funding|budget|finance|money|cost"),
    (Kind.MILESTONES, "milestone"),
    (Kind.MEASURES, "kpi|measure|indicator|scorecard|performance"),
    (Kind.UPDATES, "update log|updates"),
    (Kind.ACTIONS, "action|plan|priority|recommendation|afi|workstream"),
)
_MOST_WORDS: Final = 10  # a head is a few words, not a sentence


@dataclass(frozen=True, slots=True)
class _Try:
    score: int
    head: int
    columns: dict[int, str]


def guess(book: Workbook) -> Mapping:
    """Return how a workbook is most likely to be read; what is uncertain is left unread."""
    sheets = [guess_sheet(sheet) for sheet in book.sheets]
    if not any(each.kind is Kind.ACTIONS for each in sheets):
        sheets = [_as_actions(sheet, held) for sheet, held in zip(book.sheets, sheets, strict=True)]
    return Mapping(tuple(sheets))


def guess_sheet(sheet: Sheet) -> SheetMapping:
    """Return how one sheet is most likely to be read."""
    own = next((kind for kind, name in SHEET_NAMES.items() if name == sheet.name), None)
    hinted = own or next((kind for kind, words in _HINTS if re.search(words, sheet.name.casefold())), None)
    tries = {kind: _best_head(sheet, kind) for kind in Kind if kind in (hinted, Kind.ACTIONS)}
    if sheet.hidden or not sheet.rows:
        return SheetMapping()
    for kind in (hinted, Kind.ACTIONS):
        found = tries[kind] if kind else None
        if kind and found and NEEDED[kind] in found.columns.values() and len(found.columns) >= 2:
            return SheetMapping(kind, found.head, found.columns)
    return SheetMapping()


def map_columns(sheet: Sheet, kind: Kind, head: int) -> SheetMapping:
    """Return a sheet read as a kind with its head in a row that somebody chose."""
    return SheetMapping(kind, head, _columns(sheet, kind, head))


def _as_actions(sheet: Sheet, held: SheetMapping) -> SheetMapping:
    """Return a sheet whose kind was not found as one of actions, if that has more than a column or two in common."""
    found = _best_head(sheet, Kind.ACTIONS)
    if held.kind is None and not sheet.hidden and found and len(found.columns) >= 3:
        return replace(held, kind=Kind.ACTIONS, head=found.head, columns=found.columns)
    return held


def _best_head(sheet: Sheet, kind: Kind) -> _Try | None:
    tries = [_try(sheet, kind, row) for row in range(min(LOOKED_AT, len(sheet.rows)))]
    return max(tries, key=lambda each: (each.score, -each.head), default=None)


def _try(sheet: Sheet, kind: Kind, row: int) -> _Try:
    columns = _columns(sheet, kind, row)
    return _Try(len(columns), row, columns)


def _columns(sheet: Sheet, kind: Kind, row: int) -> dict[int, str]:
    """Return the key of each column, the surest first, each key once."""
    scores = sorted(_scores(sheet, kind, row), key=lambda each: (-each[0], each[1]))
    found: dict[int, str] = {}
    for _, column, key in scores:
        if column not in found and key not in found.values():
            found[column] = key
    return dict(sorted(found.items()))


def _scores(sheet: Sheet, kind: Kind, row: int) -> Iterator[tuple[int, int, str]]:
    for column in range(len(sheet.rows[row]) if row < len(sheet.rows) else 0):
        for words in _heads(sheet, row, column):
            for key, names in _names(kind):
                score = max((_score(words, name) for name in names), default=0)
                if score:
                    yield score, column, key


def _heads(sheet: Sheet, row: int, column: int) -> Sequence[str]:
    """Return what a column is called: its own words, and those with what is merged over it."""
    own = plain_head(sheet.text(row, column))
    if not own or len(own.split()) > _MOST_WORDS:
        return ()
    over = next((each for each in sheet.merged if each.holds(row - 1, column) and each.right > each.left), None)
    if over and all(over.left <= at <= over.right for at, cell in enumerate(sheet.rows[row]) if cell and cell.text):
        over = None  # what stands over the whole table names none of its columns
    above = plain_head(sheet.text(over.top, over.left)) if over and row else ""
    return (own, f"{above} {own}") if above else (own,)


def _score(words: str, name: str) -> int:
    if words == name:
        return _EXACT + len(name)
    return _WITHIN + len(name) if len(name) > 3 and re.search(rf"\b{re.escape(name)}\b", words) else 0


@cache
def _names(kind: Kind) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((each.key, tuple(plain_head(name) for name in (each.head, *each.also))) for each in COLUMNS[kind])


def plain_head(words: str) -> str:
    """Return a heading to compare: without case, signs and the (s) of a plural."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"\(s\)|['’]", "", words.casefold())).split())


def has_dates(reads: Reads) -> bool:
    """Say whether a column holds days."""
    return reads in (Reads.FIRST_DAY, Reads.LAST_DAY)


def is_ours(mapping: SheetMapping) -> bool:
    """Say whether a sheet carries the keys that our own workbook has."""
    return KEY.key in mapping.columns.values()
