"""What every command shares: a file that is only read, exit statuses, and what is said to a person or to a script."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from areasef.domain.telling import Tell
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace
from areasef.words.faults import AppError, Fault

DONE: Final = 0
FAULTS: Final = 1
FAILED: Final = 2


@contextmanager
def opened(workspace: Path) -> Iterator[Session]:
    """Open a workspace for reading, and leave it."""
    session = open_workspace(workspace, read_only=True)
    try:
        yield session
    finally:
        session.close()


def tell(given: argparse.Namespace, data: dict[str, Any], lines: list[str]) -> None:
    """Print what came of a command: one JSON object for a script, else lines for a person."""
    if given.json:
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for line in lines:
            print(line)


def tell_faults(given: argparse.Namespace, faults: tuple[Fault, ...], whole: str) -> None:
    """Print faults, or that there is none."""
    rows = [{"code": fault.code, "place": fault.place, "words": str(fault)} for fault in faults]
    tell(given, {"faults": rows}, [str(fault) for fault in faults] or [whole])


def fail(given: argparse.Namespace, error: AppError) -> None:
    """Print why nothing was done."""
    if getattr(given, "json", False):
        print(json.dumps({"error": {"code": error.code, "words": str(error)}}, ensure_ascii=False))
    print(f"areasef: {error}", file=sys.stderr)


def pages(count: int) -> str:
    """Return a number of pages in words."""
    return f"{count} page" if count == 1 else f"{count} pages"


def warn(faults: Iterable[Fault]) -> None:
    """Print on stderr what could not be taken, a sentence for each fault; the rest was."""
    for fault in faults:
        print(f"areasef: {fault}", file=sys.stderr)


def show_progress() -> Tell:
    """Return what tells progress on stderr: one line that is written over on a terminal, else a line for each tenth."""
    over = sys.stderr.isatty()
    told = -1

    def tell(done: int, total: int, words: str) -> None:
        nonlocal told
        if over:
            print(
                f"\r\x1b[K{done + 1} of {total}: {words}",
                end="" if done + 1 < total else "\n",
                file=sys.stderr,
                flush=True,
            )
        elif 10 * done // total > told:
            told = 10 * done // total
            print(f"{done + 1} of {total}: {words}", file=sys.stderr, flush=True)

    return tell
