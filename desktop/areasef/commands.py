"""The command line: the same services, headless. Exit status 0 done, 1 done with faults, 2 not done."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final

from areasef import __version__
from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions
from areasef.domain.deadline import Deadline
from areasef.domain.progress import MONTHS, WEEKDAYS
from areasef.packs.listing import shipped_packs
from areasef.packs.reading import read_pack
from areasef.services.build_demo import NAME, Built, Tell, build_demo
from areasef.services.exporting_plan import PLAN_WORKBOOK, export_plan, plan_file_name
from areasef.services.gathering import checks
from areasef.services.importing_plan import (
    first_guess,
    in_lines,
    keep_plan,
    meaning,
    no_plan,
    plan_as_data,
    plan_as_kept,
    read_plan_alone,
)
from areasef.services.importing_reports import in_few_lines, keep_report, read_report_alone, report_as_data, review
from areasef.services.publishing import Exported, export, file_name, sha256_of
from areasef.services.scheduling import MISSING_WORDS, as_data, export_calendar, missing, schedule
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace
from areasef.words.checks import check_words
from areasef.words.faults import AppError, Fault

DONE: Final = 0
FAULTS: Final = 1
FAILED: Final = 2


def run(arguments: list[str], show: Callable[[Path], int] | None = None) -> int:
    """Run one command and return its exit status; an error is one sentence on stderr.

    ``show`` opens a window on a file, where there is a display.
    """
    given = _parser().parse_args(arguments)
    given.show = show
    try:
        status: int = given.verb(given)
    except AppError as error:
        _fail(given, error)
        return FAILED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="areasef", description="Evaluate an area SEND partnership, offline.")
    parser.add_argument("--version", action="version", version=f"areasef {__version__}")
    verbs = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    out = _verb(verbs, "export", _export, "write a document as PDF, or the plan as an Excel workbook")
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
    taken = verbs.add_parser("import", help="read a published file")
    kinds = taken.add_subparsers(dest="import_command", required=True, metavar="KIND")
    report = _verb(kinds, "report", _import_report, "read a published inspection report, as PDF or text")
    report.add_argument("file", type=Path)
    report.add_argument("--workspace", type=Path, default=None, help="keep its findings and the file in this workspace")
    plan = _verb(kinds, "plan", _import_plan, "read a plan from an Excel workbook, and say every fault by its cell")
    plan.add_argument("file", type=Path)
    plan.add_argument(
        "--workspace", type=Path, default=None, help="keep what is new and what differs in this workspace"
    )
    plan.add_argument("--preview", action="store_true", help="with a workspace: compare, and keep nothing")
    dates = _verb(verbs, "dates", _dates, "list the dates that follow from an inspection report")
    dates.add_argument("workspace", type=Path)
    dates.add_argument("--ics", type=Path, default=None, metavar="OUT", help="write them for a calendar program too")
    check = _verb(verbs, "check", _check, "say what is weak in an evaluation")
    check.add_argument("workspace", type=Path)
    verify = _verb(verbs, "verify", _verify, "prove that a workspace file is whole")
    verify.add_argument("workspace", type=Path)
    demo = _verb(verbs, "demo", _demo, "build the demonstration, export its documents and open it")
    demo.add_argument("folder", type=Path, nargs="?", default=Path("demo"), metavar="DIR", help="demo when left out")
    demo.add_argument("--no-window", action="store_true", help="open no window")
    packs = verbs.add_parser("packs", help="list the framework packs, or check one")
    pack_verbs = packs.add_subparsers(dest="pack_command", required=True, metavar="COMMAND")
    _verb(pack_verbs, "list", _packs_list, "list the packs that ship with the application")
    one = _verb(pack_verbs, "check", _packs_check, "say every fault of a pack")
    one.add_argument("path", type=Path)
    return parser


def _verb(verbs: Any, name: str, verb: Callable[[argparse.Namespace], int], says: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=says, description=says[:1].upper() + says[1:] + ".")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(verb=verb)
    return parser


def _export(given: argparse.Namespace) -> int:
    with _opened(given.workspace) as session:
        options = DocumentOptions(
            draft=not given.final, marking=session.area.marking, receipt=True, large_print=given.large_print
        )
        if given.final:
            _refuse_unfit(session)
        folder = given.to or given.workspace.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise AppError("publish.cannot_write", name=folder.name, folder=str(folder.parent)) from error
        made = []
        for document_id in given.document or list(DOCUMENTS):
            made.append(_export_one(session, document_id, folder, options))
    rows, lines = [row for row, _ in made], [line for _, line in made]
    lines += [f"{row['path']}: {fault}" for row in rows for fault in row["faults"]]
    _tell(given, {"exported": rows}, lines)
    return FAULTS if any(row["faults"] for row in rows) else DONE


def _export_one(
    session: Session, document_id: str, folder: Path, options: DocumentOptions
) -> tuple[dict[str, Any], str]:
    """Write one document, and return what is said of it to a script and to a person."""
    day = session.evaluation.as_at
    if document_id == PLAN_WORKBOOK:
        path = folder / plan_file_name(session, day)
        sheets = dict(export_plan(session, path).rows)
        row: dict[str, Any] = {"document": document_id, "path": str(path), "rows": sheets}
        row |= {"sha256": sha256_of(path), "faults": []}
        return row, f"{path}: {', '.join(f'{name} {count}' for name, count in sheets.items())}"
    name = file_name(session, document_id, day, large=options.large_print)
    each = export(session, document_id, folder / name, options)
    row = {"document": document_id, "path": str(each.path), "pages": each.receipt.pages}
    return row | {
        "sha256": each.receipt.sha256,
        "faults": list(each.faults),
    }, f"{each.path}: {_pages(each.receipt.pages)}{f'. {each.undrawn}' if each.undrawn else ''}"


def _demo(given: argparse.Namespace) -> int:
    built = build_demo(given.folder, None if given.json else _show_progress())
    exported = _export_demo(built)
    counts = {name: getattr(built, name) for name in ("evidence", "statements", "citations", "actions")}
    spared = str(built.spared) if built.spared else None
    data = {"workspace": str(built.document), "spared": spared, "replaced": built.replaced, **counts}
    documents = [
        {"path": str(each.path), "pages": each.receipt.pages, "faults": list(each.faults)} for each in exported
    ]
    window = None if given.no_window or given.json else given.show
    said = _demo_in_words(built, exported)
    if window is None and not given.no_window:
        said.append("There is no display here, so no window was opened.")
    _tell(given, data | {"documents": documents}, said)
    if window is not None:
        return int(window(built.document))
    return FAULTS if any(each.faults for each in exported) else DONE


def _export_demo(built: Built) -> list[Exported]:
    """Export every document beside the demonstration, each named after its file so that none of another is lost."""
    session = open_workspace(built.document, NAME)
    try:
        options = DocumentOptions(marking=session.area.marking, receipt=True)
        names = {each: file_name(session, each, session.evaluation.as_at) for each in DOCUMENTS}
        stem = built.document.stem.replace(" ", "-")
        return [
            export(session, each, built.document.with_name(f"{stem}{name.removeprefix(NAME)}"), options)
            for each, name in names.items()
        ]
    finally:
        session.close()


def _demo_in_words(built: Built, exported: list[Exported]) -> list[str]:
    lines = []
    if built.spared:
        lines.append(f"{built.spared} was left alone: it is not the demonstration as it was built.")
    if built.replaced:
        lines.append(f"{built.document} was a demonstration that nobody had changed; it was built anew.")
    lines.append(
        f"{built.document}: Alderbrook, an invented area, with {built.statements} statements, {built.citations} citations, "
        f"{built.evidence} items of evidence and {built.actions} actions."
    )
    lines += [f"{each.path}: {_pages(each.receipt.pages)}" for each in exported]
    return lines + [f"{each.path}: {fault}" for each in exported for fault in each.faults]


def _pages(count: int) -> str:
    return f"{count} page" if count == 1 else f"{count} pages"


def _show_progress() -> Tell:
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


def _import_report(given: argparse.Namespace) -> int:
    report = read_report_alone(given.file)
    lines = list(in_few_lines(report))
    if given.workspace:
        session = open_workspace(given.workspace)
        try:
            kept = keep_report(session, given.file, report, review(session.framework, report))
            lines.append(f"{len(kept.finding_ids)} findings kept in {given.workspace.name}.")
        finally:
            session.close()
    _tell(given, report_as_data(report), lines)
    for fault in report.faults:
        print(f"areasef: {fault}", file=sys.stderr)
    return FAULTS if report.faults else DONE


def _import_plan(given: argparse.Namespace) -> int:
    book = read_plan_alone(given.file)
    mapping = first_guess(book)
    kept = False
    if given.workspace and not given.preview:
        session = open_workspace(given.workspace)
        try:
            _, found = keep_plan(session, given.file.name, book, mapping)
            kept = True
        finally:
            session.close()
    elif given.workspace:
        with _opened(given.workspace) as session:
            found = meaning(book, mapping, plan_as_kept(session))
    else:
        found = meaning(book, mapping, no_plan())
    last = f"Kept in {given.workspace.name}." if kept else "Nothing was kept."
    _tell(given, plan_as_data(found, mapping, book) | {"kept": kept}, [*in_lines(found), last])
    for fault in found.faults:
        print(f"areasef: {fault}", file=sys.stderr)
    return FAULTS if found.faults else DONE


def _dates(given: argparse.Namespace) -> int:
    with _opened(given.workspace) as session:
        found = schedule(session)
        written = export_calendar(session, given.ics) if given.ics else 0
    lines = [
        f"{_day(each.day):<15}  {each.interval.title}: {each.why}{_of_a_date(each)}" for each in found.dated if each.day
    ]
    lines += [f"Not said yet: {MISSING_WORDS[name]}." for name in missing(found)]
    if given.ics:
        lines.append(f"{given.ics}: {written} date{'' if written == 1 else 's'}")
    _tell(given, as_data(found) | {"ics": str(given.ics) if given.ics else None}, lines)
    return DONE


def _day(day: date) -> str:
    """Return a day as it is written on screen: ``Tue 13 Aug 2024``. Never the system's names."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _of_a_date(deadline: Deadline) -> str:
    done = f", done on {_day(deadline.done_on)}" if deadline.done_on else ""
    return f"{', fixed by hand' if deadline.own_day else ''}{'' if deadline.verified else ', unverified'}{done}"


