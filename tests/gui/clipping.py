"""Walks a window and says which words are cut, which parts leave the window, and which lie on one another."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from areasef.ui.navigation import Target
from areasef.ui.widgets.elided import Elided

_SLACK = 2  # pixels that rounding may cost
BEHIND = (
    *(Target("plan", "dates"), Target("plan", "risk"), Target("plan", "changes"), Target("evaluate", "checks")),
    *(Target("settings", "partnership"), Target("settings", "evaluation"), Target("help", "topic", "keys")),
)
"""What stands behind tabs and jumps, beside the places themselves."""


def settle() -> None:
    """Let layouts come to rest: each posts a request to its parent, up to the window."""
    for _ in range(12):
        QCoreApplication.sendPostedEvents()


def cut(root: QWidget) -> list[str]:
    """Return what does not fit its own widget, or is pushed out of the window it stands in."""
    found = []
    for widget in _worded(root):
        need = _need(widget)
        if need is not None and (need[0] > widget.width() + _SLACK or need[1] > widget.height() + _SLACK):
            found.append(f"{_said(widget)} needs {need[0]}x{need[1]} and has {widget.width()}x{widget.height()}")
        elif _outside(root, widget):
            found.append(f"{_said(widget)} leaves what holds it")
    return found


def overlaps(root: QWidget) -> list[str]:
    """Return pairs of words or controls that lie on one another, wherever in the window they stand."""
    shown = [(each, _seen(root, each)) for each in _worded(root) if not _floats(root, each)]
    found = []
    for (one, first), (other, second) in combinations(shown, 2):
        shared = first.intersected(second)
        inside = one.isAncestorOf(other) or other.isAncestorOf(one)
        if shared.width() > _SLACK and shared.height() > _SLACK and not inside:
            found.append(f"{_said(one)} lies on {_said(other)}")
    return found


def _seen(root: QWidget, widget: QWidget) -> QRect:
    """Return what of a widget is not hidden by those that hold it, in the root's measure."""
    box = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    each = widget.parentWidget()
    while each is not None:
        box = box.intersected(QRect(each.mapTo(root, QPoint(0, 0)), each.size()))
        if each is root:
            break
        each = each.parentWidget()
    return box


def _floats(root: QWidget, widget: QWidget) -> bool:
    """Say whether a widget stands in what lies over the window on purpose: toasts and their like."""
    each: QWidget | None = widget
    while each is not None and each is not root:
        if each.objectName() in ("toast", "palette"):
            return True
        each = each.parentWidget()
    return False


def _worded(root: QWidget) -> list[QWidget]:
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
    return [
        each
        for each in root.findChildren(QWidget)
        if isinstance(each, kinds) and each.isVisible() and not each.objectName().startswith("qt_")
    ]


def _need(widget: QWidget) -> tuple[int, int] | None:
    if isinstance(widget, Elided):  # words that give way are offered whole as the tooltip
        return widget.minimumSizeHint().width(), widget.minimumSizeHint().height()
    if isinstance(widget, QLabel):
        if not widget.text().strip():
            return None
        if widget.wordWrap():
            margins = widget.contentsMargins()
            longest = max((widget.fontMetrics().horizontalAdvance(word) for word in _plain(widget).split()), default=0)
            return longest + margins.left() + margins.right(), widget.heightForWidth(widget.width())
        return widget.sizeHint().width(), widget.sizeHint().height()
    if isinstance(widget, QAbstractButton) and widget.layout() is not None:
        return None  # the words in it are looked at for themselves
    if isinstance(widget, QAbstractButton):
        return widget.minimumSizeHint().width(), widget.minimumSizeHint().height()
    return 0, widget.fontMetrics().height()


def _plain(label: QLabel) -> str:
    return str(getattr(label, "words", label.text()))


def _outside(root: QWidget, widget: QWidget) -> bool:
    """Say whether a widget is cut by one of the widgets that hold it; what can be scrolled to is not cut."""
    box = QRect(QPoint(0, 0), widget.size())
    each = widget
    while each is not root:
        parent = each.parentWidget()
        if parent is None:
            return False
        box.translate(each.pos())
        around = parent.parentWidget()
        if isinstance(around, QAbstractScrollArea):
            fixed = around.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if box.left() < -_SLACK or (fixed and box.right() > parent.width() + _SLACK):
                return True
            if not fixed:
                return False
            box = QRect(box.left(), 0, box.width(), min(box.height(), parent.height()))  # scrolled to
        elif not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(box):
            return True
        each = parent
    return False


def _said(widget: QWidget) -> str:
    words = widget.accessibleName() or str(getattr(widget, "text", str)())
    return f"{type(widget).__name__} {words[:60]!r}"
