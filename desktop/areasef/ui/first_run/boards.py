"""One or more integrated care boards: a line for each, and a way to add another."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLineEdit

from areasef.ui import accessible, metrics
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.field import Field


class Boards(QFrame):
    """The names of the boards, those left empty not counted."""

    def __init__(self) -> None:
        super().__init__()
        self._edits = [QLineEdit()]
        column = metrics.column(self, spacing=6)
        hint = "The NHS body that plans health care. Add more than one if your area has them."
        self.field = Field("Integrated care board", self._edits[0], hint)
        column.addWidget(self.field)
        self._more = metrics.column(spacing=6)
        column.addLayout(self._more)
        line = metrics.row()
        self.add_button = Button("Add another board", self.add, kind="quiet", icon="plus", small=True)
        self.add_button.setProperty("tight", True)
        line.addWidget(self.add_button)
        line.addStretch(1)
        column.addLayout(line)

    @property
    def names(self) -> tuple[str, ...]:
        """Return what was typed, once each, in order."""
        typed = [edit.text().strip() for edit in self._edits]
        return tuple(dict.fromkeys(name for name in typed if name))

    def add(self) -> None:
        """Give one more line and put the focus there."""
        edit = accessible.named(QLineEdit(), f"Integrated care board {len(self._edits) + 1}")
        self._edits.append(edit)
        self._more.addWidget(edit)
        self.setTabOrder(self._edits[-2], edit)
        self.setTabOrder(edit, self.add_button)
        edit.setFocus()
