"""A button that opens a short list to tick several from; its words say what is ticked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidgetAction

from areasef.ui import accessible, metrics, theme
from areasef.ui.pages.evaluate.reading_card import partners_line
from areasef.ui.widgets.chooser import paint_chevron
from areasef.ui.widgets.label import set_state, set_tip
from areasef.ui.widgets.tick_box import TickBox

NO_PARTNER: Final = "No partner yet: name them in Settings"
Term = tuple[str, str]
_WIDEST = 142


class TermButton(QPushButton):
    """Several answers of a short list. ``picked`` hands over the keys once the list is closed.

    Where there is no answer yet, the list says in ``nothing`` what is to be done first; ``missed`` says that it is wanted.
    """

    picked = Signal(tuple)
    missed = Signal()

    def __init__(
        self,
        name: str,
        terms: Sequence[Term],
        chosen: tuple[str, ...] = (),
        none: str = "Choose",
        widest: int = _WIDEST,
        nothing: str = "",
    ) -> None:
        super().__init__()
        self._widest = widest
        self._name, self._none = name, none
        self._terms = tuple(terms)
        self._chosen = list(chosen)
        self._boxes: dict[str, TickBox] = {}
        self._words = none
        self.setAutoDefault(False)
        set_state(self, "kind", "dropdown")
        menu = QMenu(self)
        for key, title in self._terms:
            box = TickBox(title)
            box.toggled.connect(lambda on, key=key: self._tick(key, on))
            self._boxes[key] = box
            action = QWidgetAction(menu)
            action.setDefaultWidget(box)
            menu.addAction(action)
        if nothing and not self._terms:
            menu.addAction(nothing).triggered.connect(self.missed)
        menu.aboutToHide.connect(self._tell)
        self.menu_of_terms = menu
        self.clicked.connect(self._open)
        metrics.sized(self, min_height=32)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._told = tuple(chosen)
        self.choose(chosen)
        theme.repaint_on_change(self)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys that are ticked, in the order of the list."""
        return tuple(key for key, _ in self._terms if key in self._chosen)

    def choose(self, keys: tuple[str, ...]) -> None:
        """Show answers; nothing is handed over."""
        self._chosen = list(keys)
        self._told = self.chosen
        for key, box in self._boxes.items():
            quiet = box.blockSignals(True)
            box.setChecked(key in keys)
            box.blockSignals(quiet)
        self._say()

    def set_read_only(self, why: str) -> None:
        """Let the list be read and take no answer."""
        for box in self._boxes.values():
            box.setEnabled(not why)
        set_tip(self, why)
        self.setAccessibleDescription(why)

    def sizeHint(self) -> QSize:
        """Return room for words and chevron, within bounds."""
        words = QFontMetrics(theme.look().font("table")).horizontalAdvance(self._words)
        return QSize(min(max(metrics.px(96), words + metrics.px(42)), metrics.px(self._widest)), metrics.px(32))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words to the room."""
        super().resizeEvent(event)
        self._shorten()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button and the chevron that says it opens."""
        super().paintEvent(event)
        paint_chevron(self)

    def _tick(self, key: str, on: bool) -> None:
        if on and key not in self._chosen:
            self._chosen.append(key)
        elif not on and key in self._chosen:
            self._chosen.remove(key)
        self._say()

    def _tell(self) -> None:
        if self.chosen != self._told:
            self._told = self.chosen
            self.picked.emit(self.chosen)

    def _say(self) -> None:
        titles = [title for key, title in self._terms if key in self._chosen]
        words = partners_line(titles) if len(titles) <= 2 else f"{titles[0]} and {len(titles) - 1} more"
        self._words = words or self._none
        accessible.named(self, self._name, f"{words or 'None chosen'}. Press to choose")
        set_tip(self, words)
        self.updateGeometry()
        self._shorten()

    def _shorten(self) -> None:
        measure = QFontMetrics(theme.look().font("table"))
        shown = measure.elidedText(self._words, Qt.TextElideMode.ElideRight, self.sizeHint().width() - metrics.px(40))
        self.setText(shown.replace("&", "&&"))

    def _open(self) -> None:
        self.menu_of_terms.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)
