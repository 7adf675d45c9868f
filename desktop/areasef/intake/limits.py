"""What a worker may do: so much memory, no writing, no network, and no life of its own after the application."""

from __future__ import annotations

import os
import sys
from typing import Final

MEMORY: Final = 3 * 1024**3
ALONE_SECONDS: Final = 600


def shut_in() -> None:
    """Limit this process where the system knows how (Linux, macOS); on Windows the deadline and the refusals guard."""
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)
    if sys.platform == "win32":
        return
    import resource

    for which, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
        try:
            resource.setrlimit(which, (most, most))
        except (ValueError, OSError):
            continue


def end_after(seconds: int) -> None:
    """End this process after so long, though its parser hang and the application be gone; 0 takes that back."""
    if sys.platform == "win32":
        return
    import signal

    signal.alarm(seconds)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what no reader of files does: to reach a network, to start a program, to open a file for writing."""
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.system", "os.posix_spawn")):
        raise PermissionError(f"a reader of files does not do this: {event}")
    if event == "open" and not isinstance(arguments[0], int):
        flags = arguments[2]
        if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR):
            raise PermissionError("a reader of files does not write")
