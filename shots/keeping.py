"""Pictures on the disk: as small as they can be without a difference one could see."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPixmap

FOLDER: Final = Path(__file__).resolve().parents[1] / "docs" / "pictures"
_COLOURS: Final = 256


def keep_pixmap(picture: QPixmap, name: str) -> Path:
    """Keep what a widget looks like."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return keep(Image.open(io.BytesIO(bytes(buffer.data().data()))), name)


def keep(picture: Image.Image, name: str) -> Path:
    """Keep a picture with at most 256 colours: screens and pages are flat, so the palette loses nothing that shows."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    target = FOLDER / f"{name}.png"
    flat = picture.convert("RGB").quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    flat.save(target, optimize=True)
    return target
