"""Files that appear whole or not at all: what stood there before is untouched until the new one is on the disk."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there. Raises OSError where the disk or an open file refuses."""
    part = path.with_name(f".{uuid4().hex}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
