"""Past exports: what was made, when, by whom, and the SHA-256 that proves a file is the one that was made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from areasef.domain.record import Export
from areasef.ui import metrics
from areasef.ui.dates import day_words
from areasef.ui.models.entry_rows import EntryRow
from areasef.ui.widgets.entry_list import EntryList
from areasef.ui.widgets.question import Choice, Question

_HALF: Final = 32  # signs of a SHA-256 in a line: one of all 64 has no room beside the rest


def export_row(made: Export, titles: Mapping[str, str]) -> EntryRow:
    """Return an export as a row: its day, what it is of, its file and the whole of its SHA-256."""
    by = f"By {made.by}" if made.by else ""
    halves = (made.sha256[:_HALF], made.sha256[_HALF:])
    return EntryRow(
        made.id,
        titles.get(made.document, made.document),
        "\n".join(filter(None, (made.name, by, f"SHA-256 {halves[0]}", halves[1]))),
        lead=day_words(made.at.date(), short=True),
        under_lead=f"{made.at:%H:%M}",
        word=made.state.capitalize(),
    )


def show_past(parent: QWidget, exports: tuple[Export, ...], titles: Mapping[str, str]) -> None:
    """Show every export, the newest first."""
    body = (
        "A file is the one that was exported where its SHA-256 is the same." if exports else "Nothing was exported yet."
    )
    asked = Question(parent, "What was exported?", body, (Choice("close", "Close", safe=True),))
    if exports:
        rows = EntryList("Past exports, the newest first", lead=92, after=44)
        rows.show_rows([export_row(each, titles) for each in exports])
        asked.end_in_scroll(metrics.sized(rows, min_height=260, min_width=580))
    asked.ask()
