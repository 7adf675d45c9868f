"""What the window hands to every page: the session and the few doors a page may use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from areasef.services import undoing
from areasef.ui.bus import Bus
from areasef.ui.errors import Errors
from areasef.ui.jobs import Jobs
from areasef.ui.navigation import Target
from areasef.ui.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Context:
    """A page's doors: ``session`` for the verbs, ``bus`` for changes, ``jobs`` for slow work, ``go`` to jump.

    ``toast`` says what was done and offers Ctrl Z as the way back; ``offer`` offers a way back of its own; ``errors``
    shows what went wrong.
    """

    session: Any
    bus: Bus
    jobs: Jobs
    errors: Errors
    preferences: Preferences
    go: Callable[[Target], None]
    toast: Callable[[str, Callable[[], None] | None], None]
    offer: Callable[[str, Callable[[], None]], None]

    def undo(self) -> None:
        """Take back the last step, as Ctrl Z does; what the toast of a page does in a window that has no Ctrl Z."""
        change = undoing.undo(self.session)
        if change is not None:
            self.bus.say(change)
