"""A report under review: what was read, split, merged, moved and retyped by a person before anything is stored.

Each step takes a tuple of items and returns a new one, so a screen can go back by keeping the old.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from areasef.domain.identity import new_id
from areasef.domain.record import FindingKind
from areasef.domain.report import Box, InspectionReport, Place, ReportItem

ORDER: Final = (
    FindingKind.EFFECTIVE,
    FindingKind.BETTER,
    FindingKind.PRIORITY_ACTION,
    FindingKind.IMPROVEMENT,
)
_LETTERS: Final = {FindingKind.EFFECTIVE: "E", FindingKind.BETTER: "B"}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One finding as it stands in the review; ``suggested`` strands are only offered, ``strand_ids`` had a yes."""

    id: str
    kind: FindingKind
    text: str
    page: int = 0
    places: tuple[Place, ...] = ()
    uncertain: bool = False
    bodies: str = ""
    suggested: tuple[str, ...] = ()
    strand_ids: tuple[str, ...] = ()


Items = tuple[Reviewed, ...]


def under_review(report: InspectionReport, suggest: Callable[[str], tuple[str, ...]]) -> Items:
    """Return the findings of a report in its order, each with the strands that ``suggest`` names for its text."""
    read: dict[FindingKind, tuple[ReportItem, ...]] = {
        FindingKind.EFFECTIVE: report.effective,
        FindingKind.BETTER: report.better,
        FindingKind.PRIORITY_ACTION: report.priority_action,
        FindingKind.IMPROVEMENT: report.improvement,
    }
    return tuple(
        Reviewed(
            new_id(), kind, item.text, item.page, item.places, item.uncertain, item.body, tuple(suggest(item.text))
        )
        for kind in ORDER
        for item in read[kind]
    )


def at(items: Items, item_id: str) -> int:
    """Return where an item stands. Raises KeyError where it is not there."""
    for index, item in enumerate(items):
        if item.id == item_id:
            return index
    raise KeyError(item_id)


def retype(items: Items, item_id: str, text: str) -> Items:
    """Return the items with one text changed; a person has looked at it, so it is certain."""
    return _changed(items, item_id, text=" ".join(text.split()), uncertain=False)


def name_bodies(items: Items, item_id: str, bodies: str) -> Items:
    """Return the items with the responsible bodies of one changed."""
    return _changed(items, item_id, bodies=" ".join(bodies.split()))


def settle(items: Items, item_id: str) -> Items:
    """Return the items with one no longer uncertain."""
    return _changed(items, item_id, uncertain=False)


def link(items: Items, item_id: str, strand_id: str, linked: bool) -> Items:
    """Return the items with a strand linked to one, or no longer."""
    others = tuple(each for each in items[at(items, item_id)].strand_ids if each != strand_id)
    return _changed(items, item_id, strand_ids=(*others, strand_id) if linked else others)


def split(items: Items, item_id: str, offset: int) -> Items:
    """Return the items with one parted at a place in its text; nothing changes where a half would be empty."""
    index = at(items, item_id)
    item = items[index]
    first, second = item.text[:offset].strip(), item.text[offset:].strip()
    if not first or not second:
        return items
    above, below = _parted(item.places, len(first) / max(1, len(first) + len(second)))
    upper = replace(item, text=first, places=above, uncertain=False)
    lower = replace(
        item,
        id=new_id(),
        text=second,
        places=below,
        page=below[0].page if below else item.page,
        uncertain=False,
        strand_ids=(),
    )
    return (*items[:index], upper, lower, *items[index + 1 :])


def merge_with_next(items: Items, item_id: str) -> Items:
    """Return the items with one and the next of its kind as one; nothing changes where none follows."""
    index = at(items, item_id)
    item = items[index]
    following = items[index + 1] if index + 1 < len(items) else None
    if following is None or following.kind is not item.kind:
        return items
    whole = replace(
        item,
        text=f"{item.text} {following.text}",
        places=_together(item.places, following.places),
        uncertain=False,
        bodies=item.bodies or following.bodies,
        suggested=tuple(dict.fromkeys(item.suggested + following.suggested))[:3],
        strand_ids=tuple(dict.fromkeys(item.strand_ids + following.strand_ids)),
    )
    return (*items[:index], whole, *items[index + 2 :])


def move(items: Items, item_id: str, kind: FindingKind) -> Items:
    """Return the items with one at the end of another section."""
    index = at(items, item_id)
    if items[index].kind is kind:
        return items
    rest = [*items[:index], *items[index + 1 :]]
    moved = replace(items[index], kind=kind, uncertain=False)
    place = sum(ORDER.index(each.kind) <= ORDER.index(kind) for each in rest)
    return (*rest[:place], moved, *rest[place:])


def leave_out(items: Items, item_id: str) -> Items:
    """Return the items without one."""
    index = at(items, item_id)
    return (*items[:index], *items[index + 1 :])


def numbered(items: Items) -> dict[str, str]:
    """Return each item's number, so that it can be said aloud: what the report asks for is 1, 2, 3 in its order.

    What is effective is E1 and on, what else needs to be better B1 and on.
    """
    counts: Counter[str] = Counter()
    found = {}
    for item in items:
        letter = _LETTERS.get(item.kind, "")
        counts[letter] += 1
        found[item.id] = f"{letter}{counts[letter]}"
    return found


def _changed(items: Items, item_id: str, **values: object) -> Items:
    index = at(items, item_id)
    changed = replace(items[index], **values)  # type: ignore[arg-type]
    return (*items[:index], changed, *items[index + 1 :])


def _parted(places: tuple[Place, ...], share: float) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Part the boxes of a text where its words are parted: a line's width stands for how much it says."""
    lines = [(place.page, box) for place in places for box in place.boxes]
    width = sum(box[2] - box[0] for _, box in lines)
    upper: list[tuple[int, Box]] = []
    lower: list[tuple[int, Box]] = []
    seen = 0.0
    for page, box in lines:
        middle = seen + (box[2] - box[0]) / 2
        (upper if middle <= share * width else lower).append((page, box))
        seen += box[2] - box[0]
    if lines and not upper:
        upper.append(lines[0])
    if lines and not lower:
        lower.append(lines[-1])
    return _places(upper), _places(lower)


def _together(one: tuple[Place, ...], other: tuple[Place, ...]) -> tuple[Place, ...]:
    return _places([(place.page, box) for place in (*one, *other) for box in place.boxes])


def _places(lines: list[tuple[int, Box]]) -> tuple[Place, ...]:
    pages: dict[int, list[Box]] = {}
    for page, box in lines:
        pages.setdefault(page, []).append(box)
    return tuple(Place(page, tuple(boxes)) for page, boxes in pages.items())
