"""How a workbook is read: what each sheet holds, where its head is, which column is what, and what words and names mean."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace

from areasef.domain.plan_sheet.columns import Kind


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """One sheet: what its rows are (None: it is not read), the row of its head from 0, and the key of each column."""

    kind: Kind | None = None
    head: int = 0
    columns: Map[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mapping:
    """A whole workbook. ``words`` and ``names`` hold only what somebody decided; the rest is guessed.

    ``words`` are by column kind and plain word, ``names`` by plain name; an empty answer leaves it out.
    ``left_out`` are keys of rows.
    """

    sheets: tuple[SheetMapping, ...]
    words: Map[tuple[str, str], str] = field(default_factory=dict)
    names: Map[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    def with_sheet(self, at: int, sheet: SheetMapping) -> Mapping:
        """Return it with one sheet read otherwise."""
        return replace(self, sheets=(*self.sheets[:at], sheet, *self.sheets[at + 1 :]))

    def with_column(self, at: int, column: int, key: str) -> Mapping:
        """Return it with a column read as another; nothing lets it go. A key stands for one column alone."""
        here = self.sheets[at]
        kept = {place: held for place, held in here.columns.items() if place != column and held != key}
        return self.with_sheet(at, replace(here, columns=kept | ({column: key} if key else {})))

    def with_word(self, reads: str, word: str, meaning: str) -> Mapping:
        """Return it with a word that means something else."""
        return replace(self, words={**self.words, (reads, word): meaning})

    def with_name(self, name: str, who: str) -> Mapping:
        """Return it with a name that is somebody else."""
        return replace(self, names={**self.names, name: who})

    def leaving_out(self, row: str, out: bool) -> Mapping:
        """Return it with a row left out, or taken again."""
        return replace(self, left_out=self.left_out | {row} if out else self.left_out - {row})


def row_key(sheet: int, row: int) -> str:
    """Return how a row is named while it is looked through: the sheet and the row, both from 0."""
    return f"{sheet}:{row}"
