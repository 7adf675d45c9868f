"""Undo, redo, and the bin: from the change log, across screens, deletions too."""

from __future__ import annotations

from typing import Any

from areasef.domain.change import Change
from areasef.services.session import Session
from areasef.store.bin import BinEntry


def undo(session: Session) -> Change | None:
    """Take back the last step, or return None where there is none."""
    return session.store.undo()


def redo(session: Session) -> Change | None:
    """Do the step again that was taken back last, or return None where there is none."""
    return session.store.redo()


def undo_label(session: Session) -> str | None:
    """Return what *Undo* would take back, in the words it was done with."""
    return session.store.undo_label


def redo_label(session: Session) -> str | None:
    """Return what *Redo* would do again."""
    return session.store.redo_label


def binned(session: Session) -> tuple[BinEntry, ...]:
    """Return what lies in the bin: what it was called, who put it there and when."""
    return session.store.binned()


def restore(session: Session, kind: type[Any], thing_id: str) -> Change:
    """Take a thing out of the bin again."""
    with session.store.write("Restore from the bin") as batch:
        batch.restore(kind, thing_id)
    return batch.change
