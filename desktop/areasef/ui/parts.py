"""Which widgets wear a stylesheet of their own: Qt dresses a widget and all within it in one go, so a window has parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar

from PySide6.QtWidgets import QFocusFrame, QWidget

_SHELL: Final = "areasefShell"
W = TypeVar("W", bound=QWidget)


def shell(widget: W) -> W:
    """Let what stands in a widget be dressed part by part; the widget itself must need no stylesheet."""
    widget.setProperty(_SHELL, True)
    return widget


def is_shell(widget: QWidget) -> bool:
    """Say whether a widget holds parts and is none."""
    return bool(widget.property(_SHELL))


def parts(root: QWidget) -> Iterator[QWidget]:
    """Yield what wears a stylesheet: a widget itself, or the parts of a shell, in the order in which they were put in."""
    if not is_shell(root):
        yield root
        return
    for child in root.children():
        if isinstance(child, QWidget) and not child.isWindow() and not isinstance(child, QFocusFrame):
            yield from parts(child)


def shells(root: QWidget) -> Iterator[QWidget]:
    """Yield the shells of a window, the outer before the inner."""
    if is_shell(root):
        yield root
        for child in root.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from shells(child)
