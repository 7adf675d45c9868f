"""The composition root: decide between the window, the command line and the worker, wire it, run it."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the application with the given arguments and return its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--worker"]:
        from areasef.intake.serving import serve

        return serve()
    return len(given) and 2


if __name__ == "__main__":
    sys.exit(main())
