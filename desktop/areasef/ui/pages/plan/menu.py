"""The menu of the plan's three dots and of its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from areasef.ui import theme
from areasef.ui.navigation import Target

Line = tuple[str, Callable[[], object]]
"""Words of a menu and what they do."""


def menu_of(parent: QWidget, lines: Sequence[Line]) -> QMenu:
    """Return a menu of words and what each does."""
    menu = QMenu(parent)
    theme.dress(menu)
    for words, do in lines:
        menu.addAction(words).triggered.connect(partial(_run, do))
    return menu


def ways_in(go: Callable[[Target], object]) -> tuple[Line, ...]:
    """Return the lines that lead to what the plan comes from."""
    return (
        ("Since the last inspection", partial(go, Target("findings"))),
        ("Import an inspection report", partial(go, Target("report"))),
        ("Import a plan from Excel", partial(go, Target("workbook"))),
    )


def _run(do: Callable[[], object], _checked: bool = False) -> None:
    """Do what a line of the menu says, without what Qt tells of it."""
    do()