def _check(given: argparse.Namespace) -> int:
    with _opened(given.workspace) as session:
        found = checks(session)
    rows = []
    for check in found:
        said = check_words(check.code, check.params)
        rows.append(
            {"code": check.code, "severity": check.severity, "strand": check.strand_id, "what": said.what}
            | {"where": said.where, "kind": check.spot.kind, "id": check.spot.id, "field": check.spot.field}
        )
    words = {"must": "Must fix", "look": "Look at", "note": "Note"}
    _tell(given, {"checks": rows}, [f"{words[row['severity']]}: {row['what']} ({row['where']})" for row in rows])
    return FAULTS if rows else DONE


def _verify(given: argparse.Namespace) -> int:
    with _opened(given.workspace) as session:
        faults = session.verify()
    _tell_faults(
        given, faults, f"{given.workspace.name} is whole: every row, log entry and original agrees with its hash."
    )
    return FAULTS if faults else DONE


def _packs_list(given: argparse.Namespace) -> int:
    rows = [
        {"id": pack.id, "edition": pack.edition, "title": pack.title, "path": str(pack.path)}
        for pack in shipped_packs()
    ]
    _tell(given, {"packs": rows}, [f"{row['id']}: {row['title']} ({row['edition']})" for row in rows])
    return DONE


