"""What a measurement is made of: rows, repeated timings, and runs in a process of their own."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, ours and the peer's figure in the same unit, and under which conditions."""

    what: str
    ours: float
    unit: str
    peer: str = ""
    theirs: float | None = None
    conditions: str = ""

    @property
    def ratio(self) -> float | None:
        """Return ours divided by the peer's, or None where there is no peer."""
        return self.ours / self.theirs if self.theirs else None


Bench = Callable[[], Iterator[Row]]
REGISTRY: Final[dict[str, Bench]] = {}


def bench(name: str) -> Callable[[Bench], Bench]:
    """Register a measurement under the name that the command line knows it by."""

    def register(function: Bench) -> Bench:
        REGISTRY[name] = function
        return function

    return register


@dataclass(frozen=True, slots=True)
class Spread:
    """What repeated timings gave, in milliseconds."""

    least: float
    median: float
    p95: float
    most: float
    count: int


def spread(milliseconds: Sequence[float]) -> Spread:
    """Return least, median, 95th percentile and most of some timings."""
    ranked = sorted(milliseconds)
    late = ranked[min(len(ranked) - 1, round(0.95 * (len(ranked) - 1)))]
    return Spread(ranked[0], statistics.median(ranked), late, ranked[-1], len(ranked))


def timed(action: Callable[[int], object], times: int, warm: int = 1) -> Spread:
    """Call ``action(n)`` this many times after a few unmeasured ones, and return how long it took on the wall clock."""
    for number in range(warm):
        action(-1 - number)
    taken = []
    for number in range(times):
        start = time.perf_counter()
        action(number)
        taken.append((time.perf_counter() - start) * 1000)
    return spread(taken)


@dataclass(frozen=True, slots=True)
class Run:
    """What a run in its own process took: wall clock and CPU in seconds, peak memory in MB, and what it returned."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    returned: Any


def apart(function: str, *arguments: object) -> Run:
    """Run ``module:function`` with JSON arguments in a fresh process. Raises RuntimeError with what it wrote when it fails."""
    command = [sys.executable, "-m", "bench.apart", function, json.dumps(arguments)]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "desktop")])
    start = time.perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": paths}, stdout=subprocess.PIPE)
    assert child.stdout is not None
    with child.stdout as pipe:
        said = pipe.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if child.returncode != 0:
        raise RuntimeError(f"{function} ended with {child.returncode}")
    returned, peak = json.loads(said.splitlines()[-1])
    scale = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return Run(wall, usage.ru_utime + usage.ru_stime, peak or usage.ru_maxrss * scale / 1e6, returned)


def best(function: str, *arguments: object, times: int = 3) -> Run:
    """Return the run of several that took the least CPU time: the others were disturbed."""
    return min((apart(function, *arguments) for _ in range(times)), key=lambda run: run.cpu_s)
