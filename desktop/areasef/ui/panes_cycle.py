"""F6: from pane to pane (top bar, rail, the page's panes, status bar), each where one was in it last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from areasef.ui.focus_order import tab_stops
from areasef.ui.widgets.panes import Panes

if TYPE_CHECKING:
    from areasef.ui.window import Window


class PaneCycle(QObject):
    """Steps through the parts of a window that can hold the focus."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._last: dict[int, QWidget] = {}

    def step(self, by: int) -> None:
        """Move the focus to the next or the previous part."""
        parts = [part for part in self.parts() if tab_stops(part)]
        focus = QApplication.focusWidget()
        here = next(
            (at for at, part in enumerate(parts) if focus and (part is focus or part.isAncestorOf(focus))), None
        )
        if focus is not None and here is not None:
            self._last[id(parts[here])] = focus
        if parts:
            part = parts[((here if here is not None else -1 if by > 0 else 0) + by) % len(parts)]
            stops = tab_stops(part)
            last = self._last.get(id(part))
            wanted = last if last is not None and any(last is each for each in stops) else stops[0]
            wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def parts(self) -> list[QWidget]:
        """Return the parts in their order on screen."""
        window = self._window
        page = window.page
        found: list[QWidget] = [window.top, window.rail]
        if page is not None:
            panes = next((each for each in page.findChildren(Panes) if each.isVisible()), None)
            found += panes.shown_widgets() if panes is not None else [page]
        return [*found, window.status]
