"""What came of adding, file by file: pages and words, the twin that was there already, or its one clear sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel

from areasef.services.adding import AddReport, Outcome
from areasef.ui import accessible, metrics
from areasef.ui.models.file_words import counted, kind_words, length_words
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.check_rows import CheckList, CheckRow
from areasef.ui.widgets.label import label


class Results(QFrame):
    """Stays until it is closed. ``item_asked`` wants an item shown, ``again_asked`` twins added as items of their own."""

    item_asked = Signal(str)
    again_asked = Signal(tuple)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topLine")
        self._twins: tuple[Path, ...] = ()
        column = metrics.column(self, spacing=0)
        line = metrics.row(margins=(20, 4, 12, 4), spacing=12)
        self._words: QLabel = label("", "label", wrap=True)
        self.again = Button("", lambda: self.again_asked.emit(self._twins), small=True)
        line.addWidget(self._words, 1)
        line.addWidget(self.again)
        line.addWidget(
            accessible.named(Button("Close", self.close_list, small=True), "Close the list of what was added")
        )
        column.addLayout(line)
        self.list = CheckList("What was added")
        self.list.followed.connect(lambda key: self.item_asked.emit(str(key)) if key else None)
        column.addWidget(self.list)
        self.hide()

    def show_report(self, report: AddReport) -> None:
        """Show what came of adding; one file that came without fault needs no list."""
        self._twins = tuple(each.path for each in report.outcomes if each.is_twin)
        self.list.show_rows([row_of(each) for each in report.outcomes])
        self.again.setVisible(bool(self._twins))
        self.again.say("Add it again all the same" if len(self._twins) == 1 else f"Add the {len(self._twins)} again")
        words = report_words(report)
        self._words.setText(words)
        rows = min(len(report.outcomes), 3)
        metrics.sized(self.list, height=max(rows, 1) * 53 + 2)
        self.setVisible(bool(report.outcomes) or report.stopped)
        accessible.announce(self, words)

    def close_list(self) -> None:
        """Put the list away."""
        self.hide()
        self.closed.emit()


def report_words(report: AddReport) -> str:
    """Return what came of adding in one sentence: ``9 added, 2 already here, 1 not added``."""
    failed = sum(1 for each in report.outcomes if each.evidence is None)
    parts = [f"{len(report.added)} added"]
    if report.twins:
        parts.append(f"{len(report.twins)} already here")
    if failed:
        parts.append(f"{failed} not added")
    words = ", ".join(parts)
    return f"Stopped: {words}. What was added stays." if report.stopped else f"{words}."


def row_of(outcome: Outcome) -> CheckRow:
    """Return the row of one file."""
    item = outcome.evidence
    name = outcome.path.name
    if item is None:
        return CheckRow("must", f"{name} was not added", outcome.fault, "")
    if outcome.is_twin:
        return CheckRow(
            "note", f"{name} is already here", f"The same file is {item.ref}, {item.title}", "Show it", item.id
        )
    what = f"{item.ref} {item.title}"
    if outcome.fault:
        return CheckRow("look", what, " ".join(filter(None, (_length(outcome), outcome.fault))), "Show it", item.id)
    return CheckRow("pass", what, _length(outcome) or "Kept as it is", "Show it", item.id)


def _length(outcome: Outcome) -> str:
    revision = outcome.revision
    if revision is None or not outcome.words:
        return ""
    kind = kind_words(revision)
    return f"{kind[:1].upper()}{kind[1:]}, {length_words(revision)}, {counted(outcome.words, 'word')}."


def files_in(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files among paths, and those in folders among them, in order of their names.

    Hidden ones are left out, and what a system or an office program leaves beside documents: nobody means those.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(each for each in path.rglob("*") if each.is_file())
            found += [each for each in inside if not any(part.startswith(".") for part in each.relative_to(path).parts)]
        else:
            found.append(path)
    return tuple(dict.fromkeys(each for each in found if not _left_behind(each)))


def _left_behind(path: Path) -> bool:
    return path.name.startswith("~$") or path.name.casefold() in ("thumbs.db", "desktop.ini")
