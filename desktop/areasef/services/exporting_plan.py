"""Export the plan as an Excel workbook, to be worked on elsewhere and read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from areasef.documents.model import DocumentOptions
from areasef.documents.plan_workbook import WorkbookReceipt, write_plan_workbook
from areasef.services.gathering import gather
from areasef.services.publishing import not_written, safe_stem
from areasef.services.session import Session

PLAN_WORKBOOK: Final = "plan-xlsx"
"""What the command line calls it."""


def export_plan(session: Session, target: Path) -> WorkbookReceipt:
    """Write the plan to ``target``, whole or not at all. Runs off the GUI thread. Raises AppError where it cannot be."""
    dossier = gather(session)
    try:
        return write_plan_workbook(dossier, target, DocumentOptions(marking=session.area.marking))
    except OSError as error:
        raise not_written(target, error) from error


def plan_file_name(session: Session, day: date) -> str:
    """Return the name the workbook is offered under, such as ``Alderbrook-plan-2026-11-23.xlsx``."""
    return f"{safe_stem(session, 'plan')}-{day.isoformat()}.xlsx"
