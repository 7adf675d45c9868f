"""The review: findings by section, the page they stand on, and the finding at hand; every step can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from areasef.domain import review as steps
from areasef.domain.followed import report_title
from areasef.domain.page import Box
from areasef.domain.record import FindingKind
from areasef.domain.report import InspectionReport
from areasef.domain.review import Items, Reviewed
from areasef.services.session import Session
from areasef.ui import accessible, metrics
from areasef.ui.context import Context
from areasef.ui.dates import day_words
from areasef.ui.models.finding_rows import REPORT, review_rows
from areasef.ui.pages.finding_list import FindingList
from areasef.ui.pages.report.finding_form import FindingForm
from areasef.ui.pages.report.report_form import ReportForm
from areasef.ui.pages.report.sheet import ReportSheet
from areasef.ui.widgets.panes import Pane, Panes
from areasef.ui.widgets.stack import Stack


class Review(QFrame):
    """``changed`` says that something was changed or taken back, ``typed`` that something is being typed."""

    changed = Signal()
    typed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._session: Session = context.session
        self.report: InspectionReport | None = None
        self.items: Items = ()
        self._before: list[tuple[InspectionReport, Items, str]] = []
        self.list = FindingList("Findings of the report")
        self.sheet = ReportSheet(context)
        self.form = FindingForm(self._session.framework)
        self.about = ReportForm()
        self.right = Stack()
        self.right.setObjectName("surface")
        self.right.addWidget(self.about)
        self.right.addWidget(self.form)
        panes = (
            Pane("Findings", self.list, 376, 280, wide=480),
            Pane("Page", self.sheet, 0, 300),
            Pane("Details", self.right, 372, 300, wide=480),
        )
        self.panes = Panes("report", panes, context.preferences)
        metrics.column(self, spacing=0).addWidget(self.panes)
        self._bind()

    @property
    def unsure(self) -> int:
        """How many findings may not begin or end where they should."""
        return sum(item.uncertain for item in self.items)

    @property
    def current(self) -> Reviewed | None:
        """The finding at hand, or None while the report itself is."""
        return next((item for item in self.items if item.id == self.list.current), None)

    @property
    def as_typed(self) -> Items:
        """The findings with what is being typed into the one at hand, though it is not handed over yet."""
        item = self.current
        if item is None or self.form.item_id != item.id:
            return self.items
        words, bodies = self.form.text.toPlainText(), self.form.bodies.text()
        items = (
            steps.retype(self.items, item.id, words) if " ".join(words.split()) not in ("", item.text) else self.items
        )
        return items if bodies == item.bodies else steps.name_bodies(items, item.id, bodies)

    def open(self, path: Path, report: InspectionReport, items: Items) -> None:
        """Begin to look through a report."""
        self.report, self.items, self._before = report, items, []
        self.form.forget()
        self.sheet.open_file(path, report.page_count)
        self._show_rows(REPORT)
        self._show_current()
        self.panes.show_pane(0)

    def settle(self) -> None:
        """Take over what is being typed."""
        if self.report is not None:
            self.about.settle()
            self.form.settle()

    def take_back(self) -> bool:
        """Take the last step back; say whether there was one."""
        self.settle()
        if not self._before:
            return False
        self.report, self.items, here = self._before.pop()
        self._show_rows(here)
        self._show_current()
        self.changed.emit()
        return True

    def right_and_on(self) -> None:
        """Say that the finding at hand is right, and go to the next that may not be; to the next one where all are."""
        self.settle()
        item = self.current
        if item is not None and item.uncertain:
            self._do(lambda items: steps.settle(items, item.id))
        self.list.step(1, marked=self.unsure > 0)

    def _bind(self) -> None:
        self.list.picked.connect(lambda _: self._pick())
        self.list.delete_asked.connect(self._leave_out)
        self.sheet.pointed.connect(self._point)
        self.about.changed.connect(self._put_right)
        form = self.form
        form.retyped.connect(lambda words: self._do(lambda items: steps.retype(items, form.item_id, words)))
        form.renamed.connect(lambda words: self._do(lambda items: steps.name_bodies(items, form.item_id, words)))
        form.moved.connect(self._move)
        form.split_asked.connect(self._split)
        form.merge_asked.connect(self._merge)
        form.leave_out_asked.connect(self._leave_out)
        form.typed.connect(self.typed)
        form.settled.connect(lambda: self._at_hand(steps.settle))
        form.linked.connect(lambda strand, on: self._at_hand(lambda items, key: steps.link(items, key, strand, on)))
        form.strands_chosen.connect(self._choose_strands)

    def _pick(self) -> None:
        self.settle()  # what was typed belongs to the finding that was left
        self._show_current()

    def _at_hand(self, step: Callable[[Items, str], Items], wanted: str = "") -> None:
        item = self.current
        if item is not None:
            self._do(lambda items: step(items, item.id), wanted)

    def _do(self, step: Callable[[Items], Items], wanted: str = "") -> None:
        assert self.report is not None
        fresh = step(self.items)
        if fresh == self.items:
            return
        self._before.append((self.report, self.items, self.list.current))
        self.items = fresh
        self._show_rows(wanted)
        self._show_current()
        self.changed.emit()

    def _split(self, words: str, offset: int) -> None:
        count = len(self.items)
        self._at_hand(lambda items, key: steps.split(steps.retype(items, key, words), key, offset))
        parted = len(self.items) > count
        accessible.announce(self, "Split in two" if parted else "Put the caret inside the words first")
        if not parted:
            self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _merge(self) -> None:
        self.form.settle()
        self._at_hand(steps.merge_with_next)
        accessible.announce(self, "Merged with the next")

    def _move(self, kind: FindingKind) -> None:
        self._at_hand(lambda items, key: steps.move(items, key, kind))

    def _leave_out(self) -> None:
        if self.current is not None:
            self._at_hand(steps.leave_out)
            accessible.announce(self, "Left out")

    def _choose_strands(self, chosen: tuple[str, ...]) -> None:
        def choose(items: Items, key: str) -> Items:
            held = items[steps.at(items, key)].strand_ids
            for strand_id in {*held, *chosen}:
                items = steps.link(items, key, strand_id, strand_id in chosen)
            return items

        self._at_hand(choose)

    def _put_right(self, report: InspectionReport) -> None:
        assert self.report is not None
        self._before.append((self.report, self.items, self.list.current))
        self.report = report
        self._show_rows()
        self.changed.emit()

    def _point(self, page: int, box: Box) -> None:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for item in self.items:
            boxes = (each for place in item.places if place.page == page for each in place.boxes)
            if any(each[0] - 2 <= x <= each[2] + 2 and each[1] - 2 <= y <= each[3] + 2 for each in boxes):
                self.list.stand_on(item.id)
                return

    def _show_rows(self, wanted: str = "") -> None:
        assert self.report is not None
        days = " to ".join(day_words(day) for day in (self.report.start, self.report.end) if day)
        rows = review_rows(
            self.items, self._session.framework, report_title(self.report.area), days or "No dates were read"
        )
        self.list.show_rows(rows, wanted)

    def _show_current(self) -> None:
        item = self.current
        if item is None and self.report is not None:
            self.about.show_report(self.report)
            self.right.setCurrentWidget(self.about)
            self.sheet.show_page(1)
            return
        if item is not None:
            at = steps.at(self.items, item.id)
            last = at + 1 >= len(self.items) or self.items[at + 1].kind is not item.kind
            self.form.show_item(item, steps.numbered(self.items)[item.id], last=last)
            self.right.setCurrentWidget(self.form)
            self.sheet.show_places(item.places)
