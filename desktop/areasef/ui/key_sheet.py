"""The sheet of keys: every command with its keys, in groups, with a field to find one by its words or its key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QWidget

from areasef.ui import accessible, metrics, theme
from areasef.ui.actions import COMMANDS, Command, Commands, shown_keys
from areasef.ui.navigation import PLACES
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.hits import Hit, HitList
from areasef.ui.widgets.label import label

_ELSEWHERE: Final = "On other screens"
_PAUSE_MS: Final = 400


class KeySheet(QDialog):
    """Lists keys: first what does something where one stands, then what does on other screens. Esc closes it.

    The keys are one list, one Tab stop: a dialog of labels would be read from end to end when it opens, and no line of
    it could be stood on.
    """

    def __init__(self, parent: QWidget, commands: Commands) -> None:
        super().__init__(parent)
        theme.dress(self)
        self.setObjectName("dialog")
        self.setWindowTitle("Keys")
        here = {command.id for command in commands.available()}
        with_keys = sorted((each for each in COMMANDS if each.keys), key=lambda each: each.id not in here)
        listed = [each for each in with_keys if each.id in here or each.id not in _HIDDEN]
        self._rows = tuple(_row(each, each.group if each.id in here else _ELSEWHERE) for each in listed)
        self._found = self._rows
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a key or what it does")
        accessible.named(self.search, "Find a key or what it does")
        self.list = HitList("Keys")
        self._none = label("No key does that. Ctrl K finds every command by its words.", "table", "muted", wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(lambda: accessible.announce(self, f"{len(self.shown())} found"))
        self._build()
        self._filter("")
        self._pause.stop()
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.search.setFocus()

    def shown(self) -> tuple[str, ...]:
        """Return the words of the rows that are shown."""
        return tuple(f"{each.words} {each.where}" for each in self._found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow down in the field goes into the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.list.tell_current()
            return True
        return False

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        self._found = tuple(
            each for each in self._rows if all(part in f"{each.words} {each.where}".casefold() for part in wanted)
        )
        self.list.show_hits(self._found, text.strip())
        self.list.setVisible(bool(self._found))
        self._none.setVisible(not self._found)
        self._pause.start()

    def _build(self) -> None:
        whole = metrics.column(self, spacing=0)
        head = metrics.column(margins=(16, 20, 16, 12), spacing=10)
        head.addWidget(label("Keys", "section"))
        head.addWidget(self.search)
        head.addWidget(self._none)
        whole.addLayout(head)
        whole.addWidget(self.list, 1)
        whole.addStretch(0)
        foot = QFrame()
        foot.setObjectName("dialogFoot")
        line = metrics.row(foot, margins=(16, 12, 16, 12))
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


def _row(command: Command, group: str) -> Hit:
    keys = " or ".join(shown_keys(each) for each in command.keys[:2] if each not in _TWINS)
    return Hit(group, command.words, keys, icon=command.icon, keys=True)


_HIDDEN: Final = {f"place.{place.id}" for place in PLACES}
"""Places that are not on the rail are not spoken of: what is listed elsewhere is listed because it works somewhere."""
_TWINS: Final = {"Ctrl+Enter", "Ctrl+="}
"""The same key by another name."""
