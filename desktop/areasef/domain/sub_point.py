"""Sub-points of a finding: a report prints them as a list inside one area, and they are kept in its words."""

from __future__ import annotations

import re
from typing import Final

_BEFORE: Final = re.compile(r"[ \n](?=[•▪◼■●○◦−] )")


def in_lines(text: str) -> str:
    """Return a finding with each of its sub-points on a line of its own, as it was printed."""
    return _BEFORE.sub("\n", text)


def opening(text: str) -> str:
    """Return what stands before the first sub-point, without the mark that leads over to it."""
    return _BEFORE.split(text.strip(), maxsplit=1)[0].rstrip(" :;") or text.strip()
