"""Look one thing up by its kind and id, as a jump does."""

from __future__ import annotations

from typing import TypeVar

from areasef.services.session import Session

T = TypeVar("T")


def thing(session: Session, kind: type[T], thing_id: str) -> T | None:
    """Return a thing, or None where it is in the bin or was never there."""
    return session.store.get(kind, thing_id)
