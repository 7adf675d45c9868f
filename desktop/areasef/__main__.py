"""The composition root: decide between the window, the command line and the worker, wire it, run it."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Final

COMMANDS: Final = ("export", "check", "import", "verify", "merge", "packs", "demo")


def main(arguments: list[str] | None = None) -> int:
    """Run the application with the given arguments and return its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--worker"]:
        from areasef.intake.serving import serve

        return serve()
    if given[:1] and (given[0] in COMMANDS or given[0].startswith("-")):
        status: int = import_module("areasef.commands").run(given)
        return status
    from areasef.ui.start import run

    return run(given)


if __name__ == "__main__":
    sys.exit(main())
