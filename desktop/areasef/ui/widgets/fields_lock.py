"""Fields that can be read and not changed: words stay selectable, answers stay to be seen."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget


def lock_fields(root: QWidget) -> None:
    """Let every field in a form be read and none be changed; whoever calls says why in words."""
    for line in root.findChildren(QLineEdit):
        line.setReadOnly(True)
    for text in root.findChildren(QPlainTextEdit):
        text.setReadOnly(True)
    for control in (*root.findChildren(QComboBox), *root.findChildren(QAbstractButton)):
        control.setEnabled(False)
