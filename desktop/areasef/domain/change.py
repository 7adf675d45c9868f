"""What a write changed: the one thing a service hands back and the window listens for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Kinds of things (table names) and ids that a write touched, and what to call it in *Undo*."""

    kinds: frozenset[str]
    ids: frozenset[str]
    label: str = ""

    def touches(self, *kinds: str) -> bool:
        """Say whether any of these kinds was touched."""
        return not self.kinds.isdisjoint(kinds)


NOTHING = Change(frozenset(), frozenset())


def merged(changes: list[Change], label: str) -> Change:
    """Return one change for several."""
    kinds = frozenset[str]().union(*(change.kinds for change in changes))
    ids = frozenset[str]().union(*(change.ids for change in changes))
    return Change(kinds, ids, label)
