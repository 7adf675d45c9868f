"""The composition root: decide between the window, the command line and the worker, wire it, run it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run the application with the given arguments and return its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--worker"]:
        from areasef.intake.serving import serve

        return serve()
    if given and not _names_a_file(given[0]):
        from areasef import commands

        return commands.run(given, _show if _has_display() else None)
    return _window(given)


def _names_a_file(word: str) -> bool:
    """Say whether the first word is a file to open; anything else is a command, which knows itself whether it is one."""
    path = Path(word)
    return bool(path.suffix) or len(path.parts) > 1 or path.is_file()


def _window(given: list[str]) -> int:
    from areasef.services.build_demo import demo_to_look_round
    from areasef.ui.start import run

    return run(given, demo_to_look_round)


def _show(file: Path) -> int:
    return _window([str(file)])


def _has_display() -> bool:
    """Say whether a window could be seen: on Linux a display has to be named, and none where Qt is told to draw unseen."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(named) or not sys.platform.startswith("linux")


if __name__ == "__main__":
    sys.exit(main())
