"""How a long piece of work tells how far it is; whoever listens may stop it by raising."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[int, int, str], object]
"""Hears how many steps are done, of how many (0 while that is not known), and what is being done. What it raises ends
the work, which then leaves nothing behind."""


def nobody(_done: int, _total: int, _words: str) -> None:
    """Tell nobody."""
