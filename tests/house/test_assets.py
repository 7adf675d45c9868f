"""Whatever did not grow here says whose it is."""

from __future__ import annotations

import re
from pathlib import Path

from .tree import ROOT, tracked

LICENCE = re.compile(r"(^|[-_.])(LICEN[CS]E|OFL|NOTICE)", re.IGNORECASE)


def test_every_folder_of_assets_has_a_licence() -> None:
    folders = {path.parent for path in tracked() if path.parts[0] == "assets"}
    naked = [str(folder) for folder in sorted(folders) if not licensed(folder)]
    assert not naked, naked


def licensed(folder: Path) -> bool:
    """Tell whether this folder, or one above it inside ``assets``, holds a licence."""
    inside = [place for place in (folder, *folder.parents) if place.parts[:1] == ("assets",) and len(place.parts) > 1]
    return any(LICENCE.search(file.name) for place in inside for file in (ROOT / place).iterdir())


def test_the_project_has_a_licence_and_names_what_it_stands_on() -> None:
    assert "MIT" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    note = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    for package in ("PySide6", "sqlcipher3", "ReportLab", "pikepdf", "pypdfium2", "Source Sans 3", "Lucide"):
        assert package in note
