"""The demonstration as a colleague would hand it over: copied, opened by name from the first window."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QWidget
from tests.journeys.test_main_journey import Life


def open_from_a_colleague(life: Life, demo: Path, folder: Path) -> Path:
    """Open a copy of the file in the first window, as it came; return the copy."""
    file = folder / "Alderbrook.areasef"
    shutil.copy(demo, file)
    life.begin()
    life.files.will_name(file)
    life.person.press("Open a file")
    assert life.desk.window.place == "overview"
    return file


def button_saying(window: QWidget, words: str) -> str:
    """Return what the first button says that bears these words; nothing without one."""
    said = [each.accessibleName() for each in window.findChildren(QAbstractButton) if each.isVisible()]
    return next((each for each in said if words in each), "")
