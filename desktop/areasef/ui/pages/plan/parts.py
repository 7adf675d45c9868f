"""What measures and milestones share: a list of small groups of fields, each one kept by itself and able to go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from areasef.ui import metrics
from areasef.ui.dialogs.left_words import bring_back, leave_words
from areasef.ui.widgets.button import Button, IconButton
from areasef.ui.widgets.entries import Entry, put_beside
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.label import divider, label


class Part(QFrame):
    """The fields of one measure, milestone or value, in lines."""

    def __init__(self, thing_id: str) -> None:
        super().__init__()
        self.thing_id = thing_id
        self.entries: dict[str, Entry] = {}
        self.lines = metrics.column(self, spacing=8)

    def add_line(
        self,
        remove: tuple[str, Callable[[], object]] | None = None,
        more: Sequence[tuple[str, str, Callable[[], object]]] = (),
        /,
        **entries: Entry,
    ) -> None:
        """Put fields side by side, with a button that removes the whole part, and ``more`` before it."""
        line = put_beside(self.lines, self.entries, **entries)
        for button in more:
            line.addWidget(IconButton(*button), 0, Qt.AlignmentFlag.AlignBottom)
        if remove is not None:
            line.addWidget(IconButton("trash-2", *remove), 0, Qt.AlignmentFlag.AlignBottom)

    def settle(self) -> None:
        """Keep what is being typed."""
        for entry in list(self.entries.values()):
            entry.settle()

    def wrong(self) -> Field | None:
        """Return the first field that is in error."""
        return next((each.field for each in self.entries.values() if each.field.error), None)


class PartsBox(QFrame):
    """A heading, the parts, and the button that adds one."""

    def __init__(self, title: str, add_words: str) -> None:
        super().__init__()
        self.parts: list[Part] = []
        self._column = metrics.column(self, spacing=10)
        self._column.addWidget(divider())
        self._column.addWidget(label(title, "section"))
        self.none = label("None yet", "table", "muted")
        self._column.addWidget(self.none)
        self._where = metrics.column(spacing=12)
        self._column.addLayout(self._where)
        self.add_button = Button(add_words, self.add, icon="plus", small=True)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def add(self) -> None:
        """Add one more."""
        raise NotImplementedError

    def lay(self, parts: Sequence[Part]) -> None:
        """Show these parts instead of those shown."""
        self.leave_words()
        for part in self.parts:
            self._where.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.parts = list(parts)
        for part in self.parts:
            self._where.addWidget(part)
            metrics.rescale(part)
        self.none.setVisible(not self.parts)
        self.bring_back()

    def leave_words(self) -> None:
        """Hold what cannot be kept, for the next time a part is shown."""
        for part in self.parts:
            leave_words(self, part.entries, part.thing_id)

    def bring_back(self) -> None:
        """Let what was left stand in its part again."""
        for part in self.parts:
            bring_back(self, part.entries, part.thing_id)

    def settle(self) -> None:
        """Keep what is being typed."""
        for part in list(self.parts):
            part.settle()

    def wrong(self) -> Field | None:
        """Return the first field that is in error."""
        return next((found for part in self.parts if (found := part.wrong()) is not None), None)

    def focus_first(self) -> None:
        """Put the focus on the first field, or on the button that adds one."""
        first = next((entry.field.control for part in self.parts for entry in part.entries.values()), None)
        (first or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
