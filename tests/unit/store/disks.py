"""A disk that is really full, and a person who really may not: what root does not meet by itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A disk of so many megabytes, mounted at a folder for a while; skipped where mounting is not allowed."""
    folder.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small disk cannot be mounted here (that needs root on Linux)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def somebody_without_rights() -> Iterator[Path]:
    """A folder of their own, while the process is a person to whom rights of files apply."""
    if not hasattr(os, "seteuid"):
        pytest.skip("rights of files are set otherwise on Windows")
    folder = Path(tempfile.mkdtemp(prefix="areasef-rights-"))
    root = os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        subprocess.run(["chmod", "-R", "u+rwX", str(folder)], check=True)
        shutil.rmtree(folder)


def fill(folder: Path, leave: int = 0) -> Path:
    """Fill the disk of a folder but for so many bytes, and return the file that does; removing it makes room."""
    ballast = folder / "ballast"
    with ballast.open("wb") as file:
        free = shutil.disk_usage(folder).free - leave
        file.write(bytes(max(0, free)))
    return ballast
