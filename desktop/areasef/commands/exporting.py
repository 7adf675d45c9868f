"""Write documents: of a workspace, or of the demonstration, which is built first."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from areasef.commands.telling import DONE, FAULTS, opened, pages, show_progress, tell
from areasef.documents.catalogue import DOCUMENTS
from areasef.documents.model import DocumentOptions
from areasef.domain.telling import nobody
from areasef.services.build_demo import NAME, Built, build_demo
from areasef.services.exporting_plan import PLAN_WORKBOOK, export_plan, plan_file_name
from areasef.services.gathering import checks
from areasef.services.publishing import Exported, export, file_name, sha256_of
from areasef.services.session import Session
from areasef.services.workspaces import open_workspace
from areasef.words.checks import check_words
from areasef.words.faults import AppError


def export_documents(given: argparse.Namespace) -> int:
    """Write the documents that are named, each whole or not at all; final ones only where nothing must be fixed."""
    with opened(given.workspace) as session:
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
    tell(given, {"exported": rows}, lines)
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
    }, f"{each.path}: {pages(each.receipt.pages)}{f'. {each.undrawn}' if each.undrawn else ''}"


def _refuse_unfit(session: Session) -> None:
    must = [check for check in checks(session) if check.severity == "must"]
    if must:
        said = check_words(must[0].code, must[0].params)
        raise AppError("publish.not_final", count=len(must), first=f"{said.what} ({said.where})")


def demo(given: argparse.Namespace) -> int:
    """Build the demonstration, export its documents beside it, and open it where there is a display."""
    built = build_demo(given.folder, nobody if given.json else show_progress())
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
    tell(given, data | {"documents": documents}, said)
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
    lines += [f"{each.path}: {pages(each.receipt.pages)}" for each in exported]
    return lines + [f"{each.path}: {fault}" for each in exported for fault in each.faults]
