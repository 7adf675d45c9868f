"""A menu that writes keys as the rest of the interface does: Ctrl O, where the system would say Ctrl+O."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QStyleOptionMenuItem

from areasef.ui.actions import shown_keys


class KeyMenu(QMenu):
    """Shows the keys of its commands beside their words."""

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        """Write the keys in the interface's way."""
        super().initStyleOption(option, action)
        words, tab, _ = option.text.partition("\t")
        if tab:
            option.text = f"{words}\t{shown_keys(action.shortcut().toString(QKeySequence.SequenceFormat.PortableText))}"
