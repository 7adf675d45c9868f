"""The palette: search and every command, over a flat scrim; the focus goes back on Esc."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget

from areasef.ui import accessible, metrics, theme
from areasef.ui.actions import Commands, shown_keys
from areasef.ui.navigation import Target
from areasef.ui.widgets.hits import Hit, HitList
from areasef.ui.widgets.label import divider, key_label, label
from areasef.ui.widgets.status import Mark

WIDE: Final = 680
_PAUSE_MS: Final = 400
_ROWS: Final = 9


@dataclass(frozen=True, slots=True)
class Found:
    """One search hit: the group it stands under, what it says and which of its signs matched, where it is, the jump."""

    group: str
    words: str
    where: str
    target: Target
    icon: str = "quote"
    marks: tuple[tuple[int, int], ...] = ()


Search = Callable[[str], Sequence[Found]]


class Palette(QWidget):
    """Covers its window while it is open. ``search`` finds things in the file; commands come from the registry."""

    def __init__(self, window: QWidget, commands: Commands, go: Callable[[Target], None]) -> None:
        super().__init__(window)
        self._commands = commands
        self._go = go
        self._search: Search | None = None
        self._back: QWidget | None = None
        self._box = QFrame(self)
        self._box.setObjectName("palette")
        self.edit = QLineEdit()
        self.edit.setPlaceholderText("Search statements, pages, actions and commands")
        accessible.named(self.edit, "Search statements, pages, actions and commands")
        self.edit.setProperty("drawsOwnFocus", True)
        self.list = HitList("Found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._count = label("", "meta", "muted")
        self._none = label("", "table", "muted", wrap=True)
        self._none.setContentsMargins(16, 12, 16, 12)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._build()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._say_count)
        self.edit.textChanged.connect(self._find)
        self.edit.installEventFilter(self)
        self.list.opened.connect(self._take)
        self.hide()

    def set_search(self, search: Search) -> None:
        """Say how to search the open file."""
        self._search = search

    def open(self) -> None:
        """Show it, empty, with the focus in its field."""
        self._back = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.clear()
        self._find("")
        self.place()

    def close_again(self) -> None:
        """Hide it and give the focus back."""
        self.hide()
        self._pause.stop()
        if self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Cover the window and stand at its top centre."""
        window = self.parentWidget()
        assert window is not None
        self.setGeometry(window.rect())
        wide = min(metrics.px(WIDE), self.width() - metrics.px(16))
        high = min(metrics.px(97) + self.list.content_height(), self.height() - metrics.px(80))
        top = min(metrics.px(58), self.height() // 8)
        self._box.setGeometry((self.width() - wide) // 2, top, wide, max(high, metrics.px(180)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter in the field work the list; Esc closes, whatever the page does with it; Tab stays inside."""
        if not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
            event.accept()  # a page may bind Esc to leaving what is edited
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if key == Qt.Key.Key_Escape:
            self.close_again()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._step(_ROWS if key == Qt.Key.Key_PageDown else -_ROWS)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.open_current()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when somebody presses beside it."""
        self.close_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scrim."""
        look = theme.look()
        scrim = QColor(look.theme.scrim)
        scrim.setAlphaF(look.theme.scrim_opacity)
        painter = QPainter(self)
        painter.fillRect(self.rect(), scrim)
        painter.end()

    def _build(self) -> None:
        column = metrics.column(self._box, margins=(1, 1, 1, 1), spacing=0)
        head = metrics.row(margins=(16, 8, 16, 8), spacing=12)
        mark = Mark(20)
        mark.show_mark("icon", "search")
        head.addWidget(mark)
        head.addWidget(self.edit, 1)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addWidget(divider())
        column.addWidget(self.list, 1)
        column.addWidget(self._none, 1)
        foot = QFrame()
        foot.setObjectName("paletteFoot")
        line = metrics.row(foot, margins=(16, 6, 16, 6), spacing=8)
        for keys, words in (("↑↓", "move"), (("Enter",), "open")):
            for key in keys:
                line.addWidget(key_label(key))
            line.addWidget(label(words, "meta", "muted"))
            line.addSpacing(metrics.px(8))
        line.addStretch(1)
        line.addWidget(key_label("Esc"))
        line.addWidget(label("close", "meta", "muted"))
        column.addWidget(foot)

    def _find(self, words: str) -> None:
        words = words.strip()
        found = [
            Hit(each.group, each.words, each.where, icon=each.icon, payload=each.target, marks=each.marks)
            for each in (self._search(words) if self._search and len(words) > 1 else ())
        ]
        wanted = words.casefold()
        for command in self._commands.available():
            if command.id != "move.palette" and all(part in command.words.casefold() for part in wanted.split()):
                keys = shown_keys(command.keys[0]) if command.keys else ""
                found.append(Hit("Do", command.words, keys, icon=command.icon, payload=command.id, keys=bool(keys)))
        self.list.show_hits(found, words)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        self._none.setText(f"Nothing here says “{words}”. Try fewer words, or only how one begins.")
        self._count.setText(_count_words(len(found)) if words else "")
        self.place()
        if words:
            self._pause.start()

    def _step(self, by: int) -> None:
        self.list.step(by)
        self.list.tell_current()

    def _say_count(self) -> None:
        """Say how many were found, and the first of them: Enter opens it."""
        accessible.announce(self, ". ".join(filter(None, (self._count.text(), self.list.current_words()))))

    def _take(self, payload: object) -> None:
        self.close_again()
        if isinstance(payload, Target):
            self._go(payload)
        elif isinstance(payload, str):
            self._commands.run(payload)


def _count_words(count: int) -> str:
    return {0: "Nothing found", 1: "1 found"}.get(count, f"{count} found")
