"""The plan of the demonstration as it came about: what was planned first, then what happened, each on its own day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Final

from areasef.services.session import Session

_HOUR: Final = time(10)


@dataclass
class Story:
    """``first`` is the day on which the plan was written, ``last`` the one on which the demonstration stands still."""

    session: Session
    first: date
    last: date
    _later: list[tuple[date, Callable[[], object]]] = field(default_factory=list)

    def begin(self, act: Callable[[], int]) -> int:
        """Do what was done on the first day, as one step, and return what came of it."""
        with self.session.store.clock.at(_moment(self.first)), self.session.store.write("Write the plan"):
            return act()

    def on(self, day: date, act: Callable[[], object]) -> None:
        """Do something on its day: at once where that is not after the first, else once the plan is written."""
        if day <= self.first:
            act()
        else:
            self._later.append((min(day, self.last), act))

    def go_on(self) -> None:
        """Do what came later, day by day."""
        for day, act in sorted(self._later, key=lambda each: each[0]):
            with self.session.store.clock.at(_moment(day)):
                act()


def _moment(day: date) -> datetime:
    return datetime.combine(day, _HOUR).astimezone()
