"""A field with its label above, a hint, and the error in words between label and box."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QWidget

from areasef.ui import accessible, metrics
from areasef.ui.widgets.label import label, set_state
from areasef.ui.widgets.status import Mark


class Field(QFrame):
    """Wraps any control. Label and error are spoken with the control."""

    def __init__(self, name: str, control: QWidget, hint: str = "") -> None:
        super().__init__()
        self.control = control
        self._name = name
        self._hint_words = hint
        self._label = label(name, "label")
        self._label.setBuddy(control)
        self._hint = label(hint, "meta", "muted", wrap=True)
        if not hint:
            self._hint.hide()  # never shown before it has a parent: it would be a window, and take the focus
        self._mark = Mark()
        self._mark.show_mark("check", "must")
        self._error: QLabel = label("", "label", "bad", wrap=True)
        self._error_line = QFrame()
        line = metrics.row(self._error_line, spacing=6)
        mark = metrics.column(margins=(0, 2, 0, 0))  # beside the first line
        mark.addWidget(self._mark)
        mark.addStretch(1)
        line.addLayout(mark)
        line.addWidget(self._error, 1)
        self._error_line.hide()
        column = metrics.column(self, spacing=4)
        for each in (self._label, self._hint, self._error_line, control):
            column.addWidget(each)
        if isinstance(control, QLineEdit) and not control.text():
            control.setCursorPosition(0)  # else Qt tells of the caret at the first Tab, before it tells of the focus
        self._below: dict[str, QLabel] = {}
        self._speak()

    def say_whole(self, words: str) -> None:
        """Say in full under the box what is too long for it, for those who read by eye; no words take it away."""
        self._say_below("whole", words)

    def remark(self, words: str) -> None:
        """Say under the box what is odd about what was kept; it is no error, and no words take it away."""
        self._say_below("remark", words)

    def _say_below(self, what: str, words: str) -> None:
        if what not in self._below and words:
            self._below[what] = made = label("", "meta", "muted", wrap=True)
            accessible.left_out(made)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(made)
        if what in self._below:
            self._below[what].setText(words)
            self._below[what].setVisible(bool(words))

    def rename(self, name: str) -> None:
        """Call the field something else, where what it holds is counted in something else."""
        self._name = name
        self._label.setText(name)
        self._speak()

    @property
    def error(self) -> str:
        """Return the error that is shown, or nothing."""
        return self._error.text() if not self._error_line.isHidden() else ""

    def set_error(self, words: str) -> None:
        """Show what is wrong, and say it aloud; no words take it away."""
        self._error.setText(words)
        self._error_line.setVisible(bool(words))
        set_state(self.control, "wrong", bool(words))
        self._speak()
        if words:
            accessible.announce(self.control, words)

    def _speak(self) -> None:
        accessible.named(self.control, self._name)
        self.control.setAccessibleDescription(". ".join(filter(None, (self.error, self._hint_words))))


def line_field(name: str, hint: str = "", text: str = "") -> tuple[Field, QLineEdit]:
    """Return a field round a new line edit, and the line edit."""
    edit = QLineEdit(text)
    return Field(name, edit, hint), edit
