"""Which packs there are: those that ship with the application, and those a person put beside their settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from areasef.packs.reading import read_pack
from areasef.resources import frameworks


@dataclass(frozen=True, slots=True)
class PackInfo:
    """A pack that can be started from: its id, edition, title and folder."""

    id: str
    edition: str
    title: str
    path: Path


def shipped_packs() -> tuple[PackInfo, ...]:
    """Return the packs that ship with the application and can be used."""
    return packs_in(frameworks())


def packs_in(folder: Path) -> tuple[PackInfo, ...]:
    """Return the packs in a folder that can be used; none where the folder is not there."""
    found = []
    for path in sorted(folder.glob("*/framework.toml")):
        made = read_pack(path.parent).framework
        if made is not None:
            found.append(PackInfo(made.id, made.edition, made.title, path.parent))
    return tuple(found)
