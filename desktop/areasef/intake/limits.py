"""How much memory a worker may take: a parser that a file drives mad must not take the computer with it."""

from __future__ import annotations

import sys
from typing import Final

MEMORY: Final = 3 * 1024**3


def limit_memory() -> None:
    """Limit this process's memory where the system knows how (Linux, macOS); elsewhere the deadline alone guards."""
    if sys.platform == "win32":
        return
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ValueError, OSError):
        return
