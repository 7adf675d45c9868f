"""The archives that office programs write: their parts as XML, read with limits, and what one part links to."""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from areasef.words.faults import AppError

LARGEST_PART: Final = 64 * 1024 * 1024
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def links_of(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Return what a part of the archive links to inside it: the link's id, and the name of the other part."""
    folder, name = posixpath.split(part)
    root = xml(archive, f"{folder}/_rels/{name}.rels")
    inside = [each for each in root if each.get("TargetMode") != "External"] if root is not None else []
    return {
        each.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
        for each in inside
    }


def opened(path: Path) -> zipfile.ZipFile:
    """Open an archive to read. Raises AppError where it is none."""
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise AppError("intake.broken_document") from error


def xml(archive: zipfile.ZipFile, name: str) -> ET.Element | None:
    """Return a part as XML, None where there is no such part; entities are never expanded. Raises AppError."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.file_size > LARGEST_PART:
        raise AppError("intake.unpacks_too_large")
    try:
        with archive.open(info) as file:
            data = file.read(LARGEST_PART + 1)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise AppError("intake.broken_document") from error
    if len(data) > LARGEST_PART:
        raise AppError("intake.unpacks_too_large")
    plain = data.replace(b"\x00", b"")  # a part may be UTF-16
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise AppError("intake.unsafe_xml")
    try:
        return ET.fromstring(data)
    except ET.ParseError as error:
        raise AppError("intake.broken_document") from error
