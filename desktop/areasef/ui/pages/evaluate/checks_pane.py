"""The open checks beside the writing: of the strand at hand or of all, each one press away from its field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame

from areasef.domain.check import Check
from areasef.ui import metrics
from areasef.ui.jumps import row_of
from areasef.ui.widgets.check_rows import CheckList
from areasef.ui.widgets.label import label
from areasef.ui.widgets.picker import Option, SegmentedPicker

_ALL, _HERE = "all", "here"


class ChecksPane(QFrame):
    """``followed`` hands over where a check is mended."""

    followed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._checks: tuple[Check, ...] = ()
        self._strand_id = self._code = ""
        self._due = False
        self.which = SegmentedPicker("Which checks", (Option(_ALL, "All"), Option(_HERE, "This strand")), _ALL)
        self.which.picked.connect(lambda _: self._fill())
        self.list = CheckList("Checks", narrow=True)
        self.list.setObjectName("plainList")
        self.list.followed.connect(self.followed)
        self._none = label("", "table", "muted", wrap=True)
        column = metrics.column(self, margins=(0, 8, 0, 0), spacing=8)
        line = metrics.row(margins=(12, 0, 12, 0))
        line.addWidget(self.which)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.list, 1)
        around = metrics.row(margins=(14, 4, 14, 12))
        around.addWidget(self._none)
        column.addLayout(around)

    def show_checks(self, checks: tuple[Check, ...], strand_id: str, code: str) -> None:
        """Show what is open; ``strand_id`` is the strand at hand."""
        if checks == self._checks and strand_id == self._strand_id:
            return
        self._checks, self._strand_id, self._code = checks, strand_id, code
        self._due = True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the rows only once they are looked at."""
        super().showEvent(event)
        if self._due:
            self._fill()

    def show_strand(self, strand_id: str) -> None:
        """Show the checks of one strand alone, where it has any."""
        self.which.choose(_HERE if any(each.strand_id == strand_id for each in self._checks) else _ALL)
        self._fill()

    def stand(self) -> None:
        """Put the focus on the list."""
        if self.list.rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Stand on the next or the previous check."""
        if self._due:
            self._fill()
        self.list.step(by)

    def _fill(self) -> None:
        self._due = False
        here = [each for each in self._checks if each.strand_id == self._strand_id]
        self.which.say(_ALL, f"All  {len(self._checks)}")
        self.which.say(_HERE, f"{self._code or 'This strand'}  {len(here)}")
        shown = here if self.which.chosen == _HERE else self._checks
        self.list.show_rows([row_of(each) for each in shown])
        self.list.setVisible(bool(shown))
        self._none.setVisible(not shown)
        self._none.setText("No check is open here. Checks look at what is written; they do not judge it.")
