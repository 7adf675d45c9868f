"""Words on the screen: labels in a text style and a tone."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def label(words: str, style: str = "body", tone: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in a text style of the tokens; the words are never read as markup."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", style)
    if tone:
        made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def as_tip(words: str) -> str:
    """Return words for a tip: a name that looks like markup is shown as typed, or a picture it names would be fetched."""
    markup = "<" in words or "&lt;" in words
    return f"<qt>{html.escape(words)}</qt>".replace("\n", "<br>") if markup else words


def set_tip(widget: QWidget, words: str) -> None:
    """Say more about a widget where the pointer rests."""
    widget.setToolTip(as_tip(words))


def beginning(words: str, most: int = 200) -> str:
    """Return a name as it is, or how it begins where it is longer than any name: the form that changes it has all of it."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def key_label(words: str) -> QLabel:
    """Return the picture of a key, such as ``Ctrl K``; it is decoration, the control says its keys itself."""
    made = QLabel(words)
    made.setProperty("role", "key")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone of a label or banner that is on screen."""
    set_state(widget, "tone", tone)


def set_state(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the stylesheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def divider(*, vertical: bool = False) -> QFrame:
    """Return a hairline."""
    made = QFrame()
    made.setObjectName("divider")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made
