"""Line of sight: every line from a finding or a strand to evidence of impact, and the gaps, each with its way to mend it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from areasef.domain.dossier import Dossier
from areasef.domain.sight import gaps, lines_of_finding, lines_of_strand
from areasef.services.gathering import gather_sight
from areasef.ui import metrics, theme
from areasef.ui.context import Context
from areasef.ui.errors import BannerPlace
from areasef.ui.models.sight_rows import SightRow, rows_of_gaps, rows_of_lines, said_of
from areasef.ui.navigation import Target
from areasef.ui.pages.plan.sight import LineOfSight
from areasef.ui.pages.plan.view import Do, PlanView
from areasef.ui.pages.plan.view_head import ViewHead
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.empty import EmptyState
from areasef.ui.widgets.entry_list import EntryList
from areasef.ui.widgets.label import divider
from areasef.ui.widgets.panes import FOLD_BELOW
from areasef.ui.widgets.picker import Option, SegmentedPicker
from areasef.ui.widgets.stack import Stack

FINDINGS, STRANDS, GAPS = "findings", "strands", "gaps"
_NONE: Final = {
    "": (
        "No line of sight yet",
        "Here each line runs from what inspectors found, or from what we say needs to be better, through the plan to what "
        "children notice.",
    ),
    FINDINGS: ("No finding yet", "Here lines begin with what inspectors found, once a report is imported."),
    STRANDS: (
        "Nothing needs to be better yet",
        "Here lines begin with statements under “What needs to be better”, and with others that the plan answers.",
    ),
}


class SightView(PlanView):
    """The list of lines; Enter or a double click goes where the line breaks off, the boxes lead to each of its links."""

    title = "Line of sight"
    sentence = (
        "From what inspectors found, through the plan, to what shows that children gain; and where a line breaks off."
    )
    kinds = frozenset({"action", "priority", "measure", "actual", "finding", "statement", "evidence", "report"})
    targets = frozenset({"sight"})

    def __init__(self, context: Context, do: Do, place: BannerPlace) -> None:
        super().__init__(context, do, place)
        self._dossier: Dossier | None = None
        self._rows: dict[str, SightRow] = {}
        options = (
            Option(FINDINGS, "From findings"),
            Option(STRANDS, "From strands"),
            Option(GAPS, "Gaps"),
        )
        self.views = SegmentedPicker("Show the line of sight", options, FINDINGS)
        self.head = ViewHead(self.views)
        self.list = EntryList("Lines of sight", lead=92, after=220)
        self.sight = LineOfSight()
        self._rule = divider()
        lines = QFrame()
        inside = metrics.column(lines, spacing=0)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.sight)
        self._import = Button(
            "Import an inspection report", partial(context.go, Target("report")), kind="primary", icon="file-text"
        )
        self._write = Button(
            "Write what needs to be better", partial(context.go, Target("evaluate")), icon="notebook-pen"
        )
        self._none = EmptyState("route", "", "", (), (self._import, self._write))
        self._stack = Stack()
        for each in (lines, self._none):
            self._stack.addWidget(each)
        column = metrics.column(self, spacing=0)
        for each in (self.head, self._rule):
            column.addWidget(each)
        column.addWidget(self._stack, 1)
        self.views.picked.connect(lambda _: self._show())
        self.list.picked.connect(lambda _: self._show_current())
        self.list.opened.connect(self._open)
        self.sight.followed.connect(context.go)
        theme.look_changed().connect(self._show_current)

    def refresh(self) -> None:
        """Show the lines as they are now."""
        self._dossier = gather_sight(self.session)
        self._show()

    def focus_first(self) -> None:
        """Stand in the list; on the choice of lists where there is none."""
        empty = self._import if self._stack.currentIndex() else self.views
        first = self.list if self.list.entries.rows else empty
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, target: Target) -> None:
        """Show the line of a finding, of a strand or of a statement, or every gap."""
        dossier = self._dossier
        if dossier is None:
            return
        if target.id == GAPS:
            self._choose(GAPS)
        elif target.id:
            self._choose(self._list_of(dossier, target.id))
        key = next((row.entry.key for row in self._rows.values() if target.id in row.about), "")
        if key:
            self.list.stand_on(key)
        self._show_current()
        self.focus_first()

    def set_low(self, low: bool) -> None:
        """Give up the sentence over the list where the window is very low."""
        self.head.says.setVisible(not low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the boxes up where they have no room."""
        super().resizeEvent(event)
        self._show_current()

    @staticmethod
    def _list_of(dossier: Dossier, thing_id: str) -> str:
        """Return the list that tells of a thing: that of findings where a line from one of them reaches it."""
        known = {each.id for each in dossier.findings}
        lines = (line for each in dossier.followed for line in lines_of_finding(dossier, each))
        reached = any(line.action and line.action.id == thing_id for line in lines)
        return FINDINGS if reached or thing_id in known else STRANDS

    def _choose(self, key: str) -> None:
        self.views.choose(key)
        self._show()

    def _show(self) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        found = gaps(dossier)
        lines = {
            FINDINGS: [line for each in dossier.followed for line in lines_of_finding(dossier, each)],
            STRANDS: [line for strand in dossier.framework.strands for line in lines_of_strand(dossier, strand)],
        }
        which = self.views.chosen
        rows = rows_of_gaps(dossier, found) if which == GAPS else rows_of_lines(dossier, lines[which])
        self._say_none(which if which in lines and not rows else "", any(map(bool, (*lines.values(), found))))
        self._rows = {row.entry.key: row for row in rows}
        self.list.show_rows([row.entry for row in rows])
        self.head.says.setText(said_of([each.lack for each in found]))
        self._show_current()

    def _say_none(self, which: str, some: bool) -> None:
        """Say what is still to come where no line begins; where there is nothing at all, there is nothing to choose."""
        for each in (self.head, self._rule):
            each.setVisible(some)
        self._stack.setCurrentIndex(1 if which or not some else 0)
        self._none.say(*_NONE[which if some and which else ""])

    def _show_current(self) -> None:
        row = self._rows.get(self.list.current)
        wide = self.window().width() / theme.look().scale >= FOLD_BELOW
        if row is None or not row.boxes or not wide:
            self.sight.hide()
            return
        self.sight.show_sight(row.boxes, row.opens, row.target)

    def _open(self, key: str) -> None:
        if key in self._rows:
            self.context.go(self._rows[key].target)
