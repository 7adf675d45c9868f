"""The order in which Tab goes through Evaluate (design guide, section 5): panes left to right, cards as they stand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from areasef.ui.pages.evaluate.page import EvaluatePage


def order_focus(page: EvaluatePage) -> None:
    """Put the stops of the page in their order again, after its cards were laid."""
    writing = page.writing
    stops = [*_stops(page.strands), *_stops(page.heading), *_stops(writing.tabs), *_stops(page.guided.strip)]
    for card in writing.cards:
        stops += _stops(card)
    stops += [writing.add_button, writing.guide_me, *_stops(page.evidence), *_stops(page.guide)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(root: QWidget) -> list[QWidget]:
    """Return what can hold the focus inside a part, in the order of its layout, the part itself first."""
    found = [root, *_inside(root)]
    return [each for each in found if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None]


def _inside(root: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    for child in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not child.isWindow():
            found += [child, *_inside(child)]
    return found
