"""The command line: the same services, headless. Exit status 0 done, 1 done with faults, 2 not done."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from areasef import __version__
from areasef.commands import exporting, importing, looking
from areasef.commands.telling import DONE, FAILED, FAULTS, fail
from areasef.documents.catalogue import DOCUMENTS
from areasef.services.exporting_plan import PLAN_WORKBOOK
from areasef.words.faults import AppError

__all__ = ["DONE", "FAILED", "FAULTS", "run"]


def run(arguments: list[str], show: Callable[[Path], int] | None = None) -> int:
    """Run one command and return its exit status; an error is one sentence on stderr.

    ``show`` opens a window on a file, where there is a display.
    """
    given = _parser().parse_args(arguments)
    given.show = show
    try:
        status: int = given.verb(given)
        sys.stdout.flush()
    except AppError as error:
        fail(given, error)
        return FAILED
    except BrokenPipeError:  # whoever read along, such as head, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="areasef", description="Evaluate an area SEND partnership, offline.")
    parser.add_argument("--version", action="version", version=f"areasef {__version__}")
    verbs = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _export_verbs(verbs)
    _import_verbs(verbs)
    _look_verbs(verbs)
    return parser


def _export_verbs(verbs: Any) -> None:
    out = _verb(
        verbs, "export", exporting.export_documents, "write a document as PDF, or the plan as an Excel workbook"
    )
    out.add_argument("workspace", type=Path)
    out.add_argument(
        "--document",
        action="append",
        choices=[*sorted(DOCUMENTS), PLAN_WORKBOOK],
        help="which; every PDF when left out",
    )
    out.add_argument(
        "--to", type=Path, default=None, help="the folder to write into; the workspace's own when left out"
    )
    out.add_argument("--final", action="store_true", help="without the draft mark; refused while a check must be fixed")
    out.add_argument("--large-print", action="store_true", help="18 point body")
    demo = _verb(verbs, "demo", exporting.demo, "build the demonstration, export its documents and open it")
    demo.add_argument("folder", type=Path, nargs="?", default=Path("demo"), metavar="DIR", help="demo when left out")
    demo.add_argument("--no-window", action="store_true", help="open no window")


def _import_verbs(verbs: Any) -> None:
    taken = verbs.add_parser("import", help="read a published file")
    kinds = taken.add_subparsers(dest="import_command", required=True, metavar="KIND")
    report = _verb(kinds, "report", importing.import_report, "read a published inspection report, as PDF or text")
    report.add_argument("file", type=Path)
    report.add_argument("--workspace", type=Path, default=None, help="keep its findings and the file in this workspace")
    plan = _verb(
        kinds, "plan", importing.import_plan, "read a plan from an Excel workbook, and say every fault by its cell"
    )
    plan.add_argument("file", type=Path)
    plan.add_argument(
        "--workspace", type=Path, default=None, help="keep what is new and what differs in this workspace"
    )
    plan.add_argument("--preview", action="store_true", help="with a workspace: compare, and keep nothing")


def _look_verbs(verbs: Any) -> None:
    dates = _verb(verbs, "dates", looking.dates, "list the dates that follow from an inspection report")
    dates.add_argument("workspace", type=Path)
    dates.add_argument("--ics", type=Path, default=None, metavar="OUT", help="write them for a calendar program too")
    check = _verb(verbs, "check", looking.check, "say what is weak in an evaluation")
    check.add_argument("workspace", type=Path)
    verify = _verb(verbs, "verify", looking.verify, "prove that a workspace file is whole")
    verify.add_argument("workspace", type=Path)
    packs = verbs.add_parser("packs", help="list the framework packs, or check one")
    pack_verbs = packs.add_subparsers(dest="pack_command", required=True, metavar="COMMAND")
    _verb(pack_verbs, "list", looking.packs_list, "list the packs that ship with the application")
    one = _verb(pack_verbs, "check", looking.packs_check, "say every fault of a pack")
    one.add_argument("path", type=Path)


def _verb(verbs: Any, name: str, verb: Callable[[argparse.Namespace], int], says: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=says, description=says[:1].upper() + says[1:] + ".")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(verb=verb)
    return parser
