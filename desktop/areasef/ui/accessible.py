"""What a screen reader hears beyond what Qt says by itself: names, descriptions and announcements."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str, description: str = "") -> W:
    """Give a control its spoken name, and a description where the name is not enough."""
    widget.setAccessibleName(name)
    if description:
        widget.setAccessibleDescription(description)
    return widget


def announce(widget: QWidget, words: str, *, assertive: bool = False) -> None:
    """Say something aloud that happened away from the focus; ``assertive`` only for what must not wait."""
    event = QAccessibleAnnouncementEvent(widget, words)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
    widget.setProperty("lastAnnouncement", words)
