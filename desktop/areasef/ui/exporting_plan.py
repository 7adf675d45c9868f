"""Export the plan to Excel from anywhere in the window: ask where, write beside it, say when it is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from areasef.documents.plan_workbook import WorkbookReceipt
from areasef.services.exporting_plan import export_plan, plan_file_name
from areasef.services.session import Session
from areasef.ui.context import Context
from areasef.ui.errors import BannerPlace
from areasef.ui.jobs import Ticket

SUFFIX: Final = ".xlsx"
AskWhere = Callable[[QWidget, str], str]


def ask_where(parent: QWidget, start: str) -> str:
    """Return the file that somebody chose, or nothing."""
    found, _ = QFileDialog.getSaveFileName(parent, "Export the plan to", start, f"Excel workbooks (*{SUFFIX})")
    return found


def export_the_plan(
    context: Context, parent: QWidget, place: BannerPlace | None = None, ask: AskWhere | None = None
) -> None:
    """Write the plan where somebody wants it, in a job, and announce the file once it is there."""
    session: Session = context.session
    start = session.document.parent / plan_file_name(session, session.evaluation.as_at)
    name = (ask or ask_where)(parent, str(start))
    if not name:
        return
    target = Path(name) if name.lower().endswith(SUFFIX) else Path(f"{name}{SUFFIX}")

    def write(_ticket: Ticket) -> WorkbookReceipt:
        with session.beside() as beside:
            return export_plan(beside, target)

    def written(receipt: WorkbookReceipt) -> None:
        actions = receipt.rows[0][1]
        words = f"{actions} action{'' if actions == 1 else 's'} and all that belongs to them written to {target.name}"
        context.toast(words, None)

    context.jobs.run(write, written, lambda error: context.errors.show(error, place))
