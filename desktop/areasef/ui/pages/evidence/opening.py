"""Hands a file to the program that this computer opens it with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_elsewhere(path: Path) -> bool:
    """Open a file in its own program; say whether there was one."""
    return bool(QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
