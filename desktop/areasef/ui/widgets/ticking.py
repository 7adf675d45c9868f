"""Choosing several of many: a button that says what is chosen and opens a list that can be narrowed by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStyleOptionButton,
    QWidget,
)

from areasef.ui import accessible, metrics, theme
from areasef.ui.focus import INNER
from areasef.ui.widgets.chooser import paint_chevron
from areasef.ui.widgets.field import Field
from areasef.ui.widgets.label import set_state, set_tip
from areasef.ui.widgets.question import Choice, Question
from areasef.ui.widgets.tick_rows import ROW, TickRows

Item = tuple[str, str]
_LEAST, _PADDING, _CHEVRON = 120, 24, 18
_DOZEN = 12
NOTHING: Final = "There is nothing to choose from yet."


class TickButton(QPushButton):
    """Says what is chosen; pressed, it opens the list. ``picked`` hands over the keys, in the order of the list."""

    picked = Signal(tuple)

    def __init__(
        self, question: str, items: Sequence[Item] = (), chosen: Sequence[str] = (), nothing: str = NOTHING
    ) -> None:
        super().__init__()
        self._question, self._nothing = question, nothing
        self._items: tuple[Item, ...] = tuple(items)
        self._chosen: tuple[str, ...] = tuple(chosen)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # a long choice gives way
        set_state(self, "kind", "dropdown")
        metrics.sized(self, min_height=32)
        self.clicked.connect(self._open)
        theme.repaint_on_change(self)
        self._say()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys that are chosen."""
        return self._chosen

    def show_items(self, items: Sequence[Item], chosen: Sequence[str]) -> None:
        """Offer other things, or show another choice."""
        self._items, self._chosen = tuple(items), tuple(chosen)
        self._say()

    def words(self) -> str:
        """Return what is chosen, in words."""
        titles = [title for key, title in self._items if key in self._chosen]
        if not titles:
            return "None"
        return "; ".join(titles) if len(titles) <= 2 else f"{titles[0]} and {len(titles) - 1} more"

    def sizeHint(self) -> QSize:
        """Return room for words and chevron."""
        whole = super().sizeHint()
        return QSize(whole.width() + metrics.px(_CHEVRON), whole.height())

    def minimumSizeHint(self) -> QSize:
        """Say that few words are enough: a long choice pushes nothing out of its form."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), metrics.px(_LEAST)), whole.height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Let what is chosen end in dots where it has no room; the tip says it whole."""
        super().initStyleOption(option)
        room = self.width() - metrics.px(_PADDING + _CHEVRON)
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button and the chevron that says that it opens something."""
        super().paintEvent(event)
        paint_chevron(self)

    def _say(self) -> None:
        words = self.words()
        shown = words if len(words) <= 60 else f"{words[:58].rstrip()}…"
        self.setText(shown.replace("&", "&&"))
        set_tip(self, words)
        self.setAccessibleDescription(words)

    def _open(self) -> None:
        found = ask_ticks(self.window(), self._question, self._items, self._chosen, nothing=self._nothing)
        if found is not None and found != self._chosen:
            self._chosen = found
            self._say()
            self.picked.emit(found)


def ask_ticks(
    parent: QWidget,
    question: str,
    items: Sequence[Item],
    chosen: Sequence[str],
    body: str = "",
    nothing: str = NOTHING,
) -> tuple[str, ...] | None:
    """Ask which of many; None where the answer was to leave things as they are. Where there are none, say ``nothing``."""
    if not items:
        Question(parent, question, nothing, (Choice("leave", "Close", safe=True),)).ask()
        return None
    choices = (Choice("leave", "Leave as it is", safe=True), Choice("keep", "Keep these", primary=True))
    asked = Question(parent, question, body, choices)
    asked.button("keep").setDefault(True)  # Enter in the list keeps what was ticked
    box = TickList(question)
    box.show_items(items, chosen)
    if len(items) > 8:
        narrow = QLineEdit()
        narrow.textChanged.connect(box.narrow)
        asked.content.addWidget(Field("Show those with", narrow))
    asked.content.addWidget(metrics.sized(box, min_height=min(len(items) * ROW + 2, _DOZEN * ROW)))
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    return box.chosen() if asked.ask() == "keep" else None


class TickList(QListWidget):
    """A list to tick; Space ticks, arrows move."""

    def __init__(self, name: str) -> None:
        super().__init__()
        accessible.named(self, name)
        self.setObjectName("plainList")
        self.setProperty(INNER, True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)  # no empty ground under few rows
        self.setItemDelegate(TickRows(self))
        theme.look_changed().connect(self.doItemsLayout)

    def sizeHint(self) -> QSize:
        """Return the room for all rows, or for a dozen: more scroll."""
        rows = sum(self.sizeHintForRow(at) for at in range(min(self.count(), _DOZEN)))
        return QSize(super().sizeHint().width(), min(rows, metrics.px(_DOZEN * ROW)) + 2 * self.frameWidth())

    def show_items(self, items: Sequence[Item], chosen: Sequence[str]) -> None:
        """Show things to tick."""
        self.clear()
        for key, title in items:
            made = QListWidgetItem(title)
            made.setData(Qt.ItemDataRole.UserRole, key)
            made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            made.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            self.addItem(made)
        if items:
            self.setCurrentRow(0)

    def chosen(self) -> tuple[str, ...]:
        """Return the keys that are ticked."""
        found = (self.item(at) for at in range(self.count()))
        return tuple(str(each.data(Qt.ItemDataRole.UserRole)) for each in found if _ticked(each))

    def narrow(self, words: str) -> None:
        """Show those with these words; what is ticked stays ticked and in sight."""
        wanted = words.casefold().split()
        for at in range(self.count()):
            item = self.item(at)
            title = item.text().casefold()
            item.setHidden(not all(word in title for word in wanted) and not _ticked(item))


def _ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
