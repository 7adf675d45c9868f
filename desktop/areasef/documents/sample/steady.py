"""The same bytes each time: archives of Office files without the hour at which they were made."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Final

WRITTEN: Final = datetime(2026, 11, 2, 9, 0)
"""The day that sample files say they were written, where a kind of file wants one."""


def steadied(archive: bytes) -> bytes:
    """Return an archive with its members in their order and all of one time."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            made.writestr(zipfile.ZipInfo(name, WRITTEN.timetuple()[:6]), source.read(name), zipfile.ZIP_DEFLATED)
    return target.getvalue()
