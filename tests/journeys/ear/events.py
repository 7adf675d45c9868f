"""What a screen reader and a magnifier are told while somebody works: where the focus and the caret went, what is announced."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import pyatspi
from gi.repository import GLib
from tests.journeys.ear.listener import NotHeard

FOCUS = "object:state-changed:focused"
CARET = "object:text-caret-moved"
SAID = "object:announcement"
SHOWN = "object:state-changed:showing"
_KINDS = (FOCUS, CARET, SAID, SHOWN)
_POLITE, _ASSERTIVE = 1, 2
_PATIENCE_S = 30.0
_TURNS = 2


class Told(NamedTuple):
    """One event: its kind, what it is about, where (the caret) or whether (the focus came), and its words."""

    kind: str
    name: str
    at: int
    words: str


class Events:
    """Keeps what was told since the last ``forget``, and presses keys as a keyboard does."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        for kind in _KINDS:
            pyatspi.Registry.registerEventListener(self._hear, kind)

    def forget(self) -> None:
        """Begin anew."""
        self._turn()
        self.told.clear()

    def key(self, symbol: str, held: str = "") -> None:
        """Press a key by its X name, with one held down or none."""
        press, down, up = pyatspi.KEY_SYM, pyatspi.KEY_PRESS, pyatspi.KEY_RELEASE
        if held:
            pyatspi.Registry.generateKeyboardEvent(_CODES[held], None, down)
        pyatspi.Registry.generateKeyboardEvent(_SYMBOLS.get(symbol) or ord(symbol), None, press)
        if held:
            pyatspi.Registry.generateKeyboardEvent(_CODES[held], None, up)

    def focused(self, name: str) -> Told:
        """Wait until the focus comes to something whose name holds these words."""
        return self._wait(lambda each: each.kind == FOCUS and each.at == 1 and name in each.name, f"focus on {name!r}")

    def announced(self, fits: Callable[[str], object], what: str, *, urgent: bool = False) -> str:
        """Wait until something that fits is announced (``urgent``: before anything else), and return it."""
        how = _ASSERTIVE if urgent else _POLITE
        return self._wait(
            lambda each: each.kind == SAID and each.at == how and bool(fits(each.words)), f"{what} to be announced"
        ).words

    def caret(self, name: str, least: int = 0) -> int:
        """Wait until the caret moves in a text, to a place or beyond it, and return where it is."""
        return self._wait(
            lambda each: each.kind == CARET and name in each.name and each.at >= least, f"a caret in {name!r}"
        ).at

    def opened(self, role: str) -> None:
        """Wait until something of a role comes up, such as a menu."""
        self._wait(lambda each: each.kind == SHOWN and each.at == 1 and each.words.startswith(f"[{role} |"), role)

    def passed(self) -> list[str]:
        """Return what the focus came to, in turn."""
        return [each.name for each in self.told if each.kind == FOCUS and each.at == 1]

    def lately(self) -> str:
        """Return what the focus is on, once what a key set off has been told."""
        for _ in range(_TURNS):
            self._turn()
            GLib.MainContext.default().iteration(True)
        return (self.passed() or [""])[-1]

    def _wait(self, fits: Callable[[Told], bool], what: str) -> Told:
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end:
            self._turn()
            found = next((each for each in self.told if fits(each)), None)
            if found is not None:
                return found
            GLib.MainContext.default().iteration(True)
        raise NotHeard(f"did not hear {what}; was told:\n" + "\n".join(map(str, self.told)))

    def _turn(self) -> None:
        GLib.timeout_add(200, lambda: False)  # wakes the loop where nothing is told
        while GLib.MainContext.default().iteration(False):
            pass

    def _hear(self, event: Any) -> None:
        with contextlib.suppress(GLib.GError):  # what it is about has gone already
            self.told.append(Told(str(event.type), str(event.source.name), int(event.detail1), str(event.any_data)))


_CODES = {"Control": 37, "Shift": 50, "Alt": 64}
_SYMBOLS = {
    "Tab": 0xFF09,
    "Return": 0xFF0D,
    "Escape": 0xFF1B,
    "Home": 0xFF50,
    "Left": 0xFF51,
    "Right": 0xFF53,
    "Down": 0xFF54,
    "End": 0xFF57,
    "F1": 0xFFBE,
    "F2": 0xFFBF,
    "F10": 0xFFC7,
    "slash": 0x2F,
}
