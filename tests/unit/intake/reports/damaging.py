"""Damage to the files of reports, and what a worker says of them."""

from __future__ import annotations

import random
from pathlib import Path

from areasef.domain.report import InspectionReport
from areasef.intake.worker import Worker
from areasef.words.faults import AppError


def outcome(worker: Worker, path: Path) -> tuple[InspectionReport | None, str]:
    """Return the report, or the code of why there is none; a file that hangs its parser ends in ``intake.hung``."""
    try:
        return worker.report(path), ""
    except AppError as error:
        return None, error.code


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """Return a file cut short, with bytes changed or put in, or with a stretch taken out."""
    kind = chance.randrange(4)
    if kind == 0:
        return whole[: chance.randrange(20, len(whole))]
    changed = bytearray(whole)
    if kind == 1:
        for _ in range(chance.randrange(1, 60)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    elif kind == 2:
        start = chance.randrange(len(changed))
        changed[start:start] = chance.randbytes(chance.randrange(1, 3000))
    else:
        start = chance.randrange(len(changed))
        del changed[start : start + chance.randrange(1, 4000)]
    return bytes(changed)
