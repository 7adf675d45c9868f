"""What a screen reader hears beyond what Qt says by itself: names, descriptions and announcements."""

from __future__ import annotations

from typing import Final, TypeVar

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)
_LEFT_OUT: Final = "qt_rubberband"
HELP: Final = "helpTopic"
"""A widget with this property names the page of the guide about it, and its section after a #."""


def named(widget: W, name: str, description: str = "") -> W:
    """Give a control its spoken name, and a description where the name is not enough."""
    widget.setAccessibleName(name)
    if description:
        widget.setAccessibleDescription(description)
    return widget


def helped(widget: W, topic: str) -> W:
    """Say which page of the guide is about a widget and everything in it, such as ``evidence#cite``."""
    widget.setProperty(HELP, topic)
    return widget


def left_out(*widgets: QWidget) -> None:
    """Leave out of what is heard whatever only says again, in another shape, what its control says: Qt does so by name."""
    for each in widgets:
        each.setObjectName(_LEFT_OUT)


def announce(widget: QWidget, words: str, *, assertive: bool = False) -> None:
    """Say something aloud that happened away from the focus; ``assertive`` only for what must not wait."""
    event = QAccessibleAnnouncementEvent(widget, words)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
    widget.setProperty("lastAnnouncement", words)
