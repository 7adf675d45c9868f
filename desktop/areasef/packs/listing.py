"""Which packs there are: those that ship with the application."""

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
    found = []
    for folder in sorted(path for path in frameworks().iterdir() if (path / "framework.toml").is_file()):
        made = read_pack(folder).framework
        if made is not None:
            found.append(PackInfo(made.id, made.edition, made.title, folder))
    return tuple(found)
