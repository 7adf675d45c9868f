"""The evidence library as a list to look through: what each item is, what is wanted of it, and how many there are of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache

from areasef.domain.citation import Citation, FindingCitation, Stance
from areasef.domain.evidence import Evidence, Freshness, Holding, freshness
from areasef.domain.framework import Framework

Values = tuple[tuple[str, ...], ...]
"""What an item is by each filter, in their order; items that are alike to every filter have equal values."""


class Scope(StrEnum):
    """Which of all items are looked at."""

    INBOX = "inbox"
    ALL = "all"
    NEVER_CITED = "never_cited"


class Order(StrEnum):
    """In which order items stand."""

    NEWEST = "newest"
    OLDEST = "oldest"
    COVERS = "covers"
    TITLE = "title"
    CITED = "cited"


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """An item with what is counted of it: how fresh it is and how many citations support and challenge with it."""

    item: Evidence
    freshness: Freshness
    supports: int = 0
    challenges: int = 0
    values: Values = ()

    @property
    def id(self) -> str:
        """The id of the item."""
        return self.item.id

    @property
    def cited(self) -> int:
        """How many citations point to it."""
        return self.supports + self.challenges

    @property
    def to_file(self) -> bool:
        """Whether it lies in the inbox: held, but nobody has said what kind of source it is or which strand it is for."""
        return to_file(self.item)


@dataclass(frozen=True, slots=True)
class PageHit:
    """Words found in an item: its page (0 where they stand in what was typed), the words around, and which matched.

    ``first`` is the mark where most of what was looked for stands together.
    ``older`` says that the page is of a revision that has been replaced.
    """

    evidence_id: str
    page: int
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()
    revision_id: str = ""
    older: bool = False
    first: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of items; an empty field asks nothing. ``found`` are the ids that a search found."""

    scope: Scope = Scope.ALL
    source_type: str = ""
    agency: str = ""
    partner: str = ""
    freshness: str = ""
    holding: str = ""
    strand: str = ""
    found: frozenset[str] | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything is asked at all."""
        return self != Wanted()


@dataclass(frozen=True, slots=True)
class Chosen:
    """Items that are wanted, and for each group of filters how many items each of its values would show."""

    items: tuple[LibraryItem, ...]
    counts: dict[str, Counter[str]]


FILTERS = tuple(each.name for each in fields(Wanted) if each.name != "found")


def to_file(item: Evidence) -> bool:
    """Say whether an item lies in the inbox."""
    return item.holding is Holding.HELD and not (item.source_type_id and item.strand_ids)


def library_items(
    evidence: Iterable[Evidence], citations: Iterable[Citation | FindingCitation], framework: Framework, as_at: date
) -> tuple[LibraryItem, ...]:
    """Return every item with its counts, in one pass over the citations."""
    counted: Counter[tuple[str, Stance]] = Counter((each.evidence_id, each.stance) for each in citations)
    kinds = {kind.id: kind for kind in framework.source_types}
    made = []
    for item in evidence:
        fresh = freshness(item, as_at, kinds.get(item.source_type_id))
        supports, challenges = counted[item.id, Stance.SUPPORTS], counted[item.id, Stance.CHALLENGES]
        values = _values(item, fresh, cited=bool(supports or challenges))
        made.append(LibraryItem(item, fresh, supports, challenges, values))
    return tuple(made)


def with_items(
    held: Collection[LibraryItem], fresh: Collection[LibraryItem], ids: frozenset[str]
) -> tuple[LibraryItem, ...]:
    """Return the library with the items of ``ids`` as they are now; those no longer there are left out."""
    now = {each.id: each for each in fresh}
    return tuple(now.get(each.id, each) for each in held if each.id not in ids or each.id in now)


def choose(items: Sequence[LibraryItem], wanted: Wanted) -> Chosen:
    """Return what is wanted and every count in one pass.

    A value's count is of the items that everything else asked for would leave, so that it says what choosing it shows.
    """
    found = wanted.found
    looked = items if found is None else [each for each in items if each.id in found]
    alike = Counter(each.values for each in looked)
    asked = tuple(str(getattr(wanted, name)) for name in FILTERS)
    missed = {values: _missed(values, asked) for values in alike}
    counts: dict[str, Counter[str]] = {name: Counter() for name in FILTERS}
    for values, number in alike.items():
        misses = missed[values]
        for at in range(len(FILTERS)) if not misses else misses if len(misses) == 1 else ():
            counts[FILTERS[at]].update(dict.fromkeys(values[at], number))
    return Chosen(tuple(each for each in looked if not missed[each.values]), counts)


def ordered(items: Iterable[LibraryItem], order: Order) -> tuple[LibraryItem, ...]:
    """Return items in an order; those that say nothing of what is ordered by, and those not here yet, come last."""
    newest = sorted(items, key=lambda each: _number(each.item.ref), reverse=order is not Order.OLDEST)
    if order is Order.TITLE:
        newest.sort(key=lambda each: each.item.title.casefold())
    elif order is Order.COVERS:
        newest.sort(key=lambda each: _covers(each.item), reverse=True)
    elif order is Order.CITED:
        newest.sort(key=lambda each: each.cited, reverse=True)
    return tuple(sorted(newest, key=lambda each: each.item.holding is not Holding.HELD))


@cache
def _number(ref: str) -> tuple[int, str]:
    """Return what orders references: ``E-99`` before ``E-141`` before ``E-141-N``."""
    number = ref.partition("-")[2].partition("-")[0]
    return (int(number) if number.isdigit() else 0, ref)


def _covers(item: Evidence) -> date:
    return item.covers_to or item.covers_from or date.min


def _values(item: Evidence, fresh: Freshness, *, cited: bool) -> Values:
    scopes = ("all", *(("inbox",) if to_file(item) else ()), *(() if cited else ("never_cited",)))
    one = (item.source_type_id, item.agency_id, item.partner_id or "", fresh.value, item.holding.value)
    return (scopes, *((value,) for value in one), item.strand_ids)


def _missed(values: Values, asked: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(at for at, wanted in enumerate(asked) if wanted and wanted not in values[at])
