"""What a workbook means for the plan: row by row, cell by cell, with what changes and every fault in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from areasef.domain.plan_sheet.columns import Kind
from areasef.words.faults import Fault


class Happens(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LEFT_OUT = "left_out"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class CellMeaning:
    """One cell: its column's key and head, its place, what is typed, how that is understood, and what is kept now."""

    key: str
    head: str
    place: str
    typed: str
    words: str = ""
    before: str = ""
    changes: bool = False
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """That a row belongs elsewhere than it did: an action under another priority, a measure under another action."""

    before: str
    now: str

    def __str__(self) -> str:
        return f"It moves from “{self.before}” to “{self.now}”."


@dataclass(frozen=True, slots=True)
class RowMeaning:
    """One row: where it stands, what becomes of it, what it is called, its cells and its own faults."""

    key: str
    sheet: str
    number: int
    kind: Kind
    happens: Happens
    title: str
    ref: str = ""
    cells: tuple[CellMeaning, ...] = ()
    own_faults: tuple[Fault, ...] = ()
    moves: Move | None = None
    by_hand: bool = False

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Its own faults and those of its cells."""
        return (*self.own_faults, *(fault for cell in self.cells for fault in cell.faults))

    def cell(self, key: str) -> CellMeaning | None:
        """Return the cell of a column."""
        return next((each for each in self.cells if each.key == key), None)


@dataclass(frozen=True, slots=True)
class WordUse:
    """A word of a rating: how its column is read, how it is written, what it is taken for, and in how many cells it stands.

    ``plain`` says that its meaning was guessed without anybody's help.
    """

    reads: str
    word: str
    meaning: str
    count: int
    plain: bool = True


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name: how it is written, who it is taken for, and in how many cells it stands."""

    name: str
    who: str
    count: int


@dataclass(frozen=True)
class Understanding:
    """A whole workbook understood. ``things`` are what would be kept, new and changed, in an order that can be kept.

    ``absent`` counts the actions of the plan that a workbook of our own does not hold any more: they stay.
    """

    rows: tuple[RowMeaning, ...]
    things: tuple[object, ...]
    words: tuple[WordUse, ...] = ()
    names: tuple[NameUse, ...] = ()
    file_faults: tuple[Fault, ...] = ()
    absent: int = 0

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """Every fault, each with its place, in the order of the workbook."""
        return (*self.file_faults, *(fault for row in self.rows for fault in row.faults))

    def count(self, happens: Happens, kind: Kind | None = None) -> int:
        """Return how many rows something becomes of."""
        return sum(1 for _ in self.rows_that(happens, kind))

    def rows_that(self, happens: Happens, kind: Kind | None = None) -> Iterator[RowMeaning]:
        """Yield the rows of which something becomes."""
        return (row for row in self.rows if row.happens is happens and kind in (None, row.kind))
