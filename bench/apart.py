"""The other side of :func:`bench.measure.apart`: run one function; what it returns and its peak memory are the last line."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path


def main(function: str, arguments: str) -> None:
    """Run ``module:function`` with arguments given as a JSON list."""
    module, _, name = function.partition(":")
    returned = getattr(importlib.import_module(module), name)(*json.loads(arguments))
    sys.stdout.write(json.dumps([returned, peak_mb()]) + "\n")


def peak_mb() -> float | None:
    """Return the most memory this process held, or None where the system does not say.

    What the system tells a parent about its child begins on Linux with the parent's own size, which hides a small child.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    main(*sys.argv[1:])
