"""What the pictures show: the demonstration's workspace, and one in which nothing was written."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from areasef.services.build_demo import build_demo
from areasef.services.session import Session
from areasef.services.workspaces import NewArea, create_workspace, open_workspace
from shots.stillness import TODAY

_AREA: Final = NewArea(
    "Alderbrook",
    "Alderbrook Council",
    ("NHS Three Rivers ICB",),
    "Alderbrook Parent Carer Forum",
    TODAY.replace(2024, 6, 14),
    TODAY,
)
WRITER: Final = "R. Okafor"


def full(folder: Path) -> Session:
    """Return a session over the demonstration's workspace."""
    inside = folder / "Area SEF"
    inside.mkdir(exist_ok=True)
    return open_workspace(build_demo(inside).document, WRITER)


def empty(folder: Path) -> Session:
    """Return a session over a workspace in which nothing was written."""
    return create_workspace(_document(folder, "Alderbrook-new"), _AREA, WRITER)


def _document(folder: Path, name: str) -> Path:
    inside = folder / "Area SEF"
    inside.mkdir(exist_ok=True)
    return inside / f"{name}.areasef"
