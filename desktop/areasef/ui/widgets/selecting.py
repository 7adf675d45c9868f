"""What assistive technology selects in a list is stood on: it leaves the current row where it was."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView


def stand_on_selected(view: QAbstractItemView) -> None:
    """Make the one row that gets selected the current one, as an arrow key or a click does."""
    view.selectionModel().selectionChanged.connect(lambda: _stand(view))


def _stand(view: QAbstractItemView) -> None:
    chosen = view.selectionModel().selectedIndexes()
    rows, here = {each.row() for each in chosen}, view.currentIndex()
    if len(rows) == 1 and here.row() not in rows:
        wanted = next((each for each in chosen if each.column() == here.column()), chosen[0])
        view.selectionModel().setCurrentIndex(wanted, QItemSelectionModel.SelectionFlag.NoUpdate)
