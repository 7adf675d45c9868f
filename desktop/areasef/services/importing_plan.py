"""Import a plan from a workbook: read it in the worker, see what it means, then keep what is new and what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from areasef.documents.plan_workbook import ABOUT_SHEET
from areasef.domain.change import Change
from areasef.domain.dossier import Dossier
from areasef.domain.evaluation import Area, Evaluation
from areasef.domain.identity import new_id
from areasef.domain.plan_sheet.columns import SHEET_NAMES, Kind
from areasef.domain.plan_sheet.guessing import guess
from areasef.domain.plan_sheet.mapping import Mapping
from areasef.domain.plan_sheet.meaning import CellMeaning, Happens, RowMeaning, Understanding
from areasef.domain.plan_sheet.understanding import understand
from areasef.domain.workbook import Workbook, column_letters
from areasef.intake.worker import Worker
from areasef.packs.listing import shipped_packs
from areasef.packs.reading import read_pack
from areasef.services.gathering import gather
from areasef.services.session import Session, now
from areasef.words.faults import AppError, Fault

LABEL: Final = "Import a plan"
_FAILED: Final = {
    "intake.crashed": "sheet.unreadable",
    "intake.too_much": "sheet.too_large",
    "intake.too_large": "sheet.too_large",
    "intake.unpacks_too_large": "sheet.too_large",
    "intake.parser_failed": "sheet.unreadable",
    "intake.broken_workbook": "sheet.unreadable",
    "intake.unreadable": "sheet.unreadable",
    "intake.not_a_file": "sheet.not_a_workbook",
    "intake.empty": "sheet.not_a_workbook",
    "intake.protected": "sheet.locked",
    "intake.hung": "sheet.hung",
}


def read_plan_file(worker: Worker, path: Path, cancelled: Callable[[], bool] | None = None) -> Workbook:
    """Return the cells of a workbook, read in a process that is ended after 30 seconds.

    Raises AppError ``sheet.*`` where the file is no workbook that can be read, or ``intake.stopped`` when cancelled.
    """
    try:
        return worker.workbook(path, cancelled=cancelled)
    except AppError as error:
        code = _FAILED.get(error.code)
        if code is None:
            raise
        raise AppError(code, name=path.name, **{"seconds": 30} | error.params) from error


def read_plan_alone(path: Path) -> Workbook:
    """Return the cells of a workbook without a workspace, in a worker of its own. Raises AppError as above."""
    worker = Worker()
    try:
        return read_plan_file(worker, path)
    finally:
        worker.stop()


def first_guess(book: Workbook) -> Mapping:
    """Return how a workbook is most likely to be read."""
    return guess(book)


def plan_as_kept(session: Session) -> Dossier:
    """Return what a workbook is compared with. Runs off the GUI thread."""
    return gather(session)


def no_plan() -> Dossier:
    """Return an empty plan under the first shipped framework, to read a workbook without a workspace."""
    framework = read_pack(shipped_packs()[0].path).framework
    if framework is None:
        raise AppError("packs.unusable", name=shipped_packs()[0].id, count=1, first="")
    day = now()
    about = Evaluation(new_id(), "", framework.id, framework.edition, day.date())
    return Dossier(framework, Area(new_id(), ""), about, day)


def meaning(book: Workbook, mapping: Mapping, dossier: Dossier) -> Understanding:
    """Return what a workbook means for the plan; nothing is kept by it."""
    return understand(book, mapping, dossier)


def keep_plan(session: Session, name: str, book: Workbook, mapping: Mapping) -> tuple[Change, Understanding]:
    """Keep what a workbook means for the plan as it stands now, as one step that can be undone.

    Raises AppError ``sheet.nothing_to_keep`` where nothing is new and nothing differs.
    """
    found = understand(book, mapping, gather(session))
    if not found.things:
        raise AppError("sheet.nothing_to_keep", name=name)
    with session.store.write(LABEL) as batch:
        for thing in found.things:
            batch.put(thing)
    return batch.change, found


def in_a_sentence(found: Understanding) -> str:
    """Return what would become of the rows of a workbook: ``12 actions are new, 3 change, 40 stay as they are``."""
    parts = []
    for kind in Kind:
        rows = [row for row in found.rows if row.kind is kind and row.happens is not Happens.HEADING]
        if rows:
            said = [f"{count} {word}" for happens, word in _BECOMES.items() if (count := _count(rows, happens))]
            parts.append(f"{SHEET_NAMES[kind]}: {', '.join(said)}")
    return ". ".join([*parts, *([absent_words(found)] if found.absent else [])])


def absent_words(found: Understanding) -> str:
    """Return what is said of actions that a workbook of our own does not hold any more."""
    one = found.absent == 1
    return f"{found.absent} {'action of the plan is' if one else 'actions of the plan are'} not in it and {'stays' if one else 'stay'}"


_BECOMES: Final = {
    Happens.NEW: "new",
    Happens.CHANGED: "changed",
    Happens.SAME: "as they are",
    Happens.LEFT_OUT: "left out",
}


def _count(rows: list[RowMeaning], happens: Happens) -> int:
    return sum(1 for row in rows if row.happens is happens)


def in_lines(found: Understanding) -> Iterator[str]:
    """Yield what a workbook means in few lines: the counts, then each row that is new, changed or left out."""
    yield in_a_sentence(found) or "No rows of a plan."
    for row in found.rows:
        if row.happens in (Happens.NEW, Happens.CHANGED, Happens.LEFT_OUT):
            changes = "; ".join(
                _change(cell.head, cell.before, cell.words) for cell in row.cells if _is_told(row, cell)
            )
            moves = f". {row.moves}" if row.moves else ""
            about = f"{row.title}{f' ({changes})' if changes else ''}{moves}"
            yield f"{row.sheet} row {row.number}, {_BECOMES[row.happens]}: {about}"


def unread(mapping: Mapping, book: Workbook) -> Iterator[tuple[str, str, str]]:
    """Yield what of a workbook is not read: the sheet, and the letters and head of a column; both empty for a whole sheet."""
    for sheet, held in zip(book.sheets, mapping.sheets, strict=True):
        if held.kind is None:
            if sheet.rows and sheet.name != ABOUT_SHEET:
                yield sheet.name, "", ""
            continue
        for column in range(sheet.width):
            head = sheet.text(held.head, column)
            if column not in held.columns and head:
                yield sheet.name, column_letters(column), head


def unread_in_lines(mapping: Mapping, book: Workbook) -> Iterator[str]:
    """Yield a line for each sheet of which something is not read, so that nothing is left out unsaid."""
    found: dict[str, list[str]] = {}
    for sheet, letters, head in unread(mapping, book):
        found.setdefault(sheet, []).extend([f"{letters} “{_short(head)}”"] if letters else [])
    for sheet, columns in found.items():
        which = f": {'column' if len(columns) == 1 else 'columns'} {', '.join(columns)}" if columns else ""
        yield f"{sheet}: not read{which}."


def _is_told(row: RowMeaning, cell: CellMeaning) -> bool:
    return bool(cell.changes and cell.before) and not (row.moves and cell.before == row.moves.before)


def _change(head: str, before: str, now: str) -> str:
    return f"{head}: {_short(before)} to {_short(now) or 'nothing'}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:57]}…"


def plan_as_data(found: Understanding, mapping: Mapping, book: Workbook) -> dict[str, object]:
    """Return what a workbook means as plain values, for ``import plan --json``."""
    return {
        "sheets": [
            {"name": sheet.name, "holds": held.kind, "head": held.head + 1, "columns": len(held.columns)}
            for sheet, held in zip(book.sheets, mapping.sheets, strict=True)
        ],
        "rows": [_row_data(row) for row in found.rows if row.happens is not Happens.HEADING],
        "not_read": [
            {"sheet": sheet, "column": letters or None, "head": head or None}
            for sheet, letters, head in unread(mapping, book)
        ],
        "words": [{"word": use.word, "meaning": use.meaning, "cells": use.count} for use in found.words],
        "names": [{"name": use.name, "meaning": use.who, "cells": use.count} for use in found.names],
        "faults": [_fault_data(fault) for fault in found.faults],
    }


def _row_data(row: RowMeaning) -> dict[str, object]:
    cells = {
        cell.key: {"cell": cell.place, "typed": cell.typed, "understood": cell.words, "before": cell.before or None}
        for cell in row.cells
        if cell.typed
    }
    about = {"sheet": row.sheet, "row": row.number, "kind": row.kind, "becomes": row.happens, "title": row.title}
    return about | ({"moves": str(row.moves)} if row.moves else {}) | {"cells": cells}


def _fault_data(fault: Fault) -> dict[str, object]:
    return {"code": fault.code, "place": fault.place, "words": str(fault)}
