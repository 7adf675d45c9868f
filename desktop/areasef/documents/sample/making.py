"""Make the files of the demonstration: which maker a kind of file has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from areasef.documents.sample import drawing, office, paper, plain
from areasef.documents.sample.blocks import SampleFile

MAKERS: Final[Mapping[str, Callable[[SampleFile], bytes]]] = MappingProxyType(
    {
        "pdf": paper.pdf,
        "docx": office.word,
        "xlsx": office.workbook,
        "eml": plain.mail,
        "csv": plain.table,
        "txt": plain.text,
        "png": drawing.picture,
        "jpg": drawing.picture,
    }
)


def make_file(file: SampleFile, folder: Path) -> Path:
    """Write a file into a folder and return where it is; the same content gives the same bytes."""
    target = folder / file.name
    target.write_bytes(MAKERS[file.kind](file))
    return target
