"""A small form in a dialog: fields, one verb that keeps them, one that leaves all as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from areasef.ui import metrics
from areasef.ui.widgets.entries import Entry
from areasef.ui.widgets.question import Choice, Question
from areasef.ui.widgets.scroll import Scroll

Make = Callable[[Callable[[object], None]], Entry]


class Editor(Question):
    """Shows values in fields, by name; ``answer`` holds the new ones once they were kept."""

    def __init__(
        self, parent: QWidget | None, title: str, fields: Mapping[str, Make], values: Mapping[str, Any], must: str
    ) -> None:
        choices = (Choice("leave", "Leave it as it was", safe=True), Choice("keep", "Keep", primary=True, stays=True))
        super().__init__(parent, title, "", choices)
        self.values: dict[str, Any] = dict(values)
        self.answer: dict[str, Any] | None = None
        self._must = must
        self.entries: dict[str, Entry] = {}
        scroll = Scroll("Fields", margins=(6, 6, 12, 6), spacing=12)
        metrics.sized(scroll, min_height=300, min_width=420)
        for name, make in fields.items():
            entry = make(self._setter(name))
            entry.show_value(self.values[name])
            self.entries[name] = entry
            scroll.column.addWidget(entry.field)
        scroll.column.addStretch(1)
        self.content.addWidget(scroll)
        self.chosen.connect(self._keep)
        next(iter(self.entries.values())).field.control.setFocus()

    def _setter(self, name: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            self.values[name] = value

        return keep

    def _keep(self, key: str) -> None:
        if key != "keep":
            return
        for entry in self.entries.values():
            entry.settle()
        if self._must:
            self.entries[self._must].field.set_error("" if self.values[self._must] else "This cannot be left empty.")
        starts, ends = self.values.get("starts"), self.values.get("ends")
        if starts and ends and ends < starts:
            self.entries["ends"].field.set_error("The last day is before the first.")
        wrong = next((entry for entry in self.entries.values() if entry.field.error), None)
        if wrong is not None:
            wrong.field.control.setFocus()
            return
        self.answer = self.values
        self.accept()
