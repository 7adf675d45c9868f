"""Places and jumps: where one can be, how to say where to go, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places of the rail; ``number`` is its Ctrl key and never changes while a place is hidden."""

    id: str
    title: str
    icon: str
    number: int = 0


PLACES: Final = (
    Place("overview", "Overview", "house", 1),
    Place("evaluate", "Evaluate", "notebook-pen", 2),
    Place("evidence", "Evidence", "library", 3),
    Place("data", "Data", "chart-line", 4),
    Place("plan", "Plan", "route", 5),
    Place("inspection", "Inspection", "calendar-clock", 6),
    Place("publish", "Publish", "file-output", 7),
)
FOOT: Final = (
    Place("help", "Help", "circle-question-mark"),
    Place("settings", "Settings", "settings"),
)

WITHIN: Final = {
    "report": "plan",
    "findings": "plan",
    "workbook": "plan",
}  # screens that are reached from a place of the rail


@dataclass(frozen=True, slots=True)
class Target:
    """Somewhere to jump: a place and, where it is more exact, a kind of thing, its id and the field to stand in."""

    place: str
    kind: str = ""
    id: str = ""
    field: str = ""


class History:
    """Where one has been: back and forward, as in a browser."""

    def __init__(self) -> None:
        self._visited: list[Target] = []
        self._at = -1

    @property
    def here(self) -> Target | None:
        """Return where one stands, or None before the first visit."""
        return self._visited[self._at] if self._at >= 0 else None

    def visit(self, target: Target) -> None:
        """Note a jump; what lay forward is forgotten."""
        if target != self.here:
            self._visited[self._at + 1 :] = [target]
            self._at = len(self._visited) - 1

    def back(self) -> Target | None:
        """Step back and return where to, or None at the beginning."""
        return self._step(-1)

    def forward(self) -> Target | None:
        """Step forward and return where to, or None at the end."""
        return self._step(1)

    def _step(self, by: int) -> Target | None:
        if not 0 <= self._at + by < len(self._visited):
            return None
        self._at += by
        return self.here
