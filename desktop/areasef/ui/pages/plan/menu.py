"""The menu of the plan's three dots and of its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget


def menu_of(parent: QWidget, lines: Sequence[tuple[str, Callable[[], object]]]) -> QMenu:
    """Return a menu of words and what each does."""
    menu = QMenu(parent)
    for words, do in lines:
        menu.addAction(words).triggered.connect(partial(_run, do))
    return menu


def _run(do: Callable[[], object], _checked: bool = False) -> None:
    """Do what a line of the menu says, without what Qt tells of it."""
    do()
