"""A small form in a dialog: fields, one verb that keeps them, one that leaves all as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from areasef.ui import metrics
from areasef.ui.dialogs.left_words import FormQuestion
from areasef.ui.widgets.entries import FirstDayEntry, LineEntry, TypedEntry
from areasef.ui.widgets.question import Choice
from areasef.ui.widgets.scroll import Scroll

_SPANS: Final = (("starts", "ends"), ("covers_from", "covers_to"))
Make = Callable[[Callable[[object], None]], TypedEntry]


class Editor(FormQuestion):
    """Shows values in fields, by name; ``answer`` holds the new ones once they were kept. ``pairs`` stand side by side."""

    ring = 6

    def __init__(
        self,
        parent: QWidget,
        title: str,
        fields: Mapping[str, Make],
        values: Mapping[str, Any],
        must: str,
        *,
        about: str,
        body: str = "",
        verb: str = "Keep",
        leave: str = "Leave it as it was",
        pairs: Sequence[tuple[str, str]] = (),
        wide: int = 440,
    ) -> None:
        choices = (Choice("leave", leave, safe=True), Choice("keep", verb, primary=True, stays=True))
        super().__init__(parent, title, body, choices, about)
        self.values: dict[str, Any] = dict(values)
        self.answer: dict[str, Any] | None = None
        self._must = must
        self.entries: dict[str, TypedEntry] = {}
        self.fields = scroll = Scroll("Fields", margins=(6, 6, 12, 20), spacing=12)
        metrics.sized(scroll, min_height=160)
        beside = {second: first for first, second in pairs}
        lines: dict[str, QHBoxLayout] = {}
        for name, make in fields.items():
            entry = make(self._setter(name))
            entry.show_value(self.values[name])
            self.entries[name] = entry
            line = lines.get(beside.get(name, ""))
            if line is None:
                line = lines[name] = metrics.row(spacing=12)
                scroll.column.addLayout(line)
            line.addWidget(entry.field, 1, Qt.AlignmentFlag.AlignTop)
        self._join_spans()
        scroll.column.addStretch(1)
        inside = scroll.widget()
        least = inside.minimumSizeHint().width() if inside is not None else 0
        scroll.setMinimumWidth(max(least + metrics.px(18), metrics.px(wide)))
        self.setMinimumWidth(scroll.minimumWidth() + metrics.px(28))
        self.end_in_scroll(scroll)
        self.chosen.connect(self._keep)
        self.remember(**self.entries)
        next(iter(self.entries.values())).field.control.setFocus()

    def _join_spans(self) -> None:
        """Let the first day of a period say the last one too."""
        for first, last in _SPANS:
            begins, ends = self.entries.get(first), self.entries.get(last)
            if isinstance(begins, FirstDayEntry) and isinstance(ends, LineEntry):
                begins.last = ends

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
        for first, last in _SPANS:
            starts, ends = self.values.get(first), self.values.get(last)
            if starts and ends and ends < starts:
                self.entries[last].field.set_error("The last day is before the first.")
        wrong = next((entry for entry in self.entries.values() if entry.field.error), None)
        if wrong is not None:
            wrong.field.control.setFocus()
            return
        self.answer = self.values
        self.accept()
