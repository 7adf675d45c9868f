"""The order in which Tab goes through a window: the order of its layouts, whenever their widgets were made.

Qt's own order is that in which widgets were made: a row that is filled in later would come after the status bar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QSplitter, QTabBar, QWidget

from areasef.ui.later import later


def tab_stops(part: QWidget) -> list[QWidget]:
    """Return where Tab stops inside a part of a window that shows, the part itself first."""
    return [each for each in _in_order(part) if _stops(each)]


def step(window: QWidget, *, forward: bool, lost: Callable[[], object]) -> bool:
    """Move the focus to the next stop of a window, round its ends; say whether there was one.

    Qt asks for this too when what has the focus is hidden. Then the focus goes nowhere, or a listener would be read
    the first thing of the window before the one that is meant; ``lost`` is called once the event loop comes round.
    """
    focus = QApplication.focusWidget()
    if focus is not None and not focus.isVisible():
        focus.clearFocus()
        later(window, lost)
        return True
    stops = tab_stops(window)
    order = [each for each in _in_order(window) if each is focus or _stops(each)]
    if not stops or (focus is not None and stops == [focus]):
        return False
    at = order.index(focus) if focus in order else (-1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[(at + (1 if forward else -1)) % len(order)].setFocus(reason)
    return True


def _stops(widget: QWidget) -> bool:
    wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(wanted) and widget.isEnabled() and widget.focusProxy() is None


def _in_order(part: QWidget) -> Iterator[QWidget]:
    yield part
    if isinstance(part, QTabBar):
        return  # its arrows are for a mouse: keys go from tab to tab
    for child in _children(part):
        if child.isVisible() and not child.isWindow():
            yield from _in_order(child)


def _children(widget: QWidget) -> list[QWidget]:
    layout = widget.layout()
    laid: Iterable[QWidget | None] = _laid(layout) if layout is not None else ()
    if isinstance(widget, QSplitter):
        laid = (widget.widget(at) for at in range(widget.count()))
    made = [each for each in widget.children() if isinstance(each, QWidget)]
    here = [each for each in laid if each is not None and each.parentWidget() is widget]
    return here + [each for each in made if each not in here]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inside = item.layout()
        widget = item.widget()
        if widget is not None:
            yield widget
        elif inside is not None:
            yield from _laid(inside)
