"""A day on which nothing moves: the clock, the ids and the caret, so that a picture changes only with what it shows."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
import sys
from datetime import UTC, date, datetime
from types import ModuleType, SimpleNamespace
from typing import Final

import areasef
from areasef.domain import identity

NOW: Final = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
TODAY: Final = NOW.date()


class _AnyDay(type):
    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, date)


class StillDay(date, metaclass=_AnyDay):
    """A date whose today is always the day of the pictures."""

    @classmethod
    def today(cls) -> StillDay:
        """Return the day of the pictures."""
        return cls(TODAY.year, TODAY.month, TODAY.day)


def _now() -> datetime:
    return NOW


def hold_still() -> None:
    """Stop the clock of every module of the application, and count ids instead of drawing them."""
    for module in _modules():
        held = vars(module)
        if callable(held.get("now")):
            held["now"] = _now
        if held.get("date") is date and module.__name__.startswith(("areasef.ui", "areasef.services")):
            held["date"] = StillDay
    count = itertools.count(1)
    vars(identity)["os"] = SimpleNamespace(urandom=lambda size: next(count).to_bytes(size, "big"))
    vars(identity)["time"] = SimpleNamespace(time_ns=lambda: int(NOW.timestamp()) * 10**9)


def _modules() -> list[ModuleType]:
    for found in pkgutil.walk_packages(areasef.__path__, "areasef."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    return [module for name, module in sorted(sys.modules.items()) if name.startswith("areasef.")]
