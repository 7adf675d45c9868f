"""Run the measurements and print one table."""

from __future__ import annotations

import argparse
import dataclasses
import importlib
import json
import os
import pkgutil
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

import bench
from bench.measure import REGISTRY, Row

HEADS = ("what", "ours", "peer", "unit", "ratio", "conditions")


def load() -> None:
    """Import every module of this package, so that each registers what it measures."""
    for found in pkgutil.iter_modules(bench.__path__):
        if found.name != "__main__":
            importlib.import_module(f"bench.{found.name}")


def machine() -> str:
    """Return what the figures depend on: processor, cores, system, Python."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else model
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{model}, {os.cpu_count()} cores{load}, {platform.system()}, Python {platform.python_version()}"


def figure(number: float) -> str:
    """Return a number with three digits that matter."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def cells(row: Row) -> tuple[str, ...]:
    """Return a row as text, in the order of the heads."""
    peer = f"{figure(row.theirs)} {row.peer}" if row.theirs is not None else row.peer or "none"
    ratio = f"{row.ratio:.2f}" if row.ratio is not None else ""
    return row.what, figure(row.ours), peer, row.unit, ratio, row.conditions


def table(rows: list[Row]) -> Iterator[str]:
    """Yield the lines of the table."""
    lines = [HEADS, *(cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS) - 1)]
    for line in lines:
        yield "  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]])


def main() -> int:
    """Measure what was asked for, everything where nothing was named; return 1 where a measurement could not be made."""
    load()
    parser = argparse.ArgumentParser(prog="run.py bench", description="Measure against peers in the same run.")
    parser.add_argument("name", nargs="*", help=", ".join(sorted(REGISTRY)))
    parser.add_argument("--json", action="store_true", help="write the rows as JSON")
    asked = parser.parse_args()
    unknown = set(asked.name) - REGISTRY.keys()
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(sorted(REGISTRY))}")
    rows, failed = [], 0
    for name in asked.name or sorted(REGISTRY):
        sys.stderr.write(f"measuring {name} ...\n")
        try:
            rows += list(REGISTRY[name]())
        except Exception as error:  # one measurement that fails leaves the others
            sys.stderr.write(f"{name} could not be measured: {error}\n")
            failed = 1
    if asked.json:
        sys.stdout.write(json.dumps([dataclasses.asdict(row) for row in rows], indent=1) + "\n")
    else:
        sys.stdout.write("\n".join([machine(), "", *table(rows)]) + "\n")
    return failed


if __name__ == "__main__":
    sys.exit(main())
