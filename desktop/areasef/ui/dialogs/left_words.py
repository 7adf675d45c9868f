"""What was typed into a form and left: it stands there again the next time, in this window and for this thing alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from areasef.ui import accessible, metrics
from areasef.ui.dialogs.typed_on import watch_typing
from areasef.ui.widgets.entries import Entry, LineEntry, Typed
from areasef.ui.widgets.label import label
from areasef.ui.widgets.question import Choice, Question

_BACK: Final = "What you typed and left is here again: “{keep}” keeps it, “{leave}” forgets it."
Left = Mapping[str, object]


class LeftWords(QObject):
    """What was left in one window, by form and thing and the name of the field; it goes with the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._left: dict[str, Left] = {}

    def leave(self, about: str, typed: Left) -> None:
        """Hold what was typed until somebody asks for it; nothing typed forgets what was held."""
        self._left.pop(about, None)
        if typed:
            self._left[about] = typed

    def of(self, about: str) -> Left:
        """Return what was left."""
        return self._left.get(about, {})


def left_in(widget: QWidget) -> LeftWords:
    """Return what was left in the window of a widget; a dialog belongs to the window behind it."""
    window = widget.window()
    while isinstance(window, QDialog) and (behind := window.parentWidget()) is not None:
        window = behind.window()
    found = window.findChild(LeftWords, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found or LeftWords(window)


def leave_words(form: QWidget, entries: Mapping[str, Entry], thing_id: str) -> None:
    """Hold what a form of a page cannot keep of a thing, such as a day that is none, and show what is kept instead."""
    lines = {name: entry for name, entry in entries.items() if isinstance(entry, LineEntry)}
    found = {name: words for name, entry in lines.items() if (words := entry.let_go())}
    if found:
        left_in(form).leave(_about(form, thing_id), found)


def bring_back(form: QWidget, entries: Mapping[str, Entry], thing_id: str) -> None:
    """Let what was left of a thing stand in its form again."""
    left, about = left_in(form), _about(form, thing_id)
    for name, typed in left.of(about).items():
        entry = entries.get(name)
        if isinstance(entry, LineEntry):
            entry.retype(typed)
    left.leave(about, {})
    watch_typing(form, entries, thing_id)


@contextmanager
def turning(form: QWidget, entries: Mapping[str, Entry], before: str, after: str) -> Iterator[None]:
    """Go from one thing to another inside: words of the one are left, what was left of the other comes back."""
    if before and before != after:
        leave_words(form, entries, before)
    yield
    if before != after:
        bring_back(form, entries, after)


def _about(form: QWidget, thing_id: str) -> str:
    return f"{type(form).__name__} {thing_id}"


class FormQuestion(Question):
    """A question with fields, ``about`` one thing. Esc and the close cross leave what was typed; a button settles it.

    Enter and Ctrl Enter press the primary button: who typed wants it kept.
    """

    def __init__(self, parent: QWidget, title: str, body: str, choices: Sequence[Choice], about: str) -> None:
        super().__init__(parent, title, body, choices)
        self._left = left_in(parent)
        self._about = f"{type(self).__name__} {title} {about}"
        self._fields: dict[str, Typed] = {}
        self._first: dict[str, object] = {}
        self._primary = next(self.button(each.key) for each in choices if each.primary)
        self._primary.setDefault(True)
        keep, leave = (next(each.words for each in choices if each.safe is safe) for safe in (False, True))
        self._back = label(_BACK.format(keep=keep, leave=leave), "meta", "muted", wrap=True)
        self._back.hide()
        edge = metrics.column(margins=(self.ring, 0, self.ring, 0))
        edge.addWidget(self._back)
        self.content.addLayout(edge)

    def remember(self, **fields: Typed) -> None:
        """Say which fields there are, once they show what is kept: what was left comes back into them."""
        self._fields |= fields
        self._first |= {name: each.typed() for name, each in fields.items()}
        back = {name: typed for name, typed in self._left.of(self._about).items() if name in fields}
        for name, typed in back.items():
            fields[name].retype(typed)
        if back and self._back.isHidden():
            self._back.show()
            words = filter(None, (self.accessibleDescription(), self._back.text()))
            accessible.named(self, self.windowTitle(), " ".join(words))

    def leave_words(self) -> None:
        """Hold what was typed: it could not be kept, or somebody left."""
        typed = {name: each.typed() for name, each in self._fields.items()}
        self._left.leave(self._about, {name: each for name, each in typed.items() if each != self._first[name]})

    def reject(self) -> None:
        """Leave with Esc or the close cross: nothing typed is lost."""
        self.leave_words()
        super().reject()

    def accept(self) -> None:
        """Be settled by a button: what was typed is kept, or is not wanted."""
        self._left.leave(self._about, {})
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl Enter keeps, also from a box where Enter begins a line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._primary.click()
        else:
            super().keyPressEvent(event)
