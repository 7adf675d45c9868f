"""The bus: what was changed, said once to whoever is on screen, and whether it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from areasef.domain.change import Change


class Keeping(StrEnum):
    """Whether what was typed is on the disk: in the file, or kept in the working copy on this computer."""

    SAVED = "saved"
    KEPT = "kept"
    SAVING = "saving"
    NOT_SAVED = "not_saved"
    READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class SavedState:
    """What the bars say about saving: the state, since when, and why; and when the work was last in the file itself."""

    keeping: Keeping
    at: datetime | None = None
    why: str = ""
    in_file: datetime | None = None


class Bus(QObject):
    """One signal for changes, one for the saved state. Pages listen here and never call one another."""

    changed = Signal(object)
    saved = Signal(object)

    def say(self, change: Change) -> None:
        """Tell every listener what a write changed; a change of nothing is not told."""
        if change.kinds:
            self.changed.emit(change)

    def say_saved(self, state: SavedState) -> None:
        """Tell the window whether the work is saved."""
        self.saved.emit(state)
