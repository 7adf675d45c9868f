"""Ask for files to read: the first time in Documents, from then on where the last ones of that kind were found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from areasef.ui.first_run.places import documents_folder
from areasef.ui.preferences import Preferences


def ask_file(parent: QWidget, preferences: Preferences, what: str, title: str, kinds: str = "") -> str:
    """Return the file that somebody chose, or nothing; ``what`` names the kind whose folder is remembered."""
    found, _ = QFileDialog.getOpenFileName(parent, title, str(start_folder(preferences, what)), kinds)
    if found:
        preferences.note_folder(what, Path(found).parent)
    return found


def ask_files(parent: QWidget, preferences: Preferences, what: str, title: str) -> list[Path]:
    """Return the files that somebody chose."""
    found, _ = QFileDialog.getOpenFileNames(parent, title, str(start_folder(preferences, what)))
    files = [Path(name) for name in found]
    if files:
        preferences.note_folder(what, files[0].parent)
    return files


def ask_folder(parent: QWidget, preferences: Preferences, what: str, title: str) -> list[Path]:
    """Return the folder that somebody chose, alone in a list, or nothing."""
    found = QFileDialog.getExistingDirectory(parent, title, str(start_folder(preferences, what)))
    if found:
        preferences.note_folder(what, Path(found))
    return [Path(found)] if found else []


def start_folder(preferences: Preferences, what: str) -> Path:
    """Return the folder to begin in: the last one that still exists, else Documents, else the home folder."""
    last, documents = preferences.folder(what), documents_folder()
    if last is not None and last.is_dir():
        return last
    return documents if documents.is_dir() else Path.home()
