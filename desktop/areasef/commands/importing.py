"""Read a published report or a plan, show what was understood, and keep it where a workspace is named."""

from __future__ import annotations

import argparse

from areasef.commands.telling import DONE, FAULTS, opened, tell, warn
from areasef.services.importing_plan import (
    first_guess,
    in_lines,
    keep_plan,
    meaning,
    no_plan,
    plan_as_data,
    plan_as_kept,
    read_plan_alone,
    unread_in_lines,
)
from areasef.services.importing_reports import in_few_lines, keep_report, read_report_alone, report_as_data, review
from areasef.services.workspaces import open_workspace


def import_report(given: argparse.Namespace) -> int:
    """Read a report; keep its findings and the file where a workspace is named."""
    report = read_report_alone(given.file)
    lines = list(in_few_lines(report))
    if given.workspace:
        session = open_workspace(given.workspace)
        try:
            kept = keep_report(session, given.file, report, review(session.framework, report))
            lines.append(f"{len(kept.finding_ids)} findings kept in {given.workspace.name}.")
        finally:
            session.close()
    tell(given, report_as_data(report), lines)
    warn(report.faults)
    return FAULTS if report.faults else DONE


def import_plan(given: argparse.Namespace) -> int:
    """Read a plan; keep what is new and what differs where a workspace is named, or only compare with it."""
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
        with opened(given.workspace) as session:
            found = meaning(book, mapping, plan_as_kept(session))
    else:
        found = meaning(book, mapping, no_plan())
    last = f"Kept in {given.workspace.name}." if kept else "Nothing was kept."
    tell(
        given,
        plan_as_data(found, mapping, book) | {"kept": kept},
        [*in_lines(found), *unread_in_lines(mapping, book), last],
    )
    warn(found.faults)
    return FAULTS if found.faults else DONE
