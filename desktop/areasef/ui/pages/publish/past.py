"""Past exports: what was made, when, by whom, and the SHA-256 that proves a file is the one that was made."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from areasef.domain.record import Export
from areasef.ui import accessible, metrics
from areasef.ui.dates import day_words
from areasef.ui.widgets.question import Choice, Question


def export_words(made: Export, titles: Mapping[str, str]) -> str:
    """Return an export in two lines."""
    when = f"{day_words(made.at.date())}, {made.at:%H:%M}"
    by = f", by {made.by}" if made.by else ""
    return f"{titles.get(made.document, made.document)}, {made.state}. {when}{by}\n{made.name}\nSHA-256 {made.sha256}"


def show_past(parent: QWidget, exports: tuple[Export, ...], titles: Mapping[str, str]) -> None:
    """Show every export, the newest first."""
    body = (
        "A file is the one that was exported where its SHA-256 is the same." if exports else "Nothing was exported yet."
    )
    asked = Question(parent, "What was exported?", body, (Choice("close", "Close", safe=True),))
    if exports:
        rows = QListWidget()
        accessible.named(rows, "Past exports, the newest first")
        rows.setWordWrap(True)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.addItems([export_words(each, titles) for each in exports])
        rows.setCurrentRow(0)
        rows.setObjectName("paddedRows")
        asked.end_in_scroll(metrics.sized(rows, min_height=260, min_width=580))
    asked.ask()
