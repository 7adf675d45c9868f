"""The dialog that asks: its title is a question, its body says what is lost, its buttons are verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QDialog, QFrame, QLayout, QPushButton, QSizePolicy, QWidget

from areasef.ui import accessible, metrics, theme
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label

_EDGE: Final = 48
"""What stays free of the window behind, above and below together."""
_LEAST: Final = 48
"""The least height of a list or page in a question: it scrolls."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a question. The safe one has the focus and is what Esc does; ``stays`` keeps the dialog open."""

    key: str
    words: str
    safe: bool = False
    primary: bool = False
    stays: bool = False


class Question(QDialog):
    """A question with verbs for answers. ``ask`` returns the key of the answer.

    ``ring`` is the room that the focus ring of its fields needs beside them, so that words and fields share an edge.
    """

    chosen = Signal(str)
    ring = 0

    def __init__(self, parent: QWidget | None, title: str, body: str, choices: Sequence[Choice]) -> None:
        super().__init__(parent)
        theme.dress(self)
        self.setObjectName("dialog")
        self.setWindowTitle(title)
        self._buttons: dict[str, Button] = {}
        self._long: QAbstractScrollArea | None = None
        self._answer = next((each.key for each in choices if each.safe), choices[-1].key)
        accessible.named(self, title, body)
        whole = metrics.column(self, spacing=0)
        side = 20 - self.ring
        self.content = metrics.column(margins=(side, 20, side, 20), spacing=8)
        head = metrics.column(margins=(self.ring, 0, self.ring, 0), spacing=6)
        head.addWidget(label(title, "section", wrap=True))
        if body:
            head.addWidget(label(body, "body", wrap=True))
        self.content.addLayout(head)
        whole.addLayout(self.content)
        whole.addWidget(self._foot(choices))
        metrics.sized(self, min_width=440, max_width=640)

    def ask(self) -> str:
        """Show the question and return the key of what was chosen; Esc chooses the safe answer."""
        self.exec()
        return self._answer

    def setVisible(self, visible: bool) -> None:
        """Open as high as its words need, and never higher than there is room."""
        opens = visible and not self.isVisible()
        if opens:
            self._fit()
        super().setVisible(visible)
        if opens:
            self._grow()

    def _fit(self) -> None:
        """Be as wide as the widest part needs and as high as the words need then; Qt gives two thirds of a screen at most."""
        layout = self.layout()
        if layout is None:
            return
        for each in (self, *self.findChildren(QWidget)):
            each.ensurePolished()  # or words would be measured in another font
        wide = max(self.minimumWidth(), min(layout.totalSizeHint().width(), self.maximumWidth(), self._room_aside()))
        high = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        self._give_way(layout, wide)
        self.resize(wide, min(high, self._room()))

    def _grow(self) -> None:
        """Be higher, so that less has to be scrolled, as far as the window behind has room."""
        layout = self.layout()
        if self._long is None or layout is None:
            return
        layout.activate()
        more = max(0, min(self._long.verticalScrollBar().maximum(), self._room() - self.height()))
        self.resize(self.width(), self.height() + more)
        self.move(self.x(), self.y() - more // 2)

    def event(self, event: QEvent) -> bool:
        """Make room for what came in, such as the words on what is wrong with a field."""
        asks = event.type() == QEvent.Type.LayoutRequest  # nothing is asked of it after others: one of them deletes it
        done = super().event(event)
        layout = self.layout() if asks and self.isVisible() else None
        if layout is not None and layout.hasHeightForWidth():
            need = min(layout.totalHeightForWidth(self.width()), self._room())
            if need > self.height():
                self.resize(self.width(), need)
        return done

    def _behind(self) -> QSize:
        """Return the size of the window behind; the screen's where there is none."""
        behind = self.parentWidget()
        return behind.window().size() if behind is not None else self.screen().availableGeometry().size()

    def _room(self) -> int:
        """Return the height that the window behind has for a question."""
        return self._behind().height() - metrics.px(_EDGE)

    def _room_aside(self) -> int:
        """Return the width that the window behind has for a question."""
        return self._behind().width() - metrics.px(_EDGE) // 2

    def _give_way(self, whole: QLayout, wide: int) -> None:
        """Let what scrolls be lower where all of it would not fit: the buttons stay in sight at every text size."""
        direct = [item.widget() for at in range(self.content.count()) if (item := self.content.itemAt(at))]
        for inside in (*filter(None, direct), *self.findChildren(QAbstractScrollArea)):
            lines = whole.hasHeightForWidth()
            need = whole.totalMinimumHeightForWidth(wide) if lines else whole.totalMinimumSize().height()
            more = need - self._room()
            if more > 0 and inside.minimumHeight() > metrics.px(_LEAST):
                least = inside.minimumHeight() - more
                inside.setMinimumHeight(max(metrics.px(_LEAST), least))
                self._tell_layouts(inside)
        whole.activate()  # or the least height of before would hold

    def done(self, result: int) -> None:
        """Close, and go at once: its buttons would follow the look for as long as the window lives."""
        super().done(result)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, which is not always the one that Qt calls the default."""
        focus = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if enter and isinstance(focus, QPushButton) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            focus.click()
        else:
            super().keyPressEvent(event)

    def _tell_layouts(self, inside: QWidget) -> None:
        """Let every layout around a widget ask anew: what was never shown tells none that its size is another."""
        self.content.invalidate()
        each: QWidget | None = inside
        while each is not None:
            each.updateGeometry()
            layout = each.layout()
            if layout is not None:
                layout.invalidate()
            each = None if each is self else each.parentWidget()

    def button(self, key: str) -> Button:
        """Return the button of an answer."""
        return self._buttons[key]

    def end_in_scroll(self, scroll: QAbstractScrollArea) -> None:
        """End with what scrolls: it reaches down to the buttons, so that what is cut there goes on."""
        metrics.spaced(self.content, (20 - self.ring, 20, 20 - self.ring, 0), 8)
        self.content.addWidget(scroll, 1)
        self._long = scroll

    def put_beside(self, widget: QWidget) -> None:
        """Put a widget at the left of the buttons."""
        self._foot_line.insertWidget(0, widget)

    def _foot(self, choices: Sequence[Choice]) -> QFrame:
        foot = QFrame()
        foot.setObjectName("dialogFoot")
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = self._foot_line = metrics.row(foot, margins=(20, 14, 20, 14), spacing=16)
        line.addStretch(1)
        for choice in choices:
            button = Button(choice.words, kind="primary" if choice.primary else "secondary")
            button.clicked.connect(lambda _checked=False, made=choice: self._choose(made))
            button.setDefault(choice.safe)
            line.addWidget(button)
            self._buttons[choice.key] = button
            if choice.safe:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        return foot

    def _choose(self, choice: Choice) -> None:
        self.chosen.emit(choice.key)
        if not choice.stays:
            self._answer = choice.key
            self.accept()
