"""The composition root: decide between the window, the command line and the worker, wire it, run it."""

from __future__ import annotations

import sys
from typing import Final

COMMANDS: Final = ("export", "check", "import", "verify", "merge", "packs", "demo")


def main(arguments: list[str] | None = None) -> int:
    """Run the application with the given arguments and return its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--worker"]:
        from areasef.intake.serving import serve

        return serve()
    if given[:1] and (given[0] in COMMANDS or given[0].startswith("-")):
        from areasef import commands

        return commands.run(given)
    from areasef.ui.start import run

    return run(given)


if __name__ == "__main__":
    sys.exit(main())
