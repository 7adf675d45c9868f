"""A card that lists things of the partnership, each with what is said of it and two buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from areasef.ui import accessible, metrics
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import beginning, divider, label, set_tip


@dataclass(frozen=True, slots=True)
class Line:
    """One thing: its key, its name and what is said of it."""

    key: str
    title: str
    detail: str
    change: str = "Change"
    removable: bool = True


class RowList(QFrame):
    """The card: heading, sentence, lines, and the button that adds one."""

    def __init__(
        self,
        title: str,
        sentence: str,
        add: Button | None,
        change: Callable[[str], object],
        remove: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._change, self._remove = change, remove
        self._column = metrics.column(self, margins=(16, 12, 16, 12), spacing=6)
        head = metrics.row(spacing=12)
        words = metrics.column(spacing=0)
        words.addWidget(label(title, "section"))
        words.addWidget(label(sentence, "table", "muted", wrap=True))
        head.addLayout(words, 1)
        if add is not None:
            head.addWidget(add)
        self._column.addLayout(head)
        self._lines = QWidget()
        self._column.addWidget(self._lines)

    def show_lines(self, lines: Iterable[Line], nothing: str) -> None:
        """Show these things, or say that there are none."""
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = QWidget()
        column = metrics.column(self._lines, spacing=0)
        found = tuple(lines)
        for line in found:
            column.addWidget(divider())
            column.addWidget(self._row(line))
        if not found:
            column.addWidget(label(nothing, "table", "muted", wrap=True))
        self._column.addWidget(self._lines)

    def words(self) -> list[str]:
        """Return everything that is said, in order."""
        return [each.text() for each in self._lines.findChildren(QLabel)]

    def _row(self, line: Line) -> QWidget:
        row = QWidget()
        across = metrics.row(row, margins=(0, 6, 0, 6), spacing=8)
        words: QVBoxLayout = metrics.column(spacing=0)
        title = label(beginning(line.title), "body_strong", wrap=True)
        set_tip(title, line.title if title.text() != line.title else "")
        words.addWidget(title)
        words.addWidget(label(line.detail, "table", "muted", wrap=True))
        across.addLayout(words, 1)
        change = Button(line.change, lambda: self._change(line.key), small=True)
        across.addWidget(accessible.named(change, f"{line.change}: {line.title}"))
        if line.removable:
            remove = Button("Remove", lambda: self._remove(line.key), kind="quiet", small=True)
            across.addWidget(accessible.named(remove, f"Remove: {line.title}"))
        return row
