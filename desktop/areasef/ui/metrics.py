"""Pixels that follow the text size: layouts and fixed sizes remember their tokens and are told when it changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

QWIDGETSIZE_MAX: Final = 16_777_215
_TOKENS: Final = "areasefTokens"
_scale = 1.0
L = TypeVar("L", bound=QLayout)
W = TypeVar("W", bound=QWidget)
Margins = tuple[int, int, int, int]


def set_scale(scale: float) -> None:
    """Set the text size that everything made from now on is measured with."""
    global _scale
    _scale = scale


def px(size: float) -> int:
    """Return a token's pixels at the present text size."""
    return max(1, round(size * _scale)) if size else 0


def column(parent: QWidget | None = None, margins: Margins = (0, 0, 0, 0), spacing: int = 8) -> QVBoxLayout:
    """Return a vertical layout whose margins and spacing follow the text size."""
    return _spaced(QVBoxLayout(parent) if parent else QVBoxLayout(), margins, spacing)


def row(parent: QWidget | None = None, margins: Margins = (0, 0, 0, 0), spacing: int = 8) -> QHBoxLayout:
    """Return a horizontal layout whose margins and spacing follow the text size."""
    return _spaced(QHBoxLayout(parent) if parent else QHBoxLayout(), margins, spacing)


def spaced(layout: L, margins: Margins = (0, 0, 0, 0), spacing: int = 8) -> L:
    """Let any other layout (grid, flow) follow the text size."""
    return _spaced(layout, margins, spacing)


def sized(
    widget: W,
    *,
    width: int = 0,
    height: int = 0,
    min_width: int = 0,
    min_height: int = 0,
    max_width: int = 0,
) -> W:
    """Give a widget sizes in tokens that follow the text size; 0 leaves a side free."""
    widget.setProperty(_TOKENS, [width, height, min_width, min_height, max_width])
    _measure(widget)
    return widget


def free_width(widget: QWidget) -> None:
    """Let a widget be as wide as its place again."""
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(QWIDGETSIZE_MAX)


def rescale(root: QWidget) -> None:
    """Measure a widget and everything in it again, after the text size was changed."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.property(_TOKENS):
            _measure(widget)
    for layout in root.findChildren(QLayout):
        if layout.property(_TOKENS):
            _space(layout)


def rescale_alone(widget: QWidget) -> None:
    """Measure a widget and its own layout again, not what stands in it."""
    if widget.property(_TOKENS):
        _measure(widget)
    own = widget.layout()
    if own is not None:
        for layout in (own, *own.findChildren(QLayout)):
            if layout.property(_TOKENS):
                _space(layout)


def _spaced(layout: L, margins: Margins, spacing: int) -> L:
    layout.setProperty(_TOKENS, [*margins, spacing])
    _space(layout)
    return layout


def _space(layout: QLayout) -> None:
    *margins, spacing = (px(size) for size in layout.property(_TOKENS))
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)


def _measure(widget: QWidget) -> None:
    width, height, min_width, min_height, max_width = (px(size) for size in widget.property(_TOKENS))
    if width:
        widget.setFixedWidth(width)
    if height:
        widget.setFixedHeight(height)
    if min_width:
        widget.setMinimumWidth(min_width)
    if min_height:
        widget.setMinimumHeight(min_height)
    if max_width:
        widget.setMaximumWidth(max_width)


@contextmanager
def laid_at_once(layout: QLayout) -> Iterator[None]:
    """Lay out once after many widgets were put in, taken out or shown: Qt lays everything out again after each."""
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.invalidate()
        layout.activate()
