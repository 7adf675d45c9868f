"""What is dropped on the window or pasted into it: files, a picture, words or a link, told apart in one place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

_LINK: Final = re.compile(r"(?:https?|ftp)://\S+|www\.\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Brought:
    """What came: files, or a picture, or a link, or words; nothing where all are empty."""

    files: tuple[Path, ...] = ()
    picture: QImage | None = None
    link: str = ""
    words: str = ""

    @property
    def anything(self) -> bool:
        """Whether something can be added."""
        return bool(self.files or self.picture is not None or self.link or self.words)


def brought(data: QMimeData | None) -> Brought:
    """Return what a drop or the clipboard brings; an empty clipboard is None on some systems."""
    if data is None:
        return Brought()
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if files:
        return Brought(files=files)
    if data.hasImage():
        picture = QImage(data.imageData())
        if not picture.isNull():
            return Brought(picture=picture)
    words = data.text().strip()
    if _LINK.fullmatch(words):
        return Brought(link=words)
    return Brought(words=words)


def keep_picture(picture: QImage, folder: Path, at: datetime) -> Path:
    """Write a pasted picture to a file that can be added, and return it."""
    target = folder / f"Pasted picture {at:%Y-%m-%d %H.%M.%S}.png"
    picture.save(str(target), "PNG")  # type: ignore[call-overload]
    return target
