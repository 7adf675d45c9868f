"""A list in which some rows are headings: Home and End go to the first and the last row that can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

from areasef.ui.widgets.wrapping_list import WrappingList

_ENDS = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)


class HeadedList(WrappingList):
    """Qt itself stays where it is when the first row is a heading."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier) -> QModelIndex:
        """Return where a key leads."""
        if action not in _ENDS:
            return super().moveCursor(action, held)
        count = self.model().rowCount()
        rows = range(count) if action == _ENDS[0] else reversed(range(count))
        choices = (self.model().index(row, 0) for row in rows if not self.isRowHidden(row))
        return next((each for each in choices if each.flags() & Qt.ItemFlag.ItemIsEnabled), QModelIndex())
