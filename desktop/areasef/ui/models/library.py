"""The evidence library as a list: rows are made when they are looked at, so that five thousand cost no more than ten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from areasef.domain.evidence import Holding
from areasef.domain.framework import Framework, title_of
from areasef.domain.library import LibraryItem, PageHit
from areasef.ui.models.pages_found import covers_words, kind_words
from areasef.ui.widgets.label import as_tip

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
HITS_SHOWN: Final = 3
Place = tuple[LibraryItem, PageHit | None]
_HOLDING: Final = {Holding.REQUESTED: "Asked for", Holding.MISSING: "Missing", Holding.REFUSED: "Refused"}


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """What a row says: an item in two lines and three columns, or a page of it where words were found."""

    evidence_id: str
    ref: str
    title: str
    detail: str
    freshness: str
    covers: str
    strands: str
    cited: str
    challenged: str
    hit: PageHit | None = None
    trouble: str = ""

    @property
    def spoken(self) -> str:
        """What a listener hears of the row."""
        if self.hit is not None:
            return f"{self.ref}, page {self.hit.page}: {self.hit.snippet}"
        covers = f"Covers {self.covers}" if self.freshness in ("current", "ageing", "stale") else self.covers
        covers = f"{covers}, current" if self.freshness == "current" else covers
        strands = f"Strands {self.strands}" if self.strands else "No strand yet"
        cited = f"{self.cited} cites" if self.cited.isdigit() else f"Cited {self.cited[:1].lower()}{self.cited[1:]}"
        cited = "Not cited yet" if self.cited == "Not yet" else cited
        challenged = f", {self.challenged}" if self.challenged else ""
        trouble = f"{self.trouble}. " if self.trouble else ""
        return f"{self.ref}, {self.title}. {trouble}{self.detail}. {covers}. {strands}. {cited}{challenged}."


def row_of(each: LibraryItem, framework: Framework, trouble: str = "") -> LibraryRow:
    """Return the row of an item."""
    item = each.item
    kind = framework.source_type(item.source_type_id)
    held = item.holding is Holding.HELD
    return LibraryRow(
        evidence_id=item.id,
        ref=item.ref,
        title=item.title,
        detail=kind_words(kind.title if kind else "", title_of(framework.agencies, item.agency_id)),
        freshness=str(each.freshness) if held else "",
        covers=covers_words(item, each.freshness) if held else _HOLDING[item.holding],
        strands=strand_codes(item.strand_ids, framework),
        cited=cited_words(each),
        challenged=f"{each.challenges} challenge{'s' if each.challenges == 1 else ''}" if each.challenges else "",
        trouble=trouble,
    )


def strand_codes(ids: Sequence[str], framework: Framework) -> str:
    """Return the codes of strands in the order of the framework: ``I1, I3, L4``."""
    return ", ".join(strand.code for strand in framework.strands if strand.id in ids)


def cited_words(each: LibraryItem) -> str:
    """Return how often an item is cited; the bare number where some of it challenges, since that is said beside it."""
    if each.challenges:
        return str(each.cited)
    if each.cited < 2:
        return "Once" if each.cited else "Not yet"
    return f"{each.cited} times"


def _with_pages(items: Sequence[LibraryItem], hits: Mapping[str, Sequence[PageHit]]) -> list[Place]:
    places: list[Place] = []
    for each in items:
        places.append((each, None))
        pages = [hit for hit in hits.get(each.id, ()) if hit.page]
        places += [(each, hit) for hit in pages[:HITS_SHOWN]]
    return places


class LibraryModel(QStringListModel):
    """Items in the order they are given; where words were found, each item is followed by its pages.

    How many rows there are is kept by Qt's own list of as many empty strings: a view asks for it once for each row
    whenever it lays itself out, and five thousand answers from here would be felt.
    """

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        self._framework = framework
        self._places: tuple[Place, ...] = ()
        self._keys: list[tuple[str, PageHit | None]] = []
        self._made: dict[int, LibraryRow] = {}
        self._troubles: Mapping[str, str] = {}

    def show_troubles(self, troubles: Mapping[str, str]) -> None:
        """Say in a word what is wrong with the file of an item, by its id."""
        self._troubles, self._made = troubles, {}
        if self._places:
            self.dataChanged.emit(self.index(0), self.index(len(self._places) - 1))

    def show_items(self, items: Sequence[LibraryItem], hits: Mapping[str, Sequence[PageHit]] | None = None) -> None:
        """Show other items, with the pages that were found of each."""
        places = _with_pages(items, hits) if hits else [(each, None) for each in items]
        keys = [(each.item.id, hit) for each, hit in places]
        same, self._keys = keys == self._keys, keys
        self._places, self._made = tuple(places), {}
        if not same:
            self.setStringList([""] * len(places))
        elif places:
            self.dataChanged.emit(self.index(0), self.index(len(places) - 1))

    @property
    def framework(self) -> Framework:
        """The framework whose words the rows use."""
        return self._framework

    def place(self, row: int) -> Place | None:
        """Return the item of a row and the page that was found, or None past the ends."""
        return self._places[row] if 0 <= row < len(self._places) else None

    def row(self, at: int) -> LibraryRow:
        """Return what a row says; it is made the first time it is asked for."""
        made = self._made.get(at)
        if made is None:
            each, hit = self._places[at]
            made = row_of(each, self._framework, self._troubles.get(each.id, ""))
            if hit is not None:
                made = LibraryRow(made.evidence_id, made.ref, made.title, "", "", "", "", "", "", hit)
            self._made[at] = made
        return made

    def find(self, evidence_id: str) -> int:
        """Return where an item stands, or -1."""
        return next((at for at, (each, hit) in enumerate(self._places) if each.id == evidence_id and hit is None), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows can be chosen, and are not written in."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's words, what is said of it aloud, its whole title as a hint, or the row itself."""
        if not index.isValid():
            return None
        if role == ROW:
            return self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.row(index.row())
            return f"{row.ref} {row.title}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.row(index.row()).spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self.row(index.row()).title)
        return None
