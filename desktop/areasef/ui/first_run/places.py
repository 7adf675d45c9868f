"""Where a new file goes unless one chooses: a folder of its own under Documents, named after area and year."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths

from areasef.services.workspaces import SUFFIX

_FOLDER: Final = "Area SEF"
_LONGEST: Final = 60


def documents_folder() -> Path:
    """Return this person's documents folder, else the home folder."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()


def new_files_folder() -> Path:
    """Return the folder that new files go to unless one chooses."""
    return documents_folder() / _FOLDER


def suggested(area: str, year: int | None = None, folder: Path | None = None) -> Path:
    """Return the file that is suggested for an area; a number is added where such a file is there already."""
    words = re.sub(r"[^\w]+", "-", area.strip()).strip("-")[:_LONGEST] or "Area"
    stem = f"{words}-SEF-{year or date.today().year}"
    where = (folder or documents_folder()) / _FOLDER
    file, number = where / f"{stem}{SUFFIX}", 2
    while file.exists():
        file, number = where / f"{stem}-{number}{SUFFIX}", number + 1
    return file


def said(file: Path) -> str:
    """Return a file's place in words: the last folders and the name, without slashes."""
    try:
        parts = file.relative_to(documents_folder()).parts
        return ", ".join(("Documents", *parts))
    except ValueError:
        return ", ".join(file.parts[-3:]).lstrip("/, ")


def with_suffix(file: Path) -> Path:
    """Return a file name that ends as ours do."""
    return file if file.suffix == SUFFIX else file.with_name(file.name + SUFFIX)
