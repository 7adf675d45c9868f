"""What must happen first: which actions an action depends on, and that none waits for itself in the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from areasef.domain.plan import Action


def waits_for(actions: Iterable[Action], action: Action) -> Action | None:
    """Return the action, of those that ``action`` depends on, that waits for it in turn; None where none does.

    An action that depends on itself is returned itself. ``action`` counts as it stands, whatever ``actions`` hold of it.
    """
    known = {each.id: each for each in actions} | {action.id: action}
    return next(
        (known[key] for key in action.depends_on_ids if key in known and _leads_to(known, key, action.id)), None
    )


def without(action: Action, gone: Iterable[str]) -> tuple[str, ...]:
    """Return what an action depends on once some actions are gone."""
    left = frozenset(gone)
    return tuple(key for key in action.depends_on_ids if key not in left)


def _leads_to(known: Mapping[str, Action], start: str, end: str) -> bool:
    """Say whether one action, or whatever it depends on, is another."""
    seen: set[str] = set()
    open_ = [start]
    while open_:
        key = open_.pop()
        if key == end:
            return True
        if key in known and key not in seen:
            seen.add(key)
            open_ += known[key].depends_on_ids
    return False
