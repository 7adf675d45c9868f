"""Reports printed in ways drawn by lot, and damaged ones: how much is read exactly, and whether each damaged file is answered."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.unit.intake.reports.damaging import damaged, outcome
from tests.unit.intake.reports.invented import Author, Invented
from tests.unit.intake.reports.printing import print_report
from tests.unit.intake.reports.test_printed_reports import plain
from tests.unit.intake.reports.varied import any_report, any_style

from areasef.intake.reports.expected import as_expected
from areasef.intake.reports.reading import read_report
from areasef.intake.worker import Worker
from bench.filling import room
from bench.measure import Row, bench

PRINTED: Final = 200
DAMAGED: Final = 300
LONGEST: Final = 20.0  # seconds before a worker is ended


def compared(invented: Invented, found: dict[str, Any]) -> Counter[bool]:
    """Return how many values and items are as they were put in, and how many are not."""
    counted: Counter[bool] = Counter()
    for key, value in invented.wanted().items():
        got = found[key]
        if key in ("effective", "better"):
            got = [item["text"] for item in got]
        if isinstance(value, list):
            left = [plain(item) for item in got]
            counted.update(plain(item) in left for item in value)
            counted[False] += max(0, len(left) - len(value))
        else:
            counted[plain(value) == plain(got)] += 1
    return counted


@bench("printing anyhow")
def printing_anyhow() -> Iterator[Row]:
    """Print reports with type, margins, tables, rules and page ends drawn by lot; read them back."""
    counted: Counter[bool] = Counter()
    with room() as folder:
        path = folder / "report.pdf"
        for seed in range(PRINTED):
            invented = any_report(seed)
            print_report(path, invented, any_style(seed))
            counted += compared(invented, as_expected(read_report(path)))
    said = f"{counted.total()} values and items of {PRINTED} reports; the rest are paragraphs cut by a page's end"
    yield Row("read back exactly", 100 * counted[True] / counted.total(), "%", conditions=said)


@bench("damaging")
def damaging() -> Iterator[Row]:
    """Damage a report in many ways, and read what is left in the worker."""
    answers: Counter[str] = Counter()
    slowest = 0.0
    with room() as folder:
        whole = folder / "whole.pdf"
        print_report(whole, Author(2).report("systemic_failings"))
        worker = Worker()
        try:
            sound = as_expected(worker.report(whole))
            for answer, took in _damaged_files(folder, whole.read_bytes(), worker, sound):
                answers[answer] += 1
                slowest = max(slowest, took)
        finally:
            worker.stop()
    said = ", ".join(f"{count} {answer}" for answer, count in answers.most_common())
    bad = sum(count for answer, count in answers.items() if answer in ("swallowed", "crashed"))
    yield Row("damaged reports not answered", bad, f"of {DAMAGED}", conditions=said)
    yield Row("slowest answer", slowest, "s", "limit", LONGEST)


def _damaged_files(folder: Path, whole: bytes, worker: Worker, sound: object) -> Iterator[tuple[str, float]]:
    chance = random.Random(7)
    path = folder / "damaged.pdf"
    for _ in range(DAMAGED):
        path.write_bytes(damaged(whole, chance))
        start = time.perf_counter()
        report, refusal = outcome(worker, path)
        took = time.perf_counter() - start
        if report is None:
            yield ("refused" if refusal.startswith("report.") else "crashed"), took
        elif report.faults:
            yield "read with a fault list", took
        else:
            yield ("unharmed" if as_expected(report) == sound else "swallowed"), took