def _packs_check(given: argparse.Namespace) -> int:
    reading = read_pack(given.path)
    framework = reading.framework
    said = f"{framework.title}: {len(framework.strands)} strands, no faults." if framework else ""
    _tell_faults(given, reading.faults, said)
    return FAULTS if reading.faults else DONE


@contextmanager
def _opened(workspace: Path) -> Iterator[Session]:
    session = open_workspace(workspace, read_only=True)
    try:
        yield session
    finally:
        session.close()


def _refuse_unfit(session: Session) -> None:
    must = [check for check in checks(session) if check.severity == "must"]
    if must:
        said = check_words(must[0].code, must[0].params)
        raise AppError("publish.not_final", count=len(must), first=f"{said.what} ({said.where})")


def _tell_faults(given: argparse.Namespace, faults: tuple[Fault, ...], whole: str) -> None:
    rows = [{"code": fault.code, "place": fault.place, "words": str(fault)} for fault in faults]
    _tell(given, {"faults": rows}, [str(fault) for fault in faults] or [whole])


def _tell(given: argparse.Namespace, data: dict[str, Any], lines: list[str]) -> None:
    if given.json:
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for line in lines:
            print(line)


def _fail(given: argparse.Namespace, error: AppError) -> None:
    if getattr(given, "json", False):
        print(json.dumps({"error": {"code": error.code, "words": str(error)}}, ensure_ascii=False))
    print(f"areasef: {error}", file=sys.stderr)
