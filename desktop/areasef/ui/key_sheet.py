"""The sheet of keys: every command that does something now, with its keys, in groups."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QWidget

from areasef.ui import metrics
from areasef.ui.actions import Commands, shown_keys
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import key_label, label
from areasef.ui.widgets.scroll import Scroll


class KeySheet(QDialog):
    """Lists keys; Esc closes it."""

    def __init__(self, parent: QWidget, commands: Commands) -> None:
        super().__init__(parent)
        self.setObjectName("dialog")
        self.setWindowTitle("Keys")
        whole = metrics.column(self, spacing=0)
        scroll = Scroll("Keys", margins=(24, 20, 24, 20), spacing=6)
        scroll.column.addWidget(label("Keys", "title"))
        grid = metrics.spaced(QGridLayout(), spacing=8)
        grid.setColumnStretch(0, 1)
        group = ""
        for command in commands.available():
            if not command.keys:
                continue
            if command.group != group:
                group = command.group
                grid.addWidget(label(group, "section"), grid.rowCount(), 0, 1, 2)
            keys = " or ".join(shown_keys(each) for each in command.keys[:1])
            at = grid.rowCount()
            grid.addWidget(label(command.words, "table"), at, 0)
            shown = key_label(keys)
            shown.setAccessibleName(f"{command.words}: {keys}")
            grid.addWidget(shown, at, 1)
        scroll.column.addLayout(grid)
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
        metrics.sized(self, min_width=520, min_height=480)
        close.setFocus()
