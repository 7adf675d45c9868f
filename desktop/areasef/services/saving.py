"""Save: what is kept, what is in the file, and bringing the one into the other; copies beside it."""

from __future__ import annotations

from pathlib import Path

from areasef.services.session import Session
from areasef.store.sitting import SavedState

Held = SavedState
"""Two true times: when the work was kept, and when it was last in the file."""


def saved(session: Session) -> SavedState:
    """Return two true times: when the work was kept, and when it was last in the file."""
    return session.store.saved


def save(session: Session) -> SavedState:
    """Bring the file up to date. Raises AppError where it cannot be; the work stays kept either way."""
    if session.store.saved.waiting or session.store.saved.in_file_at is None:
        return session.store.publish()
    return session.store.saved


def ask_again(session: Session) -> None:
    """Forget that an edit was refused for want of room, before what is being typed is handed over once more."""
    session.store.ask_again()


def save_copy(session: Session, target: Path) -> Path:
    """Write the workspace as it stands to another file; this one stays open."""
    session.store.save_copy(target)
    return target


def kept_aside(session: Session) -> Path | None:
    """Return where unpublished work was set aside because somebody else had changed the file, if it was."""
    return session.store.kept_aside


def backup(session: Session) -> Path | None:
    """Return the state of the file before it was last written."""
    return session.store.backup
