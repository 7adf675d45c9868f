"""The sheet of keys: every command with its keys, in groups, with a field to find one by its words or its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from areasef.ui import accessible, metrics, theme
from areasef.ui.actions import COMMANDS, Command, Commands, shown_keys
from areasef.ui.navigation import PLACES
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import key_label, label
from areasef.ui.widgets.scroll import Scroll

_ELSEWHERE = "On other screens"
_PAUSE_MS = 400


class KeySheet(QDialog):
    """Lists keys: first what does something where one stands, then what does on other screens. Esc closes it."""

    def __init__(self, parent: QWidget, commands: Commands) -> None:
        super().__init__(parent)
        theme.dress(self)
        self.setObjectName("dialog")
        self.setWindowTitle("Keys")
        self._rows: list[tuple[str, str, tuple[QWidget, ...]]] = []
        self._heads: dict[str, QLabel] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a key or what it does")
        accessible.named(self.search, "Find a key or what it does")
        self._none = label("No key does that. Ctrl K finds every command by its words.", "table", "muted", wrap=True)
        self._none.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(lambda: accessible.announce(self, f"{len(self.shown())} found"))
        self._grid = metrics.spaced(QGridLayout(), spacing=8)
        self._grid.setColumnStretch(0, 1)
        here = {command.id for command in commands.available()}
        for command in sorted((each for each in COMMANDS if each.keys), key=lambda each: each.id not in here):
            if command.id in here:
                self._add(command, command.group)
            elif command.id not in _HIDDEN:
                self._add(command, _ELSEWHERE)
        self._build()
        self.search.textChanged.connect(self._filter)
        self.search.setFocus()

    def shown(self) -> tuple[str, ...]:
        """Return the words of the rows that are shown."""
        return tuple(row[1] for row in self._rows if not row[2][0].isHidden())

    def _add(self, command: Command, group: str) -> None:
        if group not in self._heads:
            self._heads[group] = label(group, "section")
            self._grid.addWidget(self._heads[group], self._grid.rowCount(), 0, 1, 2)
        keys = " or ".join(shown_keys(each) for each in command.keys[:2] if each not in _TWINS)
        at = self._grid.rowCount()
        words, key = label(command.words, "table", wrap=True), key_label(keys)
        key.setAccessibleName(f"{command.words}: {keys}")
        self._grid.addWidget(words, at, 0)
        self._grid.addWidget(key, at, 1, Qt.AlignmentFlag.AlignLeft)
        self._rows.append((group, f"{command.words} {keys}", (words, key)))

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        used = set()
        for group, words, widgets in self._rows:
            fits = all(part in words.casefold() for part in wanted)
            if fits:
                used.add(group)
            for widget in widgets:
                widget.setVisible(fits)
        for group, head in self._heads.items():
            head.setVisible(group in used)
        self._none.setVisible(not used)
        self._pause.start()

    def _build(self) -> None:
        whole = metrics.column(self, spacing=0)
        head = metrics.column(margins=(24, 20, 24, 12), spacing=10)
        head.addWidget(label("Keys", "title"))
        head.addWidget(self.search)
        whole.addLayout(head)
        scroll = Scroll("Keys", margins=(24, 4, 24, 20), spacing=6)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.column.addWidget(self._none)
        scroll.column.addLayout(self._grid)
        scroll.column.addStretch(1)
        whole.addWidget(scroll, 1)
        foot = QFrame()
        foot.setObjectName("dialogFoot")
        line = metrics.row(foot, margins=(20, 12, 20, 12))
        line.addStretch(1)
        close = Button("Close", self.accept)
        close.setDefault(True)
        line.addWidget(close)
        whole.addWidget(foot)
        behind = (
            (self.parentWidget() or self).window().size()
        )  # with large text the sheet would be larger than the window
        self.setMinimumWidth(min(metrics.px(520), behind.width()))
        self.setMinimumHeight(min(metrics.px(480), behind.height() - metrics.px(24)))


_HIDDEN = {f"place.{place.id}" for place in PLACES}
"""Places that are not on the rail are not spoken of: what is listed elsewhere is listed because it works somewhere."""
_TWINS = {"Ctrl+Enter", "Ctrl+="}
"""The same key by another name."""
