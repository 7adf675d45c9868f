"""Where the shipped data is: in a checkout, in an installed wheel, in a frozen build. Nothing else computes a path to data."""

from __future__ import annotations

import sys
from pathlib import Path


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    here = Path(__file__).resolve()
    inside = here.parent / "data"
    return inside if inside.is_dir() else here.parents[2]


def frameworks() -> Path:
    """Return the folder of the framework packs that ship with the application."""
    return _root() / "frameworks"


def assets() -> Path:
    """Return the folder of icons, fonts and sample content."""
    return _root() / "assets"


def icon(name: str) -> Path:
    """Return the SVG file of a Lucide icon, such as ``house``."""
    return assets() / "icons" / f"{name}.svg"


def font(name: str) -> Path:
    """Return a font file, such as ``SourceSans3-Regular.ttf``."""
    return assets() / "fonts" / name


def guide() -> Path:
    """Return the folder of the user guide."""
    return _root() / "docs" / "guide"
