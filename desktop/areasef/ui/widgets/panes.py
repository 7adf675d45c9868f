"""Two or three panes side by side that remember their widths, and become tabs where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QSplitterHandle, QWidget

from areasef.ui import metrics, theme
from areasef.ui.later import later
from areasef.ui.parts import shell
from areasef.ui.preferences import Preferences
from areasef.ui.widgets.tabs import Tabs

FOLD_BELOW: Final = 1100
TABS_BELOW: Final = 820
WIDE_FROM: Final = 1680


class Fold(IntEnum):
    """How much is side by side: everything, all but the last pane, one pane at a time."""

    OPEN = 0
    LAST = 1
    ALL = 2


@dataclass(frozen=True, slots=True)
class Pane:
    """One pane: the name of its tab, its widget, its width in tokens (0 takes what is left) and its least width.

    ``wide`` is its width in a wide window, where that is another.
    """

    title: str
    widget: QWidget
    width: int = 0
    least: int = 200
    wide: int = 0


def fold_for(width: float) -> Fold:
    """Return how to fold at a window width in logical pixels at 100 % text."""
    if width < TABS_BELOW:
        return Fold.ALL
    return Fold.LAST if width < FOLD_BELOW else Fold.OPEN


class Panes(QWidget):
    """The panes of a screen. ``key`` names the screen for the widths that are remembered."""

    folded = Signal(int)
    pane_opened = Signal(int)

    def __init__(self, key: str, panes: Sequence[Pane], preferences: Preferences) -> None:
        super().__init__()
        self._key = key
        self._panes = tuple(panes)
        self._preferences = preferences
        self._counts: dict[int, str] = {}
        self._closed: set[int] = set()
        self._fold: Fold | None = None
        self._asked: int | None = None  # the pane that is to be in front once there is a width to fold for
        self._screen = ""
        self._wide = False
        self._tabs = Tabs("Parts of this screen")
        self._outer, self._inner, self._host = _Splitter(), _Splitter(), QFrame()
        for each in (self, self._outer, self._inner, self._host):
            shell(each)
        self._whole, self._part = metrics.column(self, spacing=0), metrics.column(self._host, spacing=0)
        self._build()
        for each in (self._outer, self._inner):
            each.splitterMoved.connect(lambda *_: self._remember())
        self._tabs.opened.connect(self._open_tab)
        theme.look_changed().connect(self.arrange)
        self._lay(Fold.OPEN)

    @property
    def fold(self) -> Fold:
        """Return how the panes are folded now."""
        return self._fold or Fold.OPEN

    def set_count(self, index: int, count: str) -> None:
        """Say how many things wait in a pane; shown on its tab while it is one."""
        self._counts[index] = count
        self._name_tabs()

    def show_pane(self, index: int) -> None:
        """Open a pane that was closed, and bring it to the front where it is a tab."""
        closed = index in self._closed
        self._closed.discard(index)
        self._asked = None if self.isVisible() else index
        inside = self._folded_panes(self.fold)
        if index in inside:
            self._tabs.open(inside.index(index))
        if closed:
            self._show_front()
            self.pane_opened.emit(index)

    def close_pane(self, index: int) -> None:
        """Show a pane no more, however the window is folded, until it is asked for or its tab is opened."""
        self._closed.add(index)
        self._show_front()

    def shown(self, index: int) -> bool:
        """Say whether a pane can be seen now."""
        inside = self._folded_panes(self.fold)
        return index not in self._closed if index not in inside else inside[self._tabs.current()] == index

    def shown_widgets(self) -> list[QWidget]:
        """Return what is side by side now, left to right: each pane that is open, and the folded ones as one."""
        return [widget for widget in self._side() if not widget.isHidden()]

    def _build(self) -> None:
        """Put each pane where it stays: to dress and lay a crowded one anew in another place takes long."""
        for pane in self._panes[:-2]:
            self._outer.addWidget(pane.widget)
        for pane in self._panes[-2:]:
            self._inner.addWidget(pane.widget)
        self._whole.addWidget(self._outer, 1)
        self._part.addWidget(self._inner, 1)
        self._outer.addWidget(self._host)
        for at in range(self._outer.count()):
            self._outer.setStretchFactor(at, int(self._outer.widget(at) is self._host))
        for pane in self._panes[-2:]:
            self._inner.setStretchFactor(self._inner.indexOf(pane.widget), int(not pane.width))
        for splitter in (self._outer, self._inner):
            splitter.keep_reading_order()

    def _side(self) -> list[QWidget]:
        if self.fold is Fold.ALL:
            return [self]
        outer = [pane.widget for pane in self._panes[:-2]]
        return [*outer, *([self._host] if self.fold else [pane.widget for pane in self._panes[-2:]])]

    def arrange(self) -> None:
        """Fold or unfold for the present window width and text size."""
        wanted = fold_for(self.window().width() / theme.look().scale)
        if wanted != self._fold:
            self._lay(wanted)
        elif self._screen_key() != self._screen or self._is_wide() != self._wide:
            self._restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold when the window is resized."""
        super().resizeEvent(event)
        self.arrange()

    def _folded_panes(self, fold: Fold) -> list[int]:
        count = len(self._panes)
        return {Fold.OPEN: [], Fold.LAST: [count - 2, count - 1], Fold.ALL: list(range(count))}[fold]

    def _lay(self, fold: Fold) -> None:
        focus = QApplication.focusWidget()
        front = self._front()
        self._fold = fold
        inside = self._folded_panes(fold)
        self._tabs.blockSignals(True)
        for pane in self._panes:
            pane.widget.setMinimumWidth(0 if fold is Fold.ALL else metrics.px(pane.least))
        (self._whole if fold is Fold.ALL else self._part).insertWidget(0, self._tabs)
        self._tabs.setVisible(bool(inside))
        self._tabs.set_tabs([self._tab_words(index) for index in inside])
        self._tabs.open(inside.index(front) if front in inside else 0)
        self._tabs.blockSignals(False)
        self._show_front()
        self._restore()
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
            # what was hidden on the way takes the focus only once it is shown again
            later(focus, lambda: focus.setFocus(Qt.FocusReason.OtherFocusReason))
        self.folded.emit(int(fold))

    def _front(self) -> int:
        """Return the pane that must stay in sight: the one with the focus or asked for, else the one that takes what is left."""
        focus = QApplication.focusWidget()
        for index, pane in enumerate(self._panes):
            if focus is not None and pane.widget.isAncestorOf(focus):
                return index
        inside = self._folded_panes(self.fold)
        if self._asked is not None:
            return self._asked
        if inside:
            return inside[max(self._tabs.current(), 0)]
        return next((index for index, pane in enumerate(self._panes) if not pane.width), 0)

    def _tab_words(self, index: int) -> str:
        return "  ".join(filter(None, (self._panes[index].title, self._counts.get(index, ""))))

    def _name_tabs(self) -> None:
        for at, index in enumerate(self._folded_panes(self.fold)):
            self._tabs.set_words(at, self._tab_words(index))

    def _show_front(self) -> None:
        """Show each pane that is not folded, and of those that are the one whose tab is open."""
        shown = [pane.widget for index, pane in enumerate(self._panes) if self.shown(index)]
        self._host.setVisible(any(pane.widget in shown for pane in self._panes[-2:]))
        for widget in shown:
            widget.show()
        focus = QApplication.focusWidget()
        for pane in self._panes:
            if pane.widget not in shown:
                if focus is not None and pane.widget.isAncestorOf(focus):
                    (shown[-1].focusWidget() or self._tabs.bar).setFocus(Qt.FocusReason.OtherFocusReason)
                pane.widget.hide()

    def _open_tab(self, at: int) -> None:
        inside = self._folded_panes(self.fold)
        if 0 <= at < len(inside):
            self._closed.discard(inside[at])
        self._show_front()
        if 0 <= at < len(inside):
            self.pane_opened.emit(inside[at])

    def _screen_key(self) -> str:
        screen, wide = self.screen(), "/wide" if self._is_wide() else ""
        return f"{self._key}/{screen.size().width()}x{screen.size().height()}/{self.fold.name}/{metrics.px(100)}{wide}"

    def _restore(self) -> None:
        self._screen, self._wide = self._screen_key(), self._is_wide()
        if self.fold is Fold.ALL:
            return
        kept = self._preferences.widths(self._screen)
        shown = self._side()
        if len(kept) != len(shown):
            kept = [self._width_of(widget) for widget in shown]
        outer = len(self._panes[:-2])
        self._outer.setSizes([*kept[:outer], sum(kept[outer:])])
        if self.fold is Fold.OPEN:
            self._inner.setSizes(kept[outer:])

    def _width_of(self, widget: QWidget) -> int:
        fixed = next((self._given(pane) for pane in self._panes if pane.widget is widget), 0)
        if fixed:
            return metrics.px(fixed)
        taken = sum(self._given(pane) for pane in self._panes if pane.widget in self._side())
        return max(metrics.px(240), self.width() - metrics.px(taken))

    def _given(self, pane: Pane) -> int:
        return pane.wide if pane.wide and self._is_wide() else pane.width

    def _is_wide(self) -> bool:
        return self.window().width() / theme.look().scale >= WIDE_FROM

    def _remember(self) -> None:
        if self._closed:
            return  # a closed pane has no width to go back to
        outer = self._outer.sizes()
        sizes = [*outer[:-1], *self._inner.sizes()] if self.fold is Fold.OPEN else outer
        self._preferences.set_widths(self._screen_key(), sizes)


class _Handle(QSplitterHandle):
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line between two panes."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.look().colour("accent_line" if self.underMouse() else "line"))
        painter.end()


class _Splitter(QSplitter):
    """Holds the handles it makes: to ask Qt for one may bring the wrapper of what lay in its place in memory before."""

    def __init__(self) -> None:
        self._handles: list[QSplitterHandle] = []
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def createHandle(self) -> QSplitterHandle:
        """Make a handle and hold it."""
        self._handles.append(_Handle(self.orientation(), self))
        return self._handles[-1]

    def keep_reading_order(self) -> None:
        """Let a screen reader meet the panes from left to right: each is lowered as it is taken, so the last came first."""
        for each in (*(self.widget(at) for at in range(self.count())), *self._handles):
            if each is not None:
                each.raise_()
