"""Files that are dropped on a window wherever nothing in it takes them itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from areasef.ui.widgets.drop_hint import DropHint

_HELD = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class Dropping(QObject):
    """Takes the files that are ``wanted``, all of them or none, and says before what a drop will do."""

    def __init__(
        self, window: QWidget, take: Callable[[list[Path]], object], words: str, wanted: Callable[[Path], bool]
    ) -> None:
        super().__init__(window)
        self._take, self._words, self._wanted = take, words, wanted
        self.hint = DropHint(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show what will happen, and let it happen."""
        if event.type() == QEvent.Type.DragLeave:
            self.hint.hide()
            return True
        if not isinstance(event, QDropEvent):
            return False
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not files or not all(self._wanted(each) for each in files):
            return False
        event.acceptProposedAction()
        if event.type() in _HELD:
            self.hint.cover(self._words)
        else:
            self.hint.hide()
            self._take(files)
        return True
